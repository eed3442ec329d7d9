"""What the pages of entries are called: their titles, told apart where entries share one."""

from __future__ import annotations

from tests import invented
from tests.invented import entry
from website.lists.page_titles import page_titles


def titles(*entries):
    return page_titles(entries, invented.catalogue(*entries).alliances)


def test_a_title_of_its_own_stands_alone():
    assert titles(entry("one", title="Pebbles"), entry("two", title="Stones")) == {
        "one": "Pebbles",
        "two": "Stones",
    }


def test_a_shared_title_names_who_runs_it_then_where_then_a_number():
    shared = {"title": "Pebbles", "organiser": "Society"}
    assert titles(
        entry("league", title="Pebbles", organiser="League"),
        entry("north", **shared, alliances=("northern",)),
        entry("all", **shared, alliances="all"),
        entry("again", **shared, alliances="all"),
    ) == {
        "league": "Pebbles: League",
        "north": "Pebbles: Society, Northern",
        "all": "Pebbles: Society, Anywhere in England (1)",
        "again": "Pebbles: Society, Anywhere in England (2)",
    }


def test_a_title_that_another_one_grows_into_is_told_apart_too():
    found = titles(
        entry("one", title="Pebbles", organiser="League"),
        entry("two", title="Pebbles", organiser="Society"),
        entry("three", title="Pebbles: League", organiser="Other"),
    )
    assert len(set(found.values())) == 3
