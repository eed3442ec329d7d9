"""Page titles: what the pages of entries are called in tabs and search results."""

from __future__ import annotations

from collections import Counter
from itertools import count
from typing import TYPE_CHECKING

from catalogue.model.wording import where_it_is_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from catalogue.model.alliance import Alliance
    from catalogue.model.opportunity import Opportunity


def page_titles(
    entries: Iterable[Opportunity], alliances: Mapping[str, Alliance]
) -> dict[str, str]:
    """The title of each entry's page by its slug, no two of them alike.

    Where entries share a title, who runs each and, if need be, where it is for stand behind it.
    What is alike even then is numbered, in the order of the entries.
    """
    ways = {
        entry.slug: (
            entry.title,
            f"{entry.title}: {entry.organiser}",
            f"{entry.title}: {entry.organiser}, {where_it_is_for(entry, alliances)}",
        )
        for entry in entries
    }
    used = Counter(way for each in ways.values() for way in set(each))
    titles: dict[str, str] = {}
    numbers: dict[str, count[int]] = {}
    for slug, each in ways.items():
        told_apart = next((way for way in each if used[way] == 1), None)
        last = each[-1]
        titles[slug] = told_apart or f"{last} ({next(numbers.setdefault(last, count(1)))})"
    return titles
