"""A problem: one thing that somebody has to put right, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

ERROR: Final = "error"
HOLD: Final = "hold"
WARNING: Final = "warning"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """What was found at one place, and the deed that cures it.

    ``line`` and ``column`` count from 1; ``path`` is relative to the repository's root.
    ``severity`` is ``error``, ``hold`` (a maintainer must accept it in ``data/known.yaml``)
    or ``warning`` (worth a look, stops nothing). ``twin`` is the other entry, where two are alike.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    fix: str
    severity: str = ERROR
    twin: str = ""


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
