"""The day of a build is settled in one place."""

from datetime import UTC, date, datetime

import pytest

from project import today


def test_the_day_asked_for_comes_before_the_variable_and_the_clock():
    assert today.settle("2026-11-30", {"SITE_TODAY": "2026-12-01"}) == date(2026, 11, 30)
    assert today.settle("", {"SITE_TODAY": "2026-12-01"}) == date(2026, 12, 1)
    before, day, after = datetime.now(UTC), today.settle("", {}), datetime.now(UTC)
    assert today.in_london(before) <= day <= today.in_london(after)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 7, 1, 22, 59, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 7, 1, 23, 0, tzinfo=UTC), date(2026, 7, 2)),
        (datetime(2026, 12, 1, 23, 59, tzinfo=UTC), date(2026, 12, 1)),
    ],
)
def test_a_new_day_begins_at_midnight_in_london(moment, day):
    assert today.in_london(moment) == day


@pytest.mark.parametrize("written", ["20261130", "2026-W48-1", "30/11/2026", "2026-02-30", "soon"])
def test_anything_but_year_month_day_is_refused(written):
    with pytest.raises(ValueError, match="is not a date") as caught:
        today.settle(written, {})
    sentence = f"--today: '{written}' is not a date. Write it like 2026-11-30."
    assert str(caught.value) == sentence


@pytest.mark.parametrize("written", ["9999-12-31", "2101-01-01", "1999-12-31", "0001-01-01"])
def test_a_day_too_far_away_to_reckon_with_is_refused(written):
    with pytest.raises(ValueError, match="is too far away") as caught:
        today.settle(written, {})
    assert str(caught.value) == f"--today: {written} is too far away. Give a day in 2000 to 2100."
    assert today.settle("2100-12-31", {}) == date(2100, 12, 31)


def test_the_message_names_the_variable_that_is_wrong():
    with pytest.raises(ValueError, match=r"^SITE_TODAY: 'soon'"):
        today.settle("", {"SITE_TODAY": "soon"})
