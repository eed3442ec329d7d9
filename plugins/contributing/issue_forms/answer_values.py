"""Answer values: what a filled form says of a fact, as the value that its file will hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalogue.schema.dates import certain_day
from catalogue.schema.field_types import Day, Several
from catalogue.schema.field_types.areas import ALL
from contributing.entry_file.choices import choices_for, chosen_from
from contributing.entry_file.fact_questions import Question, fact_named
from contributing.issue_forms.forms import TEXTAREA

if TYPE_CHECKING:
    from catalogue.schema.facts import Fact
    from contributing.entry_file.existing_entries import ExistingEntries
    from contributing.entry_file.writer import Value
    from contributing.issue_forms.answers import Answers

_LINK_END: Final = re.compile(r"[\s,]+")


def answer_value(question: Question, answers: Answers) -> Value | None:
    """The value that a filled form gives for a fact of a listing."""
    name = question.name
    box = next((box for box in answers.form.boxes if box.id == name.replace(".", "_")), None)
    if box is None or name == "checked.how":
        return None
    if box.options:
        codes = answers.codes.get(box.id, ())
        if ALL in codes:
            return ALL
        return (list(codes) if box.several else codes[0]) if codes else None
    text = answers.written.get(box.id, "")
    if name == "sources":
        return [link.strip("<>") for link in _LINK_END.split(text) if link]
    if box.kind == TEXTAREA:
        text = " ".join(text.split())
    return as_day_written(question.fact, text)


def chosen_value(name: str, text: str, existing: ExistingEntries) -> tuple[Value, str]:
    """What a correction says: codes where there is a list, with the first word not in it."""
    fact = fact_called(name, existing)
    choices = choices_for(name, fact, existing.catalogue)
    if not choices:
        return as_day_written(fact, text), ""
    chosen = chosen_from(text, choices)
    codes = chosen.codes
    if chosen.unknown or not codes:
        return "", chosen.unknown[0] if chosen.unknown else text
    if ALL in codes:
        return ALL, ""
    return (list(codes) if isinstance(fact.type, Several) else codes[0]), ""


def fact_called(name: str, existing: ExistingEntries) -> Fact:
    """A fact that every opportunity may state."""
    found = fact_named(name, existing.catalogue.facts)
    assert found is not None
    return found


def as_day_written(fact: Fact, text: str) -> str:
    """A day as files hold it, where a fact is one and only one day can be meant; else the text."""
    if not isinstance(fact.type, Day):
        return text
    if text.casefold() in fact.type.words:
        return text.casefold()
    day = certain_day(text)
    return day.isoformat() if day else text
