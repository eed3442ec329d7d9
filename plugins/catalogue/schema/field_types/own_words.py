"""Own words: on one line, or on several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final

from catalogue.parsing.nodes import Text
from catalogue.problems.messages import Message, message_for
from catalogue.problems.quoting import characters, cut_short, shown_to_paste
from catalogue.schema.field_types.base import WORDS_OR_FIGURES, FieldType, on_next_line
from catalogue.schema.reading import last_part, words_of
from catalogue.text.links import ADDRESS_IN_WORDS
from catalogue.text.markup import markup_fault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalogue.parsing.nodes import Node
    from catalogue.schema.reading import Reading
    from catalogue.schema.vocabulary import Vocabulary

FORMULA: Final = "=+@"
_WORDS_SCHEMA: Final = r"^(?![\s\S]*(?:<[A-Za-z/!?]|\]\())\s*[^\s=+@][^\n]*\s*$"


@dataclass(frozen=True, slots=True)
class Line(FieldType):
    """Words on one line, of so many characters."""

    least: int = 1
    most: int = 500

    is_line: ClassVar[bool] = True

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

    def _fault(self, value: str, name: str) -> Message | None:
        if "\n" in value:
            joined = shown_to_paste(" ".join(value.split()))
            return message_for(
                "more-than-one-line", name=name, short=last_part(name), better=joined
            )
        if not self.least <= len(value) <= self.most:
            return message_for(
                "length.long" if len(value) > self.most else "length.short",
                name=name,
                count=characters(len(value)),
                least=self.least,
                most=self.most,
            )
        if value[0] in FORMULA:
            better = cut_short(value[1:])
            return message_for(
                "formula", name=name, short=last_part(name), sign=value[0], better=better
            )
        return markup_fault(value)

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        return {
            "type": WORDS_OR_FIGURES,
            "minLength": self.least,
            "maxLength": self.most,
            "pattern": _WORDS_SCHEMA,
        }

    def as_list(self, node: Text, reading: Reading) -> str:
        return on_next_line(node.value.strip())


@dataclass(frozen=True, slots=True)
class Words(FieldType):
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
        return {"type": WORDS_OR_FIGURES, "minLength": 1, "maxLength": self.most}
