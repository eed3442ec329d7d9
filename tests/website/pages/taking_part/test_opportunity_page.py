"""An opportunity's page: nothing invented, nothing left out, gaps said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from catalogue.schema.vocabulary import Term
from tests import invented
from website.pages.taking_part.opportunity_page import opportunity_page


def page(**values):
    made = invented.entry(**values)
    listing = invented.listing(made)
    catalogue = invented.catalogue(made)
    return opportunity_page(listing, catalogue, "")


def test_the_answers_that_are_known_stand_in_one_order():
    answers = page(place="Leeds", deadline="ongoing", payment="unpaid", time="1 hour").answers
    assert [(answer.question, answer.lines) for answer in answers] == [
        ("How much time?", ("1 hour",)),
        ("Where is it?", ("Leeds",)),
        ("Will I be paid, or get costs back?", ("Not paid",)),
        ("Who is it for?", ("People with cancer, or who have had it",)),
        ("When is the closing date?", ("At any time",)),
    ]


def test_what_is_not_known_is_one_line():
    made = page()
    assert [answer.question for answer in made.answers] == ["Who is it for?"]
    assert made.gaps == (
        "how you take part, time, money, which costs they pay, "
        "what support they offer, who can join, how to apply or a closing date"
    )


@pytest.mark.parametrize("code", ["any", "not_stated"])
def test_a_code_that_tells_nothing_has_no_row(code):
    entry = replace(invented.entry(), languages=(Term(code=code, label="Not stated"),))
    made = opportunity_page(invented.listing(entry), invented.catalogue(entry), "")
    assert made.about == ()


@pytest.mark.parametrize(
    ("values", "title", "words"),
    [
        ({}, "Ask them before you apply", "We saw their page on 20 November 2026."),
        (
            {"checked": invented.saved_copy("2026-03")},
            "Check before you apply",
            "Their page was from March 2026. "
            "We have not been able to confirm that this is still open.",
        ),
        (
            {"checked": invented.saved_copy(), "opens": date(2027, 1, 9)},
            "Check before you apply",
            "Their page has no date. We have not been able to confirm that this is right.",
        ),
        (
            {"who_for": ("invited",)},
            "By invitation only",
            "You cannot ask to join. We saw their page on 20 November 2026.",
        ),
    ],
)
def test_what_to_do_first_says_how_sure_we_are(values, title, words):
    made = page(**values)
    assert (made.act_title, made.act_words) == (title, words)


def test_a_phone_number_is_a_way_without_the_internet():
    made = page(apply=invented.apply(phone="0800 000 000"))
    assert [(row.label, row.href) for row in made.ways] == [("Phone", "tel:0800000000")]
    assert made.without_internet == ("You can use the phone number above.",)


def test_a_postal_address_is_named_beside_the_phone_number():
    made = page(apply=invented.apply(phone="0800 000 000", post="1 Nowhere Street"))
    assert made.without_internet == ("You can use the phone number or the postal address above.",)


@pytest.mark.parametrize(
    ("values", "first"),
    [
        ({}, "We could not find a phone number or postal address."),
        ({"format": ("post",)}, "The page says that you can take part by post."),
        ({"format": ("online", "phone")}, "The page says that you can take part by phone."),
    ],
)
def test_without_a_number_the_page_says_what_to_do(values, first):
    said = page(**values).without_internet
    assert said[0] == first
    assert "PALS" in said[-1]


def test_an_entry_that_ended_has_nobody_to_ask_but_keeps_its_note():
    made = page(closed="yes", to_confirm="It is over.")
    assert (made.ended_words, made.enquiry, made.gaps) == ("This is closed.", None, "")
    assert [row.value for row in made.freshness if row.label == "Our note"] == ["It is over."]


@pytest.mark.parametrize(
    ("summary", "description"),
    [
        ("You help us.", "You help us. It is run by An invented trust."),
        ("You help us sort pebbles.", "You help us sort pebbles."),
    ],
)
def test_a_description_is_more_than_a_few_words(summary, description):
    assert page(summary=summary).description == description
