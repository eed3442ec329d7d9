"""Nodes: YAML as text, lists and blocks; every value stays text and keeps its line and column.

The facts that are declared decide the type of each value.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from catalogue.problems.problem import Problem

LOST: Final = "\ufffc"
"""Stands for a value that could not be read and has been reported already."""
MOST_DEPTH: Final = 6


class Text(NamedTuple):
    """One written value."""

    value: str
    line: int
    column: int


class Items(NamedTuple):
    """A list, in the order written."""

    nodes: tuple[Node, ...]
    line: int
    column: int


class Block(NamedTuple):
    """Names and their values, in the order written."""

    pairs: tuple[tuple[Text, Node], ...]
    line: int
    column: int

    def get(self, name: str) -> Node | None:
        """The value written under a name, or None."""
        return next((node for key, node in self.pairs if key.value == name), None)


Node: TypeAlias = "Text | Items | Block"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nodes:
    """What the lines say, what is wrong with them, and values written with backslash codes."""

    root: Block
    problems: list[Problem]
    coded: list[Text]
