"""A file change: the bytes of one file before and after, and the difference to look at."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from difflib import unified_diff
from typing import TYPE_CHECKING, Final

from catalogue.parsing.front_matter import MOST_BYTES
from catalogue.problems.quoting import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDE_BOMS: Final = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChange:
    """One file before and after."""

    path: str
    before: bytes
    after: bytes

    @property
    def diff(self) -> str:
        """The difference, with - before old lines and + before new ones.

        What cannot be seen in it is told in words.
        """
        old, new = _lines_to_show(self.before), _lines_to_show(self.after)
        lines = [_line_to_show(line) for line in unified_diff(old, new, lineterm="")][2:]
        told = [f"{self.path}: {words}" for words in _unseen(self.before)]
        return "\n".join([*told, *([f"{self.path}:", *lines] if lines else [])])


def text_in(data: bytes) -> str | None:
    """Text with plain line ends, or None where a guess at its letters would be needed."""
    encoding = next((name for mark, name in _WIDE_BOMS if data.startswith(mark)), "utf-8-sig")
    if len(data) > 2 * MOST_BYTES:
        return None
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _lines_to_show(data: bytes) -> list[str]:
    return (text_in(data) or "").splitlines()


def _line_to_show(line: str) -> str:
    """A line of the difference; where lines are left out, a row of dots."""
    return "…" if line.startswith("@@") else visible(line.replace("\t", "(Tab)"))


def _unseen(data: bytes) -> Iterator[str]:
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and b"\r" in data:
        yield "line ends of Windows become plain ones"
    if data.startswith(codecs.BOM_UTF8):
        yield "the mark at the very start (BOM) is taken away"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield "saved as UTF-8 instead of UTF-16"
    elif data and not data.endswith((b"\n", b"\r")):
        yield "the last line gets its line end"
