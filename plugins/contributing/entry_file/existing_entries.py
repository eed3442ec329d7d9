"""Existing entries: what stands beside a new entry, and how the new one fits in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from catalogue.loader import load
from catalogue.parsing.front_matter import read_document
from catalogue.problems.problem import in_order
from catalogue.rules.between_entries import alliances_exist, replacements_exist
from catalogue.rules.duplicates import no_entry_twice
from catalogue.rules.file_layout import OPPORTUNITIES
from catalogue.rules.known import KNOWN_FILE, known_hosts
from catalogue.schema.field_types.entry_names import is_slug
from catalogue.schema.field_types.groups import read_block
from catalogue.schema.reading import Reading
from catalogue.schema.tables import KNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from catalogue.model.catalogue import Catalogue
    from catalogue.model.opportunity import Opportunity
    from catalogue.problems.origin import Origin
    from catalogue.problems.problem import Problem

MUCH_ALIKE: Final = 0.72
"""Two titles that share this much of their letters are worth a question."""

_OUR_ADDRESS: Final = re.compile(r"(?:^|/)opportunities/(?P<slug>[a-z0-9-]+)(?:/|\.md|$)")
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExistingEntries:
    """The catalogue as it is, the hosts that maintainers know, and the day."""

    root: Path
    catalogue: Catalogue
    hosts: tuple[str, ...]
    today: date

    def taken(self, folder: str) -> frozenset[str]:
        """The names of the entries in a folder, whatever the state of their files."""
        return frozenset(path.stem for path in (self.root / folder).iterdir())


def existing_entries(root: Path, today: date) -> ExistingEntries:
    """Everything under a project's root, as far as it can be read.

    Raises OSError when a folder that has to be there is missing.
    """
    loaded = load(root, today)
    document = read_document((root / KNOWN_FILE).read_bytes(), KNOWN_FILE, front_matter=False)
    known = read_block(document.root, KNOWN, Reading(KNOWN_FILE, {}))
    return ExistingEntries(
        root=root,
        catalogue=loaded.catalogue,
        hosts=tuple(known.get("hosts", ())),
        today=today,
    )


def entry_named(asked: str, existing: ExistingEntries) -> str | None:
    """The slug of the entry that somebody named by address, file name, slug or title."""
    taken = existing.taken(OPPORTUNITIES)
    words = asked.strip().strip("<>")
    if match := _OUR_ADDRESS.search(words.partition("?")[0].partition("#")[0]):
        words = match["slug"]
    words = words.removesuffix(".md")
    if is_slug(words) and words in taken:
        return words
    folded = " ".join(words.casefold().split())
    by_title = [
        entry.slug
        for entry in existing.catalogue.opportunities
        if " ".join(entry.title.casefold().split()) == folded
    ]
    return by_title[0] if len(by_title) == 1 else None


def problems_beside(entry: Opportunity, existing: ExistingEntries) -> list[Problem]:
    """What does not fit between an entry and those that are there already."""
    others = [one for one in existing.catalogue.opportunities if one.slug != entry.slug]
    everyone = [*others, entry]
    found = [
        *alliances_exist([entry], existing.catalogue.alliances),
        *replacements_exist(everyone),
        *no_entry_twice(everyone, new=entry.slug),
        *known_hosts(_links(entry), existing.hosts),
    ]
    return in_order(problem for problem in found if problem.path == entry.origin.path)


def alike(
    title: str, organiser: str, alliances: frozenset[str], existing: ExistingEntries
) -> list[Opportunity]:
    """Entries of the same area with much the same title, the likest first."""
    near: list[tuple[float, str, Opportunity]] = []
    for entry in existing.catalogue.opportunities:
        areas = frozenset(entry.alliances.codes)
        same_runner = _words(entry.organiser) == _words(organiser)
        if not (areas & alliances or same_runner):
            continue
        share = SequenceMatcher(None, _words(title), _words(entry.title), autojunk=False).ratio()
        if share >= MUCH_ALIKE:
            near.append((-share, entry.slug, entry))
    return [entry for _, _, entry in sorted(near, key=lambda one: one[:2])]


def _links(entry: Opportunity) -> Iterator[tuple[Origin, str, str]]:
    for address in entry.sources:
        yield entry.origin, "sources", address
    if entry.apply and entry.apply.url:
        yield entry.origin, "apply.url", entry.apply.url


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
