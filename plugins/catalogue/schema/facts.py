"""Facts: what an entry may say, each declared once.

A class of entries is a frozen dataclass made by ``entry``. Each of its facts is declared with
``fact``, or with ``optional`` where it may be left out; whatever reads, checks, asks for or shows
facts works from what is declared. Tables of facts without a class are tuples of ``Fact``.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar, dataclass_transform

from catalogue.schema.declarations import judge_facts

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalogue.schema.field_types.base import FieldType

T = TypeVar("T")
_DECLARED: Final = "fact"


@dataclass(frozen=True, slots=True, kw_only=True)
class AsFacet:
    """How people find entries by a fact with codes.

    ``key`` is its name in addresses. ``gap`` is the fact in a few words, and ``question`` asks an
    organiser for it; both are empty where every entry states it. ``in_words`` names the fact that
    may say the same in the organiser's words. ``groups`` is the vocabulary of the groups that its
    terms belong to. ``with_synonyms`` shows other words beside each label, and
    ``by_label`` leaves them out of what a search finds. ``list_title`` is the title of a ready-made
    list, with a {label} or a {small} one in it, and ``others`` stands above links to more of them;
    ``finer`` is the first part of the addresses of lists by term, where there are groups.
    ``codes`` gives those that an entry states, where other facts count too.
    """

    key: str
    title: str
    gap: str = ""
    question: str = ""
    in_words: str = ""
    groups: str = ""
    with_synonyms: bool = False
    by_label: bool = False
    list_title: str = ""
    others: str = ""
    finer: str = ""
    codes: Callable[[Any], tuple[str, ...]] | None = None


# Each is known by itself, so that tables of facts can be looked up without reading through them.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fact:
    """One name of an entry: what it holds, how it is asked for and how it is shown.

    ``help`` says in a few words what it is, and ``also`` are other names that people write for it.
    ``usual`` is the code that leaving it out means. ``label`` is its short name, ``ask`` the
    question for it, ``hint`` what helps to answer and ``missing`` what a form says where a needed
    answer is not given; ``part`` is where in the questions it stands.
    ``lead`` is what stands before it where the facts of a group are told on one line.
    ``row`` stands before it on the page of an entry that has no other place for it, and ``changed``
    is what people read of it when it changes; both are empty where nothing is shown. Entries are
    found by the words of it, and of its ``row``, where it is ``searched``, and by its codes where
    it is a ``facet``.
    ``blank`` is shown in place of the example where a line with the example would say that
    somebody did what nobody did.
    """

    name: str = ""
    type: FieldType
    help: str
    required: bool = False
    example: str = ""
    blank: str = ""
    also: tuple[str, ...] = ()
    usual: str = ""
    label: str = ""
    ask: str = ""
    hint: str = ""
    missing: str = ""
    part: str = ""
    lead: str = ", "
    row: str = ""
    changed: str = ""
    searched: bool = False
    facet: AsFacet | None = None

    @property
    def usual_written(self) -> Any:
        """What leaving it out means, as it is written; None where it then is not stated."""
        return self.type.holding(self.usual) if self.usual else None


def fact(type: FieldType, **told: Any) -> Any:
    """A fact that every entry states; ``told`` is what ``Fact`` holds besides."""
    return field(metadata={_DECLARED: Fact(type=type, required=True, **told)})


def optional(type: FieldType, *, default: Any, **told: Any) -> Any:
    """A fact that may be left out; ``default`` is then its value."""
    return field(default=default, metadata={_DECLARED: Fact(type=type, **told)})


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(fact, optional))
def entry(cls: type[T]) -> type[T]:
    """A class of frozen values whose facts are declared."""
    return dataclass(frozen=True, kw_only=True, slots=True)(cls)


def facts_of(cls: type) -> tuple[Fact, ...]:
    """The facts that a class declares, in the order in which people fill an entry in.

    Raises ValueError where one is declared wrongly.
    """
    return _facts_of(cls)


@cache
def _facts_of(cls: type) -> tuple[Fact, ...]:
    facts = tuple(
        replace(told, name=one.name, label=told.label or one.name.replace("_", " ").capitalize())
        for one in fields(cls)
        if (told := one.metadata.get(_DECLARED))
    )
    judge_facts(facts)
    return facts
