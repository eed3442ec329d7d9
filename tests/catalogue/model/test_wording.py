"""The words for what is known, and for what is not."""

from __future__ import annotations

import random
import re
from datetime import date, datetime

import pytest

from catalogue.model import wording
from catalogue.model.wording import Statement
from tests import invented
from tests.invented import checked, saved_copy


def said(question, **values):
    return question(invented.entry(**values))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, Statement()),
        ({"commitment": "not_stated"}, Statement()),
        ({"commitment": "flexible"}, Statement(lines=("You choose each time",))),
        (
            {"commitment": "flexible", "time": "1 hour."},
            Statement(lines=("You choose each time",), note="1 hour."),
        ),
        ({"time": "1 hour. Then 2 more."}, Statement(lines=("1 hour.",), note="Then 2 more.")),
        ({"time": "1 hour", "term": "2 years"}, Statement(lines=("1 hour.",), note="2 years.")),
    ],
)
def test_how_long_it_takes(values, expected):
    assert said(wording.how_long, **values) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, Statement()),
        ({"format": ("online", "post")}, Statement(lines=("Online and by post",))),
        (
            {"format": ("in_person",), "place": "Leeds"},
            Statement(lines=("In person",), note="Leeds"),
        ),
        ({"place": "Leeds"}, Statement(lines=("Leeds",), note="Online or in person: not stated.")),
    ],
)
def test_where_it_is(values, expected):
    assert said(wording.where, **values) == expected


@pytest.mark.parametrize(
    ("values", "warned"),
    [
        ({"payment": "paid"}, True),
        ({"payment": "voucher"}, True),
        ({"payment": "not_stated", "payment_detail": "One group paid £30."}, True),
        ({"payment": "not_stated", "payment_detail": "Ask about payment."}, True),
        ({"payment": "not_stated", "payment_detail": "It is free to join."}, False),
        ({"payment": "expenses_only", "expenses": ("travel",)}, False),
        ({"payment": "unpaid"}, False),
        ({}, False),
    ],
)
def test_money_comes_with_the_note_on_benefits(values, warned):
    note = said(wording.money, **values).note
    assert note.endswith(wording.BENEFITS_NOTE) == warned


FIRST = invented.meeting(datetime(2026, 12, 8, 18), datetime(2026, 12, 8, 20))
LAST = invented.meeting(date(2027, 3, 30))


@pytest.mark.parametrize(
    ("values", "on_card", "on_page"),
    [
        ({"deadline": date(2026, 12, 1)}, "Closes 1 December 2026", "1 December 2026"),
        (
            {"deadline": datetime(2026, 12, 1, 17)},
            "Closes 1 December 2026 at 5pm",
            "1 December 2026 at 5pm",
        ),
        ({"sessions": (FIRST,)}, "On 8 December 2026 at 6pm", "On 8 December 2026 at 6pm"),
        (
            {"sessions": (FIRST, LAST)},
            "2 dates, the last on 30 March 2027",
            "2 dates, the last on 30 March 2027",
        ),
        (
            {"sessions": (FIRST,), "deadline": date(2026, 12, 1)},
            "Closes 1 December 2026",
            "1 December 2026",
        ),
        ({"deadline": "ongoing"}, "At any time", "At any time"),
        (
            {"deadline": "ongoing", "checked": saved_copy("2026-03")},
            "Page from March 2026",
            "At any time, their page says",
        ),
        (
            {"deadline": date(2027, 3, 31), "checked": saved_copy()},
            "Closes 31 March 2027, their page says",
            "31 March 2027, their page says",
        ),
        (
            {"deadline": date(2027, 3, 31), "checked": checked(how="leaflet")},
            "Closes 31 March 2027, their leaflet says",
            "31 March 2027, their leaflet says",
        ),
        (
            {"opens": date(2027, 1, 9), "checked": saved_copy()},
            "Opens 9 January 2027, their page says",
            "Opens 9 January 2027, their page says",
        ),
        ({"deadline": date(2026, 11, 21)}, "Ended 21 November 2026", "21 November 2026"),
        (
            {"deadline": date(2026, 11, 21), "checked": saved_copy()},
            "Ended 21 November 2026",
            "21 November 2026",
        ),
    ],
)
def test_a_day_to_apply_by_is_told_from_a_day_to_meet(values, on_card, on_page):
    listing = invented.listing(invented.entry(**values))
    assert wording.when_in_short(listing) == on_card
    assert wording.by_when(listing).lines == (on_page,)


@pytest.mark.parametrize(
    ("one", "sentence", "short"),
    [
        (checked(), "We saw their page on 20 November 2026.", "Page seen on 20 November 2026"),
        (
            checked(how="organiser"),
            "The organiser told us on 20 November 2026.",
            "They told us on 20 November 2026",
        ),
        (saved_copy("2026-03"), "Their page was from March 2026.", "Page from March 2026"),
        (
            saved_copy(page_age="about 2017"),
            "How old their page is: about 2017.",
            "Page: about 2017",
        ),
        (saved_copy(), "Their page has no date.", "Page has no date"),
        (
            checked(how="leaflet", page_date="2026"),
            "Their leaflet was from 2026.",
            "Leaflet from 2026",
        ),
    ],
)
def test_what_an_entry_rests_on_is_said_in_plain_words(one, sentence, short):
    assert wording.evidence(one) == sentence
    assert wording.evidence_short(one) == short


def test_a_date_that_nobody_has_confirmed_comes_with_the_advice_to_ask():
    unsure = invented.listing(
        invented.entry(deadline=date(2027, 3, 31), checked=saved_copy(), dates_note="By post.")
    )
    assert wording.by_when(unsure).note == "Ask first. By post."
    sure = invented.listing(invented.entry(deadline=date(2027, 3, 31), dates_note="By post."))
    assert wording.by_when(sure).note == "By post."


def test_costs_are_named():
    assert said(wording.money, expenses=("travel", "care")) == Statement(
        lines=("Expenses paid: travel and care for someone you look after",)
    )


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://www.example.org/help/get-involved/", "example.org: get involved"),
        ("https://example.org/", "example.org"),
        ("https://example.org", "example.org"),
        ("https://example.org/Get_Involved.html?x=1", "example.org: get involved"),
        ("https://example.org/a/6c52bf62-cae2-4a6d-9ac7-5b5d3a53b1a3", "example.org"),
        ("https://example.org/news/8659", "example.org: news"),
        ("https://example.org/panel/P5AG8MmaWa", "example.org: panel"),
        ("https://example.org/the%20panel", "example.org: the panel"),
        (
            "https://example.org/" + "-".join(["patients"] * 20),
            "example.org: " + " ".join(["patients"] * 7) + "…",
        ),
    ],
)
def test_a_link_is_named_after_its_site_and_page(address, words):
    assert wording.page_words(address) == words


def test_names_of_random_pages_are_told_from_codes_and_spaced_as_the_plain_rules_say():
    chance = random.Random(1)
    code_like = re.compile(
        r"[0-9a-f-]{16,}|[a-z0-9]*[a-z][0-9]+[a-z][a-z0-9]*|[^a-z]*([a-z]{1,2}[^a-z]+)*[a-z]{0,2}"
    )
    for _ in range(20_000):
        name = "".join(chance.choices("abz019-_+ \u00a0é", k=chance.randrange(1, 12)))
        spaced = re.sub(r"[-_+\s]+", " ", name).strip()
        said = "" if code_like.fullmatch(name) else f": {spaced}"
        assert wording.page_words(f"https://made-up.example/{name}") == f"made-up.example{said}"
