"""Add: what ``/add/`` asks, and the file of rules that it judges by."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from catalogue.schema.dates import in_words
from catalogue.schema.field_types import Code, Email, Line, Link, Phone, Several, Slug
from contributing.entry_file.choices import choices_for
from contributing.entry_file.fact_questions import (
    HELPFUL,
    NEEDED,
    asked_in,
    fact_named,
    questions_for,
)
from project.json_text import json_text
from website.artwork.patches import patch
from website.browser_check.form_rules import form_rules
from website.cards.card import EVERYWHERE_PATCH

if TYPE_CHECKING:
    from catalogue.loader import Loaded
    from catalogue.model.catalogue import Catalogue
    from catalogue.schema.field_types import FieldType
    from contributing.entry_file.choices import Choice
    from contributing.entry_file.fact_questions import Question, Section

RULES: Final = "api/v1/form-rules.json"
LONGEST_OF_ONE_ROW: Final = 200
"""Characters up to which an answer fits a box of one row."""

# What people correct about an alliance, in the words of its page and of the page on coverage.
_OF_ALLIANCES: Final = (
    ("Name", "names.official"),
    ("E-mail", "contact.email"),
    ("Phone", "contact.phone"),
    ("Post", "contact.post"),
    ("Website", "contact.website"),
    ("Get involved page", "involvement.url"),
    ("What it covers", "area.words"),
    ("Councils in its area", "area.councils"),
    ("Hospital trusts", "trusts.list"),
    ("NHS boards (ICBs)", "icbs.current"),
    ("What people changed", "patient_facts"),
)
# What the form asks in words of its own, since a person answers for themselves.
_IN_FORM: Final = {
    "sources": "Which web page is about it?",
    "checked.how": "How do you know?",
}
_I_FOR_WE: Final = {"We": "I", "us": "me"}
_SAID_BY_US: Final = re.compile(r"\b(?:We|us)\b")
_DATE_IN_HINT: Final = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d)?")
# The keyboard that a phone shows.
_KEYBOARDS: Final = {Link: "url", Email: "email", Phone: "tel"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question of the form. ``control`` is text, area, select or ticks.

    ``missing`` is what is said where an answer is needed and none is given.
    """

    name: str
    label: str
    words: str
    hint: str
    control: str
    keyboard: str
    choices: tuple[Choice, ...]
    is_needed: bool
    missing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPart:
    """Questions under one heading; ``many`` names the list that they are one row of."""

    words: str
    asked: tuple[Asked, ...]
    many: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AllianceFact:
    """A fact of an alliance that people correct: its words, and where it stands in its record."""

    words: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The questions of the page: those that are needed first, then the rest.

    ``patch_html`` is the picture of an entry that is not there yet, and ``of_alliances`` are the
    facts of an alliance that people may say are wrong.
    """

    patch_html: str
    needed: AskedPart
    helpful: tuple[AskedPart, ...]
    of_alliances: tuple[AllianceFact, ...]


def form_of(catalogue: Catalogue) -> Form:
    """The form with the facts that entries may say, and the choices of its vocabularies."""

    def part_of(section: Section) -> AskedPart:
        questions = asked_in(section.parts, questions_for(catalogue.facts))
        asked = tuple(_asked(question, catalogue) for question in questions)
        return AskedPart(words=section.words, asked=asked, many=_list_of(questions[0], catalogue))

    return Form(
        patch_html=patch(*EVERYWHERE_PATCH),
        needed=part_of(NEEDED),
        helpful=tuple(map(part_of, HELPFUL)),
        of_alliances=tuple(AllianceFact(words=words, path=path) for words, path in _OF_ALLIANCES),
    )


def rules_file(loaded: Loaded) -> tuple[str, str]:
    """The path and the text of the file of rules."""
    catalogue = loaded.catalogue
    entries = [entry.slug for entry in catalogue.opportunities]
    rules = form_rules(
        catalogue.facts, catalogue.vocabularies, catalogue.alliances, entries, loaded.hosts
    )
    return RULES, json_text(rules)


def _list_of(question: Question, catalogue: Catalogue) -> str:
    """The name of the list of groups that a question belongs to, or nothing."""
    name = question.name.partition(".")[0]
    fact = fact_named(name, catalogue.facts)
    return name if fact and fact.type.parts and isinstance(fact.type, Several) else ""


def _asked(question: Question, catalogue: Catalogue) -> Asked:
    fact = question.fact
    item = _item(fact.type)
    words = _IN_FORM.get(question.name, question.words)
    return Asked(
        name=question.name,
        label=question.label,
        words=words,
        hint=_DATE_IN_HINT.sub(_as_people_write, fact.hint),
        control=_control(fact.type),
        keyboard=next((word for type, word in _KEYBOARDS.items() if isinstance(item, type)), ""),
        choices=tuple(map(_said_by_one, choices_for(question.name, fact, catalogue))),
        is_needed=fact.required,
        missing=fact.missing or f"Answer this question: {words}",
    )


def _as_people_write(found: re.Match[str]) -> str:
    return in_words(
        datetime.fromisoformat(found[0]) if ":" in found[0] else date.fromisoformat(found[0])
    )


def _said_by_one(choice: Choice) -> Choice:
    """The same choice for one person who answers: "I read the page", not "We read the page"."""
    return replace(choice, label=_SAID_BY_US.sub(lambda found: _I_FOR_WE[found[0]], choice.label))


def _item(type: FieldType) -> FieldType:
    return type.of if isinstance(type, Several) else type


def _control(type: FieldType) -> str:
    item = _item(type)
    if isinstance(type, Several):
        return "ticks" if isinstance(item, (Code, Slug)) else "area"
    if isinstance(type, Code):
        return "select"
    return "area" if isinstance(type, Line) and type.most > LONGEST_OF_ONE_ROW else "text"
