"""The site as people read it: without JavaScript, with the keyboard, on paper."""

from __future__ import annotations

import re

from playwright.sync_api import expect


def test_every_task_can_be_started_without_javascript(new_page):
    page = new_page("/", javascript=False, width=390)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("main").get_by_role(
        "link", name=re.compile("from a list|area", re.I)
    ).first.click()
    expect(page).to_have_url(re.compile(r"/find/"))
    page.goto(re.sub(r"/find/.*", "/opportunities/", page.url))
    first = page.locator(".app-entry__link").first
    title = first.inner_text()
    first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_the_first_tab_stop_leads_to_the_content(new_page):
    page = new_page("/opportunities/pebble-forum/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to main content")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_focus_can_be_seen_on_every_stop(new_page):
    page = new_page("/opportunities/pebble-forum/")
    for _ in range(25):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => { const e = document.activeElement; if (e === document.body) return true;
                 const shown = [e, e.closest('.app-card, .app-entry')].filter(Boolean)
                   .map(x => getComputedStyle(x));
                 return shown.some(s => s.outlineStyle !== 'none' || s.boxShadow !== 'none') }"""
        )
        assert seen, page.evaluate("document.activeElement.outerHTML.slice(0, 120)")


def test_an_opportunity_fits_on_paper(new_page):
    page = new_page("/opportunities/pebble-forum/")
    pdf = page.pdf(format="A4")
    pages = len(re.findall(rb"/Type\s*/Page[^s]", pdf))
    assert 1 <= pages <= 4


def test_text_twice_as_large_still_fits(new_page):
    page = new_page("/opportunities/pebble-forum/", width=640)
    page.evaluate("document.documentElement.style.fontSize = '225%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_on_a_phone_the_buttons_of_an_opportunity_stand_side_by_side(new_page):
    page = new_page("/opportunities/pebble-forum/", width=390)
    keep, share = page.locator(".app-tools button").all()
    keep.click()
    expect(keep).to_have_attribute("aria-pressed", "true")
    assert keep.bounding_box()["y"] == share.bounding_box()["y"]
    assert keep.bounding_box()["height"] == share.bounding_box()["height"] < 60


def test_an_e_mail_address_that_is_too_long_breaks_after_its_sign(new_page):
    page = new_page("/alliances/kent-and-medway/", width=390)
    address = page.locator("#contact a[href^='mailto:'] wbr").first.locator("..")
    expect(address).to_have_text("involvement.kent-and-medway@invented.example")


def test_numbered_steps_keep_apart_from_each_other(new_page):
    page = new_page("/how-it-works/")
    step, following = page.locator(".app-prose > ol").last.locator("li").all()[:2]
    first, second = step.bounding_box(), following.bounding_box()
    assert second["y"] - (first["y"] + first["height"]) >= 16


def test_the_sources_of_an_alliance_are_on_paper_too(new_page):
    page = new_page("/alliances/kent-and-medway/")
    last = page.locator("#more .app-sources a").last
    expect(last).not_to_be_visible()
    page.emulate_media(media="print")
    expect(last).to_be_visible()


def test_each_icon_has_the_colour_of_the_words_where_people_choose_their_own_colours(new_page):
    """Icons in cards and ticks have colours of their own, which would stay dark on black."""
    page = new_page(
        "/opportunities/pebble-survey/", width=390, scheme="dark", forced_colors="active"
    )
    icons = page.locator(".app-icon")
    assert icons.count() > 4
    words = page.evaluate("getComputedStyle(document.body).color")
    found = icons.evaluate_all("all => all.map(one => getComputedStyle(one).stroke)")
    assert set(found) == {words}
