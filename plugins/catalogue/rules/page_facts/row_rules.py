"""Row rules: what holds between the facts of a row of page facts, and between rows.

A row is what was read without a mistake; what is missing there has been told already.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from catalogue.model.helpline import STRONG
from catalogue.problems.messages import Message, message_for
from catalogue.problems.quoting import did_you_mean, quoted
from catalogue.schema.dates import first_day_of_part, part_in_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import date

    from catalogue.problems.origin import Origin
    from catalogue.problems.problem import Problem

WITH_A_NUMBER: Final = ("phone", "text", "hours", "text_relay")
"""What is shown of a helpline only where its number is strong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The rows of a file under the name that they stand after, and what they are judged with.

    ``whole`` are the numbers of those in which nothing is wrong yet: what is missing elsewhere may
    only be misspelt.
    """

    name: str
    values: Sequence[Mapping[str, Any]]
    whole: Collection[int]
    origin: Origin
    alliances: Collection[str]
    today: date

    def problem(self, number: int, told: Message) -> Problem:
        """A problem at the place of a row."""
        return self.origin.problem(f"{self.name}.{number}", *told)

    def whole_ones(self) -> Iterator[tuple[int, Mapping[str, Any]]]:
        """Numbers and values of the rows in which nothing is wrong yet."""
        return ((number, self.values[number]) for number in sorted(self.whole))


def are_told_once(rows: Rows) -> Iterator[Problem]:
    """No two rows have one name."""
    seen: set[str] = set()
    for number, row in enumerate(rows.values):
        name = row.get("name")
        if name is not None and name in seen:
            told = f"{quoted(name)} already stands in this file"
            yield rows.problem(
                number,
                Message("written-twice", told, "keep one of the two and delete the other"),
            )
        elif name is not None:
            seen.add(name)


def numbers_are_strong(rows: Rows) -> Iterator[Problem]:
    """A number, its hours and its text relay stand only where the number is strong."""
    for number, row in enumerate(rows.values):
        strength = row.get("strength")
        if strength is None or strength.code == STRONG:
            continue
        for name in WITH_A_NUMBER:
            if name in row:
                told = Message(
                    "number-not-sure",
                    f"{name} stands beside strength: {strength.code}, "
                    "and only a strong number is shown",
                    f"delete the line {name}: …, so that people find it on the website",
                )
                yield rows.problem(number, told)


def numbers_have_a_date(rows: Rows) -> Iterator[Problem]:
    """Whoever reads a number can tell how old it is."""
    for number, row in rows.whole_ones():
        if row.keys() & {"phone", "text"} and "last_known" not in row:
            yield rows.problem(number, _lacks_a_date(row))


def payments_have_a_date(rows: Rows) -> Iterator[Problem]:
    """Whoever reads what was paid can tell how old it is, in figures or in words."""
    for number, row in rows.whole_ones():
        if not row.keys() & {"last_known", "page_age"}:
            yield rows.problem(number, _lacks_a_date(row))


def there_is_a_way(rows: Rows) -> Iterator[Problem]:
    """A helpline has something to press: a number or a website."""
    for number, row in rows.whole_ones():
        if not row.keys() & {"phone", "text", "web"}:
            yield rows.problem(number, _lacks(row, "web", "its website", "https://…"))


def known_before(rows: Rows) -> Iterator[Problem]:
    """Nothing was known on a day that has not come yet."""
    for number, row in enumerate(rows.values):
        known = row.get("last_known")
        if known is not None and first_day_of_part(known) > rows.today:
            told = Message(
                "checked-in-future",
                f"nobody can have known this in {part_in_words(known)}, which has not come yet",
                "write the newest date on which a source had it, after last_known:",
            )
            yield rows.problem(number, told)


def alliances_are_there(rows: Rows) -> Iterator[Problem]:
    """An alliance that is named has a file of its own."""
    for number, row in enumerate(rows.values):
        slug = row.get("alliance")
        if slug is not None and slug not in rows.alliances:
            told = Message(
                "unknown-alliance",
                f"there is no alliance called {quoted(slug)}",
                f"{did_you_mean(slug, rows.alliances)}use a file name of data/alliances "
                "without its ending",
            )
            yield rows.problem(number, told)


def _lacks_a_date(row: Mapping[str, Any]) -> Message:
    return _lacks(row, "last_known", "the newest date on which a source had it", "2026-10")


def _lacks(row: Mapping[str, Any], name: str, help: str, example: str) -> Message:
    where = f"{quoted(row.get('name') or row.get('task') or 'this')} has"
    return message_for("missing-field", where=where, name=name, help=help, example=example)
