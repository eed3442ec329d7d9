"""The home page shows what people can join now, and never a heading over nothing."""

from __future__ import annotations

from datetime import date

import pytest

from tests.invented import entry, index, saved_copy
from website.pages.finding.home import NOTHING, first_of

SOON = entry("soon", deadline=date(2026, 11, 30))
ALWAYS = entry("always", deadline="ongoing")
DATED = entry("dated", deadline=date(2027, 3, 31))
RECENT = entry("recent", checked=saved_copy("2026-03"))
UNSURE_SOON = entry("unsure-soon", deadline=date(2026, 11, 30), checked=saved_copy("2025"))
UNKNOWN = entry("unknown", checked=saved_copy())
ENDED = entry("ended", deadline=date(2026, 1, 31))


@pytest.mark.parametrize(
    ("entries", "title", "slugs"),
    [
        ([SOON, ALWAYS, DATED, RECENT, UNKNOWN, ENDED], "Closing soon", ["soon"]),
        ([ALWAYS, DATED, RECENT, UNKNOWN, ENDED], "Confirmed", ["dated", "always"]),
        ([RECENT, UNSURE_SOON, UNKNOWN, ENDED], "From the newest pages", ["recent"]),
        ([UNKNOWN, UNSURE_SOON, ENDED], "Not confirmed yet", ["unsure-soon", "unknown"]),
        ([ENDED], NOTHING.title, []),
    ],
)
def test_what_people_can_join_comes_first(entries, title, slugs):
    first = first_of(index(*entries).listed)
    assert (first.title, [one.entry.slug for one in first.listings]) == (title, slugs)


def test_no_more_than_three_are_shown():
    many = [entry(f"always-{number}", deadline="ongoing") for number in range(5)]
    assert len(first_of(index(*many).listed).listings) == 3
