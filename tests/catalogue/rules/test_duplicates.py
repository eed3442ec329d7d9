"""One opportunity is listed once for an area."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.rules import duplicates
from catalogue.rules.duplicates import no_entry_twice
from tests import invented


def twins(*entries):
    return [(problem.path[22:-3], problem.code) for problem in no_entry_twice(entries)]


def listed(slug, title, link=None, **values):
    apply = invented.apply(url=link) if link else None
    return invented.entry(slug, title=title, apply=apply, **values)


LINK = "https://www.example.nhs.uk/panel"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("Read leaflets", LINK), ("Sort pebbles", LINK), [("b", "same-link")]),
        (("Read leaflets", LINK), ("Sort pebbles", LINK + "/"), [("b", "same-link")]),
        (("Read leaflets", LINK), ("Sort pebbles", LINK + "2"), []),
        (("Pebble panel of Nowhere",), ("Pebble panel, of Nowhere!",), [("b", "same-title")]),
        (("Pebble panel of Nowhere",), ("Pebble panels of Nowhere",), [("b", "same-title")]),
        (("Patient panel",), ("Patients panel",), [("b", "same-title")]),
        (("Patient panel",), ("Carer panel",), []),
        (("Pebble panel of Nowhere",), ("Stone group",), []),
        (("Pebble survey 2025",), ("Pebble survey 2026",), []),
    ],
)
def test_one_thing_is_listed_once_for_an_area(first, second, expected):
    assert twins(listed("a", *first), listed("b", *second)) == expected


# Long words, so that titles in which one of them differs are nearly the same.
TITLE = st.lists(
    st.sampled_from(
        ["a", "involvement", "involvements", "neighbourhood", "neighbourhoods", "2026"]
    ),
    min_size=1,
    max_size=6,
).map(" ".join)


@settings(deadline=None)
@given(st.lists(TITLE, max_size=6))
def test_titles_with_two_words_of_their_own_are_like_no_other(titles):
    entries = [listed(chr(ord("a") + at), title) for at, title in enumerate(titles)]
    found = twins(*entries)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(duplicates, "_likely_twins", list)
        assert twins(*entries) == found


def test_a_twin_of_another_area_another_organiser_or_the_archive_is_none():
    one = listed("a", "Pebble panel", LINK)
    assert twins(one, listed("b", "Pebble panel", LINK, alliances=("northern",))) == []
    assert twins(one, listed("b", "Pebble panel", organiser="Somebody else")) == []
    assert twins(one, listed("b", "Pebble panel", LINK, closed="yes")) == []
    assert twins(one, listed("b", "Pebble panel", LINK, moved_to="a")) == []


def test_twins_of_several_areas_are_told_once():
    areas = ("wessex", "northern")
    first = listed("a", "Pebble panel", LINK, alliances=areas)
    second = listed("b", "Stone group", LINK, alliances=areas)
    assert twins(first, second) == [("b", "same-link")]


@pytest.mark.parametrize(
    ("second", "message"),
    [
        (
            listed("b", "Stone group", LINK),
            "content/opportunities/b.md and content/opportunities/a.md "
            "send people to the same page",
        ),
        (
            listed("b", "Pebble panel of Nowheres"),
            "content/opportunities/b.md and content/opportunities/a.md have nearly the same title "
            "and the same organiser",
        ),
    ],
)
def test_the_messages_on_twins(second, message):
    (problem,) = no_entry_twice([listed("a", "Pebble panel of Nowhere", LINK), second])
    assert problem.message == message
    assert problem.fix == "delete one of the two entries, or ask a maintainer to accept both"
    assert problem.severity == "hold"


@pytest.mark.parametrize(
    ("days", "new", "told_of"),
    [((20, 21), "", "b"), ((21, 20), "", "a"), ((20, 20), "", "b"), ((20, 21), "a", "a")],
)
def test_twins_are_told_of_the_newer_one(days, new, told_of):
    entries = [
        listed(slug, title, LINK, checked=date(2026, 11, day))
        for slug, title, day in zip("ab", ("Sort pebbles", "Count stones"), days, strict=True)
    ]
    (problem,) = no_entry_twice(entries, new)
    assert (problem.path[22:-3], problem.twin) == (told_of, "b" if told_of == "a" else "a")
    assert [*no_entry_twice(entries[::-1], new)] == [problem]


@pytest.mark.parametrize("title", ["Sort pebbles {}", "Pebble panel of Nowhere"])
def test_the_same_pairs_are_told_of_whichever_entry_was_checked_last(title):
    pairs = set()
    for days in permutations((20, 21, 22)):
        entries = [
            listed(slug, title.format(slug * 9), LINK, checked=date(2026, 11, day))
            for slug, day in zip("abc", days, strict=True)
        ]
        told = [(one.path[22:-3], one.twin, one.code) for one in no_entry_twice(entries)]
        pairs.add(frozenset((frozenset(two), code) for *two, code in told))
    assert len(pairs) == 1


def test_looking_for_twins_compares_each_title_with_few_others(monkeypatch):
    compared = []

    def alike(first, second):
        compared.append((first, second))
        return False

    monkeypatch.setattr(duplicates, "_nearly_the_same", alike)
    title = "Group {} of people who sort pebbles"
    list(no_entry_twice([listed(f"e{n:05}", title.format(n)) for n in range(400)]))
    assert len(compared) <= 400 * (len(title.split()) + 1)
