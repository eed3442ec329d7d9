"""The table says of every postcode what it was made from."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from geography.making.postcode_table import lookup_for, membership, pairs, postcodes_from

UNITS = st.lists(st.text("ABDEFGHJ", min_size=2, max_size=2), min_size=1, unique=True)
SECTORS = st.dictionaries(
    st.sampled_from("0123456789"),
    st.dictionaries(st.sampled_from(["05", "07", "34", "W"]), UNITS, min_size=1),
    min_size=1,
)
TREES = st.dictionaries(st.sampled_from(["A1", "AB12", "E1W", "NPT"]), SECTORS)


def without_doubles(tree):
    """A postcode has one key: a unit that stands under two keys keeps the first."""
    return {
        outcode: {
            digit: {
                key: [unit for unit in units if first_key(keys, unit) == key]
                for key, units in keys.items()
                if any(first_key(keys, unit) == key for unit in units)
            }
            for digit, keys in sectors.items()
        }
        for outcode, sectors in tree.items()
    }


def first_key(keys, unit):
    return next(key for key, units in keys.items() if unit in units)


@given(TREES)
def test_every_postcode_has_the_key_it_was_given(made):
    tree = without_doubles(made)
    lookup = lookup_for(membership(tree))
    for outcode, sectors in tree.items():
        for digit, keys in sectors.items():
            for key, units in keys.items():
                for unit in units:
                    assert lookup.key(f"{outcode}{digit}{unit}") == key


def test_the_most_frequent_key_is_the_default_at_each_level():
    tree = {
        "AB1": {"1": {"05": ["AA", "AB"], "07": ["AD"]}, "2": {"05": ["AA"]}, "3": {"07": ["AA"]}},
        "AB2": {"1": {"07": ["AA"]}},
    }
    assert membership(tree) == {
        "whole": {"07": "AB2"},
        "mixed": {"AB1": {"": "05", "1": {"": "05", "07": "AD"}, "3": "07"}},
    }


def test_a_tie_goes_to_the_lowest_key_and_units_are_in_order():
    tree = {"AB1": {"1": {"07": ["AD", "AB"], "05": ["AA", "AE"]}}}
    assert membership(tree)["mixed"] == {"AB1": {"": "05", "1": {"": "05", "07": "ABAD"}}}


def test_units_are_read_in_steps_of_two():
    assert pairs("ABCDEF") == ["AB", "CD", "EF"]


def test_a_postcode_is_answered_in_any_spelling(geography):
    answers = {text: geography.postcodes.answer(text) for text in ("hg1 1aa", "BT11AA", "ZZ1 1AA")}
    assert answers == {"hg1 1aa": "26", "BT11AA": "Northern Ireland", "ZZ1 1AA": None}


def test_an_overlap_gives_two_keys_and_a_mention_gives_one(geography):
    keys = {
        text: geography.postcodes.keys(text)
        for text in ("HG1 1AA", "SN1 1AA", "SK13 8AA", "LS1 4AP", "CF10 1AA")
    }
    assert keys == {
        "HG1 1AA": ("26", "30"),
        "SN1 1AA": ("34", "33"),
        "SK13 8AA": ("31",),
        "LS1 4AP": ("30",),
        "CF10 1AA": (),
    }


def test_only_a_postcode_with_the_official_answer_is_in_a_zone():
    table = {
        "vintage": "",
        "areas": {},
        "whole": {"05": "A1", "07": "A2"},
        "mixed": {},
        "overlaps": [
            {
                "zone": "z",
                "show": ["05", "07"],
                "level": "both",
                "words": "",
                "whole": {"1": "A1 A2"},
                "mixed": {},
            }
        ],
    }
    postcodes = postcodes_from(table)
    assert postcodes.keys("A1 1AA") == ("05", "07")
    assert postcodes.keys("A2 1AA") == ("07",)
