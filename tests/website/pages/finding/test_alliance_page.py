"""An alliance's own page: what is known, one way to press first, and whom else one can ask."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests import invented
from tests.sample.alliances import BAREST, FULLEST, SITE
from website.cards.rows import Row
from website.pages.finding.alliance_contact import (
    ANSWERS_ON_CARE,
    FirstContact,
    Route,
    first_contact,
    known_contacts,
    other_routes,
)
from website.pages.finding.alliance_page import alliance_page

NO_EMAIL = "We have not found an e-mail address yet."
NOTHING = "We have not found an e-mail address or a website of this alliance yet."
WEBSITE = "https://www.pebble.nhs.uk/"


def one(slug="wessex", **values):
    return replace(invented.sample().alliances[slug], **values)


def view(**values):
    return alliance_page(one(**values), 3, "")


def route(about="care", **values):
    return {"name": "A board", "about": about, "source_age": "about 2024", **values}


def test_only_what_is_known_is_a_way_to_reach_it():
    contact = {"phone": "01234 567890", "email": "team@pebble.nhs.uk", "social": ("Pebbles",)}
    rows = known_contacts(one(contact=contact, involvement={"url": f"{WEBSITE}join"}))
    assert [(row.label, row.value) for row in rows] == [
        ("E-mail", "team@pebble.nhs.uk"),
        ("Phone", "01234 567890"),
        ("Get involved page", "pebble.nhs.uk: join"),
        ("Social media", "Pebbles"),
    ]
    assert known_contacts(one(contact={}, involvement={})) == ()


@pytest.mark.parametrize(
    ("contact", "involvement", "routes", "first"),
    [
        (
            {"website": WEBSITE},
            {"url": "https://join.pebble.nhs.uk/us"},
            (),
            FirstContact(
                words=f"{NO_EMAIL} You can look for one, or for a form, on its page on getting "
                "involved.",
                button="Go to join.pebble.nhs.uk",
                href="https://join.pebble.nhs.uk/us",
            ),
        ),
        (
            {"website": WEBSITE},
            {},
            (route("alliance", url="https://other.nhs.uk/"),),
            FirstContact(
                words=f"{NO_EMAIL} You can look for a contact form on its website.",
                button="Go to pebble.nhs.uk",
                href=WEBSITE,
            ),
        ),
        (
            {},
            {},
            (
                route(url=WEBSITE),
                route("alliance", url="https://other.nhs.uk/", note="It is bare."),
            ),
            FirstContact(
                words=f"{NOTHING} This may help: A board. It is bare.",
                button="Go to other.nhs.uk",
                href="https://other.nhs.uk/",
                note="How old it is: about 2024.",
            ),
        ),
        ({}, {}, (route("board", url=WEBSITE),), FirstContact(words=NOTHING)),
    ],
)
def test_without_a_mailbox_one_page_is_the_first_way(contact, involvement, routes, first):
    assert first_contact(one(contact=contact, involvement=involvement, routes=routes)) == first


def test_with_a_mailbox_a_half_written_message_is_the_first_way():
    first = first_contact(one(FULLEST))
    assert (first.words, first.button) == ("", "Start a first e-mail")
    assert first.href.startswith(f"mailto:involvement.{FULLEST}@invented.example?subject=")


def test_those_who_answer_about_care_are_told_apart_from_others():
    care, others = other_routes(one(FULLEST))
    assert care.words == ANSWERS_ON_CARE
    assert care.routes == (
        Route(
            name="Board of Pebbles, patient advice",
            ways=(
                Row(
                    label="E-mail",
                    value=f"advice.{FULLEST}@invented.example",
                    href=f"mailto:advice.{FULLEST}@invented.example",
                    icon="letter",
                ),
                Row(label="Phone", value="01632 960 444", href="tel:01632960444", icon="phone"),
                Row(label="Post", value="8 Invented Road, Nowhere, ZZ9 9ZZ", icon="home"),
                Row(
                    label="Page",
                    value="invented.example: advice",
                    href=f"{SITE}/{FULLEST}/advice",
                ),
            ),
            note="Mondays only.",
            age="about 2024.",
        ),
    )
    assert (others.words, len(others.routes)) == ("", 2)
    assert other_routes(one(BAREST)) == ()


def test_boards_that_stayed_the_same_are_named_once():
    boards = ({"name": "NHS A ICB", "ods_code": "QAA", "ons_code": "E54000001"},)
    same = {"current": boards, "earlier": boards, "source_age": "", "sources": ()}
    values = {detail.label: detail.lines for detail in view(icbs=same).facts}
    assert values["Integrated care boards now"] == ("NHS A ICB (code QAA, E54000001)",)
    assert values["Integrated care boards before April 2026"] == ("The same",)


def test_facts_that_nobody_knows_are_left_out():
    assert all(detail.lines for detail in view(host=None).facts)
