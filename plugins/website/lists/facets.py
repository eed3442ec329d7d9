"""The finder: what each listed entry can be found by, and which entries fit a choice.

This is the one description of the rules. theme/static/js/filter.js follows it;
tests/browser/test_finder.py compares the two for every pair of choices.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from catalogue.model.closing_moment import moments_of
from catalogue.schema.vocabulary import ANY, NOT_STATED
from website.lists.search_words import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from catalogue.model.catalogue_values import Catalogue
    from catalogue.model.index import Index, Listing
    from catalogue.model.opportunity import Opportunity
    from catalogue.schema.vocabulary import Term

# A choice is kept as the bits of one number, and the sign has to stay free.
MOST_OPTIONS: Final = 31
# Where people may know a thing by another name than ours.
SHOWN_WITH_SYNONYMS: Final = frozenset({"cancer_types"})
SORTS: Final = ("closing", "checked", "near")
_CODE: Final = attrgetter("code")


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
class _Shape:
    """A facet before the vocabularies are known: where its options and an entry's codes are.

    ``codes`` may give some that are no options, such as ``not_stated``: those are passed over.
    ``gap`` is the fact in a few words, and ``question`` asks an organiser for it; both are empty
    where every entry states it.
    """

    key: str
    title: str
    vocabulary: str
    codes: Callable[[Opportunity], tuple[str, ...]]
    gap: str = ""
    question: str = ""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What somebody asked for: codes by facet, words, and the order of the answer.

    ``entries`` holds the numbers of the rows that have the words; None where no word was typed.
    """

    codes: Mapping[str, frozenset[str]]
    entries: frozenset[int] | None = None
    sort: str = SORTS[0]

    def without(self, key: str) -> Choice:
        """The same choice with one facet, or the words, left open."""
        codes = {name: chosen for name, chosen in self.codes.items() if name != key}
        entries = None if key == "words" else self.entries
        return Choice(codes=codes, entries=entries, sort=self.sort)


@dataclass(frozen=True, slots=True, kw_only=True)
class Might:
    """A row that fits but for facts that are not stated: its number and their facets."""

    number: int
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The numbers of the rows that fit, and those that might."""

    fits: list[int]
    might: list[Might]


def reach_of(entry: Opportunity) -> tuple[str]:
    """Who leads it."""
    if entry.alliances.everywhere:
        return ("anywhere",)
    return ("own" if entry.led_by_alliance else "partner",)


def _kinds(entry: Opportunity) -> tuple[str, str]:
    return entry.kind.group, entry.kind.code


def money_of(entry: Opportunity) -> tuple[str, ...]:
    """What is paid; costs that are paid back count, whatever is said about pay."""
    stated = codes_of((entry.payment,) if entry.payment else ())
    return (*stated, "expenses_only") if entry.expenses else stated


def codes_of(terms: Iterable[Term]) -> tuple[str, ...]:
    """The codes of what is stated."""
    return tuple([code for code in map(_CODE, terms) if code != NOT_STATED])


REACH: Final = (
    Option(code="own", label="A Cancer Alliance"),
    Option(code="partner", label="A partner in its area"),
    Option(code="anywhere", label="Open to all of England"),
)
SURE: Final = (
    Option(code="confirmed", label="Open, and checked"),
    Option(code="unconfirmed", label="Not confirmed yet"),
)
_AREA: Final = _Shape(
    key="area",
    title="Cancer Alliance",
    vocabulary="",
    codes=lambda entry: (ANY,) if entry.alliances.everywhere else entry.alliances.slugs,
)
_SHAPES: Final = (
    _Shape(key="do", title="What you do", vocabulary="kinds", codes=_kinds),
    _Shape(
        key="how",
        title="How you take part",
        vocabulary="formats",
        codes=lambda entry: tuple(map(_CODE, entry.format)),
        gap="how you take part",
        question="How do people take part: online, in person, by phone or by post?",
    ),
    _Shape(
        key="time",
        title="How much time",
        vocabulary="commitments",
        codes=lambda entry: (entry.commitment.code,) if entry.commitment else (),
        gap="time",
        question="How much time does it take, and for how long?",
    ),
    _Shape(
        key="money",
        title="Money",
        vocabulary="payments",
        codes=money_of,
        gap="money",
        question="Is there payment for my time, or are costs paid back?",
    ),
    _Shape(
        key="costs",
        title="Costs they pay",
        vocabulary="expenses",
        codes=lambda entry: tuple(map(_CODE, entry.expenses)),
        gap="costs",
        question="Which of my costs can you pay, such as travel or care?",
    ),
    _Shape(
        key="for",
        title="Who it is for",
        vocabulary="who_for",
        codes=lambda entry: tuple(map(_CODE, entry.who_for)),
    ),
    _Shape(
        key="type",
        title="Type of cancer",
        vocabulary="cancer_types",
        codes=lambda entry: tuple(map(_CODE, entry.cancer_types)) or (ANY,),
    ),
    _Shape(
        key="stage",
        title="Where you are",
        vocabulary="stages",
        codes=lambda entry: tuple(map(_CODE, entry.stages)) or (ANY,),
    ),
    _Shape(
        key="help",
        title="Help you get",
        vocabulary="support",
        codes=lambda entry: tuple(map(_CODE, entry.support)),
        gap="help",
        question="What help can I get, such as training or large print?",
    ),
)
_LED: Final = _Shape(key="reach", title="Who leads it", vocabulary="", codes=reach_of)
# Facts with several terms, by whose labels an entry is found, or by their other words too.
_BY_LABEL: Final = (("who_for", "who_for"), ("expenses", "expenses"))
_BY_SYNONYMS: Final = (
    ("format", "formats"),
    ("support", "support"),
    ("cancer_types", "cancer_types"),
    ("stages", "stages"),
)


def facets_of(catalogue: Catalogue) -> tuple[Facet, ...]:
    """Every facet with every option, in the order in which people see them.

    Raises ValueError when one has more options than a choice can hold.
    """
    areas = sorted(
        (
            Option(code=slug, label=alliance.short_name)
            for slug, alliance in catalogue.alliances.items()
        ),
        key=lambda option: option.label,
    )
    by_vocabulary = [_facet(shape, _options(shape, catalogue)) for shape in _SHAPES]
    facets = (
        _facet(_AREA, areas),
        *by_vocabulary,
        _facet(_LED, REACH),
        Facet(key="sure", title="How sure we are", gap="", question="", options=SURE),
    )
    for facet in facets:
        if len(facet.options) > MOST_OPTIONS:
            raise ValueError(f"{facet.key} has more than {MOST_OPTIONS} options")
    return facets


def rows_of(index: Index, facets: Sequence[Facet], catalogue: Catalogue) -> list[Row]:
    """A row for each listed entry, in reading order."""
    every = {facet.key: frozenset(option.code for option in facet.options) for facet in facets}
    shapes = (_AREA, *_SHAPES, _LED)
    labels = _LabelWords(catalogue)

    @cache
    def options(key: str, stated: tuple[str, ...]) -> frozenset[str]:
        """What a facet has of the codes that an entry states: many entries state the same."""
        return every[key] if ANY in stated else every[key].intersection(stated)

    return [_row(listing, shapes, options, labels) for listing in index.listed]


def gaps_of(row: Row, choice: Choice) -> tuple[str, ...] | None:
    """The facets that a choice asks about and the row does not state; None where it cannot fit.

    Within a facet any chosen code will do; all facets have to be met.
    """
    gaps: list[str] = []
    for key, wanted in choice.codes.items():
        stated = row.codes[key]
        if not stated:
            gaps.append(key)
        elif stated.isdisjoint(wanted):
            return None
    return tuple(gaps)


def matches(row: Row, choice: Choice) -> bool:
    """Whether a row states everything that a choice asks for; words aside."""
    return gaps_of(row, choice) == ()


def found(rows: Sequence[Row], choice: Choice) -> Found:
    """What fits and what might, each in the order that was asked for."""
    fits: list[int] = []
    might: list[Might] = []
    for number in ordered(rows, choice):
        if choice.entries is not None and number not in choice.entries:
            continue
        gaps = gaps_of(rows[number], choice)
        if gaps:
            might.append(Might(number=number, gaps=gaps))
        elif gaps is not None:
            fits.append(number)
    return Found(fits=fits, might=might)


def ordered(rows: Sequence[Row], choice: Choice) -> list[int]:
    """The numbers of all rows in the order that was asked for.

    closing: as they are listed, closing soonest first. checked: checked last, first. near: led by
    the chosen alliance, then by its partners, then the rest; as listed where none is chosen.
    """
    numbers = list(range(len(rows)))
    if choice.sort == "checked":
        numbers.sort(key=lambda number: rows[number].checked, reverse=True)
    elif choice.sort == "near" and "area" in choice.codes:
        nearness = {"own": 0, "partner": 1, "anywhere": 2}
        numbers.sort(key=lambda number: nearness[next(iter(rows[number].codes["reach"]))])
    return numbers


def counts(rows: Sequence[Row], choice: Choice, facets: Iterable[Facet]) -> dict[str, list[int]]:
    """For each facet, how many rows fit with each option, the choices in other facets kept."""
    fits = found(rows, choice).fits
    result = {}
    for facet in facets:
        is_chosen = facet.key in choice.codes
        numbers = found(rows, choice.without(facet.key)).fits if is_chosen else fits
        # Many rows have the same codes.
        alike = Counter([rows[number].codes[facet.key] for number in numbers])
        result[facet.key] = [
            sum(times for codes, times in alike.items() if option.code in codes)
            for option in facet.options
        ]
    return result


def ways_out(rows: Sequence[Row], choice: Choice) -> list[tuple[str, int]]:
    """The facets, or ``words``, that bring results when left open, and how many; most first."""
    keys = [*choice.codes, *(["words"] if choice.entries is not None else [])]
    each = [(key, len(found(rows, choice.without(key)).fits)) for key in keys]
    return sorted((one for one in each if one[1]), key=lambda one: -one[1])


def _facet(shape: _Shape, options: Iterable[Option]) -> Facet:
    return Facet(
        key=shape.key,
        title=shape.title,
        gap=shape.gap,
        question=shape.question,
        options=tuple(options),
    )


def _options(shape: _Shape, catalogue: Catalogue) -> Iterator[Option]:
    """The terms of a vocabulary; before kinds, the groups that they belong to."""
    groups = tuple(catalogue.vocabularies["kind_groups"]) if shape.vocabulary == "kinds" else ()
    yield from (Option(code=group.code, label=group.label) for group in groups)
    for term in catalogue.vocabularies[shape.vocabulary]:
        if term.code not in (ANY, NOT_STATED):
            hint = ", ".join(term.synonyms) if shape.vocabulary in SHOWN_WITH_SYNONYMS else ""
            yield Option(
                code=term.code, label=term.label, parent=term.group if groups else "", hint=hint
            )


def _row(
    listing: Listing,
    shapes: Iterable[_Shape],
    options: Callable[[str, tuple[str, ...]], frozenset[str]],
    labels: _LabelWords,
) -> Row:
    entry = listing.entry
    codes = {shape.key: options(shape.key, shape.codes(entry)) for shape in shapes}
    own_text = f"{entry.title} {entry.summary} {entry.organiser} {entry.place or ''}"
    codes["sure"] = options("sure", ("confirmed" if listing.is_confirmed else "unconfirmed",))
    return Row(
        slug=entry.slug,
        codes=codes,
        words=frozenset(words_of(own_text)),
        labels=labels.of(entry),
        closes=moments_of(listing).get("closes", ""),
        checked=entry.checked.on.isoformat(),
    )


class _LabelWords:
    """The words of labels, found once, however many entries use them."""

    def __init__(self, catalogue: Catalogue) -> None:
        vocabularies = catalogue.vocabularies
        groups = vocabularies["kind_groups"]
        self._kinds = {
            kind.code: _all_words(groups[kind.group]) | _all_words(kind)
            for kind in vocabularies["kinds"]
        }
        self._commitments = {one.code: _words_of_label(one) for one in vocabularies["commitments"]}
        self._payments = {one.code: _words_of_label(one) for one in vocabularies["payments"]}
        self._lists = [
            (name, {term.code: words(term) for term in vocabularies[vocabulary]})
            for words, names in ((_words_of_label, _BY_LABEL), (_all_words, _BY_SYNONYMS))
            for name, vocabulary in names
        ]
        self._areas = {
            slug: frozenset(words_of(f"{alliance.name} {alliance.short_name}"))
            for slug, alliance in catalogue.alliances.items()
        }

    def of(self, entry: Opportunity) -> tuple[frozenset[str], ...]:
        """The words of each of an entry's labels, and of its alliances' names."""
        return (
            self._kinds[entry.kind.code],
            *([self._commitments[entry.commitment.code]] if entry.commitment else ()),
            *([self._payments[entry.payment.code]] if entry.payment else ()),
            *[words[term.code] for name, words in self._lists for term in getattr(entry, name)],
            *[self._areas[slug] for slug in entry.alliances.slugs if slug in self._areas],
        )


def _words_of_label(term: Term) -> frozenset[str]:
    return frozenset(words_of(term.label) if term.code != NOT_STATED else ())


def _all_words(term: Term) -> frozenset[str]:
    return frozenset(words_of(" ".join((term.label, *term.synonyms))) if term.code != ANY else ())
