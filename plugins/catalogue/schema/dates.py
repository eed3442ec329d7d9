"""Dates: reading how people write them, and writing them as people read them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date, datetime, time
from functools import cache
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
LONGEST_DATE: Final = 100
_MONTH_WORD: Final = r"(?P<word>[a-z]{3,9})\.?"
_YEAR: Final = r"(?P<year>\d{4}|['’]?\d{2}(?![\d:.]|\s*[ap]m))"
# Most dates are right, so ``re`` compiles these texts when they are first searched for.
SHAPES: Final = (
    r"(?P<year>\d{4})\s*[/. -]\s*(?P<month>\d{1,2})\s*[/. -]\s*(?P<day>\d{1,2})(?!\d)",
    r"(?<!\d)(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)",
    r"(?<!\d)(?P<day>\d{1,2})\s*[/. -]\s*(?P<month>\d{1,2})\s*[/. -]\s*"
    r"(?P<year>\d{4}|\d{2})(?!\d)",
    rf"(?i)(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_MONTH_WORD}(?:,?[\s-]+{_YEAR})?(?![a-z])",
    rf"(?i)\b{_MONTH_WORD}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+{_YEAR})?(?![\da-z])",
    r"(?<!\d)(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/.])",
)
END_OF_MONTH: Final = rf"(?i)\bend\s+of\s+{_MONTH_WORD}\s+(?P<year>\d{{4}})"
MONTH_AND_YEAR: Final = rf"(?i)\b{_MONTH_WORD}\s+(?P<year>\d{{4}})\b"
RANGE: Final = r"(?i)\d(?:st|nd|rd|th)?\s*(?:–|—|\bto\b|\band\b|&|-\s*\d+\s+[a-z])"
TIME: Final = (
    r"(?i)(?<![\d/.-])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>[ap])\.?m\b"
    r"|(?<![\d/.-])(?P<hour24>\d{1,2}):(?P<minute24>\d{2})"
    r"|\b(?P<word>noon|midday|midnight)\b"
)
# A whole date and nothing else; a weekday has to fit it.
IN_WORDS: Final = (
    r"(?i)(?:(?P<weekday>[a-z]+),?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[a-z]{3,9}\.?,?\s+\d{4}"
)
DAY_FIRST: Final = r"\d{1,2}\s*(?P<mark>[/.-])\s*\d{1,2}\s*(?P=mark)\s*\d{4}"
YEAR_FIRST: Final = r"\d{4}\s*(?P<mark>[/.-])\s*\d{1,2}\s*(?P=mark)\s*\d{1,2}"
WEEKDAYS: Final = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
TIMES_IN_WORDS: Final = {"noon": time(12), "midday": time(12), "midnight": time(23, 59)}
PART: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def suggested_day(written: str) -> date | None:
    """The day somebody most likely meant, British order, or None when it is a guess."""
    found = _day_and_month(written)
    if found is None or found.year is None:
        return None
    return _day(found.year, found.month, found.day)


def certain_day(written: str) -> date | None:
    """The day as it is written, or None when it is a guess which day is meant.

    Figures count in British order: 1/12/2026 is 1 December. A year of two figures, a day that
    does not exist, a weekday that does not fit and anything beside the date make it a guess.
    """
    text = written.strip()
    words = re.fullmatch(IN_WORDS, text)
    if not (words or re.fullmatch(DAY_FIRST, text) or re.fullmatch(YEAR_FIRST, text)):
        return None
    day = suggested_day(text)
    weekday = (words and words["weekday"]) or ""
    if day is None or not weekday:
        return day
    fits = len(weekday) >= 3 and WEEKDAYS[day.weekday()].startswith(weekday.casefold())
    return day if fits else None


def suggestions(written: str, today: date, *, past: bool = False) -> tuple[date, ...]:
    """The days that somebody may have meant, the likeliest first; nothing when it is a guess.

    Without a year it is the next such day and the one a year later, or with ``past`` the last
    such day and the one a year before.
    """
    found = _day_and_month(written)
    if found is None:
        return ()
    if found.year is not None:
        day = _day(found.year, found.month, found.day)
        other_way_round = _day(found.year, found.day, found.month)
        return tuple(filter(None, (day or other_way_round,)))
    years = range(today.year, today.year - 9, -1) if past else range(today.year, today.year + 9)
    days = [day for year in years if (day := _day(year, found.month, found.day))]
    return tuple(day for day in days if (day <= today if past else day >= today))[:2]


def names_no_day(written: str, today: date) -> bool:
    """Whether a day is written that no month has, such as 31 November."""
    return _day_and_month(written) is not None and not suggestions(written, today)


def last_day_meant(written: str) -> date | None:
    """The last day of the month, where somebody wrote a day that this month does not have."""
    found = _day_and_month(written)
    if found is None or found.year is None or _day(found.year, found.month, found.day):
        return None
    return last_day_of_month(f"{found.year:04}-{found.month:02}")


def suggested_time(written: str) -> time | None:
    """The time of day that stands in a text; midnight is the last minute of a day."""
    match = re.search(TIME, written)
    if match is None:
        return None
    if match["word"]:
        return TIMES_IN_WORDS[match["word"].casefold()]
    hour = int(match["hour24"] or match["hour"])
    minute = int(match["minute24"] or match["minute"] or 0)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] in "pP" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def suggested_month(written: str) -> str | None:
    """``2026-09`` from ``September 2026``."""
    match = re.search(MONTH_AND_YEAR, written)
    month = _month_number(match["word"]) if match else 0
    return f"{match['year']}-{month:02}" if match and month else None


def last_day_of_month(month: str) -> date | None:
    """The last day of a month that is written year-month, or None when there is no such month."""
    year, number = int(month[:4]), int(month[5:7])
    if year < 1 or not 1 <= number <= 12:
        return None
    return date(year, number, monthrange(year, number)[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """A day and a month as somebody wrote them, and the year where there is one."""

    year: int | None
    month: int
    day: int


def _day_and_month(written: str) -> _Written | None:
    text = written.strip()[:LONGEST_DATE]
    if re.search(RANGE, text):
        return None
    for shape in SHAPES:
        for match in re.finditer(shape, text):
            parts = match.groupdict()
            month = _month_number(parts["word"]) if parts.get("word") else int(parts["month"])
            if month:
                return _Written(year=_year(parts.get("year")), month=month, day=int(parts["day"]))
    if end := re.search(END_OF_MONTH, text):
        month, year = _month_number(end["word"]), int(end["year"])
        if month and 1 <= year <= MAXYEAR:
            return _Written(year=year, month=month, day=monthrange(year, month)[1])
    return None


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    digits = text.lstrip("'’")
    return int(digits) + (2000 if len(digits) == 2 else 0)


def month_by_month(text: str) -> bool:
    """Whether a text is a year, a year and month, or a whole date that exists."""
    match = PART.fullmatch(text)
    if match is None:
        return False
    return _day(int(match[1]), int(match[2] or 1), int(match[3] or 1)) is not None


# Most entries are checked on the same few days.
@cache
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
    match = PART.fullmatch(text)
    if match is None:
        return text
    year, month, day = match.groups()
    if day:
        return in_words(date(int(year), int(month), int(day)))
    return f"{MONTHS[int(month) - 1]} {year}" if month else year


def first_day_of_part(text: str) -> date:
    """The first day of a year, a month or a date that was read without a mistake."""
    match = PART.fullmatch(text)
    assert match is not None
    year, month, day = match.groups()
    return date(int(year), int(month or 1), int(day or 1))


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
