"""What an entry rests on decides whether it is confirmed, and how old that is where it stands."""

from __future__ import annotations

from datetime import date

import pytest

from catalogue.model.evidence import ORDER, confirmed_until, day_of, evidence_on, is_confirmed
from tests.invented import checked, sample, saved_copy

TODAY = date(2026, 11, 22)
HALF_A_YEAR_AGO = date(2026, 5, 22)
LONGER_AGO = date(2026, 5, 21)


@pytest.mark.parametrize("how", ["live-page", "organiser"])
@pytest.mark.parametrize(
    ("on", "code"),
    [
        (TODAY, "confirmed"),
        (HALF_A_YEAR_AGO, "confirmed"),
        (LONGER_AGO, "recent"),
        (date(2025, 11, 22), "recent"),
        (date(2025, 11, 21), "older"),
    ],
)
def test_who_saw_or_said_it_confirms_it_for_six_months(how, on, code):
    assert evidence_on(checked(on, how), TODAY) == code
    assert is_confirmed(checked(on, how), TODAY) == (code == "confirmed")


@pytest.mark.parametrize("how", ["stored-copy", "leaflet"])
@pytest.mark.parametrize(
    ("page", "code"),
    [
        ({"page_date": "2026-11-22"}, "recent"),
        ({"page_date": "2025-11-22"}, "recent"),
        ({"page_date": "2025-11-21"}, "older"),
        ({"page_date": "2025-12"}, "recent"),
        ({"page_date": "2025-11"}, "older"),
        ({"page_date": "2026"}, "recent"),
        ({"page_date": "2025"}, "older"),
        ({"page_age": "about 2026"}, "older"),
        ({}, "undated"),
    ],
)
def test_a_copy_never_confirms_however_young_it_is(how, page, code):
    assert evidence_on(checked(TODAY, how, **page), TODAY) == code
    assert not is_confirmed(checked(TODAY, how, **page), TODAY)


def test_what_was_seen_is_as_old_as_the_day_and_a_copy_as_old_as_its_page():
    assert day_of(checked(HALF_A_YEAR_AGO, page_date="2019")) == HALF_A_YEAR_AGO
    assert day_of(saved_copy("2019-03")) == date(2019, 3, 1)
    assert day_of(saved_copy()) is None


def test_six_months_end_on_the_last_day_of_a_short_month():
    assert confirmed_until(checked(date(2026, 8, 31))) == date(2027, 2, 28)


def test_every_code_is_a_word_of_the_vocabulary_in_its_order():
    assert tuple(term.code for term in sample().vocabularies["evidence"]) == ORDER
