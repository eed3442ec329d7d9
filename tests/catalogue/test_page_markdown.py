"""A page is the same HTML whether or not Markdown looks for signs that are not there."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from catalogue.page_markdown import SIGNS, OnlyWhatIsThere

ROOT = Path(__file__).parents[2]
PLAIN = {
    "extensions": [
        *("markdown.extensions.admonition", "markdown.extensions.def_list"),
        *("markdown.extensions.meta", "markdown.extensions.tables"),
    ],
    "output_format": "html5",
}
QUICK = PLAIN | {"extensions": [*PLAIN["extensions"], OnlyWhatIsThere()]}

PIECES = st.sampled_from(
    [
        *("word", "é", " ", "  ", "   ", "    ", "\t", "\n", "\n\n", "  \n", "\x02", "\x03"),
        *(
            "\\",
            "\\*",
            "`",
            "``",
            "[",
            "]",
            "(",
            ")",
            "!",
            "<",
            ">",
            "&",
            ";",
            "*",
            "**",
            "_",
            "__",
            ":",
        ),
        *("](", "![", "]:", "[a]: /b\n", "[a]", "[a][]", "[b](/c)", "![d](e)", "&amp;", "&#x41;"),
        *("<https://a.example>", "<a@b.example>", "<b>", "</b>", "<!-- c -->"),
        *("- ", "> ", "1. ", "## ", "---\n", "!!! note\n    ", "\n: ", "Title: a\n"),
        "| a | b |\n|---|---|\n| c | d |\n",
    ]
)


def html(source, how):
    return Markdown(**how).convert(source)


@pytest.mark.parametrize("path", sorted((ROOT / "content/pages").rglob("*.md")), ids=str)
def test_every_page_of_the_site_is_the_same(path):
    source = path.read_text(encoding="utf-8")
    assert html(source, QUICK) == html(source, PLAIN)


@settings(max_examples=1_500, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_whatever_is_written_is_the_same(source):
    assert html(source, QUICK) == html(source, PLAIN)


@settings(max_examples=500, deadline=None)
@given(st.lists(st.lists(PIECES, max_size=14).map("".join), min_size=2, max_size=5))
def test_a_page_is_the_same_whatever_was_read_before(sources):
    """Nothing of a page stays behind in what reads them all."""
    one = Markdown(**QUICK)
    assert [one.reset().convert(source) for source in sources] == [
        html(source, PLAIN) for source in sources
    ]


@pytest.mark.parametrize("name", SIGNS)
def test_a_form_is_looked_for_where_its_sign_stands(name):
    markdown = Markdown(**QUICK)
    pattern, inline = markdown.inlinePatterns[name], markdown.treeprocessors["inline"]
    for source, is_there in (("word", False), (f"word {SIGNS[name]} word", True), ("word", False)):
        markdown.reset().convert(source)
        assert (pattern in inline.inlinePatterns) is is_there


def test_the_settings_name_the_extension():
    settings = runpy.run_path(str(ROOT / "pelicanconf.py"))
    assert settings["MARKDOWN"]["extensions"][:-1] == PLAIN["extensions"]
    assert settings["MARKDOWN"]["extensions"][-1].endswith(f":{OnlyWhatIsThere.__name__}")
