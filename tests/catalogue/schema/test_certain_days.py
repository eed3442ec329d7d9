"""Dates in other shapes are the one day that can be meant, or a guess."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.schema.dates import certain_day, in_words


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1 December 2026", date(2026, 12, 1)),
        ("1st of Dec. 2026", date(2026, 12, 1)),
        ("Tuesday, 1st December 2026", date(2026, 12, 1)),
        ("Tue 1 Sept 2026", date(2026, 9, 1)),
        ("31/3/2027", date(2027, 3, 31)),
        ("31.03.2027", date(2027, 3, 31)),
        ("2027-3-1", date(2027, 3, 1)),
        (" 2027/03/01 ", date(2027, 3, 1)),
    ],
)
def test_one_day_is_meant(written, day):
    assert certain_day(written) == day


@pytest.mark.parametrize(
    "written",
    [
        "31/3/27",
        "30 February 2027",
        "31/13/2026",
        "3 December",
        "December 2026",
        "Monday 1 December 2026",
        "Someday 1 December 2026",
        "1 December 2026 to 3 December 2026",
        "1 December 2026, 5pm",
        "1/12-2026",
        "1 Decimal 2026",
        "spring 2027",
        "",
    ],
)
def test_what_would_be_a_guess_is_left(written):
    assert certain_day(written) is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_in_words_is_read(day):
    assert certain_day(in_words(day)) == day
    assert certain_day(f"{day:%d}/{day:%m}/{day.year}") == day
