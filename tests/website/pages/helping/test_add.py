"""What /add/ asks, and in which order."""

from __future__ import annotations

from dataclasses import replace

from catalogue.model.opportunity import Opportunity
from catalogue.schema.facts import facts_of
from contributing.entry_file.fact_questions import HELPFUL, NEEDED, asked_in, questions_for
from tests import invented
from website.lists.corrections import correction_of_alliance, correction_of_entry
from website.pages.helping.add import form_of

OPPORTUNITY = facts_of(Opportunity)


SECTIONS = (NEEDED, *HELPFUL)
EVERY_QUESTION = list(questions_for(OPPORTUNITY))


def names_in(sections):
    asked = [asked_in(section.parts, EVERY_QUESTION) for section in sections]
    return [question.name for questions in asked for question in questions]


def test_every_fact_is_asked_for_once():
    """A fact has to say in which part of the questions it stands."""
    assert sorted(names_in(SECTIONS)) == sorted(question.name for question in EVERY_QUESTION)


def test_every_fact_has_a_short_name_and_a_question_of_its_own():
    assert all(question.fact.ask.endswith("?") for question in EVERY_QUESTION)
    labels = [question.label for question in EVERY_QUESTION]
    assert len(set(labels)) == len(labels)


def test_what_is_required_stands_open():
    required = {fact.name for fact in OPPORTUNITY if fact.required}
    assert required <= {name.partition(".")[0] for name in names_in((NEEDED,))}


def test_the_box_fits_the_answer():
    form = form_of(replace(invented.sample(), alliances={}))
    asked = {one.name: one for part in (form.needed, *form.helpful) for one in part.asked}
    assert {name: asked[name].control for name in ("title", "summary", "kind", "who_for")} == {
        "title": "text",
        "summary": "area",
        "kind": "select",
        "who_for": "ticks",
    }
    assert {name: one.keyboard for name, one in asked.items() if one.keyboard} == {
        "apply.url": "url",
        "apply.email": "email",
        "apply.phone": "tel",
        "sources": "url",
    }
    assert [part.many for part in form.helpful if part.many] == ["sessions"]
    assert [choice.code for choice in asked["alliances"].choices] == ["all"]


def test_eight_questions_come_first():
    assert names_in((NEEDED,)) == [
        *("title", "organiser", "kind", "alliances", "summary", "who_for", "sources"),
        "checked.how",
    ]


def test_what_is_missing_is_told_for_each_needed_question():
    needed = [question.fact for question in EVERY_QUESTION if question.fact.required]
    told = [fact.missing for fact in needed]
    assert all(told)
    assert len(set(told)) == len(told)


def test_a_person_answers_for_themselves_and_reads_dates_in_words():
    form = form_of(invented.sample())
    asked = {one.name: one for part in (form.needed, *form.helpful) for one in part.asked}
    labels = [choice.label for choice in asked["checked.how"].choices]
    assert "I read the page on the web" in labels
    assert "The organiser told me" in labels
    assert asked["deadline"].hint.startswith("A date such as 1 December 2026, or the word ongoing.")
    assert asked["sessions.starts"].hint == "For example: 1 March 2027 at 2pm"


def test_a_link_for_something_wrong_opens_the_form():
    address = "https://example.org/repo"
    assert correction_of_entry(address, "pebble-panel") == (
        "https://example.org/repo/add/?entry=pebble-panel"
    )
    assert correction_of_alliance(address, "pebble-bay", "Phone & post") == (
        "https://example.org/repo/add/?alliance=pebble-bay&fact=Phone%20%26%20post"
    )
    assert correction_of_alliance(address, "pebble-bay") == (
        "https://example.org/repo/add/?alliance=pebble-bay"
    )
