"""Forms: what people fill in on GitHub when they do not use git.

Each box asks for one fact, in the words of the questions and with the choices of the
vocabularies. The files in ``.github/ISSUE_TEMPLATE`` are written from here, and what people
send is read with the same boxes, so the two stay in step.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import yaml

from catalogue.schema.field_types import AllianceList, Code, Line, Several
from contributing.entry_file.choices import choices_for
from contributing.entry_file.fact_questions import (
    ON_GITHUB,
    asked_in,
    questions_for,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from catalogue.model.catalogue import Catalogue
    from contributing.entry_file.fact_questions import Question

FOLDER: Final = ".github/ISSUE_TEMPLATE"
NOT_SURE: Final = "I am not sure"
HEADER: Final = (
    "# Written by: python3 tasks.py forms\n"
    "# from plugins/contributing/issue_forms/, the questions and the vocabularies. Change those.\n"
)
PUBLIC_WARNING: Final = (
    "**Everything you write here is public, for good.** Please leave out names, phone numbers and "
    "e-mail addresses of single people, medical details, and photos of people. "
    "You can also leave a gap: we do not need a guess."
)

INPUT: Final = "input"
TEXTAREA: Final = "textarea"
DROPDOWN: Final = "dropdown"
CHECKBOXES: Final = "checkboxes"
LONGEST_OF_ONE_ROW: Final = 300
"""Characters up to which an answer fits a box of one row."""

# Answers that are short, though they may be long.
_ON_ONE_ROW: Final = frozenset({"apply.post"})
# What a correction can put in place by itself; for anything else a person reads it.
CORRECTABLE: Final = (*(part for part in ON_GITHUB if part != "sources"), "term")


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One question of a form. ``options`` are the words to choose from, with their codes."""

    id: str
    kind: str
    label: str
    description: str = ""
    options: tuple[tuple[str, str], ...] = ()
    several: bool = False
    required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form: its file, what GitHub shows of it, the label it sets, and its boxes."""

    name: str
    title: str
    about: str
    label: str
    thanks: str
    boxes: tuple[Box, ...]

    @property
    def path(self) -> str:
        """The file of the form, from the root of the project."""
        return f"{FOLDER}/{self.name}.yml"


def forms_for(catalogue: Catalogue) -> dict[str, Form]:
    """Every form by name, with the alliances and vocabularies of a catalogue."""
    forms = (
        _new_listing(catalogue),
        _correction(catalogue),
        _closed_or_gone(catalogue),
        _still_right(),
        _new_contact(catalogue),
        _accessibility(),
    )
    return {form.name: form for form in forms}


def form_text(form: Form) -> str:
    """The file of a form, as GitHub reads it."""
    content = {
        "name": form.title,
        "description": form.about,
        "labels": [form.label],
        "body": [{"type": "markdown", "attributes": {"value": form.thanks}}]
        + [_as_github(box) for box in form.boxes],
    }
    dumped = yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=100)
    return HEADER + dumped


def _as_github(box: Box) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": box.label}
    if box.description:
        attributes["description"] = box.description
    words = [label for label, _ in box.options]
    if box.kind == DROPDOWN:
        attributes |= {"multiple": True} if box.several else {}
        attributes["options"] = words
    if box.kind == CHECKBOXES:
        must = {"required": True} if box.required else {}
        attributes["options"] = [{"label": word, **must} for word in words]
    described = {"type": box.kind, "id": box.id, "attributes": attributes}
    if box.required and box.kind != CHECKBOXES:
        described["validations"] = {"required": True}
    return described


def _thanks(words: str) -> str:
    return f"{words}\n\n{PUBLIC_WARNING}"


KNOW: Final = Box(
    id="checked_how",
    kind=DROPDOWN,
    label="How do you know?",
    options=(
        ("I read the page on the web today", "live-page"),
        ("I run it, or work for the organiser", "organiser"),
    ),
    required=True,
)
AGREE: Final = Box(
    id="agree",
    kind=CHECKBOXES,
    label="Before you send",
    options=(
        ("It stands on a public page, and holds no details of a person.", "public"),
        ("You may use my words. They may be copied under the licence CC BY 4.0.", "licence"),
    ),
    required=True,
)
ENTRY: Final = Box(
    id="entry",
    kind=INPUT,
    label="Which way to take part?",
    description="Its address on our site, or its name.",
    required=True,
)
SOURCE: Final = Box(
    id="source",
    kind=INPUT,
    label="Which public web page says so?",
    description="The address from the top of the browser. It starts with https://",
)


def _new_listing(catalogue: Catalogue) -> Form:
    questions = _questions(ON_GITHUB, catalogue)
    return Form(
        name="new-listing",
        title="Add a way to take part",
        about="A group, a survey, a panel, a workshop: any way to have a say in cancer care.",
        label="new listing",
        thanks=_thanks(
            "Thank you. Please answer what you know. Within a minute you get a reply that shows "
            "how the entry will look. Then a person checks it. We do not list clinical trials."
        ),
        boxes=(*(_fact_box(one, catalogue) for one in questions), KNOW, AGREE),
    )


def _correction(catalogue: Catalogue) -> Form:
    options = tuple((one.label, one.name) for one in _questions(CORRECTABLE, catalogue))
    return Form(
        name="correction",
        title="Something is wrong",
        about="A fact in an entry is wrong, old or missing.",
        label="correction",
        thanks=_thanks("Thank you. You do not need to be sure."),
        boxes=(
            ENTRY,
            Box(
                id="part",
                kind=DROPDOWN,
                label="Which part is wrong?",
                options=(*options, (NOT_SURE, "")),
                required=True,
            ),
            Box(id="wrong", kind=TEXTAREA, label="What is wrong?"),
            Box(
                id="right",
                kind=TEXTAREA,
                label="What is right?",
                description="The words or the date that we can put there.",
                required=True,
            ),
            SOURCE,
            KNOW,
            AGREE,
        ),
    )


def _closed_or_gone(catalogue: Catalogue) -> Form:
    facts = {fact.name: fact for fact in catalogue.facts}
    closed, outcome = facts["closed"], facts["outcome"]
    return Form(
        name="closed-or-gone",
        title="It has closed, or its page has gone",
        about="Nobody can join any more, or the link leads nowhere.",
        label="closed",
        thanks=_thanks("Thank you. We keep closed entries in a list of their own."),
        boxes=(
            ENTRY,
            Box(
                id="what",
                kind=DROPDOWN,
                label="What happened?",
                options=(("It has closed", "closed"), ("Its page has gone", "gone")),
                required=True,
            ),
            Box(
                id="closed",
                kind=INPUT,
                label=closed.ask,
                description="A date such as 2026-12-01. Leave it out when you do not know.",
            ),
            Box(
                id="outcome",
                kind=TEXTAREA,
                label=outcome.ask,
                description=outcome.hint,
            ),
            SOURCE,
            KNOW,
            AGREE,
        ),
    )


def _still_right() -> Form:
    return Form(
        name="still-right",
        title="It is still right",
        about="You looked, and everything in an entry is right today.",
        label="still right",
        thanks=_thanks("Thank you. This keeps the list fresh, and it takes you a minute."),
        boxes=(ENTRY, replace(KNOW, label="How do you know that it is right?"), AGREE),
    )


def _new_contact(catalogue: Catalogue) -> Form:
    alliances = sorted(catalogue.alliances.values(), key=lambda one: one.short_name)
    return Form(
        name="new-contact",
        title="An alliance has a new contact",
        about="A website, a team's e-mail address, a phone number or a postal address.",
        label="contact",
        thanks=_thanks("Thank you. Please give us contacts of a team, never of a person."),
        boxes=(
            Box(
                id="alliance",
                kind=DROPDOWN,
                label="Which alliance?",
                options=tuple((one.short_name, one.slug) for one in alliances),
                required=True,
            ),
            Box(
                id="what",
                kind=DROPDOWN,
                label="What is new?",
                options=(
                    ("The website", "website"),
                    ("The team's e-mail address", "email"),
                    ("The phone number", "phone"),
                    ("The postal address", "post"),
                ),
                required=True,
            ),
            Box(id="contact", kind=INPUT, label="What is it now?", required=True),
            Box(
                id="source",
                kind=INPUT,
                label=SOURCE.label,
                description=SOURCE.description,
                required=True,
            ),
            KNOW,
            AGREE,
        ),
    )


def _accessibility() -> Form:
    return Form(
        name="accessibility",
        title="A page is hard to use",
        about="You could not read, hear, reach or understand something on our site.",
        label="accessibility",
        thanks=_thanks("Thank you. A person reads this. We answer within 5 working days."),
        boxes=(
            Box(
                id="page",
                kind=INPUT,
                label="Which page?",
                description="Its address, or its name.",
                required=True,
            ),
            Box(
                id="problem",
                kind=TEXTAREA,
                label="What was hard?",
                description="Say what you wanted to do, and what happened.",
                required=True,
            ),
            Box(
                id="tools",
                kind=INPUT,
                label="What do you use?",
                description="For example: an iPhone with large text, or a screen reader.",
            ),
            Box(id="wish", kind=TEXTAREA, label="What would make it easy?"),
        ),
    )


def _questions(parts: Sequence[str], catalogue: Catalogue) -> list[Question]:
    """The questions of some parts; in each part, those with a list to choose from come first."""
    asked = sorted(questions_for(catalogue.facts), key=lambda one: not _is_chosen(one))
    return asked_in(parts, asked)


def _is_chosen(question: Question) -> bool:
    return _box_kind(question) in (DROPDOWN, CHECKBOXES)


def _box_kind(question: Question) -> str:
    type = question.fact.type
    if isinstance(type, (Code, AllianceList)):
        return DROPDOWN
    if isinstance(type, Several):
        return CHECKBOXES if isinstance(type.of, Code) else TEXTAREA
    is_long = isinstance(type, Line) and type.most > LONGEST_OF_ONE_ROW
    return TEXTAREA if is_long and question.name not in _ON_ONE_ROW else INPUT


def _fact_box(question: Question, catalogue: Catalogue) -> Box:
    fact, kind = question.fact, _box_kind(question)
    return Box(
        id=question.name.replace(".", "_"),
        kind=kind,
        label=question.words,
        description=fact.hint,
        options=tuple(_options(question, catalogue)) if _is_chosen(question) else (),
        several=_is_chosen(question) and isinstance(fact.type, Several),
        # GitHub would have each of several boxes ticked.
        required=fact.required and kind != CHECKBOXES,
    )


def _options(question: Question, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for choice in choices_for(question.name, question.fact, catalogue):
        yield choice.label, choice.code
    if isinstance(question.fact.type, AllianceList):
        yield NOT_SURE, ""


def by_label(form: Form) -> Mapping[str, Box]:
    """The boxes of a form by the words above them."""
    return {box.label: box for box in form.boxes}
