"""An alliance as it stands in a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from project import addresses
from project.words import counted
from website.artwork.patches import patch

if TYPE_CHECKING:
    from catalogue.model.alliance import Alliance


@dataclass(frozen=True, slots=True, kw_only=True)
class AllianceCard:
    """An alliance in a list."""

    slug: str
    path: str
    name: str
    short_name: str
    patch_html: str
    area: str
    regions: tuple[str, ...]
    count: int
    count_words: str


def alliance_card(alliance: Alliance, count: int) -> AllianceCard:
    """An alliance as it stands in a list, with how many opportunities it has of its own area."""
    ways = counted(count, "way to take part", "ways to take part")
    return AllianceCard(
        slug=alliance.slug,
        path=addresses.alliance(alliance.slug),
        name=alliance.name,
        short_name=alliance.short_name,
        patch_html=patch(alliance.patch["motif"], alliance.patch["colours"]),
        area=alliance.area["words"],
        regions=tuple(region["name"] for region in alliance.region["regions"]),
        count=count,
        count_words=ways if count else "Nothing of its own listed yet",
    )
