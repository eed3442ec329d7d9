"""What changed between two builds, in words."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest

from catalogue.model.opportunity import Opportunity
from catalogue.schema.facts import facts_of
from tests.invented import SITE, TODAY, apply, checked, entry, listing, meeting, saved_copy
from website.exports import open_data
from website.exports.changes import (
    Change,
    ChangeDay,
    Earlier,
    changes_between,
    earlier_from,
    log_items,
    log_since,
    log_with,
    this_week,
)

OPPORTUNITY = facts_of(Opportunity)
YESTERDAY = date(2026, 11, 21)


def item(one, today=TODAY):
    return json.loads(open_data.as_json(open_data.opportunity_item(listing(one, today), SITE)))


def sentences(old, new):
    """What changed from the entries of yesterday to those of today."""
    before = [item(one, YESTERDAY) for one in old]
    return [
        change.sentence
        for change in changes_between(before, [item(one) for one in new], OPPORTUNITY)
    ]


OPEN = {"deadline": date(2027, 1, 9)}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (None, OPEN, ["New: Read a leaflet."]),
        (None, {"closed": "yes"}, []),
        (OPEN, OPEN, []),
        (OPEN, None, ["Taken out: Read a leaflet."]),
        ({"closed": "yes"}, None, []),
        ({"closed": "yes"}, OPEN, ["Opened: Read a leaflet."]),
        (OPEN, {"closed": "yes"}, ["Closed or ended: Read a leaflet."]),
        (
            {"deadline": YESTERDAY},
            {"deadline": YESTERDAY, "outcome": "It was a good day."},
            ["Closed or ended: Read a leaflet."],
        ),
        (OPEN, {"moved_to": "other"}, ["Replaced: Read a leaflet."]),
        (
            {"deadline": date(2026, 12, 6)},
            {"deadline": date(2026, 12, 6)},
            ["Closing soon: Read a leaflet (closes 6 December 2026)."],
        ),
        (
            OPEN,
            {"deadline": datetime(2026, 12, 1, 17)},
            ["Closing soon: Read a leaflet (closes 1 December 2026 at 5pm)."],
        ),
        (
            OPEN,
            {"deadline": date(2027, 2, 1)},
            ["New closing date: Read a leaflet (closes 1 February 2027)."],
        ),
        (
            OPEN,
            {"deadline": "ongoing"},
            ["New closing date: Read a leaflet (at any time)."],
        ),
        (
            {"checked": saved_copy()},
            {"deadline": date(2027, 1, 9), "checked": checked()},
            [
                "Confirmed: Read a leaflet.",
                "New closing date: Read a leaflet (closes 9 January 2027).",
            ],
        ),
        (
            OPEN,
            {"checked": saved_copy(on=date(2026, 11, 1))},
            [
                "New closing date: Read a leaflet (closing date not stated).",
                "Not confirmed any more: Read a leaflet.",
            ],
        ),
        (
            {"opens": TODAY, **OPEN},
            {"opens": TODAY, **OPEN},
            ["Opened: Read a leaflet."],
        ),
        (
            OPEN,
            OPEN | {"time": "2 hours", "term": "a year", "apply": apply(phone="01632 960 000")},
            ["New facts: Read a leaflet (time and how to start)."],
        ),
        (
            OPEN,
            OPEN | {"title": "Read two", "sessions": (meeting(date(2027, 1, 2)),)},
            ["New facts: Read two (its name and meetings)."],
        ),
        (OPEN, OPEN | {"to_confirm": "Is it paid?", "sources": ("https://x.example/",)}, []),
        (OPEN, OPEN | {"checked": TODAY}, ["Checked again: 1 entry."]),
    ],
)
def test_a_difference_in_words(old, new, said):
    before = [entry(**old)] if old is not None else []
    after = [entry(**new)] if new is not None else []
    assert sentences(before, after) == said


def test_a_change_leads_to_the_page_and_what_is_gone_leads_nowhere():
    old, new = item(entry("old"), YESTERDAY), item(entry("new"))
    paths = {change.what: change.path for change in changes_between([old], [new], OPPORTUNITY)}
    assert paths == {"New": "/opportunities/new/", "Taken out": ""}


def test_sentences_stand_in_the_order_of_interest_then_by_title():
    old = [entry("a", title="Zebra", **OPEN), entry("b", title="Ant", **OPEN)]
    new = [
        entry("a", title="Zebra", closed="yes"),
        entry("b", title="Ant", closed="yes", checked=TODAY),
        entry("c", title="Mole"),
    ]
    expected = ["New: Mole.", "Closed or ended: Ant.", "Closed or ended: Zebra."]
    assert sentences(old, new) == expected
    assert sentences(old[::-1], new[::-1]) == expected


def test_every_field_that_people_decide_by_has_words():
    everything = item(entry(deadline=date(2027, 1, 9)))
    silent = {
        *(
            "slug",
            "status",
            "confirmed",
            "url",
            "deadline",
            "sources",
            "checked",
            "scope",
            "led_by",
        ),
        *("confidence", "to_confirm", "closed", "moved_to", "body", "left_out"),
    }
    assert set(everything) - silent <= {fact.name for fact in OPPORTUNITY if fact.changed}


def day(on, *titles):
    return ChangeDay(on=on, changes=tuple(Change(what="New", title=title) for title in titles))


def test_the_log_keeps_four_weeks_newest_first():
    log = (day("2026-11-21", "a"), day("2026-10-26", "b"), day("2026-10-25", "c"))
    assert log_with(log, (), TODAY) == (day("2026-11-21", "a"), day("2026-10-26", "b"))
    assert log_with(log, day("", "d").changes, TODAY)[0] == day("2026-11-22", "d")


def test_a_second_build_of_a_day_adds_what_the_first_did_not_say():
    log = (day("2026-11-22", "a"),)
    assert log_with(log, day("", "a", "b").changes, TODAY) == (day("2026-11-22", "a", "b"),)
    assert log_with(log, (), TODAY) == log


def test_a_log_from_the_future_is_not_believed():
    assert log_with((day("2026-11-23", "a"),), (), TODAY) == ()


def test_a_week_is_seven_days():
    log = (day("2026-11-22", "a"), day("2026-11-16", "b"), day("2026-11-15", "c"))
    assert [one.on for one in this_week(log, TODAY)] == ["2026-11-22", "2026-11-16"]
    assert log[0].words == "22 November 2026"


def test_without_an_earlier_build_nothing_is_new():
    assert log_since(Earlier(), [item(entry())], OPPORTUNITY, TODAY) == ()
    earlier = Earlier(items=(item(entry("other"), YESTERDAY),))
    assert [one.on for one in log_since(earlier, [item(entry())], OPPORTUNITY, TODAY)] == [
        "2026-11-22"
    ]


def test_what_was_published_is_read_back():
    items = [item(entry(), YESTERDAY)]
    log = log_since(Earlier(items=(item(entry("other")),)), items, OPPORTUNITY, TODAY)
    published = open_data.as_json(open_data.collection(items, YESTERDAY))
    changes = open_data.as_json(open_data.collection(log_items(log), TODAY))
    assert earlier_from(published, changes) == Earlier(items=tuple(items), log=log)
    assert earlier_from(published, "") == Earlier(items=tuple(items))
    assert earlier_from("", "") == Earlier()


@pytest.mark.parametrize(
    ("opportunities", "changes"),
    [
        ("<!DOCTYPE html>", ""),
        ("[]", ""),
        ("{}", ""),
        ('{"items": 3}', ""),
        ('{"items": [{}]}', ""),
        ('{"items": [{"slug": 1, "title": "a", "status": "open"}]}', ""),
        ('{"items": [{"slug": "a", "title": "", "status": "open", "checked": {"on": "x"}}]}', ""),
        ("", '{"items": [{"on": "x", "changes": []}]}'),
        ("", '{"items": [{"on": "2026-01-01", "changes": [{"what": "Odd", "title": "a"}]}]}'),
        ("", '{"items": [{"on": "2026-01-01", "changes": [{"whom": "New"}]}]}'),
    ],
)
def test_anything_else_is_refused(opportunities, changes):
    with pytest.raises(ValueError, match="not the data of an earlier build"):
        earlier_from(opportunities, changes)
