"""Entry changes: the text of an entry's file with some facts changed, and every other line kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.parsing.front_matter import read_document
from catalogue.schema.field_types import Group
from contributing.entry_file.entry_text import split_entry
from contributing.entry_file.writer import fact_lines, value_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TypeAlias

    from catalogue.schema.facts import Fact
    from contributing.entry_file.entry_text import EntryText
    from contributing.entry_file.entry_types import EntryType
    from contributing.entry_file.writer import Value

    Change: TypeAlias = Callable[[Value | None, str, Value], Value | None]
    """Takes a fact as it is, the name of what changes and its value; gives the whole fact."""


def changed_text(
    before: str,
    entry_type: EntryType,
    changes: Mapping[str, Value],
    change: Change,
) -> str:
    """The text of a file with some facts changed and every other line as it was.

    ``changes`` hold values by the names of facts; a name with a dot means one part of a group.
    ``change`` tells what becomes of the whole fact; one that becomes None is taken out.
    What a file says already, also by leaving it out, is not written again.
    Raises ValueError when the file has no facts to change.
    """
    entry = split_entry(before, front_matter=entry_type.front_matter)
    if entry is None:
        raise ValueError("this file has no facts to change")
    facts = {fact.name: fact for fact in entry_type.facts}
    now = _values(entry, entry_type)
    for name, value in changes.items():
        fact = facts[name.partition(".")[0]]
        there = now.get(fact.name)
        wanted = change(there, name, value)
        if wanted is None and there is not None:
            entry = entry.with_fact(fact.name, (), list(facts))
            del now[fact.name]
        elif wanted is not None and wanted != now.get(fact.name, fact.usual_written):
            entry = _with_value(entry, fact, wanted, entry_type)
            now[fact.name] = wanted
    return entry.text


def _with_value(entry: EntryText, fact: Fact, wanted: Value, entry_type: EntryType) -> EntryText:
    """The entry with another value of a fact; of a group only the lines that differ are written."""
    inside = entry.inside(fact.name)
    if isinstance(fact.type, Group) and isinstance(wanted, dict) and inside:
        there = _values(entry, entry_type).get(fact.name)
        old = there if isinstance(there, dict) else {}
        order = [part.name for part in fact.type.facts]
        for part in fact.type.facts:
            value = wanted.get(part.name)
            if value != old.get(part.name):
                lines = fact_lines(part.name, value, part.type, inside.edge) if value else ()
                inside = inside.with_fact(part.name, lines, order)
        tried = entry.with_inside(fact.name, inside)
        if _values(tried, entry_type).get(fact.name) == wanted:
            return tried
    lines = fact_lines(fact.name, wanted, fact.type)
    return entry.with_fact(fact.name, lines, [one.name for one in entry_type.facts])


def _values(entry: EntryText, entry_type: EntryType) -> dict[str, Value]:
    root = read_document(entry.text.encode(), "", front_matter=entry_type.front_matter).root
    return {name: value_of(node) for (name, _, _), node in root.pairs}
