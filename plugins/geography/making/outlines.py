"""Outlines: those of the alliances from ``alliances_boundaries.geojson``, as parts of an SVG.

Plain Python, no map library. The areas are projected with a transverse Mercator whose meridian
and origin are those of the British National Grid (on a sphere: good to about 2 km, which is
less than can be seen). London is drawn a second time, larger.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import atan2, atanh, cos, radians, sin, tan
from typing import TYPE_CHECKING, Any, Final

from geography.lookup.area_map import Area, AreaMap, Drawing
from geography.making.polygons import features

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geography.making.polygons import Polygon
    from geography.names.alliance_names import AllianceNames

EARTH_RADIUS_METRES: Final = 6_371_000
ORIGIN_LONGITUDE: Final = -2.0
ORIGIN_LATITUDE: Final = 49.0
FINE_METRES: Final = 500
COARSE_METRES: Final = 1_000
LONDON_TIMES_LARGER: Final = 3
LONDON_BEYOND_METRES: Final = 40_000
MARGIN: Final = 8
LABEL_BELOW: Final = 48
FEWEST_CORNERS: Final = 3

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary:
    """An area with its polygons in degrees (longitude, latitude, WGS84).

    ``label`` is a point inside the area.
    """

    area: Area
    label: Point
    polygons: tuple[Polygon, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """Where the map's metres go on the drawing: ``unit`` metres to one unit of the viewBox."""

    west: float
    north: float
    unit: float
    left: float = 0
    top: float = 0

    def place(self, longitude: float, latitude: float) -> tuple[int, int]:
        x, y = projected(longitude, latitude)
        return (
            round(self.left + (x - self.west) / self.unit),
            round(self.top + (self.north - y) / self.unit),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Box:
    west: float
    south: float
    east: float
    north: float


def boundaries_from(document: Mapping[str, Any], alliances: AllianceNames) -> tuple[Boundary, ...]:
    """The boundaries of ``alliances_boundaries.geojson``, from north to south."""
    found = [
        Boundary(
            area=Area(
                slug=alliances.by_code[about["code"]].slug,
                name=alliances.by_code[about["code"]].name,
                tint=about["colour"] + 1,
                london=about["london"],
                neighbours=tuple(alliances.by_code[code].slug for code in about["neighbours"]),
            ),
            label=(about["label_lon"], about["label_lat"]),
            polygons=polygons,
        )
        for about, polygons in features(document)
    ]
    return tuple(sorted(found, key=lambda one: (-one.label[1], one.area.slug)))


def area_map_of(boundaries: Sequence[Boundary]) -> AreaMap:
    """The boundaries drawn finely, and coarsely for maps about half as large."""
    return AreaMap(
        areas=tuple(one.area for one in boundaries),
        fine=_drawing(boundaries, FINE_METRES),
        coarse=_drawing(boundaries, COARSE_METRES),
    )


def _drawing(boundaries: Sequence[Boundary], unit: int) -> Drawing:
    london = [one for one in boundaries if one.area.london]
    england, inset, width, height = _views(boundaries, london, unit)
    right, bottom = _corner(_box(london), inset)
    frame = (
        f'<rect class="app-map__frame" x="{inset.left - MARGIN:.0f}" y="{inset.top - MARGIN:.0f}" '
        f'width="{right - inset.left + 2 * MARGIN:.0f}" '
        f'height="{bottom - inset.top + 2 * MARGIN:.0f}"/>'
        f'<text class="app-map__place" x="{inset.left:.0f}" '
        f'y="{bottom + LABEL_BELOW * FINE_METRES / unit:.0f}">London</text>'
    )
    views = {one.area.slug: inset if one.area.london else england for one in boundaries}
    return Drawing(
        width=width,
        height=height,
        frame=frame,
        outlines={one.area.slug: _outline(one, views[one.area.slug]) for one in boundaries},
        small={one.area.slug: _outline(one, england) for one in london},
        labels={one.area.slug: views[one.area.slug].place(*one.label) for one in boundaries},
    )


@cache
def projected(longitude: float, latitude: float) -> Point:
    """Metres east and north of 2 degrees west, 49 degrees north: transverse Mercator, sphere."""
    turn = radians(longitude - ORIGIN_LONGITUDE)
    height = radians(latitude)
    east = atanh(cos(height) * sin(turn))
    north = atan2(tan(height), cos(turn)) - radians(ORIGIN_LATITUDE)
    return EARTH_RADIUS_METRES * east, EARTH_RADIUS_METRES * north


def _views(
    boundaries: Sequence[Boundary], london: Sequence[Boundary], unit: int
) -> tuple[_View, _View, int, int]:
    """England, London enlarged beyond its top right corner, and the drawing's size."""
    box = _box(boundaries)
    england = _View(west=box.west, north=box.north, unit=unit, left=MARGIN, top=MARGIN)
    right, bottom = _corner(box, england)
    right += LONDON_BEYOND_METRES / unit
    city = _box(london)
    larger = unit / LONDON_TIMES_LARGER
    inset = _View(
        west=city.west,
        north=city.north,
        unit=larger,
        left=round(right - (city.east - city.west) / larger) - MARGIN,
        top=2 * MARGIN,
    )
    return england, inset, round(right) + MARGIN, round(bottom) + MARGIN


def _box(boundaries: Sequence[Boundary]) -> _Box:
    points = [
        projected(*corner)
        for one in boundaries
        for polygon in one.polygons
        for corner in polygon.rings[0]
    ]
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return _Box(west=min(xs), south=min(ys), east=max(xs), north=max(ys))


def _corner(box: _Box, view: _View) -> Point:
    """The right and lower edges of the box on the drawing."""
    return (
        view.left + (box.east - box.west) / view.unit,
        view.top + (box.north - box.south) / view.unit,
    )


def _outline(one: Boundary, view: _View) -> str:
    return "".join(_ring(ring, view) for polygon in one.polygons for ring in polygon.rings)


def _ring(ring: Sequence[Point], view: _View) -> str:
    """One closed outline in whole units, each step relative to the last; "" when too small."""
    corners: list[tuple[int, int]] = []
    for longitude, latitude in ring:
        corner = view.place(longitude, latitude)
        if not corners or corner != corners[-1]:
            corners.append(corner)
    if corners[0] == corners[-1]:
        corners.pop()
    if len(corners) < FEWEST_CORNERS:
        return ""
    steps = [f"{x - before_x} {y - before_y}" for (before_x, before_y), (x, y) in pairwise(corners)]
    line = "l".join(["", *steps]).replace(" -", "-")
    return f"M{corners[0][0]} {corners[0][1]}{line}z"
