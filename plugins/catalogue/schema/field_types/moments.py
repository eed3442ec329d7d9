"""Moments: days, some with a time, and dates of which only a part is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from catalogue.problems.messages import (
    DATE_IF_MEANT,
    DATE_NOT_KNOWN,
    DATE_TO_PASTE,
    HOW_A_DATE_LOOKS,
    OTHER_YEAR,
    filled,
    message_for,
)
from catalogue.problems.quoting import quoted
from catalogue.schema.dates import (
    MONTH_AND_YEAR,
    certain_day,
    in_words,
    last_day_meant,
    month_by_month,
    names_no_day,
    suggested_month,
    suggested_time,
    suggestions,
)
from catalogue.schema.field_types.base import FieldType
from catalogue.schema.reading import last_part, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalogue.parsing.nodes import Node
    from catalogue.schema.reading import Reading
    from catalogue.schema.vocabulary import Vocabulary

FIRST_YEAR, LAST_YEAR = 2000, 2099
PARTS_OF_DATES: Final = "write it as year, year-month or year-month-day, so 2025 or 2025-09-30"
DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
MINUTE: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)")
_PART_OF_DATE: Final = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
_DAY_OF_OURS: Final = r"20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
_TIME_OF_DAY: Final = r"([T ]([01]\d|2[0-3]):[0-5]\d)?"
# What people write for a word that stands in place of a date.
SAME_AS: Final = {
    "always": "ongoing",
    "always open": "ongoing",
    "any time": "ongoing",
    "anytime": "ongoing",
    "no deadline": "ongoing",
    "no closing date": "ongoing",
    "none": "ongoing",
    "open": "ongoing",
    "rolling": "ongoing",
    "closed": "yes",
    "true": "yes",
    "y": "yes",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(FieldType):
    """A date written year-month-day; ``words`` may stand in its place.

    ``past`` says that the day has been, which helps where somebody left out the year. ``not_yet``
    are words for a day that has not come, which is told by leaving the line out.
    """

    words: tuple[str, ...] = ()
    not_yet: tuple[str, ...] = ()
    with_time: bool = False
    past: bool = False

    def read(self, node: Node, name: str, reading: Reading) -> Any:
        found = self._read(node, name, reading)
        return None if found is None else self.meaning(found)

    def meaning(self, found: date | str) -> Any:
        """The value that a day, or a word in place of one, stands for."""
        return found

    def written(self, value: Any) -> str | None:
        return as_written(value) if value else None

    def in_words(self, value: Any) -> str:
        return in_words(value) if value else ""

    def _read(self, node: Node, name: str, reading: Reading) -> date | str | None:
        value = words_of(node, name, reading, DATE_NOT_KNOWN)
        if value is None or value in self.words:
            return value
        day = self._day(value)
        if day is None:
            self._not_a_date(node, name, value, reading)
        elif not FIRST_YEAR <= day.year <= LAST_YEAR:
            reading.note(node, *message_for("date-far-away", year=day.year, name=name))
            return None
        return day

    def _day(self, value: str) -> date | datetime | None:
        try:
            if DAY.fullmatch(value):
                return date.fromisoformat(value)
            if self.with_time and (match := MINUTE.fullmatch(value)):
                return datetime.fromisoformat(f"{match[1]}T{match[2]}:{match[3]}")
        except ValueError:
            return None
        return None

    def _not_a_date(self, node: Node, name: str, value: str, reading: Reading) -> None:
        short = last_part(name)
        if folded(value) in self.not_yet:
            reading.note(node, *message_for("not-a-date.not-yet", value=quoted(value), short=short))
            return
        if DAY.fullmatch(value) or (reading.today and names_no_day(value, reading.today)):
            case = "not-a-date.no-such-day"
        elif not self.with_time and MINUTE.match(value):
            case = "not-a-date.with-time"
        else:
            case = "not-a-date"
        days = self.meant(value, reading.today)
        if len(days) > 1:
            when = "before" if self.past else "after"
            fix = filled(DATE_TO_PASTE, short=short, day=days[0])
            fix += filled(OTHER_YEAR, when=when, short=short, day=days[1])
        elif days:
            is_certain = (
                days[0] in self.words or case == "not-a-date.with-time" or certain_day(value)
            )
            fix = filled(DATE_TO_PASTE if is_certain else DATE_IF_MEANT, short=short, day=days[0])
        else:
            fix = filled(HOW_A_DATE_LOOKS, short=short, also=self.words_too)
        reading.note(node, *message_for(case, name=name, value=quoted(value), fix=fix))

    @property
    def words_too(self) -> str:
        """The words that may stand in place of a date, as an aside."""
        return f" (or the word {' or '.join(self.words)})" if self.words else ""

    def meant(self, value: str, today: date | None) -> list[str]:
        """What somebody may have meant, as it is written here, the likeliest first."""
        word = SAME_AS.get(folded(value), folded(value))
        if word in self.words:
            return [word]
        days = suggestions(value, today, past=self.past) if today else ()
        if end := last_day_meant(value):
            days = (end,)
        moment = suggested_time(value) if self.with_time else None
        after = f" {moment:%H:%M}" if moment else ""
        return [f"{day.isoformat()}{after}" for day in days]

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        pattern = _DAY_OF_OURS + (_TIME_OF_DAY if self.with_time else "")
        choices = "|".join((pattern, *self.words))
        return {"type": "string", "pattern": f"^({choices})$"}


def as_written(moment: date) -> str:
    """A day or a minute as entries write it."""
    if isinstance(moment, datetime):
        return moment.strftime("%Y-%m-%d %H:%M")
    return moment.isoformat()


def folded(words: str) -> str:
    """Words without what people do not see: capitals, and how wide the gaps are."""
    return " ".join(words.casefold().split())


@dataclass(frozen=True, slots=True)
class PartOfDate(FieldType):
    """A year, a year and month, or a whole date: as much as is known."""

    def read(self, node: Node, name: str, reading: Reading) -> str | None:
        value = words_of(node, name, reading)
        if value is None or month_by_month(value):
            return value
        days = suggestions(value, reading.today, past=True) if reading.today else ()
        better = days[0].isoformat() if days else suggested_month(value)
        is_certain = certain_day(value) or re.fullmatch(MONTH_AND_YEAR, value)
        if better:
            text = DATE_TO_PASTE if is_certain else DATE_IF_MEANT
            fix = filled(text, short=last_part(name), day=better)
        else:
            fix = PARTS_OF_DATES
        reading.note(node, *message_for("not-a-date.part", value=quoted(value), fix=fix))
        return None

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        return {
            "anyOf": [
                {"type": "string", "pattern": f"^{_PART_OF_DATE}$"},
                {"type": "integer", "minimum": 1000, "maximum": 9999},
            ]
        }
