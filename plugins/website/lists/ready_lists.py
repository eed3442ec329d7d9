"""Ready-made lists: one page for each thing that people look for, useful without JavaScript."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from catalogue.schema.vocabulary import ANY, NOT_STATED
from project import addresses
from project.words import counted, lowered
from website.lists.facets import found_by, reach_of, stated_codes, stated_groups

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from catalogue.model.catalogue import Catalogue
    from catalogue.model.index import Index, Listing
    from catalogue.model.opportunity import Opportunity
    from catalogue.schema.vocabulary import Term, Vocabulary

CARDS_ON_A_PAGE: Final = 200


class Choice(NamedTuple):
    """A link to a list, with how many entries are behind it, in the order in which links are made:
    words, path and number.
    """

    label: str
    path: str
    entries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Lists that answer one question. ``key`` is the first part of their addresses.

    ``title`` stands above the links to all of them, and ``others`` above those on each one's page.
    """

    key: str
    title: str
    others: str


_AREAS: Final = Group(key="alliance", title="Your alliance", others="Other alliances")
_LAST_GROUPS: Final = (
    Group(key="led", title="Who leads it", others="Who else leads"),
    Group(key="sure", title="How sure we are", others="Other lists"),
)
# Its address came before "not stated" counted as nothing, so that one keeps its list.
_WITH_NOT_STATED: Final = "time"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyList:
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
        return Choice(label=self.short, path=self.path, entries=len(self.listings))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Special:
    path: str
    title: str
    intro: str
    short: str
    fits: Callable[[Listing], bool]
    group: str = "special"


SPECIAL: Final = (
    _Special(
        path="from-home",
        title="Take part from home",
        intro="You can do these online, by phone or by post. Where a page did not say how you take "
        "part, it is not in this list.",
        short="From home",
        fits=lambda listing: listing.entry.from_home,
    ),
    _Special(
        path="from-home/anywhere",
        title="Take part from home, anywhere in England",
        intro="You can do these online, by phone or by post, wherever in England you live.",
        short="From home, anywhere",
        fits=lambda listing: listing.entry.from_home and listing.entry.alliances.everywhere,
    ),
    _Special(
        path="under-1-hour",
        title="Take part in under 1 hour",
        intro="These take up to about 1 hour, once.",
        short="Under 1 hour",
        fits=lambda listing: _has(listing.entry.commitment, "one_off_short"),
    ),
    _Special(
        path="anywhere",
        title="Open to anyone in England",
        intro="You can join these wherever in England you live.",
        short="Anywhere in England",
        fits=lambda listing: listing.entry.alliances.everywhere,
    ),
    _Special(
        path="costs-paid",
        title="Costs or time paid",
        intro="The page speaks of payment for your time or for your costs. Payment can affect "
        "benefits and tax: get advice before you accept.",
        short="Costs paid",
        fits=lambda listing: listing.entry.costs_paid,
    ),
    _Special(
        path="led/by-an-alliance",
        title="Led by a Cancer Alliance",
        intro="A Cancer Alliance runs these itself, for its own area.",
        short="A Cancer Alliance",
        fits=lambda listing: reach_of(listing.entry) == ("own",),
        group="led",
    ),
    _Special(
        path="led/by-a-partner",
        title="Led by a partner of an alliance",
        intro="A hospital, a charity or another partner runs these in the area of an alliance.",
        short="A partner in its area",
        fits=lambda listing: reach_of(listing.entry) == ("partner",),
        group="led",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _ByTerm:
    """Lists by the terms of a vocabulary; ``title`` takes a label, or a ``small`` one.

    ``codes`` are those that an entry states, each once.
    """

    group: Group
    vocabulary: str
    title: str
    codes: Callable[[Opportunity], Collection[str]]


def groups_of(catalogue: Catalogue) -> tuple[Group, ...]:
    """The groups of lists, in the order in which people choose by them."""
    by_term = [one.group for one in _by_term(catalogue)]
    return (_AREAS, *by_term, *_LAST_GROUPS)


def _by_term(catalogue: Catalogue) -> Iterator[_ByTerm]:
    """The lists that follow from the facts by which entries are found."""
    for fact, about in found_by(catalogue.facts):
        if not about.list_title:
            continue
        group = Group(key=about.key, title=about.title, others=about.others)
        if about.groups:
            yield _ByTerm(
                group=group,
                vocabulary=about.groups,
                title=about.list_title,
                codes=partial(stated_groups, fact),
            )
            title = f"{about.title}, more specific"
            group = Group(key=about.finer, title=title, others=about.others)
        for vocabulary in fact.type.vocabularies():
            yield _ByTerm(
                group=group,
                vocabulary=vocabulary,
                title=about.list_title,
                codes=partial(stated_codes, fact),
            )


def ready_lists(catalogue: Catalogue, index: Index) -> tuple[ReadyList, ...]:
    """Every list, those that are empty today included: an address once given stays."""
    return (
        *_special_lists(catalogue, index),
        *(ready for one in _by_term(catalogue) for ready in _lists_by_term(catalogue, index, one)),
        *_lists_by_alliance(catalogue, index),
    )


def _closing_soon(catalogue: Catalogue) -> _Special:
    """The list of one status, called like the status itself."""
    term = catalogue.vocabularies["statuses"]["closing_soon"]
    return _Special(
        path=term.address_part,
        title=term.label,
        intro="These close within 14 days, by the dates on their pages.",
        short=term.label,
        fits=lambda listing: listing.status == term.code,
    )


def _by_evidence(catalogue: Catalogue) -> Iterator[_Special]:
    """A list for each answer to how sure we are."""
    for term in catalogue.vocabularies["evidence"]:
        yield _Special(
            path=f"sure/{term.address_part}",
            title=term.label,
            intro=term.hint,
            short=term.label,
            fits=partial(_rests_on, term.code),
            group="sure",
        )


def _rests_on(code: str, listing: Listing) -> bool:
    return listing.evidence == code


def _special_lists(catalogue: Catalogue, index: Index) -> Iterator[ReadyList]:
    for special in (*SPECIAL, _closing_soon(catalogue), *_by_evidence(catalogue)):
        yield ReadyList(
            path=f"{addresses.OPPORTUNITIES}{special.path}/",
            title=special.title,
            description=special.intro.partition(". ")[0].rstrip(".") + ".",
            intro=special.intro,
            short=special.short,
            group=special.group,
            listings=tuple(filter(special.fits, index.listed)),
        )


def _lists_by_term(catalogue: Catalogue, index: Index, lists: _ByTerm) -> Iterator[ReadyList]:
    """A list for each term; what is for any cancer, or for any time, stands in none of them."""
    vocabulary = catalogue.vocabularies[lists.vocabulary]
    members: defaultdict[str, list[Listing]] = defaultdict(list)
    for listing in index.listed:
        for code in lists.codes(listing.entry) or (ANY,):
            members[code].append(listing)
    for term in _terms(lists, vocabulary):
        title = lists.title.format(label=term.label, small=lowered(term.label))
        yield ReadyList(
            path=addresses.ready_list(lists.group.key, term.address_part),
            title=title,
            description=_description(title),
            intro=" ".join(_intro(term, vocabulary, len(members.get(ANY, ())))),
            short=term.label,
            group=lists.group.key,
            listings=tuple(members.get(term.code, ())),
        )


def _terms(lists: _ByTerm, vocabulary: Vocabulary) -> Iterator[Term]:
    """Those that somebody would look for."""
    passed_over = {ANY} if lists.group.key == _WITH_NOT_STATED else {ANY, NOT_STATED}
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
