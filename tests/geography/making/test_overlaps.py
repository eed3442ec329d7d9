"""Overlaps: what overlaps.csv says, the table shows."""

from __future__ import annotations

import csv

from geography.making.sources import load_table
from tests.geography.conftest import ROOT

FILE = ROOT / "data" / "geography" / "overlaps.csv"


def rows():
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_high_and_medium_show_both_and_a_mention_is_a_mention():
    shown = {
        "high": "both",
        "medium": "both",
        "low: mention": "mention",
        "low": "no",
    }
    for row in rows():
        level = row["advice"] if row["advice"].startswith("low") else row["advice"].split(":")[0]
        assert row["show"] == shown[level], row["zone"]


def test_each_zone_that_is_shown_stands_in_the_table(zones):
    table = {zone["zone"]: zone for zone in load_table(ROOT)["overlaps"]}
    assert set(table) == {zone.name for zone in zones}
    for zone in zones:
        held = table[zone.name]
        assert held["show"] == [zone.official, zone.other]
        assert (held["level"], held["words"]) == (zone.show, zone.words)
        assert held["whole"] or held["mixed"]


def test_a_zone_holds_by_answer_district_and_place(zones):
    harrogate = next(zone for zone in zones if zone.name == "harrogate")
    town, whitby = (430_300, 455_400), (489_500, 511_000)
    assert harrogate.holds("26", "E06000065", town)
    assert not harrogate.holds("26", "E06000065", whitby)
    assert not harrogate.holds("30", "E06000065", town)
    assert not harrogate.holds("26", "E08000035", town)
    assert not harrogate.holds("26", "E06000065", None)


def test_the_words_are_plain(zones):
    for zone in zones:
        sentences = zone.words.removesuffix(".").split(". ")
        assert len(sentences) == 2
        assert all(len(sentence.split()) <= 20 for sentence in sentences), zone.name
