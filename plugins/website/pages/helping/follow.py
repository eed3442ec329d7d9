"""Following: what people follow, share and reuse: feeds, calendars, lists for other sites, data."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final

from website.exports import calendars, changes, dcat, feeds, open_data, volunteering
from website.exports.embeds import embed_choices, embeds_of
from website.lists.selections import EVERYTHING, NATIONWIDE, OF_ALLIANCE, OF_KIND
from website.pages.helping.coverage import coverage_of
from website.site import TemplatePage, TextFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from icalendar import Event

    from catalogue.model.index import Listing
    from website.exports.calendars import EntryEvents
    from website.exports.changes import ChangeDay, Earlier
    from website.lists.selections import Selection
    from website.site import Site

HEADINGS: Final[Mapping[str, str]] = {
    EVERYTHING: "Everything",
    NATIONWIDE: "Everything",
    OF_ALLIANCE: "By alliance",
    OF_KIND: "By what you do",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowRow:
    """One selection with its feeds and its calendar."""

    name: str
    atom: str
    json: str
    calendar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowGroup:
    """Selections under one heading."""

    title: str
    rows: tuple[FollowRow, ...]


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
        log=changes.log_since(earlier, items, site.today),
    )


def following_values(following: Following) -> dict[str, Any]:
    """What the pages written in Markdown may show of it."""
    site = following.site
    return {
        "changes": changes.this_week(following.log, site.today),
        "coverage": coverage_of(site.catalogue, site.index),
        "embeds": embed_choices(site.selections),
        "follow_groups": _follow_groups(site.selections),
    }


def _follow_groups(selections: Sequence[Selection]) -> list[FollowGroup]:
    """Every selection under the heading of its group."""
    groups: dict[str, list[FollowRow]] = {title: [] for title in HEADINGS.values()}
    for one in selections:
        row = FollowRow(
            name=one.name, atom=one.atom_path, json=one.json_path, calendar=one.calendar_path
        )
        groups[HEADINGS[one.group]].append(row)
    return [FollowGroup(title=title, rows=tuple(rows)) for title, rows in groups.items()]


def following_pages(site: Site) -> Iterator[TemplatePage]:
    """The lists for other sites. No search engine lists them, and no page of ours leads there."""
    for selection in site.selections:
        for embed in embeds_of(selection, site.cards):
            yield TemplatePage(
                path=embed.path,
                template="embed",
                values={"embed": embed, "breadcrumbs": []},
                is_listed=False,
            )


def following_files(following: Following) -> Iterator[TextFile]:
    """Feeds, calendars, the log of changes and the descriptions of the data."""
    for selection in following.site.selections:
        yield from _files_of(following, selection)
    yield from _files_of_all(following)


def _files_of(following: Following, selection: Selection) -> Iterator[TextFile]:
    """The feeds and the calendar of one list."""
    site = following.site
    atom = feeds.atom_feed(selection, site.cards, site.today, site.address)
    yield _file(selection.atom_path, atom)
    yield _file(selection.json_path, feeds.json_feed(selection, site.cards, site.address))
    if selection.group != EVERYTHING:
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
