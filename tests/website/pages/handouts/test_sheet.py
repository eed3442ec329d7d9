"""An alliance's sheet: numbers with what they are for, and no more than one side holds."""

from __future__ import annotations

from dataclasses import replace

from tests import invented
from website.cards.rows import Row
from website.lists.alliance_lists import lists_for
from website.pages.handouts.sheet import MOST_ON_A_SHEET, SheetRoute, sheet_of


def sheet(routes=(), entries=9):
    alliance = replace(invented.sample().alliances["wessex"], routes=routes)
    listed = [invented.listing(invented.entry(f"panel-{n}")) for n in range(entries)]
    return sheet_of(alliance, lists_for("wessex", listed), (), invented.TODAY, "")


def route(name, about="care", **ways):
    return {"name": name, "about": about, "source_age": "about 2024", **ways}


def test_routes_with_a_number_say_what_it_is_for_and_how_old_it_is():
    made = sheet(
        (
            route("A board, complaints", phone="01632 960 000"),
            route("A page", url="https://www.pebble.nhs.uk/"),
            route("A board, meetings", "board", phone="01632 960 111"),
        )
    )
    assert made.routes == (
        SheetRoute(
            call=Row(label="A board, complaints", value="01632 960 000", href="tel:01632960000"),
            note="For care and complaints. How old this is: about 2024.",
        ),
        SheetRoute(
            call=Row(label="A board, meetings", value="01632 960 111", href="tel:01632960111"),
            note="How old this is: about 2024.",
        ),
    )
    assert made.phones == ()


def test_each_number_leaves_less_room_for_what_to_join():
    numbers = [route(f"Board {n}", phone="01632 960 000") for n in range(5)]
    assert len(sheet().items) == MOST_ON_A_SHEET
    assert len(sheet(tuple(numbers[:1])).items) == MOST_ON_A_SHEET - 2
    many = sheet(tuple(numbers))
    assert (len(many.routes), len(many.items), many.more) == (
        *(2, MOST_ON_A_SHEET - 4),
        "6 more ways to take part on the web page.",
    )
