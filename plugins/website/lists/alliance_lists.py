"""Alliance lists: what somebody in one alliance's area can join, there and anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalogue.model.index import Listing


@dataclass(frozen=True, slots=True, kw_only=True)
class AllianceLists:
    """The opportunities for the area of one alliance, and those for anywhere in England."""

    local: tuple[Listing, ...]
    anywhere: tuple[Listing, ...]


def lists_for(slug: str, listed: Iterable[Listing]) -> AllianceLists:
    """The listed opportunities that somebody in one alliance's area can join, in their order."""
    local: list[Listing] = []
    anywhere: list[Listing] = []
    for listing in listed:
        area = listing.entry.alliances
        if area.everywhere:
            anywhere.append(listing)
        elif slug in area.slugs:
            local.append(listing)
    return AllianceLists(local=tuple(local), anywhere=tuple(anywhere))
