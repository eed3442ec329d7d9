"""The word list goes by letter."""

from __future__ import annotations

from website.pages.words.word_list import word_list


def test_the_word_list_goes_by_letter_and_each_word_has_its_own_id():
    words = [
        {"term": "Panel", "meaning": "A group.", "also": ("forum", "PPI")},
        {"term": "PALS", "meaning": "People who help."},
        {"term": "Trust", "meaning": "It runs hospitals."},
    ]
    made = word_list(words)
    assert [(letter, [word.name for word in entries]) for letter, entries in made] == [
        ("P", ["panel", "pals"]),
        ("T", ["trust"]),
    ]
    assert made[0][1][0].also == "forum, PPI"
