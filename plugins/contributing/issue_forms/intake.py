"""Intake: from a filled form to one file, or to what still stands in the way.

The form is read as text, the file is written by our writer, and our checker judges it as it
would judge any file. Nothing here touches the disk.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalogue.parsing.front_matter import read_document
from catalogue.problems.problem import ERROR
from catalogue.problems.quoting import did_you_mean, quoted
from catalogue.rules.file_layout import OPPORTUNITIES
from catalogue.rules.passages import stretches_of
from catalogue.schema.dates import in_words
from catalogue.text.personal_data import without_details
from contributing.entry_file.entry_changes import changed_text
from contributing.entry_file.entry_text import name_at
from contributing.entry_file.entry_types import ALLIANCE_TYPE, MISSING, opportunity_type
from contributing.entry_file.existing_entries import entry_named
from contributing.entry_file.fact_questions import fact_named, label_of, questions_for
from contributing.entry_file.slugs import slug_for
from contributing.issue_forms.answer_values import (
    answer_value,
    as_day_written,
    chosen_value,
    fact_called,
)
from contributing.issue_forms.answers import answers_from, form_of
from contributing.issue_forms.forms import forms_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from catalogue.problems.problem import Problem
    from catalogue.schema.facts import Fact
    from contributing.entry_file.entry_types import EntryType
    from contributing.entry_file.existing_entries import ExistingEntries
    from contributing.entry_file.writer import Value
    from contributing.issue_forms.answers import Answers, Trouble
    from contributing.issue_forms.forms import Form

GONE: Final = "Its page had gone on {day}. Find the new page, or close the entry."


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong, under the words of the question it belongs to."""

    label: str
    problem: Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What would become of a filled form: one file, and what is wrong with it.

    ``path`` is empty where no file can be made: a form that only a person can act on, or one
    whose entry was not found. ``before`` is empty for a new file.
    """

    form: Form
    path: str = ""
    text: str = ""
    before: str = ""
    values: Mapping[str, Value]
    findings: tuple[Finding, ...]

    @property
    def is_ready(self) -> bool:
        """Whether a maintainer's approval can turn it into a pull request."""
        return bool(self.path) and not any(one.problem.severity == ERROR for one in self.findings)


def proposal_for(body: str, existing: ExistingEntries) -> Proposal | None:
    """What would become of the text of an issue; None when it is none of our forms."""
    form = form_of(body, forms_for(existing.catalogue).values())
    if form is None:
        return None
    answers = answers_from(body, form)
    return _MAKERS[form.name](answers, existing)


def _listing(answers: Answers, existing: ExistingEntries) -> Proposal:
    values: dict[str, Value] = {}
    for question in questions_for(existing.catalogue.facts):
        value = answer_value(question, answers)
        if value:
            _put(values, question.name, value)
    if how := answers.codes.get("checked_how"):
        values["checked"] = {"on": existing.today.isoformat(), "how": how[0]}
    area = values.get("alliances")
    single = str(area[0]) if isinstance(area, list) and len(area) == 1 else ""
    taken = existing.taken(OPPORTUNITIES)
    slug = slug_for(f"{single} {values.get('title', '')}", taken)
    entry_type = opportunity_type(existing.catalogue.facts)
    text = entry_type.text_of(values)
    found = entry_type.judge(text, slug, entry_type.path_of(slug), existing)
    return Proposal(
        form=answers.form,
        path=entry_type.path_of(slug),
        text=text,
        values=values,
        findings=_findings(
            answers, existing, _unanswered(answers, values, entry_type.facts), text, found
        ),
    )


def _correction(answers: Answers, existing: ExistingEntries) -> Proposal:
    part = answers.codes.get("part", ())
    right = " ".join(answers.written.get("right", "").split())
    if not part or not right:
        return _for_a_person(answers, existing)
    name = part[0]
    value, unknown = chosen_value(name, right, existing)
    if unknown:
        label = label_of(name, existing.catalogue.facts)
        return _for_a_person(
            answers,
            existing,
            answers.trouble(
                "right",
                "unknown-term",
                f"{quoted(unknown)} is not one of the words for {quoted(label)}",
                "choose one of our words, or leave it to us",
            ),
        )
    return _edited(answers, existing, {name: value})


def _closed_or_gone(answers: Answers, existing: ExistingEntries) -> Proposal:
    if answers.codes.get("what") == ("gone",):
        return _edited(answers, existing, {"to_confirm": GONE.format(day=in_words(existing.today))})
    closed = answers.written.get("closed", "")
    changes: dict[str, Value] = {
        "closed": as_day_written(fact_called("closed", existing), closed) if closed else "yes"
    }
    if outcome := answers.written.get("outcome"):
        changes["outcome"] = " ".join(outcome.split())
    return _edited(answers, existing, changes | _checked(answers, existing))


def _still_right(answers: Answers, existing: ExistingEntries) -> Proposal:
    return _edited(answers, existing, _checked(answers, existing))


def _new_contact(answers: Answers, existing: ExistingEntries) -> Proposal:
    alliance, what = answers.codes.get("alliance", ()), answers.codes.get("what", ())
    if not alliance or not what:
        return _for_a_person(answers, existing)
    contact = " ".join(answers.written.get("contact", "").split())
    changes: dict[str, Value] = {f"contact.{what[0]}": contact}
    if source := answers.written.get("source"):
        changes["contact.sources"] = [source]
    return _changed_file(answers, existing, ALLIANCE_TYPE, alliance[0], changes)


def _for_a_person(answers: Answers, existing: ExistingEntries, *more: Trouble) -> Proposal:
    """No file: somebody reads the form and acts on it."""
    return Proposal(form=answers.form, values={}, findings=_findings(answers, existing, more))


def _for_a_person_only(answers: Answers, existing: ExistingEntries) -> Proposal:
    return _for_a_person(answers, existing)


_MAKERS: Final = {
    "new-listing": _listing,
    "correction": _correction,
    "closed-or-gone": _closed_or_gone,
    "still-right": _still_right,
    "new-contact": _new_contact,
    "accessibility": _for_a_person_only,
}


def _edited(answers: Answers, existing: ExistingEntries, changes: Mapping[str, Value]) -> Proposal:
    """An entry that is there already, with some facts changed."""
    asked = answers.written.get("entry", "")
    if not asked:
        return _for_a_person(answers, existing)
    slug = entry_named(asked, existing)
    if slug is None:
        taken = existing.taken(OPPORTUNITIES)
        return _for_a_person(
            answers,
            existing,
            answers.trouble(
                "entry",
                "unknown-entry",
                f"we did not find {quoted(asked)}",
                f"{did_you_mean(asked, taken)}copy the address of its page on our site",
            ),
        )
    if source := answers.written.get("source"):
        changes = {**changes, "sources": [source]}
    return _changed_file(
        answers, existing, opportunity_type(existing.catalogue.facts), slug, changes
    )


def _changed_file(
    answers: Answers,
    existing: ExistingEntries,
    entry_type: EntryType,
    slug: str,
    changes: Mapping[str, Value],
) -> Proposal:
    path = entry_type.path_of(slug)
    data = (existing.root / path).read_bytes()
    before = data.decode("utf-8-sig").replace("\r\n", "\n")
    text = changed_text(before, entry_type, changes, _added)
    if text == before:
        return _for_a_person(
            answers,
            existing,
            answers.trouble(
                "entry",
                "already-so",
                "our file says this already, so nothing would change",
                "look at its page again; if something else is wrong, tell us that",
            ),
        )
    known = {(one.code, one.message) for one in entry_type.judge(before, slug, path, existing)}
    found = [
        one
        for one in entry_type.judge(text, slug, path, existing)
        if (one.code, one.message) not in known
    ]
    return Proposal(
        form=answers.form,
        path=path,
        text=text,
        before=before,
        values=changes,
        findings=_findings(answers, existing, (), text, found),
    )


def _added(there: Value | None, name: str, value: Value) -> Value:
    """A fact as it is to be; ``name`` may name a part of it.

    A list is added to what stands there, and words about what to confirm to those there are.
    """
    top, _, part = name.partition(".")
    group = there if isinstance(there, dict) else {}
    if part:
        return {**group, part: _with(group.get(part), value)}
    if isinstance(value, dict):
        return {**group, **value}
    if top == "to_confirm":
        return f"{there} {value}" if there else value
    return _with(there, value) if top == "sources" else value


def _checked(answers: Answers, existing: ExistingEntries) -> dict[str, Value]:
    how = answers.codes.get("checked_how")
    if not how:
        return {}
    return {"checked": {"on": existing.today.isoformat(), "how": how[0]}}


def _put(values: dict[str, Value], name: str, value: Value) -> None:
    top, _, part = name.partition(".")
    if not part:
        values[top] = value
        return
    group = values.setdefault(top, {})
    assert isinstance(group, dict)
    group[part] = value


def _with(there: Value | None, value: Value) -> Value:
    """A list with more in it, each thing once; anything else is the new value alone."""
    if not isinstance(value, list):
        return value
    old = list(there) if isinstance(there, list) else []
    return [*old, *(one for one in value if one not in old)]


def _findings(
    answers: Answers,
    existing: ExistingEntries,
    more: Sequence[Trouble],
    text: str = "",
    found: Sequence[Problem] = (),
) -> tuple[Finding, ...]:
    """What is wrong with the form and then with the file of this text, each thing once."""
    facts = existing.catalogue.facts
    own = [*answers.troubles, *more]
    document = read_document(answers.text.encode("utf-8", "surrogatepass"), "", front_matter=False)
    told = without_details([trouble.problem for trouble in own], stretches_of(document))
    findings = [
        Finding(label=question_for(trouble.name, answers.form, facts), problem=problem)
        for trouble, problem in zip(own, told, strict=True)
    ]
    codes = {trouble.problem.code for trouble in own}
    for problem in found:
        if problem.code != MISSING and problem.code not in codes:
            label = question_for(name_at(text, problem.line), answers.form, facts)
            findings.append(Finding(label=label, problem=problem))
    return tuple(findings)


def question_for(name: str, form: Form, facts: Sequence[Fact]) -> str:
    """The words that a fact is asked for with; empty where there are none."""
    label = next((box.label for box in form.boxes if box.id == name.replace(".", "_")), "")
    fact = fact_named(name, facts) or fact_named(name.partition(".")[0], facts)
    return label or (fact.ask if fact else "")


def _unanswered(
    answers: Answers, values: Mapping[str, Value], facts: Sequence[Fact]
) -> list[Trouble]:
    """Facts that an entry must have and the form has no answer to, unless that is told already."""
    told = {trouble.name for trouble in answers.troubles}
    return [
        answers.trouble(
            fact.name,
            "no-answer",
            "there is no answer yet",
            "write your answer below these words",
        )
        for fact in facts
        if fact.required
        and fact.name not in values
        and fact.name not in told
        and fact.name != "checked"
    ]
