"""The pages for finding an alliance: the map, councils, towns and hospitals."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from geography.lookup.area_map import map_svg
from geography.lookup.published_files import published_places, published_table
from geography.lookup.trusts import Trust, trusts_from
from website.pages.finding.alliance_answers import alliance_groups, answers_of
from website.pages.finding.alliance_links import AllianceLink, chosen_links, links_of
from website.pages.finding.other_nations import signposts_by_nation
from website.site_files import TextFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from geography.lookup.prepared import PreparedGeography, PreparedSection
    from website.site import Site


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


def find_pages(
    prepared: PreparedGeography, address: str, trusts: Iterable[Trust] = ()
) -> FindPages:
    """The view for the pages under /find/.

    ``address`` stands before every path (the site's own, or "" for a local build). ``trusts``
    are those that alliances name as theirs.
    """
    links = links_of(prepared, address)
    slugs = {alliance.key: alliance.slug for alliance in prepared.alliances}

    @cache
    def by_keys(keys: str) -> tuple[AllianceLink, ...]:
        return chosen_links(links, [slugs[key] for key in keys.split()])

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
            Line(name=trust.name, note="", links=chosen_links(links, trust.alliances))
            for trust in trusts_from(prepared.trusts, trusts)
        ),
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


def find_view(prepared: PreparedGeography, site: Site) -> FindPages:
    """What /find/ and the pages below it show; links start with the site's address."""
    return find_pages(prepared, site.address, trusts_of(site))


def trusts_of(site: Site) -> list[Trust]:
    """The trusts that alliances name as theirs, each with all the alliances that do."""
    names: dict[str, str] = {}
    slugs: dict[str, list[str]] = {}
    for slug, alliance in site.catalogue.alliances.items():
        for trust in alliance.trusts["list"]:
            names.setdefault(trust["ods_code"], trust["name"])
            slugs.setdefault(trust["ods_code"], []).append(slug)
    return [Trust(name=names[ods], ods=ods, alliances=tuple(slugs[ods])) for ods in sorted(names)]


def geography_files(prepared: PreparedGeography, table: str, site: Site) -> Iterator[TextFile]:
    """The postcode table with what an answer says, and the index of places and hospitals."""
    postcodes = published_table(
        table,
        prepared.as_of,
        prepared.alliances,
        answers_of(site),
        signposts_by_nation(site.catalogue),
    )
    yield TextFile(path="api/v1/postcodes.json", text=postcodes)
    groups = (*prepared.groups, *alliance_groups(prepared, site))
    yield TextFile(path="api/v1/places.json", text=published_places(groups))
