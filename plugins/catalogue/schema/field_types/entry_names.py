"""Entry names: as they stand in file names and addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from catalogue.problems.messages import message_for
from catalogue.problems.quoting import quoted
from catalogue.schema.field_types.base import FieldType
from catalogue.schema.reading import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalogue.parsing.nodes import Node
    from catalogue.schema.reading import Reading
    from catalogue.schema.vocabulary import Vocabulary

SLUG: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"
SLUG_PATTERN: Final = re.compile(SLUG)
MOST_SLUG: Final = 80
ANY_SLUG: Final = "kent-and-medway"


@dataclass(frozen=True, slots=True)
class Slug(FieldType):
    """The file name of another entry, without its ending."""

    def read(self, node: Node, name: str, reading: Reading) -> str | None:
        value = words_of(node, name, reading)
        if value is None or is_slug(value):
            return value
        better = _better_slug(value)
        reading.note(node, *message_for("not-a-slug", value=quoted(value), better=better))
        return None

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{SLUG}$", "maxLength": MOST_SLUG}

    def as_items(self, value: str) -> str:
        return ", ".join(map(_better_slug, re.split("[,;]", value)))


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
