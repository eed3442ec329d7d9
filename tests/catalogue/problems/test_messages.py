"""Words for a file, and the same words for a form."""

from __future__ import annotations

import pytest

from catalogue.problems.messages import (
    BEFORE_SENDING,
    BESIDE_BOX,
    DATE_NOT_KNOWN,
    DELETE_THE_LINE,
    HOW_A_DATE_LOOKS,
    MESSAGES,
    beside_box,
)
from catalogue.schema.field_types.moments import PARTS_OF_DATES
from catalogue.text.personal_data import PERSONAL_DATA_RULES


@pytest.mark.parametrize(
    ("in_file", "in_form"),
    [
        ("'TBC' after organiser: says nothing", "'TBC' says nothing"),
        (DELETE_THE_LINE, "write what you know, or leave this empty"),
        ("write deadline: 2027-03-31", "write 2027-03-31"),
        (
            "write deadline: 2026-12-01, or for the year after it: deadline: 2027-12-01",
            "write 2026-12-01, or for the year after it: 2027-12-01",
        ),
        (
            "write it as year-month-day, so 1 December 2026 is opens: 2026-12-01",
            "write it as year-month-day, so 1 December 2026 is 2026-12-01",
        ),
        ("for example: page_date: 2025-09", "for example: 2025-09"),
        ("write the day: it helps", "write the day: it helps"),
        ("say what is meant, and why: this is read", "say what is meant, and why: this is read"),
        ("this comes after lunch: it is late", "this comes after lunch: it is late"),
    ],
)
def test_words_beside_a_box(in_file, in_form):
    assert beside_box(in_file) == in_form


def test_every_change_of_words_meets_words_that_are_said():
    said = [words for one in MESSAGES.values() for words in one]
    said += [DELETE_THE_LINE, DATE_NOT_KNOWN, HOW_A_DATE_LOOKS, PARTS_OF_DATES]
    said += [*(rule.fix for rule in PERSONAL_DATA_RULES)]
    pairs = (*BESIDE_BOX, *BEFORE_SENDING)
    assert [old for old, _ in pairs if not any(old in words for words in said)] == []
