"""The index: which opportunities are listed, in what order, and how many of each sort."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from catalogue.model.evidence import CONFIRMED, ORDER, day_of, evidence_on
from catalogue.model.status import LISTED, status_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from catalogue.model.catalogue import Catalogue
    from catalogue.model.opportunity import Opportunity

FAR_OFF: Final = date.max.toordinal()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """An opportunity with its status, and the code of its evidence, on the day of the build."""

    entry: Opportunity
    status: str
    evidence: str

    @property
    def is_listed(self) -> bool:
        """Whether it stands in the lists, and not in the archive."""
        return self.status in LISTED

    @property
    def is_confirmed(self) -> bool:
        """Whether the live page or the organiser said so, within six months."""
        return self.evidence == CONFIRMED


FACETS: Final[Mapping[str, Callable[[Opportunity], Iterable[str]]]] = {
    "alliance": lambda entry: entry.alliances.codes,
    "kind": lambda entry: (entry.kind.code,),
    "format": lambda entry: [term.code for term in entry.format] or ["not_stated"],
    "commitment": lambda entry: (entry.commitment.code if entry.commitment else "not_stated",),
    "payment": lambda entry: (entry.payment.code if entry.payment else "not_stated",),
    "who_for": lambda entry: [term.code for term in entry.who_for],
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Every opportunity in reading order, and what follows from it."""

    listed: tuple[Listing, ...]
    ended: tuple[Listing, ...]
    by_slug: Mapping[str, Listing]

    @property
    def every(self) -> tuple[Listing, ...]:
        """What is listed, then what has ended."""
        return (*self.listed, *self.ended)

    def counts(self, facet: str) -> dict[str, int]:
        """How many of what is listed bear each code of a facet; an entry may bear several."""
        codes = FACETS[facet]
        counter = Counter(code for one in self.listed for code in codes(one.entry))
        return dict(sorted(counter.items()))


def index_of(catalogue: Catalogue, today: date) -> Index:
    """The index of a catalogue on a day."""
    listings = [listing_of(entry, today) for entry in catalogue.opportunities]
    listed = sorted((one for one in listings if one.is_listed), key=reading_order)
    ended = sorted((one for one in listings if not one.is_listed), key=_newest_end_first)
    return Index(
        listed=tuple(listed),
        ended=tuple(ended),
        by_slug={one.entry.slug: one for one in listings},
    )


def listing_of(entry: Opportunity, today: date) -> Listing:
    """An opportunity as it stands on a day."""
    return Listing(
        entry=entry,
        status=status_on(entry, today),
        evidence=evidence_on(entry.checked, today),
    )


def reading_order(listing: Listing) -> tuple[int, int, int, str, str]:
    """The best evidence first; then what closes soonest, then the newest evidence."""
    entry = listing.entry
    last, day = entry.last_day, day_of(entry.checked)
    return (
        ORDER.index(listing.evidence),
        last.toordinal() if last else FAR_OFF,
        -day.toordinal() if day else 0,
        entry.title.casefold(),
        entry.slug,
    )


def _newest_end_first(listing: Listing) -> tuple[int, str, str]:
    last = listing.entry.last_day or listing.entry.closed_on
    return -(last.toordinal() if last else 0), listing.entry.title.casefold(), listing.entry.slug
