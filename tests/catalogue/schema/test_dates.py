"""Dates as people write them, and as people read them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from catalogue.schema.dates import (
    as_day,
    clock,
    in_words,
    last_day_of_month,
    month_by_month,
    months_later,
    part_in_words,
    suggested_day,
    suggested_month,
    suggested_time,
    suggestions,
)

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("31/3/27", date(2027, 3, 31)),
        ("31/03/2027", date(2027, 3, 31)),
        ("31.3.2027", date(2027, 3, 31)),
        ("31-3-27", date(2027, 3, 31)),
        ("12/5/27", date(2027, 5, 12)),
        ("2026-1-5", date(2026, 1, 5)),
        ("2027/03/31", date(2027, 3, 31)),
        ("20270331", date(2027, 3, 31)),
        ("1 May 2027", date(2027, 5, 1)),
        ("1st of May 2027", date(2027, 5, 1)),
        ("2nd May, 2027", date(2027, 5, 2)),
        ("3rd Sept. 2027", date(2027, 9, 3)),
        ("1-May-27", date(2027, 5, 1)),
        ("1 May '27", date(2027, 5, 1)),
        ("May 1st, 2027", date(2027, 5, 1)),
        ("Monday 3 May 2027", date(2027, 5, 3)),
        ("no later than 3rd Jan 2027", date(2027, 1, 3)),
        ("5pm on 31 March 2027", date(2027, 3, 31)),
        ("end of February 2028", date(2028, 2, 29)),
        ("2026-12-01T23:59:00Z", date(2026, 12, 1)),
    ],
)
def test_the_day_that_somebody_meant(written, day):
    assert suggested_day(written) == day
    assert suggestions(written, TODAY) == (day,)


@pytest.mark.parametrize(
    "written",
    [
        "TBC",
        "soon",
        "May 2027",
        "31/2/2027",
        "12 to 14 May 2027",
        "12-14 May 2027",
        "2 hours",
        "1.5 hours",
        "1 Mayor 2027",
        "2026-11-31",
        "0/0/0000",
        "99999999",
        "10/2027",
        "12th",
        "",
    ],
)
def test_what_is_no_day_or_more_than_one(written):
    assert suggested_day(written) is None
    assert suggestions(written, TODAY) == ()


def test_month_before_day_is_offered_but_never_taken_for_certain():
    assert suggestions("3/31/27", TODAY) == (date(2027, 3, 31),)
    assert suggested_day("3/31/27") is None


@pytest.mark.parametrize(
    ("written", "next_ones", "last_ones"),
    [
        (
            "1 December",
            (date(2026, 12, 1), date(2027, 12, 1)),
            (date(2025, 12, 1), date(2024, 12, 1)),
        ),
        (
            "22 November",
            (date(2026, 11, 22), date(2027, 11, 22)),
            (date(2026, 11, 22), date(2025, 11, 22)),
        ),
        ("31/1", (date(2027, 1, 31), date(2028, 1, 31)), (date(2026, 1, 31), date(2025, 1, 31))),
        (
            "29 February",
            (date(2028, 2, 29), date(2032, 2, 29)),
            (date(2024, 2, 29), date(2020, 2, 29)),
        ),
        ("31 June", (), ()),
    ],
)
def test_a_day_without_a_year(written, next_ones, last_ones):
    assert suggested_day(written) is None
    assert suggestions(written, TODAY) == next_ones
    assert suggestions(written, TODAY, past=True) == last_ones


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("5pm", time(17)),
        ("5.30 pm", time(17, 30)),
        ("12am", time(0)),
        ("12 noon", time(12)),
        ("midday on 1 May", time(12)),
        ("midnight", time(23, 59)),
        ("at 09:05", time(9, 5)),
        ("17:00", time(17)),
        ("31/03/2027 23:59", time(23, 59)),
        ("2026-12-01T23:59:00Z", time(23, 59)),
        ("1 May 2027", None),
        ("25:00", None),
        ("2026-11-22", None),
    ],
)
def test_the_time_that_stands_in_a_text(written, moment):
    assert suggested_time(written) == moment


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("September 2026", "2026-09"),
        ("about Jan 2025", "2025-01"),
        ("2026", None),
        ("Maybe 2026", None),
    ],
)
def test_the_month_that_somebody_meant(written, month):
    assert suggested_month(written) == month


@pytest.mark.parametrize(
    ("month", "day"),
    [
        ("2027-02", date(2027, 2, 28)),
        ("2028-02", date(2028, 2, 29)),
        ("2027-13", None),
        ("0000-01", None),
    ],
)
def test_the_last_day_of_a_month(month, day):
    assert last_day_of_month(month) == day


@pytest.mark.parametrize("written", ["2025", "2025-09", "2025-09-30", "2024-02-29"])
def test_a_part_of_a_date(written):
    assert month_by_month(written)


@pytest.mark.parametrize(
    "written", ["25", "2025-9", "2025-13", "2025-02-30", "2025-09-30 12:00", "about 2025", "0000"]
)
def test_what_is_no_part_of_a_date(written):
    assert not month_by_month(written)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 30), "30 November 2026"),
        (datetime(2026, 11, 30, 14, 30), "30 November 2026 at 2.30pm"),
        (datetime(2026, 11, 30, 0, 0), "30 November 2026 at midnight"),
        (datetime(2026, 11, 30, 12, 0), "30 November 2026 at midday"),
        (datetime(2026, 11, 30, 9, 5), "30 November 2026 at 9.05am"),
        (datetime(2026, 11, 30, 12, 30), "30 November 2026 at 12.30pm"),
    ],
)
def test_a_date_in_words(day, words):
    assert in_words(day) == words


def test_a_time_in_words():
    assert clock(datetime(2026, 1, 1, 17, 0)) == "5pm"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2025", "2025"),
        ("2025-09", "September 2025"),
        ("2025-09-30", "30 September 2025"),
        ("spring", "spring"),
    ],
)
def test_a_part_of_a_date_in_words(text, words):
    assert part_in_words(text) == words


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 22), 6, date(2027, 5, 22)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 12, 1), -1, date(2026, 11, 1)),
    ],
)
def test_some_months_later(day, months, later):
    assert months_later(day, months) == later


def test_the_day_of_a_moment():
    assert as_day(datetime(2026, 11, 22, 23, 59)) == date(2026, 11, 22)
    assert as_day(date(2026, 11, 22)) == date(2026, 11, 22)
