"""Matches: which entries fit a choice, and which might, once more is known of them.

This is the one description of the rules. theme/static/js/finder/filter.js follows it;
tests/browser/test_finder.py compares the two for every pair of choices.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from website.lists.facets import Facet, Row

SORTS: Final = ("closing", "checked", "near")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What somebody asked for: codes by facet, words, and the order of the answer.

    ``entries`` holds the numbers of the rows that have the words; None where no word was typed.
    """

    codes: Mapping[str, frozenset[str]]
    entries: frozenset[int] | None = None
    sort: str = SORTS[0]

    def without(self, key: str) -> Choice:
        """The same choice with one facet, or the words, left open."""
        codes = {name: chosen for name, chosen in self.codes.items() if name != key}
        entries = None if key == "words" else self.entries
        return Choice(codes=codes, entries=entries, sort=self.sort)


@dataclass(frozen=True, slots=True, kw_only=True)
class Might:
    """A row that fits but for facts that are not stated: its number and their facets."""

    number: int
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The numbers of the rows that fit, and those that might."""

    fits: list[int]
    might: list[Might]


def gaps_of(row: Row, choice: Choice) -> tuple[str, ...] | None:
    """The facets that a choice asks about and the row does not state; None where it cannot fit.

    Within a facet any chosen code will do; all facets have to be met.
    """
    gaps: list[str] = []
    for key, wanted in choice.codes.items():
        stated = row.codes[key]
        if not stated:
            gaps.append(key)
        elif stated.isdisjoint(wanted):
            return None
    return tuple(gaps)


def matches(row: Row, choice: Choice) -> bool:
    """Whether a row states everything that a choice asks for; words aside."""
    return gaps_of(row, choice) == ()


def found(rows: Sequence[Row], choice: Choice) -> Found:
    """What fits and what might, each in the order that was asked for."""
    fits: list[int] = []
    might: list[Might] = []
    for number in ordered(rows, choice):
        if choice.entries is not None and number not in choice.entries:
            continue
        gaps = gaps_of(rows[number], choice)
        if gaps:
            might.append(Might(number=number, gaps=gaps))
        elif gaps is not None:
            fits.append(number)
    return Found(fits=fits, might=might)


def ordered(rows: Sequence[Row], choice: Choice) -> list[int]:
    """The numbers of all rows in the order that was asked for.

    closing: as they are listed, closing soonest first. checked: checked last, first. near: led by
    the chosen alliance, then by its partners, then the rest; as listed where none is chosen.
    """
    numbers = list(range(len(rows)))
    if choice.sort == "checked":
        numbers.sort(key=lambda number: rows[number].checked, reverse=True)
    elif choice.sort == "near" and "area" in choice.codes:
        nearness = {"own": 0, "partner": 1, "anywhere": 2}
        numbers.sort(key=lambda number: nearness[next(iter(rows[number].codes["reach"]))])
    return numbers


def counts(rows: Sequence[Row], choice: Choice, facets: Iterable[Facet]) -> dict[str, list[int]]:
    """For each facet, how many rows fit with each option, the choices in other facets kept."""
    fits = found(rows, choice).fits
    result = {}
    for facet in facets:
        is_chosen = facet.key in choice.codes
        numbers = found(rows, choice.without(facet.key)).fits if is_chosen else fits
        # Many rows have the same codes.
        alike = Counter([rows[number].codes[facet.key] for number in numbers])
        result[facet.key] = [
            sum(times for codes, times in alike.items() if option.code in codes)
            for option in facet.options
        ]
    return result


def ways_out(rows: Sequence[Row], choice: Choice) -> list[tuple[str, int]]:
    """The facets, or ``words``, that bring results when left open, and how many; most first."""
    keys = [*choice.codes, *(["words"] if choice.entries is not None else [])]
    each = [(key, len(found(rows, choice.without(key)).fits)) for key in keys]
    return sorted((one for one in each if one[1]), key=lambda one: -one[1])
