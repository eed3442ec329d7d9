"""What /add/ asks, and in which order."""

from __future__ import annotations

from catalogue.model.opportunity import Opportunity
from catalogue.schema.facts import facts_of
from catalogue.schema.field_types import Group, Several
from contributing.entry_file.fact_questions import HELPFUL, NEEDED, PROOF, QUESTIONS
from tests.nowhere import vocabularies
from website.lists.corrections import ANSWERS, correction_of_alliance, correction_of_entry
from website.pages.helping.add import form_of

OPPORTUNITY = facts_of(Opportunity)


def leaves(fields, within=""):
    for field in fields:
        type = field.type.of if isinstance(field.type, Several) else field.type
        if isinstance(type, Group):
            yield from leaves(type.facts, f"{within}{field.name}.")
        else:
            yield f"{within}{field.name}"


def test_every_fact_is_asked_for_once():
    """A fact that is added to the table of fields has to be given its place in the form."""
    asked = [name for part in (*NEEDED, PROOF, *HELPFUL) for name in part.names]
    assert sorted(asked) == sorted(leaves(OPPORTUNITY))
    assert set(asked) <= QUESTIONS.keys()


def test_what_is_required_stands_open():
    required = {field.name for field in OPPORTUNITY if field.required}
    asked = {name.partition(".")[0] for part in (*NEEDED, PROOF) for name in part.names}
    assert required <= asked


def test_the_box_fits_the_answer():
    form = form_of(vocabularies(), {})
    asked = {one.name: one for part in (*form.first, *form.helpful) for one in part.asked}
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


def test_a_link_for_something_wrong_opens_the_form_at_the_fact():
    address = "https://example.org/repo"
    assert correction_of_entry(address, "pebble-panel", "By when?") == (
        "https://example.org/repo/add/?entry=pebble-panel&fact=deadline"
    )
    assert correction_of_alliance(address, "pebble-bay", "Phone & post") == (
        "https://example.org/repo/add/?alliance=pebble-bay&fact=Phone%20%26%20post"
    )
    assert set(ANSWERS.values()) <= set(leaves(OPPORTUNITY))
