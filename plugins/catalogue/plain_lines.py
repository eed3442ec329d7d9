"""Plain lines: the few forms in which almost every entry is written, read without YAML's machinery.

A file in which every line is plain needs no more than a look at each line. Anything else, a
mistake included, is left to the YAML reader. For plain lines both give the same, place by place:
a test holds them against each other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalogue.lines import LISTED, QUOTED, WORDS
from catalogue.nodes import Block, Items, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalogue.nodes import Node

_ITEM: Final = re.compile(rf"  - ({WORDS}|{QUOTED})")
_PAIR: Final = re.compile(rf"(  )?([a-z_][a-z_0-9]*):(?: ({WORDS}|{QUOTED}|{LISTED}))?")


def plain_block(lines: Sequence[str], first_line: int) -> Block | None:
    """Names with a value each, a list of values or a block of names and values; else None."""
    if not "".join(lines).isprintable():
        return None
    pairs: list[tuple[Text, Node]] = []
    items: list[Text] = []
    inner: list[tuple[Text, Node]] = []
    opened: Text | None = None
    for number, line in enumerate(lines, first_line):
        if line.startswith("  - "):
            item = _ITEM.fullmatch(line)
            if item is None or opened is None or inner:
                return None
            items.append(_text(item[1], number, 5))
            continue
        pair = _PAIR.fullmatch(line)
        if pair is None:
            return None
        indent, name, written = pair.groups()
        if indent:
            if written is None or opened is None or items:
                return None
            inner.append((Text(name, number, 3), _node(written, number, len(name) + 5)))
            continue
        if opened is not None:
            if not (items or inner):
                return None
            pairs.append((opened, _around(items, inner)))
            items, inner, opened = [], [], None
        if written is None:
            opened = Text(name, number, 1)
        else:
            pairs.append((Text(name, number, 1), _node(written, number, len(name) + 3)))
    if opened is not None:
        if not (items or inner):
            return None
        pairs.append((opened, _around(items, inner)))
    return Block(tuple(pairs), first_line, 1) if pairs and _are_all_new(pairs) else None


def _node(written: str, line: int, column: int) -> Node:
    if written[0] != "[":
        return _text(written, line, column)
    at = column + 1
    items = []
    for code in written[1:-1].split(", "):
        items.append(Text(code, line, at))
        at += len(code) + 2
    return Items(tuple(items), line, column)


def _text(written: str, line: int, column: int) -> Text:
    return Text(written[1:-1] if written[0] == '"' else written.rstrip(" "), line, column)


def _around(items: list[Text], inner: list[tuple[Text, Node]]) -> Node:
    if items:
        return Items(tuple(items), items[0].line, 3)
    return Block(tuple(inner), inner[0][0].line, 3)


def _are_all_new(pairs: Sequence[tuple[Text, Node]]) -> bool:
    """Whether no name stands twice in one block."""
    names = {name.value for name, _ in pairs}
    blocks = (node for _, node in pairs if isinstance(node, Block))
    return len(names) == len(pairs) and all(_are_all_new(block.pairs) for block in blocks)
