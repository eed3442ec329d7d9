"""Help pages: one for each thing that the check can say, and the list of them all."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from project import addresses
from website.cards.page_shell import HOME
from website.exports import json_ld
from website.site_files import TemplatePage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalogue.problems.problem_help import ProblemHelp
    from website.site import Site

LIST: Final = ("Help with the check", addresses.HELP)
SUMMARY: Final = "What each message of our check means, with a wrong and a right example."


def help_pages(site: Site, pages: Sequence[ProblemHelp]) -> Iterator[TemplatePage]:
    """The list, in its groups, then a page for each problem with the others of its group."""
    groups = [(title, list(group)) for title, group in groupby(pages, lambda page: page.group)]
    yield TemplatePage(
        path=LIST[1],
        template="help",
        values={"groups": groups, **_frame(site, LIST[0], SUMMARY, LIST[1], [HOME])},
    )
    for _, group in groups:
        for page in group:
            yield TemplatePage(
                path=page.path,
                template="help_on_problem",
                values={
                    "problem": page,
                    "others": [other for other in group if other is not page],
                    **_frame(site, page.title, _summary(page), page.path, [HOME, LIST]),
                },
            )


def _summary(page: ProblemHelp) -> str:
    return f"{page.title}: what the check means, with a wrong and a right example."


def _frame(
    site: Site, title: str, summary: str, path: str, trail: list[tuple[str, str]]
) -> dict[str, Any]:
    """What the frame of every page needs."""
    return {
        "title": title,
        "summary": summary,
        "breadcrumbs": trail,
        "structured_data": json_ld.as_script(
            [
                json_ld.breadcrumbs([*trail, (title, path)], site.address),
                json_ld.page("WebPage", title, path, summary, site.address),
            ]
        ),
    }
