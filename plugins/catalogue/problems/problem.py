"""A problem: one thing that somebody has to put right, and where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

ERROR: Final = "error"
HOLD: Final = "hold"
WARNING: Final = "warning"
MOST_PROBLEMS_OF_A_FILE: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """What was found at one place, and the deed that cures it.

    ``line`` and ``column`` count from 1; ``path`` is relative to the repository's root.
    ``severity`` is ``error``, ``hold`` (a maintainer must accept it in ``data/known.yaml``)
    or ``warning`` (worth a look, stops nothing). ``twin`` is the other entry, where two are alike.
    ``count`` is how many things it stands for: more than one where they are not told one by one.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    fix: str
    severity: str = ERROR
    twin: str = ""
    count: int = 1


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems by file, then from top to bottom. The same words about one line stand once."""
    first: dict[tuple[str, int, str, str], Problem] = {}
    for problem in sorted(problems):
        first.setdefault((problem.path, problem.line, problem.code, problem.message), problem)
    return list(first.values())


def stops_publication(problem: Problem) -> bool:
    """Whether the site may not be published while this problem stands."""
    return problem.severity != WARNING


def stops_a_build(problem: Problem) -> bool:
    """Whether no site can be shown, not even to whoever is working on it, while this stands."""
    return problem.severity == ERROR


def first_of_many(problems: list[Problem]) -> list[Problem]:
    """The problems of a file, or the first 60 of them and how many more there are."""
    if len(problems) <= MOST_PROBLEMS_OF_A_FILE:
        return problems
    ordered = in_order(problems)
    shown, rest = ordered[:MOST_PROBLEMS_OF_A_FILE], ordered[MOST_PROBLEMS_OF_A_FILE:]
    if not rest:
        return shown
    return [
        *shown,
        replace(
            shown[-1],
            code="many-more",
            message=f"and {len(rest)} more things to put right in this file",
            fix="put these right first, then run the check again",
            severity=ERROR if is_broken(rest) else rest[0].severity,
            count=len(rest),
        ),
    ]


def is_broken(problems: Iterable[Problem]) -> bool:
    """Whether one of them is a mistake, and not only something to look at."""
    return any(problem.severity == ERROR for problem in problems)
