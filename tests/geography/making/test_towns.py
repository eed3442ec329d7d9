"""Places from A to Z."""

from __future__ import annotations

import csv
from collections import Counter

from geography.making.towns import COUNCIL, TOWN, a_to_z, without_style
from geography.names.alphabetical_order import in_order
from tests.geography.conftest import ROOT


def entries(geography, name):
    return [
        (entry.note, entry.place.alliances)
        for letter in a_to_z(geography.places)
        for entry in letter.lines
        if entry.name == name
    ]


def test_every_council_is_there(geography):
    with (ROOT / "data" / "geography" / "districts.csv").open(encoding="utf-8") as file:
        districts = {
            without_style(row["name"]): row["alliance_codes"] for row in csv.DictReader(file)
        }
    councils = {place.name: place.alliances for place in geography.places if place.kind == COUNCIL}
    assert set(councils) == set(districts)
    for name, codes in districts.items():
        assert set(geography.alliances.slugs_of(codes)) <= set(councils[name])


def test_places_of_one_name_are_told_apart(geography):
    lines = Counter(
        (entry.name, entry.note) for letter in a_to_z(geography.places) for entry in letter.lines
    )
    same = {line: count for line, count in lines.items() if count > 1}
    assert same == {}
    assert entries(geography, "Washington") == [
        ("Horsham", ("surrey-and-sussex",)),
        ("Sunderland", ("northern",)),
    ]


def test_a_town_that_is_its_council_stands_once(geography):
    assert entries(geography, "Leeds") == [("", ("west-yorkshire-and-harrogate",))]
    assert entries(geography, "Ashford") == [
        ("Spelthorne", ("surrey-and-sussex",)),
        ("council", ("kent-and-medway",)),
    ]


def test_an_old_council_is_called_old_unless_a_town_says_the_same(geography):
    assert entries(geography, "Allerdale") == [("old council", ("northern",))]
    both = ("humber-and-north-yorkshire", "west-yorkshire-and-harrogate")
    assert entries(geography, "Harrogate") == [("", both)]


def test_a_divided_place_has_all_its_alliances(geography):
    assert entries(geography, "North Yorkshire") == [
        (
            "",
            (
                "humber-and-north-yorkshire",
                "west-yorkshire-and-harrogate",
                "lancashire-and-south-cumbria",
            ),
        )
    ]
    ((note, london),) = entries(geography, "London")
    assert note == ""
    assert len(london) == 4


def test_an_overlap_shows_both_and_is_named(geography):
    ripon = next(place for place in geography.places if place.name == "Ripon")
    assert ripon.alliances == ("humber-and-north-yorkshire", "west-yorkshire-and-harrogate")
    assert ripon.zone == "harrogate"
    glossop = next(place for place in geography.places if place.name == "Glossop")
    assert glossop.alliances == ("east-midlands",)
    assert glossop.zone == "glossop"


def test_letters_are_in_order_and_hold_their_own(geography):
    letters = a_to_z(geography.places)
    assert [one.letter for one in letters] == sorted({one.letter for one in letters})
    for one in letters:
        names = [in_order(entry.name) for entry in one.lines]
        assert names == sorted(names)
        assert all(name.startswith(one.letter.lower()) for name in names)


def test_a_council_is_named_as_people_say_it(geography):
    names = {place.name for place in geography.places}
    assert {"Bristol", "Herefordshire", "Bournemouth, Christchurch and Poole"} <= names
    assert not [name for name in names if name.endswith((" of", "County of", "City of"))]


def test_a_towns_council_is_a_council(geography):
    councils = {place.name for place in geography.places if place.kind == COUNCIL}
    homeless = {
        place.name
        for place in geography.places
        if place.kind == TOWN and place.district not in councils
    }
    assert homeless == {"London"}
