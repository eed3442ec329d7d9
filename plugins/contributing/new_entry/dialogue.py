"""The dialogue: asks for a new entry fact by fact and checks each answer as it is given.

It talks through two functions, ``ask`` and ``say``, so a test can play a person and a pipe can
stand in for one. It writes nothing itself: it ends with the values of an entry that our
checker has looked at.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from catalogue.problems.messages import beside_box
from catalogue.problems.problem import ERROR
from catalogue.problems.quoting import closest, did_you_mean, visible
from catalogue.schema.dates import certain_day
from catalogue.schema.field_types import Day, Group, PartOfDate, Several
from catalogue.schema.field_types.areas import ALL
from contributing.entry_file.choices import choices_for, chosen_from
from contributing.entry_file.entry_text import name_at
from contributing.entry_file.entry_types import MISSING
from contributing.entry_file.existing_entries import alike
from contributing.entry_file.fact_questions import Question, asked_in
from contributing.entry_file.slugs import is_free, slug_for

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from catalogue.problems.problem import Problem
    from catalogue.schema.facts import Fact
    from contributing.entry_file.choices import Choice
    from contributing.entry_file.entry_types import EntryType
    from contributing.entry_file.existing_entries import ExistingEntries
    from contributing.entry_file.writer import Value

    Whole = Callable[[Value], Mapping[str, Value]]
    """Puts an answer where it belongs in the fact at the top, so that it is tried there."""

INTRO: Final = (
    "Answer what you know. Press Enter to leave out what you do not know.\n"
    "Type ? for help with a question, or stop to end. Nothing is written before you say so."
)
PROMPT: Final = "> "
MOST_CORRECTIONS: Final = 50
_MARK: Final = "another answer"


class Stopped(Exception):
    """The person does not want to go on; nothing is to be written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A new entry: its file name without the ending, and its values."""

    slug: str
    values: dict[str, Value]


@dataclass(slots=True, kw_only=True)
class Dialogue:
    """One talk about one new entry.

    ``ask`` shows a prompt and gives the answer back; it raises EOFError when no more answers
    come. ``say`` shows words to the person.
    """

    entry_type: EntryType
    existing: ExistingEntries
    ask: Callable[[str], str]
    say: Callable[[str], None]
    answers: dict[str, Value] = field(default_factory=dict)

    def run(self) -> Finished:
        """Ask for everything. Raises Stopped, or EOFError when the answers run out."""
        self.say(INTRO)
        self.ask_required()
        self._ask_parts()
        self._put_right()
        slug = self._slug()
        self._confirm(slug)
        return Finished(slug=slug, values=self.answers)

    def ask_required(self) -> None:
        """Ask for the required facts that have no answer yet, and for what belongs beside them."""
        for one in self.entry_type.asked_first:
            if one.name not in self.answers:
                self._ask_again(one)
                self._mention_twins(one.name)

    def _ask_parts(self) -> None:
        optional = [one for one in self.entry_type.facts if not one.required]
        for section in self.entry_type.sections:
            if self._yes(f"Do you know more: {section.words}? Enter means no."):
                for one in asked_in(section.parts, optional):
                    self._ask_again(one)
        for one in () if self.entry_type.sections else optional:
            if self._yes(f"Do you know this: {one.help}? Enter means no."):
                self._ask_again(one)

    def _ask_again(self, one: Fact) -> None:
        """Ask for one fact of the entry, in place of what was answered before."""
        self.answers.pop(one.name, None)
        value = self._fact(one, one.name, lambda inner: {one.name: inner})
        if value is not None:
            self.answers[one.name] = value

    def _fact(self, one: Fact, name: str, whole: Whole) -> Value | None:
        """The answer for one fact, or None when it is left out."""
        self._put(one, name)
        choices = choices_for(name, one, self.existing.catalogue)
        if choices:
            return self._choice(one, name, choices, whole)
        if isinstance(one.type, Group):
            return self._group(one.type, name, whole)
        if isinstance(one.type, Several):
            return self._list(one, one.type, name, whole)
        return self._typed(one, name, whole)

    def _typed(self, one: Fact, name: str, whole: Whole) -> str | None:
        while True:
            answer = self._answer(one, name)
            if answer is None:
                return None
            answer = self._as_day(one, answer)
            if self._accepted(whole, answer):
                return answer

    def _choice(
        self, one: Fact, name: str, choices: Sequence[Choice], whole: Whole
    ) -> Value | None:
        several = isinstance(one.type, Several)
        width = len(str(len(choices)))
        for number, choice in enumerate(choices, 1):
            hint = f": {choice.hint}" if choice.hint else ""
            self.say(f"  {number:>{width}}  {choice.label}{hint}")
        self.say("  Give a number, or several with commas." if several else "  Give a number.")
        while True:
            answer = self._answer(one, name)
            if answer is None:
                return None
            chosen = chosen_from(answer, choices)
            codes = chosen.codes
            if chosen.unknown:
                self._say_unknown(chosen.unknown[0], choices)
            elif len(codes) > 1 and (not several or ALL in codes):
                self.say(
                    "  Give 1 number."
                    if not several
                    else "  Give alliances, or Anywhere in England alone."
                )
            else:
                value: Value = list(codes) if several and codes != (ALL,) else codes[0]
                if self._accepted(whole, value):
                    return value

    def _list(self, one: Fact, type: Several, name: str, whole: Whole) -> Value | None:
        """One item after the other, until an empty answer."""
        self.say("  Press Enter when there are no more.")
        items: list[Value] = []
        while True:
            item = replace(one, type=type.of, required=one.required and not items)

            def among(inner: Value) -> Mapping[str, Value]:
                return whole([*items, inner])

            value = (
                self._group(type.of, name, among, is_item=True)
                if isinstance(type.of, Group)
                else self._typed(item, name, among)
            )
            if value is not None:
                items.append(value)
            elif items or not one.required:
                return items or None
            else:
                self.say("  We need at least 1.")

    def _group(
        self, type: Group, name: str, whole: Whole, *, is_item: bool = False
    ) -> Value | None:
        """The parts of a group. In a list, an empty answer to the first part ends the list."""
        values: dict[str, Value] = {}
        for number, one in enumerate(type.facts):
            ends_list = is_item and number == 0

            def within(inner: Value, part: str = one.name) -> Mapping[str, Value]:
                return whole({**values, part: inner})

            part = replace(one, required=False) if ends_list else one
            value = self._fact(part, f"{name}.{one.name}", within)
            if value is not None:
                values[one.name] = value
            elif ends_list:
                return None
        return values or None

    def _put(self, one: Fact, name: str) -> None:
        self.say(f"\n{Question(name=name, fact=one, part=one.part).words}")
        if one.hint:
            self.say(f"  {one.hint}")
        if name == "checked.on":
            self.say(f"  Press Enter for today, {self.existing.today.isoformat()}.")

    def _answer(self, one: Fact, name: str) -> str | None:
        """What was typed, None for nothing where nothing is allowed; helps and stops."""
        while True:
            answer = self.ask(PROMPT).strip()
            if answer.casefold() == "stop":
                raise Stopped
            if answer == "?":
                self.say(f"  {one.help}. For example: {one.example or one.hint}")
            elif answer:
                return answer
            elif name == "checked.on":
                return self.existing.today.isoformat()
            elif one.required:
                self.say("  We need this one. Type stop if you cannot go on.")
            else:
                return None

    def _as_day(self, one: Fact, answer: str) -> str:
        if not isinstance(one.type, (Day, PartOfDate)):
            return answer
        day = certain_day(answer)
        if day is None:
            return answer
        written = day.isoformat()
        if written != answer:
            self.say(f"  We write that as {written}.")
        return written

    def _accepted(self, whole: Whole, answer: Value) -> bool:
        """Whether our checker has no error in an answer; whatever it says is passed on."""
        ((name, value),) = whole(answer).items()
        ((_, elsewhere),) = whole(_MARK if isinstance(answer, str) else [_MARK]).items()
        found = self.entry_type.problems_with(
            name, {**self.answers, name: value}, self.existing, beside=elsewhere
        )
        for problem in found:
            self._say_problem(problem)
        return not any(problem.severity == ERROR for problem in found)

    def _say_problem(self, problem: Problem) -> None:
        lead = "This does not work yet" if problem.severity == ERROR else "To know"
        found, deed = beside_box(visible(problem.message)), beside_box(problem.fix)
        self.say(f"  {lead}: {found}.\n  What to do: {deed}")

    def _say_unknown(self, word: str, choices: Sequence[Choice]) -> None:
        numbers = {
            text.casefold(): f"{number} ({choice.label})"
            for number, choice in enumerate(choices, 1)
            for text in (choice.label, *choice.also)
        }
        likest = closest(word, numbers)
        hint = f"Did you mean {likest}? " if likest else ""
        self.say(f"  '{visible(word)}' is not in the list. {hint}Give its number.")

    def _mention_twins(self, name: str) -> None:
        if name != "alliances":
            return
        areas = self.answers["alliances"]
        twins = alike(
            str(self.answers["title"]),
            str(self.answers["organiser"]),
            frozenset([areas] if isinstance(areas, str) else map(str, areas)),
            self.existing,
        )
        for twin in twins[:3]:
            self.say(f"\nThere is an entry much like this: {twin.title} ({twin.origin.path})")
        if twins and not self._yes("Is yours another one?"):
            self.say("Then change that file instead. Nothing is written.")
            raise Stopped

    def _put_right(self) -> None:
        """Ask again for whatever our checker finds wrong in the whole."""
        by_name = {one.name: one for one in self.entry_type.facts}
        for _ in range(MOST_CORRECTIONS):
            slug = self._proposed_slug()
            found = self.entry_type.problems_of(self.answers, slug, self.existing)
            errors = [problem for problem in found if problem.severity == ERROR]
            if not errors:
                return
            self._say_problem(errors[0])
            self._ask_again(by_name[self._fact_at(errors[0])])
        raise Stopped

    def _fact_at(self, problem: Problem) -> str:
        """The name of the fact on the line of a problem, or of one that is missing."""
        if problem.code == MISSING:
            missing = (
                one.name
                for one in self.entry_type.facts
                if one.required and one.name not in self.answers
            )
            if name := next(missing, None):
                return name
        name = name_at(self.entry_type.text_of(self.answers), problem.line)
        return name.partition(".")[0] or next(iter(self.answers))

    def _slug(self) -> str:
        proposed = self._proposed_slug()
        taken = self.existing.taken(self.entry_type.folder)
        self.say(f"\nName of the file? Press Enter for {proposed}")
        while True:
            answer = self.ask(PROMPT).strip().removesuffix(self.entry_type.ending) or proposed
            if answer == "stop":
                raise Stopped
            if is_free(answer, taken):
                return answer
            self.say("  Use a name that is not there yet, of a-z, 0-9 and - only.")

    def _proposed_slug(self) -> str:
        taken = self.existing.taken(self.entry_type.folder)
        return slug_for(self.entry_type.words_of_slug(self.answers), taken)

    def _confirm(self, slug: str) -> None:
        """Show the file until the person says yes, changing lines on the way."""
        by_name = {one.name: one for one in self.entry_type.facts}
        while True:
            self.say(f"\nThis is {self.entry_type.path_of(slug)}:\n")
            self.say(visible_text(self.entry_type.text_of(self.answers)))
            for problem in self.entry_type.problems_of(self.answers, slug, self.existing):
                self._say_problem(problem)
            self.say("Press Enter to write it, type a name such as title to change that line,")
            self.say("or type stop.")
            answer = self.ask(PROMPT).strip().casefold()
            if answer == "stop":
                raise Stopped
            if not answer or answer in {"y", "yes"}:
                return
            if answer in by_name:
                self._ask_again(by_name[answer])
                self._put_right()
            else:
                self.say(f"  {did_you_mean(answer, by_name)}Names: {', '.join(by_name)}")

    def _yes(self, words: str) -> bool:
        self.say(f"\n{words} (y or n)")
        while True:
            answer = self.ask(PROMPT).strip().casefold()
            if answer == "stop":
                raise Stopped
            if answer in {"y", "yes"}:
                return True
            if answer in {"", "n", "no"}:
                return False
            self.say("  Type y for yes, or n for no.")


def visible_text(text: str) -> str:
    """A file as it can be shown: every line with what cannot be seen written out."""
    return "\n".join(visible(line) for line in text.split("\n"))
