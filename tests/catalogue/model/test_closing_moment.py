"""The moments that the script in a page compares with the clock."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from catalogue.model.closing_moment import moments_of
from tests.invented import entry, listing, meeting


@pytest.mark.parametrize(
    ("values", "moments"),
    [
        ({}, {}),
        ({"deadline": "ongoing"}, {}),
        ({"deadline": date(2026, 11, 30)}, {"closes": "2026-11-30"}),
        ({"deadline": datetime(2026, 11, 30, 17)}, {"closes": "2026-11-30T17:00"}),
        ({"deadline": date(2026, 11, 21)}, {}),
        ({"sessions": (meeting(datetime(2026, 12, 3, 14)),)}, {"closes": "2026-12-03"}),
        (
            {"opens": date(2026, 12, 1), "deadline": date(2027, 1, 9)},
            {"closes": "2027-01-09", "opens": "2026-12-01"},
        ),
        ({"opens": date(2026, 11, 1), "deadline": date(2027, 1, 9)}, {"closes": "2027-01-09"}),
        (
            {"deadline": "ongoing", "closed": date(2026, 12, 1)},
            {"closes": "2026-11-30"},
        ),
        (
            {
                "deadline": datetime(2026, 11, 27, 12),
                "closed": date(2026, 12, 1),
            },
            {"closes": "2026-11-27T12:00"},
        ),
        (
            {
                "deadline": datetime(2026, 12, 9, 12),
                "closed": date(2026, 12, 1),
            },
            {"closes": "2026-11-30"},
        ),
        (
            {"deadline": datetime(2026, 11, 30, 17), "closed": date(2026, 12, 1)},
            {"closes": "2026-11-30T17:00"},
        ),
        (
            {
                "sessions": (meeting(datetime(2026, 12, 3, 14)),),
                "closed": date(2026, 12, 1),
            },
            {"closes": "2026-11-30"},
        ),
        ({"closed": "yes"}, {}),
    ],
)
def test_when_a_card_closes_and_opens(values, moments):
    assert moments_of(listing(entry(**values))) == moments
