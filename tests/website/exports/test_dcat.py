"""The record for catalogues of data."""

from __future__ import annotations

import json

import pytest

from tests.invented import SITE, TODAY
from website.exports.dcat import CONTEXT, SETS, catalogue_record


def names(value):
    """Every key and type of a JSON-LD value."""
    if isinstance(value, list):
        return set().union(*map(names, value))
    if not isinstance(value, dict):
        return set()
    kinds = value.get("@type", [])
    found = {name for name in value if not name.startswith("@")}
    found |= {kinds} if isinstance(kinds, str) else set(kinds)
    return found.union(*map(names, value.values()))


@pytest.mark.parametrize("address", [SITE, ""])
def test_the_record_has_what_dcat_asks_for(address):
    record = catalogue_record(TODAY, "", address)
    assert json.loads(json.dumps(record)) == record
    assert record["@type"] == "dcat:Catalog"
    assert record["@id"] == f"{address}/data/#catalogue"
    body = {name: value for name, value in record.items() if name != "@context"}
    assert {name.partition(":")[0] for name in names(body)} <= set(CONTEXT)
    for one in record["dcat:dataset"]:
        assert one["@type"] == "dcat:Dataset"
        assert {"dct:title", "dct:description", "dct:license", "dcat:distribution"} <= set(one)
        for form in one["dcat:distribution"]:
            assert form["dcat:downloadURL"] == {"@id": form["@id"]}
            assert form["@id"].startswith(f"{address}/")
            assert form["dcat:mediaType"]["@id"].startswith("https://www.iana.org/")


def test_the_day_and_the_owner_are_those_of_the_site():
    record = catalogue_record(TODAY, "Invented volunteers", SITE)
    assert record["dct:modified"] == {"@type": "xsd:date", "@value": "2026-11-22"}
    assert record["dct:publisher"]["foaf:name"] == "Invented volunteers"


def test_no_owner_is_made_up():
    record = catalogue_record(TODAY, "", SITE)
    assert record["dct:publisher"]["foaf:name"] == "Your Say in Cancer Care"


def test_each_set_has_a_name_of_its_own():
    assert len({one.name for one in SETS}) == len(SETS)
    paths = [form.path for one in SETS for form in one.downloads]
    assert len(set(paths)) == len(paths)
