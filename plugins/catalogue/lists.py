"""Ready-made lists: one page for each thing that people look for, useful without JavaScript."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from catalogue import wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from catalogue.index import Index, Listing
    from catalogue.model import Catalogue, Opportunity
    from catalogue.vocabulary import Term

CARDS_ON_A_PAGE: Final = 200


class Choice(NamedTuple):
    """A link to a list, with how many entries are behind it."""

    label: str
    path: str
    entries: int


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
        return Choice(self.short, self.path, len(self.listings))


class _Special(NamedTuple):
    path: str
    title: str
    intro: str
    short: str
    fits: Callable[[Listing], bool]


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
        lambda listing: listing.entry.everywhere,
    ),
    _Special(
        "costs-paid",
        "Costs or time paid",
        "The organiser says that your time or your costs are paid. Payment can affect benefits "
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
)


def ready_lists(catalogue: Catalogue, index: Index) -> tuple[ReadyList, ...]:
    """Every list, those that are empty today included: an address once given stays."""
    return (
        *_special_lists(index),
        *_lists_by_term(catalogue, index, "kinds", "kind", lambda entry: (entry.kind,)),
        *_lists_by_term(catalogue, index, "who_for", "for", lambda entry: entry.who_for),
        *_lists_by_term(
            catalogue,
            index,
            "commitments",
            "time",
            lambda entry: (entry.commitment,) if entry.commitment else (),
        ),
        *_lists_by_alliance(catalogue, index),
    )


def _special_lists(index: Index) -> Iterator[ReadyList]:
    for special in SPECIAL:
        yield ReadyList(
            path=f"/opportunities/{special.path}/",
            title=special.title,
            description=special.intro.partition(". ")[0].rstrip(".") + ".",
            intro=special.intro,
            short=special.short,
            group="special",
            listings=tuple(listing for listing in index.listed if special.fits(listing)),
        )


_TITLES: Final = {
    "kind": "{label}: ways to take part",
    "for": "Ways to take part for {label}",
    "time": "Time: {label}",
}


def _lists_by_term(
    catalogue: Catalogue,
    index: Index,
    vocabulary: str,
    group: str,
    terms_of: Callable[[Opportunity], tuple[Term, ...]],
) -> Iterator[ReadyList]:
    members: dict[str, list[Listing]] = {}
    for listing in index.listed:
        for term in terms_of(listing.entry):
            members.setdefault(term.code, []).append(listing)
    for term in catalogue.vocabularies[vocabulary]:
        label = wording.lowered(term.label) if group != "kind" else term.label
        title = _TITLES[group].format(label=label)
        yield ReadyList(
            path=f"/opportunities/{group}/{term.address_part}/",
            title=title,
            description=f"{title}, in cancer care in England.",
            intro=term.hint,
            short=term.label,
            group=group,
            listings=tuple(members.get(term.code, ())),
        )


def _lists_by_alliance(catalogue: Catalogue, index: Index) -> Iterator[ReadyList]:
    everywhere = [listing for listing in index.listed if listing.entry.everywhere]
    members: dict[str, list[Listing]] = {slug: [] for slug in catalogue.alliances}
    for listing in index.listed:
        for slug in listing.entry.alliances:
            members[slug].append(listing)
    for slug, alliance in catalogue.alliances.items():
        yield ReadyList(
            path=f"/opportunities/alliance/{slug}/",
            title=f"Ways to take part in {alliance.short_name}",
            description=f"Groups, surveys and more for people in {alliance.short_name}.",
            intro=f"These are for people in the area of the {alliance.name}. "
            f"{wording.counted(len(everywhere), 'more is', 'more are')} for anywhere in England.",
            short=alliance.short_name,
            group="alliance",
            listings=tuple(members[slug]),
        )


def _has(term: Term | None, code: str) -> bool:
    return term is not None and term.code == code
