"""Plain lines: the few forms in which almost every entry is written, read without YAML's machinery.

A file in which every line is plain needs no more than a look at each line. Anything else, a
mistake included, is left to the YAML reader. For plain lines both give the same, place by place:
a test holds them against each other.
"""

from __future__ import annotations

import re
from functools import lru_cache
from string import ascii_letters, digits
from typing import TYPE_CHECKING, Final

from catalogue.nodes import Block, Items, Text, made

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalogue.nodes import Name, Node

# Words that begin with a letter or figure and hold nothing that YAML minds.
WORDS: Final = r"[A-Za-z0-9][^\s#:]*(?:(?: (?!#)|:(?=\S))[^\s#:]*)*"
QUOTED: Final = r'"[^"\\]*"'
_CODE: Final = r"[A-Za-z0-9_][A-Za-z0-9_./-]*(?::[A-Za-z0-9_./-]+)*"
LISTED: Final = rf"\[{_CODE}(?:, {_CODE})*\]"
_NAME: Final = re.compile("[a-z_][a-z_0-9]*")
_CODE_ALONE: Final = re.compile(_CODE)
FIRST: Final = frozenset(ascii_letters + digits)


def plain_block(lines: Sequence[str], first_line: int) -> Block | None:
    """Names with a value each, a list of values or a block of names and values; else None.

    All characters of the lines are ones that can be seen: whoever asks has looked at them.
    """
    pairs: list[tuple[Name, Node]] = []
    items: list[Text] = []
    inner: list[tuple[Name, Node]] = []
    opened: Name | None = None
    for number, line in enumerate(lines, first_line):
        name, colon, written = line.partition(": ")
        node: Node | None = None
        if not colon:
            name = line.removesuffix(":")
        elif not written:
            return None
        # Most facts are plain words: this is what ``plain_text`` would say of them.
        elif written[0] in FIRST and "#" not in written and ":" not in written:
            node = made(Text, (written.rstrip(" "), number, len(name) + 3))
        else:
            node = plain_node(written, number, len(name) + 3)
        if is_name(name):
            if node is None and (colon or name == line):
                return None
            if opened is not None:
                if not (around := _around(items, inner)):
                    return None
                pairs.append((opened, around))
                items, inner, opened = [], [], None
            if node is None:
                opened = (name, number, 1)
            else:
                pairs.append(((name, number, 1), node))
        elif line.startswith("  - "):
            item = plain_text(line[4:], number, 5)
            if item is None or opened is None or inner:
                return None
            items.append(item)
        else:
            indent, name = name[:2], name[2:]
            if indent != "  " or not is_name(name) or node is None or opened is None or items:
                return None
            inner.append(((name, number, 3), node))
    if opened is not None:
        if not (around := _around(items, inner)):
            return None
        pairs.append((opened, around))
    return Block(tuple(pairs), first_line, 1) if pairs and _are_all_new(pairs) else None


@lru_cache(maxsize=256)
def is_name(text: str) -> bool:
    """Whether a text is a name as names of facts are written."""
    return _NAME.fullmatch(text) is not None


@lru_cache(maxsize=1024)
def _is_code(text: str) -> bool:
    return _CODE_ALONE.fullmatch(text) is not None


def plain_node(written: str, line: int, column: int) -> Node | None:
    """A value of plain words, in double quotes or in a list on one line; else None."""
    if written[0] != "[":
        return plain_text(written, line, column)
    if written == "[]":
        return made(Items, ((), line, column))
    if written[-1] != "]":
        return None
    at = column + 1
    items = []
    for code in written[1:-1].split(", "):
        if not _is_code(code):
            return None
        items.append(made(Text, (code, line, at)))
        at += len(code) + 2
    return made(Items, (tuple(items), line, column))


def plain_text(written: str, line: int, column: int) -> Text | None:
    """Words that hold nothing that YAML minds (see WORDS and QUOTED); else None."""
    if written[:1] in FIRST:
        if "#" in written or (":" in written and (": " in written or written.endswith(":"))):
            return None
        return made(Text, (written.rstrip(" "), line, column))
    is_quoted = written[:1] == '"' and written.endswith('"') and written.count('"') == 2
    return made(Text, (written[1:-1], line, column)) if is_quoted and "\\" not in written else None


def _around(items: list[Text], inner: list[tuple[Name, Node]]) -> Node | None:
    """The list or the block below a name, or None where nothing good stands there."""
    if items:
        return made(Items, (tuple(items), items[0].line, 3))
    return Block(tuple(inner), inner[0][0][1], 3) if inner and _are_all_new(inner) else None


def _are_all_new(pairs: Sequence[tuple[Name, Node]]) -> bool:
    """Whether no name stands twice in a block."""
    return len({name for (name, _, _), _ in pairs}) == len(pairs)
