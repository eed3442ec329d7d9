"""Which opportunities are listed, in what order, and how many of each sort."""

from __future__ import annotations

from datetime import date

from catalogue.model import index
from catalogue.model.index import FACETS, index_of
from catalogue.model.status import status_on
from tests import invented
from tests.invented import TODAY, catalogue, entry, saved_copy


def order(*entries):
    return [one.entry.slug for one in invented.index(*entries).listed]


def test_confirmed_before_unconfirmed_and_the_soonest_first():
    assert order(
        entry("no-date", checked=saved_copy()),
        entry("old-page", deadline=date(2026, 11, 30), checked=saved_copy("2024")),
        entry("old-check", deadline="ongoing", checked=date(2026, 1, 1)),
        entry("always", deadline="ongoing"),
        entry("later", deadline=date(2027, 3, 1)),
        entry("sooner", deadline=date(2026, 12, 1)),
    ) == ["sooner", "later", "always", "old-check", "old-page", "no-date"]


def test_then_the_most_recently_checked():
    assert order(
        entry("a", deadline="ongoing", checked=date(2026, 10, 1)),
        entry("b", deadline="ongoing", checked=date(2026, 11, 1)),
    ) == ["b", "a"]


def paged(slug, page_date):
    return entry(slug, deadline="ongoing", checked=saved_copy(page_date))


def test_then_the_newest_page_and_then_the_title():
    assert order(
        paged("none", None),
        paged("year", "2026"),
        paged("month", "2026-09"),
        paged("day", "2026-09-30"),
        paged("older", "2025-12"),
    ) == ["day", "month", "year", "older", "none"]
    assert order(
        entry("b", deadline="ongoing", title="alpha"), entry("a", deadline="ongoing", title="Beta")
    ) == ["b", "a"]


def test_what_has_ended_stands_in_the_archive_the_newest_first():
    made = invented.index(
        entry("a", deadline=date(2026, 1, 1)),
        entry("b", deadline=date(2026, 10, 1)),
        entry("c", closed=date(2026, 5, 1)),
        entry("d", closed="yes", title="Zither"),
        entry("e", closed="yes", title="acorn"),
    )
    assert made.listed == ()
    assert [one.entry.slug for one in made.ended] == ["b", "c", "a", "e", "d"]


def test_every_entry_is_found_by_its_name():
    made = invented.index(entry("a", deadline="ongoing"), entry("b", closed="yes"))
    assert {slug: one.status for slug, one in made.by_slug.items()} == {
        "a": "rolling",
        "b": "closed",
    }


def test_how_many_of_each_sort():
    made = invented.index(
        entry(
            "a",
            alliances=("wessex", "northern"),
            who_for=("patients", "carers"),
            deadline="ongoing",
        ),
        entry("b", alliances="all", kind="survey", format=("online", "post"), payment="paid"),
        entry("c", commitment="flexible", deadline="ongoing"),
    )
    assert {facet: made.counts(facet) for facet in FACETS} == {
        "alliance": {"all": 1, "northern": 1, "wessex": 2},
        "kind": {"readers_panel": 2, "survey": 1},
        "format": {"not_stated": 2, "online": 1, "post": 1},
        "commitment": {"flexible": 1, "not_stated": 2},
        "payment": {"not_stated": 2, "paid": 1},
        "who_for": {"carers": 1, "patients": 3},
    }


def test_only_what_is_listed_is_counted():
    made = invented.index(entry("a", deadline="ongoing"), entry("b", closed="yes"))
    assert made.counts("kind") == {"readers_panel": 1}


def test_each_entry_is_listed_or_in_the_archive():
    whole = invented.sample()
    made = index_of(whole, TODAY)
    assert len(made.listed) + len(made.ended) == len(whole.opportunities)
    assert sum(made.counts("kind").values()) == len(made.listed)


def test_an_index_asks_for_each_status_once(monkeypatch):
    asked = []

    def status(one, today):
        asked.append(one.slug)
        return status_on(one, today)

    monkeypatch.setattr(index, "status_on", status)
    many = catalogue(*(entry(f"e{number:05}", deadline="ongoing") for number in range(300)))
    index_of(many, TODAY)
    assert sorted(asked) == [f"e{number:05}" for number in range(300)]
