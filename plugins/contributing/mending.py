"""Mending: what a machine can put right in a file without guessing.

The bytes of the file, the spaces round the facts, their order, the marks round a value and the
shape of a date; never a word. Whatever else is wrong is left as it is, and the check reports
it.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from difflib import unified_diff
from typing import TYPE_CHECKING, Final

from catalogue.loader import ALLIANCE_PAGES, ALLIANCES, OPPORTUNITIES
from catalogue.model.opportunity import Opportunity
from catalogue.parsing.front_matter import MOST_BYTES, Items, Text, read_document
from catalogue.problems.quoting import visible
from catalogue.schema.facts import facts_of
from catalogue.schema.field_types import Day, Group, PartOfDate, Several
from catalogue.schema.tables import ALLIANCE, ALLIANCE_WORDS
from contributing.entry_file.entry_text import Sheet, sheet_of
from contributing.entry_file.writer import scalar
from contributing.entry_file.written_dates import iso_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from catalogue.parsing.front_matter import Document, Node
    from catalogue.schema.facts import Fact

_VALUE: Final = re.compile(r"(?P<start> *(?:- +)?(?:(?P<name>[A-Za-z_][\w-]*) ?: +)?)(?P<value>.*)")
_BLOCK_START: Final = re.compile(r".*(?::|-) +[|>][+-]?\d?[+-]? *(#.*)?$")
_PAIRS_OF_MARKS: Final = {"\u201c": "\u201d", "\u2018": "\u2019"}
_TOO_FAR_IN: Final = ("tab", "not-lined-up")
MOST_TRIES: Final = 20
"""Lines that are mended one by one in a file: more of them are no slips of the hand."""

_TAB_WIDTH: Final = "  "
_WIDE_BOMS: Final = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The files of one folder and the fields that they may hold."""

    folder: str
    ending: str
    fields: Sequence[Fact]
    front_matter: bool


TABLES: Final = (
    Table(folder=OPPORTUNITIES, ending=".md", fields=facts_of(Opportunity), front_matter=True),
    Table(folder=ALLIANCE_PAGES, ending=".md", fields=ALLIANCE_WORDS, front_matter=True),
    Table(folder=ALLIANCES, ending=".yaml", fields=ALLIANCE, front_matter=False),
)


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


def mended_files(root: Path) -> Iterator[Mended]:
    """The files under a project's root that can be mended, with what they become."""
    for table in TABLES:
        for path in sorted((root / table.folder).glob(f"*{table.ending}")):
            if path.is_symlink() or not path.is_file():
                continue
            before = path.read_bytes()
            after = mended(before, table)
            if after != before:
                relative = path.relative_to(root).as_posix()
                yield Mended(path=relative, before=before, after=after)


def mended(data: bytes, table: Table) -> bytes:
    """The bytes of a file with everything mended that needs no guess."""
    text = _decoded(data)
    if not text or not text.strip():
        return data
    sheet = sheet_of(text, front_matter=table.front_matter)
    if sheet is None:
        return (text if text.endswith("\n") else text + "\n").encode()
    days = set(_days(table.fields))
    tidy = replace(
        sheet,
        facts=tuple(_mended_lines(sheet.facts, days)),
        tail=tuple(_rstripped_fence(sheet.tail)),
    )
    if not _says_the_same(sheet, tidy, table):
        tidy = _one_by_one(sheet, tidy, table)
    return _ordered(_at_the_left_edge(tidy, table), table).text.encode()


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


def _rstripped_fence(tail: Sequence[str]) -> Iterator[str]:
    """Words below the facts stay as they are: in Markdown, two spaces at an end mean something."""
    for number, line in enumerate(tail):
        yield line.rstrip() if number == 0 else line


def _mended_lines(lines: Sequence[str], days: set[tuple[str, bool]]) -> Iterator[str]:
    block_indent = -1
    for raw in lines:
        indent = len(raw) - len(raw.lstrip(" "))
        if block_indent >= 0 and (not raw.strip() or indent > block_indent):
            yield raw
            continue
        line = _with_spaces(raw).rstrip(" \t")
        block_indent = len(line) - len(line.lstrip(" ")) if _BLOCK_START.match(line) else -1
        yield _mended_value(line, days)


def _with_spaces(line: str) -> str:
    """Tabs at the start of a line become two spaces each."""
    rest = line.lstrip(" \t")
    start = line[: len(line) - len(rest)]
    return start.replace("\t", _TAB_WIDTH) + rest


def _mended_value(line: str, days: set[tuple[str, bool]]) -> str:
    match = _VALUE.fullmatch(line)
    if match is None or not match["value"] or line.lstrip().startswith("#"):
        return line
    value = _without_curly_marks(match["value"])
    if (match["name"], line.startswith((" ", "-"))) in days:
        value = _as_day(value)
    return match["start"] + value


def _without_curly_marks(value: str) -> str:
    """The words between a pair of curly marks, in straight quotes where they need any."""
    closing = _PAIRS_OF_MARKS.get(value[:1])
    if closing is None or len(value) < 3 or value[-1] != closing:
        return value
    inside = value[1:-1]
    if value[0] in inside or (closing in inside and closing != "\u2019"):
        return value
    return scalar(inside)


def _as_day(value: str) -> str:
    """A date of one meaning as year-month-day, also where it stands between quotes."""
    bare = value[1:-1] if len(value) > 2 and value[0] == value[-1] and value[0] in "\"'" else value
    return iso_day(bare) or value


def _days(fields: Sequence[Fact], is_inside: bool = False) -> Iterator[tuple[str, bool]]:
    """The names that hold a date, and whether they stand inside a group."""
    for fact in fields:
        type = fact.type.of if isinstance(fact.type, Several) else fact.type
        if isinstance(type, (Day, PartOfDate)):
            yield fact.name, is_inside
        if isinstance(type, Group):
            yield from _days(type.facts, True)


def _one_by_one(sheet: Sheet, tidy: Sheet, table: Table) -> Sheet:
    """The sheet with each line mended that can be mended without the others."""
    changed = [at for at, line in enumerate(sheet.facts) if line != tidy.facts[at]]
    for at in changed[:MOST_TRIES]:
        tried = _with_line(sheet, at, tidy.facts[at])
        if _says_the_same(sheet, tried, table):
            sheet = tried
    return sheet


def _at_the_left_edge(sheet: Sheet, table: Table) -> Sheet:
    """The sheet with facts that stand too far in moved out: their names have one place only."""
    names = {fact.name for fact in table.fields}
    for _ in range(MOST_TRIES):
        problems = _read(sheet, table).problems
        for problem in problems:
            at = problem.line - 1 - len(sheet.head)
            moved = sheet.facts[at].lstrip() if 0 <= at < len(sheet.facts) else ""
            if problem.code in _TOO_FAR_IN and moved.partition(":")[0] in names:
                tried = _with_line(sheet, at, moved)
                if len(_read(tried, table).problems) < len(problems):
                    sheet = tried
                    break
        else:
            return sheet
    return sheet


def _with_line(sheet: Sheet, at: int, line: str) -> Sheet:
    return replace(sheet, facts=(*sheet.facts[:at], line, *sheet.facts[at + 1 :]))


def _says_the_same(sheet: Sheet, tidy: Sheet, table: Table) -> bool:
    """Whether nothing but dates changed; in a file that could not be read, nothing got worse."""
    before, after = _read(sheet, table), _read(tidy, table)
    if before.problems:
        known = {problem.code for problem in before.problems}
        return known >= {problem.code for problem in after.problems}
    old, new = dict(_leaves(before.root)), dict(_leaves(after.root))
    return old.keys() == new.keys() and all(new[at] in (old[at], iso_day(old[at])) for at in old)


def _ordered(sheet: Sheet, table: Table) -> Sheet:
    """The facts in the order of the table, where they read the same afterwards."""
    ordered = sheet.in_order([fact.name for fact in table.fields])
    if ordered.facts == sheet.facts:
        return sheet
    before, after = _read(sheet, table), _read(ordered, table)
    if before.problems or after.problems:
        return sheet
    return ordered if dict(_leaves(before.root)) == dict(_leaves(after.root)) else sheet


def _read(sheet: Sheet, table: Table) -> Document:
    return read_document(sheet.text.encode(), "", front_matter=table.front_matter)


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
