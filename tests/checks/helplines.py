"""Somebody to talk to: every number that is shown stands in the data, and nobody is left out."""

from __future__ import annotations

import re

from catalogue.model.helpline import STRONG, Helpline
from tests.built import Built, Page

SUPPORT = "/support/"
CALLS = 'a[href^="tel:"], a[href^="sms:"]'
NUMBER = re.compile(r"\b0\d(?: ?\d){8,9}\b")


def numbers_that_nobody_vouches_for(site: Built) -> list[str]:
    """Every number on the page is strong in the data, with a source and a date."""
    page = site.find(SUPPORT)
    if page is None:
        return [f"{SUPPORT}: is not there"]
    known = {one.call_href for one in site.catalogue.helplines if is_vouched_for(one)}
    return [f"{SUPPORT}: {href}" for href in sorted(numbers_on(page) - known)]


def is_vouched_for(helpline: Helpline) -> bool:
    """Whether a number may be shown."""
    return helpline.strength.code == STRONG and bool(helpline.sources and helpline.last_known)


def numbers_on(page: Page) -> set[str]:
    """The numbers of a page, in its links and among its words, as links would have them."""
    main = page.soup.main
    assert main is not None
    written = {f"tel:{number.replace(' ', '')}" for number in NUMBER.findall(main.get_text(" "))}
    return written | {str(link["href"]) for link in main.select(CALLS)}


def helplines_left_out(site: Built) -> list[str]:
    """The page has each helpline of the data: its number where it has one, else its website."""
    page = site.find(SUPPORT)
    links = {link.get("href") for link in page.soup.main.find_all("a")} if page else set()
    return [
        f"{SUPPORT}: {one.name}"
        for one in site.catalogue.helplines
        if (one.call_href or one.web) not in links
    ]


def sheets_without_urgent_numbers(site: Built) -> list[str]:
    """Each sheet has the numbers of those who help at once."""
    urgent = {one.call_href for one in site.catalogue.helplines if one.is_urgent and one.call_href}
    found = []
    for slug in site.catalogue.alliances:
        address = f"/alliances/{slug}/sheet/"
        page = site.find(address)
        if page is not None:
            there = {str(link["href"]) for link in page.soup.select(CALLS)}
            found += [f"{address}: {href}" for href in sorted(urgent - there)]
    return found


LOCAL = (numbers_that_nobody_vouches_for, helplines_left_out, sheets_without_urgent_numbers)
