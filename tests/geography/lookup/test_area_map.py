"""The map: links with names, the right neighbours, and small."""

from __future__ import annotations

import gzip
import re

import pytest
from bs4 import BeautifulSoup

from geography.lookup.area_map import map_svg, neighbours, picture_svg
from geography.making.outlines import projected

LIMIT = 40 * 1024


@pytest.fixture(scope="module")
def addresses(geography):
    return {alliance.slug: f"/alliances/{alliance.slug}/" for alliance in geography.alliances}


def drawn(prepared, addresses, **options):
    return map_svg(prepared.area_map, addresses, label="Map & list", **options)


def pictured(prepared, chosen):
    return picture_svg(prepared.area_map, chosen, label="Map & mark")


def test_every_area_is_a_link_with_its_name(geography, prepared, addresses):
    svg = BeautifulSoup(drawn(prepared, addresses), "html.parser").svg
    links = {link["aria-label"]: link["href"] for link in svg.find_all("a")}
    assert links == {one.name: f"/alliances/{one.slug}/" for one in geography.alliances}
    assert (svg["role"], svg["aria-label"]) == ("group", "Map & list")
    assert all(link.path["d"].startswith("M") for link in svg.find_all("a"))


def test_it_has_no_style_of_its_own_and_is_small(prepared, addresses):
    numbers = {slug: number for number, slug in enumerate(addresses, start=1)}
    for svg in (
        drawn(prepared, addresses, numbers=numbers),
        pictured(prepared, "thames-valley"),
    ):
        assert not re.search(r"style|fill=|stroke=|<script|on[a-z]+=", svg)
        assert len(gzip.compress(svg.encode())) < LIMIT / 3


def test_neighbours_have_different_tints(prepared):
    tints = {one.slug: one.tint for one in prepared.area_map.areas}
    assert set(tints.values()) == {1, 2, 3, 4}
    for one in prepared.area_map.areas:
        assert tints[one.slug] not in {tints[slug] for slug in one.neighbours}


def test_neighbours_are_mutual_and_in_the_order_of_the_map(prepared):
    assert neighbours(prepared.area_map.areas, "peninsula") == (
        "somerset-wiltshire-avon-and-gloucestershire",
        "wessex",
    )
    assert neighbours(prepared.area_map.areas, "nowhere") == ()
    for one in prepared.area_map.areas:
        for slug in one.neighbours:
            assert one.slug in neighbours(prepared.area_map.areas, slug)


def test_a_chosen_area_is_marked_on_a_picture_without_links(prepared):
    svg = BeautifulSoup(pictured(prepared, "peninsula"), "html.parser").svg
    assert (svg["role"], svg["aria-label"]) == ("img", "Map & mark")
    assert svg.find("a") is None
    assert len(svg.select(".app-map__area--chosen")) == 1
    in_london = sum(one.london for one in prepared.area_map.areas)
    quiet = len(prepared.area_map.areas) - 3 + in_london
    assert len(svg.select(".app-map__area--quiet")) == quiet


def test_an_alliance_in_london_is_marked_in_both_places(prepared):
    svg = BeautifulSoup(pictured(prepared, "west-london"), "html.parser").svg
    assert len(svg.select(".app-map__area--chosen")) == 2


def test_numbers_go_with_the_list(prepared, addresses):
    svg = BeautifulSoup(drawn(prepared, addresses, numbers={"wessex": 7}), "html.parser").svg
    (number,) = svg.select(".app-map__number")
    assert (number.string, number.parent["aria-label"]) == ("7", "Wessex")


def test_everything_lies_inside_the_drawing(prepared, addresses):
    svg = BeautifulSoup(drawn(prepared, addresses), "html.parser").svg
    _, _, width, height = map(int, svg["viewbox"].split())
    for path in svg.find_all("path"):
        for outline in path["d"].removesuffix("z").split("z"):
            corners = [
                [int(number) for number in re.findall(r"-?\d+", step)]
                for step in outline[1:].split("l")
            ]
            x = y = 0
            for step_x, step_y in corners:
                x, y = x + step_x, y + step_y
                assert 0 <= x <= width
                assert 0 <= y <= height


@pytest.mark.parametrize(
    ("longitude", "latitude", "easting", "northing"),
    [(-2.0, 49.0, 0, 0), (-0.1276, 51.5072, 130_000, 280_400), (-5.715, 50.066, -265_800, 125_000)],
)
def test_the_projection_is_good_to_a_few_kilometres(longitude, latitude, easting, northing):
    x, y = projected(longitude, latitude)
    assert (x, y) == pytest.approx((easting, northing), abs=3_000)
