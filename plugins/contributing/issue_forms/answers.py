"""Answers: what somebody sent, by the boxes of the form that was filled in.

GitHub hands over one Markdown text: a heading with the words of each box, then the answer. The
writer can change every part of it, so nothing in it is believed: only headings that are the
words of a box count, each at most once.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalogue.problems.problem import Problem
from catalogue.problems.quoting import did_you_mean, quoted
from catalogue.text.characters import character_problems
from contributing.issue_forms.forms import CHECKBOXES, DROPDOWN, INPUT, NOT_SURE, by_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from contributing.issue_forms.forms import Box, Form

MOST_CHARACTERS: Final = 20_000
LEFT_EMPTY: Final = frozenset({"_No response_", "*No response*", "None"})
PATH: Final = "the form"
"""Stands where the path of a file stands in a problem."""

_HEADING: Final = re.compile(r" {0,3}#{1,6}[ \t]")
_TICKED: Final = re.compile(r"[-*] \[[xX]\] (?P<words>.+)")
_UNTICKED: Final = re.compile(r"[-*] \[ ?\] .*")
_FENCE: Final = re.compile(r"`{3,}|~{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """What is wrong with the answer to a box, told by the name of the box."""

    name: str
    problem: Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What stands under one heading, and the line of that heading, counted from 1."""

    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The answers by the names of their boxes, and what is wrong with the form itself.

    ``codes`` holds what was chosen from a list; ``written`` what was typed.
    """

    form: Form
    text: str
    written: Mapping[str, str]
    codes: Mapping[str, tuple[str, ...]]
    lines: Mapping[str, int]
    troubles: tuple[Trouble, ...]

    def trouble(self, name: str, code: str, message: str, fix: str) -> Trouble:
        """What is wrong with the answer to a box."""
        return Trouble(name=name, problem=_problem(self.lines.get(name, 1), code, message, fix))


def form_of(body: str, forms: Iterable[Form]) -> Form | None:
    """The form that a text was written with, told by its headings alone, or None."""
    headings = {words for _, words in _headings(_plain_ends(body[:MOST_CHARACTERS]))}
    ranked = sorted(
        ((len(headings & set(map(_folded, by_label(form)))), form.name, form) for form in forms),
        key=lambda one: one[:2],
        reverse=True,
    )
    (first, _, form), (second, _, _) = ranked[0], ranked[1]
    return form if first >= 2 and first > second else None


def answers_from(body: str, form: Form) -> Answers:
    """The answers in a text. Whatever is wrong is in ``problems``, never raised."""
    if len(body) > MOST_CHARACTERS:
        long = f"this is {len(body):,} characters long; at most {MOST_CHARACTERS:,} fit"
        return Answers(
            form=form,
            text="",
            written={},
            codes={},
            lines={},
            troubles=(
                Trouble(name="", problem=_problem(1, "too-long", long, "shorten your answers")),
            ),
        )
    text = _plain_ends(body)
    sections, troubles = _sections(text, form)
    troubles += _hidden(text, sections)
    written: dict[str, str] = {}
    codes: dict[str, tuple[str, ...]] = {}
    for box in form.boxes:
        answer = sections.get(box.id)
        value = _value(answer.text if answer else "", box)
        line = answer.line if answer else 1
        if box.kind in (DROPDOWN, CHECKBOXES):
            chosen, unknown = _chosen(value, box)
            codes[box.id] = chosen
            troubles += [
                Trouble(name=box.id, problem=_not_in_list(word, box, line)) for word in unknown
            ]
            is_empty = not chosen and not unknown
        else:
            written[box.id] = value
            is_empty = not value
        if box.kind == CHECKBOXES and box.required:
            is_empty = len(codes[box.id]) < len(box.options)
        if box.required and is_empty and box.id not in {one.name for one in troubles}:
            problem = _not_sure(box, line) if value == NOT_SURE else _empty(box, line)
            troubles.append(Trouble(name=box.id, problem=problem))
    return Answers(
        form=form,
        text=text,
        written=written,
        codes=codes,
        lines={name: answer.line for name, answer in sections.items()},
        troubles=tuple(troubles),
    )


def _plain_ends(body: str) -> str:
    return body.replace("\r\n", "\n").replace("\r", "\n")


def _headings(text: str) -> Iterator[tuple[int, str]]:
    """The line of every heading, counted from 1, and its words."""
    for number, line in enumerate(text.split("\n"), 1):
        if match := _HEADING.match(line):
            yield number, _folded(line[match.end() :].strip().rstrip("#"))


def _sections(text: str, form: Form) -> tuple[dict[str, Answer], list[Trouble]]:
    """The answers by box. A heading that is no box belongs to the answer above it.

    A question that stands there twice has no answer: nobody can tell which one counts.
    """
    boxes = {_folded(label): box for label, box in by_label(form).items()}
    marks = [(number, boxes[words]) for number, words in _headings(text) if words in boxes]
    lines = text.split("\n")
    found: dict[str, Answer] = {}
    times = Counter(box.id for _, box in marks)
    for index, (number, box) in enumerate(marks):
        end = marks[index + 1][0] - 1 if index + 1 < len(marks) else len(lines)
        text_below = "\n".join(lines[number:end]).strip()
        found[box.id] = Answer(text=text_below if times[box.id] == 1 else "", line=number)
    return found, [
        Trouble(name=name, problem=_twice(found[name].line))
        for name, count in times.items()
        if count > 1
    ]


def _hidden(text: str, sections: Mapping[str, Answer]) -> list[Trouble]:
    """Characters that have no place in an entry, each under the question above it."""
    found = []
    for problem in character_problems(text.split("\n"), PATH):
        above = [(one.line, name) for name, one in sections.items() if one.line <= problem.line]
        found.append(Trouble(name=max(above)[1] if above else "", problem=problem))
    return found


def _value(text: str, box: Box) -> str:
    """The answer without what GitHub or the writer put round it."""
    if text in LEFT_EMPTY and not (text == "None" and box.kind != DROPDOWN):
        return ""
    if box.kind == INPUT or box.options:
        return text
    return _unfenced(text)


def _unfenced(text: str) -> str:
    """The text between two fences of grave accents or tildes, or else all of it."""
    first, _, rest = text.rstrip().partition("\n")
    fence = _FENCE.match(first)
    return rest.removesuffix(fence[0]).strip() if fence and rest.endswith(fence[0]) else text


def _chosen(text: str, box: Box) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes of the words that were chosen, in the order of the list, and words not in it."""
    words = list(_ticked(text) if box.kind == CHECKBOXES else _listed(text, box))
    by_words = {_folded(label): code for label, code in box.options}
    wanted = {_folded(word) for word in words}
    codes = tuple(code for label, code in box.options if _folded(label) in wanted and code)
    unknown = tuple(word for word in words if _folded(word) not in by_words)
    return codes, unknown


def _ticked(text: str) -> Iterator[str]:
    for line in filter(None, map(str.strip, text.split("\n"))):
        if match := _TICKED.fullmatch(line):
            yield match["words"]
        elif not _UNTICKED.fullmatch(line):
            yield line


def _listed(text: str, box: Box) -> Iterator[str]:
    """The words of a list with commas between them, though some words hold commas themselves."""
    rest = text.strip()
    labels = sorted((label for label, _ in box.options), key=len, reverse=True)
    while rest and box.several:
        label = next((one for one in labels if _begins(rest, one)), None)
        if label is None:
            break
        yield label
        rest = rest[len(label) :].lstrip(", ")
    if rest:
        yield rest


def _begins(text: str, label: str) -> bool:
    return text == label or text.startswith(f"{label}, ")


def _not_in_list(word: str, box: Box, line: int) -> Problem:
    labels = [label for label, _ in box.options]
    hint = did_you_mean(word, labels)
    return _problem(
        line,
        "unknown-term",
        f"{quoted(word)} is not in the list",
        f"{hint}Choose from: {', '.join(labels)}",
    )


def _twice(line: int) -> Problem:
    return _problem(
        line,
        "answered-twice",
        "this question stands here twice",
        "keep one of the two, with its answer, and delete the other",
    )


def _empty(box: Box, line: int) -> Problem:
    return _problem(
        line,
        "no-answer",
        "there is no answer yet",
        "tick every box" if box.kind == CHECKBOXES else "write your answer below these words",
    )


def _not_sure(box: Box, line: int) -> Problem:
    return _problem(
        line,
        "not-sure",
        "the answer is not known yet",
        "wait for us to find out, or choose an answer once you know",
    )


def _problem(line: int, code: str, message: str, fix: str) -> Problem:
    return Problem(path=PATH, line=line, column=1, code=code, message=message, fix=fix)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
