"""Counties, each with the alliances of its districts."""

from __future__ import annotations

import csv

from tests.geography.conftest import ROOT


def test_a_county_has_the_alliances_of_its_districts(geography):
    folder = ROOT / "data" / "geography"
    with (folder / "districts.csv").open(encoding="utf-8") as file:
        of_district = {
            row["lad_code"]: row["alliance_codes"].split() for row in csv.DictReader(file)
        }
    with (folder / "counties.csv").open(encoding="utf-8") as file:
        rows = {row["county"]: row for row in csv.DictReader(file)}
    assert [county.name for county in geography.counties] == list(rows)
    for row in rows.values():
        codes = {code for lad in row["lad_codes"].split() for code in of_district[lad]}
        assert set(row["alliance_codes"].split()) == codes, row["county"]
