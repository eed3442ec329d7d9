"""What the templates read: nothing invented, nothing left out, gaps said."""

from __future__ import annotations

from datetime import date

import pytest

from tests import invented
from website.cards import card as views
from website.cards.rows import sources
from website.pages.taking_part.opportunity_page import opportunity_page
from website.pages.words.word_list import word_list


def page(**values):
    made = invented.entry(**values)
    listing = invented.listing(made)
    catalogue = invented.catalogue(made)
    return opportunity_page(listing, catalogue, "")


def test_the_answers_that_are_known_stand_in_one_order():
    answers = page(place="Leeds", deadline="ongoing", payment="unpaid", time="1 hour").answers
    assert [(answer.question, answer.lines) for answer in answers] == [
        ("How much time?", ("1 hour",)),
        ("Where is it?", ("Leeds",)),
        ("Will I be paid, or get costs back?", ("Not paid",)),
        ("Who is it for?", ("People with cancer, or who have had it",)),
        ("When is the closing date?", ("At any time",)),
    ]


def test_what_is_not_known_is_one_line():
    made = page()
    assert [answer.question for answer in made.answers] == ["Who is it for?"]
    assert made.gaps == (
        "time, where it is, money, who can join, the support you get, "
        "how to apply or a closing date"
    )


@pytest.mark.parametrize(
    ("values", "title", "words"),
    [
        ({}, "Ask them before you apply", "We saw their page on 20 November 2026."),
        (
            {"checked": invented.saved_copy("2026-03")},
            "Check before you apply",
            "Their page was from March 2026. "
            "We have not been able to confirm that this is still open.",
        ),
        (
            {"checked": invented.saved_copy(), "opens": date(2027, 1, 9)},
            "Check before you apply",
            "Their page has no date. We have not been able to confirm that this is right.",
        ),
        (
            {"who_for": ("invited",)},
            "By invitation only",
            "You cannot ask to join. We saw their page on 20 November 2026.",
        ),
    ],
)
def test_what_to_do_first_says_how_sure_we_are(values, title, words):
    made = page(**values)
    assert (made.act_title, made.act_words) == (title, words)


def test_the_patches_of_cards_are_drawn_once_in_the_order_of_the_cards():
    here, there = (
        views.card_of(invented.listing(made), invented.catalogue(made))
        for made in (invented.entry(alliances=()), invented.entry(alliances=("wessex",)))
    )
    assert here.patch != there.patch
    drawn = views.patches_of([there, here, there])
    assert drawn == (there.patch.drawing, here.patch.drawing)


@pytest.mark.parametrize(
    ("values", "facts"),
    [
        ({}, ("Readers' panel", "For people with cancer")),
        ({"format": ("online",)}, ("Online", "Readers' panel")),
        (
            {"format": ("online", "post"), "commitment": "one_off_short"},
            ("Online and by post", "Up to 1 hour, once"),
        ),
        (
            {"who_for": ("patients", "invited"), "format": ("online",)},
            ("By invitation only", "Online"),
        ),
    ],
)
def test_a_row_has_the_two_facts_that_decide(values, facts):
    assert invented.cards(invented.entry(**values))["reader-panel"].facts == facts


@pytest.mark.parametrize(
    ("values", "tag", "closes"),
    [
        ({}, "Not confirmed yet", ""),
        ({"deadline": "ongoing"}, "Not confirmed yet", ""),
        (
            {"deadline": date(2027, 3, 31)},
            "Not confirmed yet",
            "Closes 31 March 2027, their page says",
        ),
        (
            {"deadline": date(2026, 11, 30)},
            "Closing soon",
            "Closes 30 November 2026, their page says",
        ),
    ],
)
def test_a_card_says_that_nobody_has_confirmed_it_and_how_old_the_page_is(values, tag, closes):
    one = invented.entry(checked=invented.saved_copy("2026-03"), **values)
    card = invented.cards(one)[one.slug]
    assert (card.tag, card.closes, card.age) == (tag, closes, "Page from March 2026")
    assert card.when == (closes or "Page from March 2026")
    assert card.row_tag == ("" if tag == "Not confirmed yet" else tag)
    assert not card.is_confirmed


def test_a_card_with_a_date_says_it_for_people_and_for_machines():
    last = invented.TODAY.replace(day=30)
    card = invented.cards(invented.entry(deadline=last))["reader-panel"]
    assert (card.tag, card.closes) == ("Closing soon", "Closes 30 November 2026")
    assert card.when_date == "2026-11-30"


@pytest.mark.parametrize(
    ("closed", "closes"), [("yes", ""), (date(2026, 10, 1), "Closed 1 October 2026")]
)
def test_a_closed_card_says_so_once_unless_the_day_is_known(closed, closes):
    one = invented.entry(closed=closed)
    card = invented.cards(one)[one.slug]
    assert (card.tag, card.closes) == ("Closed", closes)


def test_a_phone_number_is_a_way_without_the_internet():
    made = page(apply=invented.apply(phone="0800 000 000"))
    assert [(row.label, row.href) for row in made.ways] == [("Phone", "tel:0800000000")]
    assert made.without_internet == ("You can use the phone number above.",)


def test_a_postal_address_is_named_beside_the_phone_number():
    made = page(apply=invented.apply(phone="0800 000 000", post="1 Nowhere Street"))
    assert made.without_internet == ("You can use the phone number or the postal address above.",)


@pytest.mark.parametrize(
    ("values", "first"),
    [
        ({}, "We could not find a phone number or postal address."),
        ({"format": ("post",)}, "The page says that you can take part by post."),
        ({"format": ("online", "phone")}, "The page says that you can take part by phone."),
    ],
)
def test_without_a_number_the_page_says_what_to_do(values, first):
    said = page(**values).without_internet
    assert said[0] == first
    assert "PALS" in said[-1]


def test_an_entry_that_ended_has_nobody_to_ask_but_keeps_its_note():
    made = page(closed="yes", to_confirm="It is over.")
    assert (made.ended_words, made.enquiry, made.gaps) == ("This is closed.", None, "")
    assert [row.value for row in made.freshness if row.label == "Our note"] == ["It is over."]


def test_no_two_sources_have_the_same_name():
    named = sources(["https://a.example/x/panel", "https://a.example/y/panel"])
    assert [source.words for source in named] == ["a.example: panel", "a.example: panel (2)"]


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


@pytest.mark.parametrize(
    ("summary", "description"),
    [
        ("You help us.", "You help us. It is run by An invented trust."),
        ("You help us sort pebbles.", "You help us sort pebbles."),
    ],
)
def test_a_description_is_more_than_a_few_words(summary, description):
    assert page(summary=summary).description == description
