"""The comparison of the finder with others: fair pages and honest sums."""

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENTRY = {
    "url": "/opportunities/a/",
    "title": "Tea & talk",
    "summary": "You talk.",
    "organiser": "A <made-up> group",
    "how": ["online", "post"],
    "for": ["carers"],
}


@pytest.fixture(scope="module")
def compare():
    path = ROOT / "bench/finder/compare.py"
    spec = importlib.util.spec_from_file_location("compare_finders", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["compare_finders"] = module
    before = list(sys.path)
    spec.loader.exec_module(module)
    yield module
    sys.path[:] = before
    del sys.modules["compare_finders"], sys.modules["make_entries"]


def test_pagefind_gets_the_same_text_and_facets(compare):
    page = compare.bare_page(ENTRY)
    assert "<h1>Tea &amp; talk</h1><p>You talk.</p><p>A &lt;made-up&gt; group</p>" in page
    assert page.count("data-pagefind-filter") == 3
    assert 'data-pagefind-filter="how:post"' in page


def test_each_round_opens_every_page_once_and_in_changing_order(compare):
    orders = list(compare.orders(["ours", "pagefind", "minisearch"], 12))
    assert {tuple(sorted(order)) for order in orders} == {("minisearch", "ours", "pagefind")}
    assert len({tuple(order) for order in orders}) > 3
    assert orders == list(compare.orders(["ours", "pagefind", "minisearch"], 12))


def test_a_cell_holds_the_median_and_the_median_of_the_ratios(compare):
    def answers(*sizes):
        return [compare.Answer(size=size, first=1, following=0, results=1) for size in sizes]

    assert compare.cell(answers(4096, 2048, 6144), answers(2048, 1024, 1024), "size", 1024) == (
        "     4.0 ( 2.0)"
    )
    assert compare.cell(answers(1), answers(1), "following") == "     0.0 ( 0.0)"


def test_each_page_answers_by_itself_and_asks_again(compare):
    for name in ("ours", "minisearch", "pagefind"):
        text = (ROOT / f"bench/finder/{name}.html").read_text(encoding="utf-8")
        assert "window.answered = " in text
        assert "window.again = " in text
        assert "<!--cards-->" in text
