"""Area map: an SVG of the alliances, made of outlines that are drawn already (``outlines.py``).

Colours are four classes; the style sheet says what they look like.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


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
    numbers: Mapping[str, int] | None = None,
) -> str:
    """The map as one ``<svg>`` element: every area is a link named after its alliance.

    ``addresses`` gives each slug its link. ``numbers`` writes a number into each area, to go
    with a numbered list. ``label`` names the map for screen readers.
    """
    drawing = area_map.fine
    small = "".join(
        _path(drawing.small[one.slug], f"tint{one.tint}") for one in area_map.areas if one.london
    )
    links = "".join(
        f'<a class="app-map__link" href="{escape(addresses[one.slug])}" '
        f'aria-label="{escape(one.name)}">{_path(drawing.outlines[one.slug], f"tint{one.tint}")}'
        f"{_number(drawing, one.slug, numbers) if numbers else ''}</a>"
        for one in area_map.areas
    )
    return (
        f'<svg class="app-map" viewBox="0 0 {drawing.width} {drawing.height}" role="group" '
        f'aria-label="{escape(label)}"><g aria-hidden="true">{drawing.frame}{small}</g>'
        f"{links}</svg>"
    )


def picture_svg(area_map: AreaMap, chosen: str, *, label: str) -> str:
    """The map as a picture with one alliance marked and its neighbours tinted.

    Nothing in it is a link: areas as small as London's are hard to hit. Its outlines are coarser,
    so it is about half as large as the map of links.
    """
    drawing, beside = area_map.coarse, neighbours(area_map.areas, chosen)
    areas = area_map.areas
    shapes = [
        _path(drawing.small[one.slug], _state(one, chosen, beside)) for one in areas if one.london
    ]
    shapes += [_path(drawing.outlines[one.slug], _state(one, chosen, beside)) for one in areas]
    return (
        f'<svg class="app-map app-map--coarse" viewBox="0 0 {drawing.width} {drawing.height}" '
        f'role="img" aria-label="{escape(label)}">{drawing.frame}{"".join(shapes)}</svg>'
    )


def _number(drawing: Drawing, slug: str, numbers: Mapping[str, int]) -> str:
    if slug not in numbers:
        return ""
    x, y = drawing.labels[slug]
    return f'<text class="app-map__number" x="{x}" y="{y}">{numbers[slug]}</text>'


def _state(one: Area, chosen: str, beside: Sequence[str]) -> str:
    if one.slug == chosen:
        return "chosen"
    return f"tint{one.tint}" if one.slug in beside else "quiet"


def _path(outline: str, state: str) -> str:
    return f'<path class="app-map__area app-map__area--{state}" d="{outline}"/>'
