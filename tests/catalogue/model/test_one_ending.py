"""An ending told in advance is the same moment in words, calendars, embeds, feeds and scripts."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from catalogue.model.closing_moment import moments_of
from catalogue.model.wording import by_when, when_in_short
from tests.invented import TODAY, entry, listing
from website.exports.calendars import events_of, has_dates


@pytest.mark.parametrize("deadline", ["ongoing", None])
def test_what_closes_later_is_not_open_for_ever(deadline):
    one = entry(deadline=deadline, closed=date(2027, 3, 29))
    ahead = listing(one)
    assert ahead.status == "open"
    assert when_in_short(ahead) == "Closes 28 March 2027"
    assert by_when(ahead).lines == ("28 March 2027",)
    assert moments_of(ahead) == {"closes": "2027-03-28"}
    assert has_dates(one)
    (event,) = events_of(ahead, TODAY, "").deadlines
    assert event["DTSTART"].dt == date(2027, 3, 28)


def test_the_minute_of_a_deadline_stays_when_it_is_closed_the_day_after():
    one = entry(deadline=datetime(2026, 11, 30, 17), closed=date(2026, 12, 1))
    assert one.closing_time == datetime(2026, 11, 30, 17)
    assert moments_of(listing(one)) == {"closes": "2026-11-30T17:00"}


def test_what_is_closed_already_has_no_last_day_ahead():
    one = entry(deadline=date(2027, 3, 1), closed=date(2026, 11, 20))
    assert listing(one).status == "closed"
    assert when_in_short(listing(one)) == "Closed 20 November 2026"
