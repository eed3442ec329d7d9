"""Contacts: web addresses, e-mail addresses and phone numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from catalogue.problems.messages import message_for
from catalogue.schema.field_types.base import WORDS_OR_FIGURES, FieldType
from catalogue.schema.reading import last_part, words_of
from catalogue.text.links import link_fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from catalogue.parsing.nodes import Node
    from catalogue.schema.reading import Reading
    from catalogue.schema.vocabulary import Vocabulary

ANY_PHONE: Final = "01632 960 000"
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


@dataclass(frozen=True, slots=True)
class Link(FieldType):
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

    def links(self, value: str, name: str) -> Iterator[tuple[str, str]]:
        yield name, value


@dataclass(frozen=True, slots=True)
class Email(FieldType):
    """A team's shared e-mail address."""

    def read(self, node: Node, name: str, reading: Reading) -> str | None:
        value = words_of(node, name, reading)
        if value is None or (len(value) <= MOST_EMAIL and EMAIL.fullmatch(value)):
            return value
        reading.note(node, *message_for("not-an-email", name=name, short=last_part(name)))
        return None

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{EMAIL.pattern}$", "maxLength": MOST_EMAIL}


@dataclass(frozen=True, slots=True)
class Phone(FieldType):
    """An organisation's phone number in the United Kingdom."""

    def read(self, node: Node, name: str, reading: Reading) -> str | None:
        value = words_of(node, name, reading)
        if value is None or PHONE.fullmatch(value):
            return value
        tidied = " ".join(MARKS_IN_PHONES.sub(" ", value).split())
        better = tidied if PHONE.fullmatch(tidied) else ANY_PHONE
        reading.note(
            node,
            *message_for("not-a-phone-number", name=name, short=last_part(name), better=better),
        )
        return None

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        return {"type": WORDS_OR_FIGURES, "pattern": f"^(?:{PHONE.pattern})$"}
