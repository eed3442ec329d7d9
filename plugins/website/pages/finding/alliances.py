"""The page of all alliances, by region."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from website.cards.alliance_card import AllianceCard
    from website.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionGroup:
    """The alliances of one NHS England region."""

    name: str
    alliances: tuple[AllianceCard, ...]


def region_groups(site: Site) -> list[RegionGroup]:
    """Alliances by region, the regions in the order in which alliances name them."""
    groups: dict[str, list[AllianceCard]] = {}
    for card in sorted(site.alliance_cards.values(), key=lambda one: one.short_name):
        groups.setdefault(card.regions[0], []).append(card)
    return [
        RegionGroup(name=name, alliances=tuple(cards)) for name, cards in sorted(groups.items())
    ]
