"""A page of the site holds the names that we use, and is written where its address says."""

from __future__ import annotations

import pytest

from catalogue.rules.site_pages import NAMES, page_problems

PAGE = """\
Title: Pebbles
Summary: All about pebbles.
Slug: pebbles
Save_as: guides/pebbles/index.html
Url: guides/pebbles/
Template: page

## What they are

See [the list](/opportunities/).
"""
LISTED = f"Names here: {', '.join(NAMES)}"


def told(text):
    data = text if isinstance(text, bytes) else text.encode()
    return [(problem.line, problem.code) for problem in page_problems(data, "content/pages/x.md")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("Template: page", "Template: page\nSection: how\nParent: Home|/\nChecked: 2026-11-22"),
        ("guides/pebbles/index.html\nUrl: guides/pebbles/", "404.html\nUrl: 404.html"),
        ("\n", "\r\n"),
    ],
)
def test_a_page_that_is_right(old, new):
    assert told(PAGE.replace(old, new) if old else PAGE) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "code", "message", "fix"),
    [
        (
            "Save_as: guides",
            "Save_as: ../output-evil",
            4,
            "page-address",
            "the page would be written to '../output-evil/pebbles/index.html', away from its "
            "address",
            "write Save_as: guides/pebbles/index.html, or change the address after Url:",
        ),
        (
            "Save_as: guides/pebbles/index.html",
            "Save_as: index.html",
            4,
            "page-address",
            "the page would be written to 'index.html', away from its address",
            "write Save_as: guides/pebbles/index.html, or change the address after Url:",
        ),
        (
            "Url: guides/pebbles/",
            "Url: ../x/",
            5,
            "page-address",
            "'../x/' is not an address of a page: only a-z, 0-9, - and / may be used",
            "write it like this: Url: guides/what-to-expect/",
        ),
        (
            "Template: page",
            "Template: page\nAuthor: x",
            7,
            "unknown-field",
            "'Author' has no place at the top of a page",
            LISTED,
        ),
        (
            "Template: page",
            "Template: page\nwords",
            7,
            "unknown-field",
            "'words' has no place at the top of a page",
            LISTED,
        ),
        (
            "Template: page",
            "Template: page\nTitle: Again",
            7,
            "written-twice",
            "Title appears twice (first on line 1)",
            f"did you mean 'Title'? {LISTED}",
        ),
        (
            "Summary: All about pebbles.\n",
            "",
            1,
            "missing-field",
            "this page has no Summary",
            "add a line like: Summary: …",
        ),
    ],
)
def test_the_names_at_the_top(old, new, line, code, message, fix):
    (problem,) = page_problems(PAGE.replace(old, new).encode(), "content/pages/x.md")
    assert (problem.line, problem.code) == (line, code)
    assert (problem.message, problem.fix) == (message, fix)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("<b>x</b>", "html"),
        ("{attach}x", "template-mark"),
        ("# Big", "heading-too-big"),
        ("[the page](javascript:x)", "link-not-https"),
        ("Pa\u200bnel", "invisible-character"),
    ],
)
def test_the_words_of_a_page(words, code):
    assert told(PAGE + words) == [(11, code)]


def test_a_page_that_is_no_text():
    assert told(PAGE.encode("utf-16")) == [(1, "not-utf-8")]


def test_a_page_that_is_wrong_is_told_by_the_loader(nowhere):
    nowhere.write("content/pages/guides/pebbles.md", PAGE.replace("pebbles/index", "x/index"))
    assert nowhere.found() == [("content/pages/guides/pebbles.md", 4, "page-address")]
