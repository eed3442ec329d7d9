"""The forms on GitHub stay in step with the table of facts and the vocabularies."""

import subprocess
import sys

import pytest
import yaml

from catalogue.model.opportunity import Opportunity
from catalogue.schema.facts import facts_of
from contributing.entry_file.fact_questions import questions_for
from contributing.issue_forms.event import APPROVED
from contributing.issue_forms.forms import NOT_SURE, form_text, forms_for
from tests.contributing.conftest import ROOT

OPPORTUNITY = facts_of(Opportunity)

FOLDER = ROOT / ".github/ISSUE_TEMPLATE"
NAMES = {
    "new-listing",
    "correction",
    "closed-or-gone",
    "still-right",
    "new-contact",
    "accessibility",
}


@pytest.fixture(scope="module")
def forms(existing):
    return forms_for(existing.catalogue)


def test_the_files_are_what_the_command_writes(forms):
    stored = {path.stem: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.yml")}
    del stored["config"]
    assert stored == {name: form_text(form) for name, form in forms.items()}
    assert stored.keys() == NAMES


def test_github_accepts_the_files():
    check = [sys.executable, "-m", "check_jsonschema", "--quiet", "--builtin-schema"]
    files = sorted(str(path) for path in FOLDER.glob("*.yml") if path.stem != "config")
    both = (
        [*check, "vendor.github-issue-forms", *files],
        [*check, "vendor.github-issue-config", str(FOLDER / "config.yml")],
    )
    for words in both:
        run = subprocess.run(words, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stdout


def test_only_our_forms_can_be_opened():
    assert yaml.safe_load((FOLDER / "config.yml").read_text())["blank_issues_enabled"] is False


def test_no_question_stands_twice_in_a_form(forms):
    for form in forms.values():
        labels = [box.label.casefold() for box in form.boxes]
        assert len(set(labels)) == len(labels)
        ids = [box.id for box in form.boxes]
        assert len(set(ids)) == len(ids)


def test_each_form_can_be_told_by_its_questions(forms):
    labels = {name: {box.label for box in form.boxes} for name, form in forms.items()}
    for name, own in labels.items():
        assert all(own - other for rest, other in labels.items() if rest != name)


def test_no_form_approves_itself(forms):
    assert APPROVED not in {form.label for form in forms.values()}


def test_every_label_of_a_form_is_a_label_of_the_project(forms):
    named = yaml.safe_load((ROOT / ".github/labels.yml").read_text(encoding="utf-8"))
    names = [label["name"] for label in named]
    assert len(set(names)) == len(names)
    assert {form.label for form in forms.values()} | {APPROVED, "fresh"} <= set(names)


def test_a_new_listing_asks_for_all_that_an_entry_needs(forms):
    asked = {box.id for box in forms["new-listing"].boxes}
    needed = {field.name for field in OPPORTUNITY if field.required} - {"checked"}
    assert needed <= asked
    assert {"apply_url", "deadline", "checked_how"} <= asked


def test_every_choice_is_a_code_of_the_vocabulary(forms, existing):
    vocabularies = existing.catalogue.vocabularies
    boxes = {box.id: box for box in forms["new-listing"].boxes}
    for name, vocabulary in (
        ("kind", "kinds"),
        ("who_for", "who_for"),
        ("commitment", "commitments"),
        ("payment", "payments"),
        ("expenses", "expenses"),
        ("support", "support"),
        ("format", "formats"),
    ):
        pairs = [(term.label, term.code) for term in vocabularies[vocabulary]]
        assert list(boxes[name].options) == pairs
    areas = dict(boxes["alliances"].options)
    assert set(areas.values()) == {*existing.catalogue.alliances, "all", ""}
    assert areas[NOT_SURE] == ""
    assert dict(forms["new-contact"].boxes[0].options).keys() == areas.keys() - {
        NOT_SURE,
        "Anywhere in England",
    }


def test_whatever_can_be_corrected_is_a_fact(forms):
    (part,) = (box for box in forms["correction"].boxes if box.id == "part")
    names = {question.name for question in questions_for(OPPORTUNITY)}
    assert {code for _, code in part.options} - {""} <= names
    assert ("For how long", "term") in part.options
    assert "sources" not in dict(part.options).values()


def test_every_form_says_that_it_is_public(forms):
    assert all("public, for good" in form.thanks for form in forms.values())
