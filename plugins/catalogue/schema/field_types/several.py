"""Several: a list of values of one type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from catalogue.parsing.nodes import LOST, Block, Text
from catalogue.problems.messages import message_for
from catalogue.problems.quoting import quoted
from catalogue.schema.field_types.base import FieldType
from catalogue.schema.reading import PLACEHOLDERS, last_part, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from catalogue.parsing.nodes import Items, Node
    from catalogue.schema.facts import Fact
    from catalogue.schema.reading import Reading
    from catalogue.schema.vocabulary import Term, Vocabulary


@dataclass(frozen=True, slots=True)
class Several(FieldType):
    """A list of one type; ``instead`` is a word that may stand in its place.

    The place of each line of the list is kept under the name with its number: ``sources.0``.
    """

    of: FieldType
    least: int = 1
    most: int = 60
    instead: str = ""

    @property
    def parts(self) -> tuple[Fact, ...]:
        return self.of.parts

    @property
    def has_codes(self) -> bool:
        return self.of.has_codes

    def read(self, node: Node, name: str, reading: Reading) -> Any:
        found = self._read(node, name, reading)
        return None if found is None else self.meaning(found)

    def meaning(self, found: tuple[Any, ...] | str) -> Any:
        """The value that a list, or the word in place of one, stands for."""
        return found

    def _read(self, node: Node, name: str, reading: Reading) -> tuple[Any, ...] | str | None:
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
            self._note_length(node, name, reading)
            return None
        if len(node.nodes) > 1:
            _note_repeats(node, reading)
            reading.needed.discard(name)  # one of them can go
        values: list[Any] = []
        for item in node.nodes:
            value = self.of.read_among(item, name, reading)
            if value is not None:
                if self.of.keeps_places:
                    reading.places[f"{name}.{len(values)}"] = (item.line, item.column)
                values.append(value)
        return tuple(values)

    def _note_length(self, node: Items, name: str, reading: Reading) -> None:
        too_many = message_for(
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

    def _one_text(self, node: Text, name: str, reading: Reading) -> str | None:
        value = node.value.strip()
        if value == LOST:
            return None
        if self.instead and value == self.instead:
            return value
        if not value or value.casefold() in PLACEHOLDERS:
            words_of(node, name, reading)
            return None
        better = self.of.as_list(node, reading)
        reading.note(
            node, "not-a-list", f"{name} must be a list", f"write {last_part(name)}: {better}"
        )
        return None

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        listed = {
            "type": "array",
            "items": self.of.schema(vocabularies),
            "minItems": self.least,
            "maxItems": self.most,
            "uniqueItems": True,
        }
        return {"anyOf": [{"const": self.instead}, listed]} if self.instead else listed

    def made(self, value: Any) -> Any:
        return value if isinstance(value, str) else tuple(map(self.of.made, value))

    def written(self, value: Any) -> Any:
        return [self.of.written(item) for item in value]

    def terms(self, value: Any) -> tuple[Term, ...]:
        return tuple([term for item in value for term in self.of.terms(item)])

    def in_words(self, value: Any) -> str:
        return self.of.between.join(map(self.of.in_words, value))

    def holding(self, code: str) -> list[str]:
        return [code]

    def cell(self, written: Sequence[Any] | str) -> str:
        return written if isinstance(written, str) else "; ".join(map(self.of.cell, written))

    def links(self, value: Any, name: str) -> Iterator[tuple[str, str]]:
        for number, item in enumerate(() if isinstance(value, str) else value):
            own = f"{name}.{number}"
            yield from ((own, address) for _, address in self.of.links(item, own))

    def vocabularies(self) -> Iterator[str]:
        return self.of.vocabularies()


def _note_repeats(node: Items, reading: Reading) -> None:
    seen: dict[str, Text] = {}
    for item in node.nodes:
        if isinstance(item, Text) and item.value != LOST:
            first = seen.setdefault(item.value, item)
            if first is not item:
                reading.note(
                    item, *message_for("listed-twice", value=quoted(item.value), line=first.line)
                )
