"""Other nations: whom people outside England can turn to, on /find/ and in the postcode answer."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from project import addresses
from website.cards.rows import Signpost

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalogue.model.catalogue import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Nation:
    """A nation or island: alliances of England that serve it, and bodies of its own."""

    name: str
    alliances: tuple[Signpost, ...]
    signposts: tuple[Signpost, ...]


def other_nations(catalogue: Catalogue, address: str) -> tuple[Nation, ...]:
    """The nations that have somebody to turn to; ``address`` stands before paths of the site."""
    found = (
        _nation(term.code, term.label, catalogue, address)
        for term in catalogue.vocabularies["nations"]
    )
    return tuple(nation for nation in found if nation.alliances or nation.signposts)


def signposts_by_nation(catalogue: Catalogue) -> Mapping[str, list[dict[str, str]]]:
    """The bodies that a nation has of its own, for the script that answers a postcode."""
    return {
        nation.name: [asdict(one) for one in nation.signposts]
        for nation in other_nations(catalogue, "")
    }


def _nation(code: str, name: str, catalogue: Catalogue, address: str) -> Nation:
    bodies = [body for body in catalogue.national_bodies if body.nation.code == code]
    return Nation(
        name=name,
        alliances=tuple(
            Signpost(
                name=body.name, what=body.what, href=address + addresses.alliance(body.alliance)
            )
            for body in bodies
            if body.alliance
        ),
        signposts=tuple(
            Signpost(name=body.name, what=body.what, href=body.web)
            for body in bodies
            if body.web and not body.alliance
        ),
    )
