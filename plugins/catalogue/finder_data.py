"""The finder's data: columns that a browser reads quickly, and the words of the entries."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from catalogue.lists import CARDS_ON_A_PAGE
from catalogue.search_words import as_steps, word_index

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from catalogue.finder import Facet, Row
    from catalogue.views import Card

INDEX: Final = "api/v1/finder.json"
FOLDER: Final = "api/v1/finder"
# The name of the file of words that do not begin with plain letters or figures.
OTHER_START: Final = "_"
_PLAIN: Final = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class FinderData:
    """What a browser needs to filter a list.

    ``columns`` is small. ``words`` holds, for each beginning of two letters or for all words under
    the empty name, each word with the rows that hold it: the first number, then steps.
    """

    made: str
    columns: Mapping[str, Any]
    words: Mapping[str, Mapping[str, Sequence[int]]]
    is_long: bool


def finder_data(
    rows: Sequence[Row], facets: Sequence[Facet], cards: Sequence[Card], patches: Sequence[str]
) -> FinderData:
    """The data of a list; a long one has its words apart, and what short cards need besides.

    ``cards`` are those of the rows; ``patches`` are the pictures of the first facet's options, and
    the one for anywhere.
    """
    is_long = len(rows) > CARDS_ON_A_PAGE
    made = fingerprint(rows)
    words = _by_start(rows) if is_long else {"": _words(rows)}
    columns = _columns(rows, facets) | {"made": made}
    if is_long:
        columns |= _cards(cards) | {"patches": list(patches)}
    return FinderData(made=made, columns=columns, words=words, is_long=is_long)


def data_files(data: FinderData) -> Iterator[tuple[str, str]]:
    """Paths and texts of the words and, for a long list, of the columns."""
    if data.is_long:
        yield INDEX, as_text(data.columns)
    for start, words in data.words.items():
        yield f"{FOLDER}/words{start}.json", as_text({"made": data.made, "words": words})


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
        "slugs": [row.slug for row in rows],
    }


def _cards(cards: Iterable[Card]) -> dict[str, Any]:
    """What a short card shows beside its facets; ``when`` and ``tag`` count in lists of texts."""
    moments: dict[str, int] = {}
    tags: dict[tuple[str, str], int] = {}
    titles, when, tag = [], [], []
    for card in cards:
        titles.append(card.title)
        when.append(moments.setdefault(card.closes, len(moments)))
        tag.append(tags.setdefault((card.tag, card.tag_kind), len(tags)))
    return {
        "titles": titles,
        "when": when,
        "moments": list(moments),
        "tag": tag,
        "tags": list(tags),
    }


def _words(rows: Iterable[Row]) -> dict[str, list[int]]:
    index = word_index(row.words for row in rows)
    return {word: as_steps(numbers) for word, numbers in index.items()}


def _by_start(rows: Iterable[Row]) -> dict[str, dict[str, list[int]]]:
    groups: dict[str, dict[str, list[int]]] = {}
    for word, steps in _words(rows).items():
        start = word[:2] if _PLAIN.fullmatch(word[:2]) else OTHER_START
        groups.setdefault(start, {})[word] = steps
    return groups


def _bits(rows: Iterable[Row], facet: Facet) -> list[int]:
    bit = {option.code: 1 << place for place, option in enumerate(facet.options)}
    return [sum(bit[code] for code in row.codes[facet.key]) for row in rows]
