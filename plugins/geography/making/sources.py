"""Sources: everything in ``data/geography/`` that people change, as one value."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from geography.lookup.prepared import FOLDER
from geography.making.counties import County, counties_from
from geography.making.district_rule import rule_from
from geography.making.hospital_sites import Hospital, hospitals_from, other_names_from
from geography.making.outlines import Boundary, boundaries_from
from geography.making.overlaps import zones_from
from geography.making.postcode_table import Postcodes, PostcodeTable, postcodes_from
from geography.making.towns import Place, places_from
from geography.names.alliance_names import alliance_names_from

if TYPE_CHECKING:
    from pathlib import Path

    from geography.making.district_rule import DistrictRule
    from geography.making.overlaps import Zone
    from geography.names.alliance_names import AllianceNames


@dataclass(frozen=True, slots=True, kw_only=True)
class Geography:
    """All that the site knows about where alliances are.

    Sources, dates and licences: ``data/geography/README.md``.
    """

    alliances: AllianceNames
    postcodes: Postcodes
    places: tuple[Place, ...]
    counties: tuple[County, ...]
    hospitals: tuple[Hospital, ...]
    boundaries: tuple[Boundary, ...]


def load_geography(root: Path) -> Geography:
    """The geography of the repository at ``root``.

    Raises ``OSError`` when a file is missing, ``ValueError`` or ``KeyError`` when one is broken.
    """
    alliances = load_alliances(root)
    postcodes = postcodes_from(load_table(root))
    return Geography(
        alliances=alliances,
        postcodes=postcodes,
        places=places_from(_rows(root, "places.csv"), alliances, postcodes),
        counties=counties_from(_rows(root, "counties.csv"), alliances),
        hospitals=hospitals_from(
            _rows(root, "hospitals.csv"),
            postcodes,
            alliances,
            other_names_from(_rows(root, "hospital_names.csv")),
        ),
        boundaries=boundaries_from(_document(root, "alliances_boundaries.geojson"), alliances),
    )


def load_alliances(root: Path) -> AllianceNames:
    """The 20 alliances with their codes and slugs."""
    return alliance_names_from(_rows(root, "alliances.csv"))


def load_table(root: Path) -> PostcodeTable:
    """The postcode table as it was last rebuilt."""
    return cast("PostcodeTable", _document(root, "postcodes.json"))


def load_rule(root: Path) -> DistrictRule:
    """The rule that the table is made from."""
    return rule_from(
        _document(root, "district_rule.json"), _document(root, "split_district_areas_bng.geojson")
    )


def load_zones(root: Path) -> tuple[Zone, ...]:
    """The overlaps that are shown to readers."""
    return zones_from(_rows(root, "overlaps.csv"), _document(root, "overlap_areas_bng.geojson"))


def _rows(root: Path, name: str) -> list[dict[str, str]]:
    with (root / FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _document(root: Path, name: str) -> dict[str, Any]:
    with (root / FOLDER / name).open(encoding="utf-8") as file:
        return cast("dict[str, Any]", json.load(file))
