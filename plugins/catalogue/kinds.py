"""Kinds of value: how a written value is read, and how the JSON Schema describes it.

Each kind has ``read``, which gives the value or None and notes what is wrong, and ``schema``,
the same rule for editors and other programs. The tables in ``fields`` are made of these.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

from catalogue.dates import (
    last_day_meant,
    month_by_month,
    names_no_day,
    suggested_month,
    suggested_time,
    suggestions,
)
from catalogue.links import ADDRESS_IN_WORDS, link_fault
from catalogue.marks import mark_fault
from catalogue.nodes import LOST, Block, Items, Text
from catalogue.quoting import characters, closest, did_you_mean, quoted, shortened, visible
from catalogue.reading import PLACEHOLDERS, Reading, last_part, words_of
from catalogue.sayings import (
    DATE_NOT_KNOWN,
    DATE_TO_PASTE,
    HOW_A_DATE_LOOKS,
    OTHER_YEAR,
    Said,
    filled,
    said,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from catalogue.nodes import Node
    from catalogue.vocabulary import Vocabulary

__all__ = [
    "Code",
    "Day",
    "Email",
    "Field",
    "Group",
    "Kind",
    "Line",
    "Link",
    "PartOfDate",
    "Pattern",
    "Phone",
    "Reading",
    "Several",
    "Slug",
    "Words",
    "is_slug",
    "object_schema",
    "read_block",
    "slug_from",
]

SLUG: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"
MOST_SLUG: Final = 80
ANY_SLUG: Final = "kent-and-medway"
FIRST_YEAR, LAST_YEAR = 2000, 2099
PARTS_OF_DATES: Final = "2025, 2025-09 or 2025-09-30"
ANY_PHONE: Final = "01632 960 000"
SLUG_PATTERN: Final = re.compile(SLUG)
DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
MINUTE: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)")
_PART_OF_DATE: Final = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
_DAY_OF_OURS: Final = r"20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
_TIME_OF_DAY: Final = r"([T ]([01]\d|2[0-3]):[0-5]\d)?"
EMAIL: Final = re.compile(
    r"[A-Za-z0-9_%+-]+(?:\.[A-Za-z0-9_%+-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+"
    r"[A-Za-z]{2,24}"
)
MOST_EMAIL: Final = 200
PHONE: Final = re.compile(
    r"(?:18001 )?(?:(?:\+44 ?|0)\d(?: *\d){8,9}|0800 ?1111|0845 ?46 ?4\d)(?: ext \d{1,6})?"
    r"|1\d\d(?: \d{3})?"
)
MARKS_IN_PHONES: Final = re.compile(r"\(0\)|[()./–-]")
_HTTPS: Final = (
    r"^https://(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,24}"
    r"(?:[/?#][^\s\"'<>\\^`{}|]*)?$"
)
FORMULA: Final = "=+@"
_WORDS_SCHEMA: Final = r"^(?![\s\S]*(?:<[A-Za-z/!?]|\]\())\s*[^\s=+@][^\n]*\s*$"
_BETWEEN_PARTS: Final = re.compile(r"\s*(?:[,;/&]|\band\b)\s*")
# Figures alone are a number to an editor; here they are words like any others.
_WORDS_OR_FIGURES: Final = ["string", "number"]
# Names that people write though they are worked out, and what to do instead.
_NEVER_WRITTEN: Final = {
    "id": "delete this line: the name of the file is the name of the entry",
    "slug": "delete this line: the name of the file is the name of the entry",
    "status": "delete this line: it follows from the dates. For an entry that was closed write: "
    "closed: yes",
}
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


# What people write where they want to say that the day has not come.
NOT_CLOSED: Final = ("false", "n", "never", "no", "not closed", "not yet", "open", "still open")


class Kind(Protocol):
    """How one value is written."""

    def read(self, node: Node, name: str, reading: Reading) -> Any:
        """The value, or None when it is missing or wrong; what is wrong is noted."""

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        """The same rule as a piece of JSON Schema (draft 7)."""


class Line(NamedTuple):
    """Words on one line."""

    most: int = 500
    least: int = 1

    def read(self, node: Node, name: str, reading: Reading) -> str | None:
        value = words_of(node, name, reading)
        if value is None:
            return None
        fault = self._fault(value, name)
        if fault:
            reading.note(node, *fault)
            return None
        if "://" in value or ("." in value and "www." in value.casefold()):
            found = (match[0].rstrip(".,;:!?") for match in ADDRESS_IN_WORDS.finditer(value))
            reading.addresses.extend(Text(one, node.line, node.column) for one in found)
        return value

    def _fault(self, value: str, name: str) -> Said | None:
        if "\n" in value:
            joined = shortened(" ".join(value.split()))
            return said("more-than-one-line", name=name, short=last_part(name), better=joined)
        if not self.least <= len(value) <= self.most:
            return said(
                "length.long" if len(value) > self.most else "length.short",
                name=name,
                count=characters(len(value)),
                least=self.least,
                most=self.most,
            )
        if value[0] in FORMULA:
            better = shortened(value[1:])
            return said("formula", name=name, short=last_part(name), sign=value[0], better=better)
        return mark_fault(value)

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        return {
            "type": _WORDS_OR_FIGURES,
            "minLength": self.least,
            "maxLength": self.most,
            "pattern": _WORDS_SCHEMA,
        }


class Words(NamedTuple):
    """Words on one line or more, kept as they are."""

    most: int = 2000

    def read(self, node: Node, name: str, reading: Reading) -> str | None:
        value = words_of(node, name, reading)
        if value is None or len(value) <= self.most:
            return value
        reading.note(
            node,
            "length",
            f"{name} has {characters(len(value))}; it may have 1 to {self.most}",
            "shorten it",
        )
        return None

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        return {"type": _WORDS_OR_FIGURES, "minLength": 1, "maxLength": self.most}


class Slug:
    """The file name of another entry, without its ending."""

    def read(self, node: Node, name: str, reading: Reading) -> str | None:
        value = words_of(node, name, reading)
        if value is None or is_slug(value):
            return value
        better = _better_slug(value)
        reading.note(node, *said("not-a-slug", value=quoted(value), better=better))
        return None

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{SLUG}$", "maxLength": MOST_SLUG}


class Code(NamedTuple):
    """One code of a vocabulary."""

    vocabulary: str

    def read(self, node: Node, name: str, reading: Reading) -> str | None:
        vocabulary = reading.vocabularies.get(self.vocabulary)
        # A code has been read as words when its vocabulary was.
        if vocabulary is not None and isinstance(node, Text) and node.value in vocabulary.terms:
            return node.value
        value = words_of(node, name, reading)
        if value is None or vocabulary is None:
            return None
        if value in vocabulary:
            return value
        meant = closest(value, meanings(vocabulary))
        reading.note(
            node,
            *said(
                "unknown-term",
                value=quoted(value),
                name=name,
                meant=did_you_mean(meant, [meant]) if meant else "",
                allowed=", ".join(term.code for term in vocabulary),
            ),
        )
        return None

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        terms = list(vocabularies[self.vocabulary])
        return {
            "type": "string",
            "enum": [term.code for term in terms],
            "x-labels": [term.label for term in terms],
        }


def folded(words: str) -> str:
    """Words without what people do not see: capitals, and how wide the gaps are."""
    return " ".join(words.casefold().split())


def meanings(vocabulary: Vocabulary) -> dict[str, str]:
    """Codes by every word for them that people may write."""
    return {
        word.casefold(): term.code
        for term in vocabulary
        for word in (*term.synonyms, term.label, term.code)
    }


class Day(NamedTuple):
    """A date written year-month-day; ``words`` may stand in its place.

    ``past`` says that the day has been, which helps where somebody left out the year. ``not_yet``
    are words for a day that has not come, which is told by leaving the line out.
    """

    words: tuple[str, ...] = ()
    not_yet: tuple[str, ...] = ()
    with_time: bool = False
    past: bool = False

    def read(self, node: Node, name: str, reading: Reading) -> date | datetime | str | None:
        value = words_of(node, name, reading, DATE_NOT_KNOWN)
        if value is None or value in self.words:
            return value
        day = self._day(value)
        if day is None:
            self._not_a_date(node, name, value, reading)
        elif not FIRST_YEAR <= day.year <= LAST_YEAR:
            reading.note(node, *said("date-far-away", year=day.year, name=name))
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
            reading.note(node, *said("not-a-date.not-yet", value=quoted(value), short=short))
            return
        if DAY.fullmatch(value) or (reading.today and names_no_day(value, reading.today)):
            case = "not-a-date.no-such-day"
        elif not self.with_time and MINUTE.match(value):
            case = "not-a-date.with-time"
        else:
            case = "not-a-date"
        days = self.meant(value, reading.today)
        if days:
            fix = filled(DATE_TO_PASTE, short=short, day=days[0])
            if len(days) > 1:
                when = "before" if self.past else "after"
                fix += filled(OTHER_YEAR, when=when, short=short, day=days[1])
        else:
            fix = filled(HOW_A_DATE_LOOKS, short=short, also=self.words_too)
        reading.note(node, *said(case, name=name, value=quoted(value), fix=fix))

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


class PartOfDate:
    """A year, a year and month, or a whole date: as much as is known."""

    def read(self, node: Node, name: str, reading: Reading) -> str | None:
        value = words_of(node, name, reading)
        if value is None or month_by_month(value):
            return value
        days = suggestions(value, reading.today, past=True) if reading.today else ()
        example = days[0].isoformat() if days else suggested_month(value) or PARTS_OF_DATES
        reading.note(
            node,
            *said("not-a-date.part", value=quoted(value), short=last_part(name), better=example),
        )
        return None

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        return {
            "anyOf": [
                {"type": "string", "pattern": f"^{_PART_OF_DATE}$"},
                {"type": "integer", "minimum": 1000, "maximum": 9999},
            ]
        }


class Link:
    """A web address that starts with https://."""

    def read(self, node: Node, name: str, reading: Reading) -> str | None:
        value = words_of(node, name, reading)
        if value is None:
            return None
        fault = link_fault(value)
        if fault is None:
            return value
        reading.note(node, *fault)
        return None

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        return {"type": "string", "format": "uri", "pattern": _HTTPS, "maxLength": 500}


class Email:
    """A team's shared e-mail address."""

    def read(self, node: Node, name: str, reading: Reading) -> str | None:
        value = words_of(node, name, reading)
        if value is None or (len(value) <= MOST_EMAIL and EMAIL.fullmatch(value)):
            return value
        reading.note(node, *said("not-an-email", name=name, short=last_part(name)))
        return None

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{EMAIL.pattern}$", "maxLength": MOST_EMAIL}


class Phone:
    """An organisation's phone number in the United Kingdom."""

    def read(self, node: Node, name: str, reading: Reading) -> str | None:
        value = words_of(node, name, reading)
        if value is None or PHONE.fullmatch(value):
            return value
        tidied = " ".join(MARKS_IN_PHONES.sub(" ", value).split())
        better = tidied if PHONE.fullmatch(tidied) else ANY_PHONE
        reading.note(
            node, *said("not-a-phone-number", name=name, short=last_part(name), better=better)
        )
        return None

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        return {"type": _WORDS_OR_FIGURES, "pattern": f"^(?:{PHONE.pattern})$"}


class Pattern(NamedTuple):
    """A code or number of a fixed shape, such as an ONS code.

    ``largest`` is given for whole numbers, which an editor takes for numbers.
    """

    pattern: str
    what: str
    example: str
    largest: int = 0

    def read(self, node: Node, name: str, reading: Reading) -> str | None:
        value = words_of(node, name, reading)
        if value is None or re.fullmatch(self.pattern, value):
            return value
        reading.note(
            node,
            "wrong-shape",
            f"{quoted(value)} is not {self.what}",
            f"write it like this: {last_part(name)}: {self.example}",
        )
        return None

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        written = {"type": "string", "pattern": f"^{self.pattern}$"}
        if not self.largest:
            return written
        return {"anyOf": [written, {"type": "integer", "minimum": 1, "maximum": self.largest}]}


class Several(NamedTuple):
    """A list of one kind; ``instead`` is a word that may stand in its place.

    The place of each line of the list is kept under the name with its number: ``sources.0``. No
    rule has more to tell of a code that stands in its vocabulary, so codes need no such places.
    """

    of: Kind
    least: int = 1
    most: int = 60
    instead: str = ""

    def read(self, node: Node, name: str, reading: Reading) -> tuple[Any, ...] | str | None:
        if isinstance(self.of, Code) and isinstance(node, Items):
            codes = self._good_codes(self.of, node, reading)
            if codes:
                return codes
        if isinstance(node, Text):
            return self._one_text(node, name, reading)
        if isinstance(node, Block):
            reading.note(
                node,
                "not-a-list",
                f"{name} must be a list",
                f"write {last_part(name)}:, then a line each: - …",
            )
            return None
        if not self.least <= len(node.nodes) <= self.most:
            too_many = said(
                "list-length",
                name=name,
                count=len(node.nodes),
                least=self.least,
                most=self.most,
            )
            or_delete = "" if name in reading.needed else ", or delete the name as well"
            too_few = too_many._replace(
                message=f"there is nothing in the list {name}",
                fix=f"put something into it{or_delete}",
            )
            reading.note(node, *(too_many if node.nodes else too_few))
            return None
        if len(node.nodes) > 1:
            self._repeats(node, name, reading)
            reading.needed.discard(name)  # one of them can go
        values: list[Any] = []
        for item in node.nodes:
            value = self._one(item, name, reading)
            if value is not None:
                if not isinstance(self.of, Code):
                    reading.places[f"{name}.{len(values)}"] = (item.line, item.column)
                values.append(value)
        return tuple(values)

    def _good_codes(self, kind: Code, node: Items, reading: Reading) -> tuple[str, ...]:
        """The codes of a list of the right length with no mistake in it; else nothing."""
        vocabulary = reading.vocabularies.get(kind.vocabulary)
        if vocabulary is None or not self.least <= len(node.nodes) <= self.most:
            return ()
        codes = [item.value for item in node.nodes if isinstance(item, Text)]
        different = set(codes)
        is_good = len(different) == len(node.nodes) and vocabulary.terms.keys() >= different
        return tuple(codes) if is_good else ()

    def _one(self, item: Node, name: str, reading: Reading) -> Any:
        if not (isinstance(self.of, Group) and isinstance(item, Text) and item.value.strip()):
            return self.of.read(item, name, reading)
        if item.value != LOST:
            reading.note(
                item,
                "not-a-group",
                f"each line of {name} holds several facts, each with a name of its own",
                f"write - {{{self.of.guess(item, reading)}}}",
            )
        return None

    def _one_text(self, node: Text, name: str, reading: Reading) -> str | None:
        value = node.value.strip()
        if value == LOST:
            return None
        if self.instead and value == self.instead:
            return value
        if not value or value.casefold() in PLACEHOLDERS:
            words_of(node, name, reading)
            return None
        better = self._as_list(node, value, reading)
        reading.note(
            node, "not-a-list", f"{name} must be a list", f"write {last_part(name)}: {better}"
        )
        return None

    def _as_list(self, node: Text, value: str, reading: Reading) -> str:
        """What to write in place of one text."""
        if isinstance(self.of, Group):
            return f"[{{{self.of.guess(node, reading)}}}]"
        if isinstance(self.of, Code) and (words := reading.vocabularies.get(self.of.vocabulary)):
            return _as_codes(value, words)
        if isinstance(self.of, Line) or any(mark in value for mark in "[]{}#:"):
            return f"on one line, and on the next:   - {shortened(visible(value))}"
        if isinstance(self.of, Slug):
            return f"[{shortened(', '.join(map(_better_slug, re.split('[,;]', value))))}]"
        return f"[{shortened(visible(value))}]"

    def _repeats(self, node: Items, name: str, reading: Reading) -> None:
        seen: dict[str, Text] = {}
        for item in node.nodes:
            if isinstance(item, Text) and item.value != LOST:
                first = seen.setdefault(item.value, item)
                if first is not item:
                    reading.note(
                        item, *said("listed-twice", value=quoted(item.value), line=first.line)
                    )

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        listed = {
            "type": "array",
            "items": self.of.schema(vocabularies),
            "minItems": self.least,
            "maxItems": self.most,
            "uniqueItems": True,
        }
        return {"anyOf": [{"const": self.instead}, listed]} if self.instead else listed


def _as_codes(value: str, vocabulary: Vocabulary) -> str:
    """The codes that words with commas between them mean, and all there are where one is none."""
    known = meanings(vocabulary)
    meant = [closest(part, known) for part in _BETWEEN_PARTS.split(value) if part]
    codes = f"[{', '.join(dict.fromkeys(filter(None, meant))) or '…'}]"
    if all(meant):
        return codes
    return f"{codes} with words from this list: {', '.join(term.code for term in vocabulary)}"


# Each is known by itself, so that tables of fields can be looked up without reading through them.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Field:
    """One name of an entry: what it holds and how to say so.

    ``also`` are other names that people write for it.
    """

    name: str
    kind: Kind
    help: str
    required: bool = False
    example: str = ""
    also: tuple[str, ...] = ()


class Group(NamedTuple):
    """Names and values one level down."""

    fields: tuple[Field, ...]
    at_least_one: bool = False

    def read(self, node: Node, name: str, reading: Reading) -> dict[str, Any] | None:
        if isinstance(node, Text) and node.value == LOST:
            return None
        if isinstance(node, Text) and not node.value.strip():
            or_delete = "" if name in reading.needed else " or delete the line"
            reading.note(
                node,
                "empty-group",
                f"there is nothing under {last_part(name)}:",
                f"write {last_part(name)}: {{{self.guess(node, reading)}}}{or_delete}",
            )
            return None
        if not isinstance(node, Block):
            reading.note(
                node,
                "not-a-group",
                f"{name} holds several facts, each with a name of its own",
                f"write {last_part(name)}: {{{self.guess(node, reading)}}}",
            )
            return None
        values = read_block(node, self.fields, reading, name)
        if self.at_least_one and not node.pairs:
            reading.note(
                node, "empty-group", f"there is nothing under {last_part(name)}:", "delete the line"
            )
        return values

    def guess(self, node: Node, reading: Reading) -> str:
        """The facts that somebody may have meant, as they stand between curly brackets."""
        rest = [f"{field.name}: {field.example or '…'}" for field in self.fields if field.required]
        if not isinstance(node, Text) or not node.value.strip():
            return ", ".join(rest) or f"{self.fields[0].name}: …"
        for field in self.fields:
            if fitting := _as_under(field, node, reading):
                others = [one for one in rest if not one.startswith(f"{field.name}:")]
                return ", ".join([f"{field.name}: {fitting}", *others])
        return ", ".join(rest) or f"{self.fields[0].name}: …"

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        described = object_schema(self.fields, vocabularies)
        return described | {"minProperties": 1} if self.at_least_one else described


def _as_under(field: Field, node: Text, reading: Reading) -> str:
    """How a text would stand under a name; empty where it does not fit there."""
    trial = Reading(reading.path, reading.vocabularies)
    field.kind.read(node, field.name, trial)
    if not trial.problems:
        return shortened(visible(node.value))
    days = field.kind.meant(node.value, reading.today) if isinstance(field.kind, Day) else []
    return days[0] if days else ""


def read_block(
    block: Block, fields: tuple[Field, ...], reading: Reading, within: str = ""
) -> dict[str, Any]:
    """The values of one block by name; unknown and missing names are noted."""
    known, required = _known_and_required(fields, within)
    values: dict[str, Any] = {}
    without_value: set[str] = set()
    for key, node in block.pairs:
        named = known.get(key[0])
        if named is None:
            names = {field.name: field for field in fields}
            without_value.add(_unknown(Text(*key), node, names, within, reading))
            continue
        field, full_name = named
        reading.places[full_name] = (node.line, node.column)
        if field.required:
            reading.needed.add(full_name)
        value = field.kind.read(node, full_name, reading)
        if value is None:
            without_value.add(field.name)
        else:
            values[field.name] = value
    for field in required:
        if field.name not in values and field.name not in without_value:
            _missing(block, field, within, reading)
    return values


@cache
def _known_and_required(
    fields: tuple[Field, ...], within: str
) -> tuple[dict[str, tuple[Field, str]], tuple[Field, ...]]:
    """Fields by name, each with its full name, and those that cannot be left out."""
    start = f"{within}." if within else ""
    known = {field.name: (field, f"{start}{field.name}") for field in fields}
    return known, tuple(field for field in fields if field.required)


def links_in(
    fields: tuple[Field, ...], values: Mapping[str, Any], within: str = ""
) -> Iterator[tuple[str, str]]:
    """Every link among the values of a block, with the name of the place that it is told at."""
    for field in fields:
        if field.name in values:
            yield from _links_of(field.kind, values[field.name], f"{within}{field.name}")


def _links_of(kind: Kind, value: Any, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(kind, Link):
        yield name, value
    elif isinstance(kind, Group):
        yield from links_in(kind.fields, value, f"{name}.")
    elif isinstance(kind, Several) and value != kind.instead:
        for number, item in enumerate(value):
            own = f"{name}.{number}"
            yield from ((own, address) for _, address in _links_of(kind.of, item, own))


def object_schema(
    fields: tuple[Field, ...], vocabularies: Mapping[str, Vocabulary]
) -> dict[str, Any]:
    """A block as JSON Schema: no names but these, and the required ones there."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [field.name for field in fields if field.required],
        "properties": {
            field.name: {"description": field.help, **field.kind.schema(vocabularies)}
            for field in fields
        },
    }


def is_slug(text: str) -> bool:
    """Whether a text may be an entry's name in a file name and an address."""
    return len(text) <= MOST_SLUG and bool(SLUG_PATTERN.fullmatch(text))


def slug_from(text: str) -> str:
    """A text as the name of an entry could look, or nothing when it has no plain letters."""
    return "-".join(re.findall(r"[a-z0-9]+", text.casefold().replace("'", "")))[:MOST_SLUG].strip(
        "-"
    )


def _better_slug(text: str) -> str:
    """The name that somebody most likely meant with an alliance's name in words."""
    return (
        slug_from(text.casefold().removesuffix(".md")).removesuffix("-cancer-alliance") or ANY_SLUG
    )


def _unknown(
    key: Text, node: Node, names: Mapping[str, Field], within: str, reading: Reading
) -> str:
    """Note a name that is not in the table; the name that was meant, which is then not missing."""
    is_reported = isinstance(node, Text) and node.value == LOST
    if key.value == LOST or is_reported or reading.is_full:
        return ""
    written = key.value.strip().casefold().replace(" ", "_").replace("-", "_")
    meanings = {name: field.name for field in names.values() for name in (field.name, *field.also)}
    meant = closest(written, meanings) or ""
    is_misspelt = closest(written, {name: name for name in names}) is not None
    above = next((field.name for field in names.values() if _has_part(field, written)), "")
    if not within and written in _NEVER_WRITTEN:
        fix = _NEVER_WRITTEN[written]
    elif above and not is_misspelt:
        fix = f"write it under {above}: and two spaces in:   {written}: …"
    elif meant:
        fix = f"did you mean '{meant}'? ({names[meant].help})"
    else:
        fix = f"Fields here: {', '.join(names)}"
    where = f" under {within}" if within else ""
    reading.note(key, "unknown-field", f"there is no field called {quoted(key.value)}{where}", fix)
    return meant


def _has_part(field: Field, name: str) -> bool:
    """Whether a name belongs one level down, under a field."""
    return isinstance(field.kind, Group) and any(part.name == name for part in field.kind.fields)


def _missing(block: Block, field: Field, within: str, reading: Reading) -> None:
    where = f"{within} has" if within else "this entry has"
    example = field.example or "…"
    reading.note(
        block,
        *said("missing-field", where=where, name=field.name, help=field.help, example=example),
    )
