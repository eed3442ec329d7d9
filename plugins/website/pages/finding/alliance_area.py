"""Where one alliance is: its part of an alliance's page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geography.lookup.area_map import neighbours, picture_svg
from website.pages.finding.alliance_links import AllianceLink, chosen_links, links_of

if TYPE_CHECKING:
    from geography.lookup.prepared import PreparedGeography


@dataclass(frozen=True, slots=True, kw_only=True)
class AllianceArea:
    """Where one alliance is: the map with it marked, and its neighbours from north to south."""

    map_html: str
    neighbours: tuple[AllianceLink, ...]
    as_of: str


def alliance_area(prepared: PreparedGeography, slug: str, address: str) -> AllianceArea:
    """The view of one alliance's area. Raises ``KeyError`` for an unknown slug."""
    links = links_of(prepared, address)
    return AllianceArea(
        map_html=picture_svg(
            prepared.area_map, slug, label=f"Map of England with {links[slug].name} marked"
        ),
        neighbours=chosen_links(links, neighbours(prepared.area_map.areas, slug)),
        as_of=prepared.as_of,
    )
