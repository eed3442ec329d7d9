"""My list: kept on the device, put in order, shared by a link, forgotten."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

FORUM, MARBLES = "pebble-forum", "marble-advisers"
TITLES = [
    "Pebble (PBL) Forum partner",
    "Marble Advisory Group (MAG) for pebbles",
]


def kept(page):
    return page.evaluate("localStorage.getItem('shortlist')")


def titles(page):
    return page.locator("#shortlist-items h2")


@pytest.fixture
def mine(new_page):
    """My list with two entries on it."""
    page = new_page("/privacy/")
    page.evaluate(f"localStorage.setItem('shortlist', '{FORUM},{MARBLES}')")
    page.goto(page.url.replace("/privacy/", "/shortlist/"))
    expect(titles(page)).to_have_text(TITLES)
    return page


def test_a_page_is_kept_and_its_link_copied(new_page):
    page = new_page(f"/opportunities/{FORUM}/", permissions=["clipboard-read", "clipboard-write"])
    button = page.get_by_role("button", name="Save")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert kept(page) == FORUM
    page.reload()
    expect(button).to_have_attribute("aria-pressed", "true")
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "false")
    assert kept(page) is None
    page.get_by_role("button", name="Share this page").click()
    expect(page.locator("[data-keep] [role=status]")).to_contain_text("copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_the_order_changes_and_the_focus_stays(mine):
    mine.get_by_role("button", name=f"Move up ({TITLES[1]})").press("Enter")
    expect(titles(mine)).to_have_text(TITLES[::-1])
    assert kept(mine) == f"{MARBLES},{FORUM}"
    expect(mine.locator("#shortlist-said")).to_have_text(f"{TITLES[1]} is now number 1.")
    expect(mine.get_by_role("button", name=f"Move down ({TITLES[1]})")).to_be_focused()
    mine.keyboard.press("Enter")
    expect(titles(mine)).to_have_text(TITLES)
    mine.get_by_role("button", name=f"Remove ({TITLES[0]})").click()
    expect(titles(mine)).to_have_text(TITLES[1:])
    expect(mine.locator("#shortlist-said")).to_be_focused()


@pytest.mark.parametrize(
    "width", [320, *(pytest.param(width, marks=pytest.mark.thorough) for width in (390, 1280))]
)
def test_no_item_has_a_hole_among_its_buttons(mine, width):
    mine.set_viewport_size({"width": width, "height": 900})
    mine.evaluate("localStorage.setItem('shortlist', 'pebble-forum,marble-advisers,shore-panel')")
    mine.reload()
    expect(titles(mine)).to_have_count(3)
    for item, buttons in zip(
        mine.locator(".app-kept__tools").all(),
        [["Move down", "Remove"], ["Move up", "Move down", "Remove"], ["Move up", "Remove"]],
        strict=True,
    ):
        shown = item.locator("button:visible")
        assert [name.split("\n")[0] for name in shown.all_inner_texts()] == buttons
        left = item.bounding_box()["x"]
        assert shown.first.bounding_box()["x"] == left
        assert item.evaluate("(row) => row.getBoundingClientRect().height") <= 46 * 2 + 14
    assert mine.evaluate("document.documentElement.scrollWidth") == width


def test_a_shared_link_is_shown_and_kept_only_when_asked(mine, new_page):
    mine.context.grant_permissions(["clipboard-read", "clipboard-write"])
    mine.get_by_role("button", name="Share").click()
    expect(mine.locator("#shortlist-said")).to_contain_text("copied")
    link = mine.evaluate("navigator.clipboard.readText()")
    assert link.endswith(f"/shortlist/#list={FORUM},{MARBLES}")
    other = new_page(f"/shortlist/{link.partition('/shortlist/')[2]}")
    expect(titles(other)).to_have_text(TITLES)
    expect(other.get_by_role("heading", name="Somebody shared this list with you")).to_be_visible()
    assert kept(other) is None
    other.get_by_role("button", name="Keep it on this device").click()
    expect(other.locator("#shortlist-shared")).to_be_hidden()
    assert kept(other) == f"{FORUM},{MARBLES}"
    assert "#" not in other.url


def test_a_list_is_deleted_and_can_be_brought_back(mine):
    mine.evaluate("localStorage.setItem('area', 'wessex')")
    mine.get_by_role("button", name="Delete my list").click()
    expect(mine.get_by_role("heading", name="Your list is empty")).to_be_visible()
    assert kept(mine) is None
    assert mine.evaluate("localStorage.getItem('area')") == "wessex"
    mine.get_by_role("button", name="Bring it back").click()
    expect(titles(mine)).to_have_text(TITLES)


def test_a_link_cannot_bring_in_anything_but_slugs(new_page):
    page = new_page("/shortlist/#list=../../x,<b>,Marble-Advisers,pebble-forum,pebble-forum")
    expect(titles(page)).to_have_text(TITLES[:1])


def test_an_entry_that_has_ended_says_so(new_page):
    page = new_page("/shortlist/#list=ended-stone-study")
    expect(page.locator("#shortlist-items")).to_contain_text("This has ended.")


@pytest.mark.parametrize(
    ("dates", "now", "said"),
    [
        ({"deadline": "2026-11-30"}, "2026-11-30T23:59:00Z", "Closes 30 November 2026"),
        ({"deadline": "2026-11-30"}, "2026-12-01T00:01:00Z", "This has ended."),
        ({"deadline": "2027-07-31"}, "2027-07-31T23:01:00Z", "This has ended."),
        (
            {"deadline": "2026-11-30 17:00"},
            "2026-11-30T17:00:59Z",
            "Closes 30 November 2026 at 17:00",
        ),
        ({"deadline": "2026-11-30 17:00"}, "2026-11-30T17:01:00Z", "This has ended."),
        ({"deadline": "ongoing"}, "2026-12-01T00:01:00Z", ""),
        ({"sessions": ["2026-12-08", "2027-03-30"]}, "2026-12-08T12:00:00Z", "On 8 December 2026"),
        ({"sessions": ["2026-12-08", "2027-03-30"]}, "2026-12-09T00:01:00Z", "On 30 March 2027"),
        ({"sessions": ["2026-12-08", "2027-03-30"]}, "2027-03-30T23:01:00Z", "This has ended."),
    ],
)
def test_an_entry_says_when_it_closes_or_that_it_has(new_page, dates, now, said):
    page = new_page("/privacy/")
    page.clock.set_fixed_time(now)
    record = {
        "title": "Made-up panel",
        "summary": "You talk.",
        "status": "open",
        "confirmed": True,
    } | dates
    if "sessions" in dates:
        record["sessions"] = [{"starts": starts} for starts in dates["sessions"]]
    page.route("**/api/v1/opportunities/made-up.json", lambda route: route.fulfill(json=record))
    page.goto(page.url.replace("/privacy/", "/shortlist/#list=made-up"))
    expect(page.locator("#shortlist-items > li > p").nth(1)).to_have_text(said)


def test_what_nobody_has_confirmed_says_so(new_page):
    page = new_page("/privacy/")
    page.clock.set_fixed_time("2026-11-30T12:00:00Z")
    record = {"title": "Made-up panel", "summary": "You talk.", "status": "open"}
    unsure = record | {"confirmed": False, "deadline": "2026-12-24"}
    page.route("**/api/v1/opportunities/made-up.json", lambda route: route.fulfill(json=unsure))
    page.goto(page.url.replace("/privacy/", "/shortlist/#list=made-up"))
    expect(page.locator("#shortlist-items > li > p").nth(1)).to_have_text(
        "Closes 24 December 2026, their page says. Not confirmed yet. Ask before you make plans."
    )


def test_a_browser_that_stores_nothing_is_no_trouble(new_page):
    page = new_page("/privacy/")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('off') } })"
    )
    page.goto(page.url.replace("/privacy/", f"/opportunities/{FORUM}/"))
    button = page.get_by_role("button", name="Save")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")


def test_without_javascript_it_says_why_it_is_empty(new_page):
    page = new_page("/shortlist/", javascript=False)
    expect(page.get_by_text("This page needs JavaScript")).to_be_visible()
    expect(page.get_by_role("link", name="all opportunities", exact=True)).to_be_visible()
