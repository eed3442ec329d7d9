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
# What reads what is typed and answers it is loaded with the table.
SCRIPTS = {f"/static/js/{name}.js" for name in ("postcodes", "lookup/answer", "lookup/placenames")}
ANSWER = ".app-answer:not([data-before])"


def ask(page, text):
    """Types into the box as a person does and presses Enter; gives back what is said then."""
    box = page.locator("#postcode")
    box.click()
    box.fill(text)
    page.evaluate("document.querySelector('.app-answer')?.setAttribute('data-before', '')")
    box.press("Enter")
    page.wait_for_selector(f"#postcode-error:not([hidden]), #postcode-result p, {ANSWER}")
    page.wait_for_selector("#postcode-result p >> text=Looking it up", state="detached")
    said = page.locator(f"{ANSWER}, #postcode-error:not([hidden]), #postcode-result")
    return re.sub(r"\s+", " ", " ".join(said.all_inner_texts())).strip()


@pytest.fixture
def find(new_page):
    """The page /find/ with its script running, and what it asked for since it was loaded."""
    page = new_page("/find/", width=320)
    page.wait_for_load_state("networkidle")
    page.asked = []
    page.on("request", lambda request: page.asked.append(request))
    return page


SWAG = "Somerset, Wiltshire, Avon and Gloucestershire"
YORKSHIRE = "West Yorkshire and Harrogate"
IS = "Your Cancer Alliance is"
NOT_YOURS = "Not your area? Choose it from a list"


def stated(place, *names):
    """How the answer begins for a place."""
    alliances = " or ".join(f"Pebble Alliance of {name}" for name in names)
    return f"{IS} {alliances} For {place}. {NOT_YOURS} "


ANSWERS = {
    "gl501aa": stated("GL50 1AA", SWAG),
    "GL5O 1AA": stated("GL50 1AA", SWAG),
    "CM22 6QJ": stated("CM22 6QJ", "East of England"),
    "LS1": stated("LS1", YORKSHIRE),
    "   LS1 4AP, Leeds": stated("LS1 4AP", YORKSHIRE),
    "SÖ14 3AA": stated("SO14 3AA", "Wessex"),
    "SN1 1AA": stated("SN1 1AA", "Thames Valley", SWAG)
    + "Official maps put Swindon in Thames Valley. ",
    "HG1 1AA": stated("HG1 1AA", "Humber and North Yorkshire", YORKSHIRE)
    + "Official maps put this area in Humber and North Yorkshire. ",
    "SL1 1AA": stated("SL1 1AA", "Surrey and Sussex", "Thames Valley")
    + "Official maps from 2024 put this area in Surrey and Sussex. ",
    "SK13 8AA": stated("SK13 8AA", "East Midlands")
    + "You may also hear of Greater Manchester. This area moved",
    "WC2A 1AA": stated("WC2A 1AA", "North Central London")
    + "This is near a boundary. Also see West London and North East London. ",
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
    "Ripon": stated("Ripon (North Yorkshire)", "Humber and North Yorkshire", YORKSHIRE)
    + "Official maps put this area in Humber and North Yorkshire. ",
    "the christie": stated("The Christie", "Greater Manchester"),
    "Bristol": stated("Bristol", SWAG),
    "Stoke on Trent": stated("Stoke-on-Trent", "West Midlands"),
    "Glossop": stated("Glossop (High Peak)", "East Midlands")
    + "You may also hear of Greater Manchester. This area moved",
    "Hampshire": (
        "Hampshire has 2 Cancer Alliances Type your postcode to see which is yours. "
        f"{NOT_YOURS} Surrey and Sussex Wessex Areas as of"
    ),
    "newport": "5 places match. Choose yours. Newport (East Riding of Yorkshire): Humber and ",
    "Royal Marsden": "2 places match. Did you mean one of these? The Royal Marsden ",
    "Infirmary Royal Manchester": "Did you mean this one? Manchester Royal Infirmary, ",
    "Jersey": (
        "Cancer Alliances cover England only. People in Jersey can turn to: "
        "Pebble Voice of Jersey: "
    ),
    "isle of man": (
        "Cancer Alliances cover England only. "
        "Cheshire and Merseyside says it also serves the Isle of Man. "
    ),
}
ADVICE = {
    "": "Type a postcode, town or hospital. For example, LS1 4AP.",
    "SN1": "SN1 covers more than one area. Type your whole postcode.",
    "W1": "W1 covers more than one area. Type your whole postcode.",
    "ZZ1 1AA": "We do not know ZZ1 1AA. Check it, or choose your area from the list.",
    "banana": (
        "We did not find banana. We know places in England. Check it, type your postcode, "
        "or choose your area from the list."
    ),
    "England": "England has 20 Cancer Alliances. Type a postcode, town or hospital.",
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
    assert ask(find, "LS1 4AP").startswith(stated("LS1 4AP", YORKSHIRE))
    assert find.locator("#postcode").get_attribute("aria-invalid") is None
    assert find.locator("#postcode-error").is_hidden()


@pytest.mark.parametrize("text", ["LS1 4AP", "CF10 1AA", "banana"])
def test_the_answer_comes_into_sight_on_a_small_screen(new_page, text):
    page = new_page("/", width=390)
    page.set_viewport_size({"width": 390, "height": 480})
    ask(page, text)
    said = page.locator(f"{ANSWER} h1, #postcode-error:not([hidden]), #postcode-result p").first
    expect(said).to_be_in_viewport(ratio=1)


def test_a_postcode_leaves_no_trace(find, origin):
    """One request for the whole table; no postcode in it, in the address or in storage."""
    for typed in ("HG1 1AA", "ls1 4ap", "CF10 1AA", "ZZ1 1AA"):
        ask(find, typed)
    assert {request.url for request in find.asked} == {origin + one for one in {TABLE} | SCRIPTS}
    assert [request.post_data for request in find.asked if request.post_data] == []
    assert find.url == f"{origin}/find/"
    stores = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
    assert find.evaluate(stores) == '[{},{},""]'
    assert find.evaluate("history.length") <= 2


def test_a_place_is_looked_for_in_a_whole_file(find, origin):
    ask(find, "Ripon")
    assert {request.url for request in find.asked} == {
        origin + one for one in {PLACES, TABLE} | SCRIPTS
    }


def test_the_first_of_many_places_are_shown_with_their_number(find):
    said = ask(find, "Hospital")
    assert re.match(r"3[0-9]{2} places match\. Did you mean one of these\?", said)
    assert said.endswith("These are the first 12. Type more to find yours.")
    assert find.locator("#postcode-result li").count() == 12


@pytest.mark.parametrize("address", ["/", "/find/"])
def test_the_answer_takes_the_place_of_the_question(new_page, address):
    page = new_page(address, width=390)
    ask(page, "LS1 4AP")
    assert page.evaluate("document.activeElement.id") == "answer-title"
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text(f"{IS} Pebble Alliance of {YORKSHIRE}")
    expect(page).to_have_title(f"{IS} Pebble Alliance of {YORKSHIRE} - Your Say in Cancer Care")
    filled = page.locator(f"{ANSWER} .app-button:not(.app-button--plain)")
    expect(filled).to_have_text(re.compile(r"^See ([0-9]+ ways?|how) to take part$"))
    expect(filled).to_be_in_viewport(ratio=1)
    assert filled.get_attribute("href") == "/alliances/west-yorkshire-and-harrogate/#join"
    expect(page.get_by_text("Look up another place")).to_be_visible()
    expect(page.locator("#postcode")).to_have_value("")


def test_the_box_and_its_button_are_in_the_first_view_of_a_phone(new_page):
    page = new_page("/", width=390)
    page.set_viewport_size({"width": 390, "height": 664})
    page.evaluate("document.querySelectorAll('.app-banner').forEach((one) => one.remove())")
    for one in (page.locator("#postcode"), page.get_by_role("button", name="Find my alliance")):
        expect(one).to_be_in_viewport(ratio=1)


def test_nothing_that_is_typed_is_cut(find):
    long = "St James's University Hospital, Leeds Teaching Hospitals NHS Trust, LS9 7TF"
    assert ask(find, long).startswith(stated("LS9 7TF", YORKSHIRE))


def test_an_area_is_kept_only_when_asked_and_can_be_forgotten(find):
    ask(find, "LS1 4AP")
    expect(find.get_by_text("We keep the name of the area, not your postcode.")).to_be_visible()
    find.get_by_role("button", name="Save my area on this device").click()
    expect(find.get_by_text(f"Saved on this device: {YORKSHIRE}.")).to_be_visible()
    assert find.evaluate("({...localStorage})") == {"area": "west-yorkshire-and-harrogate"}
    find.reload()
    link = find.locator("#postcode-result a")
    assert link.get_attribute("href").endswith("/alliances/west-yorkshire-and-harrogate/")
    find.get_by_role("button", name="Forget my area").click()
    assert find.evaluate("({...localStorage})") == {}
    assert find.evaluate("document.activeElement.id") == "postcode"


def test_a_device_that_keeps_nothing_is_told_of(find):
    find.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full') } }")
    ask(find, "LS1 4AP")
    find.get_by_role("button", name="Save my area on this device").click()
    expect(find.get_by_text("Your browser does not let this site save anything.")).to_be_visible()


def test_the_answer_leads_to_the_alliance_and_to_what_can_be_joined(find, origin):
    ask(find, "LS1 4AP")
    page = "/alliances/west-yorkshire-and-harrogate/"
    links = find.locator(f"{ANSWER} a:not([href^=mailto]):not([href^=http])")
    addresses = [link.get_attribute("href") for link in links.all()]
    assert addresses == [
        "/find/places/",
        f"{page}#join",
        "/opportunities/from-home/anywhere/",
        page,
    ]
    links.last.click()
    find.wait_for_url(f"{origin}{page}")


def test_without_a_script_the_page_says_whom_to_turn_to_outside_england(new_page):
    page = new_page("/find/", javascript=False)
    for nation in ("Wales", "Scotland", "Northern Ireland", "Isle of Man", "Jersey", "Guernsey"):
        expect(page.get_by_role("heading", name=nation, exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Pebble Voice of Jersey")).to_be_visible()


def test_as_many_are_shown_as_the_answer_says(find):
    ask(find, "LS1 4AP")
    links = {
        "ways to take part": find.get_by_role("link", name=re.compile("^See [0-9]+ ways? to take")),
        "opportunities": find.get_by_role("link", name=re.compile("from home$")),
    }
    numbers = {kind: link.inner_text().split()[1] for kind, link in links.items()}
    pages = {kind: link.get_attribute("href") for kind, link in links.items()}
    for kind, page in pages.items():
        find.goto(find.url.split("/find/")[0].split("/alliances/")[0] + page)
        words = re.compile(
            f"^{numbers[kind]} {kind.removesuffix('s') if numbers[kind] == '1' else kind}"
        )
        expect(find.get_by_role("heading", name=words).first).to_be_visible()
    expect(find.get_by_role("heading", level=1)).to_have_text(re.compile("from home"))


def test_the_form_works_by_keyboard_alone(find):
    find.locator("#postcode").focus()
    find.keyboard.type("LS1 4AP")
    find.keyboard.press("Tab")
    find.keyboard.press("Space")
    find.wait_for_selector(f"{ANSWER} a")
    assert find.locator("#postcode-result").get_attribute("role") == "status"


@pytest.mark.parametrize("look", LOOKS, ids=looks_named)
def test_no_barrier_in_an_answer(new_page, look):
    page = new_page("/find/", width=look.width, scheme=look.scheme)
    for typed in ("HG1 1AA", "LS1 4AP", "Hampshire", "banana", "CF10 1AA", "newport"):
        ask(page, typed)
        assert barriers(page, look) == []


def test_with_a_broken_connection_it_says_what_to_do(new_page):
    page = new_page("/find/")
    page.route("**/api/v1/*", lambda route: route.fulfill(body="cut off"))
    said = ask(page, "LS1 4AP")
    assert said.startswith("The list did not load.")
    page.unroute("**/api/v1/*")
    assert ask(page, "LS1 4AP").startswith(stated("LS1 4AP", YORKSHIRE))


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
    """The first one fetches the table and what reads it; those after it fetch nothing."""
    ask(find, "HG1 1AA")
    find.wait_for_load_state("networkidle")
    assert {urlsplit(request.url).path for request in find.asked} == {TABLE} | SCRIPTS
    assert len(gzip.compress((site.root / TABLE[1:]).read_bytes(), 6)) < 31_000
    ask(find, "LS1 4AP")
    find.wait_for_load_state("networkidle")
    assert len(find.asked) == 1 + len(SCRIPTS)
