"""Words: small helpers for sentences, which know nothing of what they speak of."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9])")


def joined(words: Iterable[str], last: str = "and") -> str:
    """``a``, ``a and b`` or ``a, b and c``."""
    listed = list(words)
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} {last} {listed[-1]}"


def counted(number: int, one: str, many: str = "") -> str:
    """``1 opportunity`` or ``3 opportunities``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


@cache
def lowered(words: str) -> str:
    """The words with a small first letter, unless the first word is all capitals."""
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def capital(words: str) -> str:
    """The words with a large first letter."""
    return words[:1].upper() + words[1:]


def stopped(words: str) -> str:
    """The words with a full stop, unless a sentence ends there already."""
    return words if words.endswith((".", "!", "?")) else f"{words}."


def sentences(text: str) -> list[str]:
    """The sentences of a text, each with its full stop."""
    return _SENTENCE_END.split(text)


def whole_sentences(text: str, most: int) -> str:
    """As many whole sentences as fit, or the start of the first where none does."""
    kept = ""
    for sentence in sentences(text):
        longer = f"{kept} {sentence}".lstrip()
        if len(longer) > most:
            break
        kept = longer
    return kept or shortened(text, most)


def shortened(text: str, most: int) -> str:
    """The text, cut after a whole word where it has more than so many characters."""
    if len(text) <= most:
        return text
    return text[: most - 1].rpartition(" ")[0].rstrip(",;:") + "…"
