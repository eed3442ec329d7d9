"""The index: which opportunities are listed, in what order, and how many of each sort."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from catalogue.model.status import CONFIRMED, LISTED, status_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from catalogue.model.catalogue import Catalogue
    from catalogue.model.opportunity import Opportunity

FAR_OFF: Final = date.max.toordinal()
_NINES_COMPLEMENT: Final = str.maketrans("0123456789", "9876543210", "-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """An opportunity with its status on the day of the build."""

    entry: Opportunity
    status: str

    @property
    def is_listed(self) -> bool:
        """Whether it stands in the lists, and not in the archive."""
        return self.status in LISTED

    @property
    def is_confirmed(self) -> bool:
        """Whether its dates are known and its check is fresh."""
        return self.status in CONFIRMED


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
    listings = [
        Listing(entry=entry, status=status_on(entry, today)) for entry in catalogue.opportunities
    ]
    listed = sorted((one for one in listings if one.is_listed), key=reading_order)
    ended = sorted((one for one in listings if not one.is_listed), key=_newest_end_first)
    return Index(
        listed=tuple(listed),
        ended=tuple(ended),
        by_slug={one.entry.slug: one for one in listings},
    )


def reading_order(listing: Listing) -> tuple[bool, int, int, str, str, str]:
    """Confirmed before unconfirmed, closing soonest first, then most recently checked.

    Among entries checked on one day, the one whose page is newest comes first.
    """
    entry = listing.entry
    last = entry.last_day
    return (
        not listing.is_confirmed,
        last.toordinal() if last else FAR_OFF,
        -entry.checked.on.toordinal(),
        _newest_first(entry.checked.page_date or ""),
        entry.title.casefold(),
        entry.slug,
    )


def _newest_end_first(listing: Listing) -> tuple[int, str, str]:
    last = listing.entry.last_day or listing.entry.closed_on
    return -(last.toordinal() if last else 0), listing.entry.title.casefold(), listing.entry.slug


def _newest_first(page_date: str) -> str:
    """A key that sorts dates written year first backwards; the less exact of two comes later."""
    return page_date.translate(_NINES_COMPLEMENT) + "~"
