"""The stylesheet keeps its promises: colours in one place, contrast, size, names."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[2] / "theme" / "static" / "css"
PARTS = ["tokens", "base", "layout", "components", "finder", "utilities", "print", "paper"]
TOKENS = (CSS / "tokens.css").read_text(encoding="utf-8")
LIMIT = 10 * 1024

TINTS = ["paper", "surface", "oat", "lav", "sage", "rose", "amber"]
# The pairs that appear on pages: a text colour on every ground that it can stand on.
PAIRS = [
    *[(text, ground) for text in ["ink", "damson", "link", "visited"] for ground in TINTS],
    *[("soft", ground) for ground in ["paper", "surface", "oat", "lav"]],
    *[("terra", ground) for ground in ["paper", "surface", "rose", "amber"]],
    *[("pine", ground) for ground in ["paper", "surface", "sage"]],
    ("paper", "terra"),
    ("on-damson", "damson"),
    ("on-damson", "damson-strong"),
    ("on-deep", "deep"),
]


def scheme(dark: bool) -> dict[str, str]:
    """Return the colour of each token, as hexadecimal, in light or dark."""
    blocks = re.findall(r":root \{(.*?)\}", TOKENS, re.DOTALL)
    found = dict(re.findall(r"--([\w-]+): (#\w+);", blocks[0]))
    return found | dict(re.findall(r"--([\w-]+): (#\w+);", blocks[1])) if dark else found


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rgb`` or ``#rrggbb``, from 0 to 1 (WCAG 2.2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    channels = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_text_stands_out_from_its_ground(dark: bool) -> None:
    colours = scheme(dark)
    ratios = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in PAIRS}
    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < 7} == {}


@pytest.mark.parametrize("dark", [False, True])
def test_edges_of_controls_stand_out_from_their_ground(dark: bool) -> None:
    colours = scheme(dark)
    assert contrast(colours["ctrl"], colours["surface"]) >= 3
    assert contrast(colours["ctrl"], colours["paper"]) >= 3
    assert contrast(colours["gold"], colours["deep"]) >= 3
    assert contrast(colours["ink"], colours["lav"]) >= 3


@pytest.mark.parametrize("part", PARTS[1:])
def test_no_colour_is_written_outside_the_tokens(part: str) -> None:
    rules = (CSS / f"{part}.css").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(", rules) == []


def test_every_token_that_is_used_is_there_and_every_token_is_used() -> None:
    rules = "".join((CSS / f"{part}.css").read_text(encoding="utf-8") for part in PARTS)
    there = set(re.findall(r"^\s+(--[\w-]+):", TOKENS, re.MULTILINE))
    assert set(re.findall(r"var\((--[\w-]+)", rules)) == there


def test_classes_are_blocks_elements_and_modifiers_of_ours() -> None:
    rules = "".join((CSS / f"{part}.css").read_text(encoding="utf-8") for part in PARTS)
    names = set(re.findall(r"\.([a-z][\w-]*)", re.sub(r'url\(.*?\)|/\*.*?\*/|"[^"]*"', "", rules)))
    names -= {"admonition", "admonition-title", "tip", "care"}  # Markdown writes these
    shape = re.compile(r"app-[a-z]+(-[a-z0-9]+)*(__[a-z-]+)?(--[a-z0-9]+)?")
    assert {name for name in names if not shape.fullmatch(name)} == set()


def test_the_whole_is_small() -> None:
    whole = "".join((CSS / f"{part}.css").read_text(encoding="utf-8") for part in PARTS)
    assert len(gzip.compress(whole.encode())) <= LIMIT
