"""What a page leaves open becomes a question to ask."""

from __future__ import annotations

import pytest

from tests import invented
from website.messages.questions_to_ask import MOST, questions_to_ask

ALWAYS = ("What if I am unwell, or want to stop?", "How will I hear what changed?")
FULL = {
    "eligibility": "Anyone.",
    "commitment": "flexible",
    "payment": "unpaid",
    "format": ("online",),
    "expenses": ("travel",),
    "support": ("training",),
    "apply": invented.apply(email="panel@example.org"),
    "deadline": "ongoing",
}


def asked(**values):
    return questions_to_ask(invented.listing(invented.entry(**FULL | values)))


def test_two_questions_are_for_everyone():
    assert asked() == ALWAYS


@pytest.mark.parametrize(
    ("gap", "question"),
    [
        ({"checked": invented.saved_copy()}, "Can people still join?"),
        ({"apply": None}, "How do I join?"),
        ({"eligibility": None}, "Does it matter when I was ill, or where I was treated?"),
        ({"commitment": "not_stated"}, "How much time does it take, and for how long?"),
        ({"expenses": ()}, "Which of my costs can you pay, such as travel or care?"),
        ({"format": ()}, "How do people take part: online, in person, by phone or by post?"),
        ({"support": ()}, "What help can I get, such as training or large print?"),
    ],
)
def test_a_gap_is_a_question(gap, question):
    assert asked(**gap) == (question, *ALWAYS)


def test_where_nothing_is_said_of_money_pay_and_costs_are_both_asked():
    assert asked(payment="not_stated", expenses=()) == (
        "Is there payment for my time, or are costs paid back?",
        "Which of my costs can you pay, such as travel or care?",
        *ALWAYS,
    )


@pytest.mark.parametrize(
    "said",
    [
        {"commitment": "not_stated", "time": "2 hours a month."},
        {"payment": "not_stated", "expenses": (), "payment_detail": "A £10 voucher, and fares."},
        {"payment": "not_stated"},
    ],
)
def test_what_is_said_in_words_is_not_asked(said):
    assert asked(**said) == ALWAYS


def test_a_page_with_nothing_asks_the_weightiest_and_not_too_many():
    questions = questions_to_ask(invented.listing(invented.entry(checked=invented.saved_copy())))
    assert len(questions) == MOST
    assert questions[:2] == ("Can people still join?", "How do I join?")
    assert questions[-1] == "How will I hear what changed?"


def test_nobody_is_left_to_ask_once_it_has_ended():
    assert questions_to_ask(invented.listing(invented.entry(closed="yes"))) == ()
