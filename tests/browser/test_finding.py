"""Finding an alliance in a real browser: what is answered, and what is never sent."""

from __future__ import annotations

import gzip
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.looks import LOOKS, barriers, looks_named

TABLE = "/api/v1/postcodes.json"
PLACES = "/api/v1/places.json"


def ask(page, text):
    """Types into the box as a person does and presses Enter; gives back the answer's words."""
    box = page.locator("#postcode")
    box.click()
    box.fill(text)
    box.press("Enter")
    page.wait_for_selector("#postcode-error:not([hidden]), #postcode-result p:not(:empty)")
    page.wait_for_selector("#postcode-result p >> text=Looking it up", state="detached")
    said = page.locator("#postcode-error:not([hidden]), #postcode-result")
    return re.sub(r"\s+", " ", " ".join(said.all_inner_texts())).strip()


@pytest.fixture
def find(new_page):
    """The page /find/ with its script running, and what it asked for since it was loaded."""
    page = new_page("/find/", width=320)
    page.wait_for_load_state("networkidle")
    page.asked = []
    page.on("request", lambda request: page.asked.append(request))
    return page


ANSWERS = {
    "gl501aa": "GL50 1AA is in Somerset, Wiltshire, Avon and Gloucestershire. ",
    "GL5O 1AA": "GL50 1AA is in Somerset, Wiltshire, Avon and Gloucestershire. ",
    "CM22 6QJ": "CM22 6QJ is in East of England. ",
    "LS1": "LS1 is in West Yorkshire and Harrogate. ",
    "SN1 1AA": (
        "SN1 1AA is in Thames Valley or Somerset, Wiltshire, Avon and Gloucestershire. "
        "Official maps put Swindon in Thames Valley. "
    ),
    "HG1 1AA": (
        "HG1 1AA is in Humber and North Yorkshire or West Yorkshire and Harrogate. "
        "Official maps put this area in Humber and North Yorkshire. "
    ),
    "SL1 1AA": (
        "SL1 1AA is in Surrey and Sussex or Thames Valley. "
        "Official maps from 2024 put this area in Surrey and Sussex. "
    ),
    "SK13 8AA": "SK13 8AA is in East Midlands. You may also hear of Greater Manchester. ",
    "WC2A 1AA": (
        "WC2A 1AA is in North Central London. "
        "This is near a boundary. Also see West London and North East London. "
    ),
    "CF10 1AA": (
        "CF10 1AA is in Wales. Cancer Alliances cover England only. "
        "People in Wales can turn to: Pebble Voice of Wales: "
    ),
    "BT1 1AA": "BT1 1AA is in Northern Ireland. Cancer Alliances cover England only. ",
    "EH1 1AA": "EH1 1AA is in Scotland. Cancer Alliances cover England only. ",
    "IM1 1AA": (
        "IM1 1AA is in the Isle of Man. Cancer Alliances cover England only. "
        "Cheshire and Merseyside says it also serves the Isle of Man. "
        "People in the Isle of Man can turn to: Pebble Voice of the Isle of Man: "
    ),
    "JE2 3AA": "JE2 3AA is in Jersey. Cancer Alliances cover England only. ",
    "BFPO 57": "BFPO 57 is a Forces address. ",
    "Ripon": "Ripon (North Yorkshire) is in Humber and North Yorkshire or West Yorkshire and ",
    "the christie": "The Christie (The Christie NHS Foundation Trust) is in Greater Manchester. ",
    "newport": "4 places match. Choose yours. Newport (East Riding of Yorkshire): Humber and ",
}
ADVICE = {
    "": "Type your postcode. For example, LS1 4AP.",
    "SN1": "SN1 is in more than one area. Type your whole postcode.",
    "ZZ1 1AA": "We do not know ZZ1 1AA. Check it, or choose your area from the list.",
    "banana": (
        "We did not find banana. Check it, type your postcode, or choose your area from the list."
    ),
}


def test_what_is_typed_is_answered(find):
    said = {typed: ask(find, typed) for typed in ANSWERS}
    assert {typed: said[typed][: len(answer)] for typed, answer in ANSWERS.items()} == ANSWERS


def test_what_cannot_be_answered_is_said_beside_the_box(find):
    box = find.locator("#postcode")
    for typed, advice in ADVICE.items():
        assert ask(find, typed) == advice
        assert box.get_attribute("aria-invalid") == "true"
        assert box.get_attribute("aria-describedby") == "postcode-error postcode-hint"
        assert find.get_by_role("alert").inner_text() == advice
        assert find.evaluate("document.activeElement.id") == "postcode"


def test_after_a_mistake_a_right_postcode_clears_it(find):
    ask(find, "banana")
    assert ask(find, "LS1 4AP").startswith("LS1 4AP is in West Yorkshire")
    assert find.locator("#postcode").get_attribute("aria-invalid") is None
    assert find.locator("#postcode-error").is_hidden()


@pytest.mark.parametrize("text", ["LS1 4AP", "CF10 1AA", "banana"])
def test_the_answer_comes_into_sight_on_a_small_screen(new_page, text):
    page = new_page("/", width=390)
    page.set_viewport_size({"width": 390, "height": 480})
    ask(page, text)
    said = page.locator("#postcode-error:not([hidden]), #postcode-result p").first
    expect(said).to_be_in_viewport(ratio=1)


def test_a_postcode_leaves_no_trace(find, origin):
    """One request for the whole table; no postcode in it, in the address or in storage."""
    for typed in ("HG1 1AA", "ls1 4ap", "CF10 1AA", "ZZ1 1AA"):
        ask(find, typed)
    assert [request.url for request in find.asked] == [origin + TABLE]
    assert find.asked[0].post_data is None
    assert find.url == f"{origin}/find/"
    stores = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
    assert find.evaluate(stores) == '[{},{},""]'
    assert find.evaluate("history.length") <= 2


def test_a_place_is_looked_for_in_a_whole_file(find, origin):
    ask(find, "Ripon")
    assert sorted(request.url for request in find.asked) == [origin + PLACES, origin + TABLE]


def test_an_area_is_kept_only_when_asked_and_can_be_forgotten(find):
    ask(find, "LS1 4AP")
    find.get_by_role("button", name="Remember my area").click()
    assert find.evaluate("({...localStorage})") == {"area": "west-yorkshire-and-harrogate"}
    find.reload()
    link = find.locator("#postcode-result a")
    assert link.get_attribute("href").endswith("/alliances/west-yorkshire-and-harrogate/")
    find.get_by_role("button", name="Forget my area").click()
    assert find.evaluate("({...localStorage})") == {}
    assert find.evaluate("document.activeElement.id") == "postcode"


def test_the_answer_leads_to_the_alliance_and_to_what_can_be_joined(find, origin):
    ask(find, "LS1 4AP")
    links = find.locator("#postcode-result a")
    addresses = [link.get_attribute("href") for link in links.all()]
    assert addresses == [
        "/alliances/west-yorkshire-and-harrogate/",
        "/opportunities/alliance/west-yorkshire-and-harrogate/",
        "/opportunities/?how=online&how=phone&how=post&reach=anywhere",
        "/find/places/",
    ]
    links.first.click()
    find.wait_for_url(f"{origin}/alliances/west-yorkshire-and-harrogate/")


def test_without_a_script_the_page_says_whom_to_turn_to_outside_england(new_page):
    page = new_page("/find/", javascript=False)
    for nation in ("Wales", "Scotland", "Northern Ireland", "Isle of Man", "Jersey", "Guernsey"):
        expect(page.get_by_role("heading", name=nation, exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Pebble Voice of Jersey")).to_be_visible()


def test_as_many_from_home_are_shown_as_the_answer_says(find):
    ask(find, "LS1 4AP")
    link = find.get_by_role("link", name=re.compile("^[0-9]+ from home$"))
    number = link.inner_text().split()[0]
    link.click()
    expect(find.get_by_role("heading", name=f"{number} opportunities", exact=True)).to_be_visible()


def test_the_form_works_by_keyboard_alone(find):
    find.locator("#postcode").focus()
    find.keyboard.type("LS1 4AP")
    find.keyboard.press("Tab")
    find.keyboard.press("Space")
    find.wait_for_selector("#postcode-result a")
    assert find.locator("#postcode-result").get_attribute("role") == "status"


@pytest.mark.parametrize("look", LOOKS, ids=looks_named)
def test_no_barrier_in_an_answer(new_page, look):
    page = new_page("/find/", width=look.width, scheme=look.scheme)
    for typed in ("HG1 1AA", "banana", "CF10 1AA", "newport"):
        ask(page, typed)
        assert barriers(page, look) == []


def test_with_a_broken_connection_it_says_what_to_do(new_page):
    page = new_page("/find/")
    page.route("**/api/v1/*", lambda route: route.fulfill(body="cut off"))
    said = ask(page, "LS1 4AP")
    assert said.startswith("The list did not load.")
    page.unroute("**/api/v1/*")
    assert ask(page, "LS1 4AP").startswith("LS1 4AP is in West Yorkshire")


def test_without_a_script_the_page_leads_to_every_alliance(new_page, origin):
    page = new_page("/find/", javascript=False)
    assert page.locator("#postcode").is_hidden()
    page.locator("#postcode-form a").click()
    page.wait_for_url(f"{origin}/find/places/")
    page.goto(f"{origin}/find/")
    cards = page.locator(".app-alliance a")
    assert len({card.get_attribute("href") for card in cards.all()}) == 20


def test_the_map_is_a_set_of_named_links(find):
    links = find.locator(".app-map a")
    names = [link.get_attribute("aria-label") for link in links.all()]
    assert len(set(names)) == 20
    for name in names:
        assert find.get_by_role("link", name=name, exact=True).count() >= 2
    links.first.focus()
    find.keyboard.press("Tab")
    focused = find.evaluate("document.activeElement.getAttribute('aria-label')")
    assert focused == names[1]


def test_an_answer_is_light_on_a_slow_phone(find, site):
    """The first one fetches the table and no more; those after it fetch nothing."""
    ask(find, "HG1 1AA")
    find.wait_for_load_state("networkidle")
    assert [urlsplit(request.url).path for request in find.asked] == [TABLE]
    assert len(gzip.compress((site.root / TABLE[1:]).read_bytes(), 6)) < 30_000
    ask(find, "LS1 4AP")
    find.wait_for_load_state("networkidle")
    assert len(find.asked) == 1
