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
        example="2026-11-22",
    )
    how: Term = fact(
        Code("checked_how"),
        help="how it was checked",
        example="live-page",
    )
    page_date: str | None = optional(
        PartOfDate(),
        default=None,
        help="the date of the page that was read",
    )
    page_age: str | None = optional(
        Line(most=120),
        default=None,
        help="the page's age in words, if not exact",
    )
    basis: str | None = optional(
        Line(),
        default=None,
        help="how the page's date is known",
    )
