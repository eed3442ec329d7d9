"""Preparation: what the site shows of geography, worked out from all of its files."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Final

from geography.lookup.prepared import PreparedGeography, PreparedLine, PreparedSection
from geography.making.hospital_sites import in_alphabetical_order, trusts_by_place
from geography.making.outlines import area_map_of
from geography.making.towns import a_to_z, councils_of
from geography.names.alphabetical_order import without_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geography.making.hospital_sites import Hospital
    from geography.making.sources import Geography
    from geography.making.towns import Place
    from geography.names.alliance_names import AllianceNames

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


def prepared_of(geography: Geography) -> PreparedGeography:
    """What the site shows of a geography."""
    alliances = geography.alliances
    return PreparedGeography(
        as_of=as_of(geography),
        alliances=tuple(alliances),
        area_map=area_map_of(geography.boundaries),
        councils=tuple(_place_sections(councils_of(geography.places), alliances)),
        places=tuple(_place_sections(geography.places, alliances)),
        hospitals=tuple(_hospital_sections(geography.hospitals, alliances)),
        trusts=trusts_by_place(geography.hospitals),
        groups=_groups_of(geography),
    )


def _groups_of(geography: Geography) -> tuple[tuple[str, ...], ...]:
    """Places and hospitals as rows of ``(kind, in, keys, zone, names)``.

    ``kind`` is ``town``, ``council``, ``old council``, ``county`` or ``hospital``; ``in`` the
    council or the trust; ``keys`` two-digit alliance keys with spaces between them, the best
    first; ``zone`` the overlap, if any; ``names`` joined by ``|``, each followed by the other
    names that people use, after ``~``.
    """
    groups: dict[tuple[str, str, str, str], list[str]] = {}
    for kind, within, slugs, zone, name in _named(geography):
        keys = geography.alliances.keys_of(slugs)
        groups.setdefault((kind, within, keys, zone), []).append(name)
    return tuple((*group, "|".join(names)) for group, names in sorted(groups.items()))


def _named(geography: Geography) -> Iterable[tuple[str, str, tuple[str, ...], str, str]]:
    for place in geography.places:
        yield place.kind, place.district, place.alliances, place.zone, place.name
    for county in geography.counties:
        yield "county", "", county.alliances, "", county.name
    for hospital in geography.hospitals:
        names = "~".join((hospital.name, *hospital.also))
        yield "hospital", hospital.trust, hospital.alliances, hospital.zone, names


def as_of(geography: Geography) -> str:
    """How old the table is, in words, from its ``vintage``."""
    directory, _, areas = geography.postcodes.table["vintage"].partition("; Cancer Alliances ")
    edition = " ".join(MONTHS.get(word, word) for word in directory.split()[1:])
    return f"Areas as of {areas}. Postcodes as of {edition}."


def _place_sections(places: Sequence[Place], alliances: AllianceNames) -> Iterator[PreparedSection]:
    for letter in a_to_z(places):
        lines = (
            PreparedLine(name=one.name, note=one.note, keys=alliances.keys_of(one.place.alliances))
            for one in letter.lines
        )
        yield PreparedSection(letter=letter.letter, lines=tuple(lines))


def _hospital_sections(
    hospitals: Sequence[Hospital], alliances: AllianceNames
) -> Iterator[PreparedSection]:
    """Hospitals from A to Z; repeated names carry their trust."""
    names = Counter(hospital.name for hospital in hospitals)
    ordered = in_alphabetical_order(hospitals)
    for letter, group in groupby(ordered, key=lambda one: without_article(one.name)[0].upper()):
        lines = (
            PreparedLine(
                name=one.name,
                note=one.trust if names[one.name] > 1 else "",
                keys=alliances.keys_of(one.alliances),
                remark=f"from a list of {one.list_year}" if one.from_old_list else "",
            )
            for one in group
        )
        yield PreparedSection(letter=letter, lines=tuple(lines))
