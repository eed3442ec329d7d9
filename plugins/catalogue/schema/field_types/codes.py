"""Codes: of a vocabulary, or of a fixed shape."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final

from catalogue.parsing.nodes import Text
from catalogue.problems.messages import message_for
from catalogue.problems.quoting import closest, did_you_mean, quoted
from catalogue.schema.field_types.base import FieldType
from catalogue.schema.reading import last_part, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from catalogue.parsing.nodes import Node
    from catalogue.schema.reading import Reading
    from catalogue.schema.vocabulary import Term, Vocabulary

_BETWEEN_PARTS: Final = re.compile(r"\s*(?:[,;/&]|\band\b)\s*")


@dataclass(frozen=True, slots=True)
class Code(FieldType):
    """One code of a vocabulary, which stands for its term."""

    vocabulary: str

    # No rule has more to tell of a code that stands in its vocabulary.
    keeps_places: ClassVar[bool] = False
    between: ClassVar[str] = "; "

    @property
    def has_codes(self) -> bool:
        return True

    def read(self, node: Node, name: str, reading: Reading) -> Term | None:
        vocabulary = reading.vocabularies.get(self.vocabulary)
        # A code has been read as words when its vocabulary was.
        if vocabulary is not None and isinstance(node, Text) and node.value in vocabulary:
            return vocabulary[node.value]
        value = words_of(node, name, reading)
        if value is None or vocabulary is None:
            return None
        if value in vocabulary:
            return vocabulary[value]
        meant = closest(value, meanings(vocabulary))
        reading.note(
            node,
            *message_for(
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

    def written(self, value: Term | None) -> str | None:
        return value.code if value else None

    def terms(self, value: Term | None) -> tuple[Term, ...]:
        return (value,) if value else ()

    def in_words(self, value: Term | None) -> str:
        return value.label if value else ""

    def vocabularies(self) -> Iterator[str]:
        yield self.vocabulary

    def as_list(self, node: Text, reading: Reading) -> str:
        vocabulary = reading.vocabularies.get(self.vocabulary)
        if vocabulary is None:
            return super().as_list(node, reading)
        return _as_codes(node.value.strip(), vocabulary)


def meanings(vocabulary: Vocabulary) -> dict[str, str]:
    """Codes by every word for them that people may write."""
    return {
        word.casefold(): term.code
        for term in vocabulary
        for word in (*term.synonyms, term.label, term.code)
    }


def _as_codes(value: str, vocabulary: Vocabulary) -> str:
    """The codes that words with commas between them mean, and all there are where one is none."""
    known = meanings(vocabulary)
    meant = [closest(part, known) for part in _BETWEEN_PARTS.split(value) if part]
    codes = f"[{', '.join(dict.fromkeys(filter(None, meant))) or '…'}]"
    if all(meant):
        return codes
    return f"{codes} with words from this list: {', '.join(term.code for term in vocabulary)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern(FieldType):
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
