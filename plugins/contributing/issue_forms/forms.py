"""Forms: what people fill in on GitHub when they do not use git.

Each box asks for one fact, in the words of the questions and with the choices of the
vocabularies. The files in ``.github/ISSUE_TEMPLATE`` are written from here, and what people
send is read with the same boxes, so the two stay in step.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import yaml

from contributing.entry_file.choices import choices_of
from contributing.entry_file.fact_questions import QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from catalogue.model.catalogue_values import Catalogue

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
        _closed_or_gone(),
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


# Facts of a way to take part, in the order of the form: the fact, its box, whether it is needed.
_LISTING: Final = (
    ("title", INPUT, True),
    ("organiser", INPUT, True),
    ("alliances", DROPDOWN, True),
    ("kind", DROPDOWN, True),
    ("summary", TEXTAREA, True),
    ("who_for", CHECKBOXES, False),
    ("sources", TEXTAREA, True),
    ("apply.url", INPUT, False),
    ("apply.email", INPUT, False),
    ("apply.phone", INPUT, False),
    ("apply.post", INPUT, False),
    ("apply.how", TEXTAREA, False),
    ("opens", INPUT, False),
    ("deadline", INPUT, False),
    ("format", CHECKBOXES, False),
    ("place", INPUT, False),
    ("commitment", DROPDOWN, False),
    ("time", INPUT, False),
    ("payment", DROPDOWN, False),
    ("expenses", CHECKBOXES, False),
    ("payment_detail", TEXTAREA, False),
    ("support", CHECKBOXES, False),
    ("eligibility", TEXTAREA, False),
)
_SEVERAL: Final = frozenset({"alliances", "who_for", "format", "expenses", "support"})
# Facts that a correction can put in place by itself; for anything else a person reads it.
CORRECTABLE: Final = (*(name for name, _, _ in _LISTING if name != "sources"), "term")

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
    boxes = [_fact_box(name, kind, needed, catalogue) for name, kind, needed in _LISTING]
    return Form(
        name="new-listing",
        title="Add a way to take part",
        about="A group, a survey, a panel, a workshop: any way to have a say in cancer care.",
        label="new listing",
        thanks=_thanks(
            "Thank you. Please answer what you know. Within a minute you get a reply that shows "
            "how the entry will look. Then a person checks it. We do not list clinical trials."
        ),
        boxes=(*boxes, KNOW, AGREE),
    )


def _correction(catalogue: Catalogue) -> Form:
    options = tuple((QUESTIONS[name].label, name) for name in CORRECTABLE)
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


def _closed_or_gone() -> Form:
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
                label=QUESTIONS["closed"].words,
                description="A date such as 2026-12-01. Leave it out when you do not know.",
            ),
            Box(
                id="outcome",
                kind=TEXTAREA,
                label=QUESTIONS["outcome"].words,
                description=QUESTIONS["outcome"].hint,
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


def _fact_box(name: str, kind: str, needed: bool, catalogue: Catalogue) -> Box:
    question = QUESTIONS[name]
    return Box(
        id=name.replace(".", "_"),
        kind=kind,
        label=question.words,
        description=question.hint,
        options=tuple(_options(name, kind, catalogue)),
        several=name in _SEVERAL,
        required=needed,
    )


def _options(name: str, kind: str, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    if kind not in (DROPDOWN, CHECKBOXES):
        return
    for choice in choices_of(name, catalogue.vocabularies, catalogue.alliances):
        yield choice.label, choice.code
    if name == "alliances":
        yield NOT_SURE, ""


def by_label(form: Form) -> Mapping[str, Box]:
    """The boxes of a form by the words above them."""
    return {box.label: box for box in form.boxes}
