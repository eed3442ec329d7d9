"""The pages of single entries and alliances, where they need more than their facts."""

from __future__ import annotations

import json

import pytest

from tests.checks.entries import front
from tests.sample.alliances import BAREST, FULLEST


def words_of(site, address):
    return " ".join(site.page(address).soup.main.get_text(" ").split())


def test_a_title_can_break_at_a_slash(site):
    title = site.page("/opportunities/shore-panel/").soup.h1
    assert title.decode_contents() == "Shore/<wbr/>pebble panel"


def test_one_that_has_ended_says_so(site):
    assert "This ended on 3 May 2024" in words_of(site, "/opportunities/ended-stone-study/")


def test_what_is_not_known_is_said(site):
    text = words_of(site, "/opportunities/marble-advisers/")
    assert "Their page does not say:" in text
    assert "We have not been able to confirm that this is still open." in text


def test_the_words_below_the_facts_are_on_the_page(site):
    page = site.page("/opportunities/gravel-hub/").soup.main
    assert page.find("h2", string="What happens there")
    assert page.find("a", href="https://www.invented.example/gravel/plan").text == (
        "The plan of the pit"
    )
    assert page.find("em", string="small").find_parent("li")


def test_an_alliance_that_says_little_has_its_page_too(site):
    text = words_of(site, f"/alliances/{BAREST}/")
    assert "Not found yet" not in text
    assert "We have not found an e-mail address or a website of this alliance yet." in text
    assert "look for a contact form" not in text
    assert "Board of Pebbles, East Midlands" in text
    assert "These are the trusts that we know of, each with" in text
    assert "How old these details are" not in text


def test_an_alliance_that_says_much_shows_how_old_it_is(site):
    text = words_of(site, f"/alliances/{FULLEST}/")
    assert "How old these details are: The number is from an invented page of 2021." in text
    assert "These are invented trusts only, each with" in text
    assert "Board of Gravel (code ZZ8, E99999998)" in text
    assert "Gravel Alliance, from about 2018 until March 2020" in text
    assert "These teams answer about care and complaints." in text
    assert "Mondays only." in text


def test_what_people_can_join_and_whom_to_ask_stand_first_on_the_page_of_an_alliance(site):
    ids = [
        part["id"] for part in site.page(f"/alliances/{FULLEST}/").soup.main.select("section[id]")
    ]
    assert ids == ["join", "contact", "changed", "area", "more"]


@pytest.mark.parametrize(
    ("slug", "status"),
    [
        ("ended-stone-study", "expired"),
        ("later-stones", "not_yet_open"),
        ("marble-advisers", "needs_check"),
        ("moved-panel", "closed"),
        ("old-network", "needs_check"),
        ("pebble-forum", "needs_check"),
        ("quick-stones", "closing_soon"),
        ("shore-panel", "open"),
        ("told-story", "closed"),
    ],
)
def test_open_data_keeps_the_names_and_values_of_the_files(site, slug, status):
    item = json.loads(site.read(f"api/v1/opportunities/{slug}.json"))
    written = front(site.project / f"content/opportunities/{slug}.md")
    assert {name: item[name] for name in written} == written
    assert (item["slug"], item["status"]) == (slug, status)
    assert item["url"] == f"/opportunities/{slug}/"
