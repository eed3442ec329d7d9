"""Views: what the templates for finding an alliance read. They only lay it out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from geography.area_map import map_svg, neighbours
from geography.hospitals import in_alphabetical_order, trusts_from, without_article
from geography.places import a_to_z, councils_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from geography.hospitals import Hospital, Trust
    from geography.loader import Geography
    from geography.places import Place

MONTHS: Final = {
    "Jan": "January",
    "Feb": "February",
    "Mar": "March",
    "Apr": "April",
    "Jun": "June",
    "Jul": "July",
    "Aug": "August",
    "Sep": "September",
    "Oct": "October",
    "Nov": "November",
    "Dec": "December",
}


class AllianceLink(NamedTuple):
    """A link to an alliance's page: its short name and its full address."""

    name: str
    href: str


class Line(NamedTuple):
    """One line of a list: a name, a note that tells it from others, links, and a remark."""

    name: str
    note: str
    links: tuple[AllianceLink, ...]
    remark: str = ""


class Section(NamedTuple):
    """The lines that start with one letter; ``anchor`` is the section's id."""

    letter: str
    anchor: str
    lines: tuple[Line, ...]


class NumberedArea(NamedTuple):
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


def find_pages(geography: Geography, address: str, trusts: Iterable[Trust] = ()) -> FindPages:
    """The view for the pages under /find/.

    ``address`` stands before every path (the site's own, or "" for a local build). ``trusts``
    are those that alliances name as theirs.
    """
    links = _links(geography, address)
    order = [boundary.slug for boundary in geography.boundaries]
    return FindPages(
        map_html=map_svg(
            geography.boundaries,
            {slug: link.href for slug, link in links.items()},
            label="Map of the Cancer Alliances in England",
            numbers={slug: number for number, slug in enumerate(order, start=1)},
        ),
        areas=tuple(NumberedArea(n, links[slug]) for n, slug in enumerate(order, start=1)),
        councils=tuple(_place_sections(councils_of(geography.places), links)),
        places=tuple(_place_sections(geography.places, links)),
        hospitals=tuple(_hospital_sections(geography, links)),
        trusts=tuple(
            Line(trust.name, "", _chosen(links, trust.alliances))
            for trust in trusts_from(geography.hospitals, trusts)
        ),
        as_of=as_of(geography),
    )


def alliance_area(geography: Geography, slug: str, address: str) -> AllianceArea:
    """The view of one alliance's area. Raises ``KeyError`` for an unknown slug."""
    links = _links(geography, address)
    return AllianceArea(
        map_html=map_svg(
            geography.boundaries,
            {name: link.href for name, link in links.items()},
            label=f"Map of England with {links[slug].name} marked, and links to its neighbours",
            chosen=slug,
        ),
        neighbours=_chosen(links, neighbours(geography.boundaries, slug)),
        as_of=as_of(geography),
    )


def as_of(geography: Geography) -> str:
    """How old the table is, in words, from its ``vintage``."""
    directory, _, areas = geography.postcodes.table["vintage"].partition("; Cancer Alliances ")
    edition = " ".join(MONTHS.get(word, word) for word in directory.split()[1:])
    return f"Areas as of {areas}. Postcodes as of {edition}."


def _place_sections(
    places: Sequence[Place], links: Mapping[str, AllianceLink]
) -> Iterator[Section]:
    for letter in a_to_z(places):
        lines = (
            Line(entry.name, entry.note, _chosen(links, entry.place.alliances))
            for entry in letter.entries
        )
        yield Section(letter.letter, letter.letter.lower(), tuple(lines))


def _hospital_sections(
    geography: Geography, links: Mapping[str, AllianceLink]
) -> Iterator[Section]:
    """Hospitals from A to Z; repeated names carry their trust."""
    names = Counter(hospital.name for hospital in geography.hospitals)
    ordered = in_alphabetical_order(geography.hospitals)
    for letter, group in groupby(ordered, key=lambda one: without_article(one.name)[0].upper()):
        lines = (_hospital_line(one, names[one.name] > 1, links) for one in group)
        yield Section(letter, letter.lower(), tuple(lines))


def _hospital_line(hospital: Hospital, repeated: bool, links: Mapping[str, AllianceLink]) -> Line:
    return Line(
        hospital.name,
        hospital.trust if repeated else "",
        _chosen(links, hospital.alliances),
        "from a list of 2018" if hospital.from_old_list else "",
    )


def _chosen(links: Mapping[str, AllianceLink], slugs: Sequence[str]) -> tuple[AllianceLink, ...]:
    return tuple(links[slug] for slug in slugs)


def _links(geography: Geography, address: str) -> dict[str, AllianceLink]:
    return {
        alliance.slug: AllianceLink(alliance.name, f"{address}/alliances/{alliance.slug}/")
        for alliance in geography.alliances
    }
