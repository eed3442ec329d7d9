"""Facets: what each listed entry can be found by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from catalogue.model.closing_moment import moments_of
from catalogue.schema.facts import AsFacet, facts_of
from catalogue.schema.field_types import AllianceList
from catalogue.schema.vocabulary import ANY, NOT_STATED
from website.lists.search_words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from catalogue.model.catalogue import Catalogue
    from catalogue.model.index import Index, Listing
    from catalogue.model.opportunity import Opportunity
    from catalogue.schema.facts import Fact
    from catalogue.schema.vocabulary import Term

# A choice is kept as the bits of one number, and the sign has to stay free.
MOST_OPTIONS: Final = 31
# The order of facets, of ready-made lists and of what is asked; those that are not named here come
# after these.
ORDER: Final = ("area", "do", "how", "time", "money", "costs", "for", "type", "stage", "help")


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One thing to choose.

    ``parent`` is the code of the broader one that it belongs to, and ``hint`` other words for it.
    """

    code: str
    label: str
    parent: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A group of options. ``key`` is its name in addresses."""

    key: str
    title: str
    gap: str
    question: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one listed entry can be found by.

    ``codes`` holds a set for each facet; an empty one says that the fact is not stated.
    ``words`` are those of its own text. ``labels`` holds those of each of its labels and alliances,
    which many rows share. ``closes`` is the last day or minute as closing_moment.py writes it, and
    ``checked`` a day.
    """

    slug: str
    codes: Mapping[str, frozenset[str]]
    words: frozenset[str]
    labels: tuple[frozenset[str], ...]
    closes: str
    checked: str


def reach_of(entry: Opportunity) -> tuple[str]:
    """Who leads it."""
    if entry.alliances.everywhere:
        return ("anywhere",)
    return ("own" if entry.led_by_alliance else "partner",)


REACH: Final = AsFacet(key="reach", title="Who leads it")
LEADERS: Final = (
    Option(code="own", label="A Cancer Alliance"),
    Option(code="partner", label="A partner in its area"),
    Option(code="anywhere", label="Open to all of England"),
)
SURE: Final = AsFacet(key="sure", title="How sure we are")


def found_by(facts: Iterable[Fact]) -> list[tuple[Fact, AsFacet]]:
    """The facts that entries are found by; those with a key that is not in the order come last."""
    places = {key: place for place, key in enumerate(ORDER)}
    found = [(fact, fact.facet) for fact in facts if fact.facet]
    return sorted(found, key=lambda one: places.get(one[1].key, len(ORDER)))


def stated_codes(fact: Fact, entry: Opportunity) -> tuple[str, ...]:
    """The codes by which an entry is found, of what it states of a fact."""
    if fact.facet and fact.facet.codes:
        return fact.facet.codes(entry)
    return fact.type.codes(getattr(entry, fact.name))


def gaps_of(entry: Opportunity) -> tuple[AsFacet, ...]:
    """What could be asked about an entry: it is stated neither in codes nor in words."""
    return tuple(
        [
            about
            for fact, about in found_by(facts_of(type(entry)))
            if about.gap
            and not set(stated_codes(fact, entry)) - {NOT_STATED}
            and not (about.in_words and getattr(entry, about.in_words))
        ]
    )


def stated_groups(fact: Fact, entry: Opportunity) -> tuple[str, ...]:
    """The groups of the terms that an entry states of a fact."""
    return tuple([term.group for term in fact.type.terms(getattr(entry, fact.name))])


def facets_of(catalogue: Catalogue) -> tuple[Facet, ...]:
    """Every facet with every option, in the order in which people see them.

    Raises ValueError when one has more options than a choice can hold.
    """
    declared = found_by(catalogue.facts)
    facets = (
        *(_facet(about, _options(fact, about, catalogue)) for fact, about in declared),
        _facet(REACH, LEADERS),
        _facet(SURE, _how_sure(catalogue)),
    )
    for facet in facets:
        if len(facet.options) > MOST_OPTIONS:
            raise ValueError(f"{facet.key} has more than {MOST_OPTIONS} options")
    return facets


def _facet(about: AsFacet, options: Iterable[Option]) -> Facet:
    return Facet(
        key=about.key,
        title=about.title,
        gap=about.gap,
        question=about.question,
        options=tuple(options),
    )


def _options(fact: Fact, about: AsFacet, catalogue: Catalogue) -> Iterator[Option]:
    """The alliances, or the terms of a vocabulary; before them, the groups that they belong to."""
    if isinstance(fact.type, AllianceList):
        names = sorted((one.short_name, slug) for slug, one in catalogue.alliances.items())
        yield from (Option(code=slug, label=name) for name, slug in names)
    for group in catalogue.vocabularies[about.groups] if about.groups else ():
        yield Option(code=group.code, label=group.label)
    for term in _terms(fact, catalogue):
        if term.code not in (ANY, NOT_STATED):
            yield Option(
                code=term.code,
                label=term.label,
                parent=term.group if about.groups else "",
                hint=", ".join(term.synonyms) if about.with_synonyms else "",
            )


def _how_sure(catalogue: Catalogue) -> Iterator[Option]:
    terms = catalogue.vocabularies["evidence"]
    return (Option(code=term.code, label=term.label) for term in terms)


def _terms(fact: Fact, catalogue: Catalogue) -> Iterator[Term]:
    for name in fact.type.vocabularies():
        yield from catalogue.vocabularies[name]


def rows_of(index: Index, facets: Iterable[Facet], catalogue: Catalogue) -> list[Row]:
    """A row for each listed entry, in reading order."""
    every = {facet.key: frozenset(option.code for option in facet.options) for facet in facets}
    declared = found_by(catalogue.facts)
    labels = _LabelWords(catalogue)

    @cache
    def options(key: str, stated: tuple[str, ...]) -> frozenset[str]:
        """What a facet has of the codes that an entry states: many entries state the same."""
        return every[key] if ANY in stated else every[key].intersection(stated)

    def row(listing: Listing) -> Row:
        entry = listing.entry
        stated = {about.key: _found_codes(fact, about, entry) for fact, about in declared}
        stated[REACH.key] = reach_of(entry)
        stated[SURE.key] = (listing.evidence,)
        return Row(
            slug=entry.slug,
            codes={key: options(key, codes) for key, codes in stated.items()},
            words=frozenset(words_of(_own_text(catalogue.facts, entry))),
            labels=labels.of(entry),
            closes=moments_of(listing).get("closes", ""),
            checked=entry.checked.on.isoformat(),
        )

    return [row(listing) for listing in index.listed]


def _found_codes(fact: Fact, about: AsFacet, entry: Opportunity) -> tuple[str, ...]:
    """Every code by which an entry is found; some may be no options, such as ``not_stated``."""
    codes = stated_codes(fact, entry) or (fact.usual,)
    if not about.groups:
        return codes
    return (*stated_groups(fact, entry), *codes)


def _own_text(facts: Iterable[Fact], entry: Opportunity) -> str:
    """What is stated in words, each with the words before it on the entry's page."""
    stated = [(fact.row, getattr(entry, fact.name)) for fact in facts if fact.searched]
    return " ".join(f"{row} {value}" for row, value in stated if value)


class _LabelWords:
    """The words of labels, found once, however many entries use them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._by_fact = [
            (fact, {term.code: _words(term, about, catalogue) for term in _terms(fact, catalogue)})
            for fact, about in found_by(catalogue.facts)
        ]
        self._areas = {
            slug: frozenset(words_of(f"{alliance.name} {alliance.short_name}"))
            for slug, alliance in catalogue.alliances.items()
        }

    def of(self, entry: Opportunity) -> tuple[frozenset[str], ...]:
        """The words of each of an entry's labels, and of its alliances' names."""
        return (
            *[
                words[term.code]
                for fact, words in self._by_fact
                for term in fact.type.terms(getattr(entry, fact.name))
            ],
            *[self._areas[slug] for slug in entry.alliances.slugs if slug in self._areas],
        )


def _words(term: Term, about: AsFacet, catalogue: Catalogue) -> frozenset[str]:
    if term.code in (ANY, NOT_STATED):
        return frozenset()
    if about.by_label:
        return frozenset(words_of(term.label))
    group = [catalogue.vocabularies[about.groups][term.group]] if about.groups else []
    texts = [text for one in (term, *group) for text in (one.label, *one.synonyms)]
    return frozenset(words_of(" ".join(texts)))
