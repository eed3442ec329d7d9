"""The reply under an issue: how the entry will look, and what still stands in the way."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from catalogue.problems.messages import beside_box
from catalogue.problems.problem import ERROR, HOLD
from catalogue.schema import dates
from contributing.entry_file.choices import choices_for
from contributing.entry_file.fact_questions import fact_named, label_of
from contributing.issue_forms.intake import question_for
from contributing.markdown_quoting import in_cell, in_code, in_fence, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contributing.entry_file.existing_entries import ExistingEntries
    from contributing.entry_file.writer import Value
    from contributing.issue_forms.intake import Finding, Proposal

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
MOST_CHARACTERS: Final = 60_000
"""GitHub takes comments of up to 65,536 characters."""

NOT_UNDERSTOOD: Final = (
    "Thank you for writing. We could not read this as one of our forms. Perhaps the headings were "
    "changed. Please open a new issue and choose a form, or wait: a person reads this too."
)
FOR_A_PERSON: Final = "Thank you. A person reads this and answers within 5 working days."
READY: Final = (
    "**What happens now:** a person opens the page behind your link and compares. When it is "
    "right, it goes onto the site with its source and the date. This takes up to 5 working days. "
    "You can edit your text above: this reply then changes with it."
)
MEND: Final = (
    "Please edit your text above (the three dots, then Edit). This reply then changes with it. "
    "If something here is not clear, write below: a person reads it."
)
PRIVATE: Final = (
    "If you wrote details of a person: please delete them from your text above, and also from its "
    "history (click on “edited”, open the older version, then Delete this revision)."
)
CHANGED_AFTER: Final = (
    "**Note:** the text above was changed after it was approved. The pull request holds what was "
    "approved. For the new text, a maintainer takes the label off and puts it on again."
)


def reply_to(proposal: Proposal | None, existing: ExistingEntries, *, is_approved: bool) -> str:
    """Markdown for the comment under an issue."""
    if proposal is None:
        return f"{NOT_UNDERSTOOD}\n"
    parts = list(_parts(proposal, existing))
    if is_approved:
        parts.append(CHANGED_AFTER)
    text = "\n\n".join(parts)
    return (text if len(text) <= MOST_CHARACTERS else FOR_A_PERSON) + "\n"


def _parts(proposal: Proposal, existing: ExistingEntries) -> Iterator[str]:
    errors = [one for one in proposal.findings if one.problem.severity == ERROR]
    others = [one for one in proposal.findings if one.problem.severity != ERROR]
    if not proposal.path and not errors:
        yield FOR_A_PERSON
        return
    if errors:
        yield f"Thank you. {_counted(len(errors))} before we can use this:"
        yield "\n".join(map(_finding, errors))
        yield MEND
        yield PRIVATE
    elif proposal.before:
        yield f"Thank you. This is what changes in {in_code(proposal.path)}:"
    else:
        yield "Thank you. This is how the entry will look:"
    if others:
        yield "Good to know. You do not have to do anything about this:"
        yield "\n".join(map(_finding, others))
    table = list(_table(proposal, existing))
    if table:
        if errors:
            yield "What we understood:"
        yield "\n".join(table)
    if not errors:
        yield (
            f"<details><summary>The file</summary>\n\n{in_code(proposal.path)}\n\n"
            f"{in_fence(proposal.text)}\n\n</details>"
        )
        yield READY


def _counted(number: int) -> str:
    return "1 thing is needed" if number == 1 else f"{number} things are needed"


def _finding(finding: Finding) -> str:
    problem = finding.problem
    message = beside_box(problem.message[:1].upper() + problem.message[1:])
    fix = in_words(beside_box(problem.fix), 600)
    lead = f"**{in_words(finding.label)}** " if finding.label else ""
    held = " A maintainer will look at this." if problem.severity == HOLD else ""
    return f"- {lead}{in_words(message)}. What to do: {fix}.{held}"


def _table(proposal: Proposal, existing: ExistingEntries) -> Iterator[str]:
    """The answers without a mistake in them, in words. An answer that was refused is not shown."""
    wrong = {one.label for one in proposal.findings if one.problem.severity == ERROR}
    facts = existing.catalogue.facts
    rows = [
        f"| {in_words(label_of(name, facts))} | {in_cell(_in_words(name, value, existing))} |"
        for name, value in _flat(proposal)
        if question_for(name, proposal.form, facts) not in wrong
    ]
    if rows and "" not in wrong:
        yield "| | |\n| --- | --- |"
        yield from rows


def _flat(proposal: Proposal) -> Iterator[tuple[str, Value]]:
    for name, value in proposal.values.items():
        if isinstance(value, dict):
            for part, inner in value.items():
                yield f"{name}.{part}", inner
        else:
            yield name, value


def _in_words(name: str, value: Value, existing: ExistingEntries) -> str:
    """A value with the words of its vocabulary in place of codes."""
    catalogue = existing.catalogue
    fact = fact_named(name, catalogue.facts)
    choices = choices_for(name, fact, catalogue) if fact else ()
    labels = {choice.code: choice.label for choice in choices}
    values = [value] if isinstance(value, str) else list(value)
    return ", ".join(labels.get(str(one), _as_read(str(one))) for one in values)


def _as_read(value: str) -> str:
    """A date as people read it; whatever else it is stays as it is."""
    try:
        return dates.in_words(date.fromisoformat(value)) if _DAY.fullmatch(value) else value
    except ValueError:
        return value
