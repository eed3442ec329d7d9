"""The words of an entry are plain Markdown, and their HTML is safe whatever they hold."""

from __future__ import annotations

import re
from dataclasses import astuple
from html import unescape
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.problems.problem import ERROR
from catalogue.rules import markdown
from catalogue.rules.markdown import MarkdownRenderer, markdown_problems
from catalogue.text.link_targets import TARGET, Target, targets
from catalogue.text.links import ADDRESS_IN_WORDS, host_of
from catalogue.text.visible_text import with_references

HTML_FIX = "use plain text: bold is **bold**, a link is [words](https://…)"
SAY_WHERE = "say where the link goes, for example: [the panel's page](https://…)"
LEADS_ELSEWHERE = "the words show one address, the link goes to another"


def told(body, **options):
    return [
        (problem.line, problem.column, problem.code)
        for problem in markdown_problems(body, "x", 10, **options)
    ]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "Plain **bold**, *slanted* and `code`.",
        "See [the panel's page](https://www.invented.example/panel).",
        "Write to [the team](mailto:involvement@invented.example).",
        "## One\n\n### Two\n\n### Three\n\n## Four",
        "- one\n    - two\n        - three\n            - four",
        "> a quote\n\n1. one\n2. two",
        "a < b, 5<6 and {{ SITEURL }} {% x %}",
        "`<b>` and `[x]` shown as they are typed",
        "| a | b |\n| - | - |",
        "[www.invented.example](https://www.invented.example/)",
        "[invented.example/panel](https://www.invented.example/panel)",
        "[a@invented.example](mailto:a@invented.example)",
        "No. 10 [1], R&D, Q&A, &pound;25, C# and #2",
        "Note: this is the first line",
        "One\n---\n\nTwo",
    ],
)
def test_what_passes(body):
    assert told(body) == []


@pytest.mark.parametrize(
    ("body", "column", "code"),
    [
        ("Pay &#x202E;abc", 5, "text-direction"),
        ("Hid&#8203;den", 4, "invisible-character"),
        ("x&#x1F;y", 2, "control-character"),
        ("&#x430;pple", 1, "mixed-alphabets"),
        ("[**www.nhs.uk**](https://www.gov.uk/)", 1, "link-mismatch"),
        ("[www\\.nhs.uk](https://www.gov.uk/)", 1, "link-mismatch"),
        ("[www.nhs.uk,](https://www.gov.uk/)", 1, "link-mismatch"),
        ("[see www.nhs.uk](https://www.gov.uk/)", 1, "link-mismatch"),
        ("[ok](https://www.england.nhs.uk&#47@evil.example/)", 1, "link-host"),
    ],
)
def test_what_a_reader_sees_is_judged(body, column, code):
    assert told(body) == [(10, column, code)]


def test_the_words_of_a_link_may_begin_on_the_line_above():
    assert told("[www.nhs.uk\nand more](https://www.gov.uk/)") == [(11, 9, "link-mismatch")]


@pytest.mark.parametrize(
    ("body", "line", "column", "code"),
    [
        ("One\n\n# Two", 12, 1, "heading-too-big"),
        ("#hashtag", 10, 1, "heading-too-big"),
        ("Title\n=====", 11, 1, "heading-too-big"),
        ("##Title", 10, 1, "heading"),
        ("### Before any other", 10, 1, "heading"),
        ("## One\n\n#### Two", 12, 1, "heading"),
        ("A <b>bold</b> word", 10, 3, "html"),
        ("</p>", 10, 1, "html"),
        ("<!-- hidden -->", 10, 1, "html"),
        ("<?php ?>", 10, 1, "html"),
        ("<https://www.invented.example/>", 10, 1, "html"),
        ("<form action='https://evil.example/'>", 10, 1, "html"),
        ("See {attach}notes.txt", 10, 5, "template-mark"),
        ("See { STATIC }notes", 10, 5, "template-mark"),
        ("See |filename|notes", 10, 5, "template-mark"),
        ("Words {: onclick=x }", 10, 7, "template-mark"),
        ("![a cat](https://www.invented.example/cat.png)", 10, 1, "picture"),
        ("`[words](javascript:alert)`", 10, 2, "link-not-https"),
        ("`a\n` [words](//evil.example) `", 11, 3, "link-not-https"),
        ("`[words](//evil.example)``", 10, 2, "link-not-https"),
        ("[a\nb]: https://www.invented.example/", 11, 2, "link-by-reference"),
        ("> [b]: https://www.invented.example/", 10, 3, "link-by-reference"),
        ("[a][b]", 10, 1, "link-by-reference"),
        ("[b]: https://www.invented.example/", 10, 1, "link-by-reference"),
        ("[words](javascript:alert)", 10, 1, "link-not-https"),
        ("[words](java&#115;cript:alert)", 10, 1, "link-not-https"),
        ("[words]( data:text/html )", 10, 1, "link-not-https"),
        ("[[words]](javascript:alert)", 10, 1, "link-not-https"),
        ("[words](/opportunities/)", 10, 1, "link-not-https"),
        ("[words](../../secret)", 10, 1, "link-not-https"),
        ("[words](//evil.example)", 10, 1, "link-not-https"),
        ("[words](https://bit.ly/x)", 10, 1, "link-shortened"),
        ("[https://www.nhs.uk/join](https://evil.example/join)", 10, 1, "link-mismatch"),
        ("[www.nhs.uk](https://www.nhs.uk.evil.example/)", 10, 1, "link-mismatch"),
        ("[nhs.uk/a](https://www.nhs.uk/b)", 10, 1, "link-mismatch"),
        ("[a@nhs.net](mailto:b@evil.example)", 10, 1, "link-mismatch"),
        ("[a@nhs.net](https://evil.example)", 10, 1, "link-mismatch"),
        ("To join, [click here](https://www.invented.example/).", 10, 10, "link-says-nothing"),
        ("[**Here**](https://www.invented.example/)", 10, 1, "link-says-nothing"),
        ("[](https://www.invented.example/)", 10, 1, "link-says-nothing"),
        ("> > > > > deep", 10, 1, "nested-too-deeply"),
        ("                    - deep", 10, 1, "nested-too-deeply"),
        ("Words.\n\n---\ntitle: Two\nkind: survey\n---", 12, 1, "two-entries"),
        ("[" * 201, 10, 1, "text-too-long"),
        ("words " * 4000, 10, 1, "text-too-long"),
    ],
)
def test_what_is_refused(body, line, column, code):
    assert told(body) == [(line, column, code)]


@pytest.mark.parametrize(
    ("body", "message", "fix"),
    [
        ("# Big", "a line here starts with one #", "for a heading write: ## Big"),
        ("Big\n===", "a line of = makes a heading here", "delete it and write ## instead"),
        ("##Big", "there is no space after the # marks", "write: ## Big"),
        ("#### Small", "a heading here has two or three # marks", "write: ## Small"),
        ("### Small", "a heading with ### stands below one with ##", "write: ## Small"),
        ("<b>", "there is HTML here", HTML_FIX),
        (
            "{static}x",
            "a path of the site stands here: '{static}'",
            "delete it; a link to one of our pages is its full address",
        ),
        (
            "{: .x }",
            "a { : } list stands here: '{: .x }'",
            "delete it; a link to one of our pages is its full address",
        ),
        ("![](https://a.example)", "there is a picture here", "delete it"),
        (
            "[a][b]",
            "a link here leads by way of another line",
            "write the address beside its words: [words](https://…)",
        ),
        (
            "[nhs.uk](https://evil.example)",
            LEADS_ELSEWHERE,
            "write in words where the link goes",
        ),
        (
            "[click here](https://a.example)",
            "the words 'click here' do not say where the link goes",
            SAY_WHERE,
        ),
        (
            ">>>>> a",
            "a list or quote stands too deep inside others",
            "use at most 4 levels, or start the line further to the left",
        ),
        ("---\na: b\nc: d\n", "a second entry starts here", "put one entry in one file"),
        (
            "[" * 201,
            "the text has 201 characters and 201 brackets",
            "keep it under 20000 characters and 200 brackets",
        ),
    ],
)
def test_the_messages(body, message, fix):
    problem = next(iter(markdown_problems(body, "x", 1)))
    assert (problem.message, problem.fix) == (message, fix)


def test_a_link_that_says_nothing_is_only_worth_a_look():
    (problem,) = markdown_problems("[here](https://a.example)", "x", 1)
    assert problem.severity == "warning"


@pytest.mark.parametrize("target", ["/", "/find/", "/words/#alliance", "#below", "/api/v1/a.json"])
def test_our_own_pages_may_link_to_each_other(target):
    assert told(f"[the words for it]({target})", own_pages=True) == []
    assert [code for _, _, code in told(f"[the words for it]({target})")] == ["link-not-https"]


@pytest.mark.parametrize(
    "target",
    ["//evil.example", "/../secret", "javascript:x", "{static}/x", "/a/" + "a" * 4000 + "|"],
)
def test_our_own_pages_may_link_nowhere_else(target):
    assert told(f"[the words for it]({target})", own_pages=True) != []


PIECES = st.sampled_from(
    [
        *("[", "]", "(", ")", "](", "]:", "[a]", "[a](", "[a b](", "<", ">", "!", "*", "_", "`"),
        *("``", "```\n", "\\", "\n", "\n\n", "> ", "- ", "1. ", "## ", " ", "    ", "\t", "a"),
        *("https", "://", "https://evil.example", "https://evil.example/x", "evil.example"),
        *("HTTPS://evil.example", "mailto:", "x@evil.example", "&#58;", "&colon;", "&sol;&sol;"),
        *("&#91;", "&#93;", "&lpar;", "&NewLine;", "&Tab;", "%0a", '"t"', "'t'", "(t)"),
    ]
)


@settings(max_examples=400, deadline=None, database=None)
@given(st.lists(PIECES, min_size=2, max_size=14).map("".join))
def test_a_link_that_shows_is_one_that_the_check_has_seen(body):
    """Whatever trick of Markdown makes a link, it is refused or its host is looked at."""
    if any(problem.severity == ERROR for problem in markdown_problems(body, "x", 1)):
        return
    seen = {host_of(target.address) for target in targets(body, 1)}
    shown = [unescape(one) for one in re.findall(r'href="([^"]*)"', MarkdownRenderer().html(body))]
    web = [one for one in shown if one and not one.startswith(("mailto:", "tel:"))]
    assert {host_of(one) for one in web} <= seen


def test_the_addresses_that_the_words_lead_to():
    body = "See [a](https://a.example/x)\nand [b](mailto:b@b.example), [c](https://c.example)."
    assert [astuple(one) for one in targets(body, 20)] == [
        ("https://a.example/x", 20, 9),
        ("https://c.example", 21, 34),
    ]


@settings(max_examples=1000, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *("http", "HTTPS", "s", "://", "www.", "WWW.", "](", "a", "\u017f", " ", "\n", ")"),
                *("&", "https&colon;//", "&#119;ww."),
            ]
        )
    ).map("".join)
)
def test_no_address_is_missed_where_a_search_starts_late(body):
    assert list(targets(body, 1)) == list(targets_of_whole_lines(body))


def test_no_part_of_a_text_is_counted_twice():
    class Text(str):
        def count(self, sub, *part):
            counted.append(range(len(self))[slice(*part)])
            return super().count(sub, *part)

    counted = []
    body = Text("\n\nhttps://a.example/x\n" * 100)
    assert [target.line for target in targets(body, 4)] == list(range(6, 306, 3))
    assert sum(map(len, counted)) <= len(body)


def targets_of_whole_lines(body):
    """The plain way: every line is searched from its start."""
    for number, line in enumerate(body.split("\n"), 1):
        found = {
            with_references(one["target"]).text: one.start("target")
            for one in TARGET.finditer(line)
        }
        shown = with_references(line)
        for one in ADDRESS_IN_WORDS.finditer(shown.text):
            found.setdefault(one[0].rstrip(".,;:!?*_`"), shown.origin_of(one.start()))
        for one in ADDRESS_IN_WORDS.finditer(line):
            found.setdefault(with_references(one[0].rstrip(".,;:!?*_`")).text, one.start())
        for address, at in found.items():
            if address.casefold().startswith(("https://", "http://", "www.")):
                yield Target(address=address, line=number, column=at + 1)


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("", ""),
        ("Plain **bold**", "<p>Plain <strong>bold</strong></p>"),
        ("## One\n\n- two", "<h2>One</h2>\n<ul>\n<li>two</li>\n</ul>"),
        (
            "[us](https://a.example/x)",
            '<p><a href="https://a.example/x" rel="nofollow noopener">us</a></p>',
        ),
        (
            "[us](https://a.example 'a title')",
            '<p><a href="https://a.example" rel="nofollow noopener">us</a></p>',
        ),
        ("[x](javascript:alert)", '<p><a href="" rel="nofollow noopener">x</a></p>'),
        ("[x](data:text/html,y)", '<p><a href="" rel="nofollow noopener">x</a></p>'),
        ("<b>x</b>", "<p>x</p>"),
        ("<script>alert(1)</script>", ""),
        ("<img src=x onerror=y>", ""),
        ("![x](https://a.example/y.png)", "<p></p>"),
        ("# Big", "Big"),
        ("Words {: onclick=y }", "<p>Words {: onclick=y }</p>"),
        ("{{ SITEURL }} {% x %}", "<p>{{ SITEURL }} {% x %}</p>"),
        ("R&D &pound;25 &lt;b&gt;", "<p>R&amp;D £25 &lt;b&gt;</p>"),
        ("سلام", "<p>سلام</p>"),
        ("Save_as: x.html", "<p>Save_as: x.html</p>"),
    ],
)
def test_the_html_is_safe_even_where_the_checker_is_passed_by(body, html):
    assert MarkdownRenderer().html(body) == html


def test_one_renderer_serves_one_body_after_the_other():
    renderer = MarkdownRenderer()
    assert [renderer.html("*a*"), renderer.html("b"), renderer.html("*a*")] == [
        "<p><em>a</em></p>",
        "<p>b</p>",
        "<p><em>a</em></p>",
    ]


HTML_PIECES = st.sampled_from(
    [
        *(f"<{mark}{tag}>" for tag in ("p", "h2", "h3", "em", "code", "a", "b") for mark in "/ "),
        *("<p>", "</p>", "</p>\n", "<ul>\n", "</ul>\n", "<ol>\n", "</ol>\n", "<li>", "</li>\n"),
        *("<p>a</p>\n", "<h2>b</h2>\n", "<ul>\n<li>c</li>\n</ul>\n", "<em>d</em>", "</strong>"),
        *('<a href="https://a.example">', '<a href="javascript:x">', '<a href="tel:1">'),
        *('<a href="https://1.2.3.4.5/">', '<a href="https://xn--.x">', '<a href="//a.b">e</a>'),
        *('<a href="https://a.b">f</a>', '<a href="https://a.b" onclick="g">', "<a href='x'>"),
        *('<a href="https://a.b\n">', '<a href="https://a.b/\x7f">', '<a href="HTTPS://a.b">h</a>'),
        *("<p onclick=x>", "<script>", "</script>", "<!--", "-->", "<![CDATA[", "<svg>", "<p/>"),
        *("&amp;", "&lt;", "&nbsp;", "&#0;", "&", '"', ">", "<", "'", "=", "\xa0", "\0", "\r"),
        *("\x1b", "\ufeff", "\u2028", "\u202e", "\ufffe", "é", "\U0001f600", " ", "\n", "\t", "w"),
    ]
)


@settings(max_examples=500, deadline=None, database=None)
@given(
    st.lists(
        PIECES
        | HTML_PIECES
        | st.sampled_from(
            [
                *("**", "*", "`", "# ", "## ", "### ", "\n\n", "\n- ", "\n  - ", "\n1. ", "\n7) "),
                *("\n> ", "\n---\n", "\n***\n", "    ", "\n```\n", "| a | b |\n|---|---|\n", "~~"),
                *("[a](https://b.example/c)", "[a](mailto:b@c.example)", "<https://a.example>"),
                *("[a](javascript:b)", "[a](https://b.example 'c')", "![a](https://b.example)"),
                *("[a <https://b.example>](https://c.example)", "&quot;", "&#34;", "\\", "  \n"),
            ]
        ),
        max_size=16,
    ).map("".join)
)
def test_whatever_an_entry_says_its_html_holds_harmless_elements_alone(body):
    for element in BeautifulSoup(MarkdownRenderer().html(body), "html5lib").body.find_all():
        assert element.name in markdown.TAGS
        assert set(element.attrs) <= ({"href", "rel"} if element.name == "a" else set())
        assert urlsplit(element.get("href", "")).scheme in {"", "https", "mailto", "tel"}


@settings(max_examples=1000, deadline=None)
@given(
    st.lists(st.sampled_from([*"<>{|]#=[!:/`a \t\n", "    ", "---\n", "b: c\n", "é"])).map("".join)
)
def test_lines_without_a_sign_hold_nothing_to_tell(body):
    """Each line told of has a sign, and a sign elsewhere changes nothing."""
    lines = body.split("\n")
    for line, _, code in told(body):
        assert code == "two-entries" or re.search(r"[<>{|\]#=\t]|    |!\[", lines[line - 10])
    for line in lines:
        if not re.search(r"[<>{|\]#=\t]|    ", line):
            assert not list(markdown._brackets_faults(line, own_pages=False))
        if not re.search(r"[<>{|=\t]|    |!\[", line):
            assert not list(markdown._line_faults(line))


@settings(max_examples=1000, deadline=None)
@given(
    st.lists(st.sampled_from([*"<>{|]#=[!:/`a \t\n", "    ", "`abcd abcd abcd abcd abcd`"])).map(
        "".join
    )
)
def test_signs_of_headings_and_links_alone_are_no_other_marks(body):
    found = told(body)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown, "_OF_HEADINGS_AND_LINKS", b"")
        assert told(body) == found


@settings(max_examples=1000, deadline=None)
@given(st.lists(st.sampled_from([*"[]: ()", "](", "]:", "][", "a"])).map("".join))
def test_brackets_that_cannot_refer_to_another_line_are_not_searched(line):
    codes = [fault.code for fault in markdown._brackets_faults(line, own_pages=False)]
    assert ("link-by-reference" in codes) == bool(markdown._REFERENCE.search(line))


@settings(max_examples=1000, deadline=None)
@given(st.lists(st.sampled_from([*"-\n :", "---", "a: b", "a:\n", "\n---\n"])).map("".join))
def test_a_second_entry_is_found_wherever_a_search_finds_it(body):
    assert ("two-entries" in [code for *_, code in told(body)]) == bool(
        markdown._SECOND_ENTRY.search(body)
    )
