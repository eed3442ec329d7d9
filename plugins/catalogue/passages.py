"""Passages: the lines and paragraphs of a file, as rules on its words look at them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple
from unicodedata import digit

from catalogue.problems import ERROR, Problem
from catalogue.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from catalogue.document import Document

ADDRESS: Final = re.compile(r"https?://[^\s\"'<>)\]]+", re.IGNORECASE)
# With the letter O where somebody wants to hide a nought.
FIGURES_IN_A_ROW: Final = re.compile(r"\d(?:[ ().+–-]{0,3}[\doO]){8,}")
# Figures of other scripts, raised and lowered ones, and what makes an emoji of a figure.
ODD_FIGURE: Final = re.compile(r"[^\D0-9]|[\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089]")
KEYCAP: Final = re.compile("[\ufe0f\u20e3]")
_LETTERS_AND_BLANKS: Final = bytes(
    byte if chr(byte).isascii() and chr(byte).isalpha() else 32 for byte in range(256)
)
# For a first look at FIGURES_IN_A_ROW: what may stand between two figures is left out, and every
# other byte becomes a nought, a blank or the end of a line.
_BETWEEN_FIGURES: Final = " ().+–-".encode()
_NOUGHTS_AND_BLANKS: Final = bytes(
    48 if byte in b"0123456789oO" else 10 if byte == 10 else 32 for byte in range(256)
)
_NINE_NOUGHTS: Final = "0" * 9


@cache
def _compiled(pattern: str, any_case: bool) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE if any_case else 0)


class Search(NamedTuple):
    """A pattern, what else has to hold of what it finds, and whether it may be in any case.

    A pattern is compiled when it is first needed, and most are not needed in a build. ``first`` is
    a short pattern in small letters that is found in whatever the long one is found in. It is
    compiled and looked for much faster, and spares most passages the long one: above all where it
    begins with a letter or figure, or one of a few.
    """

    pattern: str
    only: Callable[[re.Match[str]], bool] | None = None
    any_case: bool = False
    first: str = ""

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, compiled once."""
        return _compiled(self.pattern, self.any_case)

    def found(self, text: str) -> Iterator[re.Match[str]]:
        """Every place in a text where it holds."""
        # Beside ASCII there are other letters that count as small ones, such as the long s.
        if self.first and text.isascii() and not _compiled(self.first, False).search(text.lower()):
            return iter(())
        found = self.compiled.finditer(text)
        return filter(self.only, found) if self.only else found


class WordRule(NamedTuple):
    """Words that are refused or held: how they are found, and what is said.

    A passage is searched where it holds one of the ``hints``, which are whole words in small
    letters, one of the ``parts`` of words, or, with ``figures``, nine figures in a row.
    ``message`` may have ``{}`` where the words are shown. Comments among the facts are not shown
    on the site, and count only with ``in_comments``.
    """

    code: str
    searches: tuple[Search, ...]
    message: str
    fix: str
    hints: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ()
    figures: bool = False
    in_comments: bool = False
    severity: str = ERROR

    def found(self, passage: str) -> Iterator[re.Match[str]]:
        """Every place in a passage that the rule speaks of."""
        for search in self.searches:
            yield from search.found(passage)


class Find(NamedTuple):
    """What one rule found: the words, and where they stand."""

    rule: WordRule
    words: str
    line: int
    column: int

    def problem(self, path: str) -> Problem:
        """The problem at the place of the first word."""
        return Problem(
            path=path,
            line=self.line,
            column=self.column,
            code=self.rule.code,
            message=self.rule.message.replace("{}", quoted(" ".join(self.words.split()))),
            fix=self.rule.fix,
            severity=self.rule.severity,
        )


def words(text: str) -> frozenset[str]:
    """The words of a text, for a table of hints."""
    return frozenset(text.split())


class WordRules:
    """Rules with a table of what hints at them, made once for all files."""

    def __init__(self, rules: Sequence[WordRule]) -> None:
        self._rules = tuple(rules)
        self._hints = frozenset(hint.encode() for rule in rules for hint in rule.hints)
        self._parts_by_sign: dict[str, list[str]] = {}
        for part in sorted({part for rule in rules for part in rule.parts}):
            self._parts_by_sign.setdefault(_sign_in(part), []).append(part)
        self._on_figures = tuple(number for number, rule in enumerate(rules) if rule.figures)
        self._hinted_by: dict[str, list[int]] = {}
        for number, rule in enumerate(rules):
            for hint in (*rule.hints, *rule.parts):
                self._hinted_by.setdefault(hint, []).append(number)

    def finds(self, document: Document) -> Iterator[Find]:
        """What the rules find in a file, each once."""
        facts = document.lines[: document.body_line - 1] if document.body else document.lines
        body_starts = sum(map(len, facts)) + len(facts)
        whole = without_addresses("\n".join(document.lines))
        for rule, offset, found in self._finds_in(whole, body_starts):
            start = whole.rfind("\n", 0, offset) + 1
            yield Find(rule, found, whole.count("\n", 0, offset) + 1, offset - start + 1)
        for text in document.coded:
            value = without_addresses(text.value)
            for rule, _, found in self._finds_in(value, 0):
                yield Find(rule, found, text.line, text.column)

    def _finds_in(self, text: str, body_starts: int) -> Iterator[tuple[WordRule, int, str]]:
        """The rule, where from the start of the text, and the words."""
        text = _with_plain_figures(text)
        lowered = _lowered(text)
        wanted: dict[int, set[tuple[int, int]]] = {}
        for hint in self._hints_in(lowered):
            passages = list(_passages_with(hint, lowered, body_starts))
            for number in self._hinted_by[hint]:
                wanted.setdefault(number, set()).update(passages)
        for at in figures_in_a_row(text):
            for number in self._on_figures:
                wanted.setdefault(number, set()).add(_passage_at(text, at, body_starts))
        for number in sorted(wanted):
            rule = self._rules[number]
            for start, end in sorted(wanted[number]):
                passage = text[start:end]
                if rule.in_comments or start >= body_starts or not passage.lstrip().startswith("#"):
                    for match in rule.found(passage):
                        blank = len(match[0]) - len(match[0].lstrip())
                        yield rule, start + match.start() + blank, match[0].strip()

    def _hints_in(self, lowered: str) -> Iterator[str]:
        """Every hint and part of a word that stands in a text in small letters."""
        letters = lowered.encode("utf-8", "replace").translate(_LETTERS_AND_BLANKS)
        yield from map(bytes.decode, self._hints.intersection(letters.split()))
        for sign, parts in self._parts_by_sign.items():
            if sign in lowered:
                for part in parts:
                    if part in lowered:
                        yield part


def finds(document: Document, rules: WordRules) -> Iterator[Find]:
    """What the rules find in a file, each once."""
    return rules.finds(document)


def figures_in_a_row(text: str) -> Iterator[int]:
    """Where FIGURES_IN_A_ROW is found. Only lines that hold as many figures are searched."""
    encoded = text.encode("utf-8", "replace").translate(_NOUGHTS_AND_BLANKS, _BETWEEN_FIGURES)
    noughts = encoded.decode("ascii")
    at = noughts.find(_NINE_NOUGHTS)
    while at >= 0:
        above = noughts.count("\n", 0, at)
        start = len(text) - len(text.split("\n", above)[-1])
        end = text.find("\n", start)
        for match in FIGURES_IN_A_ROW.finditer(text, start, end if end >= 0 else len(text)):
            yield match.start()
        end = noughts.find("\n", at)
        at = noughts.find(_NINE_NOUGHTS, end) if end >= 0 else -1


def _sign_in(part: str) -> str:
    """A sign that stands in a part of a word, as one is looked for faster than several letters."""
    return next((character for character in part if not character.isalnum()), "")


def _with_plain_figures(text: str) -> str:
    """The text with 0 to 9 for whatever else people read as a figure, each at its place."""
    if text.isascii():
        return text
    return KEYCAP.sub(" ", ODD_FIGURE.sub(lambda odd: str(digit(odd[0])), text))


def _lowered(text: str) -> str:
    """The text in small letters, each at its place: some letters grow when they are made small."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(letter if len(letter.lower()) > 1 else letter.lower() for letter in text)


def _passages_with(part: str, text: str, body_starts: int) -> Iterator[tuple[int, int]]:
    """Start and end of each line of facts and paragraph of the body that holds a part of a word."""
    at = text.find(part)
    while at >= 0:
        start, end = _passage_at(text, at, body_starts)
        yield start, end
        at = text.find(part, end)


def _passage_at(text: str, at: int, body_starts: int) -> tuple[int, int]:
    """Start and end of the line of facts, or of the paragraph of the body, at an offset."""
    first, between = (0, "\n") if at < body_starts else (body_starts, "\n\n")
    start = text.rfind(between, first, at)
    end = text.find(between, at)
    return (first if start < 0 else start + len(between)), (len(text) if end < 0 else end)


def without_addresses(text: str) -> str:
    """The text with blanks for web addresses."""
    at = text.find("://")
    while at >= 0:
        found = ADDRESS.match(text, at - 5) or ADDRESS.match(text, at - 4)
        if found:
            start, end = found.span()
            text = text[:start] + " " * (end - start) + text[end:]
        at = text.find("://", at + 3)
    return text
