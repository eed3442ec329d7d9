"""Lines to paste: what the check spells out so exactly that a machine can write it.

A fix with an example, a choice or a gap to fill in spells nothing out: a person decides there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from catalogue.problems.problem import Problem

    Judge: TypeAlias = Callable[[str], list[Problem]]

MOST_TRIES: Final = 20
"""Lines that are mended one by one in a file: more of them are no slips of the hand."""

_STARTS: Final = (
    r"(?:write|put the value in double quotes|for a heading write"
    r"|type an ordinary colon and one space after it):? "
)
_IN_QUOTES: Final = r'"(?:[^"\\]|\\.)*"'
# A value without quotes that goes on with a choice, a remark or a gap is none to paste.
_BARE: Final = r"(?![\"' ])(?:(?!, or |; | \(if |…).)+"
_LINE: Final = re.compile(
    rf"{_STARTS}(?P<line>(?:(?:- )?(?P<name>[A-Za-z_][\w-]*): |- )(?:{_IN_QUOTES}|{_BARE})"
    rf"|{_IN_QUOTES}|#{{2,6}} {_BARE})(?:; for anything less exact use page_age)?"
)
_LIST: Final = re.compile(
    rf"write (?P<name>[A-Za-z_][\w-]*): on one line, and on the next:   (?P<item>- {_BARE})"
)
_NAME: Final = re.compile(r"([A-Za-z_][\w-]*): ?")
_START_AND_DASH: Final = re.compile(r"\s*(?:- +)?")
_GOES_OVER_LINES: Final = "more-than-one-line"


def lines_to_paste(fix: str) -> list[str]:
    """The lines that a fix spells out, without the spaces before them; none where it does not."""
    if match := _LIST.fullmatch(fix):
        return [f"{match['name']}:", f"  {match['item']}"]
    match = _LINE.fullmatch(fix)
    return [match["line"]] if match else []


def with_pasted_lines(text: str, judge: Judge) -> str:
    """The text of a file with each line pasted that the check spells out.

    A line is kept only where the check then has nothing to say of it any more, and no more than
    before of the whole file.
    """
    for _ in range(MOST_TRIES):
        problems = judge(text)
        for problem in problems:
            tried = with_lines(text, problem, lines_to_paste(problem.fix))
            if tried != text and _is_better(problem, problems, judge(tried)):
                text = tried
                break
        else:
            return text
    return text


def with_lines(text: str, problem: Problem, pasted: Sequence[str]) -> str:
    """The text with lines in place of what a problem is about; unchanged where words would go."""
    lines = text.split("\n")
    if not pasted or problem.line > len(lines):
        return text
    first, *rest = pasted
    if first.startswith("#"):
        lines[problem.line - 1] = first
        return "\n".join(lines)
    name = _NAME.match(first)
    at = _line_of(name[1], lines, problem.line - 1) if name else problem.line - 1
    last = _last_line(lines, at)
    if last > at and problem.code != _GOES_OVER_LINES:
        return text
    indent = _start_of(lines[at])
    new = _in_its_place(lines[at], first, name[1] if name else "", problem.column)
    lines[at : last + 1] = [new, *(indent + one for one in rest)]
    return "\n".join(lines)


def _is_better(problem: Problem, before: Sequence[Problem], after: Sequence[Problem]) -> bool:
    told = {(one.line, one.code) for one in after}
    return len(after) <= len(before) and (problem.line, problem.code) not in told


def _line_of(name: str, lines: Sequence[str], at: int) -> int:
    """The line that starts with a name, at or above an index; the index itself where none does."""
    starts = re.compile(rf"\s*(?:- +)?{name}(?![\w-])", re.IGNORECASE)
    return next((index for index in range(at, -1, -1) if starts.match(lines[index])), at)


def _last_line(lines: Sequence[str], at: int) -> int:
    """The last of the lines that stand further in than the one at an index and follow it."""
    edge = len(_start_of(lines[at]))
    last = at
    while last + 1 < len(lines) and lines[last + 1].strip():
        if len(_start_of(lines[last + 1])) <= edge:
            break
        last += 1
    return last


def _in_its_place(old: str, new: str, name: str, column: int) -> str:
    """A new line with the spaces, the dash, or the brackets that the old one has round it."""
    if not name:
        return (_start_of(old) if new.startswith("- ") else old[: column - 1]) + new
    start = _START_AND_DASH.match(old)
    assert start is not None
    if old[start.end() :].casefold().startswith(name.casefold()):
        return start[0] + new
    inside = re.search(rf"(?<![\w-]){name}: *[^,\]}}]*", old)
    return old[: inside.start()] + new + old[inside.end() :] if inside else old


def _start_of(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]
