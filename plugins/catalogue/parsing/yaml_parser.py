"""YAML parser: the one reader of YAML, for entries and for the files of ``data/``.

``safe_load`` turns ``NO`` into False, ``010`` into 8 and ``12:30`` into 750, and keeps the last
of two equal keys. Here libyaml's events are walked once and nothing is turned into anything:
the facts that are declared decide the type of each value.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

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

from catalogue.parsing.line_checks import stand_in
from catalogue.parsing.nodes import MOST_DEPTH, Block, Items, Nodes, Text
from catalogue.problems.messages import Message
from catalogue.problems.problem import Problem
from catalogue.problems.quoting import quoted, visible
from catalogue.text.characters import character_problems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalogue.parsing.nodes import Node

MOST_RETRIES: Final = 12

_EventReader: Final[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stumble:
    """What the YAML reader says, and how we say it."""

    part: str
    code: str
    message: str
    fix: str
    opened: bool = False
    """Whether the place is where something was opened, and not where the reader gave up."""


_NOT_LINED_UP: Final = Message(
    "not-lined-up",
    "this line does not line up with the ones above",
    "line up the dashes and the names, and keep each text on one line",
)
_STUMBLES: Final = (
    _Stumble(
        part="could not find expected ':'",
        code="no-colon",
        message="there is no colon in this line",
        fix="write it as name: value, for example: title: Patient panel",
        opened=True,
    ),
    _Stumble(
        part="found unexpected end of stream",
        code="quote-left-open",
        message="the quotes that start here do not end",
        fix="put the same mark at the end of the text",
        opened=True,
    ),
    _Stumble(
        part="did not find expected ',' or ",
        code="brackets",
        message="the list in brackets that starts here does not end",
        fix="close it with the same kind of bracket, and put a comma between its words",
        opened=True,
    ),
    *(
        _Stumble(
            part=part,
            code="backslash-code",
            message="a backslash in double quotes starts a code, and this is not a character we "
            "can show",
            fix="type the character itself; for a backslash write two: \\\\",
        )
        for part in ("escape", "hexdecimal")
    ),
    _Stumble(
        part="block sequence entries",
        code="list-on-one-line",
        message="a list with a dash starts on a line of its own",
        fix="write it in brackets, for example: who_for: [patients, carers]",
    ),
    *(
        _Stumble(
            part=part,
            code=_NOT_LINED_UP.code,
            message=_NOT_LINED_UP.message,
            fix=_NOT_LINED_UP.fix,
        )
        for part in (
            "mapping values are not allowed",
            "did not find expected key",
            "expected '-' indicator",
            "<document start>",
        )
    ),
)
_UNREADABLE: Final = (
    "unreadable-line",
    "write it as name: value, put the text in double quotes, and line up the dashes",
)


class _Stop(Exception):
    """The YAML cannot be read past this line."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def read_nodes(lines: Sequence[str], path: str, first_line: int = 1) -> Nodes:
    """The block of names and values that the lines hold; problems are returned, never raised.

    A line that YAML cannot get past is reported, left out, and the rest is tried again, so that
    one mistake does not hide the next.
    """
    tried = list(lines)
    stopped: dict[int, Problem] = {}
    for _ in range(MOST_RETRIES):
        parser = _Parser(path, tried, first_line - 1)
        try:
            node = parser.top()
        except _Stop as stop:
            problem = stop.problem
        except yaml.YAMLError as error:
            problem = parser.unreadable(error)
        else:
            return _whole(node, parser, list(stopped.values()))
        index = problem.line - first_line
        replacement = stand_in(tried[index])
        again = problem.line in stopped or problem.code == "not-lined-up"
        tried[index] = "" if again else replacement
        stopped.setdefault(problem.line, problem)
    return Nodes(root=Block((), first_line, 1), problems=list(stopped.values()), coded=[])


def _whole(node: Node | None, parser: _Parser, stopped: list[Problem]) -> Nodes:
    if isinstance(node, Block):
        return Nodes(root=node, problems=stopped + parser.problems, coded=parser.coded)
    if not stopped and parser.lines:
        parser.note(
            node.line if node else parser.first_line,
            1,
            "no-names",
            "this file holds no lines of the form 'name: value'",
            "write one fact a line, for example: title: Patient panel",
        )
    nothing = Block((), parser.first_line, 1)
    return Nodes(root=nothing, problems=stopped + parser.problems, coded=parser.coded)


class _Parser:
    """Walks once over the events of libyaml, without recursion, and builds nodes of text."""

    def __init__(self, path: str, lines: Sequence[str], offset: int) -> None:
        self.problems: list[Problem] = []
        self.coded: list[Text] = []
        self.first_line = offset + 1
        self._path = path
        self.lines = lines
        self._offset = offset

    def top(self) -> Node | None:
        """The outermost node. Raises _Stop or YAMLError at a line that cannot be read."""
        next_event = _EventReader("\n".join(self.lines) + "\n").get_event
        stack: list[tuple[list[Any], int, int]] = []
        parts: list[Any] = []
        outermost = parts
        documents = 0
        while event := next_event():
            kind = type(event)
            if kind is ScalarEvent:
                parts.append(self._text(event))
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._open(event, len(stack))
                stack.append((parts, *self._place(event.start_mark)))
                parts = []
            elif kind is MappingEndEvent:
                around, line, column = stack.pop()
                around.append(Block(self._pairs(parts), line, column))
                parts = around
            elif kind is SequenceEndEvent:
                around, line, column = stack.pop()
                around.append(Items(tuple(parts), line, column))
                parts = around
            elif kind is AliasEvent:
                raise self._shortcut(event)
            else:
                documents += kind is DocumentStartEvent
                if documents > 1:
                    raise self._two_entries(event)
        return outermost[-1] if outermost else None

    def unreadable(self, error: yaml.YAMLError) -> Problem:
        """What the YAML reader stumbled over, in plain words and at the place to mend."""
        said = str(getattr(error, "problem", ""))
        stumble = next((one for one in _STUMBLES if one.part in said), None)
        mark = getattr(error, "problem_mark", None)
        if stumble and stumble.opened:
            mark = getattr(error, "context_mark", None) or mark
        index = max(0, min(mark.line if mark else 0, len(self.lines) - 1))
        while index > 0 and not self.lines[index].strip():
            index -= 1
        place = (index + 1 + self._offset, mark.column + 1 if mark else 1)
        if stumble and stumble.code == _NOT_LINED_UP[0]:
            return self._not_lined_up(index)
        if stumble:
            return self._problem(*place, stumble.code, stumble.message, stumble.fix)
        code, fix = _UNREADABLE
        shown = quoted(self.lines[index].strip())
        return self._problem(*place, code, f"this line cannot be read: {shown}", fix)

    def note(self, line: int, column: int, code: str, message: str, fix: str) -> None:
        """Add a problem."""
        self.problems.append(self._problem(line, column, code, message, fix))

    def _text(self, event: Any) -> Text:
        start = event.start_mark
        if event.anchor or event.tag:
            self._refuse_marks(event)
        line, style = start.line, event.style
        if not style and event.end_mark.line > line:
            raise _Stop(self._not_lined_up(min(event.end_mark.line, len(self.lines) - 1)))
        text = Text(event.value, line + 1 + self._offset, start.column + 1)
        if style == '"' and self._has_backslash(line, event.end_mark.line):
            self._worked_out(text)
        return text

    def _has_backslash(self, first: int, last: int) -> bool:
        return any("\\" in line for line in self.lines[first : last + 1])

    def _worked_out(self, text: Text) -> None:
        """A backslash code is judged by the character that it stands for."""
        self.coded.append(text)
        for problem in character_problems(text.value.split("\n"), self._path):
            self.note(text.line, text.column, problem.code, problem.message, problem.fix)

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
                self.note(
                    key.line,
                    key.column,
                    "odd-name",
                    "a name has to be a word",
                    "write a word, a colon and a value, for example: title: Patient panel",
                )
                continue
            first = seen.setdefault(key.value, key)
            if first is not key:
                self.note(
                    key.line,
                    key.column,
                    "written-twice",
                    f"{visible(key.value[:40])} appears twice (first on line {first.line})",
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

    def _place(self, mark: Any) -> tuple[int, int]:
        line = max(0, min(mark.line, len(self.lines) - 1))
        return line + 1 + self._offset, mark.column + 1

    def _stop(self, mark: Any, code: str, message: str, fix: str) -> _Stop:
        return _Stop(self._problem(*self._place(mark), code, message, fix))

    def _not_lined_up(self, index: int) -> Problem:
        """The problem at the first character of a line."""
        line = self.lines[index]
        column = len(line) - len(line.lstrip()) + 1
        return self._problem(index + 1 + self._offset, column, *_NOT_LINED_UP)

    def _problem(self, line: int, column: int, code: str, message: str, fix: str) -> Problem:
        return Problem(
            path=self._path, line=line, column=column, code=code, message=message, fix=fix
        )
