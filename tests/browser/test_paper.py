"""Sheets and posters as PDF: one side of A4 each, tagged, in large print, nothing cut."""

from __future__ import annotations

import re

import pytest

from tests.sample.alliances import BAREST, FULLEST, LONGEST_NAME
from website.pages.handouts.poster import qr_code

SLUGS = (BAREST, FULLEST, LONGEST_NAME)


def pdf_of(page):
    return page.pdf(format="A4", prefer_css_page_size=True, tagged=True)


@pytest.mark.parametrize("kind", ["sheet", "poster"])
def test_each_is_one_tagged_side_of_a4(new_page, kind):
    page = new_page(f"/alliances/{SLUGS[0]}/{kind}/")
    wrong = {}
    for slug in SLUGS:
        page.goto(re.sub(r"/alliances/[^/]+/", f"/alliances/{slug}/", page.url))
        pdf = pdf_of(page)
        sides = len(re.findall(rb"/Type\s*/Page[^s]", pdf))
        if sides != 1 or b"/StructTreeRoot" not in pdf or b"/MarkInfo" not in pdf:
            wrong[slug] = sides
    assert wrong == {}


def test_a_sheet_is_in_large_print(new_page):
    page = new_page("/alliances/northern/sheet/")
    page.emulate_media(media="print")
    smallest = page.evaluate(
        """() => Math.min(...[...document.querySelectorAll('.app-sheet, .app-sheet *')]
             .map(element => parseFloat(getComputedStyle(element).fontSize)))"""
    )
    assert round(smallest * 72 / 96, 1) >= 16


def test_phone_numbers_come_first_on_a_sheet(new_page):
    page = new_page(f"/alliances/{FULLEST}/sheet/")
    headings = page.locator(".app-sheet h2").all_inner_texts()
    assert headings[0] == "Phone"
    assert "01632 960 111" in page.locator(".app-sheet__list").first.inner_text()


def test_a_qr_code_is_a_picture_with_a_name():
    svg = qr_code("https://example.org/repo/alliances/northern/")
    assert svg.startswith("<svg")
    assert "<title>QR code with the address of this alliance's page</title>" in svg
    assert "style=" not in svg
