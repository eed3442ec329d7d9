"""Feeds: what is listed, for people who follow by feed reader."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from feedgenerator import Atom1Feed

from catalogue.structured_data import SITE_NAME

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from catalogue.index import Listing
    from catalogue.views import Card

MOST_ENTRIES = 100


def atom(
    listings: Sequence[Listing], cards: Sequence[Card], today: date, title: str, site_address: str
) -> str:
    """An Atom feed of the newest checks first, at most 100 of them.

    ``today`` is the day of the build: an empty feed carries it as its date.
    """
    feed = Atom1Feed(
        title=title,
        link=f"{site_address}/",
        feed_url=f"{site_address}/feeds/all.atom.xml",
        description="",
        language="en-GB",
        author_name=SITE_NAME,
        feed_guid=f"{site_address}/",
    )
    pairs = sorted(
        zip(listings, cards, strict=True), key=lambda pair: pair[0].entry.checked.on, reverse=True
    )
    for listing, card in pairs[:MOST_ENTRIES]:
        address = site_address + card.path
        checked = _noon(listing.entry.checked.on)
        feed.add_item(
            title=listing.entry.title,
            link=address,
            unique_id=address,
            description=f"{card.who}. {card.when}. {card.summary}",
            pubdate=checked,
            updateddate=checked,
        )
    if not pairs:
        feed.feed["updated"] = _noon(today)
    return str(feed.writeString("utf-8"))


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=UTC)
