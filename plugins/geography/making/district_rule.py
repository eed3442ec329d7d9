"""District rule: which alliance a postcode belongs to, from its district and grid reference.

This is what the postcode table is made from, and what it is checked against. Source: ONS
Postcode Directory and Cancer Alliances April 2024 (see ``data/geography/README.md``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from geography.making.polygons import features

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geography.making.polygons import Polygon

SCOTLAND: Final = "S"
WALES: Final = "W"
AREAS_OUTSIDE: Final = {
    "BT": "Northern Ireland",
    "GY": "Guernsey",
    "IM": "Isle of Man",
    "JE": "Jersey",
}
BY_AREA_LETTERS: Final = frozenset("NLM")


class UnknownDistrictError(LookupError):
    """A district code that the rule does not have: a council was reorganised."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictRule:
    """District code -> alliance key, with polygons for the districts that are split.

    ``split`` holds each split district's default key, ``parts`` the areas of that district that
    are not the default, as (key, polygon) on the British National Grid in metres.
    """

    whole: Mapping[str, str]
    split: Mapping[str, str]
    parts: Mapping[str, tuple[tuple[str, Polygon], ...]]

    def key_for(self, district: str, place: tuple[float, float] | None) -> str | None:
        """The alliance key, ``S`` or ``W``; ``None`` where the area letters decide.

        ``place`` is easting and northing in metres. Raises ``UnknownDistrictError``.
        """
        key = self.whole.get(district)
        if key is not None:
            return key
        if district in self.split:
            return self._part_of(district, place)
        nation = district[:1]
        if nation in (SCOTLAND, WALES):
            return nation
        if nation in BY_AREA_LETTERS:
            return None
        raise UnknownDistrictError(district)

    def _part_of(self, district: str, place: tuple[float, float] | None) -> str:
        if place is not None:
            for key, polygon in self.parts.get(district, ()):
                if polygon.contains(*place):
                    return key
        return self.split[district]


def rule_from(districts: Mapping[str, Any], areas: Mapping[str, Any]) -> DistrictRule:
    """The rule from ``district_rule.json`` and ``split_district_areas_bng.geojson``."""
    parts: dict[str, tuple[tuple[str, Polygon], ...]] = {}
    for properties, polygons in features(areas):
        key = properties["alliance"][-2:]
        found = tuple((key, polygon) for polygon in polygons)
        parts[properties["lad"]] = parts.get(properties["lad"], ()) + found
    return DistrictRule(
        whole={district: code[-2:] for district, code in districts["district"].items()},
        split={
            district: code[-2:] for district, code in districts["split_district_default"].items()
        },
        parts=parts,
    )
