"""The table of what people were offered says how old each row is."""

from __future__ import annotations

from tests import invented
from website.pages.words.payment_table import payment_table


def test_a_row_has_its_date_or_its_age_in_words():
    rows = payment_table(invented.catalogue().payments)
    assert [(one.task, one.offered, one.when) for one in rows] == [
        ("One hour of sorting pebbles", "£9, and a bucket", "1 November 2026"),
        (
            "A day of counting pebbles",
            "a voucher for gravel",
            "a past round, year not stated",
        ),
    ]
