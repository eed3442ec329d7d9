"""Quoting: showing what somebody wrote without doing harm.

A value comes from a stranger and is printed in terminals, logs and comments. It is cut short,
and characters that cannot be seen or that steer a terminal are shown by their code point.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LONGEST_QUOTE: Final = 80
MOST_TO_PASTE: Final = 1_000
"""Characters of a line that is spelled out whole, to be pasted: more than nearly every fact has."""

SHOWN_BY_CODE_POINT: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
LIKE: Final = 0.7
"""The share of letters in the same order from which two words are like each other."""
SHORTEST_PART: Final = 4
JOINERS: Final = frozenset("\u200c\u200d")


def visible(text: str) -> str:
    """The text with every character that cannot be seen written as U+XXXX."""
    if text.isprintable():
        return text
    return "".join(
        f"U+{ord(character):04X}"
        if unicodedata.category(character) in SHOWN_BY_CODE_POINT and character not in JOINERS
        else character
        for character in text
    )


def quoted(text: str) -> str:
    """The text between single quotes, safe to print, at most 80 characters of it."""
    return f"'{visible(cut_short(text))}'"


def cut_short(text: str) -> str:
    """At most 80 characters of a text."""
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"


def shown_to_paste(text: str) -> str:
    """A whole line to paste; what is longer than any fact ends in dots, and cannot be pasted."""
    return text if len(text) <= MOST_TO_PASTE else f"{text[:MOST_TO_PASTE]}…"


def characters(number: int) -> str:
    """``1 character`` or ``7 characters``."""
    return f"{number} character{'' if number == 1 else 's'}"


def did_you_mean(written: str, allowed: Iterable[str]) -> str:
    """``did you mean 'x'? `` when one of the allowed words is close, else nothing."""
    word = closest(written, {word.casefold(): word for word in allowed})
    return f"did you mean '{word}'? " if word else ""


def closest(written: str, meanings: Mapping[str, str]) -> str | None:
    """What the likest of some words, all in small letters, stands for; None when none is like.

    A word that only stands among others counts as like them: ``panel`` and ``panel or forum``.
    """
    word = " ".join(written[:LONGEST_QUOTE].casefold().split())
    close = get_close_matches(word, sorted(meanings), n=1, cutoff=LIKE)
    if close:
        return meanings[close[0]]
    if len(word) < SHORTEST_PART:
        return None
    holding = (name for name in meanings if re.search(rf"\b{re.escape(word)}\b", name))
    return next((meanings[name] for name in holding), None)
