"""Towns: these and councils, and the alliances that serve them, for people without a postcode."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from geography.making.overlaps import BOTH
from geography.names.alphabetical_order import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geography.making.postcode_table import Postcodes
    from geography.names.alliance_names import AllianceNames

TOWN: Final = "town"
COUNCIL: Final = "council"
OLD_COUNCIL: Final = "old council"
KINDS: Final = {"place": TOWN, "district": COUNCIL, "former district": OLD_COUNCIL}
STYLES_OF_COUNCILS: Final = (", City of", ", County of")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A council, an old council or a town, from ``places.csv``.

    ``alliances`` are slugs, the one that serves most of it first; more than one where the place
    is divided or where official lists disagree, and then ``zone`` names the overlap. ``district``
    is the council that a town lies in.
    """

    name: str
    kind: str
    district: str
    alliances: tuple[str, ...]
    zone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """One line of the A to Z: ``note`` tells two places of the same name apart."""

    name: str
    note: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesOfLetter:
    """All lines of the A to Z that start with one letter."""

    letter: str
    lines: tuple[PlaceLine, ...]


def places_from(
    rows: Iterable[Mapping[str, str]], alliances: AllianceNames, postcodes: Postcodes
) -> tuple[Place, ...]:
    """The places of ``places.csv``, in alphabetical order, each once."""
    told = {zone["zone"] for zone in postcodes.table["overlaps"]}
    shown = {
        zone["zone"]: tuple(alliances.by_key[key].slug for key in zone["show"])
        for zone in postcodes.table["overlaps"]
        if zone["level"] == BOTH
    }
    found = [
        Place(
            name=without_style(row["name"]),
            kind=KINDS[row["type"]],
            district=without_style(row["district"]),
            alliances=shown.get(row["zone"]) or alliances.slugs_of(row["alliance_codes"]),
            zone=row["zone"] if row["zone"] in told else "",
        )
        for row in rows
    ]
    return tuple(sorted(_each_once(found), key=lambda place: (in_order(place.name), place.kind)))


def a_to_z(places: Sequence[Place]) -> tuple[PlacesOfLetter, ...]:
    """The places letter by letter; repeated names carry their district."""
    repeated = Counter(place.name for place in places)
    lines = [
        PlaceLine(name=place.name, note=_note(place, repeated[place.name] > 1), place=place)
        for place in places
    ]
    lines.sort(key=lambda line: (in_order(line.name), line.note))
    return tuple(
        PlacesOfLetter(letter=letter, lines=tuple(group))
        for letter, group in groupby(lines, key=lambda line: in_order(line.name)[0].upper())
    )


def councils_of(places: Sequence[Place]) -> tuple[Place, ...]:
    """The councils of today and of lately, without towns."""
    return tuple(place for place in places if place.kind != TOWN)


def without_style(name: str) -> str:
    """A council's name as people say it: ``Bristol``, not ``Bristol, City of``."""
    for style in STYLES_OF_COUNCILS:
        name = name.removesuffix(style)
    return name


def _each_once(places: Sequence[Place]) -> list[Place]:
    """Without the towns and old councils that say the same as a council or town of that name."""
    councils = {(place.name, place.alliances) for place in places if place.kind == COUNCIL}
    towns = {(place.name, place.alliances) for place in places if place.kind == TOWN}
    seen = {
        TOWN: councils,
        OLD_COUNCIL: councils | towns,
        COUNCIL: set[tuple[str, tuple[str, ...]]](),
    }
    kept: dict[tuple[str, str, str], Place] = {}
    for place in places:
        if (place.name, place.alliances) in seen[place.kind] and _is_seat(place):
            continue
        kept.setdefault((place.name, place.kind, place.district), place)
    return list(kept.values())


def _is_seat(place: Place) -> bool:
    """Whether the place could be taken for the council of its own name."""
    return place.kind == OLD_COUNCIL or place.district == place.name


def _note(place: Place, repeated: bool) -> str:
    if place.kind == OLD_COUNCIL:
        return "old council"
    if not repeated:
        return ""
    return place.district if place.kind == TOWN else "council"
