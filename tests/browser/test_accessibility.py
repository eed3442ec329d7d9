"""One page of each type in a real browser: no violation, nothing wider than the screen."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.built import PROJECT

PAGES = (
    "/",
    "/find/",
    "/find/places/",
    "/find/hospitals/",
    "/alliances/",
    "/alliances/kent-and-medway/",
    "/alliances/west-london/",
    "/opportunities/",
    "/opportunities/from-home/",
    "/opportunities/kind/consultation/",
    "/opportunities/closed/",
    "/opportunities/swag-ppv-forum/",
    "/opportunities/london-pag/",
    "/opportunities/eoe-bit-study-2024/",
    "/write-to-your-mp/",
    "/how-it-works/",
    "/guides/pay-costs-and-benefits/",
    "/words/",
    "/support/",
    "/data/",
    "/follow/",
    "/coverage/",
    "/help/",
    "/help/two-entries/",
    "/404.html",
)
AXE_OPTIONS = {
    "runOnly": [
        "wcag2a",
        "wcag2aa",
        "wcag21a",
        "wcag21aa",
        "wcag22aa",
        "wcag2aaa",
        "best-practice",
    ],
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
}


CONTRAST_ONLY = {"runOnly": ["color-contrast", "color-contrast-enhanced"]}
SMALL_CONTROLS = """() => [...document.querySelectorAll(
    'button, input:not([type=hidden]), select, summary, .app-button, .app-chip')]
  .filter(e => e.getClientRects().length && e.type !== 'checkbox')
  .filter(e => e.getBoundingClientRect().height < 44)
  .map(e => e.outerHTML.slice(0, 80))"""


# The lines of an A to Z are thousands and all alike: axe takes minutes over them.
CUT_LONG_LISTS = """() => document.querySelectorAll('.app-az').forEach(
    list => [...list.children].slice(9).forEach(line => line.remove()))"""


def violations(page, options):
    found = Axe().run(page, options=options).response["violations"]
    return [(rule["id"], [node["html"][:120] for node in rule["nodes"][:3]]) for rule in found]


@pytest.mark.parametrize("address", PAGES)
def test_no_barrier(new_page, address):
    """No violation on a small phone and on a large screen, light and dark; nothing sticks out.

    In the dark only the colours differ, so only contrast is looked at again.
    """
    page = new_page(address, width=320, height=640)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.evaluate(CUT_LONG_LISTS)
    assert violations(page, AXE_OPTIONS) == []
    assert page.evaluate(SMALL_CONTROLS) == [], "controls are at least 44 px high (WCAG 2.5.5)"
    page.emulate_media(color_scheme="dark")
    assert violations(page, CONTRAST_ONLY) == []
    page.set_viewport_size({"width": 1280, "height": 900})
    assert violations(page, CONTRAST_ONLY) == []
    page.emulate_media(color_scheme="light")
    assert violations(page, AXE_OPTIONS) == []


def test_no_page_of_words_is_wider_than_a_small_phone(new_page):
    """Anyone may put a table or a long address on one of these pages."""
    written = sorted((PROJECT / "content" / "pages").rglob("*.md"))
    addresses = [re.search(r"^Url: (.*)$", one.read_text("utf-8"), re.M)[1] for one in written]
    page = new_page("/", width=320, height=640)
    home = page.url
    widths = {}
    for address in addresses:
        page.goto(home + address.lstrip("/"))
        widths[address] = page.evaluate("document.documentElement.scrollWidth")
    assert len(widths) > 20
    assert {address: width for address, width in widths.items() if width > 320} == {}
