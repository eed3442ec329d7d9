"""What is published of geography."""

from __future__ import annotations

import gzip
import json
import sys
from subprocess import run

from geography.lookup.prepared import table_text
from geography.lookup.published_files import published_places, published_table
from tests.geography.conftest import ROOT

TABLE = table_text(ROOT)


def size(text):
    return len(gzip.compress(text.encode()))


def test_the_table_keeps_its_format_and_adds_its_age_alliances_and_nations(prepared):
    answers = {"wessex": {"near": 3, "home": 12}}
    nations = {"Wales": [{"name": "Society of Elsewhere", "what": "Sorts.", "href": "https://x"}]}
    text = published_table(TABLE, prepared.as_of, prepared.alliances, answers, nations)
    document = json.loads(text)
    assert text == json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    held = json.loads(TABLE)
    assert {name: document[name] for name in held} == held
    assert set(document) - set(held) == {"as_of", "alliances", "nations"}
    assert document["nations"] == nations
    assert document["alliances"]["16"] == {
        "slug": "wessex",
        "name": "Wessex",
        "near": 3,
        "home": 12,
    }
    assert document["alliances"]["14"] == {"slug": "peninsula", "name": "Peninsula"}


def test_what_a_phone_fetches_is_small(prepared):
    assert size(published_table(TABLE, "", prepared.alliances, {}, {})) < 27 * 1024
    assert size(published_places(prepared.groups)) < 28 * 1024


def test_every_place_and_hospital_can_be_searched_for(geography, prepared):
    document = json.loads(published_places(prepared.groups))
    names = [name for *_, run_of_names in document["groups"] for name in run_of_names.split("|")]
    known = (geography.places, geography.counties, geography.hospitals)
    assert len(names) == sum(map(len, known))
    assert ["town", "North Yorkshire", "26 30"] in [group[:3] for group in document["groups"]]
    keys = {key for _, _, keys, _, _ in document["groups"] for key in keys.split()}
    assert keys == set(geography.alliances.by_key)


def test_the_key_of_an_alliance_is_the_end_of_its_code(geography):
    assert all(one.code.endswith(one.key) for one in geography.alliances)


def test_the_package_needs_no_pelican():
    code = (
        "import sys, geography.lookup.published_files, geography.making.rebuild; "
        "sys.exit('pelican' in sys.modules)"
    )
    done = run([sys.executable, "-c", code], cwd=ROOT / "plugins", check=False)
    assert done.returncode == 0
