"""The status of an opportunity follows from its dates, its evidence and the day."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from catalogue.model.status import LISTED, status_on
from tests import invented
from tests.invented import meeting, saved_copy

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        ({"deadline": date(2026, 12, 7)}, "open"),
        ({"deadline": date(2026, 12, 6)}, "closing_soon"),
        ({"deadline": date(2026, 11, 22)}, "closing_soon"),
        ({"deadline": datetime(2026, 11, 22, 9, 0)}, "closing_soon"),
        ({"deadline": date(2026, 11, 21)}, "expired"),
        ({"deadline": date(2027, 3, 31), "opens": date(2026, 11, 23)}, "not_yet_open"),
        ({"deadline": date(2027, 3, 31), "opens": date(2026, 11, 22)}, "open"),
        ({"deadline": date(2026, 11, 1), "opens": date(2026, 12, 1)}, "expired"),
        ({"deadline": "ongoing"}, "rolling"),
        ({"deadline": "ongoing", "opens": date(2027, 1, 1)}, "not_yet_open"),
        ({"deadline": "ongoing", "checked": date(2026, 5, 22)}, "rolling"),
        ({"deadline": "ongoing", "checked": date(2026, 5, 21)}, "needs_check"),
        ({"deadline": "ongoing", "checked": saved_copy("2026-11")}, "needs_check"),
        ({}, "open"),
        ({"checked": saved_copy("2026-11-22")}, "needs_check"),
        ({"deadline": date(2026, 12, 7), "checked": saved_copy()}, "open"),
        ({"deadline": date(2026, 12, 6), "checked": saved_copy()}, "closing_soon"),
        ({"opens": date(2026, 11, 23), "checked": saved_copy()}, "not_yet_open"),
        ({"closed": "yes", "checked": saved_copy()}, "closed"),
        ({"sessions": (meeting(date(2026, 11, 25)),)}, "closing_soon"),
        ({"sessions": (meeting(date(2027, 2, 1)), meeting(date(2026, 11, 25)))}, "open"),
        ({"sessions": (meeting(date(2026, 11, 21)),)}, "expired"),
        (
            {"sessions": (meeting(datetime(2026, 11, 20, 9), datetime(2026, 11, 22, 9)),)},
            "closing_soon",
        ),
        ({"sessions": (meeting(date(2026, 11, 1)),), "deadline": "ongoing"}, "rolling"),
        (
            {"sessions": (meeting(date(2026, 11, 1)),), "deadline": date(2027, 1, 1)},
            "open",
        ),
        ({"closed": "yes"}, "closed"),
        ({"closed": "yes", "deadline": date(2027, 1, 1)}, "closed"),
        ({"closed": date(2026, 11, 22), "deadline": "ongoing"}, "closed"),
        ({"closed": date(2026, 11, 23), "deadline": "ongoing"}, "closing_soon"),
        ({"moved_to": "other", "deadline": "ongoing"}, "closed"),
        (
            {"moved_to": "other", "closed": date(2027, 1, 1)},
            "closed",
        ),
    ],
)
def test_the_status(facts, status):
    assert status_on(invented.entry(**facts), TODAY) == status


@pytest.mark.parametrize(
    ("today", "status"),
    [
        (date(2026, 12, 31), "not_yet_open"),
        (date(2027, 1, 1), "open"),
        (date(2027, 3, 16), "open"),
        (date(2027, 3, 17), "closing_soon"),
        (date(2027, 3, 31), "closing_soon"),
        (date(2027, 4, 1), "expired"),
    ],
)
def test_the_status_of_one_entry_from_day_to_day(today, status):
    entry = invented.entry(opens=date(2027, 1, 1), deadline=date(2027, 3, 31))
    assert status_on(entry, today) == status


def test_every_status_is_a_word_of_the_vocabulary():
    words = {term.code for term in invented.sample().vocabularies["statuses"]}
    assert LISTED.issubset(words)
    assert words - LISTED == {"closed", "expired"}
