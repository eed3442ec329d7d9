"""Hospitals and trusts."""

from __future__ import annotations

import pytest

from geography.lookup.trusts import Trust, trusts_from
from geography.making.hospital_sites import (
    Hospital,
    hospitals_from,
    in_alphabetical_order,
    trusts_by_place,
)


def hospital(name, trust="A Trust", ods="RAA", alliances=("northern",)):
    return Hospital(
        name=name,
        postcode="LS1 4AP",
        trust=trust,
        trust_ods=ods,
        list_year="2024",
        alliances=alliances,
    )


def test_a_hospital_stands_where_its_postcode_is(geography):
    row = {
        "hospital": "One",
        "postcode": "HG2 7SX",
        "trust": "T",
        "trust_ods": "RCD",
        "list": "2018",
    }
    (made,) = hospitals_from([row], geography.postcodes, geography.alliances, {"One": ("1",)})
    assert made.alliances == ("humber-and-north-yorkshire", "west-yorkshire-and-harrogate")
    assert (made.zone, made.also) == ("harrogate", ("1",))
    assert made.from_old_list


def test_a_postcode_outside_england_is_an_error(geography):
    row = {"hospital": "One", "postcode": "CF10 1AA", "trust": "", "trust_ods": "", "list": ""}
    with pytest.raises(ValueError, match="One: CF10 1AA is not a postcode in England"):
        hospitals_from([row], geography.postcodes, geography.alliances, {})


def test_another_name_of_a_hospital_that_is_not_there_is_an_error(geography):
    with pytest.raises(ValueError, match="not in the list: \\['Two'\\]"):
        hospitals_from([], geography.postcodes, geography.alliances, {"Two": ("2",)})


def test_what_an_alliance_says_of_a_trust_goes_before_the_place_of_its_hospitals():
    found = trusts_from(
        trusts_by_place(
            [
                hospital("A"),
                hospital("B", "The B Trust", "RBB", ("wessex", "northern")),
                hospital("D", "The B Trust", "RBB", ("northern",)),
            ]
        ),
        [
            Trust(name="A Trust (old)", ods="RAA", alliances=("peninsula",)),
            Trust(name="C Trust", ods="RCC", alliances=("wessex",)),
        ],
    )
    assert [(one.name, one.alliances) for one in found] == [
        ("A Trust", ("peninsula",)),
        ("The B Trust", ("wessex", "northern")),
        ("C Trust", ("wessex",)),
    ]


def test_the_article_does_not_count_in_alphabetical_order():
    names = [one.name for one in in_alphabetical_order(map(hospital, ["The B", "C", "A"]))]
    assert names == ["A", "The B", "C"]


def test_every_hospital_is_there_once_and_from_a_list_with_a_year(geography):
    pairs = [(one.name, one.trust_ods) for one in geography.hospitals]
    assert len(pairs) == len(set(pairs))
    assert {one.list_year for one in geography.hospitals} == {"2017", "2018", "2024"}
