"""Endings: until when one can apply, and since when something is closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from catalogue.schema.dates import as_day, in_words
from catalogue.schema.field_types.moments import Day, as_written

ONGOING: Final = "ongoing"
YES: Final = "yes"
_STILL_OPEN: Final = ("false", "n", "never", "no", "not closed", "not yet", "open", "still open")


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """The last day or minute to apply, or that there is none; neither where it is not known."""

    moment: date | None = None
    ongoing: bool = False

    @property
    def day(self) -> date | None:
        """The last day."""
        return as_day(self.moment) if self.moment else None

    @property
    def minute(self) -> datetime | None:
        """The last minute, where the organiser gave one."""
        return self.moment if isinstance(self.moment, datetime) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """That something was closed, and the day where it is known."""

    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Day):
    """The last day or minute to apply, or the word for no last day."""

    words: tuple[str, ...] = (ONGOING,)
    with_time: bool = True

    def meaning(self, found: date | str) -> Closing:
        return Closing(ongoing=True) if isinstance(found, str) else Closing(moment=found)

    def written(self, value: Closing) -> str | None:
        if value.ongoing:
            return ONGOING
        return as_written(value.moment) if value.moment else None

    def in_words(self, value: Closing) -> str:
        if value.ongoing:
            return "At any time"
        return in_words(value.moment) if value.moment else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedDay(Day):
    """The day on which something was closed, or a word where the day is not known."""

    words: tuple[str, ...] = (YES,)
    not_yet: tuple[str, ...] = _STILL_OPEN
    past: bool = True

    def meaning(self, found: date | str) -> Ended:
        return Ended() if isinstance(found, str) else Ended(day=found)

    def written(self, value: Ended | None) -> str | None:
        if value is None:
            return None
        return as_written(value.day) if value.day else YES

    def in_words(self, value: Ended | None) -> str:
        if value is None:
            return ""
        return in_words(value.day) if value.day else "Yes, on a day not known"
