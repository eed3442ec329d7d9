"""Lines: what can be told of an entry before it is read as YAML.

One unreadable line must hide neither the other mistakes of its file nor other files. So each
line is looked at by itself; one that YAML could not read is reported here in plain words and
left out of what the YAML reader sees. Line numbers stay as they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from catalogue.problems import Problem
from catalogue.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

_KEY_AND_VALUE: Final = re.compile(
    r"(?P<start> *(?:- +)?(?P<key>[A-Za-z_][\w-]*) ?: +)(?P<value>.*)$"
)
_LIST_ITEM: Final = re.compile(r"(?P<start> *- +)(?P<value>.*)$")
_NO_SPACE_AFTER_COLON: Final = re.compile(r" *(?:- +)?(?P<key>[a-z_]+):(?P<value>[^\s:/].*)$")
_WIDE_COLON: Final = re.compile(r"[ ]*(?:- +)?[A-Za-z_]+\s*[\uff1a\ufe55]")
_CONFLICT: Final = re.compile(r"(<{7}|={7}|>{7}|\|{7})(\s|$)")
_UNUSUAL_SPACE: Final = re.compile(r"^[ \t]*[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BLOCK_START: Final = re.compile(r"[|>][+-]?\d?[+-]? *(#.*)?$")
_NEEDS_QUOTES: Final = "@`%>|&*!,]}?"
LOST: Final = "\ufffc"
"""Stands for a value that could not be read and has been reported already."""
_SMART_QUOTES: Final = "\u2018\u2019\u201c\u201d"


class Readable(NamedTuple):
    """Lines that YAML can try, and what was wrong with the others."""

    lines: list[str]
    problems: list[Problem]


class _Fault(NamedTuple):
    column: int
    code: str
    message: str
    fix: str


def readable_lines(lines: Sequence[str], path: str, first_line: int = 1) -> Readable:
    """The lines with those that YAML would stumble over taken out and reported."""
    kept: list[str] = []
    problems: list[Problem] = []
    block_indent = -1
    for number, line in enumerate(lines, first_line):
        indent = len(line) - len(line.lstrip(" "))
        if block_indent >= 0 and (not line.strip() or indent > block_indent):
            kept.append(line)
            continue
        block_indent = -1
        fault = _fault(line)
        if fault is None:
            kept.append(line)
            if _starts_block(line):
                block_indent = indent
            continue
        kept.append(stand_in(line))
        problems.append(
            Problem(
                path=path,
                line=number,
                column=fault.column,
                code=fault.code,
                message=fault.message,
                fix=fault.fix,
            )
        )
    return Readable(kept, problems)


def _starts_block(line: str) -> bool:
    match = _KEY_AND_VALUE.match(line)
    return bool(match and _BLOCK_START.match(match["value"]))


def stand_in(line: str) -> str:
    """A line that keeps the key, so that it is not also reported as missing."""
    if match := _KEY_AND_VALUE.match(line) or _NO_SPACE_AFTER_COLON.match(line):
        indent = line[: len(line) - len(line.lstrip(" "))]
        dash = "- " if line.lstrip().startswith("- ") else ""
        return f'{indent}{dash}{match["key"]}: "{LOST}"'
    if match := _LIST_ITEM.match(line):
        return f'{match["start"]}"{LOST}"'
    return ""


def _fault(line: str) -> _Fault | None:
    stripped = line.strip()
    if not stripped or stripped.startswith("#"):
        return None
    if _CONFLICT.match(line):
        return _Fault(
            1,
            "conflict-marker",
            f"git left a marker here: {quoted(stripped[:7])}",
            "keep one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>",
        )
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return _Fault(1, "tab", "this line starts with a Tab", "use two spaces instead")
    if _UNUSUAL_SPACE.match(line):
        return _Fault(
            1,
            "unusual-space",
            "this line starts with an unusual space, often copied from a web page",
            "delete the spaces at the start of the line and type ordinary ones",
        )
    if _WIDE_COLON.match(line):
        column = next(i for i, letter in enumerate(line, 1) if letter in "\uff1a\ufe55")
        return _Fault(
            column,
            "wide-colon",
            f"the colon '{line[column - 1]}' comes from another keyboard",
            "type an ordinary colon and one space after it",
        )
    if line.startswith("%"):
        return _Fault(
            1,
            "directive",
            f"a line cannot start with {quoted(stripped.split()[0])}",
            "delete this line",
        )
    if match := _KEY_AND_VALUE.match(line):
        return _value_fault(match["value"], len(match["start"]) + 1, f"{match['key']}: ")
    if match := _NO_SPACE_AFTER_COLON.match(line):
        return _Fault(
            match.start("value") + 1,
            "no-space",
            f"there is no space after '{match['key']}:'",
            f"write: {match['key']}: {match['value']}",
        )
    if match := _LIST_ITEM.match(line):
        return _value_fault(match["value"], len(match["start"]) + 1, "- ")
    return None


def _value_fault(value: str, column: int, before: str) -> _Fault | None:
    first = value[:1]
    if first in _NEEDS_QUOTES and first and not _is_block_or_flow(value):
        return _Fault(
            column,
            "needs-quotes",
            f"this text starts with {first}",
            f"put the value in double quotes: {_line_to_paste(before, value)}",
        )
    if first in _SMART_QUOTES and first:
        return _Fault(
            column,
            "curly-quotes",
            f"this text starts with a curly quotation mark ({first})",
            f"use straight double quotes: {_line_to_paste(before, value.strip(_SMART_QUOTES))}",
        )
    if first == "'":
        return _single_quote_fault(value, column, before)
    if first == '"':
        return _double_quote_fault(value, column, before)
    if first in "[{" and first:
        return None
    return _plain_fault(value, column, before)


def _is_block_or_flow(value: str) -> bool:
    return bool(_BLOCK_START.match(value))


def _single_quote_fault(value: str, column: int, before: str) -> _Fault | None:
    if re.fullmatch(r"'(?:[^']|'')*'\s*(?:\s#.*)?", value):
        return None
    return _Fault(
        column,
        "needs-quotes",
        "an apostrophe ends this text too early",
        f"use double quotes: {_line_to_paste(before, value.strip().strip(chr(39)))}",
    )


def _double_quote_fault(value: str, column: int, before: str) -> _Fault | None:
    if re.fullmatch(r'"(?:[^"\\]|\\.)*"\s*(?:\s#.*)?', value):
        return None
    words = value.strip().strip('"')
    return _Fault(
        column,
        "quote-left-open",
        "the double quotes round this text do not match",
        f"write: {_line_to_paste(before, words)}",
    )


def _plain_fault(value: str, column: int, before: str) -> _Fault | None:
    if lost := re.search(r"\s#", value):
        return _Fault(
            column + lost.start() + 1,
            "hash-cuts-text",
            "everything after # is lost here",
            f"put the value in double quotes: {_line_to_paste(before, value)}",
        )
    if colon := re.search(r":(?=\s|$)", value):
        return _Fault(
            column + colon.start(),
            "needs-quotes",
            "there is a colon in this text",
            f"put the value in double quotes: {_line_to_paste(before, value)}",
        )
    return None


def _line_to_paste(before: str, value: str) -> str:
    text = value.strip().replace("\\", "\\\\").replace('"', '\\"')
    return f'{before}"{text}"'
