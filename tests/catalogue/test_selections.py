"""Which entries stand in which feed, calendar and embed."""

from __future__ import annotations

from catalogue.lists import ready_lists
from catalogue.selections import selections, selections_of_lists
from tests.catalogue.invented import TODAY, catalogue, entry, index, real


def chosen(*entries):
    made = selections(catalogue(*entries), index(*entries))
    return {one.stem: [listing.entry.slug for listing in one.listings] for one in made}


def test_there_is_one_for_each_alliance_and_kind_even_when_empty():
    stems = set(chosen())
    assert {"all", "anywhere"} < stems
    assert {f"alliance/{slug}" for slug in real().alliances} < stems
    assert {f"kind/{term.code}" for term in real().vocabularies["kinds"]} < stems
    assert len(stems) == 2 + 20 + len(real().vocabularies["kinds"].terms)


def test_an_alliance_has_its_own_area_only():
    made = chosen(
        entry("local", alliances=("wessex", "peninsula")),
        entry("nationwide", everywhere=True),
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


def test_every_ready_made_list_has_one_even_when_empty():
    entries = (entry("local", alliances=("wessex",)), entry("nationwide", everywhere=True))
    lists = ready_lists(catalogue(*entries), index(*entries))
    made = (*selections(catalogue(*entries), index(*entries)), *selections_of_lists(lists))
    by_page = {one.page: one for one in made}
    assert len(by_page) == len(made) == len({one.stem for one in made})
    assert set(by_page) == {"/opportunities/", *(one.path for one in lists)}
    assert {one.path: one.listings for one in lists} == {
        path: one.listings for path, one in by_page.items() if path != "/opportunities/"
    }


def test_a_list_is_addressed_like_its_page():
    made = {one.stem: one for one in selections_of_lists(ready_lists(catalogue(), index()))}
    in_person = made["how/in-person"]
    assert in_person.page == "/opportunities/how/in-person/"
    assert in_person.atom_path == "/feeds/how/in-person.atom.xml"
    assert in_person.json_path == "/feeds/how/in-person.json"
    assert in_person.calendar_path == "/calendars/how/in-person.ics"
    assert made["from-home"].atom_path == "/feeds/from-home.atom.xml"
    assert made["led/by-a-partner"].calendar_path == "/calendars/led/by-a-partner.ics"


def test_a_list_has_a_short_name_on_its_page_and_a_whole_one_elsewhere():
    made = {one.stem: one for one in selections_of_lists(ready_lists(catalogue(), index()))}
    travel = made["costs/travel"]
    assert travel.follow_links[0] == ("Feed: Travel", "/feeds/costs/travel.atom.xml")
    assert travel.title == "Costs they pay: Travel"
