"""A long page says at its top what is on it."""

from __future__ import annotations

import pytest

from website.lists.contents import contents_of, name_of

LONG = "<h2>Why write</h2><p>a</p><h2>What &amp; when</h2><h3>Not this</h3><h2>Why write</h2>"


def test_each_heading_gets_a_name_of_its_own_across_the_parts():
    made = contents_of(LONG, "<h2>Last <em>one</em></h2>")
    assert made.parts == (
        '<h2 id="why-write">Why write</h2><p>a</p><h2 id="what-when">What &amp; when</h2>'
        '<h3>Not this</h3><h2 id="why-write-2">Why write</h2>',
        '<h2 id="last-one">Last <em>one</em></h2>',
    )
    assert made.links == (
        ("Why write", "why-write"),
        ("What & when", "what-when"),
        ("Why write", "why-write-2"),
        ("Last one", "last-one"),
    )


def test_a_short_page_needs_no_links():
    assert contents_of(LONG).links == ()


@pytest.mark.parametrize(
    ("words", "name"),
    [("NHS England", "nhs-england"), ("Readers' panel", "readers-panel"), ("!?", "part")],
)
def test_a_name_is_plain(words, name):
    assert name_of(words, set()) == name
