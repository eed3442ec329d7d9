"""Code spans: which parts of a text are shown as they are typed, whoever reads its Markdown.

Readers of Markdown differ in where a paragraph ends, and so in which grave accents belong
together. Only what is code for every one of them counts as code here.
"""

from __future__ import annotations

import re
from typing import Final

_RUN: Final = re.compile("`+")
_MARK: Final = "`"


def without_code(text: str) -> str:
    """The text with blanks for its code spans, each character at its place."""
    if _MARK not in text:
        return text
    lines: list[str] = []
    paragraph: list[str] = []
    for line in text.split("\n"):
        if line.strip():
            paragraph.append(line)
            continue
        lines += (*_without_code(paragraph), line)
        paragraph = []
    return "\n".join([*lines, *_without_code(paragraph)])


def _without_code(paragraph: list[str]) -> list[str]:
    """The lines of a paragraph; it has no code where one of its spans goes on in another line."""
    spans = [_spans(line) for line in paragraph]
    if any(of_line is None for of_line in spans):
        return paragraph
    return [_blanked(line, of_line or []) for line, of_line in zip(paragraph, spans, strict=True)]


def _spans(line: str) -> list[tuple[int, int]] | None:
    """Start and end of each span of a line; None where a grave accent stands for itself."""
    if f"\\{_MARK}" in line:
        return None
    spans: list[tuple[int, int]] = []
    opened: re.Match[str] | None = None
    for run in _RUN.finditer(line):
        if opened is None:
            opened = run
        elif run[0] == opened[0]:
            spans.append((opened.start(), run.end()))
            opened = None
    return None if opened else spans


def _blanked(line: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        line = line[:start] + " " * (end - start) + line[end:]
    return line
