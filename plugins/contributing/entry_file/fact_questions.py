"""Questions: in which order people are asked for the facts of a way to take part.

What is asked for a fact stands where the fact is declared, with the part of the questions that it
belongs to. The tables here put the parts in order, for each of the ways in which we ask.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from project.words import capital

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from catalogue.schema.facts import Fact


class InPart(Protocol):
    """Something that belongs to a part of the questions."""

    @property
    def part(self) -> str: ...


T = TypeVar("T", bound=InPart)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Parts that are asked together, under some words."""

    words: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked for one answer: the full name of its fact, which may be in a group."""

    name: str
    fact: Fact
    part: str

    @property
    def label(self) -> str:
        """The short name of the fact, or its own name with spaces where it has none."""
        return self.fact.label or _with_spaces(self.name)

    @property
    def words(self) -> str:
        """The question itself; where none is declared, what the fact is."""
        return self.fact.ask or capital(self.fact.help)


# Asked one after the other in a terminal. First come the parts with what every entry needs.
FIRST_IN_TERMINAL: Final = ("name", "area", "kind", "summary", "who", "sources", "checked")
# Then the others, where somebody knows about them.
IN_TERMINAL: Final = (
    Section(words="how to start", parts=("start",)),
    Section(words="dates: when it opens, closes or meets", parts=("opening", "closing", "dates")),
    Section(words="meetings that have a date", parts=("meetings",)),
    Section(words="how, where and how long", parts=("where", "time", "term")),
    Section(words="money", parts=("money",)),
    Section(words="help for people who take part", parts=("help",)),
    Section(words="rules on who can join", parts=("rules", "cancer")),
    Section(words="how wide it is, who leads it and how sure you are", parts=("sure",)),
    Section(words="how it ended", parts=("end",)),
)

# The form in the browser: the questions that have to be answered come first, then the others.
NEEDED: Final = Section(
    words="What we need to know",
    parts=("name", "kind", "area", "summary", "who", "sources", "proof"),
)
HELPFUL: Final = (
    Section(words="How a person starts", parts=("start",)),
    Section(words="How much time it takes, and where", parts=("time", "where")),
    Section(words="Closing date, and when it opens", parts=("closing", "opening", "dates")),
    Section(words="Meetings that have a date", parts=("meetings",)),
    Section(words="Rules on who can join", parts=("rules",)),
    Section(words="Types of cancer, and stages", parts=("cancer",)),
    Section(words="Money", parts=("money",)),
    Section(words="Help for people who take part", parts=("help",)),
    Section(words="For how long people join", parts=("term",)),
    Section(words="When I looked, and how old the page is", parts=("day", "page")),
    Section(words="How wide it is, and how sure I am", parts=("sure",)),
    Section(words="How it ended", parts=("end",)),
)

# The form on GitHub, which is filled in without help.
ON_GITHUB: Final = (
    *("name", "area", "kind", "summary", "who", "sources", "start", "opening", "closing"),
    *("where", "time", "money", "help", "rules"),
)


def questions_for(facts: Iterable[Fact], within: str = "", part: str = "") -> Iterator[Question]:
    """A question for every answer, in the order of the facts; groups are asked by their facts."""
    for fact in facts:
        name = f"{within}{fact.name}"
        own_part = fact.part or part
        if fact.type.parts:
            yield from questions_for(fact.type.parts, f"{name}.", own_part)
        else:
            yield Question(name=name, fact=fact, part=own_part)


def asked_in(parts: Sequence[str], asked: Iterable[T]) -> list[T]:
    """What belongs to some parts, part by part."""
    found = [one for one in asked if one.part in parts]
    return sorted(found, key=lambda one: parts.index(one.part))


def fact_named(name: str, facts: Iterable[Fact]) -> Fact | None:
    """The fact of a full name, such as ``apply.url``."""
    top, _, rest = name.partition(".")
    found = next((fact for fact in facts if fact.name == top), None)
    return fact_named(rest, found.type.parts) if found and rest else found


def label_of(name: str, facts: Iterable[Fact]) -> str:
    """The short name of a fact, or its own name with spaces where it has none."""
    fact = fact_named(name, facts)
    return (fact.label if fact else "") or _with_spaces(name)


def _with_spaces(name: str) -> str:
    return name.replace("_", " ").replace(".", ", ").capitalize()
