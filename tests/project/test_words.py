"""Small helpers for sentences."""

import pytest

from project.words import (
    capital,
    counted,
    joined,
    lowered,
    sentences,
    shortened,
    stopped,
    whole_sentences,
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], ""),
        (["tea"], "tea"),
        (["tea", "milk"], "tea and milk"),
        (["tea", "milk", "sugar"], "tea, milk and sugar"),
    ],
)
def test_words_are_joined_as_in_a_sentence(words, expected):
    assert joined(words) == expected
    assert joined(words, "or") == expected.replace(" and ", " or ")


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "0 ways"), (1, "1 way"), (2, "2 ways"), (1200, "1,200 ways")]
)
def test_things_are_counted_in_words(number, expected):
    assert counted(number, "way") == expected


def test_a_word_that_takes_no_s_is_counted_with_its_own_plural():
    assert [counted(number, "entry", "entries") for number in (1, 2)] == ["1 entry", "2 entries"]


@pytest.mark.parametrize(
    ("words", "small", "large"),
    [
        ("At home", "at home", "At home"),
        ("at home", "at home", "At home"),
        ("NHS staff", "NHS staff", "NHS staff"),
        ("", "", ""),
    ],
)
def test_the_first_letter_is_made_small_or_large(words, small, large):
    assert (lowered(words), capital(words)) == (small, large)


def test_words_that_are_a_sentence_get_no_second_full_stop():
    assert [stopped(words) for words in ("about 2022", "No date.", "Now?")] == [
        "about 2022.",
        "No date.",
        "Now?",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You read. You comment.", ["You read.", "You comment."]),
        ("2 hours. 3 times? Yes!", ["2 hours.", "3 times?", "Yes!"]),
        ("You read (e.g. leaflets).", ["You read (e.g. leaflets)."]),
    ],
)
def test_a_sentence_ends_before_a_capital_or_a_figure(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("You read. You comment.", "You read. You comment."),
        ("You read leaflets. You comment on them.", "You read leaflets."),
        ("You read leaflets and comment on them.", "You read leaflets and…"),
    ],
)
def test_a_text_ends_with_a_whole_sentence_where_one_fits(text, kept):
    assert whole_sentences(text, 25) == kept


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You read leaflets", "You read leaflets"),
        ("You read leaflets, and talk", "You read leaflets…"),
    ],
)
def test_a_text_is_shortened_after_a_whole_word(text, expected):
    assert shortened(text, 22) == expected
