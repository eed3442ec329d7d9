"""A report: problems as text, as annotations for GitHub, or as JSON.

The printers know ``Problem`` and, once the site has an address, ``help_at``: where the help on
each code can be read. Whatever a stranger wrote is shown without characters that steer a terminal,
and no line can be taken for a command by GitHub.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Final

from catalogue.problems.problem import ERROR, HOLD, WARNING, stops_publication
from catalogue.problems.quoting import visible
from project.words import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from catalogue.problems.problem import Problem

# GitHub keeps ten annotations of a kind for each step and drops the rest without a word.
ANNOTATIONS_KEPT: Final = 9
_DEEDS: Final = {
    ERROR: "to put right",
    HOLD: "for a maintainer to look at",
    WARNING: "worth a look",
}


def as_text(problems: Sequence[Problem], checked: int, help_at: str = "") -> str:
    """One block for each problem, then a line that sums them up."""
    blocks = [problem_text(problem, help_at) for problem in problems]
    return "\n".join([*blocks, summary(problems, checked)])


def as_github(problems: Sequence[Problem], checked: int, help_at: str = "") -> str:
    """Workflow commands, so that each problem shows beside its line on GitHub.

    What stops the publication comes first, so that it is never among the rest that is left out.
    """
    ordered = sorted(problems, key=lambda problem: not stops_publication(problem))
    shown = [_annotation(problem, help_at) for problem in ordered[:ANNOTATIONS_KEPT]]
    hidden = sum(problem.count for problem in ordered[ANNOTATIONS_KEPT:])
    more = [f"and {hidden:,} more: run python3 tasks.py check to see them all"] if hidden else []
    return "\n".join([*shown, *more, summary(problems, checked)])


def as_json(problems: Sequence[Problem], checked: int, help_at: str = "") -> str:
    """One object: how many entries were looked at, and every problem."""
    listed = [
        {
            "path": visible(problem.path),
            "line": problem.line,
            "column": problem.column,
            "code": problem.code,
            "severity": problem.severity,
            "message": visible(problem.message),
            "fix": visible(problem.fix),
        }
        | ({"count": problem.count} if problem.count > 1 else {})
        | ({"more": more_on(problem.code, help_at)} if help_at else {})
        for problem in problems
    ]
    return json.dumps({"checked": checked, "problems": listed}, ensure_ascii=False, indent=2)


PRINTERS: Final[dict[str, Callable[[Sequence[Problem], int, str], str]]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}


def more_on(code: str, help_at: str) -> str:
    """The address of the help on a code."""
    return f"{help_at}{code}/"


def summary(problems: Sequence[Problem], checked: int) -> str:
    """One sentence on how many entries were looked at, and what there is to do."""
    severities: Counter[str] = Counter()
    for problem in problems:
        severities[problem.severity] += problem.count
    looked = f"{checked} {'entry' if checked == 1 else 'entries'} checked"
    if not problems:
        return f"{looked}. All good."
    parts = [
        f"{count:,} {'thing' if count == 1 else 'things'} {deed}"
        for severity, deed in _DEEDS.items()
        if (count := severities[severity])
    ]
    return f"{looked}: {joined(parts)}."


def problem_text(problem: Problem, help_at: str = "") -> str:
    """One problem: its place, what was found, how to mend it, and where to read more."""
    label = {HOLD: "hold: ", WARNING: "warning: "}.get(problem.severity, "")
    place = f"{visible(problem.path)}:{problem.line}:{problem.column}"
    said = f"{place}: {problem.code}: {label}{visible(problem.message)}"
    more = f"\n  more: {more_on(problem.code, help_at)}" if help_at else ""
    return _harmless(f"{said}\n  fix: {visible(problem.fix)}{more}")


def _annotation(problem: Problem, help_at: str) -> str:
    command = "warning" if problem.severity == WARNING else "error"
    place = ",".join(
        f"{name}={_escaped_property(str(value))}"
        for name, value in (
            ("file", problem.path),
            ("line", problem.line),
            ("col", problem.column),
            ("title", problem.code),
        )
    )
    more = f"\nmore: {more_on(problem.code, help_at)}" if help_at else ""
    text = _escaped(f"{visible(problem.message)}\nfix: {visible(problem.fix)}{more}")
    return f"::{command} {place}::{text}"


def _escaped(text: str) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace("##[", "## [")


def _escaped_property(text: str) -> str:
    return _escaped(visible(text)).replace(":", "%3A").replace(",", "%2C")


def _harmless(text: str) -> str:
    """The runner of GitHub Actions takes ``##[`` anywhere and a leading ``::`` as a command."""
    lines = text.replace("##[", "## [").split("\n")
    return "\n".join(
        line.replace("::", ": :", 1) if line.lstrip().startswith("::") else line for line in lines
    )
