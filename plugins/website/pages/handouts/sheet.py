"""An alliance's sheet: one side of A4 in large print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalogue.model import wording
from catalogue.model.closing_moment import moments_of
from catalogue.schema.dates import in_words
from project.words import counted, shortened, stopped
from website.cards.rows import Row, email_row, phone_row, post_row, website_row
from website.pages.handouts.poster import handout_values, typed_address
from website.pages.support.helpline_lists import urgent_calls
from website.site_files import TemplatePage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from catalogue.model.alliance import Alliance
    from catalogue.model.helpline import Helpline
    from catalogue.model.index import Listing
    from catalogue.model.opportunity import Opportunity
    from website.cards.card import Moments
    from website.lists.alliance_lists import AllianceLists
    from website.pages.support.helpline_lists import HelplineView
    from website.site import Site

# As many as fit on one side of A4 in large print; a route takes the room of two.
MOST_ON_A_SHEET: Final = 7
MOST_ROUTES: Final = 2
ROOM_OF_A_ROUTE: Final = 2
MOST_CHARACTERS: Final = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetItem:
    """One way to take part, in two short lines; ``moments`` holds its ``data-`` attributes."""

    title: str
    how: str
    moments: Moments


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRoute:
    """Others who may pass a question on: their number, what it is for, and how old it is."""

    call: Row
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One side of A4 in large print: phone numbers first, then what there is to join.

    ``urgent`` are those who help at once, with a number each.
    """

    phones: tuple[Row, ...]
    routes: tuple[SheetRoute, ...]
    ways: tuple[Row, ...]
    items: tuple[SheetItem, ...]
    more: str
    urgent: tuple[HelplineView, ...]
    checked: str
    short_address: str


def sheet_of(
    alliance: Alliance,
    lists: AllianceLists,
    helplines: Sequence[Helpline],
    today: date,
    address: str,
) -> Sheet:
    """The sheet of an alliance; ``address`` is that of the site, empty on one's own machine."""
    mine = lists.local
    routes = tuple(_routes(alliance))[:MOST_ROUTES]
    shown = (mine or lists.anywhere)[: MOST_ON_A_SHEET - ROOM_OF_A_ROUTE * len(routes)]
    total = len(mine) + len(lists.anywhere)
    hidden = total - len(shown)
    return Sheet(
        phones=_phones(alliance, shown),
        routes=routes,
        ways=_ways(alliance),
        items=tuple(map(_item, shown)),
        more=f"{counted(hidden, 'more way', 'more ways')} to take part on the web page."
        if hidden
        else "",
        urgent=urgent_calls(helplines),
        checked=f"Printed from a page made on {in_words(today)}. "
        f"Details last checked on {in_words(alliance.checked.on)}.",
        short_address=typed_address(alliance, address),
    )


def _phones(alliance: Alliance, shown: Sequence[Listing]) -> tuple[Row, ...]:
    numbers = [(alliance.name, alliance.contact.get("phone"))]
    numbers += [(one.entry.title, _phone(one.entry)) for one in shown]
    return tuple(
        Row(label=label, value=number, href=phone_row(number).href)
        for label, number in numbers
        if number
    )


def _routes(alliance: Alliance) -> Iterator[SheetRoute]:
    for route in alliance.routes:
        if number := route.get("phone"):
            purpose = "For care and complaints. " if route["about"] == "care" else ""
            yield SheetRoute(
                call=Row(label=route["name"], value=number, href=phone_row(number).href),
                note=f"{purpose}How old this is: {stopped(route['source_age'])}",
            )


def _phone(entry: Opportunity) -> str | None:
    return entry.apply.phone if entry.apply else None


def _ways(alliance: Alliance) -> tuple[Row, ...]:
    contact = alliance.contact
    email, website = contact.get("email"), contact.get("website")
    rows = (
        email_row(email) if email else None,
        post_row(contact["post"]) if "post" in contact else None,
        website_row("Website", website, wording.link_words(website)) if website else None,
    )
    return tuple(row for row in rows if row)


def _item(listing: Listing) -> SheetItem:
    return SheetItem(
        title=listing.entry.title,
        how=_how(listing),
        moments=tuple(moments_of(listing).items()),
    )


def _how(listing: Listing) -> str:
    apply = listing.entry.apply
    ways = (apply.phone, apply.email, apply.url and wording.link_words(apply.url)) if apply else ()
    way = next((way for way in ways if way), None)
    when = wording.when_in_short(listing)
    start = f"Start: {way}" if way else "Ask the alliance how to start"
    return shortened(f"{when}. {start}", MOST_CHARACTERS)


def sheet_page(site: Site, alliance: Alliance, lists: AllianceLists) -> TemplatePage:
    """The page of an alliance's sheet."""
    sheet = sheet_of(alliance, lists, site.catalogue.helplines, site.today, site.address)
    return TemplatePage(
        path=f"{site.alliance_cards[alliance.slug].path}sheet/",
        template="sheet",
        values=handout_values(site, alliance) | {"sheet": sheet},
    )
