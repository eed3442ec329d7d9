"""Overlaps: areas where official lists disagree, and what a reader is told there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from geography.making.polygons import features

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geography.making.polygons import Polygon

BOTH: Final = "both"
NOT_SHOWN: Final = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """One area that two alliances could serve.

    A postcode is in the zone when the rule gives it ``official`` (an alliance key), its district
    is one of ``districts``, and, where ``polygons`` are given (National Grid, metres), its grid
    reference lies in one of them. ``show`` is ``both`` (two answers) or ``mention`` (one answer
    and a line about the other). ``words`` is that line, in plain English.
    """

    name: str
    official: str
    other: str
    show: str
    districts: frozenset[str]
    polygons: tuple[Polygon, ...]
    words: str

    def holds(self, key: str, district: str, place: tuple[float, float] | None) -> bool:
        """Whether a postcode with this answer, district and grid reference is in the zone."""
        if key != self.official or district not in self.districts:
            return False
        if not self.polygons:
            return True
        return place is not None and any(polygon.contains(*place) for polygon in self.polygons)


def zones_from(rows: Iterable[Mapping[str, str]], areas: Mapping[str, Any]) -> tuple[Zone, ...]:
    """The zones that are shown, from ``overlaps.csv`` and ``overlap_areas_bng.geojson``."""
    polygons: dict[str, tuple[Polygon, ...]] = {}
    for properties, found in features(areas):
        polygons[properties["zone"]] = polygons.get(properties["zone"], ()) + found
    return tuple(
        Zone(
            name=row["zone"],
            official=row["official"][-2:],
            other=row["other"][-2:],
            show=row["show"],
            districts=frozenset(row["districts"].split()),
            polygons=polygons[row["zone"]] if row["polygon"] == "yes" else (),
            words=row["words"],
        )
        for row in rows
        if row["show"] != NOT_SHOWN
    )
