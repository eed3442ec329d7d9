"""Patches: small square pictures that stand for alliances, and the quilt sewn together from them.

A patch is 100 by 100 units: a ground colour, a shape and an accent. All of it is decoration,
hidden from screen readers. The same arguments always give the same text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

Design: TypeAlias = tuple[str, Sequence[str]]
"""A motif's name, then the names of its ground, shape and accent colours."""

SIDE = 100

# For art only: no words stand on these.
COLOURS = {
    "damson": "#5c1f54",
    "pine": "#245243",
    "lavender": "#b998cf",
    "gold": "#f2b33d",
    "terracotta": "#c9613f",
    "sage": "#8fb08a",
    "cream": "#fffaf2",
    "mint": "#dfe9da",
    "oat": "#f3e9da",
    "plum": "#ede3f3",
}

# The running stitch along a patch's edge: near enough to the ground to stay quiet.
THREADS = {
    "damson": "lavender",
    "pine": "sage",
    "lavender": "plum",
    "gold": "cream",
    "terracotta": "oat",
    "sage": "mint",
    "cream": "lavender",
    "mint": "sage",
    "oat": "terracotta",
    "plum": "lavender",
}

# {ground}, {shape} and {accent} become colours. No shape leaves the square.
MOTIFS = {
    "leaf": (
        '<path fill="none" stroke="{accent}" stroke-width="4" stroke-linecap="round" '
        'd="M50 86V40"/>'
        '<path fill="{shape}" d="M50 14c12 10 12 26 0 36-12-10-12-26 0-36z'
        "M52 64c0-15 11-24 28-24 1 16-10 26-28 24zM48 64c0-15-11-24-28-24-1 16 10 26 28 24z"
        'M52 85c1-12 10-19 24-18 0 12-10 19-24 18zM48 85c-1-12-10-19-24-18 0 12 10 19 24 18z"/>'
    ),
    "quarters": (
        '<path fill="{shape}" d="M15 50V15a35 35 0 0 1 35 35zM85 50v35a35 35 0 0 1-35-35z"/>'
        '<path fill="{accent}" d="M50 15h35a35 35 0 0 1-35 35zM50 85H15a35 35 0 0 1 35-35z"/>'
    ),
    "person": (
        '<path fill="none" stroke="{shape}" stroke-width="13" stroke-linecap="round" '
        'd="M62 84q17-9 17-34"/>'
        '<path fill="{shape}" d="M16 100V84a28 28 0 0 1 56 0v16z"/>'
        '<circle cx="44" cy="36" r="16" fill="{accent}"/>'
        '<circle cx="79" cy="40" r="8" fill="{accent}"/>'
    ),
    "two-people": (
        '<path fill="{shape}" d="M12 100V80a22 22 0 0 1 44 0v20z"/>'
        '<circle cx="34" cy="38" r="15" fill="{shape}"/>'
        '<path fill="{ground}" d="M46 100V87a22 22 0 0 1 44 0v13z"/>'
        '<path fill="{accent}" d="M50 100V87a18 18 0 0 1 36 0v13z"/>'
        '<circle cx="68" cy="52" r="13" fill="{accent}"/>'
    ),
    "sun": (
        '<path fill="{shape}" d="M27 66a23 23 0 0 1 46 0z"/>'
        '<path fill="none" stroke="{shape}" stroke-width="6" stroke-linecap="round" '
        'd="M50 32V19M27 41l-9-9M73 41l9-9"/>'
        '<path fill="none" stroke="{accent}" stroke-width="6" stroke-linecap="round" '
        'd="M18 73h64M30 84h40"/>'
    ),
    "speech": (
        '<path fill="{accent}" d="M44 14h30a13 13 0 0 1 13 13v18a13 13 0 0 1-8 12v14L65 58H44z"/>'
        '<path fill="{ground}" d="M24 24h32a17 17 0 0 1 17 17v14a17 17 0 0 1-17 17H47L23 92V72'
        'A17 17 0 0 1 9 55V41a17 17 0 0 1 15-17z"/>'
        '<path fill="{shape}" d="M26 28h30a13 13 0 0 1 13 13v14a13 13 0 0 1-13 13H45L27 83V68h-1'
        'a13 13 0 0 1-13-13V41a13 13 0 0 1 13-13z"/>'
        '<path fill="{ground}" d="M41 62'
        'C31 56 27 51 27 46a7 7 0 0 1 14-1 7 7 0 0 1 14 1c0 5-4 10-14 16z"/>'
    ),
    "petals": (
        '<path fill="none" stroke="{shape}" stroke-width="22" stroke-linecap="round" '
        'd="M50 26v1M70.800 38l-.9.5M70.800 62l-.9-.5M50 74v-1M29.200 62l.9-.5M29.200 38l.9.5"/>'
        '<circle cx="50" cy="50" r="14" fill="{accent}"/>'
    ),
    "rings": (
        '<circle cx="50" cy="50" r="36" fill="{shape}"/>'
        '<circle cx="50" cy="50" r="26" fill="none" stroke="{ground}" stroke-width="4" '
        'stroke-dasharray="8.100 5.510"/>'
        '<circle cx="50" cy="50" r="15" fill="{accent}"/>'
    ),
    "hills": (
        '<circle cx="68" cy="34" r="14" fill="{accent}"/>'
        '<path fill="{shape}" d="M0 100V72c18-20 38-20 56-4 14-13 30-14 44-3v35z"/>'
        '<path fill="none" stroke="{ground}" stroke-width="4" stroke-linecap="round" '
        'stroke-dasharray="7 8" d="M10 86c15-14 30-13 44 1"/>'
    ),
    "arch": (
        '<path fill="none" stroke="{shape}" stroke-width="13" d="M22 100V52a28 28 0 0 1 56 0v48"/>'
        '<path fill="{accent}" d="M37 100V53a13 13 0 0 1 26 0v47z"/>'
    ),
    "house": (
        '<path fill="{accent}" d="M67 20h11v24H67z"/>'
        '<path fill="{shape}" d="M50 15 86 48h-7v38H21V48h-7z"/>'
        '<path fill="{accent}" d="M40 86V71a10 10 0 0 1 20 0v15z"/>'
        '<path fill="{ground}" d="M50 56c-7-4-10-8-10-12a5 5 0 0 1 10-1'
        'a5 5 0 0 1 10 1c0 4-3 8-10 12z"/>'
    ),
    "diagonal": (
        '<path fill="{shape}" d="M15 85V50l35-35h35z"/>'
        '<path fill="{accent}" d="M15 15h22L15 37zM85 85H63l22-22z"/>'
        '<path fill="none" stroke="{ground}" stroke-width="4" stroke-linecap="round" '
        'stroke-dasharray="7 8" d="M28 60 60 28"/>'
    ),
}

# One patch for each of England's 20 alliances: 5 across and 4 down.
QUILT: Sequence[Design] = (
    ("sun", ("cream", "terracotta", "damson")),
    ("leaf", ("pine", "sage", "gold")),
    ("speech", ("gold", "cream", "damson")),
    ("quarters", ("damson", "lavender", "gold")),
    ("person", ("mint", "terracotta", "pine")),
    ("petals", ("terracotta", "cream", "gold")),
    ("two-people", ("oat", "damson", "terracotta")),
    ("rings", ("sage", "pine", "cream")),
    ("house", ("lavender", "damson", "gold")),
    ("hills", ("gold", "pine", "cream")),
    ("arch", ("damson", "gold", "terracotta")),
    ("diagonal", ("mint", "pine", "gold")),
    ("person", ("terracotta", "damson", "cream")),
    ("leaf", ("cream", "damson", "terracotta")),
    ("speech", ("pine", "mint", "gold")),
    ("hills", ("lavender", "damson", "gold")),
    ("rings", ("gold", "terracotta", "cream")),
    ("sun", ("damson", "gold", "lavender")),
    ("two-people", ("sage", "pine", "cream")),
    ("petals", ("oat", "terracotta", "damson")),
)

BAND: Sequence[Design] = (
    ("house", ("mint", "terracotta", "pine")),
    ("quarters", ("damson", "lavender", "gold")),
    ("person", ("gold", "damson", "terracotta")),
    ("rings", ("pine", "sage", "gold")),
    ("speech", ("lavender", "cream", "damson")),
    ("leaf", ("terracotta", "cream", "damson")),
    ("hills", ("plum", "pine", "gold")),
    ("sun", ("damson", "gold", "terracotta")),
    ("two-people", ("sage", "pine", "cream")),
    ("petals", ("oat", "damson", "gold")),
    ("arch", ("pine", "gold", "terracotta")),
    ("diagonal", ("gold", "terracotta", "damson")),
)

ICON: Sequence[Design] = (
    ("quarters", ("damson", "lavender", "gold")),
    ("sun", ("gold", "terracotta", "damson")),
    ("two-people", ("mint", "pine", "terracotta")),
    ("petals", ("terracotta", "cream", "gold")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A patch that a page draws once, and what shows it, however often it stands there.

    ``whole`` is for a page where it stands once.
    """

    drawing: str
    shown: str
    whole: str


def patch(motif: str, colours: Sequence[str]) -> str:
    """Return one patch as inline SVG.

    ``colours`` names the ground, the shape and the accent. Raises ``ValueError`` for a motif or
    a colour that is not in the tables above, or for any number of colours but 3.
    """
    return (
        f'<svg class="app-patch" viewBox="0 0 {SIDE} {SIDE}" aria-hidden="true">'
        f"{_drawing(motif, tuple(colours))}</svg>"
    )


@cache
def shared(motif: str, colours: tuple[str, str, str]) -> Shared:
    """Return one patch for a page that shows it many times; the arguments are those of a patch."""
    name = "-".join(("patch", motif, *colours))
    drawing = _drawing(motif, colours)
    return Shared(
        drawing=f'<symbol id="{name}" viewBox="0 0 {SIDE} {SIDE}">{drawing}</symbol>',
        shown=f'<svg class="app-patch" aria-hidden="true"><use href="#{name}"/></svg>',
        whole=patch(motif, colours),
    )


def quilt(designs: Sequence[Design] = QUILT, columns: int = 5) -> str:
    """Return patches sewn together, row by row, as a picture of its own."""
    rows = -(-len(designs) // columns)
    return _picture(columns * SIDE, rows * SIDE, _sewn(designs, columns))


def band(designs: Sequence[Design] = BAND) -> str:
    """Return one row of patches that can be repeated sideways."""
    width = len(designs) * SIDE
    return _picture(width, SIDE, _sewn(designs, len(designs)))


def icon(designs: Sequence[Design] = ICON) -> str:
    """Return the site's sign: 2 by 2 patches with round corners, plain enough for 16 pixels."""
    side = 2 * SIDE
    squares = "".join(
        _moved(_drawing(motif, tuple(colours), stitched=False), index, columns=2)
        for index, (motif, colours) in enumerate(designs)
    )
    return _picture(
        side,
        side,
        f'<clipPath id="edge"><rect width="{side}" height="{side}" rx="36"/></clipPath>'
        f'<g clip-path="url(#edge)">{squares}</g>',
    )


@cache
def _drawing(motif: str, colours: tuple[str, ...], *, stitched: bool = True) -> str:
    """Return the inside of a patch, from its ground upwards."""
    if motif not in MOTIFS:
        raise ValueError(f"expected a motif, got {motif!r}; allowed: {', '.join(MOTIFS)}")
    if len(colours) != 3:
        raise ValueError(f"expected 3 colours (ground, shape, accent), got {len(colours)}")
    for colour in colours:
        if colour not in COLOURS:
            raise ValueError(f"expected a colour, got {colour!r}; allowed: {', '.join(COLOURS)}")
    ground, shape, accent = (COLOURS[colour] for colour in colours)
    edge = (
        f'<path fill="none" stroke="{COLOURS[THREADS[colours[0]]]}" stroke-width="1.5" '
        'stroke-dasharray="5 4" d="M6 6h88v88H6z"/>'
    )
    return (
        f'<path fill="{ground}" d="M0 0h{SIDE}v{SIDE}H0z"/>'
        f"{edge if stitched else ''}"
        f"{MOTIFS[motif].format(ground=ground, shape=shape, accent=accent)}"
    )


def _sewn(designs: Sequence[Design], columns: int) -> str:
    """Return the patches side by side, so many to a row."""
    return "".join(
        _moved(_drawing(motif, tuple(colours)), index, columns)
        for index, (motif, colours) in enumerate(designs)
    )


def _moved(drawing: str, index: int, columns: int) -> str:
    """Return a drawing in its place on the grid, counted from the top left."""
    row, column = divmod(index, columns)
    return f'<g transform="translate({column * SIDE} {row * SIDE})">{drawing}</g>'


def _picture(width: int, height: int, drawing: str) -> str:
    """Return a drawing as an SVG file's whole text."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">{drawing}</svg>\n'
    )
