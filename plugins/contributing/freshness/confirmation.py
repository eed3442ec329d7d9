"""A confirmation: what an organiser told us on a day, as changes of the files of their entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalogue.parsing.front_matter import read_document
from catalogue.problems.problem import ERROR
from catalogue.problems.quoting import did_you_mean, quoted
from catalogue.rules.file_layout import OPPORTUNITIES
from catalogue.schema.dates import certain_day, in_words
from catalogue.schema.field_types import Group, Several
from contributing.entry_file.entry_changes import changed_text
from contributing.entry_file.entry_text import split_entry
from contributing.entry_file.entry_types import opportunity_type
from contributing.entry_file.existing_entries import entry_named
from contributing.entry_file.writer import value_of
from contributing.file_change import FileChange, text_in
from project.words import capital

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from catalogue.problems.problem import Problem
    from catalogue.schema.facts import Fact
    from contributing.entry_file.existing_entries import ExistingEntries
    from contributing.entry_file.writer import Value

HOW: Final = "organiser"
DOUBT: Final = "to_confirm"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmedEntry:
    """One entry: its file before and after, what the check says of it now, and its doubt."""

    slug: str
    file: FileChange
    problems: tuple[Problem, ...]
    doubt: str

    @property
    def is_refused(self) -> bool:
        """Whether the file may not be written as it would be."""
        return any(problem.severity == ERROR for problem in self.problems)


def day_told(written: str, today: date) -> date:
    """The day on which the organiser told us.

    Raises ValueError, with a sentence for the person who typed it, when it is none.
    """
    day = certain_day(written)
    if day is None:
        raise ValueError(f"--on: {quoted(written)} is not a date. Write it like 2026-11-30.")
    if day > today:
        raise ValueError(
            f"--on: {in_words(day)} has not come yet. Give the day on which they told you."
        )
    return day


def slugs_named(asked: Iterable[str], existing: ExistingEntries) -> tuple[str, ...]:
    """The entries that were named by slug, file, address or title, each once.

    Raises ValueError, with the likest name, for one that there is not.
    """
    return tuple(dict.fromkeys(_slug_named(one, existing) for one in asked))


def changes_told(
    day: date, settings: Sequence[str], *, ended: bool, facts: Sequence[Fact]
) -> dict[str, Value]:
    """What becomes of each entry, by the names of its facts; an empty value takes a fact out.

    ``settings`` are written ``fact=value``. Raises ValueError for one without such a fact.
    """
    changes: dict[str, Value] = {"checked": {"on": day.isoformat(), "how": HOW}}
    if ended:
        changes["closed"] = day.isoformat()
    for setting in settings:
        name, sign, typed = setting.partition("=")
        fact = _fact_named(name.strip(), facts)
        if not sign:
            raise ValueError(f"--set: {quoted(setting)} has no value. Write {name}=…")
        changes[name.strip()] = _value_typed(typed.strip(), fact)
    return changes


def confirmed_entry(
    slug: str, changes: Mapping[str, Value], existing: ExistingEntries
) -> ConfirmedEntry:
    """An entry with these changes, judged as any file is. Nothing is written.

    Raises ValueError where its file has no facts to change.
    """
    entry_type = opportunity_type(existing.catalogue.facts)
    path = entry_type.path_of(slug)
    data = (existing.root / path).read_bytes()
    before = text_in(data) or ""
    if split_entry(before, front_matter=entry_type.front_matter) is None:
        raise ValueError(f"{path} cannot be read. python3 tasks.py check says why.")
    text = changed_text(before, entry_type, changes, _replaced)
    known = {(one.code, one.message) for one in entry_type.judge(before, slug, path, existing)}
    found = entry_type.judge(text, slug, path, existing)
    return ConfirmedEntry(
        slug=slug,
        file=FileChange(path=path, before=data, after=text.encode()),
        problems=tuple(
            one for one in found if one.severity == ERROR or (one.code, one.message) not in known
        ),
        doubt=_doubt_in(text),
    )


def _slug_named(asked: str, existing: ExistingEntries) -> str:
    slug = entry_named(asked, existing)
    if slug is None:
        like = did_you_mean(asked, existing.taken(OPPORTUNITIES))
        raise ValueError(
            f"there is no entry {quoted(asked)}. "
            f"{capital(like)}Its name is that of its file in {OPPORTUNITIES}/."
        )
    return slug


def _fact_named(name: str, facts: Sequence[Fact]) -> Fact:
    """A fact of an entry, or a part of a group such as ``apply.email``."""
    top, _, part = name.partition(".")
    by_name = {fact.name: fact for fact in facts}
    parts = {
        f"{fact.name}.{one.name}": one
        for fact in facts
        if isinstance(fact.type, Group)
        for one in fact.type.facts
    }
    found = (parts if part else by_name).get(name)
    if found is not None:
        return found
    if part and top in by_name and isinstance(by_name[top].type, Several):
        raise ValueError(f"--set: {top} is a list. Give all of it: {top}=[…]")
    like = did_you_mean(name, [*by_name, *parts])
    raise ValueError(
        f"--set: there is no fact called {quoted(name)}. "
        f"{capital(like)}Facts are: {', '.join(by_name)}"
    )


def _value_typed(typed: str, fact: Fact) -> Value:
    """A value as it was typed; lists and groups in brackets are read as they are in a file."""
    if not isinstance(fact.type, (Several, Group)) or not typed.startswith(("[", "{")):
        return typed
    document = read_document(f"{fact.name}: {typed}\n".encode(), "", front_matter=False)
    return typed if document.problems else value_of(document.root.pairs[0][1])


def _replaced(there: Value | None, name: str, value: Value) -> Value | None:
    """A fact with the new value in place of the old one; nothing where it then is empty."""
    _, _, part = name.partition(".")
    if not part:
        return value or None
    group = dict(there) if isinstance(there, dict) else {}
    group.pop(part, None)
    return {**group, part: value} if value else group or None


def _doubt_in(text: str) -> str:
    root = read_document(text.encode(), "", front_matter=True).root
    doubt = next((value_of(node) for (name, _, _), node in root.pairs if name == DOUBT), "")
    return doubt if isinstance(doubt, str) else ""
