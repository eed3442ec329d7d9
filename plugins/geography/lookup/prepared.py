"""Prepared geography: what the site shows, made once from its files and read by every build.

``geography.making.rebuild`` writes it to ``data/geography/prepared.json``. To work it out anew each
time would take a build far longer than to read it; a test says when it is out of date. Nothing
that only the making needs is loaded here.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from geography.lookup.area_map import Area, AreaMap, Drawing
from geography.lookup.trusts import Trust
from geography.names.alliance_names import AllianceName

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FOLDER: Final = Path("data") / "geography"


class PreparedLine(NamedTuple):
    """A name, a note that tells it from others, the keys of its alliances, and a remark.

    Between the keys are spaces; the best is first. The file holds these four in this order.
    """

    name: str
    note: str
    keys: str
    remark: str = ""


class PreparedSection(NamedTuple):
    """The lines that start with one letter; the file holds the letter, then the lines."""

    letter: str
    lines: tuple[PreparedLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedGeography:
    """What pages and files show that depends on geography alone.

    ``as_of`` says how old the areas and the postcodes are. ``councils`` are on one page;
    ``places`` holds towns too. ``trusts`` are placed by their hospitals. ``groups`` are those of
    ``/api/v1/places.json``.
    """

    as_of: str
    alliances: tuple[AllianceName, ...]
    area_map: AreaMap
    councils: tuple[PreparedSection, ...]
    places: tuple[PreparedSection, ...]
    hospitals: tuple[PreparedSection, ...]
    trusts: tuple[Trust, ...]
    groups: tuple[tuple[str, ...], ...]


def load_prepared(root: Path) -> PreparedGeography:
    """What is prepared in the repository at ``root``, as it was last rebuilt."""
    return prepared_from(json.loads((root / FOLDER / "prepared.json").read_text(encoding="utf-8")))


def areas_on_the_map(root: Path) -> dict[str, str] | None:
    """The ONS code of each area by the name of its alliance; None where no map is prepared."""
    try:
        return {alliance.slug: alliance.code for alliance in load_prepared(root).alliances}
    except FileNotFoundError:
        return None


def table_text(root: Path) -> str:
    """The text of the postcode table, which is published as it is."""
    return (root / FOLDER / "postcodes.json").read_text(encoding="utf-8")


def prepared_from(document: Mapping[str, Any]) -> PreparedGeography:
    """What is prepared, as it was read from ``prepared.json``."""
    return PreparedGeography(
        as_of=document["as_of"],
        alliances=tuple(AllianceName(**alliance) for alliance in document["alliances"]),
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


def prepared_text(prepared: PreparedGeography) -> str:
    """It all as JSON, one line for each area, letter, trust and group: easy to compare."""
    rows: dict[str, Sequence[Any]] = {
        "alliances": [asdict(alliance) for alliance in prepared.alliances],
        "areas": [asdict(area) for area in prepared.area_map.areas],
        "councils": prepared.councils,
        "places": prepared.places,
        "hospitals": prepared.hospitals,
        "trusts": [asdict(trust) for trust in prepared.trusts],
        "groups": prepared.groups,
    }
    return (
        f'{{"as_of":{_json(prepared.as_of)},\n'
        f'"fine":{_json(asdict(prepared.area_map.fine))},\n'
        f'"coarse":{_json(asdict(prepared.area_map.coarse))}'
        + "".join(f',\n"{name}":[\n' + ",\n".join(map(_json, rows[name])) + "]" for name in rows)
        + "}\n"
    )


def _sections(rows: Sequence[Any]) -> tuple[PreparedSection, ...]:
    return tuple(
        PreparedSection(letter=letter, lines=tuple(starmap(PreparedLine, lines)))
        for letter, lines in rows
    )


def _with_tuples(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: tuple(value) if isinstance(value, list) else value for name, value in values.items()
    }


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
