"""The pages and files for finding an alliance, in the built site."""

from __future__ import annotations

import gzip
import json
import re

import pytest

from tests.built import PROJECT, Built

ALLIANCES = 20
FIRST_VIEW = 60 * 1024
SCRIPT = 3 * 1024


def size(path) -> int:
    return len(gzip.compress(path.read_bytes()))


def first_view(site: Built, address: str) -> int:
    """What a browser fetches to show a page: it, its style, its font and its scripts."""
    page = site.page(address)
    names = {script["src"].rpartition("/")[2] for script in page.soup.find_all("script", src=True)}
    static = site.root / "static"
    modules = set(names)
    for name in names:
        modules |= set(
            re.findall(r"""from ?["']\./(\w+\.js)""", (static / "js" / name).read_text())
        )
    shared = [static / "css" / "site.css", *(static / "js" / name for name in sorted(modules))]
    shared += (static / "fonts").glob("*.woff2")
    return size(page.file) + sum(size(path) for path in shared)


@pytest.mark.parametrize(
    "address", ["/find/", "/find/places/", "/find/places/s/", "/find/hospitals/"]
)
def test_the_first_view_is_small(site: Built, address: str) -> None:
    assert first_view(site, address) <= FIRST_VIEW


@pytest.mark.parametrize("name", ["finder.js", "postcodes.js"])
def test_a_script_is_small(site: Built, name: str) -> None:
    assert size(site.root / "static" / "js" / name) <= SCRIPT


def test_the_table_says_what_there_is_to_join(site: Built) -> None:
    table = json.loads((site.root / "api/v1/postcodes.json").read_text("utf-8"))
    held = json.loads((PROJECT / "data/geography/postcodes.json").read_text("utf-8"))
    assert {name: table[name] for name in held} == held
    assert len(table["alliances"]) == ALLIANCES
    items = json.loads((site.root / "api/v1/opportunities.json").read_text("utf-8"))["items"]
    ended = {"closed", "expired"}
    for alliance in table["alliances"].values():
        own = [
            item
            for item in items
            if item["status"] not in ended and alliance["slug"] in item["alliances"]
        ]
        assert alliance["near"] == len(own), alliance["slug"]


def test_every_alliance_can_be_reached_from_each_way_in(site: Built) -> None:
    for address in ("/find/", "/find/places/", "/find/hospitals/"):
        links = {link["href"] for link in site.page(address).soup.select("main a[href]")}
        alliances = {link for link in links if link.startswith("/alliances/") and link[11:]}
        assert len(alliances) == ALLIANCES, address


def test_links_and_files_work_under_a_sub_path(published: Built) -> None:
    soup = published.page("/find/").soup
    form = soup.find(id="postcode-form")
    assert form["data-table"] == f"{published.address}/api/v1/postcodes.json"
    assert form["data-places"] == f"{published.address}/api/v1/places.json"
    area = soup.select_one(".app-map a")
    assert area["href"] == f"{published.address}/alliances/northern/"


@pytest.mark.parametrize("address", ["/find/", "/find/places/", "/find/hospitals/"])
def test_a_page_says_how_old_its_areas_are(site: Built, address: str) -> None:
    assert "Areas as of April 2024. Postcodes as of November 2025." in site.page(address).text


def test_the_box_has_no_name_so_nothing_is_sent(site: Built) -> None:
    for page in site.pages:
        for form in page.soup.select("#postcode-form"):
            assert form["method"] == "get"
            assert [field.get("name") for field in form.select("input, select")] == [None], page


def test_every_place_stands_under_its_letter(site: Built) -> None:
    letters = site.page("/find/places/").soup.select("nav[aria-label=Letters] a")
    text = "".join(site.page(link["href"]).soup.main.get_text() for link in letters)
    for name in ("Worksop", "Harrogate", "Newport (East Riding of Yorkshire)", "York"):
        assert name in text
