"""Add: what ``/add/`` asks, and the file of rules that it judges by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalogue.schema.field_types import Code, Email, Line, Link, Phone, Several, Slug
from contributing.entry_file.choices import choices_for
from contributing.entry_file.fact_questions import (
    HELPFUL,
    NEEDED,
    PROOF,
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

# The keyboard that a phone shows.
_KEYBOARDS: Final = {Link: "url", Email: "email", Phone: "tel"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question of the form. ``control`` is text, area, select or ticks."""

    name: str
    label: str
    words: str
    hint: str
    control: str
    keyboard: str
    choices: tuple[Choice, ...]
    is_needed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPart:
    """Questions under one heading; ``many`` names the list that they are one row of."""

    words: str
    asked: tuple[Asked, ...]
    many: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The questions of the page: those that are needed, where they were found, and the rest.

    ``patch_html`` is the picture of an entry that is not there yet.
    """

    patch_html: str
    needed: tuple[AskedPart, ...]
    proof: AskedPart
    helpful: tuple[AskedPart, ...]

    @property
    def first(self) -> tuple[AskedPart, ...]:
        """What stands open on the page."""
        return (*self.needed, self.proof)


def form_of(catalogue: Catalogue) -> Form:
    """The form with the facts that entries may say, and the choices of its vocabularies."""

    def part_of(section: Section) -> AskedPart:
        questions = asked_in(section.parts, questions_for(catalogue.facts))
        asked = tuple(_asked(question, catalogue) for question in questions)
        return AskedPart(words=section.words, asked=asked, many=_list_of(questions[0], catalogue))

    return Form(
        patch_html=patch(*EVERYWHERE_PATCH),
        needed=tuple(map(part_of, NEEDED)),
        proof=part_of(PROOF),
        helpful=tuple(map(part_of, HELPFUL)),
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
    return Asked(
        name=question.name,
        label=question.label,
        words=question.words,
        hint=fact.hint,
        control=_control(fact.type),
        keyboard=next((word for type, word in _KEYBOARDS.items() if isinstance(item, type)), ""),
        choices=choices_for(question.name, fact, catalogue),
        is_needed=fact.required,
    )


def _item(type: FieldType) -> FieldType:
    return type.of if isinstance(type, Several) else type


def _control(type: FieldType) -> str:
    item = _item(type)
    if isinstance(type, Several):
        return "ticks" if isinstance(item, (Code, Slug)) else "area"
    if isinstance(type, Code):
        return "select"
    return "area" if isinstance(type, Line) and type.most > LONGEST_OF_ONE_ROW else "text"
