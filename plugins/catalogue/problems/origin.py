"""Origins: the file that an entry came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.problems.problem import ERROR, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The file an entry came from, and where each of its values stands in it."""

    path: str
    places: Mapping[str, tuple[int, int]]

    def problem(
        self, name: str, code: str, message: str, fix: str, severity: str = ERROR
    ) -> Problem:
        """A problem at the place of a value, or at the top when it is not written."""
        line, column = self.places.get(name, (1, 1))
        return Problem(
            path=self.path,
            line=line,
            column=column,
            code=code,
            message=message,
            fix=fix,
            severity=severity,
        )
