"""A card: an opportunity as it stands in a list."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING, Final, TypeAlias

from catalogue.model import wording
from catalogue.model.closing_moment import moments_of
from project import addresses
from website.artwork.patches import shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from catalogue.model.catalogue import Catalogue
    from catalogue.model.index import Listing
    from catalogue.model.opportunity import Opportunity
    from website.artwork.patches import Shared

NEEDS_CHECK: Final = "needs_check"
# Statuses that a card names, each with the look of its tag; the others need no word.
LOOKS: Final[Mapping[str, str]] = {
    "closing_soon": "soon",
    NEEDS_CHECK: "quiet",
    "not_yet_open": "quiet",
    "closed": "quiet",
    "expired": "quiet",
}
EVERYWHERE_PATCH: Final = ("speech", ("plum", "damson", "gold"))
# As many as one line of a row holds beside a date.
FACTS_IN_A_ROW: Final = 2


Moments: TypeAlias = "tuple[tuple[str, str], ...]"
"""The names and the values of ``data-`` attributes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An opportunity in a list.

    ``when`` is one phrase on its dates, or else on its evidence; ``closes`` is on its dates alone,
    and ``age`` on its evidence. ``facts`` are those that decide; ``moments`` holds its ``data-``
    attributes. ``row_tag`` is the tag of a row, whose evidence says whether it is confirmed.
    """

    slug: str
    path: str
    title: str
    patch: Shared
    tag: str
    tag_kind: str
    row_tag: str
    who: str
    when: str
    when_date: str
    closes: str
    age: str
    summary: str
    facts: tuple[str, ...]
    money: str
    status: str
    is_confirmed: bool
    moments: Moments


def card_of(listing: Listing, catalogue: Catalogue) -> Card:
    """An opportunity as it stands in a list."""
    entry = listing.entry
    code = tag_of(listing)
    tag = catalogue.vocabularies["statuses"][code].label if code else ""
    last = entry.last_day
    when = wording.when_in_short(listing)
    motif, colours = design_of(entry, catalogue)
    return Card(
        slug=entry.slug,
        path=addresses.opportunity(entry.slug),
        title=entry.title,
        patch=shared(motif, colours),
        tag=tag,
        tag_kind=LOOKS.get(code, ""),
        row_tag="" if code == NEEDS_CHECK else tag,
        who=wording.where_it_is_for(entry, catalogue.alliances),
        when=when,
        when_date=last.isoformat() if last and listing.status != "closed" else "",
        closes=wording.dates_in_short(listing)
        if listing.is_listed
        else when
        if when != tag
        else "",
        age=wording.evidence_short(entry.checked) if listing.is_listed else "",
        summary=entry.summary,
        facts=tuple(islice(_facts(entry), FACTS_IN_A_ROW)),
        money=wording.money_short(entry) or "",
        status=listing.status,
        is_confirmed=listing.is_confirmed,
        moments=tuple(moments_of(listing).items()),
    )


def _facts(entry: Opportunity) -> Iterator[str]:
    """What decides, as far as it is known: that nobody can ask to join comes before all."""
    if wording.is_by_invitation(entry):
        yield next(term.in_short for term in entry.who_for if term.code == wording.INVITED)
    yield from filter(None, (wording.how(entry), wording.how_long_short(entry)))
    yield entry.kind.in_short
    yield from (term.in_short for term in entry.who_for)


def tag_of(listing: Listing) -> str:
    """The status that the tag names; none where it is confirmed and nothing has to be said."""
    if listing.status == "open" and not listing.is_confirmed:
        return NEEDS_CHECK
    return listing.status if listing.status in LOOKS else ""


def patches_of(cards: Iterable[Card]) -> tuple[str, ...]:
    """The drawings of the patches of cards, each once."""
    return tuple([one.drawing for one in dict.fromkeys(map(attrgetter("patch"), cards))])


def design_of(entry: Opportunity, catalogue: Catalogue) -> tuple[str, tuple[str, str, str]]:
    """The motif and the colours of an entry's first alliance, or those for anywhere."""
    for slug in entry.alliances.slugs:
        alliance = catalogue.alliances.get(slug)
        if alliance:
            ground, shape, accent = alliance.patch["colours"]
            return alliance.patch["motif"], (ground, shape, accent)
    return EVERYWHERE_PATCH
