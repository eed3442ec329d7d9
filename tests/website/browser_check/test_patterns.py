"""A pattern of Python's reads the same in a browser, or is refused."""

from __future__ import annotations

import re

import pytest

from website.browser_check.patterns import portable, portable_whole

LETTER = r"\p{L}\p{N}_"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("abc", "abc"),
        (r"a.b", r"a[^\n]b"),
        (r"\d{2,3}-\d", r"\p{Nd}{2,3}-\p{Nd}"),
        (r"[\w'-]+", rf"[{LETTER}'-]+"),
        (r"[^\s\"'<>]", r"""[^\s\x1c-\x1f\x85"'<>]"""),
        (r"(?P<year>\d)(?P=year)", r"(?<year>\p{Nd})\k<year>"),
        ("(?:a(?i:b c)d)", "(?:a(?:[bB] [cC])d)"),
        ("{at}", r"\{at\}"),
        ("[]x]", r"[\]x]"),
        ("[(?:a]", "[(?:a]"),
        ("\u200b|\\x00|\\u00e9", r"\u{200b}|\u{0}|\u{e9}"),
        (r"\"\.\\", r'"\.\\'),
        ("[\ud800-\udfff]", r"[\u{d800}-\u{dfff}]"),
        (
            r"\bx",
            rf"(?:(?<=[{LETTER}])(?![{LETTER}])|(?<![{LETTER}])(?=[{LETTER}]))x",
        ),
    ],
)
def test_the_same_pattern_for_a_browser(written, read):
    assert portable(re.compile(written)) == portable(written) == read


def test_whether_capitals_count_stands_in_front():
    assert portable(re.compile("a", re.IGNORECASE)) == portable("(?i)a") == "(?i)a"
    assert portable_whole(re.compile("a|b", re.IGNORECASE)) == "(?i)^(?:a|b)$"
    assert portable_whole(re.compile("a|b")) == "^(?:a|b)$"


@pytest.mark.parametrize("written", [r"a\Z", r"\Aa", r"a\Bb", r"[\W]", "(?i:[abc])"])
def test_what_a_browser_cannot_read_is_refused(written):
    pattern = re.compile(written)
    with pytest.raises(ValueError, match=r"in "):
        portable(pattern)
