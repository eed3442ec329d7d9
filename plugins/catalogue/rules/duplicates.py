"""Duplicates: no opportunity stands twice among what is listed for an alliance."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from catalogue.problems.problem import HOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from catalogue.model.opportunity import Opportunity
    from catalogue.problems.problem import Problem


NEARLY_THE_SAME: Final = 0.9
_WORD: Final = re.compile(r"\w+")
_NUMBER: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Likeness:
    """What an entry shares with another one, and where that stands."""

    twin: Opportunity
    name: str
    code: str
    what: str


def no_entry_twice(entries: Sequence[Opportunity], new: str = "") -> Iterator[Problem]:
    """One link, or one title and organiser, stands once among the listings of an alliance.

    It is told of the entry called ``new``, else of the one that was checked last, as that is most
    often the newer one; of two of one day, of the one whose name comes later. Which entries make
    a pair depends on their names alone: who accepts a pair need not do so again after each check.
    """
    listed = [
        entry
        for entry in sorted(entries, key=lambda one: one.slug)
        if not (entry.closed or entry.moved_to)
    ]
    found: set[tuple[str, str, str]] = set()
    for entry, alike in chain(_same_links(listed), _same_titles(listed)):
        key = (entry.slug, alike.twin.slug, alike.code)
        if key not in found:
            found.add(key)
            yield _told_of_newer(entry, alike, new)


def _same_links(entries: Iterable[Opportunity]) -> Iterator[tuple[Opportunity, _Likeness]]:
    links: dict[tuple[str, str], Opportunity] = {}
    for entry in entries:
        if entry.apply is None or entry.apply.url is None:
            continue
        for alliance in entry.alliances.codes:
            twin = links.setdefault((alliance, entry.apply.url.rstrip("/")), entry)
            if twin is not entry:
                yield (
                    entry,
                    _Likeness(
                        twin=twin,
                        name="apply.url",
                        code="same-link",
                        what="send people to the same page",
                    ),
                )


def _same_titles(entries: Iterable[Opportunity]) -> Iterator[tuple[Opportunity, _Likeness]]:
    what = "have nearly the same title and the same organiser"
    neighbours: dict[tuple[str, str], list[Opportunity]] = {}
    for entry in entries:
        organiser = _words(entry.organiser)
        for alliance in entry.alliances.codes:
            neighbours.setdefault((alliance, organiser), []).append(entry)
    for group in neighbours.values():
        titles: dict[frozenset[str], Opportunity] = {}
        for entry in _likely_twins(group) if len(group) > 1 else ():
            for words in _title_signatures(entry.title):
                twin = titles.get(words)
                titles[words] = entry
                if twin and twin is not entry and _nearly_the_same(twin.title, entry.title):
                    yield entry, _Likeness(twin=twin, name="title", code="same-title", what=what)


def _likely_twins(group: Sequence[Opportunity]) -> list[Opportunity]:
    """Entries whose titles have at most one word that stands in no other; others are like none."""
    words = [frozenset(_words(entry.title).split()) for entry in group]
    titles_with = Counter(chain.from_iterable(words))
    own_words = [sum(titles_with[word] == 1 for word in title) for title in words]
    return [entry for entry, count in zip(group, own_words, strict=True) if count < 2]


def _told_of_newer(entry: Opportunity, alike: _Likeness, new: str) -> Problem:
    older, newer = sorted(
        (alike.twin, entry), key=lambda one: (one.slug == new, one.checked.on, one.slug)
    )
    problem = newer.origin.problem(
        alike.name,
        alike.code,
        f"{newer.origin.path} and {older.origin.path} {alike.what}",
        "delete one of the two entries, or ask a maintainer to accept both",
        HOLD,
    )
    return replace(problem, twin=older.slug)


def _title_signatures(title: str) -> list[frozenset[str]]:
    """The words of a title, and the words with each one left out in turn.

    Two titles that differ in one word share a signature, so that likely twins are found without
    comparing every title with every other.
    """
    words = frozenset(_words(title).split())
    return [words, *(words - {word} for word in sorted(words) if len(words) > 1)]


def _nearly_the_same(first: str, second: str) -> bool:
    one, other = _words(first), _words(second)
    if _NUMBER.findall(one) != _NUMBER.findall(other):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= NEARLY_THE_SAME


@cache
def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
