"""Entry types: a way to take part, and an alliance. What each file is and who judges it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalogue.loader import opportunity_in
from catalogue.model.alliance import Alliance
from catalogue.parsing.front_matter import read_document
from catalogue.problems.origin import Origin
from catalogue.problems.problem import ERROR, in_order
from catalogue.rules.between_entries import one_of_each
from catalogue.rules.between_facts import alliance_problems
from catalogue.rules.file_layout import ALLIANCE_PAGES, ALLIANCES, OPPORTUNITIES
from catalogue.rules.passages import WORD_RULES, stretches_of
from catalogue.schema.field_types import Group
from catalogue.schema.field_types.groups import made_values, read_block
from catalogue.schema.reading import Reading
from catalogue.schema.tables import ALLIANCE, ALLIANCE_WORDS
from catalogue.text.personal_data import without_details
from contributing.entry_file.existing_entries import problems_beside
from contributing.entry_file.fact_questions import FIRST_IN_TERMINAL, IN_TERMINAL, asked_in
from contributing.entry_file.writer import data_text, entry_text, fact_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from catalogue.parsing.front_matter import Document
    from catalogue.problems.problem import Problem
    from catalogue.schema.facts import Fact
    from catalogue.schema.field_types import FieldType
    from contributing.entry_file.existing_entries import ExistingEntries
    from contributing.entry_file.fact_questions import Section
    from contributing.entry_file.writer import Value

MISSING: Final = "missing-field"
"""The code of the problem that a required fact is not there yet."""

_SLUG_ON_TRIAL: Final = "entry-on-trial"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryType:
    """One type of entry: its table, its folder, and how our checker judges a file of it."""

    name: str
    facts: tuple[Fact, ...]
    folder: str
    ending: str
    front_matter: bool
    judge: Callable[[str, str, str, ExistingEntries], list[Problem]]
    """Takes the text of a file, its slug, its path and what stands beside it."""
    words_of_slug: Callable[[Mapping[str, Value]], str]
    """Takes what an entry says and gives the words for the name of its file."""
    first: tuple[str, ...] = ()
    """The parts that are asked for at once, with whatever else is needed."""
    sections: tuple[Section, ...] = ()
    """What is asked together of the other facts; without any, each by itself."""

    @property
    def asked_first(self) -> list[Fact]:
        """The facts that are asked for at once, in order; those that are not needed may be left."""
        needed = [fact for fact in self.facts if fact.required and fact.part not in self.first]
        return [*asked_in(self.first, self.facts), *needed]

    def path_of(self, slug: str) -> str:
        """Where the file of an entry stands, from the root of the project."""
        return f"{self.folder}/{slug}{self.ending}"

    def text_of(self, values: Mapping[str, Value]) -> str:
        """The file of an entry with these values."""
        if self.front_matter:
            return entry_text(values, self.facts)
        return data_text(values, self.facts)

    def problems_of(
        self, values: Mapping[str, Value], slug: str, existing: ExistingEntries
    ) -> list[Problem]:
        """All that our checker says about an entry that is not a file yet."""
        return self.judge(self.text_of(values), slug, self.path_of(slug), existing)

    def problems_with(
        self, name: str, answers: Mapping[str, Value], existing: ExistingEntries, beside: Value = ""
    ) -> list[Problem]:
        """What our checker says about one answer, beside the others given so far.

        Required facts without an answer yet take the example of the table for the time being,
        so that rules between facts are tried as early as can be. ``beside`` is the fact with
        another answer in the same place: only lines that differ from it count.
        """
        lines: list[str] = ["---"] if self.front_matter else []
        asked: range = range(0)
        for fact in self.facts:
            if fact.name == name:
                own = fact_lines(name, answers[name], fact.type)
                other = fact_lines(name, beside, fact.type)
                pairs = zip(own, other, strict=False)
                same = next((at for at, pair in enumerate(pairs) if len(set(pair)) > 1), 0)
                asked = range(len(lines) + same + 1, len(lines) + len(own) + 1)
                lines += fact_lines(name, _completed(answers[name], fact.type), fact.type)
            elif fact.name in answers:
                lines += fact_lines(fact.name, answers[fact.name], fact.type)
            elif fact.required and fact.example:
                lines.append(f"{fact.name}: {fact.example}")
        lines += ["---"] if self.front_matter else []
        text = "".join(f"{line}\n" for line in lines)
        found = self.judge(text, _SLUG_ON_TRIAL, self.path_of(_SLUG_ON_TRIAL), existing)
        return [one for one in found if one.line in asked and one.code != MISSING]


def _completed(value: Value, type: FieldType) -> Value:
    """A group with the examples of the table for its required parts that have no answer yet."""
    if not isinstance(type, Group) or isinstance(value, str) or not hasattr(value, "items"):
        return value
    examples = {one.name: one.example for one in type.facts if one.required and one.example}
    return {**examples, **dict(value.items())}


def _judge_opportunity(text: str, slug: str, path: str, existing: ExistingEntries) -> list[Problem]:
    data = text.encode("utf-8", "surrogatepass")
    catalogue = existing.catalogue
    entry, problems = opportunity_in(
        data, slug, path, catalogue.vocabularies, existing.today, catalogue.entry_class
    )
    beside = problems_beside(entry, existing) if entry else []
    return in_order([*problems, *beside])


def _judge_alliance(text: str, slug: str, path: str, existing: ExistingEntries) -> list[Problem]:
    document = read_document(text.encode("utf-8", "surrogatepass"), path, front_matter=False)
    reading = Reading(path, existing.catalogue.vocabularies)
    values = read_block(document.root, ALLIANCE, reading)
    problems = [*document.problems, *reading.problems, *_word_problems(document)]
    if not any(problem.severity == ERROR for problem in problems):
        origin = Origin(path=path, places=reading.places)
        alliance = Alliance(slug=slug, **made_values(ALLIANCE, values), origin=origin)
        others = [one for one in existing.catalogue.alliances.values() if one.slug != slug]
        problems += alliance_problems(alliance, existing.catalogue.vocabularies, existing.today)
        problems += [one for one in one_of_each([*others, alliance]) if one.path == path]
    return in_order(problems)


def _judge_page(text: str, _slug: str, path: str, existing: ExistingEntries) -> list[Problem]:
    document = read_document(text.encode("utf-8", "surrogatepass"), path, front_matter=True)
    reading = Reading(path, existing.catalogue.vocabularies)
    read_block(document.root, ALLIANCE_WORDS, reading)
    return in_order([*document.problems, *reading.problems, *_word_problems(document)])


def _word_problems(document: Document) -> list[Problem]:
    """Personal details and tricks among the words of a file; none of it is repeated."""
    stretches = stretches_of(document)
    found = [find.problem(document.path) for one in stretches for find in WORD_RULES.finds(one)]
    return without_details(found, stretches)


def _words_of_opportunity(values: Mapping[str, Value]) -> str:
    areas = values.get("alliances")
    area = str(areas[0]) if isinstance(areas, list) and len(areas) == 1 else ""
    return f"{area} {values.get('title', '')}"


def _words_of_alliance(values: Mapping[str, Value]) -> str:
    names = values.get("names")
    return str(names.get("short", "")) if isinstance(names, dict) else ""


def opportunity_type(facts: tuple[Fact, ...]) -> EntryType:
    """A way to take part that may say these facts."""
    return EntryType(
        name="opportunity",
        facts=facts,
        folder=OPPORTUNITIES,
        ending=".md",
        front_matter=True,
        judge=_judge_opportunity,
        words_of_slug=_words_of_opportunity,
        first=FIRST_IN_TERMINAL,
        sections=IN_TERMINAL,
    )


ALLIANCE_TYPE: Final = EntryType(
    name="alliance",
    facts=ALLIANCE,
    folder=ALLIANCES,
    ending=".yaml",
    front_matter=False,
    judge=_judge_alliance,
    words_of_slug=_words_of_alliance,
)
ALLIANCE_PAGE_TYPE: Final = EntryType(
    name="alliance page",
    facts=ALLIANCE_WORDS,
    folder=ALLIANCE_PAGES,
    ending=".md",
    front_matter=True,
    judge=_judge_page,
    words_of_slug=_words_of_alliance,
)
