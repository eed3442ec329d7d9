"""A page of the site holds the names that we use, and is written where its address says."""

from __future__ import annotations

import re

import pytest

from catalogue.rules.site_pages import (
    ANYWHERE,
    NAMES,
    NEEDED_PAGES,
    page_problems,
    site_page_problems,
)
from tests.built import PROJECT

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


META = '<meta http-equiv=refresh content="1;url=https://evil.example/">'


@pytest.mark.parametrize(
    ("words", "line", "code"),
    [
        (f"\\`{META}`", 11, "html"),
        (f"a ` b\nc ` {META} `", 12, "html"),
        (f"a `b\n{META} c` d", 12, "html"),
        (f"``a` {META} `b", 11, "html"),
        ("\\`![x](https://evil.example/x.png)`", 11, "picture"),
        ("![x\ny](https://evil.example/x.png)", 11, "picture"),
        ("[a][b]\n\n[b]: javascript:alert(1)", 11, "link-by-reference"),
        ("[b]: javascript:alert(1)", 11, "link-by-reference"),
        ("- one\n\n    [b]: javascript:alert(1)", 13, "link-by-reference"),
        ("[a\nb]: javascript:alert(1)", 12, "link-by-reference"),
    ],
)
def test_what_hides_behind_code_or_another_line(words, line, code):
    assert (line, code) in told(PAGE + words)


@pytest.mark.parametrize(
    "words", ["`<b>` and ``a ` <i>``", "Code:\n\n    rows[0][1]", "`[a]: b` and `[a][b]`"]
)
def test_code_is_shown_as_it_is_typed(words):
    assert told(PAGE + words) == []


def test_a_new_website_on_a_page_waits_for_a_maintainer(nowhere):
    path = "content/pages/guides/pebbles.md"
    nowhere.write(path, PAGE + "[the page](https://www.evil.example/)")
    assert nowhere.found() == [(path, 11, "unknown-host")]
    assert {one.severity for one in nowhere.problems()} == {"hold"}


def test_a_page_that_is_no_text():
    assert told(PAGE.encode("utf-16")) == [(1, "not-utf-8")]


def test_a_page_that_is_wrong_is_told_by_the_loader(nowhere):
    nowhere.write("content/pages/guides/pebbles.md", PAGE.replace("pebbles/index", "x/index"))
    assert nowhere.found() == [("content/pages/guides/pebbles.md", 4, "page-address")]


@pytest.fixture
def found(tmp_path):
    """What is told of a project that has all needed pages, and those that a test adds or drops."""
    (tmp_path / "theme/templates").mkdir(parents=True)

    def tell(added=None, dropped=()):
        pages = {name: named(*place) for name, place in NEEDED_PAGES.items()} | (added or {})
        paths = {}
        for name, text in pages.items():
            if name not in dropped:
                paths[name] = f"content/pages/{name}"
                (tmp_path / paths[name]).parent.mkdir(parents=True, exist_ok=True)
                (tmp_path / paths[name]).write_text(text, encoding="utf-8")
        problems = site_page_problems(tmp_path, paths)
        return [(one.path, one.line, one.column, one.code, one.message) for one in problems]

    return tell


def named(url, template="page", body="Words."):
    saved = f"{url}index.html" if url.endswith("/") else url
    head = f"Title: A\nSummary: B\nSlug: c\nSave_as: {saved}\nUrl: {url}\nTemplate: {template}\n"
    return f"{head}\n{body}\n"


def test_a_site_with_all_its_pages_is_right(found):
    body = "[a](/about/) [b](/) [c](/opportunities/kind/survey/) [d](/follow/#x)"
    assert found({"pebbles.md": named("pebbles/", body=body)}) == []


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        (
            "pebbles.md",
            named("about/"),
            (5, 1, "page-address", "content/pages/about.md stands at this address already"),
        ),
        (
            "pebbles.md",
            named("opportunities/pebble-panel/"),
            (5, 1, "page-address", "the site puts pages of its own below 'opportunities'"),
        ),
        (
            "pebbles.md",
            named("pebbles/", "opportunity"),
            (6, 1, "page-template", "'opportunity' is not a template for pages at any address"),
        ),
        (
            "about.md",
            named("about-us/"),
            (5, 1, "page-address", "the site expects 'about/' here and not 'about-us/'"),
        ),
        (
            "find.md",
            named("find/", "page"),
            (6, 1, "page-template", "the site expects 'find' here and not 'page'"),
        ),
        (
            "pebbles.md",
            named("pebbles/", body="See [us](/abuot/)."),
            (8, 10, "page-address", "there is no page at '/abuot/'"),
        ),
    ],
)
def test_pages_that_do_not_fit_each_other(found, name, text, problem):
    assert (f"content/pages/{name}", *problem) in found({name: text})


def test_a_page_that_others_lead_to_cannot_go(found):
    told = "there is no page about.md, and other pages lead to it"
    assert found(dropped=["about.md"]) == [("content/pages/about.md", 1, 1, "missing-file", told)]


@pytest.mark.parametrize("status", ["draft", "skip", "Hidden"])
def test_every_page_is_part_of_the_site(status):
    assert told(PAGE.replace("Template: page", f"Template: page\nStatus: {status}")) == [
        (7, "page-status")
    ]
    assert told(PAGE.replace("Template: page", "Template: page\nStatus: hidden")) == []


def test_the_templates_lead_to_needed_pages_alone():
    """And each template of a page is there."""
    templates = PROJECT / "theme/templates"
    words = "".join(path.read_text(encoding="utf-8") for path in templates.rglob("*.html"))
    led_to = set(re.findall(r"SITEURL }}/([a-z/-]+/)(?=[\"#?])", words))
    needed = {url for url, _ in NEEDED_PAGES.values()}
    made = ("opportunities/", "alliances/", "find/places/", "help/")
    assert {url for url in led_to if url not in needed and not url.startswith(made)} == set()
    wanted = {template for _, template in NEEDED_PAGES.values()} | set(ANYWHERE)
    assert {name for name in wanted if not (templates / f"{name}.html").is_file()} == set()
