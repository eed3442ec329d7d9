"""Large print: everything that is listed, phone numbers first, to read or to print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.model import wording
from project import addresses
from website.cards.page_shell import HOME, OPPORTUNITIES
from website.cards.rows import Row, email_row, phone_row, post_row, website_row
from website.lists.ready_lists import CARDS_ON_A_PAGE
from website.pages.taking_part.ready_list import page_path
from website.site_files import TemplatePage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.model.index import Listing
    from website.cards.card import Card, Moments
    from website.finder.finder_panel import Panel
    from website.site import Site


def large_print(site: Site, panel: Panel) -> Iterator[TemplatePage]:
    """Everything that is listed, as many on a page as cards are."""
    path = addresses.PRINTED_LIST
    title = "Opportunities in large print"
    items = [large_item(listing, site.cards[listing.entry.slug]) for listing in site.index.listed]
    count = max(1, -(-len(items) // CARDS_ON_A_PAGE))
    paths = [page_path(path, number) for number in range(1, count + 1)]
    for number, here in enumerate(paths, 1):
        first = (number - 1) * CARDS_ON_A_PAGE
        yield TemplatePage(
            path=here,
            template="large_print",
            values={
                "title": title if number == 1 else f"{title}, page {number}",
                "description": "Ways to have your say in cancer care, in large print, with phone "
                "numbers first.",
                "items": items[first : first + CARDS_ON_A_PAGE],
                "first": first,
                "step": CARDS_ON_A_PAGE,
                "finder": panel,
                "page_paths": paths,
                "page_number": number,
                "breadcrumbs": [HOME, OPPORTUNITIES],
                "structured_data": "",
            },
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LargeItem:
    """One opportunity in large print."""

    path: str
    title: str
    phone: Row | None
    ways: tuple[Row, ...]
    summary: str
    facts: str
    moments: Moments


def large_item(listing: Listing, card: Card) -> LargeItem:
    """An opportunity with the ways to reach it, those without the internet first.

    It says what its card says, but for what one does: the summary tells that.
    """
    entry = listing.entry
    apply = entry.apply
    email, phone = (apply.email, apply.phone) if apply else (None, None)
    ways = (
        post_row(apply.post) if apply and apply.post else None,
        email_row(email) if email else None,
        website_row("Web page", apply.url, wording.link_words(apply.url))
        if apply and apply.url
        else None,
    )
    facts = (
        "" if listing.is_confirmed else wording.NOT_CONFIRMED,
        card.who,
        card.when,
        *card.facts,
        card.money,
    )
    return LargeItem(
        path=card.path,
        title=card.title,
        phone=phone_row(phone) if phone else None,
        ways=tuple(way for way in ways if way),
        summary=card.summary,
        facts=". ".join(filter(None, facts)),
        moments=card.moments,
    )
