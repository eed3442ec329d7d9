"""What is kept of geography: as its files have it, and read as it was written."""

from __future__ import annotations

import json
import sys
from subprocess import run

from geography.lookup.prepared import FOLDER, kept_from, kept_text, load_kept
from tests.geography.conftest import ROOT


def test_what_is_kept_is_what_the_other_files_say_now(kept):
    """After a change to them: ``python3 tasks.py postcodes``."""
    assert (ROOT / FOLDER / "kept.json").read_text(encoding="utf-8") == kept_text(kept)


def test_it_is_read_as_it_was_written(kept):
    assert kept_text(kept_from(json.loads(kept_text(kept)))) == kept_text(kept)
    read = load_kept(ROOT)
    assert (read.councils, read.places, read.hospitals) == (
        kept.councils,
        kept.places,
        kept.hospitals,
    )
    assert (read.alliances, read.trusts, read.groups) == (kept.alliances, kept.trusts, kept.groups)
    assert read.area_map.areas == kept.area_map.areas


def test_how_old_it_is_stands_in_words(kept):
    assert kept.as_of == "Areas as of April 2024. Postcodes as of November 2025."


def test_every_place_and_hospital_has_its_line(geography, kept):
    for sections, known in ((kept.places, geography.places), (kept.hospitals, geography.hospitals)):
        names = [line.name for section in sections for line in section.lines]
        assert sorted(names) == sorted(one.name for one in known)
    line = next(line for line in kept.places[0].lines if line.name == "Abingdon")
    assert line.keys == "34"


def test_a_build_loads_nothing_that_only_the_making_needs():
    code = (
        "import sys, website.pages.finding.find; "
        "print(sorted({f'geography.{name}' for name in ('drawing', 'keeping', 'loader', 'places')}"
        " & set(sys.modules)))"
    )
    done = run([sys.executable, "-c", code], cwd=ROOT / "plugins", capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"
