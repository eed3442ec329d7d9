"""Declarations: whether what is declared of the facts of a class can be used as it stands.

A mistake here is one in the code and not in an entry, so it raises ValueError: the fact, what is
wrong, and what there is.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from project.addresses import RESERVED_SLUGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from catalogue.schema.facts import AsFacet, Fact
    from catalogue.schema.vocabulary import Vocabulary

# The parts of the questions. contributing/entry_file/fact_questions.py puts them in order.
PARTS: Final = (
    *("name", "area", "kind", "summary", "who", "rules", "cancer", "where", "time", "term"),
    *("money", "help", "start", "opening", "closing", "dates", "meetings", "sources"),
    *("checked", "proof", "day", "page", "sure", "end"),
)
# What entries are found by besides their facts (website/lists/facets.py).
OTHER_FACETS: Final = ("reach", "sure")


def judge_facts(facts: Iterable[Fact]) -> None:
    """Raises ValueError where a fact of a class says what cannot be."""
    facts = tuple(facts)
    _refuse(_wrong_by_itself(facts))
    _refuse(_wrong_beside_others(facts))


def judge_questions(facts: Iterable[Fact], vocabularies: Mapping[str, Vocabulary]) -> None:
    """Raises ValueError where a fact of an entry is asked nowhere, or its usual code is none.

    A vocabulary that is not there is a problem of its own.
    """
    for fact in facts:
        if not fact.part:
            _refuse([(fact, "has no part", f"Parts: {', '.join(PARTS)}")])
        names = list(fact.type.vocabularies()) if fact.usual else []
        for name in filter(vocabularies.get, names):
            codes = [term.code for term in vocabularies[name]]
            if fact.usual not in codes:
                wrong = f"usual={fact.usual!r} is no code of {name}"
                _refuse([(fact, wrong, f"Codes: {', '.join(codes)}")])


def _wrong_by_itself(facts: Iterable[Fact]) -> Iterator[tuple[Fact, str, str]]:
    for fact in facts:
        if fact.part and fact.part not in PARTS:
            yield fact, f"part={fact.part!r} is no part of the questions", _known(PARTS)
        if fact.searched and not fact.type.is_line:
            yield fact, "searched=True is for a Line", "Codes are found by a facet"
        if not fact.type.has_codes:
            if fact.facet:
                yield fact, "a facet is for a type with codes", "Words are found by searched=True"
            if fact.usual:
                yield fact, f"usual={fact.usual!r} is for a type with codes", "Leave it out"
        if fact.facet:
            for part in _first_parts(fact.facet):
                if part not in RESERVED_SLUGS:
                    yield (
                        fact,
                        f"its lists stand at /opportunities/{part}/, which an entry could take",
                        f"Write {part!r} into RESERVED_SLUGS in project/addresses.py",
                    )


def _wrong_beside_others(facts: tuple[Fact, ...]) -> Iterator[tuple[Fact, str, str]]:
    names = [fact.name for fact in facts]
    keys = Counter(fact.facet.key for fact in facts if fact.facet)
    keys.update(OTHER_FACETS)
    for fact in facts:
        if not fact.facet:
            continue
        if keys[fact.facet.key] > 1:
            yield fact, f"the key {fact.facet.key!r} of its facet is used twice", _known(keys)
        if fact.facet.in_words and fact.facet.in_words not in names:
            yield fact, f"in_words={fact.facet.in_words!r} is no fact", _known(names)


def _first_parts(facet: AsFacet) -> Iterator[str]:
    """What follows /opportunities/ in the addresses of a facet's lists."""
    if facet.list_title:
        yield facet.key
        if facet.groups:
            yield facet.finer


def _known(words: Iterable[str]) -> str:
    return f"There is: {', '.join(words)}"


def _refuse(wrong: Iterable[tuple[Fact, str, str]]) -> None:
    """Raises ValueError with the first thing that is wrong, if there is one."""
    for fact, what, instead in wrong:
        raise ValueError(f"The fact {fact.name!r} is declared wrongly: {what}. {instead}.")
