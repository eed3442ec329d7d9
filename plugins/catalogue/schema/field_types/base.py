"""What every type of field can do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, Final

from catalogue.problems.quoting import shown_to_paste, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from catalogue.parsing.nodes import Node, Text
    from catalogue.schema.facts import Fact
    from catalogue.schema.reading import Reading
    from catalogue.schema.vocabulary import Term, Vocabulary

# Figures alone are a number to an editor; here they are words like any others.
WORDS_OR_FIGURES: Final = ["string", "number"]
_MARKS_OF_YAML: Final = "[]{}#:"


class FieldType(ABC):
    """How one value is written: how it is read, and the same rule for other programs."""

    __slots__ = ()

    keeps_places: ClassVar[bool] = True
    """Whether rules may have more to tell of one value among several."""
    between: ClassVar[str] = "\n"
    """What stands between several of them in words."""
    is_line: ClassVar[bool] = False
    """Whether its value is a text, which a search can look into."""

    @property
    def has_codes(self) -> bool:
        """Whether entries can be found by its codes."""
        return False

    @property
    def parts(self) -> tuple[Fact, ...]:
        """The facts of a group, or of each group of a list."""
        return ()

    @abstractmethod
    def read(self, node: Node, name: str, reading: Reading) -> Any:
        """The value, or None when it is missing or wrong; what is wrong is noted."""

    @abstractmethod
    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        """The same rule as a piece of JSON Schema (draft 7)."""

    def made(self, value: Any) -> Any:
        """The value as an entry holds it, from what was read without a mistake."""
        return value

    def written(self, value: Any) -> Any:
        """The value of an entry as files and programs write it; nothing where it is not stated."""
        return value

    def terms(self, value: Any) -> tuple[Term, ...]:
        """The terms of a vocabulary that are stated."""
        return ()

    def codes(self, value: Any) -> tuple[str, ...]:
        """The codes that are stated."""
        return tuple([term.code for term in self.terms(value)])

    def in_words(self, value: Any) -> str:
        """The value of an entry as people read it; empty where it is not stated."""
        return str(value) if value else ""

    def holding(self, code: str) -> Any:
        """A value of one code, as it is written."""
        return code

    def cells(self, name: str, written: Any) -> dict[str, str]:
        """What a table shows in the columns of a fact of this name."""
        return {name: self.cell(written)}

    def columns(self, name: str) -> tuple[str, ...]:
        """The columns of a table for a fact of this name."""
        return (name,)

    def cell(self, written: Any) -> str:
        """A value that is stated as words on one line."""
        return str(written)

    def links(self, value: Any, name: str) -> Iterator[tuple[str, str]]:
        """Every link in what was read, with the name of the place that it is told at."""
        return iter(())

    def vocabularies(self) -> Iterator[str]:
        """The vocabularies that have to be there."""
        return iter(())

    def read_among(self, item: Node, name: str, reading: Reading) -> Any:
        """The value of one line of a list."""
        return self.read(item, name, reading)

    def as_list(self, node: Text, reading: Reading) -> str:
        """How a text would stand after its name if it were written as a list."""
        value = node.value.strip()
        if any(mark in value for mark in _MARKS_OF_YAML):
            return on_next_line(value)
        return f"[{shown_to_paste(self.as_items(value))}]"

    def as_items(self, value: str) -> str:
        """The items of a list that a text may stand for."""
        return visible(value)


def on_next_line(value: str) -> str:
    """How a text stands in a list that has a line for each item."""
    return f"on one line, and on the next:   - {shown_to_paste(visible(value))}"
