"""The finder's data: columns that a browser reads quickly, and the words of the entries."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from jinja2.utils import htmlsafe_json_dumps

from project.json_text import json_text
from website.lists.ready_lists import CARDS_ON_A_PAGE
from website.lists.search_words import as_steps, word_index

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from markupsafe import Markup

    from website.cards.card import Card
    from website.lists.facets import Facet, Row

INDEX: Final = "api/v1/finder.json"
FOLDER: Final = "api/v1/finder"
# Rows of a long list whose titles stand in one file, the first of them with the columns: the first
# 20 results are seldom far apart.
ROWS_IN_A_FILE: Final = 1000
# The name of the file of words that do not begin with plain letters or figures.
OTHER_START: Final = "_"
_PLAIN: Final = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class FinderData:
    """What a browser needs to filter a list.

    ``columns`` is small. ``words`` holds, for each beginning of two letters or for all words under
    the empty name, each word with the rows that hold it: the first number, then steps.
    ``texts`` holds what the short cards of a long list show besides, run by run, and ``patches``
    their pictures: one for each option of the first facet, and the one for anywhere.
    """

    made: str
    columns: Mapping[str, Any]
    words: Mapping[str, Mapping[str, Sequence[int]]]
    texts: Sequence[Mapping[str, Any]] = ()
    patches: Sequence[str] = ()

    @property
    def is_long(self) -> bool:
        """Whether the cards stand no longer all in the page."""
        return bool(self.texts)


def finder_data(
    rows: Sequence[Row], facets: Sequence[Facet], cards: Sequence[Card], patches: Sequence[str]
) -> FinderData:
    """The data of a list; a long one has its words apart, and the texts of its cards.

    ``cards`` are those of the rows; of a short list neither they nor ``patches`` are needed.
    """
    is_long = len(rows) > CARDS_ON_A_PAGE
    starts = range(0, len(rows), ROWS_IN_A_FILE) if is_long else ()
    return FinderData(
        made=fingerprint(rows),
        columns=_columns(rows, facets),
        words=_by_start(rows) if is_long else {"": _words(rows)},
        texts=[_texts(cards[start : start + ROWS_IN_A_FILE]) for start in starts],
        patches=patches,
    )


def data_files(data: FinderData) -> Iterator[tuple[str, str]]:
    """Paths and texts of the files of a long list; a short one stands in its page."""
    if not data.is_long:
        return
    first, *others = data.texts
    yield INDEX, json_text({**_named(data), "run": ROWS_IN_A_FILE, "first": first})
    parts: dict[str, Mapping[str, Any]] = {
        "patches": {"patches": data.patches},
        **{f"words{start}": {"words": words} for start, words in data.words.items()},
        **{f"rows{number}": texts for number, texts in enumerate(others, 1)},
    }
    for name, part in parts.items():
        yield f"{FOLDER}/{name}.json", json_text({"made": data.made, **part})


def fingerprint(rows: Iterable[Row]) -> str:
    """A few letters and figures that stand for which entries are listed in which order."""
    return hashlib.sha256("\n".join(row.slug for row in rows).encode()).hexdigest()[:12]


def as_script(data: FinderData) -> Markup:
    """All of a short list as JSON that may stand inside a script element: nothing can end it."""
    return htmlsafe_json_dumps({**_named(data), "words": data.words[""]}, json_text)


def _named(data: FinderData) -> dict[str, Any]:
    return {"made": data.made, **data.columns}


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


def _texts(cards: Iterable[Card]) -> dict[str, Any]:
    """What rows of a long list show beside their areas; each but slugs and titles counts in a list.

    Many rows say the same.
    """
    shown = list(cards)
    return {
        "slugs": [card.slug for card in shown],
        "titles": [card.title for card in shown],
        "facts": _counted([" · ".join(card.facts) for card in shown]),
        "closes": _counted([card.closes for card in shown]),
        "ages": _counted([card.age for card in shown]),
        "tags": _counted([(card.row_tag, card.tag_kind) for card in shown]),
    }


def _counted(values: Sequence[Any]) -> dict[str, Any]:
    """Values as places in a list of those that differ."""
    place = {value: number for number, value in enumerate(dict.fromkeys(values))}
    return {"said": list(place), "at": [place[value] for value in values]}


def _words(rows: Iterable[Row]) -> dict[str, list[int]]:
    index = word_index((row.words, row.labels) for row in rows)
    steps = cache(as_steps)  # words of one label alone stand in the same rows
    return {word: steps(numbers) for word, numbers in index.items()}


def _by_start(rows: Iterable[Row]) -> dict[str, dict[str, list[int]]]:
    groups: dict[str, dict[str, list[int]]] = {}
    for word, steps in _words(rows).items():
        start = word[:2] if _PLAIN.fullmatch(word[:2]) else OTHER_START
        groups.setdefault(start, {})[word] = steps
    return groups


def _bits(rows: Iterable[Row], facet: Facet) -> list[int]:
    bit = {option.code: 1 << place for place, option in enumerate(facet.options)}

    @cache
    def bits_of(codes: frozenset[str]) -> int:
        return sum(bit[code] for code in codes)

    return [bits_of(row.codes[facet.key]) for row in rows]
