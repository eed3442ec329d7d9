"""Help on a problem: why it is one, with a wrong and a right example."""

from __future__ import annotations

from dataclasses import dataclass

from project import addresses


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemHelp:
    """What people read about one code; ``wrong`` and ``right`` are lines as they stand in a file.

    ``group`` is the title of the file that holds it, such as ``Dates``.
    """

    code: str
    title: str
    why: str
    wrong: str
    right: str
    group: str

    @property
    def path(self) -> str:
        """The address of its page on the site."""
        return addresses.help_on(self.code)
