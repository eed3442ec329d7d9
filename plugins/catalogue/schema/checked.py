"""Checked: when and how an entry was last looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.schema.facts import entry, fact, optional
from catalogue.schema.field_types import Code, Day, Line, PartOfDate

if TYPE_CHECKING:
    from datetime import date

    from catalogue.schema.vocabulary import Term


@entry
class Checked:
    """When and how an entry was last checked, and how old the page was that was read."""

    on: date = fact(
        Day(past=True),
        help="the day somebody last checked it",
        label="Checked on",
        ask="On which day did you look?",
        hint="For example: 2026-11-22",
        missing="Enter the day on which you looked",
        part="day",
        example="2026-11-22",
        blank="…",
    )
    how: Term = fact(
        Code("checked_how"),
        help="how it was checked",
        label="Checked how",
        ask="How did you check?",
        missing="Choose how you know",
        part="proof",
        example="live-page",
        blank="…",
    )
    page_date: str | None = optional(
        PartOfDate(),
        default=None,
        help="the date of the page that was read",
        label="Date of the page",
        ask="Which date does the page give for itself?",
        hint="For example: 2026-09-30, 2026-09 or 2026.",
        part="page",
    )
    page_age: str | None = optional(
        Line(most=120),
        default=None,
        help="the page's age in words, if not exact",
        label="Age of the page",
        ask="How old is the page, if it gives no exact date?",
        hint="For example: about 2024",
        part="page",
    )
    basis: str | None = optional(
        Line(),
        default=None,
        help="how the page's date is known",
        label="How its date is known",
        ask="How do you know its date?",
        part="page",
    )
