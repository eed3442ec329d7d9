"""Mending: what a machine can put right in a file without guessing.

The bytes of the file, the spaces round the facts, their order, the shape of lists, the marks round
a value, and whatever the check spells out as a line to paste; never a word. Whatever else is wrong
is left as it is, and the check reports it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from catalogue.loader import WORDS_FILE
from catalogue.parsing.front_matter import Items, Text, read_document
from catalogue.rules.checked_file import facts_in
from catalogue.rules.file_layout import HELP, PAGES, VOCABULARIES
from catalogue.rules.known import KNOWN_FILE
from catalogue.rules.page_facts.page_facts_files import HELPLINES, NATIONS, PAYMENTS
from catalogue.rules.site_pages import page_problems
from catalogue.rules.tidiness import outside_blocks, untidy_lists
from catalogue.schema import tables
from contributing.entry_file.entry_text import EntryText, split_entry
from contributing.entry_file.entry_types import (
    ALLIANCE_PAGE_TYPE,
    ALLIANCE_TYPE,
    opportunity_type,
)
from contributing.entry_file.writer import fact_lines, value_of
from contributing.file_change import FileChange, text_in
from contributing.lines_to_paste import MOST_TRIES, with_pasted_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from catalogue.parsing.front_matter import Document, Node
    from catalogue.problems.problem import Problem
    from catalogue.schema.facts import Fact
    from contributing.entry_file.entry_types import EntryType
    from contributing.entry_file.existing_entries import ExistingEntries
    from contributing.lines_to_paste import Judge

# Files of data beside those of alliances, and the table of each.
_TABLES: Final = (
    (f"{VOCABULARIES}/*.yaml", tables.VOCABULARY),
    (f"{HELP}/*.yaml", tables.HELP),
    (KNOWN_FILE, tables.KNOWN),
    (WORDS_FILE, tables.WORDS),
    *((file.path, file.table) for file in (HELPLINES, NATIONS, PAYMENTS)),
)
_TOO_FAR_IN: Final = ("tab", "not-lined-up")
_TAB_WIDTH: Final = "  "


def mended_files(existing: ExistingEntries) -> Iterator[FileChange]:
    """The files of a project that can be mended, with what they become."""
    for place, mend in _menders(existing):
        for path in sorted(existing.root.glob(place)):
            if path.is_symlink() or not path.is_file():
                continue
            before = path.read_bytes()
            after = mend(before, path.stem)
            if after != before:
                relative = path.relative_to(existing.root).as_posix()
                yield FileChange(path=relative, before=before, after=after)


def _menders(existing: ExistingEntries) -> Iterator[tuple[str, Callable[[bytes, str], bytes]]]:
    """Where files stand, and what mends their bytes: all of an entry, of others lines to paste."""
    opportunity = opportunity_type(existing.catalogue.facts)
    for entry_type in (opportunity, ALLIANCE_PAGE_TYPE, ALLIANCE_TYPE):
        yield (
            f"{entry_type.folder}/*{entry_type.ending}",
            partial(mended, entry_type=entry_type, existing=existing),
        )
    yield f"{PAGES}/**/*.md", partial(_with_pasted_lines, judge=_page_problems)
    for place, table in _TABLES:
        yield place, partial(_with_pasted_lines, judge=partial(_table_problems, table=table))


def _with_pasted_lines(data: bytes, _slug: str, judge: Judge) -> bytes:
    text = text_in(data)
    after = with_pasted_lines(text, judge) if text else text
    return data if after is None or after == text else after.encode()


def _page_problems(text: str) -> list[Problem]:
    return page_problems(text.encode(), "")


def _table_problems(text: str, table: tuple[Fact, ...]) -> list[Problem]:
    return facts_in(read_document(text.encode(), "", front_matter=False), table).problems


def mended(data: bytes, slug: str, entry_type: EntryType, existing: ExistingEntries) -> bytes:
    """The bytes of the file of an entry with everything mended that needs no guess.

    What was mended can let more be mended, so it is looked at again until nothing changes.
    """
    text = text_in(data)
    if not text or not text.strip():
        return data
    for _ in range(MOST_TRIES):
        before, text = text, _mended_once(text, slug, entry_type, existing)
        if text == before:
            break
    return text.encode()


def _mended_once(text: str, slug: str, entry_type: EntryType, existing: ExistingEntries) -> str:
    entry = split_entry(text, front_matter=entry_type.front_matter)
    if entry is not None:
        text = _at_the_left_edge(_with_tidy_lines(entry, entry_type), entry_type).text
    path = entry_type.path_of(slug)
    text = with_pasted_lines(text, lambda one: entry_type.judge(one, slug, path, existing))
    entry = split_entry(text, front_matter=entry_type.front_matter)
    if entry is None:
        return text if text.endswith("\n") else text + "\n"
    return _ordered(_with_tidy_lists(entry, entry_type), entry_type).text


def _with_tidy_lines(entry: EntryText, entry_type: EntryType) -> EntryText:
    """The entry with plain spaces at the start of its lines and none at their end.

    Words below the facts stay as they are: in Markdown, two spaces at an end mean something.
    """
    tidy = replace(
        entry,
        head=tuple(line.rstrip() for line in entry.head),
        facts=tuple(_mended_lines(entry.facts)),
        tail=(*(line.rstrip() for line in entry.tail[:1]), *entry.tail[1:]),
    )
    return tidy if _says_the_same(entry, tidy, entry_type) else _one_by_one(entry, tidy, entry_type)


def _mended_lines(lines: Sequence[str]) -> Iterator[str]:
    apart = set(outside_blocks([_with_spaces(line) for line in lines]))
    for at, line in enumerate(lines):
        yield _with_spaces(line).rstrip(" \t") if at in apart else line


def _with_spaces(line: str) -> str:
    """Tabs at the start of a line become two spaces each."""
    rest = line.lstrip(" \t")
    start = line[: len(line) - len(rest)]
    return start.replace("\t", _TAB_WIDTH) + rest


def _one_by_one(entry: EntryText, tidy: EntryText, entry_type: EntryType) -> EntryText:
    """The entry with each line mended that can be mended without the others."""
    changed = [at for at, line in enumerate(entry.facts) if line != tidy.facts[at]]
    for at in changed[:MOST_TRIES]:
        tried = _with_line(entry, at, tidy.facts[at])
        if _says_the_same(entry, tried, entry_type):
            entry = tried
    return entry


def _at_the_left_edge(entry: EntryText, entry_type: EntryType) -> EntryText:
    """The entry with facts that stand too far in moved out: their names have one place only."""
    names = {fact.name for fact in entry_type.facts}
    for _ in range(MOST_TRIES):
        problems = _read(entry, entry_type).problems
        for problem in problems:
            at = problem.line - 1 - len(entry.head)
            moved = entry.facts[at].lstrip() if 0 <= at < len(entry.facts) else ""
            if problem.code in _TOO_FAR_IN and moved.partition(":")[0] in names:
                tried = _with_line(entry, at, moved)
                if len(_read(tried, entry_type).problems) < len(problems):
                    entry = tried
                    break
        else:
            return entry
    return entry


def _with_line(entry: EntryText, at: int, line: str) -> EntryText:
    return replace(entry, facts=(*entry.facts[:at], line, *entry.facts[at + 1 :]))


def _says_the_same(entry: EntryText, tidy: EntryText, entry_type: EntryType) -> bool:
    """Whether every value stays; in a file that could not be read, whether nothing got worse."""
    before, after = _read(entry, entry_type), _read(tidy, entry_type)
    if before.problems:
        known = {problem.code for problem in before.problems}
        return known >= {problem.code for problem in after.problems}
    return dict(_leaves(before.root)) == dict(_leaves(after.root))


def _with_tidy_lists(entry: EntryText, entry_type: EntryType) -> EntryText:
    """The entry with each list written as such lists are elsewhere, where it reads the same."""
    document = _read(entry, entry_type)
    if document.problems:
        return entry
    for found in reversed(list(untidy_lists(document, entry_type.facts))):
        first, last = (at - len(entry.head) for at in (found.line - 1, found.last))
        lines = fact_lines(found.name, value_of(found.items), found.type, found.column - 1)
        lines[0] = entry.facts[first][: found.column - 1] + lines[0].lstrip(" ")
        tried = replace(entry, facts=(*entry.facts[:first], *lines, *entry.facts[last:]))
        if _says_the_same(entry, tried, entry_type):
            entry = tried
    return entry


def _ordered(entry: EntryText, entry_type: EntryType) -> EntryText:
    """The facts in the order of the table, where they read the same afterwards."""
    ordered = entry.in_order([fact.name for fact in entry_type.facts])
    if ordered.facts == entry.facts:
        return entry
    before, after = _read(entry, entry_type), _read(ordered, entry_type)
    if before.problems or after.problems:
        return entry
    return ordered if dict(_leaves(before.root)) == dict(_leaves(after.root)) else entry


def _read(entry: EntryText, entry_type: EntryType) -> Document:
    return read_document(entry.text.encode(), "", front_matter=entry_type.front_matter)


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
