"""Rules on words judge a text as it is seen, and tell where it stands in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.rules.passages import WORD_RULES
from catalogue.text.visible_text import visible, with_references
from catalogue.text.word_rules import Stretch

NUMBER = "07700 900123"


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("07700 9&#48;0123", NUMBER),
        ("07700&nbsp;900123", NUMBER),
        ("**07700** 900123", NUMBER),
        ("07700\u00a0900123", NUMBER),
        ("07700\u202f900123", NUMBER),
        ("07700\n900123", NUMBER),
        ("[07700](https://www.invented.example/) 900123", NUMBER),
        ("12\u201334\u201356", "12-34-56"),
        ("jo\uff20gmail.com", "jo@gmail.com"),
        ("jo&#64;gmail.com", "jo@gmail.com"),
        ("Wh&#97;ts\u200bApp", "WhatsApp"),
        ("a_b and _c_", "a_b and c"),
        ("one\n- two\n\nthree", "one\n- two\n\nthree"),
        ("## One\ntwo", "## One\ntwo"),
        ("\\*a", "*a"),
        ("R&D and Q&A;", "R&D and Q&A;"),
    ],
)
def test_words_as_they_are_seen(typed, seen):
    assert visible(typed, is_markdown=True).text == seen


def test_facts_are_shown_as_they_are_typed():
    assert visible("a&#64;b **c**", is_markdown=False).text == "a&#64;b **c**"
    assert visible("07700\u00a0900\u200b123", is_markdown=False).text == NUMBER


@given(st.lists(st.sampled_from([*"a*_`&#;[]() \n\\", "&#48;", "\u200b", "\u00a0"])).map("".join))
def test_each_character_has_its_place(typed):
    for shown in (visible(typed, is_markdown=True), with_references(typed)):
        places = [shown.origin_of(at) for at in range(len(shown.text))]
        assert places == sorted(places)
        assert all(0 <= place < len(typed) for place in places)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Ring 07700&nbsp;9&#48;0123.", "personal-phone"),
        ("Ring 07700\u2009900\u2013123.", "personal-phone"),
        ("Ring **07700** 900123.", "personal-phone"),
        ("sort code 12\u201334\u201356", "bank-details"),
        ("Write to jo.bloggs\uff20gmail.com.", "personal-email"),
        ("Write to jo.bloggs&#64;gmail.com.", "personal-email"),
        ("Join our Wh&#97;tsApp group.", "private-channel"),
    ],
)
def test_what_is_disguised_is_found_where_it_stands(typed, code):
    (found,) = WORD_RULES.finds(Stretch(text=f"We meet.\n\n{typed}", line=5))
    assert (found.rule.code, found.line) == (code, 7)
    assert found.words in typed
