"""How old a reader has to be: the grade of Flesch and Kincaid (1975), in years of age.

Syllables are counted by the hyphenation of British English. It breaks a word in fewer places than
it has syllables, so groups of vowels count where they are more. Names do not count among syllables:
nobody can put Gloucestershire in easier words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import pyphen
from bs4 import Tag

from tests.built import Built, Page

OLDEST = 11
LONGEST_SENTENCE = 20
"""Words in a sentence, on average over a page."""
# A child is about 5 years old in the year before the first grade.
AGE_AT_GRADE_0 = 5
FEWEST_WORDS = 100
SOURCES = "where-this-comes-from"
_SENTENCE = re.compile(r"(?<=[.!?:])\s+")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^l]e|[^dt]ed|[^aeiou]es)$")
_HYPHENS = pyphen.Pyphen(lang="en_GB")


@dataclass(frozen=True)
class Reading:
    """How hard a page of words is to read."""

    words: int
    sentences: int
    syllables_in_a_word: float

    @property
    def words_in_a_sentence(self) -> float:
        return self.words / self.sentences

    @property
    def age(self) -> float:
        """0.39 words a sentence + 11.8 syllables a word - 15.59 is the grade."""
        grade = 0.39 * self.words_in_a_sentence + 11.8 * self.syllables_in_a_word - 15.59
        return AGE_AT_GRADE_0 + grade


def reading_of(texts: list[str]) -> Reading:
    """The reading of passages, each of which ends a sentence."""
    sentences = [part for text in texts for part in _SENTENCE.split(text) if _WORD.search(part)]
    written = [_WORD.findall(sentence) for sentence in sentences]
    plain = [word for words in written for word in (*words[:1], *filter(str.islower, words[1:]))]
    return Reading(
        words=sum(map(len, written)),
        sentences=max(len(sentences), 1),
        syllables_in_a_word=sum(map(syllables, plain)) / max(len(plain), 1),
    )


@cache
def syllables(word: str) -> int:
    """About how many syllables a word has."""
    plain = word.casefold().strip("'’-")
    by_vowels = len(_VOWELS.findall(plain)) - bool(_SILENT.search(plain))
    return max(1, by_vowels, _HYPHENS.inserted(plain).count("-") + 1 - plain.count("-"))


def passages_of(page: Page) -> list[str]:
    """What is written on a page in sentences: no headings, tables, names alone, and no sources."""
    found = []
    for element in page.soup.select("main .app-prose :is(p, li, dd)"):
        if element.find_parent(class_="app-card") or element.find_parent("table"):
            continue
        if element.find(["p", "li"]) or _among_sources(element):
            continue
        text = " ".join(element.get_text(" ").split())
        if text.endswith((".", "!", "?", ":")):
            found.append(text)
    return found


def _among_sources(element: Tag) -> bool:
    heading = element.find_previous("h2")
    return bool(heading and str(heading.get("id") or "").startswith(SOURCES)) or bool(
        heading and heading.get_text().strip().casefold() == "where this comes from"
    )


def pages_that_are_hard_to_read(site: Built) -> list[str]:
    """No page of words asks for a reader of more than 11, or has sentences that go on and on."""
    found = []
    for page in site.pages:
        reading = reading_of(passages_of(page))
        if reading.words < FEWEST_WORDS:
            continue
        if reading.age > OLDEST:
            found.append(f"{page.address}: for readers of {reading.age:.1f}")
        if reading.words_in_a_sentence > LONGEST_SENTENCE:
            found.append(f"{page.address}: {reading.words_in_a_sentence:.0f} words a sentence")
    return found


LOCAL = (pages_that_are_hard_to_read,)
