"""Search words: how text becomes words to look for, and which words a typed one may mean.

theme/static/js/finder/filter.js follows the same rules; tests/browser/test_finder.py compares the
two.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from operator import sub
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# Words that tell no entry from another. A search for nothing else finds nothing out of the way.
PASSED_OVER: Final = frozenset(
    "a an and at by cancer for from i in is me my of on or the to with".split()  # noqa: SIM905
)
SHORTEST_FORGIVEN: Final = 4
_APOSTROPHES: Final = str.maketrans("", "", "'’")
# Letters become small, and what is neither letter nor figure a blank.
_SMALL_OR_BLANK: Final = bytes(
    ord(chr(byte).lower()) if byte < 128 and chr(byte).isalnum() else 32 for byte in range(256)
)
_WORD: Final = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """The words of a text, runs of letters and figures, in small letters without accents."""
    if text.isascii():  # as most texts are: the same, but all at once
        return text.encode().translate(_SMALL_OR_BLANK, b"'").decode().split()
    letters = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).lower()
    plain = "".join(one for one in letters if not unicodedata.category(one).startswith("M"))
    return _WORD.findall(plain.lower())


def looked_for(text: str) -> list[str]:
    """The words that somebody typed, without those that say nothing and without a last s.

    A word is found by its beginning, so ``survey`` finds surveys; without the s, ``surveys``
    finds survey too.
    """
    words = words_of(text)
    telling = [word for word in words if word not in PASSED_OVER] or words
    return [_without_plural(word) for word in telling]


def meant_by(typed: str, known: Iterable[str]) -> list[str]:
    """The known words that a typed one stands for.

    Those that begin with it. Where there is none and it has 4 letters or more, those that begin
    with it but for one mistake, with the same first letter; where there is none of those either,
    with any first letter.
    """
    every = list(known)
    found = [word for word in every if word.startswith(typed)]
    if found or len(typed) < SHORTEST_FORGIVEN:
        return found
    near = [word for word in every if begins_nearly(word, typed)]
    return [word for word in near if word[0] == typed[0]] or near


def begins_nearly(word: str, typed: str) -> bool:
    """Whether a word begins with what was typed, but for at most one mistake.

    A mistake is one letter wrong, missing, too many, or two neighbours in the wrong order.
    """
    place = next((n for n, pair in enumerate(zip(word, typed, strict=False)) if _differ(pair)), -1)
    if place < 0:
        return len(typed) <= len(word) + 1
    word_rest, typed_rest = word[place:], typed[place:]
    swapped = typed_rest[1:2] + typed_rest[:1] + typed_rest[2:]
    return (
        word_rest[1:].startswith(typed_rest[1:])
        or word_rest[1:].startswith(typed_rest)
        or word_rest.startswith(typed_rest[1:])
        or (len(typed_rest) > 1 and word_rest.startswith(swapped))
    )


def entries_with(text: str, index: Mapping[str, Iterable[int]]) -> frozenset[int] | None:
    """The numbers of the entries that hold every word looked for; None where no word was typed."""
    asked = looked_for(text)
    if not asked:
        return None
    found = [
        frozenset(number for word in meant_by(typed, index) for number in index[word])
        for typed in asked
    ]
    return frozenset.intersection(*found)


def word_index(
    entries: Iterable[tuple[frozenset[str], Iterable[frozenset[str]]]],
) -> dict[str, tuple[int, ...]]:
    """Each word with the numbers of the entries that hold it, both in order.

    An entry comes as its own words, and sets of words that many entries have: their numbers are
    collected once for a set, not for each of its words.
    """
    own_words: defaultdict[str, list[int]] = defaultdict(list)
    shared_sets: defaultdict[frozenset[str], list[int]] = defaultdict(list)
    for number, (own, shared) in enumerate(entries):
        for word in own:
            own_words[word].append(number)
        for words in shared:
            shared_sets[words].append(number)
    parts: defaultdict[str, list[tuple[int, ...]]] = defaultdict(list)
    for word, numbers in own_words.items():
        parts[word].append(tuple(numbers))
    for words, numbers in shared_sets.items():
        part = tuple(dict.fromkeys(numbers))  # two labels of an entry may have the same words
        for word in words:
            parts[word].append(part)
    return {word: _joined(parts[word]) for word in sorted(parts)}


def as_steps(numbers: Sequence[int]) -> list[int]:
    """Numbers in rising order as the first and then the steps, which pack better."""
    return [*numbers[:1], *map(sub, numbers[1:], numbers)]


def _joined(parts: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    """All numbers of the parts, each once and in order, as they are in each part."""
    return parts[0] if len(parts) == 1 else tuple(sorted(frozenset().union(*parts)))


def _differ(pair: tuple[str, str]) -> bool:
    return pair[0] != pair[1]


def _without_plural(word: str) -> str:
    ends_in_s = len(word) > SHORTEST_FORGIVEN and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if ends_in_s else word
