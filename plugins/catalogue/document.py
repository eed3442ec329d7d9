"""A document: YAML whose every value stays text and keeps its line and column.

``safe_load`` turns ``NO`` into False, ``010`` into 8 and ``12:30`` into 750, and keeps the last
of two equal keys. Here libyaml's events are walked once and nothing is turned into anything:
the table of fields decides the type of each value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from catalogue.characters import character_problems
from catalogue.lines import readable_lines, stand_in
from catalogue.problems import Problem
from catalogue.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BYTES: Final = 64_000
MOST_LINE: Final = 5_000
MOST_DEPTH: Final = 6
MOST_RETRIES: Final = 12

_Parser: Final[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Text(NamedTuple):
    """One written value."""

    value: str
    line: int
    column: int


class Items(NamedTuple):
    """A list, in the order written."""

    nodes: tuple[Node, ...]
    line: int
    column: int


class Block(NamedTuple):
    """Names and their values, in the order written."""

    pairs: tuple[tuple[Text, Node], ...]
    line: int
    column: int

    def get(self, name: str) -> Node | None:
        """The value written under a name, or None."""
        return next((node for key, node in self.pairs if key.value == name), None)


Node: TypeAlias = "Text | Items | Block"


class Document(NamedTuple):
    """What a file says: its block of names and values, and the Markdown after it."""

    path: str
    root: Block
    body: str
    body_line: int
    problems: tuple[Problem, ...]


class _Stop(Exception):
    """The YAML cannot be read past this line."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def read_document(data: bytes, path: str, *, front_matter: bool) -> Document:
    """Bytes of one file as a document; whatever is wrong is in ``problems``, never raised.

    With ``front_matter`` the YAML stands between two lines of ``---`` and Markdown follows.
    """
    text, problems = _decoded(data, path)
    if problems:
        return Document(path, _empty(), "", 1, tuple(problems))
    lines = text.split("\n")
    problems.extend(_long_lines(lines, path))
    problems.extend(character_problems(lines, path))
    if any(problem.code == "line-too-long" for problem in problems):
        return Document(path, _empty(), "", 1, tuple(problems))
    first, last, body_from = _frontiers(lines) if front_matter else (0, len(lines), len(lines))
    if first < 0:
        problems.append(_no_front_matter(path))
        return Document(path, _empty(), "", 1, tuple(problems))
    readable = readable_lines(lines[first:last], path, first + 1)
    problems.extend(readable.problems)
    reader = _Reader(path, readable.lines, first)
    root = reader.root()
    problems.extend(reader.problems)
    body = "\n".join(lines[body_from:]).strip("\n")
    body_line = body_from + 1 + _leading_blank(lines[body_from:])
    return Document(path, root, body, body_line, tuple(problems))


def _decoded(data: bytes, path: str) -> tuple[str, list[Problem]]:
    if len(data) > MOST_BYTES:
        size = f"this file is {len(data) // 1000} KB; an entry has at most {MOST_BYTES // 1000} KB"
        return "", [_at_top(path, "file-too-large", size, "shorten it, or split it in two")]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        good = data[: error.start]
        column = len(good[good.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        return "", [
            Problem(
                path=path,
                line=good.count(b"\n") + 1,
                column=column,
                code="not-utf-8",
                message="this file is not saved as UTF-8",
                fix="save it as UTF-8: in Notepad choose Save as, then Encoding, then UTF-8",
            )
        ]
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), []


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


def _frontiers(lines: list[str]) -> tuple[int, int, int]:
    """Index of the first and past the last line of YAML, and of the body; -1 when there is none."""
    if not lines or lines[0].rstrip() != "---":
        return -1, -1, -1
    for index in range(1, len(lines)):
        if lines[index].rstrip() == "---":
            return 1, index, index + 1
    return -1, -1, -1


def _leading_blank(lines: list[str]) -> int:
    return next((index for index, line in enumerate(lines) if line.strip()), 0)


def _no_front_matter(path: str) -> Problem:
    return _at_top(
        path,
        "no-front-matter",
        "the facts of this entry are not between two lines of three dashes",
        "write --- on the first line, then the facts, then --- on a line of its own",
    )


def _at_top(path: str, code: str, message: str, fix: str) -> Problem:
    return Problem(path=path, line=1, column=1, code=code, message=message, fix=fix)


def _empty() -> Block:
    return Block((), 1, 1)


class _Reader:
    """Walks the events of libyaml once, without recursion, and builds nodes of text.

    A line that YAML cannot get past is reported, left out, and the rest is tried again, so that
    one mistake does not hide the next.
    """

    def __init__(self, path: str, lines: list[str], offset: int) -> None:
        self.problems: list[Problem] = []
        self._path = path
        self._lines = lines
        self._offset = offset

    def root(self) -> Block:
        lines = list(self._lines)
        stopped: list[Problem] = []
        for _ in range(MOST_RETRIES):
            self.problems = []
            try:
                node = self._walk(_Parser("\n".join(lines) + "\n"))
            except _Stop as stop:
                problem = stop.problem
            except yaml.YAMLError as error:
                problem = self._unreadable(error)
            else:
                self.problems = stopped + self.problems
                return self._block(node, reported=bool(stopped))
            stopped.append(problem)
            index = problem.line - 1 - self._offset
            lines[index] = stand_in(lines[index]) if stand_in(lines[index]) != lines[index] else ""
        self.problems = stopped
        return _empty()

    def _block(self, node: Node | None, *, reported: bool) -> Block:
        if isinstance(node, Block):
            return node
        if not reported:
            self._note(
                node.line if node else 1 + self._offset,
                1,
                "no-names",
                "this file holds no lines of the form 'name: value'",
                "write one fact a line, for example: title: Patient panel",
            )
        return _empty()

    def _walk(self, parser: Any) -> Node | None:
        stack: list[tuple[list[Any], int, int]] = []
        top: Node | None = None
        documents = 0
        while parser.check_event():
            event = parser.get_event()
            kind = type(event)
            if kind is ScalarEvent:
                node: Node = self._text(event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._open(event, len(stack))
                stack.append(([], *self._place(event.start_mark)))
                continue
            elif kind is MappingEndEvent:
                parts, line, column = stack.pop()
                node = Block(self._pairs(parts), line, column)
            elif kind is SequenceEndEvent:
                parts, line, column = stack.pop()
                node = Items(tuple(parts), line, column)
            elif kind is AliasEvent:
                raise self._shortcut(event)
            else:
                documents += kind is DocumentStartEvent
                if documents > 1:
                    raise self._two_entries(event)
                continue
            if stack:
                stack[-1][0].append(node)
            else:
                top = node
        return top

    def _text(self, event: Any) -> Text:
        mark = event.start_mark
        if event.anchor or event.tag:
            self._refuse_marks(event)
        if not event.style and event.end_mark.line > mark.line:
            raise self._stop(
                event.end_mark,
                "not-lined-up",
                "this line does not line up with the one above",
                "line up the dashes and the names, or keep the text on one line",
            )
        return Text(event.value, mark.line + 1 + self._offset, mark.column + 1)

    def _open(self, event: Any, depth: int) -> None:
        self._refuse_marks(event)
        if depth >= MOST_DEPTH:
            raise self._stop(
                event.start_mark,
                "too-deep",
                "this is nested too deeply",
                "use fewer levels: a name, then its text or a list",
            )

    def _pairs(self, parts: list[Any]) -> tuple[tuple[Text, Node], ...]:
        seen: dict[str, Text] = {}
        pairs = []
        for key, value in zip(parts[::2], parts[1::2], strict=True):
            if not isinstance(key, Text):
                self._note(
                    key.line, key.column, "odd-name", "a name has to be a word", "write name: value"
                )
                continue
            first = seen.setdefault(key.value, key)
            if first is not key:
                self._note(
                    key.line,
                    key.column,
                    "written-twice",
                    f"{quoted(key.value)} appears twice (first on line {first.line})",
                    "keep one of the two lines and delete the other",
                )
                continue
            pairs.append((key, value))
        return tuple(pairs)

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor:
            raise self._shortcut(event)
        if event.tag:
            raise self._stop(
                event.start_mark,
                "tag",
                "a value cannot start with !",
                "put the value in double quotes",
            )

    def _shortcut(self, event: Any) -> _Stop:
        return self._stop(
            event.start_mark,
            "shortcut",
            "& and * shortcuts are not allowed here",
            "write the text out in full, or put it in double quotes",
        )

    def _two_entries(self, event: Any) -> _Stop:
        return self._stop(
            event.start_mark,
            "two-entries",
            "a second entry starts here",
            "put one entry in one file",
        )

    def _unreadable(self, error: yaml.YAMLError) -> Problem:
        opened = getattr(error, "context_mark", None)
        at_end = "end" in str(getattr(error, "problem", ""))
        mark = (opened if at_end else None) or getattr(error, "problem_mark", None) or opened
        index = min(mark.line if mark else 0, len(self._lines) - 1)
        return self._problem(
            index + 1 + self._offset,
            mark.column + 1 if mark else 1,
            "unreadable-line",
            f"this line cannot be read: {quoted(self._lines[index].strip())}",
            "write it as name: value, put the text in double quotes, and line up the dashes",
        )

    def _place(self, mark: Any) -> tuple[int, int]:
        line = min(mark.line, len(self._lines) - 1)
        return line + 1 + self._offset, mark.column + 1

    def _stop(self, mark: Any, code: str, message: str, fix: str) -> _Stop:
        return _Stop(self._problem(*self._place(mark), code, message, fix))

    def _note(self, line: int, column: int, code: str, message: str, fix: str) -> None:
        self.problems.append(self._problem(line, column, code, message, fix))

    def _problem(self, line: int, column: int, code: str, message: str, fix: str) -> Problem:
        return Problem(
            path=self._path, line=line, column=column, code=code, message=message, fix=fix
        )
