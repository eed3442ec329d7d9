"""Links to alliances, for the pages that lead to one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geography.lookup.prepared import PreparedGeography


@dataclass(frozen=True, slots=True, kw_only=True)
class AllianceLink:
    """A link to an alliance's page: its short name and its full address."""

    name: str
    href: str


def links_of(prepared: PreparedGeography, address: str) -> dict[str, AllianceLink]:
    """The link to each alliance by its slug; ``address`` stands before every path."""
    return {
        alliance.slug: AllianceLink(
            name=alliance.name, href=f"{address}/alliances/{alliance.slug}/"
        )
        for alliance in prepared.alliances
    }


def chosen_links(
    links: Mapping[str, AllianceLink], slugs: Sequence[str]
) -> tuple[AllianceLink, ...]:
    """The links to some alliances, in the order in which these are named."""
    return tuple(links[slug] for slug in slugs)
