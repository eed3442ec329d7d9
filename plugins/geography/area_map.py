"""The map of the alliances: an SVG drawn from ``alliances_boundaries.geojson``.

Plain Python, no map library. The areas are projected with a transverse Mercator whose meridian
and origin are those of the British National Grid (on a sphere: good to about 2 km, which is
less than can be seen). London is drawn a second time, larger. Colours are four classes;
the style sheet says what they look like.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import pairwise
from math import atan2, atanh, cos, radians, sin, tan
from typing import TYPE_CHECKING, Any, Final

from geography.polygons import features

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geography.alliances import Alliances
    from geography.polygons import Polygon

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
class Area:
    """An alliance's area as a map shows it.

    ``tint`` is 1 to 4; no two neighbours share one. ``neighbours`` are slugs.
    """

    slug: str
    name: str
    tint: int
    london: bool
    neighbours: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary:
    """An area with its polygons in degrees (longitude, latitude, WGS84).

    ``label`` is a point inside the area.
    """

    area: Area
    label: Point
    polygons: tuple[Polygon, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What all maps of one fineness share: outlines and places of numbers by slug, the frame.

    ``small`` holds London's areas as they stand within England.
    """

    width: int
    height: int
    frame: str
    outlines: Mapping[str, str]
    small: Mapping[str, str]
    labels: Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaMap:
    """What maps are made from: the areas from north to south, and two drawings of them."""

    areas: tuple[Area, ...]
    fine: Drawing
    coarse: Drawing


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


def boundaries_from(document: Mapping[str, Any], alliances: Alliances) -> tuple[Boundary, ...]:
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


def neighbours(areas: Sequence[Area], slug: str) -> tuple[str, ...]:
    """The slugs of the alliances that share a border with this one, from north to south.

    Empty for a slug that has no area.
    """
    beside = {name for one in areas if one.slug == slug for name in one.neighbours}
    return tuple(one.slug for one in areas if one.slug in beside)


def map_svg(
    area_map: AreaMap,
    addresses: Mapping[str, str],
    *,
    label: str,
    chosen: str = "",
    numbers: Mapping[str, int] | None = None,
) -> str:
    """The map as one ``<svg>`` element.

    ``addresses`` gives each slug its link. Without ``chosen`` every area is a link named after
    its alliance. With it, that alliance is marked, only its neighbours are links, and the
    outlines are coarser, so the map is about half as large. ``numbers`` writes a number into
    each area, to go with a numbered list. ``label`` names the map for screen readers.
    """
    drawing = area_map.coarse if chosen else area_map.fine
    beside = neighbours(area_map.areas, chosen)
    parts = []
    for one in area_map.areas:
        number = numbers.get(one.slug) if numbers else None
        parts.append(_area(one, drawing, addresses, chosen, beside, number))
    small = "".join(
        _path(drawing.small[one.slug], _state(one, chosen, beside))
        for one in area_map.areas
        if one.london
    )
    return (
        f'<svg class="app-map{" app-map--coarse" if chosen else ""}" '
        f'viewBox="0 0 {drawing.width} {drawing.height}" role="group" '
        f'aria-label="{escape(label)}"><g aria-hidden="true">{drawing.frame}{small}</g>'
        f"{''.join(parts)}</svg>"
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


def _state(one: Area, chosen: str, beside: Sequence[str]) -> str:
    if not chosen:
        return f"tint{one.tint}"
    if one.slug == chosen:
        return "chosen"
    return f"tint{one.tint}" if one.slug in beside else "quiet"


def _area(
    one: Area,
    drawing: Drawing,
    addresses: Mapping[str, str],
    chosen: str,
    beside: Sequence[str],
    number: int | None,
) -> str:
    shape = _path(drawing.outlines[one.slug], _state(one, chosen, beside))
    if number is not None:
        x, y = drawing.labels[one.slug]
        shape += f'<text class="app-map__number" x="{x}" y="{y}">{number}</text>'
    if chosen and one.slug not in beside:
        return shape
    return (
        f'<a class="app-map__link" href="{escape(addresses[one.slug])}" '
        f'aria-label="{escape(one.name)}">{shape}</a>'
    )


def _path(outline: str, state: str) -> str:
    return f'<path class="app-map__area app-map__area--{state}" d="{outline}"/>'


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
