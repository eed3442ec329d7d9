"""Asking is one press: by the best way that is known, with what is missing in it."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from tests import invented
from tests.invented import apply, entry, saved_copy
from website.messages.enquiry import enquiry_about

MAILBOX = {"email": "alliance@invented.example", "sources": ()}
WEBSITE = {"website": "https://www.invented.example/", "sources": ()}


def enquiry(contact=None, **values):
    one = entry(**{"checked": saved_copy("2026-03")} | values)
    wessex = invented.sample().alliances["wessex"]
    known = replace(wessex, contact=contact or {}, involvement={})
    return enquiry_about(invented.listing(one), {"wessex": known})


@pytest.mark.parametrize(
    ("values", "button", "href"),
    [
        (
            {"apply": apply(email="panel@invented.example", url="https://x.example/")},
            "Ask if you can join",
            "mailto:panel@invented.example?subject=",
        ),
        (
            {"apply": apply(url="https://x.example/join", phone="01632 960 000")},
            "Ask if you can join on their website",
            "https://x.example/join",
        ),
        (
            {"apply": apply(phone="01632 960 000")},
            "Ask if you can join by phone",
            "tel:01632960000",
        ),
        ({"apply": apply(post="1 Nowhere Street")}, "Ask if you can join by post", "#apply"),
        (
            {"contact": MAILBOX},
            "Ask if you can join through the alliance",
            "mailto:alliance@invented.example?subject=",
        ),
        (
            {"contact": WEBSITE},
            "Ask if you can join through the alliance",
            "https://www.invented.example/",
        ),
        ({}, "Ask if you can join through the alliance", "/alliances/wessex/#contact"),
        ({"alliances": "all"}, "Ask if you can join through your alliance", "/find/"),
    ],
)
def test_the_best_way_that_is_known_is_taken(values, button, href):
    asked = enquiry(**values)
    assert asked.button == button
    assert asked.href.startswith(href)


def test_the_message_says_what_was_read_and_asks_what_is_missing():
    asked = enquiry(apply=apply(email="panel@invented.example"), payment="unpaid")
    hello, read, questions, name = asked.message
    assert (hello, name) == ("Hello,", "[Your name, and 1 or 2 lines about you]")
    assert read == "I read about “Read a leaflet”. Your page was from March 2026."
    assert questions.split("\n")[0] == "Can people still join?"
    assert "Is there payment for my time" not in questions
    query = parse_qs(urlsplit(asked.href).query)
    assert query["subject"] == ["Ask if you can join: Read a leaflet"]
    assert query["body"] == ["\n\n".join(asked.message).replace("\n", "\r\n")]
    assert asked.is_email


def test_a_confirmed_entry_is_asked_for_the_rest():
    asked = enquiry(checked=invented.checked(), apply=apply(email="panel@invented.example"))
    assert asked.button == "Ask a question"
    assert "Can people still join?" not in asked.message[2]


def test_what_opens_later_is_asked_when():
    asked = enquiry(opens=invented.TODAY.replace(year=2027))
    assert asked.button.startswith("Ask when you can join")
