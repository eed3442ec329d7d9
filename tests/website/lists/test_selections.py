"""Which entries stand in which feed, calendar and embed."""

from __future__ import annotations

from datetime import date

from tests.invented import TODAY, catalogue, entry, index, sample
from website.lists.ready_lists import ready_lists
from website.lists.selections import selections


def chosen(*entries):
    made = selections(catalogue(*entries), index(*entries))
    return {one.stem: [listing.entry.slug for listing in one.listings] for one in made}


def test_there_is_one_for_each_alliance_and_kind_even_when_empty():
    stems = set(chosen())
    assert {"all", "anywhere"} < stems
    assert {f"alliance/{slug}" for slug in sample().alliances} < stems
    assert {f"kind/{term.code}" for term in sample().vocabularies["kinds"]} < stems
    assert len(stems) == 2 + 20 + len(sample().vocabularies["kinds"].terms)


def test_an_alliance_has_its_own_area_only():
    made = chosen(
        entry("local", alliances=("wessex", "peninsula")),
        entry("nationwide", alliances="all"),
    )
    assert made["alliance/wessex"] == made["alliance/peninsula"] == ["local"]
    assert made["alliance/northern"] == []
    assert made["anywhere"] == ["nationwide"]
    assert sorted(made["all"]) == sorted(made["kind/readers_panel"]) == ["local", "nationwide"]


def test_what_has_ended_stands_in_none():
    made = chosen(entry("over", deadline=TODAY.replace(day=21)))
    assert [stem for stem, slugs in made.items() if slugs] == []


def test_addresses():
    made = {one.stem: one for one in selections(catalogue(), index())}
    wessex, panel = made["alliance/wessex"], made["kind/readers_panel"]
    assert wessex.atom_path == "/feeds/alliance/wessex.atom.xml"
    assert wessex.json_path == "/feeds/alliance/wessex.json"
    assert wessex.embed_path == "/embed/wessex/"
    assert wessex.page == "/opportunities/alliance/wessex/"
    assert made["all"].atom_path == "/feeds/all.atom.xml"
    assert panel.atom_path == "/feeds/kind/readers_panel.atom.xml"
    assert panel.embed_path == "/embed/kind/readers_panel/"
    assert panel.page == "/opportunities/kind/readers-panel/"


def test_each_holds_what_the_list_on_its_page_holds():
    entries = (entry("local", alliances=("wessex",)), entry("nationwide", alliances="all"))
    lists = {one.path: one.listings for one in ready_lists(catalogue(*entries), index(*entries))}
    made = selections(catalogue(*entries), index(*entries))
    by_page = {one.page: one.listings for one in made}
    assert len(by_page) == len(made) == len({one.stem for one in made})
    assert by_page == lists_of(by_page, lists) | {"/opportunities/": index(*entries).listed}


def lists_of(paths, lists):
    return {path: lists[path] for path in paths if path != "/opportunities/"}


def test_the_links_to_follow_one_say_what_it_is_and_none_leads_to_nothing():
    dated = entry(deadline=date(2027, 1, 9), alliances=("wessex",))
    some = (dated, entry("open", alliances=("northern",)))
    made = {one.stem: one for one in selections(catalogue(*some), index(*some))}
    more = ("More ways to get updates", "/follow/")
    assert made["all"].follow_links == (
        ("Get updates: everything", "/feeds/all.atom.xml"),
        ("Add closing dates to my calendar: everything", "/calendars/deadlines.ics"),
        more,
    )
    assert made["alliance/wessex"].follow_links == (
        ("Get updates: Wessex", "/feeds/alliance/wessex.atom.xml"),
        ("Add closing dates to my calendar: Wessex", "/calendars/alliance/wessex.ics"),
        more,
    )
    assert made["alliance/northern"].follow_links == (
        ("Get updates: Northern", "/feeds/alliance/northern.atom.xml"),
        more,
    )
    assert made["alliance/peninsula"].follow_links == (more,)
