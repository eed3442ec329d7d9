"""The word list, by first letter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from website.lists.contents import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """An entry of the word list; ``name`` is its id on the page."""

    name: str
    term: str
    meaning: str
    also: str


def word_list(words: Iterable[Mapping[str, Any]]) -> tuple[tuple[str, tuple[Word, ...]], ...]:
    """The word list by first letter, in its own order."""
    letters: dict[str, list[Word]] = {}
    used: set[str] = set()
    for word in words:
        term = word["term"]
        also = ", ".join(word.get("also", ()))
        entry = Word(name=name_of(term, used), term=term, meaning=word["meaning"], also=also)
        letters.setdefault(term[0].upper(), []).append(entry)
    return tuple((letter, tuple(entries)) for letter, entries in letters.items())
