"""Figures: numbers as people write them and say them, also where somebody disguises them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalogue.passages import words

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIGURES: Final = {
    "zero": "0",
    "nought": "0",
    "naught": "0",
    "oh": "0",
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "hundred": "00",
}
_TENS: Final = {
    "twenty": "2",
    "thirty": "3",
    "forty": "4",
    "fifty": "5",
    "sixty": "6",
    "seventy": "7",
    "eighty": "8",
    "ninety": "9",
}
# In a text with a number that is spoken one of these stands.
SPOKEN: Final = words("seven seventy zero nought naught hundred double triple treble")
_TIMES: Final = {"double": 2, "triple": 3, "treble": 3}
# Letters that stand for figures when they stand beside figures.
_LETTERS: Final = {"o": "0", "i": "1", "l": "1"}
_WORDS: Final = "|".join(sorted((*_FIGURES, *_TENS, *_TIMES), key=len, reverse=True))
_FIGURE: Final = rf"(?:\d|(?<![a-z])(?:{_WORDS}|o)(?![a-z])|o(?=[\do])|(?<=[\do])[oil])"
_BETWEEN: Final = r"[ \t().,/\\–—_*+·-]{0,5}"
_RUN_OF_FIGURES: Final = re.compile(rf"(?<![a-z0-9]){_FIGURE}(?:{_BETWEEN}{_FIGURE}){{8,30}}", re.I)
_PART_OF_RUN: Final = re.compile(rf"\d|{_WORDS}|[oil]", re.I)
_MOBILE: Final = re.compile(r"(?:(?:00)?440?|0)7\d{9}")


def mobile_numbers(text: str) -> Iterator[re.Match[str]]:
    """Where the numbers of mobile phones of the United Kingdom stand."""
    for match in _RUN_OF_FIGURES.finditer(text):
        if _MOBILE.search(figures_of(match[0])):
            yield match


def figures_of(spoken: str) -> str:
    """The figures of a number, whether it is written, spoken or a mix of both.

    ``O77OO nine-hundred one two three`` is ``07700900123``, ``double seven`` is ``77`` and
    ``seventy-seven`` is ``77`` as well.
    """
    figures: list[str] = []
    times = 1
    after_tens = False
    for part in _PART_OF_RUN.findall(spoken.casefold()):
        if part in _TIMES:
            times = _TIMES[part]
            continue
        figure = _TENS.get(part) or _FIGURES.get(part) or _LETTERS.get(part, part)
        if after_tens and len(figure) == 1 and part not in _TENS:
            figures[-1] = figures[-1][0]
        figures.append(figure * times + ("0" if part in _TENS else ""))
        after_tens, times = part in _TENS, 1
    return "".join(figures)
