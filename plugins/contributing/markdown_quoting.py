"""Quoting: a stranger's words inside Markdown that GitHub shows, where they can do no harm.

Nothing in them is read as a link, a mention of a person, a picture or HTML, and what cannot be
seen is written by its number.
"""

from __future__ import annotations

import re
from typing import Final

from catalogue.problems.quoting import visible

LONGEST: Final = 300
_TICKS: Final = re.compile(r"`+")
_MARKS: Final = re.compile(r"[\\`*_{}\[\]<>()#+!|~@&$:]|(?<=www)\.", re.IGNORECASE)
# GitHub looks for people and issues after it has read the Markdown, one piece of text at a time.
_APART: Final = frozenset("@#")


def in_code(text: str, longest: int = LONGEST) -> str:
    """Words on one line between backticks, more of them than stand inside."""
    shown = visible(_cut(" ".join(text.split()), longest))
    fence = "`" * (_longest_run(shown) + 1)
    return f"{fence} {shown} {fence}"


def in_fence(text: str) -> str:
    """Lines between two lines of backticks, more of them than stand inside."""
    shown = "\n".join(visible(line) for line in text.rstrip("\n").split("\n"))
    fence = "`" * max(3, _longest_run(shown) + 1)
    return f"{fence}text\n{shown}\n{fence}"


def in_cell(text: str, longest: int = LONGEST) -> str:
    """Words in a cell of a table: code, with the bar written so that it ends no cell."""
    return in_code(text, longest).replace("|", "\\|")


def in_words(text: str, longest: int = LONGEST) -> str:
    """Words in running text, with every mark that Markdown knows made harmless."""
    shown = visible(_cut(" ".join(text.split()), longest))
    return _MARKS.sub(_as_number, shown)


def _as_number(match: re.Match[str]) -> str:
    mark = match[0]
    return f"<span>{mark}</span>" if mark in _APART else f"&#{ord(mark)};"


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _longest_run(text: str) -> int:
    return max((len(run) for run in _TICKS.findall(text)), default=0)
