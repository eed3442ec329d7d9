"""Feeds: what is listed, and what changed, for people who follow by feed reader."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from html import escape
from operator import attrgetter
from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid5

from feedgenerator import Atom1Feed

from catalogue.schema.dates import in_words
from project.addresses import FOLLOW, SITE_NAME
from website.exports import open_data
from website.exports.open_data import LICENCE
from website.lists.selections import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from catalogue.model.index import Listing
    from website.cards.card import Card
    from website.exports.changes import ChangeDay
    from website.lists.selections import Selection

MOST_ENTRIES: Final = 100
CHANGES_PATH: Final = "/feeds/changes.atom.xml"
JSON_FEED: Final = "https://jsonfeed.org/version/1.1"
LANGUAGE: Final = "en-GB"
RIGHTS: Final = f"Creative Commons Attribution 4.0: {LICENCE}"
# Ids stay when the site moves to another address, and are whole before it has one.
_IDS: Final = UUID("6d3df959-18ba-4668-a157-0ab1ccdf5fad")
_CHECKED: Final = attrgetter("entry.checked.on")


class Feed(Atom1Feed):
    """An Atom feed of this site; when it is empty it is as old as ``made_on``, not as the clock."""

    def __init__(self, *, title: str, page: str, path: str, site_address: str, made_on: date):
        super().__init__(
            title=title,
            link=site_address + page,
            feed_url=site_address + path,
            description="",
            language=LANGUAGE,
            author_name=SITE_NAME,
            feed_guid=lasting_id(path),
            feed_copyright=RIGHTS,
        )
        self._made_on = made_on

    def latest_post_date(self) -> datetime:
        """The day of its newest entry, at noon."""
        newest: datetime = super().latest_post_date() if self.items else _noon(self._made_on)
        return newest

    def text(self) -> str:
        """The feed as RFC 4287 describes it."""
        return str(self.writeString("utf-8"))


def newest_of(selection: Selection) -> list[Listing]:
    """What a feed holds: the newest checks, at most 100. Those of one day keep their order."""
    return sorted(selection.listings, key=_CHECKED, reverse=True)[:MOST_ENTRIES]


def atom_feed(
    selection: Selection, cards: Mapping[str, Card], today: date, site_address: str
) -> str:
    """The Atom feed of a selection; ``cards`` are those of the whole site by slug."""
    feed = Feed(
        title=title_of(selection),
        page=selection.page,
        path=selection.atom_path,
        site_address=site_address,
        made_on=today,
    )
    for listing in newest_of(selection):
        entry = listing.entry
        card = cards[entry.slug]
        feed.add_item(
            title=card.title,
            link=site_address + card.path,
            unique_id=lasting_id(card.path),
            description=_escaped(_in_short(card)),
            updateddate=_noon(entry.checked.on),
            categories=[entry.kind.label],
        )
    return feed.text()


def json_feed(selection: Selection, cards: Mapping[str, Card], site_address: str) -> str:
    """The same as a JSON Feed 1.1."""
    return open_data.as_json(
        {
            "version": JSON_FEED,
            "title": title_of(selection),
            "home_page_url": site_address + selection.page,
            "feed_url": site_address + selection.json_path,
            "language": LANGUAGE,
            "authors": [{"name": SITE_NAME}],
            "items": [
                _json_item(listing, cards[listing.entry.slug], site_address)
                for listing in newest_of(selection)
            ],
        }
    )


def _json_item(listing: Listing, card: Card, site_address: str) -> dict[str, object]:
    entry = listing.entry
    return {
        "id": lasting_id(card.path),
        "url": site_address + card.path,
        "title": card.title,
        "content_text": _in_short(card),
        "date_modified": _noon(entry.checked.on).isoformat(),
        "tags": [entry.kind.label],
    }


def changes_atom(log: Sequence[ChangeDay], today: date, site_address: str) -> str:
    """An Atom feed with one entry for each day on which something changed, newest first."""
    feed = Feed(
        title=f"What changed: {SITE_NAME}",
        page=FOLLOW,
        path=CHANGES_PATH,
        site_address=site_address,
        made_on=today,
    )
    for day in log:
        rows = "".join(
            f'<li><a href="{escape(site_address + change.path)}">'
            f"{_escaped(change.sentence)}</a></li>"
            if change.path
            else f"<li>{_escaped(change.sentence)}</li>"
            for change in day.changes
        )
        on = date.fromisoformat(day.on)
        feed.add_item(
            title=f"What changed on {in_words(on)}",
            link=f"{site_address}/follow/",
            unique_id=lasting_id(f"/changes/{day.on}/"),
            description=f"<ul>{rows}</ul>",
            updateddate=_noon(on),
        )
    return feed.text()


def title_of(selection: Selection) -> str:
    """What a feed or calendar of a selection is called among others in somebody's program."""
    if selection.group == EVERYTHING:
        return SITE_NAME
    return f"{selection.name}: {SITE_NAME}"


def lasting_id(path: str) -> str:
    """An id for what stands at a path, the same wherever the site is published."""
    return uuid5(_IDS, path).urn


def _in_short(card: Card) -> str:
    """An entry in a few sentences: what to know first, for whom, until when, what one does."""
    parts = (card.tag, card.who, card.when)
    return " ".join([*(f"{part}." for part in parts if part), card.summary])


def _escaped(text: str) -> str:
    return escape(text, quote=False)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=UTC)
