"""Feeds, calendars, lists for other sites and open data: where links lead to them."""

from __future__ import annotations

import json
import re
from html import unescape

from tests.built import SUB_PATH


def test_each_list_and_alliance_leads_to_a_feed_and_a_calendar(site):
    def links(address):
        return {a["href"] for a in site.page(address).soup.main.find_all("a", href=True)}

    own = {"/feeds/alliance/wessex.atom.xml", "/calendars/alliance/wessex.ics", "/follow/"}
    assert own <= links("/alliances/wessex/")
    assert own <= links("/opportunities/alliance/wessex/")
    assert "/feeds/kind/survey.atom.xml" in links("/opportunities/kind/survey/")
    everything = {"/feeds/all.atom.xml", "/calendars/deadlines.ics", "/follow/"}
    assert everything <= links("/opportunities/from-home/")
    assert everything <= links("/opportunities/")
    assert not [one for one in links("/opportunities/closed/") if one.startswith("/feeds/")]


def test_a_feed_reader_finds_the_feed_of_a_list_by_the_address_of_its_page(site):
    def found(address):
        links = site.page(address).soup.head.find_all("link", rel="alternate")
        return [(link["title"], link["href"]) for link in links]

    everything = ("New opportunities", "/feeds/all.atom.xml")
    assert found("/opportunities/anywhere/") == [
        everything,
        ("Open to anyone in England", "/feeds/anywhere.atom.xml"),
    ]
    assert found("/opportunities/how/online/") == [everything]


def test_without_an_earlier_build_no_change_is_made_up(site):
    assert json.loads(site.read("/api/v1/changes.json"))["items"] == []
    assert "No changes in the last 7 days." in site.page("/follow/").soup.text


def test_the_coverage_page_names_every_alliance_and_its_gaps(site):
    page = site.page("/coverage/").soup.main
    names = [name.text for name in page.find_all("th", role="rowheader")]
    alliances = site.catalogue.alliances.values()
    assert names == [alliance.short_name for alliance in alliances]
    gaps = {link.text: link["href"] for link in page.select("[role=cell] a")}
    for one in alliances:
        is_missing = f"Add e-mail for {one.short_name}" in gaps
        assert is_missing is ("email" not in one.contact)
    assert gaps["Add phone for Wessex"] == "/add/?alliance=wessex&fact=Phone"


def test_a_list_for_other_sites_has_the_heading_that_was_chosen(site):
    for address, name in (
        ("/embed/wessex/", "h2"),
        ("/embed/wessex/h3/", "h3"),
        ("/embed/kind/survey/h4/", "h4"),
    ):
        headings = site.page(address).soup.find_all(re.compile("^h[1-6]$"))
        assert [heading.name for heading in headings] == [name]


def test_a_list_for_other_sites_shows_what_its_page_shows(site):
    def titles(address, links):
        return [link["href"] for link in site.page(address).soup.select(links)]

    shown = titles("/embed/wessex/", ".app-embed__item a")
    assert shown == titles("/opportunities/alliance/wessex/", ".app-entry__link")
    assert shown


def test_the_lines_to_copy_are_the_live_example(published):
    page = published.page("/data/").soup.main
    frame = page.find("iframe")
    lines = unescape(next(pre.text for pre in page.find_all("pre") if "iframe" in pre.text))
    assert f'src="{frame["src"]}" title="{frame["title"]}"' in lines
    assert frame["src"] == f"{SUB_PATH}/embed/cheshire-and-merseyside/"
    assert f'<a href="{SUB_PATH}/opportunities/alliance/cheshire-and-merseyside/">' in lines


def test_the_data_page_is_a_dataset(published):
    script = published.page("/data/").soup.find("script", type="application/ld+json")
    things = json.loads(script.string)
    (thing,) = [one for one in things if one["@type"] == "Dataset"]
    for row in thing["distribution"]:
        path = row["contentUrl"].removeprefix(f"{SUB_PATH}/")
        assert (published.root / path).is_file()
