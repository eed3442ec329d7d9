"""Value checks: what can be told of a value before it is read as YAML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from catalogue.problems.quoting import MOST_TO_PASTE, shown_to_paste


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong with a line or a value, from which column on, and what mends it."""

    column: int
    code: str
    message: str
    fix: str


_MARKDOWN_LINK: Final = re.compile(r"\[[^\[\]]*\]\((?P<address>[^()\s]+)\)\s*$")
_SHORTCUT: Final = re.compile(r"&\w+(?:\s|$)|\*\w+(?:\s|$)")
_NEEDS_QUOTES: Final = "@`%>|&*,]}?"
SMART_QUOTES: Final = "\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb"
_SINGLE_QUOTED: Final = re.compile(r"'(?:[^']|'')*'\s*(?:\s#.*)?")
_DOUBLE_QUOTED: Final = re.compile(r'"(?:[^"\\]|\\.)*"\s*(?:\s#.*)?')
BLOCK_START: Final = re.compile(r"[|>][+-]?\d?[+-]? *(#.*)?$")
LIST_ON_ONE_LINE: Final = re.compile(r"- +(?P<value>\S.*)$")
COMMENT: Final = re.compile(r"\s#.*$")


def value_fault(value: str, column: int, before: str) -> Fault | None:
    """What YAML could not read of a value; ``before`` is what stands before it on its line."""
    first = value[:1]
    if not first or BLOCK_START.match(value) or first == "#":
        return None
    if first in "[{":
        return _markdown_link(value, column, before)
    if first == "'":
        return _single_quote_fault(value, column, before)
    if first == '"':
        return _double_quote_fault(value, column, before)
    if _SHORTCUT.match(value):
        return Fault(
            column=column,
            code="shortcut",
            message="& and * shortcuts are not allowed here",
            fix=f"write the text out, or put it in double quotes: {_line_to_paste(before, value)}",
        )
    if first == "!":
        return Fault(
            column=column,
            code="tag",
            message="a value cannot start with !",
            fix=f"put the value in double quotes: {_line_to_paste(before, value)}",
        )
    if first in _NEEDS_QUOTES:
        return Fault(
            column=column,
            code="needs-quotes",
            message=f"this text starts with {first}: put the value in double quotes",
            fix=f"write: {_line_to_paste(before, value)}",
        )
    if first in SMART_QUOTES and _stands_in_curly_marks(value.rstrip()):
        return Fault(
            column=column,
            code="curly-quotes",
            message=f"this text stands between curly quotation marks ({first})",
            fix=f"write: {plain_line(before, value.strip(SMART_QUOTES))}",
        )
    return _plain_fault(value, column, before)


def _stands_in_curly_marks(value: str) -> bool:
    """Whether marks stand round a whole value, and not round some of its words."""
    inside = value[1:-1].replace("\u2019", "")
    return value[-1] in SMART_QUOTES and not set(inside) & set(SMART_QUOTES)


def _markdown_link(value: str, column: int, before: str) -> Fault | None:
    match = _MARKDOWN_LINK.match(value)
    if not match:
        return None
    return Fault(
        column=column,
        code="link-in-words",
        message="this is a link as it is written below the facts",
        fix="keep the words alone, or the address alone: "
        + shown_to_paste(before + match["address"]),
    )


def _single_quote_fault(value: str, column: int, before: str) -> Fault | None:
    if _SINGLE_QUOTED.fullmatch(value):
        return None
    words = value.strip().strip("'").replace("''", "'")
    return Fault(
        column=column,
        code="needs-quotes",
        message="an apostrophe ends this text too early: use double quotes",
        fix=f"write: {_line_to_paste(before, words)}",
    )


def _double_quote_fault(value: str, column: int, before: str) -> Fault | None:
    if _DOUBLE_QUOTED.fullmatch(value):
        return None
    inner = value.strip()[1:].replace('\\"', '"')
    words = f'"{inner}' if '"' in inner.rstrip('"') else inner.rstrip('"')
    return Fault(
        column=column,
        code="quote-left-open",
        message="the double quotes round this text do not match",
        fix=f"write: {_line_to_paste(before, words)}",
    )


def _plain_fault(value: str, column: int, before: str) -> Fault | None:
    if lost := re.search(r"\s#", value):
        return Fault(
            column=column + lost.start() + 1,
            code="hash-cuts-text",
            message="everything after # is lost: put the value in double quotes",
            fix=f"write: {_line_to_paste(before, value)}",
        )
    if colon := re.search(r":(?=\s|$)", value):
        return Fault(
            column=column + colon.start(),
            code="needs-quotes",
            message="there is a colon in this text: put the value in double quotes",
            fix=f"write: {_line_to_paste(before, value)}",
        )
    if match := LIST_ON_ONE_LINE.match(value):
        return Fault(
            column=column,
            code="list-on-one-line",
            message="a list with a dash starts on a line of its own",
            fix=f"write: {before}[{shown_to_paste(match['value'])}]",
        )
    return None


def plain_line(before: str, value: str) -> str:
    """A line as somebody meant it, in double quotes where YAML needs them."""
    text = " ".join(value.split())
    needs_quotes = value_fault(text, 1, before) is not None
    return _line_to_paste(before, text) if needs_quotes else f"{before}{shown_to_paste(text)}"


def _line_to_paste(before: str, value: str) -> str:
    text = value.strip()
    if len(text) > MOST_TO_PASTE:
        return f'{before}"…" with all your words between the two marks'
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'{before}"{escaped}"'
