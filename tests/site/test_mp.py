"""Writing to an MP: the ask carries the alliance's name, and the form says where it leads."""

from __future__ import annotations

import pytest

FORM = "https://www.writetothem.com/"


def test_from_an_alliance_the_ask_carries_its_name(site):
    page = site.page("/alliances/northern/write-to-your-mp/")
    assert "the lead of Pebble Alliance of Northern" in page.soup.main.get_text()
    assert "[the name of your Cancer Alliance]" not in page.text
    link = site.page("/alliances/northern/").soup.find(
        "a", string="Ask your MP to meet the alliance's lead"
    )
    assert link["href"] == "/alliances/northern/write-to-your-mp/"


@pytest.mark.parametrize("address", ["/write-to-your-mp/", "/alliances/northern/write-to-your-mp/"])
def test_the_form_goes_to_writetothem_and_says_so(site, address):
    form = site.page(address).soup.find("form", action=FORM)
    assert form["method"] == "get"
    hidden = {field["name"]: field["value"] for field in form.find_all("input", type="hidden")}
    assert hidden == {"a": "westminstermp", "message_type": "campaigning"}
    postcode = form.find("input", attrs={"name": "pc"})
    assert postcode["autocomplete"] == "postal-code"
    assert "leave our site" in form.get_text()


def test_an_alliance_page_shows_where_it_is_and_what_is_next_to_it(site):
    page = site.page("/alliances/kent-and-medway/")
    assert page.soup.select_one(".app-mapframe svg")
    assert page.soup.find("a", href="/alliances/south-east-london/")
