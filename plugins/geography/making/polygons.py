"""Polygons on the British National Grid, and whether a point lies in one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Polygon:
    """An area with its holes; ``box`` is west, south, east, north. Units as in the source file."""

    rings: tuple[Ring, ...]
    box: tuple[float, float, float, float]

    def contains(self, x: float, y: float) -> bool:
        """Whether the point is inside: it crosses the rings an odd number of times."""
        west, south, east, north = self.box
        if not (west <= x <= east and south <= y <= north):
            return False
        return sum(_crossings(ring, x, y) for ring in self.rings) % 2 == 1


def polygon_from(rings: Sequence[Sequence[Sequence[float]]]) -> Polygon:
    """A polygon from the ``coordinates`` of a GeoJSON Polygon."""
    tidy = tuple(tuple((point[0], point[1]) for point in ring) for ring in rings)
    xs = [x for x, _ in tidy[0]]
    ys = [y for _, y in tidy[0]]
    return Polygon(rings=tidy, box=(min(xs), min(ys), max(xs), max(ys)))


def features(
    document: Mapping[str, Any],
) -> Iterator[tuple[Mapping[str, Any], tuple[Polygon, ...]]]:
    """Each feature of a GeoJSON collection: its properties, and its polygons."""
    for feature in document["features"]:
        geometry = feature["geometry"]
        parts = geometry["coordinates"]
        if geometry["type"] == "Polygon":
            parts = [parts]
        yield feature["properties"], tuple(polygon_from(part) for part in parts)


def _crossings(ring: Ring, x: float, y: float) -> int:
    """How often a line from the point to the east crosses the ring."""
    crossings = 0
    before_x, before_y = ring[-1]
    for here_x, here_y in ring:
        if (here_y > y) != (before_y > y):
            slope = (before_x - here_x) / (before_y - here_y)
            crossings += x < here_x + (y - here_y) * slope
        before_x, before_y = here_x, here_y
    return crossings
