"""Kept: all that the site shows of geography, made once from its files and read by every build.

``geography.rebuild`` writes it to ``data/geography/kept.json``. To work it out anew each time
would take a build far longer than to read it; a test says when it is out of date.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from itertools import groupby, starmap
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from geography.alliances import Alliance
from geography.area_map import Area, AreaMap, Drawing, area_map_of
from geography.hospitals import Trust, in_alphabetical_order, trusts_by_place, without_article
from geography.places import a_to_z, councils_of
from geography.published import groups_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from geography.alliances import Alliances
    from geography.hospitals import Hospital
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


class KeptLine(NamedTuple):
    """A name, a note that tells it from others, the keys of its alliances, and a remark.

    Between the keys are spaces; the best is first.
    """

    name: str
    note: str
    keys: str
    remark: str = ""


class KeptSection(NamedTuple):
    """The lines that start with one letter."""

    letter: str
    lines: tuple[KeptLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What pages and files show that depends on geography alone.

    ``as_of`` says how old the areas and the postcodes are. ``councils`` are on one page;
    ``places`` holds towns too. ``trusts`` are placed by their hospitals. ``groups`` are those of
    ``/api/v1/places.json``.
    """

    as_of: str
    alliances: tuple[Alliance, ...]
    area_map: AreaMap
    councils: tuple[KeptSection, ...]
    places: tuple[KeptSection, ...]
    hospitals: tuple[KeptSection, ...]
    trusts: tuple[Trust, ...]
    groups: tuple[tuple[str, ...], ...]


def kept_of(geography: Geography) -> Kept:
    """What is kept of a geography."""
    alliances = geography.alliances
    return Kept(
        as_of=as_of(geography),
        alliances=tuple(alliances),
        area_map=area_map_of(geography.boundaries),
        councils=tuple(_place_sections(councils_of(geography.places), alliances)),
        places=tuple(_place_sections(geography.places, alliances)),
        hospitals=tuple(_hospital_sections(geography.hospitals, alliances)),
        trusts=trusts_by_place(geography.hospitals),
        groups=groups_of(geography),
    )


def kept_from(document: Mapping[str, Any]) -> Kept:
    """What is kept, as it was read from ``kept.json``."""
    return Kept(
        as_of=document["as_of"],
        alliances=tuple(Alliance(**alliance) for alliance in document["alliances"]),
        area_map=AreaMap(
            areas=tuple(Area(**_with_tuples(area)) for area in document["areas"]),
            fine=Drawing(**document["fine"]),
            coarse=Drawing(**document["coarse"]),
        ),
        councils=_sections(document["councils"]),
        places=_sections(document["places"]),
        hospitals=_sections(document["hospitals"]),
        trusts=tuple(Trust(**_with_tuples(trust)) for trust in document["trusts"]),
        groups=tuple(map(tuple, document["groups"])),
    )


def kept_text(kept: Kept) -> str:
    """What is kept as JSON, one line for each area, letter, trust and group: easy to compare."""
    rows: dict[str, Sequence[Any]] = {
        "alliances": [asdict(alliance) for alliance in kept.alliances],
        "areas": [asdict(area) for area in kept.area_map.areas],
        "councils": kept.councils,
        "places": kept.places,
        "hospitals": kept.hospitals,
        "trusts": [asdict(trust) for trust in kept.trusts],
        "groups": kept.groups,
    }
    return (
        f'{{"as_of":{_json(kept.as_of)},\n'
        f'"fine":{_json(asdict(kept.area_map.fine))},\n'
        f'"coarse":{_json(asdict(kept.area_map.coarse))}'
        + "".join(f',\n"{name}":[\n' + ",\n".join(map(_json, rows[name])) + "]" for name in rows)
        + "}\n"
    )


def as_of(geography: Geography) -> str:
    """How old the table is, in words, from its ``vintage``."""
    directory, _, areas = geography.postcodes.table["vintage"].partition("; Cancer Alliances ")
    edition = " ".join(MONTHS.get(word, word) for word in directory.split()[1:])
    return f"Areas as of {areas}. Postcodes as of {edition}."


def _place_sections(places: Sequence[Place], alliances: Alliances) -> Iterator[KeptSection]:
    for letter in a_to_z(places):
        lines = (
            KeptLine(one.name, one.note, alliances.keys_of(one.place.alliances))
            for one in letter.entries
        )
        yield KeptSection(letter.letter, tuple(lines))


def _hospital_sections(
    hospitals: Sequence[Hospital], alliances: Alliances
) -> Iterator[KeptSection]:
    """Hospitals from A to Z; repeated names carry their trust."""
    names = Counter(hospital.name for hospital in hospitals)
    ordered = in_alphabetical_order(hospitals)
    for letter, group in groupby(ordered, key=lambda one: without_article(one.name)[0].upper()):
        lines = (
            KeptLine(
                one.name,
                one.trust if names[one.name] > 1 else "",
                alliances.keys_of(one.alliances),
                "from a list of 2018" if one.from_old_list else "",
            )
            for one in group
        )
        yield KeptSection(letter, tuple(lines))


def _sections(rows: Sequence[Any]) -> tuple[KeptSection, ...]:
    return tuple(KeptSection(letter, tuple(starmap(KeptLine, lines))) for letter, lines in rows)


def _with_tuples(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: tuple(value) if isinstance(value, list) else value for name, value in values.items()
    }


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
