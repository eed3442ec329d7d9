"""Values for finding an alliance: what the templates of these pages read and lay out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from geography.lookup.area_map import map_svg, neighbours
from geography.lookup.trusts import trusts_from

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from geography.lookup.prepared import PreparedGeography, PreparedSection
    from geography.lookup.trusts import Trust


@dataclass(frozen=True, slots=True, kw_only=True)
class AllianceLink:
    """A link to an alliance's page: its short name and its full address."""

    name: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a list: a name, a note that tells it from others, links, and a remark."""

    name: str
    note: str
    links: tuple[AllianceLink, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The lines that start with one letter; ``anchor`` is the section's id."""

    letter: str
    anchor: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedArea:
    """An area of the map with its number."""

    number: int
    link: AllianceLink


@dataclass(frozen=True, slots=True, kw_only=True)
class FindPages:
    """What /find/, /find/places/ and /find/hospitals/ show.

    ``map_html`` is an SVG element; ``areas`` is the list that goes with it, in its order.
    ``councils`` are on one page; ``places`` holds towns too and is a page for each letter.
    ``as_of`` says how old the areas and the postcodes are.
    """

    map_html: str
    areas: tuple[NumberedArea, ...]
    councils: tuple[Section, ...]
    places: tuple[Section, ...]
    hospitals: tuple[Section, ...]
    trusts: tuple[Line, ...]
    as_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AllianceArea:
    """Where one alliance is: the map with it marked, and its neighbours from north to south."""

    map_html: str
    neighbours: tuple[AllianceLink, ...]
    as_of: str


def find_pages(
    prepared: PreparedGeography, address: str, trusts: Iterable[Trust] = ()
) -> FindPages:
    """The view for the pages under /find/.

    ``address`` stands before every path (the site's own, or "" for a local build). ``trusts``
    are those that alliances name as theirs.
    """
    links = _links(prepared, address)
    slugs = {alliance.key: alliance.slug for alliance in prepared.alliances}

    @cache
    def by_keys(keys: str) -> tuple[AllianceLink, ...]:
        return _chosen(links, [slugs[key] for key in keys.split()])

    order = [area.slug for area in prepared.area_map.areas]
    return FindPages(
        map_html=map_svg(
            prepared.area_map,
            {slug: link.href for slug, link in links.items()},
            label="Map of the Cancer Alliances in England",
            numbers={slug: number for number, slug in enumerate(order, start=1)},
        ),
        areas=tuple(
            NumberedArea(number=n, link=links[slug]) for n, slug in enumerate(order, start=1)
        ),
        councils=_sections(prepared.councils, by_keys),
        places=_sections(prepared.places, by_keys),
        hospitals=_sections(prepared.hospitals, by_keys),
        trusts=tuple(
            Line(name=trust.name, note="", links=_chosen(links, trust.alliances))
            for trust in trusts_from(prepared.trusts, trusts)
        ),
        as_of=prepared.as_of,
    )


def alliance_area(prepared: PreparedGeography, slug: str, address: str) -> AllianceArea:
    """The view of one alliance's area. Raises ``KeyError`` for an unknown slug."""
    links = _links(prepared, address)
    return AllianceArea(
        map_html=map_svg(
            prepared.area_map,
            {name: link.href for name, link in links.items()},
            label=f"Map of England with {links[slug].name} marked, and links to its neighbours",
            chosen=slug,
        ),
        neighbours=_chosen(links, neighbours(prepared.area_map.areas, slug)),
        as_of=prepared.as_of,
    )


def _sections(
    sections: Iterable[PreparedSection], chosen: Callable[[str], tuple[AllianceLink, ...]]
) -> tuple[Section, ...]:
    """Sections with links in place of keys."""
    return tuple(
        Section(
            letter=letter,
            anchor=letter.lower(),
            lines=tuple(
                [
                    Line(name=name, note=note, links=chosen(keys), remark=remark)
                    for name, note, keys, remark in lines
                ]
            ),
        )
        for letter, lines in sections
    )


def _chosen(links: Mapping[str, AllianceLink], slugs: Sequence[str]) -> tuple[AllianceLink, ...]:
    return tuple(links[slug] for slug in slugs)


def _links(prepared: PreparedGeography, address: str) -> dict[str, AllianceLink]:
    return {
        alliance.slug: AllianceLink(
            name=alliance.name, href=f"{address}/alliances/{alliance.slug}/"
        )
        for alliance in prepared.alliances
    }
