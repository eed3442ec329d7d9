"""The pages of ready-made lists."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Final

from project import addresses
from project.words import counted
from website.cards.page_shell import HOME, OPPORTUNITIES
from website.exports import json_ld
from website.exports.json_ld import page_of_listings
from website.lists.ready_lists import CARDS_ON_A_PAGE
from website.site_files import TemplatePage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalogue.model.index import Listing
    from website.site import Site

ALL: Final = ("All", addresses.OPPORTUNITIES)


def list_pages(site: Site) -> Iterator[TemplatePage]:
    """Every ready-made list."""
    for ready in site.lists:
        yield from pages_of_list(
            site,
            path=ready.path,
            title=ready.title,
            description=ready.description,
            intro=ready.intro,
            listings=ready.listings,
            group=ready.group,
        )


def pages_of_list(
    site: Site,
    *,
    path: str,
    title: str,
    description: str,
    intro: str,
    listings: Sequence[Listing],
    group: str,
) -> Iterator[TemplatePage]:
    """One page, or several of 200 cards with links between them."""
    count = max(1, -(-len(listings) // CARDS_ON_A_PAGE))
    trail = [HOME, OPPORTUNITIES]
    for number in range(1, count + 1):
        shown = listings[(number - 1) * CARDS_ON_A_PAGE : number * CARDS_ON_A_PAGE]
        cards = site.cards_of(shown)
        here = page_path(path, number)
        page_title = title if number == 1 else f"{title}, page {number}"
        yield TemplatePage(
            path=here,
            template="ready_list",
            values={
                "title": page_title,
                "description": description,
                "intro": intro,
                "path": path,
                "group": group,
                "cards": cards,
                "count": len(listings),
                "count_words": counted(len(listings), "opportunity", "opportunities"),
                "has_unconfirmed": not all(map(attrgetter("is_confirmed"), shown)),
                "popular": (ALL, *site.choices["special"]),
                "siblings": site.choices[group] if group in site.groups else (),
                "siblings_title": site.groups[group].others if group in site.groups else "",
                "follow": () if group == "closed" else site.follow_links(path),
                "own_feed": site.feed_of(path),
                "page_paths": [page_path(path, page) for page in range(1, count + 1)],
                "page_number": number,
                "breadcrumbs": trail,
                "structured_data": json_ld.as_script(
                    [
                        json_ld.breadcrumbs([*trail, (page_title, here)], site.address),
                        page_of_listings(site, page_title, here, description, shown),
                    ]
                ),
            },
        )


def page_path(path: str, number: int) -> str:
    """Where a page of a list stands; the first has the address of the list."""
    return path if number == 1 else f"{path}page/{number}/"
