"""Kinds of value: how a written value is read, and how the JSON Schema describes it.

Each kind has ``read``, which gives the value or None and notes what is wrong, and ``schema``,
the same rule for editors and other programs. The tables in ``fields`` are made of these.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, Protocol

from catalogue.dates import month_by_month, suggested_day
from catalogue.document import Block, Items, Text
from catalogue.lines import LOST
from catalogue.links import link_fault
from catalogue.problems import ERROR, Problem
from catalogue.quoting import did_you_mean, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalogue.document import Node
    from catalogue.vocabulary import Vocabulary

SLUG: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"
MOST_SLUG: Final = 80
_SLUG: Final = re.compile(SLUG)
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_MINUTE: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)")
_PART_OF_DATE: Final = r"\d{4}(-\d{2}(-\d{2})?)?"
_EMAIL: Final = re.compile(r"[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}")
_PHONE: Final = re.compile(r"(?:\+44 ?\d|0\d)[\d ]{7,13}\d")
_FORMULA: Final = "=+@"

Values = "dict[str, Any]"


class Reading:
    """What is noted while one file is read: problems, and where each value stands."""

    def __init__(self, path: str, vocabularies: Mapping[str, Vocabulary]) -> None:
        self.path = path
        self.vocabularies = vocabularies
        self.problems: list[Problem] = []
        self.places: dict[str, tuple[int, int]] = {}

    def note(self, node: Node, code: str, message: str, fix: str, severity: str = ERROR) -> None:
        self.problems.append(
            Problem(
                path=self.path,
                line=node.line,
                column=node.column,
                code=code,
                message=message,
                fix=fix,
                severity=severity,
            )
        )


class Kind(Protocol):
    """How one value is written."""

    def read(self, node: Node, name: str, reading: Reading) -> Any:
        """The value, or None when it is missing or wrong; what is wrong is noted."""

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        """The same rule as a piece of JSON Schema (draft 7)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Words on one line."""

    most: int = 500
    least: int = 1

    def read(self, node: Node, name: str, reading: Reading) -> str | None:
        value = _text(node, name, reading)
        if value is None:
            return None
        if "\n" in value:
            reading.note(
                node,
                "more-than-one-line",
                f"{name} must be on one line",
                f"write {name}: and all its words on the same line",
            )
            return None
        if not self.least <= len(value) <= self.most:
            reading.note(
                node,
                "length",
                f"{name} has {len(value)} characters; it may have {self.least} to {self.most}",
                "shorten it" if len(value) > self.most else "say a little more",
            )
            return None
        if value[0] in _FORMULA:
            reading.note(
                node,
                "formula",
                f"{name} starts with {value[0]}, which a spreadsheet would run",
                "start with a word",
            )
            return None
        return value

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        return {"type": "string", "minLength": self.least, "maxLength": self.most}


@dataclass(frozen=True, slots=True, kw_only=True)
class Slug:
    """The file name of another entry, without its ending."""

    def read(self, node: Node, name: str, reading: Reading) -> str | None:
        value = _text(node, name, reading)
        if value is None:
            return None
        if not is_slug(value):
            reading.note(
                node,
                "not-a-slug",
                f"{quoted(value)} is not a name of an entry: only a-z, 0-9 and - may be used",
                "write the file's name without its ending, for example: kent-and-medway",
            )
            return None
        return value

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{SLUG}$", "maxLength": MOST_SLUG}


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One code of a vocabulary."""

    vocabulary: str

    def read(self, node: Node, name: str, reading: Reading) -> str | None:
        value = _text(node, name, reading)
        if value is None:
            return None
        vocabulary = reading.vocabularies[self.vocabulary]
        if value in vocabulary:
            return value
        allowed = ", ".join(term.code for term in vocabulary)
        reading.note(
            node,
            "unknown-term",
            f"{quoted(value)} is not one of the words for {name}",
            f"{did_you_mean(value, vocabulary.terms)}Allowed: {allowed}",
        )
        return None

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        terms = list(vocabularies[self.vocabulary])
        return {
            "type": "string",
            "enum": [term.code for term in terms],
            "x-labels": [term.label for term in terms],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A date written year-month-day; ``words`` may stand in its place."""

    words: tuple[str, ...] = ()
    with_time: bool = False

    def read(self, node: Node, name: str, reading: Reading) -> date | datetime | str | None:
        value = _text(node, name, reading)
        if value is None or value in self.words:
            return value
        try:
            if _DAY.fullmatch(value):
                return date.fromisoformat(value)
            if self.with_time and (match := _MINUTE.fullmatch(value)):
                return datetime.fromisoformat(f"{match[1]}T{match[2]}:{match[3]}")
        except ValueError:
            pass
        self._not_a_date(node, name, value, reading)
        return None

    def _not_a_date(self, node: Node, name: str, value: str, reading: Reading) -> None:
        suggestion = suggested_day(value)
        also = f" (or: {', '.join(self.words)})" if self.words else ""
        if suggestion:
            fix = f"write {name.rpartition('.')[2]}: {suggestion.isoformat()}"
        else:
            fix = f"write it as year-month-day, so 1 December 2026 is 2026-12-01{also}"
        if not self.with_time and _MINUTE.match(value):
            message = f"{name} is a date without a time; {quoted(value)} has one"
        else:
            message = f"{quoted(value)} is not a date we can read"
        reading.note(node, "not-a-date", message, fix)

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        pattern = r"\d{4}-\d{2}-\d{2}" + (r"([T ]\d{2}:\d{2})?" if self.with_time else "")
        choices = "|".join((pattern, *self.words))
        return {"type": "string", "pattern": f"^({choices})$"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOfDate:
    """A year, a year and month, or a whole date: as much as is known."""

    def read(self, node: Node, name: str, reading: Reading) -> str | None:
        value = _text(node, name, reading)
        if value is None or month_by_month(value):
            return value
        reading.note(
            node,
            "not-a-date",
            f"{quoted(value)} is not a year, a month or a date we can read",
            "write 2025, 2025-09 or 2025-09-30; for anything less exact use page_age",
        )
        return None

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{_PART_OF_DATE}$"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A web address that starts with https://."""

    def read(self, node: Node, name: str, reading: Reading) -> str | None:
        value = _text(node, name, reading)
        if value is None:
            return None
        fault = link_fault(value)
        if fault is None:
            return value
        reading.note(node, fault.code, fault.message, fault.fix)
        return None

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        return {"type": "string", "format": "uri", "pattern": "^https://", "maxLength": 500}


@dataclass(frozen=True, slots=True, kw_only=True)
class Email:
    """A team's shared e-mail address."""

    def read(self, node: Node, name: str, reading: Reading) -> str | None:
        value = _text(node, name, reading)
        if value is None or _EMAIL.fullmatch(value):
            return value
        reading.note(
            node,
            "not-an-email",
            f"{name} does not hold an e-mail address",
            "write the team's shared address, for example: involvement@example.nhs.uk",
        )
        return None

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        return {"type": "string", "format": "email"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """An organisation's phone number in the United Kingdom."""

    def read(self, node: Node, name: str, reading: Reading) -> str | None:
        value = _text(node, name, reading)
        if value is None or _PHONE.fullmatch(value):
            return value
        reading.note(
            node,
            "not-a-phone-number",
            f"{name} does not hold a phone number we can read",
            "write it with spaces only, for example: 01632 960 000",
        )
        return None

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{_PHONE.pattern}$"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A code or number of a fixed shape, such as an ONS code."""

    pattern: str
    what: str
    example: str

    def read(self, node: Node, name: str, reading: Reading) -> str | None:
        value = _text(node, name, reading)
        if value is None or re.fullmatch(self.pattern, value):
            return value
        reading.note(
            node,
            "wrong-shape",
            f"{quoted(value)} is not {self.what}",
            f"write it like this: {self.example}",
        )
        return None

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{self.pattern}$"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Several:
    """A list of one kind; ``instead`` is a word that may stand in its place."""

    of: Kind
    least: int = 1
    most: int = 60
    instead: str = ""

    def read(self, node: Node, name: str, reading: Reading) -> tuple[Any, ...] | str | None:
        if isinstance(node, Text):
            return self._one_text(node, name, reading)
        if isinstance(node, Block):
            reading.note(
                node,
                "not-a-list",
                f"{name} must be a list",
                f"write {name}:, then a line each: - …",
            )
            return None
        if not self.least <= len(node.nodes) <= self.most:
            reading.note(
                node,
                "list-length",
                f"{name} has {len(node.nodes)} lines; it may have {self.least} to {self.most}",
                "add what is missing or take some out",
            )
            return None
        self._repeats(node, name, reading)
        values = [self.of.read(item, name, reading) for item in node.nodes]
        return tuple(value for value in values if value is not None)

    def _one_text(self, node: Text, name: str, reading: Reading) -> str | None:
        if node.value == LOST:
            return None
        if self.instead and node.value == self.instead:
            return node.value
        shown = node.value.strip() or "…"
        reading.note(
            node,
            "not-a-list",
            f"{name} must be a list",
            f"write {name}: on one line and below it a line each, for example:   - {shown[:60]}",
        )
        return None

    def _repeats(self, node: Items, name: str, reading: Reading) -> None:
        seen: dict[str, int] = {}
        for item in node.nodes:
            if isinstance(item, Text) and item.value != LOST:
                first = seen.setdefault(item.value, item.line)
                if first != item.line:
                    reading.note(
                        item,
                        "listed-twice",
                        f"{quoted(item.value)} is already in this list (line {first})",
                        "delete one of the two lines",
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One name of an entry: what it holds and how to say so."""

    name: str
    kind: Kind
    help: str
    required: bool = False
    example: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Names and values one level down."""

    fields: tuple[Field, ...]
    at_least_one: bool = False

    def read(self, node: Node, name: str, reading: Reading) -> dict[str, Any] | None:
        if isinstance(node, Text) and node.value == LOST:
            return None
        if not isinstance(node, Block):
            wanted = self.fields[0]
            reading.note(
                node,
                "not-a-group",
                f"{name} holds several facts, each on a line of its own",
                f"write {name}: and below it, two spaces in, for example:   {wanted.name}: …",
            )
            return None
        values = read_block(node, self.fields, reading, name)
        if self.at_least_one and not node.pairs:
            reading.note(node, "empty-group", f"{name} is empty", "fill in one line or delete it")
        return values

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        described = object_schema(self.fields, vocabularies)
        return described | {"minProperties": 1} if self.at_least_one else described


def read_block(
    block: Block, fields: tuple[Field, ...], reading: Reading, within: str = ""
) -> dict[str, Any]:
    """The values of one block by name; unknown and missing names are noted."""
    by_name = {field.name: field for field in fields}
    written: set[str] = set()
    values: dict[str, Any] = {}
    for key, node in block.pairs:
        field = by_name.get(key.value)
        if field is None:
            _unknown(key, by_name, within, reading)
            continue
        written.add(field.name)
        full_name = f"{within}.{field.name}" if within else field.name
        reading.places[full_name] = (node.line, node.column)
        value = field.kind.read(node, full_name, reading)
        if value is not None:
            values[field.name] = value
    for field in fields:
        if field.required and field.name not in written:
            _missing(block, field, within, reading)
    return values


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
    return len(text) <= MOST_SLUG and bool(_SLUG.fullmatch(text))


def _unknown(key: Text, names: Mapping[str, Field], within: str, reading: Reading) -> None:
    if key.value == LOST:
        return
    where = f" under {within}" if within else ""
    reading.note(
        key,
        "unknown-field",
        f"there is no field called {quoted(key.value)}{where}",
        f"{did_you_mean(key.value, names)}Fields here: {', '.join(names)}",
    )


def _missing(block: Block, field: Field, within: str, reading: Reading) -> None:
    where = f"{within} has" if within else "this entry has"
    reading.note(
        block,
        "missing-field",
        f"{where} no {field.name}: {field.help}",
        f"add a line like: {field.name}: {field.example or '…'}",
    )


def _text(node: Node, name: str, reading: Reading) -> str | None:
    """The words of a node without spaces at the ends, or None (noted unless already reported)."""
    if not isinstance(node, Text):
        reading.note(
            node,
            "not-one-value",
            f"{name} holds one value, not a list or a group",
            f"write it on one line: {name.rpartition('.')[2]}: …",
        )
        return None
    value = node.value.strip()
    if value == LOST:
        return None
    if not value:
        reading.note(
            node,
            "empty-value",
            f"there is nothing after {name.rpartition('.')[2]}:",
            "write the value, or delete the whole line when it is not known",
        )
        return None
    return value
