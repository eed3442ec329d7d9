"""The lists that other people show on their own sites."""

from __future__ import annotations

from datetime import date

from tests.invented import cards, catalogue, entry, index
from website.exports.embeds import LEVELS, MOST_ENTRIES, embeds_of
from website.lists.selections import selections


def embeds(stem, *entries):
    made = {one.stem: one for one in selections(catalogue(*entries), index(*entries))}
    return list(embeds_of(made[stem], cards(*entries)))


def test_there_is_one_for_each_level_of_heading():
    made = embeds("alliance/wessex", entry())
    assert [(one.path, one.level) for one in made] == [
        ("/embed/wessex/", 2),
        ("/embed/wessex/h3/", 3),
        ("/embed/wessex/h4/", 4),
    ]
    assert {one.title for one in made} == {"Have your say in cancer care: Wessex"}
    assert embeds("kind/survey")[1].path == "/embed/kind/survey/h3/"
    assert len(LEVELS) == 3


def test_there_is_none_of_everything():
    assert embeds("all", entry()) == embeds("anywhere", entry(alliances="all")) == []


def test_a_line_says_how_it_stands_for_whom_and_until_when():
    (item,) = embeds("alliance/wessex", entry(deadline=date(2026, 11, 30)))[0].items
    assert item.title == "Read a leaflet"
    assert item.path == "/opportunities/reader-panel/"
    assert item.note == "Closing soon. Wessex. Closes 30 November 2026."
    assert item.moments == (("closes", "2026-11-30"),)


def test_a_long_list_is_cut_and_leads_to_the_rest():
    entries = [entry(f"entry-{number}") for number in range(MOST_ENTRIES + 1)]
    made = embeds("kind/readers_panel", *entries)[0]
    assert len(made.items) == MOST_ENTRIES
    assert made.more == "See 1 more way to take part"
    assert made.more_path == "/opportunities/kind/readers-panel/"
    whole = embeds("kind/readers_panel", *entries[1:])[0]
    assert len(whole.items) == MOST_ENTRIES
    assert whole.more == "See full details"


def test_an_empty_list_leads_on():
    made = embeds("alliance/wessex")[0]
    assert made.items == ()
    assert made.more == "See other ways to take part"
