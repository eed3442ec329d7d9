"""Passages: the stretches of a file that rules on words look at, and what they find there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalogue.problems.problem import HOLD, Problem, in_order
from catalogue.text.personal_data import PERSONAL_DATA_RULES, without_details
from catalogue.text.scams import SCAM_RULES, shouting
from catalogue.text.word_rules import Stretch, WordRules

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalogue.parsing.front_matter import Document


def stretches_of(document: Document) -> list[Stretch]:
    """The lines of facts, the paragraphs of the body, and every value written with codes."""
    first = document.body_line if document.body else len(document.lines) + 1
    return [
        Stretch(text="\n".join(document.lines[: first - 1]), by_line=True),
        Stretch(text="\n".join(document.lines[first - 1 :]), line=first),
        *(
            Stretch(text=one.value, line=one.line, column=one.column, as_written=False)
            for one in document.coded
        ),
    ]


WORD_RULES: Final = WordRules((*PERSONAL_DATA_RULES, *SCAM_RULES))
_PRIVATE_CODES: Final = frozenset(rule.code for rule in PERSONAL_DATA_RULES)


def with_word_rules(problems: list[Problem], document: Document) -> list[Problem]:
    """The problems with what rules on words find; personal details are repeated by none."""
    stretches = stretches_of(document)
    found = _one_hold_a_line(
        find.problem(document.path) for one in stretches for find in WORD_RULES.finds(one)
    )
    problems = [*problems, *found, *shouting(document.lines, document.path)]
    if any(problem.code in _PRIVATE_CODES for problem in found):
        return without_details(problems, stretches)
    return problems


def _one_hold_a_line(problems: Iterable[Problem]) -> list[Problem]:
    """A line that a maintainer has to look at is named once for each reason."""
    kept: dict[tuple[int, int, str], Problem] = {}
    for problem in in_order(problems):
        column = 0 if problem.severity == HOLD else problem.column
        kept.setdefault((problem.line, column, problem.code), problem)
    return list(kept.values())
