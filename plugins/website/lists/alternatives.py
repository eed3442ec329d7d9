"""Alternatives: what somebody can join in the place of something that has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalogue.model.index import Listing
    from catalogue.model.opportunity import Opportunity

MOST: Final = 3


class Alternatives:
    """The first few opportunities of each area, in reading order: the surest come first.

    They are put aside once, so that a page of the archive does not go through the whole list.
    """

    def __init__(self, listed: Iterable[Listing]) -> None:
        self._anywhere: list[Listing] = []
        self._of_area: dict[str, list[Listing]] = {}
        for listing in listed:
            self._put_aside(listing)

    def for_entry(self, entry: Opportunity) -> list[Listing]:
        """What is for the same area first, then what is for anywhere in England."""
        near = (one for slug in entry.alliances.slugs for one in self._of_area.get(slug, ()))
        found = {one.entry.slug: one for one in (*near, *self._anywhere)}
        return list(found.values())[:MOST]

    def _put_aside(self, listing: Listing) -> None:
        entry = listing.entry
        areas = (
            (self._anywhere,)
            if entry.alliances.everywhere
            else [self._of_area.setdefault(slug, []) for slug in entry.alliances.slugs]
        )
        for area in areas:
            if len(area) < MOST:
                area.append(listing)
