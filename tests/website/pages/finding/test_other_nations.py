"""Outside England: whom people can turn to, on the page and in the answer to a postcode."""

from __future__ import annotations

import csv

from catalogue.loader import load
from tests import invented
from tests.built import PROJECT, TODAY
from website.cards.rows import Signpost
from website.pages.finding.other_nations import other_nations, signposts_by_nation

CATALOGUE = invented.catalogue()
OF_PEBBLES = "Hears what people say of pebbles."


def test_each_nation_has_somebody_and_an_alliance_is_a_page_of_ours():
    nations = {one.name: one for one in other_nations(CATALOGUE, "https://site.example")}
    assert list(nations) == [
        *("Wales", "Scotland", "Northern Ireland", "Isle of Man", "Jersey", "Guernsey")
    ]
    assert nations["Isle of Man"].alliances == (
        Signpost(
            name="Pebble Alliance of Cheshire and Merseyside",
            what=OF_PEBBLES,
            href="https://site.example/alliances/cheshire-and-merseyside/",
        ),
    )
    assert nations["Wales"].signposts == (
        Signpost(
            name="Pebble Voice of Wales",
            what=OF_PEBBLES,
            href="https://www.invented.example/pebble-voice-of-wales",
        ),
    )


def test_the_answer_to_a_postcode_has_the_bodies_of_the_nation_itself():
    signs = signposts_by_nation(CATALOGUE)
    assert [one["name"] for one in signs["Isle of Man"]] == ["Pebble Voice of the Isle of Man"]
    assert set(signs["Jersey"][0]) == {"name", "what", "href"}


def test_postcodes_and_pages_name_the_same_alliances_for_nations():
    """The script knows which alliance serves an island; the page has it from the data."""
    bodies = load(PROJECT, TODAY).catalogue.national_bodies
    by_page = {(one.nation.label, one.alliance) for one in bodies if one.alliance}
    with (PROJECT / "tests/geography/postcodes.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["nation"]]
    by_postcode = {(row["nation"], row["alliances"]) for row in rows if row["alliances"]}
    assert by_page == by_postcode == {("Isle of Man", "cheshire-and-merseyside")}
