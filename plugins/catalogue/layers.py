"""Layers: names, lists and long texts inside each other, read without YAML's machinery.

Alliances, vocabularies, words and help are written so: two spaces for each layer, and values that
are plain. Anything else, a mistake included, is left to the YAML reader, which need not even be
loaded where nothing is. Both give the same, place by place: a test holds them against each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalogue.nodes import MOST_DEPTH, Block, Items, Text, made
from catalogue.plain_lines import FIRST, is_name, plain_node, plain_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalogue.nodes import Name, Node

_STEP: Final = 2
# In place of the spaces before a line.
_PASSED_OVER: Final = -1
_END: Final = -2
_AS_WRITTEN: Final = "|"
_IN_ONE_LINE: Final = ">-"


class _NotPlainError(Exception):
    """Something else stands there."""


def layered_block(lines: Sequence[str], first_line: int) -> Block | None:
    """The names and values of lines that hold nothing else; else None.

    All characters of the lines are ones that can be seen: whoever asks has looked at them.
    """
    layers = _Layers(lines, first_line)
    try:
        return layers.whole()
    except _NotPlainError:
        return None


class _Layers:
    """Lines, and how far they have been read."""

    def __init__(self, lines: Sequence[str], first_line: int) -> None:
        self._lines = lines
        self._first_line = first_line
        self._at = 0
        self._indents = [
            len(line) - len(line.lstrip(" ")) if line and line[0] != "#" else _PASSED_OVER
            for line in lines
        ]
        self._indents.append(_END)

    def whole(self) -> Block:
        """All lines."""
        if self._indent() != 0:
            raise _NotPlainError
        block = self._block(0, 1)
        if self._indent() != _END:
            raise _NotPlainError
        return block

    def _indent(self) -> int:
        """The spaces before the next line that is neither empty nor a comment."""
        while (indent := self._indents[self._at]) == _PASSED_OVER:
            self._at += 1
        return indent

    def _block(self, indent: int, depth: int) -> Block:
        """Names with a value each. Before the first of them a dash may stand."""
        first = self._first_line + self._at
        pairs: dict[str, tuple[Name, Node]] = {}
        while not pairs or self._indent() == indent:
            number = self._first_line + self._at
            name, colon, written = self._lines[self._at][indent:].partition(": ")
            if not colon and name.endswith(":"):
                name = name[:-1]
            elif not written:
                raise _NotPlainError
            if not is_name(name) or name in pairs:
                raise _NotPlainError
            self._at += 1
            column = indent + len(name) + 3
            # Most facts are plain words: this is what ``plain_text`` would say of them.
            if written[:1] in FIRST and "#" not in written and ":" not in written:
                value: Node = made(Text, (written.rstrip(" "), number, column))
            else:
                value = self._value(written, number, indent, column, depth)
            pairs[name] = ((name, number, indent + 1), value)
        return Block(tuple(pairs.values()), first, indent + 1)

    def _value(self, written: str, line: int, indent: int, column: int, depth: int) -> Node:
        """What stands behind a name, or below it."""
        if not written:
            return self._inside(indent + _STEP, depth + 1)
        if written in (_AS_WRITTEN, _IN_ONE_LINE):
            return made(Text, (self._long_text(written, indent + _STEP), line, column))
        if depth == MOST_DEPTH and written.startswith("["):
            raise _NotPlainError
        return _known(plain_node(written, line, column))

    def _inside(self, indent: int, depth: int) -> Node:
        if self._indent() != indent or depth > MOST_DEPTH:
            raise _NotPlainError
        has_dash = self._lines[self._at].startswith("- ", indent)
        return self._items(indent, depth) if has_dash else self._block(indent, depth)

    def _items(self, indent: int, depth: int) -> Items:
        """A list of texts and of blocks."""
        first = self._first_line + self._at
        nodes: list[Node] = []
        while self._indent() == indent and self._lines[self._at].startswith("- ", indent):
            written = self._lines[self._at][indent + _STEP :]
            text = plain_text(written, self._first_line + self._at, indent + _STEP + 1)
            if text is not None:
                self._at += 1
            elif depth == MOST_DEPTH:
                raise _NotPlainError
            nodes.append(text or self._block(indent + _STEP, depth + 1))
        return made(Items, (tuple(nodes), first, indent + 1))

    def _long_text(self, sign: str, indent: int) -> str:
        """Lines that stand further in, as they are or in one."""
        margin = " " * indent
        lines = []
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if line and not line.startswith(margin):
                break
            if line.isspace():
                raise _NotPlainError
            lines.append(line[indent:])
            self._at += 1
        while lines and not lines[-1]:
            lines.pop()
        # How far in a text stands is told by its first line.
        if not lines or lines[0][:1] in ("", " "):
            raise _NotPlainError
        if sign == _AS_WRITTEN:
            return "\n".join(lines) + "\n"
        if any(line[:1] in ("", " ") or line.endswith(" ") for line in lines):
            raise _NotPlainError
        return " ".join(lines)


def _known(node: Node | None) -> Node:
    if node is None:
        raise _NotPlainError
    return node
