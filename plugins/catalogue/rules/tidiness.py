"""Tidiness: what is wrong with no fact of an entry, and still differs from every other file.

Each finding is a warning that stops nothing. ``check --fix`` mends all of it, so nobody has to
look for a space that cannot be seen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from catalogue.parsing.nodes import Block, Items, Text
from catalogue.problems.problem import WARNING, Problem
from catalogue.schema.field_types import Code, Group, Several, Slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalogue.parsing.front_matter import Document
    from catalogue.schema.facts import Fact

FENCE: Final = "---"
WIDEST_LIST: Final = 100
"""Characters of a line up to which a list of codes stands on one line."""

PLAIN_CODE: Final = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")
FIX: Final = "run python3 tasks.py check --fix, which changes no word"
_BLOCK_START: Final = re.compile(r".*(?::|-) +[|>][+-]?\d?[+-]? *(#.*)?$")
_COMMENT: Final = re.compile(r"(?:^|\s)#")


def tidiness(document: Document, facts: Sequence[Fact]) -> Iterator[Problem]:
    """Every untidy thing in a file of an entry, each sort of it once."""
    if not document.lines:
        return
    yield from _bytes(document)
    yield from _spaces(document)
    if not document.problems:
        yield from _order(document, facts)
        for untidy in untidy_lists(document, facts):
            yield _warning(
                document,
                untidy.line,
                untidy.column,
                "list-style",
                f"the list {untidy.name} is written in another way than such lists elsewhere",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class UntidyList:
    """A list that is written in another way than such lists elsewhere, and where its name stands.

    ``last`` is its last line.
    """

    name: str
    type: Several
    items: Items
    line: int
    column: int
    last: int


def untidy_lists(document: Document, facts: Sequence[Fact]) -> Iterator[UntidyList]:
    """The lists to write anew, from top to bottom; none with a comment, which would be lost."""
    for found in _lists(document.root, facts):
        first, last = found.line, _last_line(document.lines, found)
        lines = document.lines[first - 1 : last]
        if not any(map(_COMMENT.search, lines)) and not _is_tidy(document.lines, found):
            yield replace(found, last=last)


def outside_blocks(lines: Sequence[str]) -> Iterator[int]:
    """The indexes of the lines of facts that are no part of words under ``|`` or ``>``."""
    block_indent = -1
    for at, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if block_indent >= 0 and (not line.strip() or indent > block_indent):
            continue
        block_indent = indent if _BLOCK_START.match(line.rstrip()) else -1
        yield at


def is_one_line(items: Items, type: Several, before: str) -> bool:
    """Whether a list stands on one line: codes that fit beside the name ``before``."""
    codes = [one.value for one in items.nodes if isinstance(one, Text)]
    return (
        isinstance(type.of, (Code, Slug))
        and len(codes) == len(items.nodes)
        and all(map(PLAIN_CODE.fullmatch, codes))
        and len(f"{before}: [{', '.join(codes)}]") <= WIDEST_LIST
    )


def _bytes(document: Document) -> Iterator[Problem]:
    if document.has_mark:
        yield _warning(
            document,
            1,
            1,
            "byte-order-mark",
            "a mark that nobody sees (BOM) stands at the very start of this file",
        )
    if document.has_other_line_ends:
        yield _warning(
            document, 1, 1, "line-ends", "the lines of this file end as they do on Windows"
        )
    if document.lines[-1]:
        message = "no line break stands at the end of this file"
        yield _warning(document, len(document.lines), 1, "end-of-file", message)


def _spaces(document: Document) -> Iterator[Problem]:
    """Spaces after a fact. Below the facts two of them mean a new line, and stay."""
    lines = document.lines
    last = len(lines)
    if lines[0].rstrip() == FENCE:
        fences = (at for at, line in enumerate(lines) if at and line.rstrip() == FENCE)
        last = next(fences, last - 1) + 1
    ending = [at for at in outside_blocks(lines[:last]) if lines[at][-1:] in (" ", "\t")]
    if ending:
        first = ending[0]
        many = f"{len(ending)} lines" if len(ending) > 1 else "this line"
        message = f"spaces stand at the end of {many}"
        column = len(lines[first].rstrip(" \t")) + 1
        yield _warning(document, first + 1, column, "spaces-at-line-end", message)


def _order(document: Document, facts: Sequence[Fact]) -> Iterator[Problem]:
    """The facts of all entries stand in the order of the table."""
    order = [fact.name for fact in facts]
    names = [name for name, _ in document.root.pairs]
    if any(name not in order for name, _, _ in names):
        return
    for (above, _, _), (name, line, column) in pairwise(names):
        if order.index(above) > order.index(name):
            message = f"{name} stands below {above}; elsewhere it stands above it"
            yield _warning(document, line, column, "order-of-facts", message)
            return


def _lists(block: Block, facts: Sequence[Fact]) -> Iterator[UntidyList]:
    """Every list of a block and of the blocks in it, tidy or not."""
    types = {fact.name: fact.type for fact in facts}
    for (name, line, column), node in block.pairs:
        type = types.get(name)
        if isinstance(type, Group) and isinstance(node, Block):
            yield from _lists(node, type.facts)
        elif isinstance(type, Several) and isinstance(node, Items) and node.nodes:
            yield UntidyList(name=name, type=type, items=node, line=line, column=column, last=line)
            for one in node.nodes:
                if isinstance(type.of, Group) and isinstance(one, Block):
                    yield from _lists(one, type.of.facts)


def _is_tidy(lines: Sequence[str], found: UntidyList) -> bool:
    line = lines[found.line - 1].rstrip()
    before = line[: found.column - 1] + found.name
    if is_one_line(found.items, found.type, before):
        codes = ", ".join(one.value for one in found.items.nodes if isinstance(one, Text))
        return line == f"{before}: [{codes}]"
    dash = " " * (found.column + 1) + "- "
    return line == f"{before}:" and all(
        lines[one.line - 1].startswith(dash) and one.column == len(dash) + 1
        for one in found.items.nodes
    )


def _last_line(lines: Sequence[str], found: UntidyList) -> int:
    """The last line of a list: all that follows its last item and stands further in than its name.

    A list at the very edge of its name has its dashes there.
    """
    last = _last_place(found.items)
    for line in lines[last:]:
        if not line.strip() or len(line) - len(line.lstrip(" ")) < found.column:
            break
        last += 1
    return last


def _last_place(node: Block | Items | Text) -> int:
    if isinstance(node, Text):
        return node.line
    inside = node.nodes if isinstance(node, Items) else [one for _, one in node.pairs]
    return max([node.line, *map(_last_place, inside)])


def _warning(document: Document, line: int, column: int, code: str, message: str) -> Problem:
    return Problem(
        path=document.path,
        line=line,
        column=column,
        code=code,
        message=message,
        fix=FIX,
        severity=WARNING,
    )
