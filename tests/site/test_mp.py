"""Writing to an MP: the ask carries the alliance's name, and nothing stands there to be pasted."""

from __future__ import annotations


def test_from_an_alliance_the_ask_carries_its_name(site):
    page = site.page("/alliances/northern/write-to-your-mp/")
    assert "the lead of Northern Cancer Alliance" in page.soup.main.get_text()
    assert "[the name of your Cancer Alliance]" not in page.text
    link = site.page("/alliances/northern/").soup.find("a", string="Ask your MP to meet its lead")
    assert link["href"] == "/alliances/northern/write-to-your-mp/"


def test_the_form_goes_to_writetothem_and_says_so(site):
    for address in ("/write-to-your-mp/", "/alliances/northern/write-to-your-mp/"):
        form = site.page(address).soup.find("form", action="https://www.writetothem.com/")
        assert form["method"] == "get"
        hidden = {i["name"]: i["value"] for i in form.find_all("input", type="hidden")}
        assert hidden == {"a": "westminstermp", "message_type": "campaigning"}
        postcode = form.find("input", attrs={"name": "pc"})
        assert postcode["autocomplete"] == "postal-code"
        assert "leave our site" in form.get_text()


def test_no_finished_letter_is_offered(site):
    text = site.page("/write-to-your-mp/").soup.main.get_text()
    assert "Dear" not in text
    assert "in your own words" in text.casefold()


def test_an_alliance_page_shows_where_it_is_and_what_is_next_to_it(site):
    page = site.page("/alliances/kent-and-medway/")
    assert page.soup.select_one(".app-mapframe svg")
    assert page.soup.find("a", href="/alliances/south-east-london/")
