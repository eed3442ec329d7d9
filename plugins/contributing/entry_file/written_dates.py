"""Days: dates that people wrote another way, where only one day can be meant."""

from __future__ import annotations

import re
from typing import Final

from catalogue.schema.dates import MONTHS, suggested_day

_WEEKDAYS: Final = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
_MONTH: Final = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS) + "|sept"
_WORDS: Final = re.compile(
    rf"(?:(?P<weekday>[a-z]+),?\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTH})\.?,?\s+\d{{4}}",
    re.IGNORECASE,
)
_DAY_FIRST: Final = re.compile(r"\d{1,2}\s*(?P<mark>[/.-])\s*\d{1,2}\s*(?P=mark)\s*\d{4}")
_YEAR_FIRST: Final = re.compile(r"\d{4}\s*(?P<mark>[/.-])\s*\d{1,2}\s*(?P=mark)\s*\d{1,2}")


def iso_day(written: str) -> str | None:
    """The day as year-month-day, or None when it is a guess which day is meant.

    Figures count in British order: 1/12/2026 is 1 December. A year of two figures, a day that
    does not exist and a weekday that does not fit are guesses.
    """
    text = written.strip()
    words = _WORDS.fullmatch(text)
    if not (words or _DAY_FIRST.fullmatch(text) or _YEAR_FIRST.fullmatch(text)):
        return None
    day = suggested_day(text)
    if day is None:
        return None
    weekday = (words and words["weekday"]) or ""
    if weekday and not _is_weekday(weekday.casefold(), day.weekday()):
        return None
    return day.isoformat()


def _is_weekday(word: str, number: int) -> bool:
    return len(word) >= 3 and _WEEKDAYS[number].startswith(word)
