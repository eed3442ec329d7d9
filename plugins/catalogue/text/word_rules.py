"""Word rules: words that are refused or held, and how they are found in the passages of a text."""

from __future__ import annotations

import re
from dataclasses import KW_ONLY, dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from catalogue.problems.problem import ERROR, Problem
from catalogue.problems.quoting import quoted
from catalogue.text.visible_text import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from catalogue.text.visible_text import VisibleText

ADDRESS: Final = re.compile(r"https?://[^\s\"'<>)\]]+", re.IGNORECASE)
# With letters where somebody wants to hide a nought or a one, and all that stands between digits.
DIGITS_IN_A_ROW: Final = re.compile(r"[0-9](?:[ ().,/\\_*+-]{0,5}[0-9oOiIlL]){8,}")
_LETTERS_AND_BLANKS: Final = bytes(
    byte if chr(byte).isascii() and chr(byte).isalpha() else 32 for byte in range(256)
)
# For a first look at DIGITS_IN_A_ROW: what may stand between two digits is left out, and every
# other byte becomes a nought, a blank or the end of a line.
_BETWEEN_DIGITS: Final = b" ().,/\\_*+-"
_NOUGHTS_AND_BLANKS: Final = bytes(
    48 if byte in b"0123456789oOiIlL" else 10 if byte == 10 else 32 for byte in range(256)
)
_NINE_NOUGHTS: Final = b"0" * 9
# Other letters that count as one of ASCII where case is ignored, such as the long s.
LIKE_ASCII: Final = "\u0130\u0131\u017f\u212a"


@cache
def _compiled(pattern: str, any_case: bool = False) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE if any_case else 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A piece of a file with some passages in it, and where it begins.

    ``by_line`` each line is a passage, and one that begins with # is a comment, which is not shown
    on the site; else each paragraph is a passage. Where a stretch is not ``as_written``, its
    characters stand elsewhere in the file than they do here, and whatever is found is told of at
    its beginning.
    """

    text: str
    line: int = 1
    column: int = 1
    by_line: bool = False
    as_written: bool = True

    def seen(self) -> VisibleText:
        """What readers see: facts stand on a page as they are typed, the words below do not."""
        return visible(self.text, is_markdown=not self.by_line and self.as_written)

    def place_of(self, at: int) -> tuple[int, int]:
        """The line and column of a character, which is counted from 0."""
        if not self.as_written:
            return self.line, self.column
        lines_on = self.text.count("\n", 0, at)
        if not lines_on:
            return self.line, self.column + at
        return self.line + lines_on, at - self.text.rfind("\n", 0, at)


@dataclass(frozen=True, slots=True)
class Search:
    """A pattern, what else has to hold of what it finds, and whether it may be in any case.

    A pattern is compiled when it is first needed, and most are not needed in a build. ``first`` is
    a short pattern in small letters that is found in whatever the long one is found in. It is
    compiled and looked for much faster, and spares most passages the long one: above all where it
    begins with a letter or digit, or one of a few.

    A pattern in any case is looked for among small letters, as that is much faster, unless it
    names letters by their ``capitals``.
    """

    pattern: str
    _: KW_ONLY
    only: Callable[[re.Match[str]], bool] | None = None
    any_case: bool = False
    first: str = ""
    capitals: bool = False

    def found(self, text: str) -> Iterable[re.Match[str]]:
        """Every place in a text where it holds; what stands there may be in small letters."""
        # Where all letters are of ASCII, small ones are all that ignoring case may find.
        if text.isascii():
            small = text.lower()
            if self.first and not _compiled(self.first).search(small):
                return ()
            if self.any_case and not self.capitals:
                found = _compiled(self.pattern).finditer(small)
                return filter(self.only, found) if self.only else found
        found = _compiled(self.pattern, self.any_case).finditer(text)
        return filter(self.only, found) if self.only else found


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRule:
    """Words that are refused or held: how they are found, and what is said.

    A passage is searched where it holds one of the ``hints``, which are whole words in small
    letters, one of the ``parts`` of words, or, with ``digits``, nine digits in a row.
    ``message`` may have ``{}`` where the words are shown. Comments count only with ``in_comments``.

    Two more fields change nothing of what is found, and spare searches for hints that stand in
    most entries: whatever is found holds one of the words and parts ``beside``, too, and with
    ``capital`` a hint that begins with a capital letter.
    """

    code: str
    searches: tuple[Search, ...]
    message: str
    fix: str
    hints: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ()
    digits: bool = False
    in_comments: bool = False
    severity: str = ERROR
    beside: frozenset[str] = frozenset()
    capital: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hinted:
    """The number of a rule, what has to stand beside its hint, and a spelling of the hint."""

    rule: int
    beside: frozenset[str]
    spelt: str


class WordRules:
    """Rules with a table of what hints at them, made once for all texts."""

    def __init__(self, rules: Sequence[WordRule]) -> None:
        self._rules = tuple(rules)
        self._on_digits = tuple(number for number, rule in enumerate(rules) if rule.digits)
        self._hinted_by: dict[str, list[_Hinted]] = {}
        for number, rule in enumerate(rules):
            for hint in (*rule.hints, *rule.parts):
                spelt = hint.capitalize() if rule.capital else ""
                hinted = _Hinted(rule=number, beside=_beside(hint, rule), spelt=spelt)
                self._hinted_by.setdefault(hint, []).append(hinted)
        whole_words = {word for rule in rules for word in (*rule.hints, *rule.beside)}
        self._words = frozenset(map(str.encode, whole_words))
        self._parts_by_sign: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for part in sorted({part for rule in rules for part in rule.parts}):
            besides = [hinted.beside for hinted in self._hinted_by[part]]
            beside = frozenset().union(*besides) if all(besides) else frozenset()
            self._parts_by_sign.setdefault(_sign_in(part), []).append((part, beside))

    def finds(self, stretch: Stretch) -> Iterator[Find]:
        """What the rules find in a stretch, each once: rule by rule, from top to bottom."""
        seen = stretch.seen()
        text = without_addresses(seen.text)
        wanted = self._passages_to_search(text, stretch.by_line)
        for number in sorted(wanted):
            rule = self._rules[number]
            for start, end in sorted(wanted[number]):
                passage = text[start:end]
                if rule.in_comments or not (stretch.by_line and _is_comment(seen.text[start:end])):
                    for at, until in _found_by(rule, passage):
                        first, end_of_words = seen.typed(start + at, start + until)
                        line, column = stretch.place_of(first)
                        words = stretch.text[first:end_of_words]
                        yield Find(rule=rule, words=words, line=line, column=column)

    def _passages_to_search(self, text: str, by_line: bool) -> dict[int, set[tuple[int, int]]]:
        """Starts and ends of passages, for each rule that something hints at."""
        lowered = _lowered(text)
        may_hide = not text.isascii() and any(letter in text for letter in LIKE_ASCII)
        stands = self._hints_in(lowered, may_hide)
        wanted: dict[int, set[tuple[int, int]]] = {}
        for hint in stands:
            rules = [
                one.rule
                for one in self._hinted_by.get(hint, ())
                if (not one.beside or may_hide or not stands.isdisjoint(one.beside))
                and one.spelt in text
            ]
            if rules:
                passages = list(_passages_with(hint, lowered, by_line))
                for rule in rules:
                    wanted.setdefault(rule, set()).update(passages)
        for at in digits_in_a_row(text):
            passage = passage_at(text, at, by_line)
            for rule in self._on_digits:
                wanted.setdefault(rule, set()).add(passage)
        return wanted

    def _hints_in(self, lowered: str, may_hide: bool) -> set[str]:
        """What stands in a text in small letters: hints, words beside them and parts of words."""
        letters = lowered.encode("utf-8", "replace").translate(_LETTERS_AND_BLANKS)
        stands = set(map(bytes.decode, self._words.intersection(letters.split())))
        for sign, parts in self._parts_by_sign.items():
            if sign in lowered:
                for part, beside in parts:
                    may_lead = not beside or may_hide or not stands.isdisjoint(beside)
                    if may_lead and part in lowered:
                        stands.add(part)
        return stands


def passage_at(text: str, at: int, by_line: bool) -> tuple[int, int]:
    """Start and end of the passage around a character, which is counted from 0."""
    between = "\n" if by_line else "\n\n"
    start, end = text.rfind(between, 0, at), text.find(between, at)
    return 0 if start < 0 else start + len(between), len(text) if end < 0 else end


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _found_by(rule: WordRule, passage: str) -> Iterator[tuple[int, int]]:
    """Start and end of what a rule finds in a passage."""
    for search in rule.searches:
        for match in search.found(passage):
            found = passage[match.start() : match.end()]
            yield match.end() - len(found.lstrip()), match.start() + len(found.rstrip())


def digits_in_a_row(text: str) -> Iterator[int]:
    """Where DIGITS_IN_A_ROW is found. Only lines that hold as many digits are searched."""
    noughts = text.encode("utf-8", "replace").translate(_NOUGHTS_AND_BLANKS, _BETWEEN_DIGITS)
    start = seen = 0
    while (at := noughts.find(_NINE_NOUGHTS, seen)) >= 0:
        lines_on = noughts.count(b"\n", seen, at)
        start = len(text) - len(text[start:].split("\n", lines_on)[-1])
        end = text.find("\n", start)
        for match in DIGITS_IN_A_ROW.finditer(text, start, end if end >= 0 else len(text)):
            yield match.start()
        seen = noughts.find(b"\n", at)
        if seen < 0:
            return


def _beside(hint: str, rule: WordRule) -> frozenset[str]:
    """Words, one of which is in a text where a rule finds something by this hint alone."""
    if not rule.beside or hint in rule.beside:
        return frozenset()
    return rule.beside.difference(rule.hints, rule.parts)


def _sign_in(part: str) -> str:
    """A sign that stands in a part of a word, as one is looked for faster than several letters."""
    return next((character for character in part if not character.isalnum()), "")


def _lowered(text: str) -> str:
    """The text in small letters, each at its place: some letters grow when they are made small."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(letter if len(letter.lower()) > 1 else letter.lower() for letter in text)


def _passages_with(part: str, text: str, by_line: bool) -> Iterator[tuple[int, int]]:
    """Start and end of each passage that holds a part of a word."""
    at = text.find(part)
    while at >= 0:
        start, end = passage_at(text, at, by_line)
        yield start, end
        at = text.find(part, end)


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
