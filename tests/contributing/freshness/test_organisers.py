"""Whom to ask about which entries, how, and in which order."""

from dataclasses import replace
from datetime import timedelta

import pytest

from catalogue.model.opportunity import Apply
from catalogue.schema.field_types import Area, Closing, Ended
from contributing.freshness.organisers import organisers_to_ask
from tests.contributing.conftest import TODAY
from tests.contributing.freshness.answers import with_entries

KENT = Area(slugs=("kent-and-medway",))
KENT_NAME = "Pebble Alliance of Kent and Medway"


def asked(existing, *entries, today=TODAY):
    """Organisers of invented entries, without the alliances that have nothing to confirm."""
    found = organisers_to_ask(with_entries(existing, *entries), today)
    return [one for one in found if one.listed or one.ended]


def names(existing, *organisers, **facts):
    entries = [{"organiser": name, "alliances": KENT, **facts} for name in organisers]
    return [(one.name, len(one.listed)) for one in asked(existing, *entries)]


def test_every_alliance_is_asked(existing):
    found = organisers_to_ask(existing.catalogue, TODAY)
    slugs = {one.alliance.slug for one in found if one.alliance}
    assert slugs == set(existing.catalogue.alliances)
    assert len({one.file for one in found}) == len(found)


def test_every_listed_entry_is_asked_about_once(existing):
    found = organisers_to_ask(existing.catalogue, TODAY)
    slugs = [entry.slug for one in found for entry in one.listed]
    assert len(slugs) == len(set(slugs))
    assert {"gravel-hub", "marble-advisers", "shore-panel"} <= set(slugs)
    assert "told-story" not in slugs


@pytest.mark.parametrize(
    "organiser",
    [
        KENT_NAME,
        f"NHS {KENT_NAME}",
        f"{KENT_NAME} (the whole of it)",
        f"{KENT_NAME} with a local society",
        "Kent and Medway Cancer Alliance",
        "kent and medway (KM) cancer alliance",
    ],
)
def test_an_alliance_is_one_organiser_whatever_stands_beside_its_name(existing, organiser):
    (found,) = asked(existing, {"organiser": organiser, "alliances": Area()})
    assert (found.alliance.slug, found.name, found.file) == (
        "kent-and-medway",
        KENT_NAME,
        "kent-and-medway",
    )


def test_what_an_alliance_leads_under_another_name_goes_to_it(existing):
    led_by = existing.catalogue.vocabularies["led_by"].terms["alliance"]
    (found,) = asked(
        existing, {"organiser": "Programme of stones", "alliances": KENT, "led_by": led_by}
    )
    assert found.alliance.slug == "kent-and-medway"


@pytest.mark.parametrize(
    ("organisers", "found"),
    [
        (
            ("Society of Stones", "Society of Stones (SoS)", "Society of Stones, with a hospital"),
            [("Society of Stones", 3)],
        ),
        (("NHS Stones", "Stones"), [("Stones", 2)]),
        (("St Stone’s", "St Stone's"), [("St Stone’s", 2)]),
        (
            ("Healthwatch (Here) with others", "Healthwatch (There) with others"),
            [("Healthwatch (Here) with others", 1), ("Healthwatch (There) with others", 1)],
        ),
        (
            ("Society of Stones", "Society of Stones Kent"),
            [("Society of Stones", 1), ("Society of Stones Kent", 1)],
        ),
    ],
)
def test_one_organiser_gets_one_letter(existing, organisers, found):
    assert names(existing, *organisers) == found


def test_the_organisers_own_ways_come_first(existing):
    own = Apply(phone="01632 960 111", url="https://www.invented.example/join")
    (found,) = asked(
        existing,
        {"organiser": "Society", "alliances": KENT, "apply": None},
        {"organiser": "Society", "apply": own},
    )
    assert [(way.label, way.value) for way in found.ways] == [
        ("web page or form", "https://www.invented.example/join"),
        ("phone", "01632 960 111"),
    ]
    assert found.through == ()


def test_without_a_way_the_letter_goes_through_the_alliances(existing):
    (found,) = asked(existing, {"organiser": "Society", "alliances": KENT, "apply": None})
    assert found.ways == ()
    assert [alliance.slug for alliance in found.through] == ["kent-and-medway"]
    (national,) = asked(existing, {"organiser": "Society", "alliances": Area(), "apply": None})
    assert (national.through, national.pages) == ((), ("https://www.invented.example/marbles",))


def test_an_alliance_that_can_be_written_to_is_written_to(existing):
    alliance = existing.catalogue.alliances["kent-and-medway"]
    (found,) = asked(existing, {"organiser": KENT_NAME, "apply": Apply(email="a@b.example")})
    assert found.ways[0].value == alliance.contact.get("email", "a@b.example")


def test_most_entries_and_least_sure_stand_first(existing):
    marble = next(e for e in existing.catalogue.opportunities if e.slug == "marble-advisers")
    how = {term.code: term for term in existing.catalogue.vocabularies["checked_how"]}
    undated = replace(marble.checked, page_date=None, page_age=None)
    older = replace(undated, page_date="2020")
    recent = replace(undated, page_date="2026-11")
    confirmed = replace(undated, how=how["organiser"])
    runs = {
        "Confirmed": [confirmed] * 3,
        "Two older": [older, older],
        "Recent": [recent],
        "Older": [older],
        "Undated": [undated],
        "Another undated": [undated],
    }
    entries = [
        {"organiser": name, "checked": checked}
        for name, several in runs.items()
        for checked in several
    ]
    assert [one.name for one in asked(existing, *entries)] == [
        *("Two older", "Another undated", "Undated", "Older", "Recent", "Confirmed")
    ]


def test_whoever_has_only_ended_entries_is_asked_while_it_is_time_to(existing):
    long_ago = Closing(moment=TODAY - timedelta(days=900))
    lately = Closing(moment=TODAY - timedelta(days=60))
    moved = {"closed": Ended(), "moved_to": "gravel-hub"}
    assert asked(existing, {"organiser": "Society", "deadline": long_ago}) == []
    assert asked(existing, {"organiser": "Society", **moved}) == []
    (found,) = asked(existing, {"organiser": "Society", "deadline": lately})
    assert (len(found.listed), len(found.ended)) == (0, 1)
