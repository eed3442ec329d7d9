"""Characters: those that have no place in an entry, whatever its language.

Urdu, Persian joiners, emoji, Welsh and accents pass. What cannot be seen, what turns the
direction of text, and what looks like another letter does not.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from catalogue.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

# Each class: code, pattern, what it is in plain words, what to do.
_CLASSES: Final = (
    (
        "control-character",
        "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029",
        "a control character",
        "delete it: it often comes with text copied from another program",
    ),
    (
        "text-direction",
        "\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c",
        "a hidden character that changes the text-direction",
        "delete it and type the words again",
    ),
    (
        "invisible-character",
        "\u00ad\u034f\u115f\u1160\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff",
        "an invisible character",
        "delete it and type the word again",
    ),
    (
        "lost-character",
        "\ufffc\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd",
        "a character that other people cannot see",
        "type the word again",
    ),
    (
        "wide-letter",
        "\uff01-\uff5e\U0001d400-\U0001d7ff",
        "a full-width or styled letter",
        "type it again with ordinary letters",
    ),
)
_ANY: Final = re.compile("[" + "".join(pattern for _, pattern, _, _ in _CLASSES) + "]")
_EACH: Final = tuple(
    (code, re.compile(f"[{pattern}]"), what, fix) for code, pattern, what, fix in _CLASSES
)
_WORD: Final = re.compile(r"\w+")
_NOT_PLAIN_LATIN: Final = re.compile("[\u0370-\u052f]")


def character_problems(lines: list[str], path: str, first_line: int = 1) -> Iterator[Problem]:
    """Text holds only characters that a reader can see and trust."""
    for number, line in enumerate(lines, first_line):
        if line.isascii() and line.isprintable():
            continue
        if _ANY.search(line):
            yield from _hidden(line, path, number)
        if _NOT_PLAIN_LATIN.search(line):
            yield from _mixed(line, path, number)


def _hidden(line: str, path: str, number: int) -> Iterator[Problem]:
    for code, pattern, what, fix in _EACH:
        found = pattern.search(line)
        if found:
            point = f"U+{ord(found.group()):04X}"
            yield Problem(
                path=path,
                line=number,
                column=found.start() + 1,
                code=code,
                message=f"there is {what} here ({point})",
                fix=fix,
            )


def _mixed(line: str, path: str, number: int) -> Iterator[Problem]:
    for word in _WORD.finditer(line):
        if len(_alphabets(word.group())) > 1:
            yield Problem(
                path=path,
                line=number,
                column=word.start() + 1,
                code="mixed-alphabets",
                message=f"the word '{word.group()[:40]}' mixes letters from different alphabets",
                fix="type the whole word again with the letters of one alphabet",
            )


def _alphabets(word: str) -> set[str]:
    names = {unicodedata.name(letter, "").split(" ")[0] for letter in word if letter.isalpha()}
    return names & {"LATIN", "GREEK", "CYRILLIC"}
