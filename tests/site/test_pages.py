"""What pages are, for search engines, and what they hold for people."""

from __future__ import annotations

import json

import pytest


def test_the_cards_of_long_lists_share_whole_patches(site):
    assert len(site.page("/opportunities/").soup.find_all("symbol")) >= 20


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/", "WebSite"),
        ("/about/", "AboutPage"),
        ("/accessibility/", "WebPage"),
        ("/alliances/", "CollectionPage"),
        ("/alliances/wessex/", "Organization"),
        ("/data/", "Dataset"),
        ("/find/", "CollectionPage"),
        ("/guides/what-to-expect/", "Article"),
        ("/how-it-works/", "Article"),
        ("/opportunities/", "CollectionPage"),
        ("/opportunities/closed/", "CollectionPage"),
        ("/opportunities/pebble-forum/", "WebPage"),
        ("/words/", "DefinedTermSet"),
    ],
)
def test_structured_data_says_what_a_page_is(site, address, kind):
    assert kind in things_on(site.page(address))


def things_on(page):
    (script,) = page.soup.find_all("script", type="application/ld+json")
    return {thing["@type"]: thing for thing in json.loads(script.string)}


@pytest.mark.parametrize("address", ["/alliances/", "/opportunities/"])
def test_structured_data_names_the_first_of_a_list_and_counts_all(site, address):
    items = things_on(site.page(address))["CollectionPage"]["mainEntity"]
    first = items["itemListElement"]
    assert 1 < len(first) <= 20 <= items["numberOfItems"]
    assert all(item["url"].startswith(address) for item in first)


def test_structured_data_holds_each_word_of_the_list(site):
    terms = things_on(site.page("/words/"))["DefinedTermSet"]["hasDefinedTerm"]
    assert [term["name"] for term in terms] == ["Beach", "Pebble", "Sorter"]


def test_the_public_site_gives_its_own_address(published):
    home = published.page("/").soup
    assert home.find("link", rel="canonical")["href"] == "https://example.org/repo/"
