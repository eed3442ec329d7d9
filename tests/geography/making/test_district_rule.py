"""The rule: district, then the part of a split district."""

from __future__ import annotations

import pytest

from geography.making.district_rule import DistrictRule, UnknownDistrictError, rule_from
from geography.making.polygons import polygon_from

SQUARE = [[[0, 0], [0, 10], [10, 10], [10, 0], [0, 0]], [[4, 4], [4, 6], [6, 6], [6, 4], [4, 4]]]
RULE = rule_from(
    {
        "district": {"E06000001": "E56000029"},
        "split_district_default": {"E06000060": "E56000034"},
    },
    {
        "features": [
            {
                "properties": {"lad": "E06000060", "alliance": "E56000035"},
                "geometry": {"type": "Polygon", "coordinates": SQUARE},
            }
        ]
    },
)


@pytest.mark.parametrize(
    ("district", "place", "key"),
    [
        ("E06000001", None, "29"),
        ("E06000060", (1, 1), "35"),
        ("E06000060", (5, 5), "34"),
        ("E06000060", (50, 5), "34"),
        ("E06000060", None, "34"),
        ("S12000033", (1, 1), "S"),
        ("W06000015", (1, 1), "W"),
        ("N09000003", (1, 1), None),
        ("L99999999", None, None),
        ("M99999999", None, None),
    ],
)
def test_a_district_and_a_place_give_a_key(district, place, key):
    assert RULE.key_for(district, place) == key


def test_a_district_that_is_not_known_is_an_error():
    with pytest.raises(UnknownDistrictError, match="E06000099"):
        RULE.key_for("E06000099", None)


def test_the_real_rule_has_296_districts_of_20_alliances(rule: DistrictRule):
    keys = {*rule.whole.values(), *rule.split.values()}
    assert (len(rule.whole), len(rule.split), len(keys)) == (290, 6, 20)
    assert set(rule.parts) == set(rule.split)


def test_a_point_in_a_hole_is_outside():
    polygon = polygon_from(SQUARE)
    assert [polygon.contains(*point) for point in [(1, 1), (5, 5), (11, 5)]] == [True, False, False]
