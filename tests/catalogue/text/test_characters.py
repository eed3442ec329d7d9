"""Only characters that a reader can see and trust; every language passes."""

from __future__ import annotations

import re
import unicodedata

import pytest

from catalogue.text.characters import (
    COMMON,
    OTHER_ALPHABETS,
    SUSPECT,
    character_problems,
    readable_by_yaml,
)


def told(line):
    return [(problem.column, problem.code) for problem in character_problems([line], "x")]


@pytest.mark.parametrize(
    "line",
    [
        "Plain words, “quotes” – dashes… and £ € ½ № 5 ™ ℃ x²",
        "\ttabbed",
        "آپ کی رائے دیں",
        "درباره\u200cی خدمات",
        "नमस\u094d\u200dते",
        "Meet our nurses 👩\u200d⚕️ and 👨\u200d👩\u200d👧",
        "1️⃣ first, ❤️ second, 🇬🇧 third",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f England",
        "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f Cymru",
        "Ymunwch â’r panel: ŵ ŷ",
        "cy\u0302n a decomposed accent",
        "Tiếng Việt, Ελληνικά, Привет мир, ქართული",
        "在这里，参加！",
        "שלום \u200fעולם",
        "Levels of TGFβ and IFNγ2",
        "a no-break\u00a0space",
        "\U0001fae9 a new emoji",
        "ﬁnd the ligature",
    ],
)
def test_what_people_write_passes(line):
    assert told(line) == []


def test_nothing_is_looked_for_in_common_characters_as_nothing_would_be_found():
    line = "".join(sorted(COMMON))
    assert not re.search(SUSPECT, line)
    assert not re.search(OTHER_ALPHABETS, line)


@pytest.mark.parametrize(
    ("line", "column", "code"),
    [
        ("Pa\x00nel", 3, "control-character"),
        ("Panel \x1b[2K", 7, "control-character"),
        ("Panel\x7f", 6, "control-character"),
        ("Panel\x85", 6, "control-character"),
        ("one\u2028two", 4, "control-character"),
        ("one\u2029two", 4, "control-character"),
        ("x\ufdd0", 2, "control-character"),
        ("x\uffff", 2, "control-character"),
        ("x\U0001fffe", 2, "control-character"),
        ("Patient \u202elenap", 9, "text-direction"),
        ("Patient \u2066panel", 9, "text-direction"),
        ("panel\u200f", 6, "text-direction"),
        ("مرحبا \u202e", 7, "text-direction"),
        ("pa\u00adnel", 3, "invisible-character"),
        ("pa\u200bnel", 3, "invisible-character"),
        ("pa\u200dnel", 3, "invisible-character"),
        ("nhs\u200c.uk", 4, "invisible-character"),
        ("pa\u2060nel", 3, "invisible-character"),
        ("pa\ufeffnel", 3, "invisible-character"),
        ("panel\u3164", 6, "invisible-character"),
        ("panel\u2800", 6, "invisible-character"),
        ("panel\ufe0f", 5, "invisible-character"),
        ("panel\U000e0041", 6, "invisible-character"),
        ("🏴\U000e0067\U000e0062\U000e0041\U000e007f", 2, "invisible-character"),
        ("panel\ue000", 6, "lost-character"),
        ("panel \ufffd", 7, "lost-character"),
        ("ＮＨＳ panel", 1, "wide-letter"),
        ("𝐍𝐇𝐒 panel", 1, "wide-letter"),
        ("ⓝⓗⓢ panel", 1, "wide-letter"),
        ("Stage Ⅳ", 7, "wide-letter"),
        ("Сheshire panel", 1, "mixed-alphabets"),
        ("the аррle panel", 5, "mixed-alphabets"),
        ("title: РАСЕ group", 8, "mixed-alphabets"),
        ("ɑlliance", 1, "mixed-alphabets"),
        ("pаnel", 1, "mixed-alphabets"),
        ("Z\u0337\u0321\u0322\u031b\u031ba", 2, "stacked-marks"),
    ],
)
def test_what_nobody_can_see_or_trust_is_refused(line, column, code):
    assert told(line) == [(column, code)]


@pytest.mark.parametrize(
    ("line", "message", "fix"),
    [
        (
            "a\x07",
            "there is a control character here (U+0007)",
            "delete it: it often comes with text copied from another program",
        ),
        (
            "a\u2028",
            "there is a hidden line break here (U+2028)",
            "delete it, and keep the text on one line",
        ),
        (
            "a\u202e",
            "there is a hidden character that changes the text-direction here (U+202E)",
            "delete it and type the words again",
        ),
        (
            "a\u200e",
            "there is a hidden character that changes the text-direction here (U+200E)",
            "delete it and type the words again",
        ),
        (
            "a\u00ad",
            "there is an invisible character here (U+00AD)",
            "delete it and type the word again",
        ),
        (
            "a\ufffd",
            "there is a character that other people cannot see here (U+FFFD)",
            "type the word again",
        ),
        (
            "Ｎ",
            "there is a full-width or styled letter here (U+FF2E)",
            "type it again with ordinary letters",
        ),
        (
            "a" + "\u0300" * 9,
            "there is a pile of accents on one letter here (U+0300)",
            "delete it and type the word again",
        ),
        (
            "pаnel",
            "the word 'pаnel' mixes letters from different alphabets",
            "type the whole word again with the letters of one alphabet",
        ),
    ],
)
def test_the_messages(line, message, fix):
    (problem,) = character_problems([line], "x")
    assert (problem.message, problem.fix) == (message, fix)


def test_lines_are_counted_from_the_one_that_is_given():
    (problem,) = character_problems(["fine", "b\u200bd"], "x", 5)
    assert (problem.line, problem.column) == (6, 2)


def test_the_yaml_reader_sees_a_space_for_what_it_would_choke_on():
    assert readable_by_yaml("a\x00b\u2028c\ufeffd\ttab") == "a b c d\ttab"
    assert readable_by_yaml("fine") == "fine"


# The only ones of these categories that may stand in an entry, and why.
WANTED = (
    "\t\n\r"  # the ends of lines; a Tab is told of by the rule on lines
    "\u200c\u200d"  # joiners between letters of a script that joins, or between pictures
    "\u200e\u200f\u061c"  # marks of direction beside a script from right to left
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u0890\u0891\u08e2"  # round Arabic numbers
    "\U000110bd\U000110cd"  # round Kaithi numbers
)


@pytest.mark.parametrize("category", ["Cc", "Cf", "Co"])
def test_what_cannot_be_seen_is_refused_by_its_category(category):
    every = (chr(number) for number in range(0x110000))
    some = [one for one in every if unicodedata.category(one) == category]
    step = 97 if category == "Co" else 1
    passed = [one for one in some[::step] if not character_problems([f"a{one}b"], "x")]
    assert set(passed) <= set(WANTED)
