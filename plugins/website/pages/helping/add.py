"""The form page: what ``/add/`` asks, and the file of rules that it judges by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from catalogue.model.opportunity import Opportunity
from catalogue.schema.facts import facts_of
from catalogue.schema.field_types import Code, Email, Group, Line, Link, Phone, Several, Slug
from contributing.entry_file.choices import choices_for
from contributing.entry_file.fact_questions import HELPFUL, NEEDED, PROOF, QUESTIONS
from project.json_text import json_text
from website.artwork.patches import patch
from website.browser_check.form_rules import form_rules
from website.cards.card import EVERYWHERE_PATCH

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from catalogue.loader import Loaded
    from catalogue.model.catalogue_values import Alliance
    from catalogue.schema.facts import Fact
    from catalogue.schema.field_types import FieldType
    from catalogue.schema.vocabulary import Vocabulary
    from contributing.entry_file.choices import Choice
    from contributing.entry_file.fact_questions import Part

RULES: Final = "api/v1/form-rules.json"
LONGEST_OF_ONE_ROW: Final = 200
"""Characters up to which an answer fits a box of one row."""

# The keyboard that a phone shows.
_KEYBOARDS: Final = {Link: "url", Email: "email", Phone: "tel"}


class Asked(NamedTuple):
    """One question of the form. ``control`` is text, area, select or ticks."""

    name: str
    label: str
    words: str
    hint: str
    control: str
    keyboard: str
    choices: tuple[Choice, ...]
    is_needed: bool


class AskedPart(NamedTuple):
    """Questions under one heading; ``many`` names the list that they are one row of."""

    words: str
    asked: tuple[Asked, ...]
    many: str = ""


class Form(NamedTuple):
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


def form_of(vocabularies: Mapping[str, Vocabulary], alliances: Mapping[str, Alliance]) -> Form:
    """The form with the choices of its vocabularies."""
    known = dict(_leaves(facts_of(Opportunity)))

    def part_of(part: Part) -> AskedPart:
        asked = tuple(_asked(name, known[name], vocabularies, alliances) for name in part.names)
        whole = part.names[0].partition(".")[0]
        return AskedPart(words=part.words, asked=asked, many=whole if whole in _lists() else "")

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
    rules = form_rules(catalogue.vocabularies, catalogue.alliances, entries, loaded.hosts)
    return RULES, json_text(rules)


def _leaves(fields: tuple[Fact, ...], within: str = "") -> Iterator[tuple[str, Fact]]:
    """Every fact that holds one answer, by its full name."""
    for fact in fields:
        name = f"{within}{fact.name}"
        type = _item(fact.type)
        if isinstance(type, Group):
            yield from _leaves(type.facts, f"{name}.")
        else:
            yield name, fact


def _lists() -> set[str]:
    """The facts that are lists of groups."""
    return {
        fact.name
        for fact in facts_of(Opportunity)
        if isinstance(fact.type, Several) and isinstance(fact.type.of, Group)
    }


def _item(type: FieldType) -> FieldType:
    return type.of if isinstance(type, Several) else type


def _asked(
    name: str,
    fact: Fact,
    vocabularies: Mapping[str, Vocabulary],
    alliances: Mapping[str, Alliance],
) -> Asked:
    question = QUESTIONS[name]
    item = _item(fact.type)
    return Asked(
        name=name,
        label=question.label,
        words=question.words,
        hint=question.hint,
        control=_control(fact.type),
        keyboard=next((word for type, word in _KEYBOARDS.items() if isinstance(item, type)), ""),
        choices=choices_for(name, fact, vocabularies, alliances),
        is_needed=fact.required,
    )


def _control(type: FieldType) -> str:
    item = _item(type)
    if isinstance(type, Several):
        return "ticks" if isinstance(item, (Code, Slug)) else "area"
    if isinstance(type, Code):
        return "select"
    return "area" if isinstance(type, Line) and type.most > LONGEST_OF_ONE_ROW else "text"
