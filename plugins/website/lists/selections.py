"""Selections: the parts of the catalogue that people follow by feed or show on their own sites."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalogue.model.wording import ANYWHERE
from project import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.model.catalogue import Catalogue
    from catalogue.model.index import Index, Listing

EVERYTHING: Final = "all"
NATIONWIDE: Final = "anywhere"
OF_ALLIANCE: Final = "alliance"
OF_KIND: Final = "kind"


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Some of what is listed, in reading order.

    ``group`` is ``all``, ``anywhere``, ``alliance`` or ``kind``; ``code`` is the alliance's slug or
    the kind's code, empty where there is none. ``page`` is the list on the site that shows it.
    """

    group: str
    code: str
    name: str
    page: str
    listings: tuple[Listing, ...]

    @property
    def stem(self) -> str:
        """How its files are called below ``feeds`` and ``calendars``: ``alliance/wessex``."""
        return f"{self.group}/{self.code}" if self.code else self.group

    @property
    def atom_path(self) -> str:
        return f"/feeds/{self.stem}.atom.xml"

    @property
    def json_path(self) -> str:
        return f"/feeds/{self.stem}.json"

    @property
    def calendar_path(self) -> str:
        """Its calendar; "" for a kind, which has none of its own.

        Of everything, closing dates and meetings have one each: this is the former's.
        """
        if self.group == OF_KIND:
            return ""
        stem = "deadlines" if self.group == EVERYTHING else self.stem
        return f"/calendars/{stem}.ics"

    @property
    def follow_links(self) -> tuple[tuple[str, str], ...]:
        """Words and path of each way to follow it, for the end of its list; none that is empty."""
        what = "everything" if self.group == EVERYTHING else self.name
        ways = [("More ways to get updates", addresses.FOLLOW)]
        dated = any(one.entry.deadline.moment or one.entry.sessions for one in self.listings)
        if dated and self.calendar_path:
            ways.insert(0, (f"Add closing dates to my calendar: {what}", self.calendar_path))
        if self.listings:
            ways.insert(0, (f"Get updates: {what}", self.atom_path))
        return tuple(ways)

    @property
    def embed_path(self) -> str:
        """The list for other sites: ``/embed/wessex/`` or ``/embed/kind/survey/``."""
        return f"/embed/{self.code if self.group == OF_ALLIANCE else self.stem}/"


def selections(catalogue: Catalogue, index: Index) -> tuple[Selection, ...]:
    """Everything, what is for anywhere, each alliance, each kind; the empty ones included.

    An alliance's selection holds what is for its own area only. What is for anywhere in England
    would otherwise stand in 20 feeds at once; it has a selection of its own.
    """
    return (
        Selection(
            group=EVERYTHING,
            code="",
            name="Everything we list",
            page=addresses.OPPORTUNITIES,
            listings=index.listed,
        ),
        Selection(
            group=NATIONWIDE,
            code="",
            name=ANYWHERE,
            page=addresses.ANYWHERE,
            listings=tuple(one for one in index.listed if one.entry.alliances.everywhere),
        ),
        *_of_alliances(catalogue, index),
        *_of_kinds(catalogue, index),
    )


def _of_alliances(catalogue: Catalogue, index: Index) -> Iterator[Selection]:
    members: dict[str, list[Listing]] = {slug: [] for slug in catalogue.alliances}
    for listing in index.listed:
        for slug in listing.entry.alliances.slugs:
            members[slug].append(listing)
    for slug, alliance in catalogue.alliances.items():
        yield Selection(
            group=OF_ALLIANCE,
            code=slug,
            name=alliance.short_name,
            page=addresses.ready_list(OF_ALLIANCE, slug),
            listings=tuple(members[slug]),
        )


def _of_kinds(catalogue: Catalogue, index: Index) -> Iterator[Selection]:
    members: dict[str, list[Listing]] = {}
    for listing in index.listed:
        members.setdefault(listing.entry.kind.code, []).append(listing)
    for term in catalogue.vocabularies["kinds"]:
        yield Selection(
            group=OF_KIND,
            code=term.code,
            name=term.label,
            page=addresses.ready_list(OF_KIND, term.address_part),
            listings=tuple(members.get(term.code, ())),
        )
