"""Rows: each name is told from the others."""

from __future__ import annotations

from website.cards.rows import sources


def test_no_two_sources_have_the_same_name():
    named = sources(["https://a.example/x/panel", "https://a.example/y/panel"])
    assert [source.words for source in named] == ["a.example: panel", "a.example: panel (2)"]
