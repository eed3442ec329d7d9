"""What the pages for finding an alliance show."""

import pytest

from geography.lookup.prepared import load_prepared
from geography.lookup.trusts import Trust
from tests.built import PROJECT
from website.pages.finding.alliance_area import alliance_area
from website.pages.finding.alliance_links import AllianceLink
from website.pages.finding.find import find_pages


@pytest.fixture(scope="module")
def prepared():
    return load_prepared(PROJECT)


def test_the_pages_for_finding(prepared):
    known = Trust(name="A Trust", ods="X", alliances=("wessex",))
    view = find_pages(prepared, "https://example.org/repo", [known])
    assert [area.number for area in view.areas] == list(range(1, 21))
    assert view.areas[0].link == AllianceLink(
        name="Northern", href="https://example.org/repo/alliances/northern/"
    )
    assert view.map_html.count("https://example.org/repo/alliances/") == 20
    assert view.places[0].anchor == "a"
    assert view.trusts[0].name == "A Trust"
    old = [line for section in view.hospitals for line in section.lines if line.remark]
    assert {line.remark for line in old} == {"from a list of 2017", "from a list of 2018"}


def test_the_area_of_one_alliance(prepared):
    view = alliance_area(prepared, "peninsula", "")
    assert [link.name for link in view.neighbours] == [
        "Somerset, Wiltshire, Avon and Gloucestershire",
        "Wessex",
    ]
    assert "Peninsula marked" in view.map_html
