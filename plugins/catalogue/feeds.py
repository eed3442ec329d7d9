"""Feeds: what is listed, and what changed, for people who follow by feed reader."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import cache
from html import escape
from io import StringIO
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID, uuid5

from feedgenerator import Atom1Feed
from feedgenerator.django.utils.xmlutils import SimplerXMLGenerator

from catalogue import api
from catalogue.addresses import FOLLOW, SITE_NAME
from catalogue.api import LICENCE
from catalogue.dates import in_words
from catalogue.json_text import written_json
from catalogue.selections import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from catalogue.changes import ChangeDay
    from catalogue.index import Listing
    from catalogue.selections import Selection
    from catalogue.views import Card

MOST_ENTRIES: Final = 100
CHANGES_PATH: Final = "/feeds/changes.atom.xml"
JSON_FEED: Final = "https://jsonfeed.org/version/1.1"
LANGUAGE: Final = "en-GB"
RIGHTS: Final = f"Creative Commons Attribution 4.0: {LICENCE}"
# Ids stay when the site moves to another address, and are whole before it has one.
_IDS: Final = UUID("6d3df959-18ba-4668-a157-0ab1ccdf5fad")
# Stand where an entry's own facts belong; neither is part of anything else.
_GAP: Final = _IDS.hex
_ANY_DAY: Final = date(1066, 10, 14)
_END: Final = "</feed>"
# After a day: what was checked on it counts from its noon.
_AT_NOON: Final = "T12:00:00+00:00"
_CHECKED: Final = attrgetter("entry.checked.on")


class InFeeds(NamedTuple):
    """An entry as it stands in Atom feeds and in JSON Feeds, and the day of its last check."""

    atom: str
    json: str
    checked: str


class FeedEntries:
    """The entries of all feeds, the newest checks first; those of one day keep their order.

    They are sorted once, and each is written once, however many feeds it stands in.
    """

    def __init__(
        self, listed: Iterable[Listing], cards: Mapping[str, Card], site_address: str
    ) -> None:
        """``cards`` are those of the whole site by slug."""
        self._listings = sorted(listed, key=_CHECKED, reverse=True)
        self._places = {one.entry.slug: place for place, one in enumerate(self._listings)}
        self._cards = cards
        self._site_address = site_address
        self._at = cache(self._written)

    def newest(self, listings: Iterable[Listing]) -> list[InFeeds]:
        """The newest of some, at most 100."""
        places = sorted([self._places[one.entry.slug] for one in listings])
        return list(map(self._at, places[:MOST_ENTRIES]))

    def _written(self, place: int) -> InFeeds:
        entry = self._listings[place].entry
        card, day, kind = self._cards[entry.slug], entry.checked.on.isoformat(), entry.kind.label
        unique_id, in_short = lasting_id(card.path), _in_short(card)
        start, before_link, before_day, before_id, before_summary, end = _entry_frame(
            kind, self._site_address
        )
        summary = _escaped(_escaped(in_short))  # as HTML, and then as XML
        item = {
            "id": unique_id,
            "url": self._site_address + card.path,
            "title": card.title,
            "content_text": in_short,
            "date_modified": f"{day}{_AT_NOON}",
            "tags": [kind],
        }
        return InFeeds(
            f"{start}{_escaped(card.title)}{before_link}{card.path}{before_day}{day}"
            f"{before_id}{unique_id}{before_summary}{summary}{end}",
            api.as_json(item),
            day,
        )


def feeds_of(
    selection: Selection, entries: FeedEntries, today: date, site_address: str
) -> tuple[str, str]:
    """An Atom feed and a JSON Feed of the newest checks first, at most 100 of them.

    ``today`` is the day of the build: an empty feed carries it as its date.
    """
    newest = entries.newest(selection.listings)
    return (
        _atom_feed(selection, newest, today, site_address),
        _json_feed(selection, newest, site_address),
    )


def _atom_feed(
    selection: Selection, entries: Sequence[InFeeds], today: date, site_address: str
) -> str:
    """The feed as RFC 4287 describes it."""
    start, before_page, before_path, before_id, before_day, end = _feed_frame(site_address)
    day = entries[0].checked if entries else today.isoformat()
    head = (
        f"{start}{_escaped(title_of(selection))}{before_page}{selection.page}{before_path}"
        f"{selection.atom_path}{before_id}{lasting_id(selection.atom_path)}{before_day}{day}"
    )
    return "".join((head, end.removesuffix(_END), *[one.atom for one in entries], _END))


@cache
def _feed_frame(site_address: str) -> list[str]:
    """A feed as the library writes it, in pieces: what is its own stands between them.

    To let the library write each feed and each entry would take far longer.
    """
    text = _written(_empty_atom(_GAP, _GAP, _GAP, site_address), _ANY_DAY)
    return text.replace(lasting_id(_GAP), _GAP).replace(_ANY_DAY.isoformat(), _GAP).split(_GAP)


@cache
def _entry_frame(kind: str, site_address: str) -> list[str]:
    """An entry in such pieces."""
    feed = _empty_atom("", "", "", site_address)
    feed.add_item(
        title=_GAP,
        link=site_address + _GAP,
        unique_id=_GAP,
        description=_GAP,
        updateddate=_noon(_ANY_DAY),
        categories=[kind],
    )
    out = StringIO()
    feed.write_items(SimplerXMLGenerator(out, "utf-8", short_empty_elements=True))
    return out.getvalue().replace(_ANY_DAY.isoformat(), _GAP).split(_GAP)


def _json_feed(selection: Selection, entries: Sequence[InFeeds], site_address: str) -> str:
    """The same as a JSON Feed 1.1."""
    feed: dict[str, Any] = {
        "version": JSON_FEED,
        "title": title_of(selection),
        "home_page_url": site_address + selection.page,
        "feed_url": site_address + selection.json_path,
        "language": LANGUAGE,
        "authors": [{"name": SITE_NAME}],
        "items": [written_json(one.json) for one in entries],
    }
    return api.as_json(feed)


def changes_atom(log: Sequence[ChangeDay], today: date, site_address: str) -> str:
    """An Atom feed with one entry for each day on which something changed, newest first."""
    title = f"What changed: {SITE_NAME}"
    feed = _empty_atom(title, FOLLOW, CHANGES_PATH, site_address)
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
    return _written(feed, today)


def title_of(selection: Selection) -> str:
    """What a feed or calendar of a selection is called among others in somebody's program."""
    if selection.group == EVERYTHING:
        return SITE_NAME
    return f"{selection.name}: {SITE_NAME}"


def lasting_id(path: str) -> str:
    """An id for what stands at a path, the same wherever the site is published."""
    return uuid5(_IDS, path).urn


def _empty_atom(title: str, page: str, path: str, site_address: str) -> Atom1Feed:
    return Atom1Feed(
        title=title,
        link=site_address + page,
        feed_url=site_address + path,
        description="",
        language=LANGUAGE,
        author_name=SITE_NAME,
        feed_guid=lasting_id(path),
        feed_copyright=RIGHTS,
    )


def _written(feed: Atom1Feed, day: date) -> str:
    if not feed.items:  # the library would ask the clock
        feed.latest_post_date = lambda: _noon(day)
    return str(feed.writeString("utf-8"))


def _in_short(card: Card) -> str:
    """An entry in a few sentences: what to know first, for whom, until when, what one does."""
    parts = (card.tag, card.who, card.when)
    return " ".join([*(f"{part}." for part in parts if part), card.summary])


def _escaped(text: str) -> str:
    return escape(text, quote=False)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=UTC)
