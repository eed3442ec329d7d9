"""Front matter: one file as its block of names and values, and the Markdown after it."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from catalogue.parsing.line_checks import readable_lines
from catalogue.parsing.nodes import Block, Items, Node, Nodes, Text
from catalogue.parsing.yaml_parser import read_nodes
from catalogue.problems.problem import Problem
from catalogue.text.characters import character_problems, is_plain, readable_by_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "MOST_BYTES",
    "Block",
    "Document",
    "Items",
    "Node",
    "Text",
    "read_document",
    "text_of",
    "unopened_document",
]

MOST_BYTES: Final = 64_000
MOST_LINE: Final = 5_000
FENCE: Final = "---"
# What some keyboards and programs make of three dashes.
_ALMOST_FENCE: Final = re.compile(r"[-–—*_=+~ ]{1,8}")

# How a file of another program begins, and what it is.
_OTHER_FILES: Final = (
    (b"PK\x03\x04", "a Word file or a zip folder"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "a rich text file"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a packed file"),
)
_OTHER_STARTS: Final = tuple(start for start, _ in _OTHER_FILES)
_WEB_PAGES: Final = ("<!doctype", "<html", "<?xml", "<svg", "<head", "<body")
_SAVED_AS_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a file says.

    ``lines`` are those of the whole file. ``coded`` are the values that were written with
    backslash codes, as they read once the codes are worked out. ``has_mark`` and
    ``has_other_line_ends`` tell of bytes that are in no line.
    """

    path: str
    root: Block
    body: str
    body_line: int
    problems: tuple[Problem, ...]
    lines: tuple[str, ...] = ()
    coded: tuple[Text, ...] = ()
    has_mark: bool = False
    has_other_line_ends: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """Where the facts and the words of a file stand: indexes of lines, the last ones not included.

    ``fault`` is what is wrong with the fences, or None.
    """

    first: int
    last: int
    body: int
    fault: Problem | None


def read_document(data: bytes, path: str, *, front_matter: bool) -> Document:
    """Bytes of one file as a document; whatever is wrong is in ``problems``, never raised.

    With ``front_matter`` the YAML stands between two lines of ``---`` and Markdown follows.
    """
    text, unreadable = text_of(data, path)
    if unreadable:
        return _unread(path, unreadable)
    lines = text.split("\n")
    # The characters of nearly every file are plain: then they need no other look.
    odd = [] if is_plain("".join(lines)) else list(character_problems(lines, path))
    if _is_web_page(text):
        return _unread(path, [_web_page(path), *odd])
    parts = (
        _with_fences(lines, path)
        if front_matter
        else _Parts(first=0, last=len(lines), body=len(lines), fault=None)
    )
    nodes = _nodes(lines[parts.first : parts.last], path, parts.first + 1)
    words_from = parts.body + _leading_blank(lines[parts.body :])
    return Document(
        path=path,
        root=nodes.root,
        body="\n".join(lines[words_from:]).strip("\n"),
        body_line=words_from + 1,
        problems=(
            *([parts.fault] if parts.fault else []),
            *odd,
            *nodes.problems,
        ),
        lines=tuple(lines),
        coded=tuple(nodes.coded),
        has_mark=data.startswith(codecs.BOM_UTF8),
        has_other_line_ends=b"\r" in data,
    )


def _nodes(facts: list[str], path: str, first_line: int) -> Nodes:
    """What the lines of facts say; what is told of a line is not told of it again."""
    readable = readable_lines([readable_by_yaml(line) for line in facts], path, first_line)
    nodes = read_nodes(readable.lines, path, first_line)
    told = {problem.line for problem in readable.problems}
    others = (one for one in nodes.problems if one.line not in told or one.code == "written-twice")
    found = [*readable.problems, *others]
    return replace(nodes, problems=[_within_its_line(one, facts, first_line) for one in found])


def _within_its_line(problem: Problem, lines: list[str], first_line: int) -> Problem:
    """The problem with a column of the line as it was written, whatever stood in for that."""
    at = problem.line - first_line
    most = len(lines[at]) + 1 if 0 <= at < len(lines) else 1
    return problem if problem.column <= most else replace(problem, column=most)


def text_of(data: bytes, path: str) -> tuple[str, list[Problem]]:
    """The text of a file with plain line ends, or nothing and why it cannot be read."""
    not_text = _not_text(data, path)
    if not_text:
        return "", [not_text]
    text = data.decode("utf-8").removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    too_long = list(_long_lines(text.split("\n"), path)) if len(text) > MOST_LINE else []
    return ("", too_long) if too_long else (text, [])


def unopened_document(path: str) -> Document:
    """A file that is there and that the computer will not open."""
    problem = _at_top(
        path,
        "cannot-open",
        "this file cannot be opened",
        "save it again, and check that everybody may read it",
    )
    return _unread(path, [problem])


def _unread(path: str, problems: list[Problem]) -> Document:
    return Document(path=path, root=Block((), 1, 1), body="", body_line=1, problems=tuple(problems))


def _not_text(data: bytes, path: str) -> Problem | None:
    """Why bytes are not the text of an entry, or None."""
    if len(data) > MOST_BYTES:
        size = f"this file is too large: an entry has at most {MOST_BYTES // 1000} KB"
        return _at_top(path, "file-too-large", size, "shorten it, or split it in two")
    if not data.strip():
        return _at_top(
            path, "empty-file", "this file is empty", "fill it in, or delete the whole file"
        )
    if data.startswith(_OTHER_STARTS):
        what = next(what for start, what in _OTHER_FILES if data.startswith(start))
        return _at_top(
            path,
            "not-text",
            f"this is {what}, not plain text",
            "copy its words into a plain text file, and save that",
        )
    if data.startswith(_SAVED_AS_UTF_16) or (0 in data and data.count(0) * 4 > len(data)):
        return _not_utf_8(path, 1, 1)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        good = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        column = len(good[good.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        return _not_utf_8(path, good.count(b"\n") + 1, column)
    return None


def _not_utf_8(path: str, line: int, column: int) -> Problem:
    return Problem(
        path=path,
        line=line,
        column=column,
        code="not-utf-8",
        message="this file is not saved as UTF-8",
        fix="save it as UTF-8: in Notepad choose Save as, then Encoding, then UTF-8",
    )


def _long_lines(lines: list[str], path: str) -> Iterator[Problem]:
    for number, line in enumerate(lines, 1):
        if len(line) > MOST_LINE:
            yield Problem(
                path=path,
                line=number,
                column=MOST_LINE + 1,
                code="line-too-long",
                message=f"this line is too long: {len(line)} characters, at most {MOST_LINE}",
                fix="shorten it",
            )


def _is_web_page(text: str) -> bool:
    start = text[:400]
    return "<" in start and start.lstrip("- \n\t").casefold().startswith(_WEB_PAGES)


def _web_page(path: str) -> Problem:
    return _at_top(
        path,
        "web-page",
        "this is a web page, not an entry",
        "copy the words you need into an entry, one fact a line",
    )


def _with_fences(lines: list[str], path: str) -> _Parts:
    """The parts of a file whose facts stand between two lines of three dashes.

    Where a fence is missing, the facts are read as far as the first empty line, so that this
    mistake does not hide others.
    """
    start = _leading_blank(lines)
    is_opened = start == 0 and lines[0].rstrip() == FENCE
    first = start + 1 if _ALMOST_FENCE.fullmatch(lines[start].strip()) else start
    fault = None if is_opened else _no_first_fence(path)
    last = next((i for i in range(first, len(lines)) if lines[i].rstrip() == FENCE), None)
    if last is not None:
        return _Parts(first=first, last=last, body=last + 1, fault=fault)
    if not is_opened and ":" not in "".join(lines[first : first + 1]):
        return _Parts(first=start, last=start, body=start, fault=fault)
    end = _first_empty(lines, first)
    return _Parts(
        first=first,
        last=end,
        body=end,
        fault=fault or _no_second_fence(path, min(end + 1, len(lines))),
    )


def _first_empty(lines: list[str], first: int) -> int:
    return next((i for i in range(first, len(lines)) if not lines[i].strip()), len(lines))


def _no_first_fence(path: str) -> Problem:
    return _at_top(
        path,
        "no-front-matter",
        "the first line is not three dashes",
        "write --- on the first line, then the facts, then --- on a line of its own",
    )


def _no_second_fence(path: str, line: int) -> Problem:
    return Problem(
        path=path,
        line=line,
        column=1,
        code="no-front-matter",
        message="nothing ends the facts: the second line of three dashes is missing",
        fix="write --- on a line of its own after the last fact",
    )


def _leading_blank(lines: list[str]) -> int:
    """How many lines are blank before one that is not; 0 where all are."""
    return next((index for index, line in enumerate(lines) if line.strip()), 0)


def _at_top(path: str, code: str, message: str, fix: str) -> Problem:
    return Problem(path=path, line=1, column=1, code=code, message=message, fix=fix)
