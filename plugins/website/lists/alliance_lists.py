"""Alliance lists: what somebody in one alliance's area can join, by who runs it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalogue.model.index import Listing


@dataclass(frozen=True, slots=True, kw_only=True)
class AllianceLists:
    """The opportunities of one alliance: its own, its partners', and those for anywhere."""

    own: tuple[Listing, ...]
    partners: tuple[Listing, ...]
    anywhere: tuple[Listing, ...]


def lists_for(slug: str, listed: Iterable[Listing]) -> AllianceLists:
    """The listed opportunities that somebody in one alliance's area can join."""
    own: list[Listing] = []
    partners: list[Listing] = []
    anywhere: list[Listing] = []
    for listing in listed:
        entry = listing.entry
        if entry.alliances.everywhere:
            anywhere.append(listing)
        elif slug in entry.alliances.slugs:
            (own if entry.led_by_alliance else partners).append(listing)
    return AllianceLists(own=tuple(own), partners=tuple(partners), anywhere=tuple(anywhere))
