"""Somebody to talk to: who is shown where, with what number, and how old it is."""

from __future__ import annotations

from dataclasses import replace

from tests import invented
from website.pages.support.helpline_lists import Call, support_page, urgent_calls

CATALOGUE = invented.catalogue()
SUPPORT = support_page(CATALOGUE)


def named(group):
    return [one.name for one in group.numbers], [one.name for one in group.links]


def test_those_who_help_at_once_come_first_and_complaints_stand_apart():
    assert named(SUPPORT.urgent) == (
        ["Emergency services", "Pebble listeners", "Pebble texts"],
        [],
    )
    assert [(group.name, *named(group)) for group in SUPPORT.groups] == [
        ("cancer", ["Pebble line"], ["Gravel friends"]),
        ("money", ["Pebble purse"], []),
        ("bereavement", ["Pebble memories"], []),
        ("carers", ["Pebble carriers"], []),
    ]
    assert [group.name for group in SUPPORT.link_groups] == ["one-cancer", "young"]
    assert named(SUPPORT.complaints) == (
        ["Pebble judge"],
        ["Help with a complaint about pebbles"],
    )


def test_a_number_is_there_to_press():
    emergency, listeners, texts = SUPPORT.urgent.numbers
    assert emergency.call == Call(words="999", href="tel:999", icon="phone")
    assert listeners.call == Call(words="01632 960 301", href="tel:01632960301", icon="phone")
    assert texts.call == Call(
        words="Text PEBBLE to 99999", href="sms:99999?&body=PEBBLE", icon="bubble"
    )


def test_a_number_says_how_old_it_is_but_for_those_that_all_know():
    emergency, listeners, texts = SUPPORT.urgent.numbers
    assert emergency.age == ""
    assert listeners.age == "Number and hours from 20 November 2026."
    assert texts.age == "Number from 20 November 2026."
    assert listeners.hours == "Day and night, every day."
    assert listeners.details == (
        "Relay UK: 18001, then the number. For an interpreter, say your language."
    )


def test_where_each_number_comes_from_is_told():
    told = {one.name: (one.known, [source.href for source in one.sources])
            for one in SUPPORT.provenance}  # fmt: skip
    assert list(told) == [one.name for one in CATALOGUE.helplines]
    assert told["Pebble line"] == ("19 November 2026", ["https://www.invented.example/line"])
    assert told["Young sorters"][0] == "about November 2026"


def test_a_sheet_has_those_who_help_at_once():
    assert [one.call.words for one in urgent_calls(CATALOGUE.helplines)] == [
        "999",
        "01632 960 301",
        "Text PEBBLE to 99999",
    ]
    assert urgent_calls(()) == ()


def test_without_helplines_no_group_is_shown():
    support = support_page(replace(CATALOGUE, helplines=()))
    assert (support.groups, support.link_groups, support.provenance) == ((), (), ())
    assert support.urgent.numbers == ()
