"""The files of page facts: what they say as values, and what is wrong with them."""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from catalogue.model.helpline import Helpline
from catalogue.model.national_body import NationalBody
from catalogue.model.payment import Payment
from catalogue.problems.problem import first_of_many, is_broken
from catalogue.rules.checked_file import facts_in, missing_file, opened
from catalogue.rules.known import known_hosts
from catalogue.rules.page_facts.row_rules import (
    Rows,
    alliances_are_there,
    are_told_once,
    known_before,
    numbers_are_strong,
    numbers_have_a_date,
    payments_have_a_date,
    there_is_a_way,
)
from catalogue.rules.passages import with_word_rules
from catalogue.schema.facts import Fact
from catalogue.schema.field_types import Group, Several
from catalogue.schema.field_types.groups import links_in, made_values, vocabularies_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from catalogue.problems.problem import Problem
    from catalogue.rules.checked_file import FileFacts
    from catalogue.schema.vocabulary import Vocabulary

    Rule = Callable[[Rows], Iterator[Problem]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFactsFile:
    """A file of rows: the name that they stand after, what a row may say, and its rules."""

    path: str
    name: str
    table: tuple[Fact, ...]
    rules: tuple[Rule, ...]


def _file(path: str, name: str, row: type, help: str, *rules: Rule) -> PageFactsFile:
    rows = Fact(name=name, type=Several(of=Group.of(row), most=200), help=help, required=True)
    return PageFactsFile(path=path, name=name, table=(rows,), rules=rules)


HELPLINES: Final = _file(
    "data/helplines.yaml",
    "helplines",
    Helpline,
    "somebody to talk to",
    are_told_once,
    numbers_are_strong,
    numbers_have_a_date,
    there_is_a_way,
    known_before,
)
NATIONS: Final = _file(
    "data/nations.yaml",
    "bodies",
    NationalBody,
    "whom people outside England can turn to",
    are_told_once,
    alliances_are_there,
    known_before,
)
PAYMENTS: Final = _file(
    "data/payments.yaml",
    "payments",
    Payment,
    "what people were offered",
    payments_have_a_date,
    known_before,
)
VOCABULARIES: Final = tuple(vocabularies_of((*HELPLINES.table, *NATIONS.table, *PAYMENTS.table)))


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What the files say, nothing where one has mistakes, and what is wrong with each."""

    helplines: tuple[Helpline, ...]
    national_bodies: tuple[NationalBody, ...]
    payments: tuple[Payment, ...]
    problems: list[Problem]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What each file is judged with; without ``hosts`` no website is looked up."""

    root: Path
    vocabularies: Mapping[str, Vocabulary]
    hosts: Collection[str]
    alliances: Collection[str]
    today: date


def read_page_facts(
    root: Path,
    vocabularies: Mapping[str, Vocabulary],
    hosts: Collection[str],
    alliances: Collection[str],
    today: date,
) -> PageFacts:
    """The page facts of the project. Problems are returned, never raised."""
    around = _Around(
        root=root, vocabularies=vocabularies, hosts=hosts, alliances=alliances, today=today
    )
    helplines, of_helplines = _read(around, HELPLINES)
    bodies, of_bodies = _read(around, NATIONS)
    payments, of_payments = _read(around, PAYMENTS)
    return PageFacts(
        helplines=helplines,
        national_bodies=bodies,
        payments=payments,
        problems=[*of_helplines, *of_bodies, *of_payments],
    )


def _read(around: _Around, file: PageFactsFile) -> tuple[tuple[Any, ...], list[Problem]]:
    """The values of one file, and what is wrong with it."""
    if not (around.root / file.path).exists():
        return (), [missing_file(file.path)]
    document = opened(around.root, file.path, front_matter=False)
    facts = facts_in(document, file.table, around.vocabularies, around.today)
    rows = Rows(
        name=file.name,
        values=facts.values.get(file.name, ()),
        whole=_whole(file.name, facts),
        origin=facts.origin,
        alliances=around.alliances,
        today=around.today,
    )
    judged = (problem for rule in file.rules for problem in rule(rows))
    problems = with_word_rules([*facts.problems, *judged], document)
    shown = first_of_many(problems)
    if around.hosts:
        own = ((facts.origin, *link) for link in links_in(file.table, facts.values))
        shown += known_hosts([*facts.links, *own], around.hosts)
    needed = vocabularies_of(file.table)
    if is_broken(problems) or not around.vocabularies.keys() >= set(needed):
        return (), shown
    return made_values(file.table, facts.values)[file.name], shown


def _whole(name: str, facts: FileFacts) -> set[int]:
    """The numbers of the rows in which nothing was wrong when they were read."""
    count = len(facts.values.get(name, ()))
    starts = [facts.origin.places[f"{name}.{number}"][0] for number in range(count)]
    wrong = {bisect(starts, problem.line) - 1 for problem in facts.problems}
    return set(range(count)) - wrong
