"""Dates: reading how people write them, and writing them as people read them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime
from typing import Final

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NUMBERS: Final = re.compile(r"(\d{1,2})\s*[/. -]\s*(\d{1,2})\s*[/. -]\s*(\d{4}|\d{2})")
_YEAR_FIRST: Final = re.compile(r"(\d{4})\s*[/. -]\s*(\d{1,2})\s*[/. -]\s*(\d{1,2})")
_WORDS: Final = re.compile(
    r"(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3,9})\.?,?\s+(\d{4})",
    re.IGNORECASE,
)
_PART: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def suggested_day(written: str) -> date | None:
    """The day somebody most likely meant, British order, or None when it is a guess."""
    text = written.strip()
    if match := _YEAR_FIRST.match(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.match(text):
        year = int(match[3])
        return _day(year + 2000 if year < 100 else year, int(match[2]), int(match[1]))
    if match := _WORDS.match(text):
        month = _month_number(match[2])
        return _day(int(match[3]), month, int(match[1])) if month else None
    return None


def month_by_month(text: str) -> bool:
    """Whether a text is a year, a year and month, or a whole date that exists."""
    match = _PART.fullmatch(text)
    if match is None:
        return False
    return _day(int(match[1]), int(match[2] or 1), int(match[3] or 1)) is not None


def in_words(day: date) -> str:
    """``30 November 2026``; a time of day is added when there is one."""
    words = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    if not isinstance(day, datetime):
        return words
    return f"{words} at {clock(day)}"


def clock(moment: datetime) -> str:
    """``10am``, ``2.30pm``, ``midday`` or ``midnight``."""
    if moment.minute == 0 and moment.hour in {0, 12}:
        return "midnight" if moment.hour == 0 else "midday"
    hour = moment.hour % 12 or 12
    minutes = f".{moment.minute:02}" if moment.minute else ""
    return f"{hour}{minutes}{'am' if moment.hour < 12 else 'pm'}"


def part_in_words(text: str) -> str:
    """``2025``, ``September 2025`` or ``30 September 2025`` from a year, month or date."""
    match = _PART.fullmatch(text)
    if match is None:
        return text
    year, month, day = match.groups()
    if day:
        return in_words(date(int(year), int(month), int(day)))
    return f"{MONTHS[int(month) - 1]} {year}" if month else year


def months_later(day: date, months: int) -> date:
    """The same day some months on, or the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def as_day(moment: date) -> date:
    """The day of a date or of a date with a time."""
    return moment.date() if isinstance(moment, datetime) else moment


def _month_number(word: str) -> int:
    lowered = word.casefold()
    return next(
        (
            number
            for number, month in enumerate(MONTHS, 1)
            if month.casefold().startswith(lowered) and len(lowered) >= 3
        ),
        0,
    )


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
