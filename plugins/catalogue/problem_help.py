"""Help on a problem: why it is one, with a wrong and a right example."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from catalogue import addresses
from catalogue.checked_file import checked
from catalogue.fields import HELP
from catalogue.problems import Problem
from catalogue.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalogue.document import Document


class ProblemHelp(NamedTuple):
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


def help_in(document: Document) -> tuple[tuple[ProblemHelp, ...], list[Problem]]:
    """The help that one file holds, and what is wrong with the file."""
    facts = checked(document, HELP)
    if facts.problems:
        return (), facts.problems
    title = facts.values["title"]
    return tuple(_help_from(row, title) for row in facts.values["problems"]), []


def _help_from(row: dict[str, Any], group: str) -> ProblemHelp:
    return ProblemHelp(**row, group=group)


def helped_once(pages: Iterable[tuple[str, ProblemHelp]]) -> Iterator[Problem]:
    """Each code has one page of help; ``pages`` come with the path of their file."""
    first: dict[str, str] = {}
    for path, page in pages:
        if first.setdefault(page.code, path) != path:
            yield Problem(
                path=path,
                line=1,
                column=1,
                code="written-twice",
                message=f"the help on {quoted(page.code)} already stands in {first[page.code]}",
                fix="keep one of the two and delete the other",
            )
