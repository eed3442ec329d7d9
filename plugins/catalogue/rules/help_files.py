"""Help files: what ``data/help/`` says of each problem, and what is wrong with a file there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.problems.problem import Problem
from catalogue.problems.problem_help import ProblemHelp
from catalogue.problems.quoting import quoted
from catalogue.rules.checked_file import facts_in
from catalogue.schema.tables import HELP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalogue.parsing.front_matter import Document


def help_in(document: Document) -> tuple[tuple[ProblemHelp, ...], list[Problem]]:
    """The help that one file holds, and what is wrong with the file."""
    facts = facts_in(document, HELP)
    if facts.problems:
        return (), facts.problems
    title = facts.values["title"]
    return tuple(ProblemHelp(**row, group=title) for row in facts.values["problems"]), []


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
