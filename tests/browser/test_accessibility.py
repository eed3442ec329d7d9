"""One page of each type in a real browser: no barrier, nothing wider than the screen."""

from __future__ import annotations

import pytest

from tests.browser.looks import LOOKS, WIDTH, barriers, looks_named
from tests.sample import HERE, address_of

PAGES = (
    "/",
    "/find/",
    "/find/places/",
    "/find/hospitals/",
    "/alliances/",
    "/alliances/kent-and-medway/",
    "/alliances/east-midlands/",
    "/opportunities/",
    "/opportunities/from-home/",
    "/opportunities/kind/consultation/",
    "/opportunities/closed/",
    "/opportunities/pebble-forum/",
    "/opportunities/marble-advisers/",
    "/opportunities/ended-stone-study/",
    "/opportunities/gravel-hub/",
    "/write-to-your-mp/",
    "/how-it-works/",
    "/guides/what-to-expect/",
    "/words/",
    "/support/",
    "/data/",
    "/follow/",
    "/coverage/",
    "/help/",
    "/help/two-entries/",
    "/404.html",
)

# The lines of an A to Z are thousands and all alike: axe takes minutes over them.
CUT_LONG_LISTS = """() => document.querySelectorAll('.app-az').forEach(
    list => [...list.children].slice(9).forEach(line => line.remove()))"""


@pytest.mark.parametrize("look", LOOKS, ids=looks_named)
@pytest.mark.parametrize("address", PAGES)
def test_no_barrier(new_page, address, look):
    page = new_page(address, width=look.width, scheme=look.scheme)
    page.evaluate(CUT_LONG_LISTS)
    assert barriers(page, look) == []


def test_no_page_of_words_is_wider_than_a_small_phone(new_page):
    """Anyone may put a table or a long address on one of these pages."""
    page = new_page("/", width=320, height=640)
    home = page.url
    widths = {}
    for path in sorted((HERE / "content/pages").rglob("*.md")):
        address = address_of(path)
        page.goto(home + address.lstrip("/"))
        widths[address] = page.evaluate(WIDTH)
    assert "/guides/what-to-expect/" in widths
    assert {address: width for address, width in widths.items() if width > 320} == {}
