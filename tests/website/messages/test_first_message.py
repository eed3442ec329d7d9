"""A first e-mail opens with the address, a subject and prompts; it is never a finished letter."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from tests import invented
from website.messages.first_message import SUBJECT, first_email


def alliance(**contact):
    wessex = invented.sample().alliances["wessex"]
    return replace(wessex, contact={"source_age": "2026", "sources": (), **contact})


def test_no_address_no_letter():
    assert first_email(alliance()) == ""


def test_the_letter_goes_to_the_alliance_with_a_subject():
    parts = urlsplit(first_email(alliance(email="team@example.nhs.uk")))
    assert (parts.scheme, parts.path) == ("mailto", "team@example.nhs.uk")
    assert parse_qs(parts.query)["subject"] == [SUBJECT]


def test_every_prompt_leaves_a_blank_for_ones_own_words():
    query = urlsplit(first_email(alliance(email="team@example.nhs.uk"))).query
    greeting, *prompts = parse_qs(query)["body"][0].split("\r\n\r\n")
    assert greeting == "Hello,"
    blanks = [prompt for prompt in prompts if "[" in prompt]
    assert len(blanks) == len(prompts) - 1


def test_no_character_can_add_a_field_or_break_the_link():
    href = first_email(alliance(email="a&cc=b?@example.org"))
    assert href.startswith("mailto:a%26cc%3Db%3F@example.org?subject=")
    assert href.count("&") == 1
    assert not set(" \"'<>\r\n+") & set(href)
