"""Following: the feeds, calendars and records that people follow the site by."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from website.exports import calendars, changes, dcat, feeds, open_data, volunteering
from website.lists.selections import EVERYTHING, OF_KIND
from website.site_files import TextFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from icalendar import Event

    from catalogue.model.index import Listing
    from website.exports.calendars import EntryEvents
    from website.exports.changes import ChangeDay, Earlier
    from website.lists.selections import Selection
    from website.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """What follows from a site beside its pages: the log of changes and the events of calendars.

    ``events`` holds the events of each entry by its slug.
    """

    site: Site
    owner: str
    events: Mapping[str, EntryEvents]
    log: tuple[ChangeDay, ...]

    def events_in(self, listings: Sequence[Listing]) -> Iterator[Event]:
        """Closing dates and meetings of the first entries that have some, as many as in a feed."""
        every = (self.events[listing.entry.slug].every for listing in listings)
        return chain.from_iterable(islice(filter(None, every), feeds.MOST_ENTRIES))


def following_of(site: Site, owner: str, earlier: Earlier) -> Following:
    """Everything the feeds and calendars are made from; ``owner`` is empty until it is known."""
    items = (
        [open_data.opportunity_item(listing, site.address) for listing in site.index.every]
        if earlier.items
        else []
    )
    return Following(
        site=site,
        owner=owner,
        events={
            one.entry.slug: calendars.events_of(one, site.today, site.address)
            for one in site.index.every
        },
        log=changes.log_since(earlier, items, site.catalogue.facts, site.today),
    )


def following_files(following: Following) -> Iterator[TextFile]:
    """Feeds, calendars, the log of changes and the descriptions of the data."""
    for selection in following.site.selections:
        yield from _files_of(following, selection)
    yield from _files_of_all(following)


def _files_of(following: Following, selection: Selection) -> Iterator[TextFile]:
    """The feeds of one list, and its calendar where it has one."""
    site = following.site
    atom = feeds.atom_feed(selection, site.cards, site.today, site.address)
    yield _file(selection.atom_path, atom)
    yield _file(selection.json_path, feeds.json_feed(selection, site.cards, site.address))
    if selection.group not in (EVERYTHING, OF_KIND):
        yield _file(
            selection.calendar_path,
            calendars.calendar(feeds.title_of(selection), following.events_in(selection.listings)),
        )


def _files_of_all(following: Following) -> Iterator[TextFile]:
    """What stands once for the whole site."""
    site = following.site
    yield from _whole_calendars(following)
    yield _file(feeds.CHANGES_PATH, feeds.changes_atom(following.log, site.today, site.address))
    log = open_data.collection(changes.log_items(following.log), site.today)
    yield _file(changes.PATH, open_data.as_json(log))
    record = dcat.catalogue_record(site.today, following.owner, site.address)
    yield _file(dcat.PATH, open_data.as_json(record))
    roles = volunteering.document(site.index.listed, site.today, site.address)
    yield _file(volunteering.PATH, open_data.as_json(roles))


def _whole_calendars(following: Following) -> Iterator[TextFile]:
    """Closing dates and meetings apart, so that people can follow one without the other."""
    events = [following.events[listing.entry.slug] for listing in following.site.index.listed]
    for path, name, parts in (
        (calendars.DEADLINES_PATH, calendars.DEADLINES_NAME, (one.deadlines for one in events)),
        (calendars.SESSIONS_PATH, calendars.SESSIONS_NAME, (one.sessions for one in events)),
    ):
        yield _file(path, calendars.calendar(name, chain.from_iterable(parts)))


def calendar_records(following: Following) -> Iterator[TextFile]:
    """A calendar for each entry with a date."""
    for listing in following.site.index.every:
        entry = listing.entry
        if calendars.has_dates(entry):
            text = calendars.calendar(entry.title, following.events[entry.slug].every)
            yield _file(calendars.path_of(entry), text)


def _file(path: str, text: str) -> TextFile:
    return TextFile(path=path.removeprefix("/"), text=text)
