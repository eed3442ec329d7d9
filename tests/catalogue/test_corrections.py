"""Where "Something wrong?" leads: an e-mail, else the form, else the page that says how."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from catalogue.corrections import Desk

PATH, TITLE = "/alliances/pebble-bay/", "Pebble Bay Cancer Alliance"


def test_an_email_with_the_page_and_the_fact_in_it():
    desk = Desk(address="https://example.org/repo", mailbox="say@example.org")
    parts = urlsplit(desk.href(PATH, TITLE, "Phone & post"))
    assert (parts.scheme, parts.path) == ("mailto", "say@example.org")
    fields = parse_qs(parts.query)
    assert fields["subject"] == ["Something wrong: Pebble Bay Cancer Alliance"]
    assert fields["body"] == [
        "Page: https://example.org/repo/alliances/pebble-bay/\r\n\r\nFact: Phone & post\r\n\r\n"
        "What is wrong: \r\n\r\nWhat is right, and where it stands: "
    ]


def test_the_form_with_the_entry_filled_in():
    desk = Desk(address="https://example.org", repository="https://example.org/code")
    parts = urlsplit(desk.href(PATH, TITLE, "Phone"))
    assert parts.path == "/code/issues/new"
    assert parse_qs(parts.query) == {
        "template": ["correction.yml"],
        "entry": ["https://example.org/alliances/pebble-bay/"],
        "wrong": ["Phone: "],
    }


def test_the_page_on_corrections_until_the_site_has_an_owner():
    assert Desk(address="").href(PATH, TITLE, "Phone") == "/corrections/"
