"""The patches are whole, safe and always the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from tests.nowhere import vocabularies
from website.artwork.patches import (
    BAND,
    COLOURS,
    ICON,
    MOTIFS,
    QUILT,
    THREADS,
    band,
    icon,
    patch,
    quilt,
    shared,
)


def test_a_patch_is_its_ground_its_stitch_its_shape_and_its_accent() -> None:
    assert patch("rings", ["sage", "pine", "cream"]) == (
        '<svg class="app-patch" viewBox="0 0 100 100" aria-hidden="true">'
        '<path fill="#8fb08a" d="M0 0h100v100H0z"/>'
        '<path fill="none" stroke="#dfe9da" stroke-width="1.5" '
        'stroke-dasharray="5 4" d="M6 6h88v88H6z"/>'
        '<circle cx="50" cy="50" r="36" fill="#245243"/>'
        '<circle cx="50" cy="50" r="26" fill="none" stroke="#8fb08a" stroke-width="4" '
        'stroke-dasharray="8.100 5.510"/>'
        '<circle cx="50" cy="50" r="15" fill="#fffaf2"/></svg>'
    )


def test_a_patch_that_is_shown_many_times_is_drawn_once_under_its_name() -> None:
    made = shared("rings", ("sage", "pine", "cream"))
    inside = patch("rings", ["sage", "pine", "cream"]).partition(">")[2].removesuffix("</svg>")
    assert made.drawing == (
        f'<symbol id="patch-rings-sage-pine-cream" viewBox="0 0 100 100">{inside}</symbol>'
    )
    assert made.shown == (
        '<svg class="app-patch" aria-hidden="true"><use href="#patch-rings-sage-pine-cream"/></svg>'
    )
    assert made.whole == patch("rings", ["sage", "pine", "cream"])


def test_there_is_a_drawing_for_each_name_that_an_alliance_may_use() -> None:
    assert list(vocabularies()["motifs"].terms) == list(MOTIFS)
    assert list(vocabularies()["colours"].terms) == list(COLOURS)


@pytest.mark.parametrize("motif", MOTIFS)
def test_every_motif_shows_its_shape_and_its_accent_and_runs_nothing(motif: str) -> None:
    drawing = patch(motif, ["damson", "gold", "sage"])
    names = {element.tag for element in ElementTree.fromstring(drawing).iter()}
    assert COLOURS["gold"] in drawing
    assert COLOURS["sage"] in drawing
    assert names <= {"svg", "g", "path", "circle"}
    assert "{" not in drawing


@pytest.mark.parametrize(
    ("motif", "colours", "message"),
    [
        (
            "tree",
            ["damson", "gold", "sage"],
            "expected a motif, got 'tree'; allowed: leaf, quarters",
        ),
        ("leaf", ["damson", "gold"], "expected 3 colours (ground, shape, accent), got 2"),
        (
            "leaf",
            ["damson", "blue", "sage"],
            "expected a colour, got 'blue'; allowed: damson, pine",
        ),
    ],
)
def test_an_unknown_word_is_refused_with_what_is_allowed(
    motif: str, colours: list[str], message: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        patch(motif, colours)


def test_every_colour_is_a_full_hex_and_has_a_thread_of_another_colour() -> None:
    assert all(re.fullmatch("#[0-9a-f]{6}", value) for value in COLOURS.values())
    assert list(THREADS) == list(COLOURS)
    assert all(thread in COLOURS and thread != ground for ground, thread in THREADS.items())


@pytest.mark.parametrize(
    ("draw", "box", "patches"),
    [(quilt, "0 0 500 400", 20), (band, "0 0 1200 100", 12), (icon, "0 0 200 200", 4)],
)
def test_the_art_is_one_picture_with_a_place_for_each_patch(
    draw: Callable[[], str], box: str, patches: int
) -> None:
    picture = ElementTree.fromstring(draw())
    places = re.findall(r"translate\((\d+ \d+)\)", draw())
    assert picture.get("viewBox") == box
    assert len(places) == patches
    assert len(set(places)) == patches
    assert draw() == draw()


def test_a_row_that_is_not_full_still_has_its_height() -> None:
    assert 'viewBox="0 0 200 200"' in quilt(BAND[:3], columns=2)


def test_no_two_neighbours_in_the_quilt_or_the_band_share_a_ground() -> None:
    grounds = [colours[0] for _, colours in QUILT]
    beside = [(n, n + 1) for n in range(20) if n % 5 < 4]
    below = [(n, n + 5) for n in range(15)]
    assert [pair for pair in beside + below if grounds[pair[0]] == grounds[pair[1]]] == []
    row = [colours[0] for _, colours in (*BAND, BAND[0])]
    assert all(one != other for one, other in pairwise(row))


def test_the_icon_leaves_the_stitches_out_because_they_blur_when_small() -> None:
    assert 'stroke-width="1.5"' in quilt()
    assert 'stroke-width="1.5"' not in icon()
    assert len({motif for motif, _ in ICON}) == 4
