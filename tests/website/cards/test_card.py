"""What the templates of lists read of an entry: nothing invented, nothing left out."""

from __future__ import annotations

from datetime import date

import pytest

from tests import invented
from website.cards import card as views


def test_the_patches_of_cards_are_drawn_once_in_the_order_of_the_cards():
    here, there = (
        views.card_of(invented.listing(made), invented.catalogue(made))
        for made in (invented.entry(alliances=()), invented.entry(alliances=("wessex",)))
    )
    assert here.patch != there.patch
    drawn = views.patches_of([there, here, there])
    assert drawn == (there.patch.drawing, here.patch.drawing)


@pytest.mark.parametrize(
    ("values", "facts"),
    [
        ({}, ("Readers' panel", "For people with cancer")),
        ({"format": ("online",)}, ("Online", "Readers' panel")),
        (
            {"format": ("online", "post"), "commitment": "one_off_short"},
            ("Online and by post", "Up to 1 hour, once"),
        ),
        (
            {"who_for": ("patients", "invited"), "format": ("online",)},
            ("By invitation only", "Online"),
        ),
    ],
)
def test_a_row_has_the_two_facts_that_decide(values, facts):
    assert invented.cards(invented.entry(**values))["reader-panel"].facts == facts


@pytest.mark.parametrize(
    ("values", "tag", "closes"),
    [
        ({}, "Not confirmed yet", ""),
        ({"deadline": "ongoing"}, "Not confirmed yet", ""),
        (
            {"deadline": date(2027, 3, 31)},
            "Not confirmed yet",
            "Closes 31 March 2027, their page says",
        ),
        (
            {"deadline": date(2026, 11, 30)},
            "Closing soon",
            "Closes 30 November 2026, their page says",
        ),
    ],
)
def test_a_card_says_that_nobody_has_confirmed_it_and_how_old_the_page_is(values, tag, closes):
    one = invented.entry(checked=invented.saved_copy("2026-03"), **values)
    card = invented.cards(one)[one.slug]
    assert (card.tag, card.closes, card.age) == (tag, closes, "Page from March 2026")
    assert card.when == (closes or "Page from March 2026")
    assert card.row_tag == ("" if tag == "Not confirmed yet" else tag)
    assert not card.is_confirmed


def test_a_card_with_a_date_says_it_for_people_and_for_machines():
    last = invented.TODAY.replace(day=30)
    card = invented.cards(invented.entry(deadline=last))["reader-panel"]
    assert (card.tag, card.closes) == ("Closing soon", "Closes 30 November 2026")
    assert card.when_date == "2026-11-30"


@pytest.mark.parametrize(
    ("closed", "closes"), [("yes", ""), (date(2026, 10, 1), "Closed 1 October 2026")]
)
def test_a_closed_card_says_so_once_unless_the_day_is_known(closed, closes):
    one = invented.entry(closed=closed)
    card = invented.cards(one)[one.slug]
    assert (card.tag, card.closes) == ("Closed", closes)
