"""The measure of how hard a page is to read, held against what is known of it."""

from __future__ import annotations

import pytest

from tests.checks.reading_age import reading_of, syllables


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("cat", 1),
        ("care", 1),
        ("helped", 1),
        ("wanted", 2),
        ("people", 2),
        ("cancer", 2),
        ("alliance", 3),
        ("opportunity", 5),
        ("self-help", 2),
    ],
)
def test_syllables(word, number):
    assert syllables(word) == number


def test_easy_words_are_for_young_readers_and_hard_ones_are_not():
    easy = reading_of(["We will help you. You can stop at any time. It is up to you."])
    hard = reading_of(
        [
            "Organisational representatives systematically prioritise multidisciplinary "
            "accountability arrangements notwithstanding considerable administrative complexity."
        ]
    )
    assert easy.age < 8
    assert hard.age > 18
    assert (easy.sentences, easy.words_in_a_sentence) == (3, 5.0)
