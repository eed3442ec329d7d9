"""What a stranger wrote is shown short, and cannot steer a terminal."""

from __future__ import annotations

import pytest

from catalogue.problems.quoting import characters, closest, cut_short, did_you_mean, quoted, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("\x1b[2K", "U+001B[2K"),
        ("a\nb\u202ec", "aU+000AbU+202Ec"),
        ("\ud800", "U+D800"),
        ("خدمات\u200cی 👩\u200d⚕️", "خدمات\u200cی 👩\u200d⚕️"),
    ],
)
def test_what_cannot_be_seen_is_shown_by_its_code_point(text, shown):
    assert visible(text) == shown


def test_a_quote_is_at_most_80_characters_long():
    assert quoted("a" * 80) == f"'{'a' * 80}'"
    assert quoted("a" * 81) == f"'{'a' * 79}…'"
    assert cut_short("a" * 81) == f"{'a' * 79}…"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("voucer", "did you mean 'voucher'? "),
        ("VOUCHER ", "did you mean 'voucher'? "),
        ("crystal", ""),
        ("", ""),
        ("v" * 5000, ""),
    ],
)
def test_a_word_that_is_close(written, hint):
    assert did_you_mean(written, ["paid", "voucher"]) == hint


@pytest.mark.parametrize(
    ("written", "meaning"),
    [
        ("readers panel", "readers"),
        ("forum", "panel_or_forum"),
        ("or", None),
        ("rum", None),
    ],
)
def test_a_word_that_stands_among_others(written, meaning):
    meanings = {"panel or forum": "panel_or_forum", "reader panel": "readers"}
    assert closest(written, meanings) == meaning


def test_a_number_of_characters():
    assert (characters(1), characters(2)) == ("1 character", "2 characters")
