"""Ready-made lists: one page for each thing that people look for, useful without JavaScript."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from catalogue.schema.vocabulary import ANY, NOT_STATED
from project import addresses
from project.words import counted, lowered
from website.lists.facets import codes_of, money_of, reach_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from catalogue.model.catalogue_values import Catalogue
    from catalogue.model.index import Index, Listing
    from catalogue.model.opportunity import Opportunity
    from catalogue.schema.vocabulary import Term, Vocabulary

CARDS_ON_A_PAGE: Final = 200


class Choice(NamedTuple):
    """A link to a list, with how many entries are behind it."""

    label: str
    path: str
    entries: int


class Group(NamedTuple):
    """Lists that answer one question. ``key`` is the first part of their addresses.

    ``title`` stands above the links to all of them, and ``others`` above those on each one's page.
    """

    key: str
    title: str
    others: str


GROUPS: Final = (
    Group("alliance", "Your alliance", "Other alliances"),
    Group("do", "What you do", "Other things to do"),
    Group("kind", "What you do, more exactly", "Other things to do"),
    Group("how", "How you take part", "Other ways to take part"),
    Group("time", "How much time", "Other amounts of time"),
    Group("for", "Who it is for", "Other people it is for"),
    Group("money", "Money", "Other answers about money"),
    Group("costs", "Costs they pay", "Other costs they pay"),
    Group("type", "Type of cancer", "Other types of cancer"),
    Group("stage", "Where you are", "Other stages"),
    Group("help", "Help you get", "Other help you get"),
    Group("led", "Who leads it", "Who else leads"),
    Group("sure", "How sure we are", "Other lists"),
)


class ReadyList(NamedTuple):
    """Opportunities that share one thing."""

    path: str
    title: str
    description: str
    intro: str
    short: str
    group: str
    listings: tuple[Listing, ...]

    @property
    def choice(self) -> Choice:
        """The link to this list."""
        return Choice(self.short, self.path, len(self.listings))


class _Special(NamedTuple):
    path: str
    title: str
    intro: str
    short: str
    fits: Callable[[Listing], bool]
    group: str = "special"


SPECIAL: Final = (
    _Special(
        "from-home",
        "Take part from home",
        "You can do these online, by phone or by post. Where a page did not say how you take "
        "part, it is not in this list.",
        "From home",
        lambda listing: listing.entry.from_home,
    ),
    _Special(
        "under-1-hour",
        "Take part in under 1 hour",
        "These take up to about 1 hour, once.",
        "Under 1 hour",
        lambda listing: _has(listing.entry.commitment, "one_off_short"),
    ),
    _Special(
        "anywhere",
        "Open to anyone in England",
        "You can join these wherever in England you live.",
        "Anywhere in England",
        lambda listing: listing.entry.alliances.everywhere,
    ),
    _Special(
        "costs-paid",
        "Costs or time paid",
        "The page speaks of payment for your time or for your costs. Payment can affect benefits "
        "and tax: get advice before you accept.",
        "Costs paid",
        lambda listing: listing.entry.costs_paid,
    ),
    _Special(
        "closing-soon",
        "Closing soon",
        "These close within 14 days.",
        "Closing soon",
        lambda listing: listing.status == "closing_soon",
    ),
    _Special(
        "led/by-an-alliance",
        "Led by a Cancer Alliance",
        "A Cancer Alliance runs these itself, for its own area.",
        "A Cancer Alliance",
        lambda listing: reach_of(listing.entry) == ("own",),
        "led",
    ),
    _Special(
        "led/by-a-partner",
        "Led by a partner of an alliance",
        "A hospital, a charity or another partner runs these in the area of an alliance.",
        "A partner in its area",
        lambda listing: reach_of(listing.entry) == ("partner",),
        "led",
    ),
    _Special(
        "sure/open-and-checked",
        "Open, and checked",
        "We know the last day to apply, or that there is none. We checked these in the last 6 "
        "months.",
        "Open, and checked",
        lambda listing: listing.is_confirmed,
        "sure",
    ),
    _Special(
        "sure/not-confirmed-yet",
        "Not confirmed yet",
        "We read about these, but do not know if you can still join. Ask first.",
        "Not confirmed yet",
        lambda listing: not listing.is_confirmed,
        "sure",
    ),
)


class _ByTerm(NamedTuple):
    """Lists by the terms of a vocabulary; ``title`` takes a label, or a ``small`` one.

    ``codes`` are those that an entry states, each once.
    """

    group: str
    vocabulary: str
    title: str
    codes: Callable[[Opportunity], Collection[str]]


def _commitment(entry: Opportunity) -> tuple[str, ...]:
    """Its address came before "not stated" counted as nothing, so that one keeps its list."""
    return (entry.commitment.code,) if entry.commitment else ()


_BY_TERM: Final = (
    _ByTerm(
        "do",
        "kind_groups",
        "{label}: ways to take part",
        lambda entry: (entry.kind.group,),
    ),
    _ByTerm(
        "kind",
        "kinds",
        "{label}: ways to take part",
        lambda entry: (entry.kind.code,),
    ),
    _ByTerm("how", "formats", "Ways to take part {small}", lambda entry: codes_of(entry.format)),
    _ByTerm("time", "commitments", "Time: {small}", _commitment),
    _ByTerm(
        "for", "who_for", "Ways to take part for {small}", lambda entry: codes_of(entry.who_for)
    ),
    _ByTerm("money", "payments", "Money: {label}", lambda entry: {*money_of(entry)}),
    _ByTerm("costs", "expenses", "Costs they pay: {label}", lambda entry: codes_of(entry.expenses)),
    _ByTerm(
        "type",
        "cancer_types",
        "Type of cancer: {label}",
        lambda entry: codes_of(entry.cancer_types),
    ),
    _ByTerm("stage", "stages", "Where you are: {label}", lambda entry: codes_of(entry.stages)),
    _ByTerm("help", "support", "Help you get: {label}", lambda entry: codes_of(entry.support)),
)


def ready_lists(catalogue: Catalogue, index: Index) -> tuple[ReadyList, ...]:
    """Every list, those that are empty today included: an address once given stays."""
    return (
        *_special_lists(index),
        *(ready for facet in _BY_TERM for ready in _lists_by_term(catalogue, index, facet)),
        *_lists_by_alliance(catalogue, index),
    )


def _special_lists(index: Index) -> Iterator[ReadyList]:
    for special in SPECIAL:
        yield ReadyList(
            path=f"{addresses.OPPORTUNITIES}{special.path}/",
            title=special.title,
            description=special.intro.partition(". ")[0].rstrip(".") + ".",
            intro=special.intro,
            short=special.short,
            group=special.group,
            listings=tuple(filter(special.fits, index.listed)),
        )


def _lists_by_term(catalogue: Catalogue, index: Index, facet: _ByTerm) -> Iterator[ReadyList]:
    """A list for each term; what is for any cancer, or for any time, stands in none of them."""
    vocabulary = catalogue.vocabularies[facet.vocabulary]
    members: defaultdict[str, list[Listing]] = defaultdict(list)
    for listing in index.listed:
        for code in facet.codes(listing.entry) or (ANY,):
            members[code].append(listing)
    for term in _terms(facet, vocabulary):
        title = facet.title.format(label=term.label, small=lowered(term.label))
        yield ReadyList(
            path=addresses.ready_list(facet.group, term.address_part),
            title=title,
            description=_description(title),
            intro=" ".join(_intro(term, vocabulary, len(members.get(ANY, ())))),
            short=term.label,
            group=facet.group,
            listings=tuple(members.get(term.code, ())),
        )


def _terms(facet: _ByTerm, vocabulary: Vocabulary) -> Iterator[Term]:
    """Those that somebody would look for."""
    passed_over = {ANY} if facet.group == "time" else {ANY, NOT_STATED}
    return (term for term in vocabulary if term.code not in passed_over)


def _description(title: str) -> str:
    if ": " in title and not title.endswith("take part"):
        return f"Ways to take part in cancer care in England. {title}."
    return f"{title}, in cancer care in England."


def _intro(term: Term, vocabulary: Vocabulary, for_any: int) -> Iterator[str]:
    if term.hint:
        yield term.hint
    if for_any and ANY in vocabulary:
        more = counted(for_any, "more is", "more are")
        yield f"{more} for {lowered(vocabulary[ANY].label)}."


def _lists_by_alliance(catalogue: Catalogue, index: Index) -> Iterator[ReadyList]:
    everywhere = sum(listing.entry.alliances.everywhere for listing in index.listed)
    more = f" {counted(everywhere, 'more is', 'more are')} for anywhere in England."
    members: dict[str, list[Listing]] = {slug: [] for slug in catalogue.alliances}
    for listing in index.listed:
        for slug in listing.entry.alliances.slugs:
            members[slug].append(listing)
    for slug, alliance in catalogue.alliances.items():
        yield ReadyList(
            path=addresses.ready_list("alliance", slug),
            title=f"Ways to take part in {alliance.short_name}",
            description=f"Groups, surveys and more for people in {alliance.short_name}.",
            intro=f"These are for people in the area of the {alliance.name}."
            + (more if everywhere else ""),
            short=alliance.short_name,
            group="alliance",
            listings=tuple(members[slug]),
        )


def _has(term: Term | None, code: str) -> bool:
    return term is not None and term.code == code
