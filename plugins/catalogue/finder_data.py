"""The finder's data: columns that a browser reads quickly, words, and cards in small groups."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from catalogue.lists import CARDS_ON_A_PAGE
from catalogue.search_words import as_steps, word_index

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from catalogue.finder import Facet, Row

INDEX: Final = "api/v1/finder.json"
FOLDER: Final = "api/v1/finder"
# A screen of results lies in many groups of cards, so that small groups cost fewest bytes.
CARDS_IN_A_GROUP: Final = 10
# The name of the file of words that begin with no letter of a to z.
OTHER_LETTERS: Final = "0"
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True, kw_only=True)
class FinderData:
    """What a browser needs to filter a list.

    ``columns`` is small; ``words`` holds, for each first letter or for the whole alphabet under
    the empty name, each word with the rows that hold it: the first number, then steps.
    """

    made: str
    columns: Mapping[str, Any]
    words: Mapping[str, Mapping[str, Sequence[int]]]
    is_long: bool


def finder_data(rows: Sequence[Row], facets: Sequence[Facet]) -> FinderData:
    """The data of a list; a long one has its words apart by first letter, and its slugs nowhere."""
    is_long = len(rows) > CARDS_ON_A_PAGE
    made = fingerprint(rows)
    words = _by_letter(rows) if is_long else {"": _words(rows)}
    columns = _columns(rows, facets) | {"made": made, "letters": "".join(words)}
    if not is_long:
        columns["slugs"] = [row.slug for row in rows]
    return FinderData(made=made, columns=columns, words=words, is_long=is_long)


def data_files(data: FinderData) -> Iterator[tuple[str, str]]:
    """Paths and texts of the words and, for a long list, of the columns."""
    if data.is_long:
        yield INDEX, as_text(data.columns)
    for letter, words in data.words.items():
        name = f"words-{letter}" if letter else "words"
        yield f"{FOLDER}/{name}.json", as_text({"made": data.made, "words": words})


def card_files(data: FinderData, cards: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Paths and texts of the cards of a long list, as HTML, ten to a file."""
    every = list(cards) if data.is_long else []
    for start in range(0, len(every), CARDS_IN_A_GROUP):
        path = f"{FOLDER}/cards-{start // CARDS_IN_A_GROUP}.json"
        group = every[start : start + CARDS_IN_A_GROUP]
        yield path, as_text({"made": data.made, "cards": group})


def fingerprint(rows: Iterable[Row]) -> str:
    """A few letters and figures that stand for which entries are listed in which order."""
    return hashlib.sha256("\n".join(row.slug for row in rows).encode()).hexdigest()[:12]


def as_text(value: Any) -> str:
    """JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def as_script(data: FinderData) -> str:
    """The columns as JSON that may stand inside a script element: no character can end it."""
    return as_text(data.columns).replace("<", "\\u003c")


def _columns(rows: Sequence[Row], facets: Sequence[Facet]) -> dict[str, Any]:
    """A list for each fact, with a value for each row.

    ``chosen`` holds the codes of a row as the bits of a number, in the order of ``codes``.
    ``closes`` and ``checked`` count in ``days``; -1 is no day.
    """
    days = sorted({day for row in rows for day in (row.closes, row.checked) if day})
    place = {day: number for number, day in enumerate(days)}
    return {
        "codes": {facet.key: [option.code for option in facet.options] for facet in facets},
        "chosen": {facet.key: _bits(rows, facet) for facet in facets},
        "days": days,
        "closes": [place.get(row.closes, -1) for row in rows],
        "checked": [place[row.checked] for row in rows],
    }


def _words(rows: Iterable[Row]) -> dict[str, list[int]]:
    index = word_index(row.words for row in rows)
    return {word: as_steps(numbers) for word, numbers in index.items()}


def _by_letter(rows: Iterable[Row]) -> dict[str, dict[str, list[int]]]:
    groups: dict[str, dict[str, list[int]]] = {}
    for word, steps in _words(rows).items():
        letter = word[0] if word[0] in _LETTERS else OTHER_LETTERS
        groups.setdefault(letter, {})[word] = steps
    return groups


def _bits(rows: Iterable[Row], facet: Facet) -> list[int]:
    bit = {option.code: 1 << place for place, option in enumerate(facet.options)}
    return [sum(bit[code] for code in row.codes[facet.key]) for row in rows]
