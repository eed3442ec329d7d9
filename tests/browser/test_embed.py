"""Lists for other sites, as a visitor of another site meets them."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.looks import AXE_OPTIONS, LOOKS, WIDTH, looks_named, violations

# The page around the frame has the main heading.
OPTIONS = AXE_OPTIONS | {
    "rules": AXE_OPTIONS["rules"] | {"page-has-heading-one": {"enabled": False}}
}


@pytest.mark.parametrize("look", LOOKS, ids=looks_named)
@pytest.mark.parametrize("address", ["/embed/wessex/", "/embed/kind/survey/h3/"])
def test_no_barrier(new_page, address, look):
    page = new_page(address, width=look.width, scheme=look.scheme)
    assert violations(page, OPTIONS) == []
    assert page.evaluate(WIDTH) <= look.width


def test_links_are_large_enough_to_hit(new_page):
    page = new_page("/embed/wessex/", width=320)
    heights = page.locator(".app-embed__link").evaluate_all(
        "links => links.map(link => link.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44


def test_the_list_is_there_without_a_script(new_page):
    page = new_page("/embed/wessex/", javascript=False)
    expect(page.get_by_role("listitem").first).to_be_visible()


def test_the_live_example_opens_the_page_in_the_whole_window(new_page):
    page = new_page("/data/")
    frame = page.frame_locator("iframe")
    page.locator("iframe").scroll_into_view_if_needed()
    expect(frame.get_by_role("heading", level=2)).to_contain_text("Have your say in cancer care")
    frame.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert "/opportunities/" in page.url
