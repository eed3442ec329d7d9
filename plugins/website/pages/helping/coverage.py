"""Coverage: how much is known of each alliance, and how old it is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalogue.schema.dates import in_words, part_in_words
from project import addresses
from project.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from catalogue.model.alliance import Alliance
    from catalogue.model.catalogue import Catalogue
    from catalogue.model.index import Index, Listing
    from catalogue.schema.checked import Checked

OLDEST_SHOWN: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry, when it was last checked and how old the page was that was read, in words."""

    title: str
    path: str
    checked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A name and a number in words, or several lines."""

    label: str
    lines: str | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AllianceCoverage:
    """One alliance: what is listed for its own area, what is missing, what is oldest."""

    name: str
    path: str
    list_path: str
    list_words: str
    figures: tuple[Figure, ...]
    missing: tuple[str, ...]
    checked: str
    oldest: Entry | None

    @property
    def facts(self) -> tuple[Figure, ...]:
        """All of it as names and values."""
        oldest = f"{self.oldest.title}: {self.oldest.checked}" if self.oldest else "None to check"
        return (
            *self.figures,
            Figure(label="Missing", lines=self.missing or ("Nothing that we look for",)),
            Figure(label="We last looked at the alliance", lines=self.checked),
            Figure(label="Oldest check of what is listed", lines=oldest),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The whole catalogue: totals, the oldest checks, and each alliance in its order."""

    totals: tuple[Figure, ...]
    oldest: tuple[Entry, ...]
    alliances: tuple[AllianceCoverage, ...]


def coverage_of(catalogue: Catalogue, index: Index) -> Coverage:
    """What is there and what is not, alliance by alliance."""
    by_age = oldest_first(index.listed)
    listed, ended = _by_alliance(by_age), _by_alliance(index.ended)
    rows = tuple(
        _alliance(alliance, listed[slug], ended[slug])
        for slug, alliance in catalogue.alliances.items()
    )
    everywhere = [one for one in index.listed if one.entry.alliances.everywhere]
    return Coverage(
        totals=(
            Figure(label="Listed", lines=_ways(index.listed)),
            *_standing(index.listed),
            Figure(label="For anywhere in England", lines=_ways(everywhere)),
            Figure(label="Closed or ended", lines=_ways(index.ended)),
            Figure(
                label="Alliances with something missing",
                lines=f"{sum(bool(row.missing) for row in rows)} of {len(rows)}",
            ),
        ),
        oldest=tuple(map(_entry, by_age[:OLDEST_SHOWN])),
        alliances=rows,
    )


def _alliance(
    alliance: Alliance, listed: Sequence[Listing], ended: Sequence[Listing]
) -> AllianceCoverage:
    """``listed`` begins with the oldest check."""
    return AllianceCoverage(
        name=alliance.name,
        path=addresses.alliance(alliance.slug),
        list_path=addresses.ready_list("alliance", alliance.slug),
        list_words=f"What is listed for {alliance.short_name}",
        figures=(
            Figure(label="Listed for this area", lines=_ways(listed)),
            *_standing(listed),
            Figure(label="Closed or ended", lines=_ways(ended)),
        ),
        missing=tuple(_missing(alliance, listed)),
        checked=in_words(alliance.checked.on),
        oldest=_entry(listed[0]) if listed else None,
    )


def _missing(alliance: Alliance, listed: Sequence[Listing]) -> Iterable[str]:
    """What people look for first and we have not found, in their words."""
    asked = (
        ("A page on taking part", "url" in alliance.involvement),
        ("An e-mail address", "email" in alliance.contact),
        ("A phone number", "phone" in alliance.contact),
        ("A way to take part in this area", bool(listed)),
        ("A way to take part that the alliance runs", any(_own(one) for one in listed)),
        ("A way to take part that is confirmed", any(one.is_confirmed for one in listed)),
    )
    return (name for name, known in asked if not known)


def _standing(listed: Sequence[Listing]) -> tuple[Figure, Figure]:
    confirmed = [one for one in listed if one.is_confirmed]
    return (
        Figure(label="Confirmed", lines=str(len(confirmed))),
        Figure(label="Not confirmed yet", lines=str(len(listed) - len(confirmed))),
    )


def oldest_first(listings: Iterable[Listing]) -> list[Listing]:
    """The oldest check first; those of one day by the age of the page that was read."""
    return sorted(listings, key=_age)


def _age(listing: Listing) -> tuple[date, str, str]:
    checked = listing.entry.checked
    return checked.on, checked.page_date or "", listing.entry.slug


def _entry(listing: Listing) -> Entry:
    entry = listing.entry
    checked = f"{in_words(entry.checked.on)}, {_page_words(entry.checked)}"
    return Entry(title=entry.title, path=addresses.opportunity(entry.slug), checked=checked)


def _page_words(checked: Checked) -> str:
    if checked.page_date:
        return f"on a page from {part_in_words(checked.page_date)}"
    return "on a page whose exact date we do not know"


def _own(listing: Listing) -> bool:
    return listing.entry.led_by_alliance


def _by_alliance(listings: Iterable[Listing]) -> defaultdict[str, list[Listing]]:
    """The listings that name each alliance, in their order."""
    members: defaultdict[str, list[Listing]] = defaultdict(list)
    for listing in listings:
        for slug in listing.entry.alliances.slugs:
            members[slug].append(listing)
    return members


def _ways(listings: Sequence[Listing]) -> str:
    return counted(len(listings), "way to take part", "ways to take part")
