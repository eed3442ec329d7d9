"""Mending: what a machine can put right in a file without guessing.

The bytes of the file, the spaces round the facts, their order, the shape of lists, the marks round
a value, and whatever the check spells out as a line to paste; never a word. Whatever else is wrong
is left as it is, and the check reports it.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass, replace
from difflib import unified_diff
from typing import TYPE_CHECKING, Final

from catalogue.parsing.front_matter import MOST_BYTES, Items, Text, read_document
from catalogue.problems.quoting import visible
from catalogue.rules.tidiness import outside_blocks, untidy_lists
from contributing.entry_file.entry_text import Sheet, sheet_of
from contributing.entry_file.entry_types import (
    ALLIANCE_PAGE_SORT,
    ALLIANCE_SORT,
    opportunity_sort,
)
from contributing.entry_file.writer import fact_lines, value_of
from contributing.lines_to_paste import MOST_TRIES, with_pasted_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalogue.parsing.front_matter import Document, Node
    from contributing.entry_file.entry_types import Sort
    from contributing.entry_file.existing_entries import Surroundings

_TOO_FAR_IN: Final = ("tab", "not-lined-up")
_TAB_WIDTH: Final = "  "
_WIDE_BOMS: Final = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """One file before and after."""

    path: str
    before: bytes
    after: bytes

    @property
    def diff(self) -> str:
        """The difference, with - before old lines and + before new ones.

        What cannot be seen in it is told in words.
        """
        old, new = _lines_to_show(self.before), _lines_to_show(self.after)
        lines = [_line_to_show(line) for line in unified_diff(old, new, lineterm="")][2:]
        told = [f"{self.path}: {words}" for words in _unseen(self.before)]
        return "\n".join([*told, *([f"{self.path}:", *lines] if lines else [])])


def mended_files(around: Surroundings) -> Iterator[Mended]:
    """The files of a project that can be mended, with what they become."""
    root = around.root
    for sort in (opportunity_sort(around.catalogue.facts), ALLIANCE_PAGE_SORT, ALLIANCE_SORT):
        for path in sorted((root / sort.folder).glob(f"*{sort.ending}")):
            if path.is_symlink() or not path.is_file():
                continue
            before = path.read_bytes()
            after = mended(before, sort, path.stem, around)
            if after != before:
                relative = path.relative_to(root).as_posix()
                yield Mended(path=relative, before=before, after=after)


def mended(data: bytes, sort: Sort, slug: str, around: Surroundings) -> bytes:
    """The bytes of the file of an entry with everything mended that needs no guess.

    What was mended can let more be mended, so it is looked at again until nothing changes.
    """
    text = _decoded(data)
    if not text or not text.strip():
        return data
    for _ in range(MOST_TRIES):
        before, text = text, _mended_once(text, sort, slug, around)
        if text == before:
            break
    return text.encode()


def _mended_once(text: str, sort: Sort, slug: str, around: Surroundings) -> str:
    sheet = sheet_of(text, front_matter=sort.front_matter)
    if sheet is not None:
        text = _at_the_left_edge(_with_tidy_lines(sheet, sort), sort).text
    text = with_pasted_lines(text, sort, slug, around)
    sheet = sheet_of(text, front_matter=sort.front_matter)
    if sheet is None:
        return text if text.endswith("\n") else text + "\n"
    return _ordered(_with_tidy_lists(sheet, sort), sort).text


def _with_tidy_lines(sheet: Sheet, sort: Sort) -> Sheet:
    """The sheet with plain spaces at the start of its lines and none at their end.

    Words below the facts stay as they are: in Markdown, two spaces at an end mean something.
    """
    tidy = replace(
        sheet,
        head=tuple(line.rstrip() for line in sheet.head),
        facts=tuple(_mended_lines(sheet.facts)),
        tail=(*(line.rstrip() for line in sheet.tail[:1]), *sheet.tail[1:]),
    )
    return tidy if _says_the_same(sheet, tidy, sort) else _one_by_one(sheet, tidy, sort)


def _decoded(data: bytes) -> str | None:
    """Text with plain line ends, or None where a guess at its letters would be needed."""
    encoding = next((name for mark, name in _WIDE_BOMS if data.startswith(mark)), "utf-8-sig")
    if len(data) > 2 * MOST_BYTES:
        return None
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _mended_lines(lines: Sequence[str]) -> Iterator[str]:
    apart = set(outside_blocks([_with_spaces(line) for line in lines]))
    for at, line in enumerate(lines):
        yield _with_spaces(line).rstrip(" \t") if at in apart else line


def _with_spaces(line: str) -> str:
    """Tabs at the start of a line become two spaces each."""
    rest = line.lstrip(" \t")
    start = line[: len(line) - len(rest)]
    return start.replace("\t", _TAB_WIDTH) + rest


def _one_by_one(sheet: Sheet, tidy: Sheet, sort: Sort) -> Sheet:
    """The sheet with each line mended that can be mended without the others."""
    changed = [at for at, line in enumerate(sheet.facts) if line != tidy.facts[at]]
    for at in changed[:MOST_TRIES]:
        tried = _with_line(sheet, at, tidy.facts[at])
        if _says_the_same(sheet, tried, sort):
            sheet = tried
    return sheet


def _at_the_left_edge(sheet: Sheet, sort: Sort) -> Sheet:
    """The sheet with facts that stand too far in moved out: their names have one place only."""
    names = {fact.name for fact in sort.facts}
    for _ in range(MOST_TRIES):
        problems = _read(sheet, sort).problems
        for problem in problems:
            at = problem.line - 1 - len(sheet.head)
            moved = sheet.facts[at].lstrip() if 0 <= at < len(sheet.facts) else ""
            if problem.code in _TOO_FAR_IN and moved.partition(":")[0] in names:
                tried = _with_line(sheet, at, moved)
                if len(_read(tried, sort).problems) < len(problems):
                    sheet = tried
                    break
        else:
            return sheet
    return sheet


def _with_line(sheet: Sheet, at: int, line: str) -> Sheet:
    return replace(sheet, facts=(*sheet.facts[:at], line, *sheet.facts[at + 1 :]))


def _says_the_same(sheet: Sheet, tidy: Sheet, sort: Sort) -> bool:
    """Whether every value stays; in a file that could not be read, whether nothing got worse."""
    before, after = _read(sheet, sort), _read(tidy, sort)
    if before.problems:
        known = {problem.code for problem in before.problems}
        return known >= {problem.code for problem in after.problems}
    return dict(_leaves(before.root)) == dict(_leaves(after.root))


def _with_tidy_lists(sheet: Sheet, sort: Sort) -> Sheet:
    """The sheet with each list written as such lists are elsewhere, where it reads the same."""
    document = _read(sheet, sort)
    if document.problems:
        return sheet
    for found in reversed(list(untidy_lists(document, sort.facts))):
        first, last = (at - len(sheet.head) for at in (found.line - 1, found.last))
        lines = fact_lines(found.name, value_of(found.items), found.type, found.column - 1)
        lines[0] = sheet.facts[first][: found.column - 1] + lines[0].lstrip(" ")
        tried = replace(sheet, facts=(*sheet.facts[:first], *lines, *sheet.facts[last:]))
        if _says_the_same(sheet, tried, sort):
            sheet = tried
    return sheet


def _ordered(sheet: Sheet, sort: Sort) -> Sheet:
    """The facts in the order of the table, where they read the same afterwards."""
    ordered = sheet.in_order([fact.name for fact in sort.facts])
    if ordered.facts == sheet.facts:
        return sheet
    before, after = _read(sheet, sort), _read(ordered, sort)
    if before.problems or after.problems:
        return sheet
    return ordered if dict(_leaves(before.root)) == dict(_leaves(after.root)) else sheet


def _read(sheet: Sheet, sort: Sort) -> Document:
    return read_document(sheet.text.encode(), "", front_matter=sort.front_matter)


def _leaves(node: Node, at: str = "") -> Iterator[tuple[str, str]]:
    """Every written value with the way to it."""
    if isinstance(node, Text):
        yield at, node.value
    elif isinstance(node, Items):
        for number, one in enumerate(node.nodes):
            yield from _leaves(one, f"{at}[{number}]")
    else:
        for (name, _, _), one in node.pairs:
            yield from _leaves(one, f"{at}.{name}")


def _lines_to_show(data: bytes) -> list[str]:
    return (_decoded(data) or "").splitlines()


def _line_to_show(line: str) -> str:
    """A line of the difference; where lines are left out, a row of dots."""
    return "…" if line.startswith("@@") else visible(line.replace("\t", "(Tab)"))


def _unseen(data: bytes) -> Iterator[str]:
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and b"\r" in data:
        yield "line ends of Windows become plain ones"
    if data.startswith(codecs.BOM_UTF8):
        yield "the mark at the very start (BOM) is taken away"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield "saved as UTF-8 instead of UTF-16"
    elif data and not data.endswith((b"\n", b"\r")):
        yield "the last line gets its line end"
