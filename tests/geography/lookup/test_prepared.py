"""What is prepared of geography: as its files have it, and read as it was written."""

from __future__ import annotations

import json
import sys
from subprocess import run

from geography.lookup.prepared import FOLDER, load_prepared, prepared_from, prepared_text
from tests.geography.conftest import ROOT


def test_what_is_prepared_is_what_the_other_files_say_now(prepared):
    """After a change to them: ``python3 tasks.py postcodes``."""
    assert (ROOT / FOLDER / "prepared.json").read_text(encoding="utf-8") == prepared_text(prepared)


def test_it_is_read_as_it_was_written(prepared):
    assert prepared_text(prepared_from(json.loads(prepared_text(prepared)))) == prepared_text(
        prepared
    )
    read = load_prepared(ROOT)
    assert (read.councils, read.places, read.hospitals) == (
        prepared.councils,
        prepared.places,
        prepared.hospitals,
    )
    assert (read.alliances, read.trusts, read.groups) == (
        prepared.alliances,
        prepared.trusts,
        prepared.groups,
    )
    assert read.area_map.areas == prepared.area_map.areas


def test_how_old_it_is_stands_in_words(prepared):
    assert prepared.as_of == "Areas as of April 2024. Postcodes as of November 2025."


def test_every_place_and_hospital_has_its_line(geography, prepared):
    for sections, known in (
        (prepared.places, geography.places),
        (prepared.hospitals, geography.hospitals),
    ):
        names = [line.name for section in sections for line in section.lines]
        assert sorted(names) == sorted(one.name for one in known)
    line = next(line for line in prepared.places[0].lines if line.name == "Abingdon")
    assert line.keys == "34"


def test_a_build_loads_nothing_that_only_the_making_needs():
    code = (
        "import sys, website.pages.finding.find; "
        "print(sorted(name for name in sys.modules if name.startswith('geography.')))"
    )
    done = run(
        [sys.executable, "-c", code],
        cwd=ROOT / "plugins",
        capture_output=True,
        text=True,
        check=True,
    )
    assert "geography.lookup" in done.stdout
    assert "geography.making" not in done.stdout
