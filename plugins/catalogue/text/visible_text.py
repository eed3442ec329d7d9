"""Visible text: a text as its readers see it, with the place of each character in the file.

Rules on words judge this and not what was typed: ``07700&nbsp;9&#48;0 **123**`` is a number to
whoever reads the page, and ``jo＠home.example`` an address.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_REFERENCE: Final = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
REFERENCE: Final = re.compile(_REFERENCE)
_GONE: Final = "\0"
# Signs that pass for others, beside those that Unicode itself calls blanks, dashes and digits.
LOOK_ALIKES: Final = {
    "＠": "@",
    "﹫": "@",
    "．": ".",
    "﹒": ".",
    "․": ".",
    "｡": ".",
    "·": ".",
    "‧": ".",
    "∙": ".",
    "−": "-",
    "⁃": "-",
    "˗": "-",
    "➖": "-",
    "‘": "'",
    "’": "'",
    "ʼ": "'",
    "＋": "+",
    "（": "(",
    "）": ")",
    "／": "/",
    "：": ":",
}
_BLANKS: Final = frozenset({"Zs", "Zl", "Zp", "Cc"})
# What is taken off: joiners and the like, and what makes an emoji of a digit.
_UNSEEN: Final = frozenset({"Cf", "Cs", "Co", "Cn"})
NOT_SEEN: Final = (
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u20e3\u3164\ufe00-\ufe0f\uffa0\U00016fe4"
    "\U0001d159\U000e0000-\U000e0fff]"
)
_ASCII: Final = frozenset(map(chr, range(128)))
# Each begins with a sign of its own, so that the library looks for these signs alone.
_MARKS: Final = re.compile(
    rf"{_REFERENCE}"
    r"|\\[!-/:-@\[-`{-~]"
    r"|\*\**|~~|``*|__*"
    r"|\]\(\s{0,9}<?https?://[^()\n]{0,500}\)"
    r"|\[(?=[^\[\]]{0,500}\]\()"
    r"|\n(?![ \t]*(?:[-*+>#|\n]|[0-9]{1,9}[.)]|$))[ \t]*"
    r"|" + _GONE
)
_UNSEEN_SIGN: Final = re.compile(_GONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class VisibleText:
    """A text as it is seen: where its pieces start in it, and where they stand as typed."""

    text: str
    starts: tuple[int, ...] = (0,)
    origins: tuple[int, ...] = (0,)

    def origin_of(self, at: int) -> int:
        """Where a character stands in what was typed; both are counted from 0."""
        piece = bisect_right(self.starts, at) - 1
        return self.origins[piece] + at - self.starts[piece]

    def typed(self, start: int, end: int) -> tuple[int, int]:
        """Start and end, in what was typed, of what is seen from ``start`` to ``end``."""
        return self.origin_of(start), self.origin_of(end - 1) + 1 if end > start else 0


def visible(text: str, *, is_markdown: bool) -> VisibleText:
    """The text as it is seen. Facts are shown as they are typed, the words below as Markdown."""
    text = folded(text)
    if is_markdown:
        return _without(_MARKS, _of_mark, text)
    return _without(_UNSEEN_SIGN, _nothing, text) if _GONE in text else VisibleText(text=text)


def with_references(text: str) -> VisibleText:
    """The text with the character for each reference, such as ``&#48;``."""
    if "&" not in text:
        return VisibleText(text=text)
    return _without(REFERENCE, lambda found: resolved(found[0]), text)


def folded(text: str) -> str:
    """The text with a plain sign for each that looks like it, and NUL for what is not seen.

    Each character stays at its place.
    """
    text = text.replace("\t", " ")
    if text.isascii():
        return text
    for odd in set(text).difference(_ASCII):
        plain = plain_sign(odd)
        if plain != odd:
            text = text.replace(odd, plain)
    return text


@cache
def plain_sign(odd: str) -> str:
    """What people take a character for: a blank, a hyphen, a digit or the like, else itself."""
    category = unicodedata.category(odd)
    if odd in LOOK_ALIKES:
        return LOOK_ALIKES[odd]
    if category in _UNSEEN or re.match(NOT_SEEN, odd):
        return _GONE
    if category in _BLANKS:
        return " "
    if category == "Pd":
        return "-"
    digit = unicodedata.digit(odd, None)
    return odd if digit is None else str(digit)


def resolved(reference: str) -> str:
    """What a reader of Markdown shows for a reference."""
    if not reference.startswith("&#"):
        return unescape(reference)
    number = reference[2:-1]
    code = int(number[1:], 16) if number[0] in "xX" else int(number)
    is_one = 0 < code < 0x110000 and not 0xD800 <= code < 0xE000
    return chr(code) if is_one else "\ufffd"


def _of_mark(found: re.Match[str]) -> str:
    """What is seen of a mark of Markdown."""
    mark = found[0]
    if mark[0] == "&":
        return folded(resolved(mark)).replace("\n", " ").replace(_GONE, "")
    if mark[0] == "\\":
        return mark[1]
    if mark[0] == "_":
        return mark if _is_within_a_word(found) else ""
    if mark[0] == "\n":
        return mark if _ends_a_heading(found) else " "
    return ""


def _nothing(_found: re.Match[str]) -> str:
    return ""


def _is_within_a_word(found: re.Match[str]) -> bool:
    start, end = found.span()
    text = found.string
    return start > 0 and text[start - 1].isalnum() and text[end : end + 1].isalnum()


def _ends_a_heading(found: re.Match[str]) -> bool:
    """Whether the line above stands by itself."""
    start = found.string.rfind("\n", 0, found.start()) + 1
    return found.string.startswith(("#", "\n"), start)


def _without(
    pattern: re.Pattern[str], seen: Callable[[re.Match[str]], str], text: str
) -> VisibleText:
    """The text with what is seen of each mark in its place."""
    pieces: list[str] = []
    starts, origins = [0], [0]
    at = length = 0
    for found in pattern.finditer(text):
        shown = seen(found)
        if shown == found[0]:
            continue
        start, end = found.span()
        pieces += (text[at:start], shown)
        length += start - at
        if shown:
            starts.append(length)
            origins.append(start)
            length += len(shown)
        starts.append(length)
        origins.append(end)
        at = end
    pieces.append(text[at:])
    return VisibleText(text="".join(pieces), starts=tuple(starts), origins=tuple(origins))
