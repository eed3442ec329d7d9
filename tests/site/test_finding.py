"""The pages and files for finding an alliance, in the built site."""

from __future__ import annotations

import json

import pytest

from tests.built import Built
from tests.checks.files import zipped


@pytest.mark.parametrize(
    "name", ["lookup/finder.js", "lookup/answer.js", "lookup/placenames.js", "postcodes.js"]
)
def test_a_script_is_small(site: Built, name: str) -> None:
    assert zipped((site.root / "static/js" / name).read_bytes()) <= 3_400


def test_the_table_is_that_of_the_geography_and_three_members_more(site: Built) -> None:
    table = json.loads(site.read("api/v1/postcodes.json"))
    held = json.loads((site.project / "data/geography/postcodes.json").read_text("utf-8"))
    assert {name: table[name] for name in held} == held
    assert table.keys() - held.keys() == {"as_of", "alliances", "nations"}


def test_every_alliance_can_be_reached_from_each_way_in(site: Built) -> None:
    every = {f"/alliances/{slug}/" for slug in site.catalogue.alliances}
    for address in ("/find/", "/find/places/", "/find/hospitals/"):
        links = {link["href"] for link in site.page(address).soup.select("main a[href]")}
        assert every <= links, address


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


def test_every_place_stands_under_its_letter(site: Built) -> None:
    letters = site.page("/find/places/").soup.select("nav[aria-label=Letters] a")
    text = "".join(site.page(link["href"]).soup.main.get_text() for link in letters)
    for name in ("Worksop", "Harrogate", "Newport (East Riding of Yorkshire)", "York"):
        assert name in text
