"""A card: an opportunity as it stands in a list."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Final, TypeAlias

from catalogue.model import wording
from catalogue.model.closing_moment import moments_of
from project import addresses
from project.words import joined
from website.artwork.patches import shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from catalogue.model.catalogue import Catalogue
    from catalogue.model.index import Listing
    from catalogue.model.opportunity import Opportunity
    from website.artwork.patches import Shared

# Statuses that a card names, each with the look of its tag; the others need no word.
TAGS: Final[Mapping[str, tuple[str, str]]] = {
    "closing_soon": ("Closing soon", "soon"),
    "needs_check": ("Not confirmed yet", "quiet"),
    "not_yet_open": ("Not open yet", "quiet"),
    "closed": ("Closed", "quiet"),
    "expired": ("Ended", "quiet"),
}
EVERYWHERE_PATCH: Final = ("speech", ("plum", "damson", "gold"))
# What a card says by the icon beside it, as it is called where it is not stated.
_ON_A_CARD: Final = {"people": "what you do", "screen": "how", "clock": "time", "pound": "money"}


Fact: TypeAlias = "tuple[str, str]"
"""An icon's name and a few words."""


Moments: TypeAlias = "tuple[tuple[str, str], ...]"
"""The names and the values of ``data-`` attributes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An opportunity in a list; ``moments`` holds its ``data-`` attributes."""

    slug: str
    path: str
    title: str
    patch: Shared
    tag: str
    tag_kind: str
    who: str
    when: str
    when_date: str
    closes: str
    summary: str
    facts: tuple[Fact, ...]
    not_stated: str
    status: str
    is_confirmed: bool
    moments: Moments


def card_of(listing: Listing, catalogue: Catalogue) -> Card:
    """An opportunity as it stands in a list."""
    entry = listing.entry
    tag, tag_kind = tag_of(listing)
    known, missing = _card_facts(entry)
    last = entry.last_day
    when = wording.when_on_card(listing)
    motif, colours = design_of(entry, catalogue)
    return Card(
        slug=entry.slug,
        path=addresses.opportunity(entry.slug),
        title=entry.title,
        patch=shared(motif, colours),
        tag=tag,
        tag_kind=tag_kind,
        who=wording.where_it_is_for(entry, catalogue.alliances),
        when=when,
        when_date=last.isoformat() if last and listing.status != "closed" else "",
        closes=when if when != tag else "",
        summary=entry.summary,
        facts=known,
        not_stated=missing,
        status=listing.status,
        is_confirmed=listing.is_confirmed,
        moments=tuple(moments_of(listing).items()),
    )


def tag_of(listing: Listing) -> tuple[str, str]:
    """The words and the look of the tag; none where it is confirmed and nothing has to be said."""
    if listing.status == "open" and not listing.is_confirmed:
        return TAGS["needs_check"]
    return TAGS.get(listing.status, ("", ""))


def patches_of(cards: Iterable[Card]) -> tuple[str, ...]:
    """The drawings of the patches of cards, each once."""
    return tuple([one.drawing for one in dict.fromkeys(map(attrgetter("patch"), cards))])


def _card_facts(entry: Opportunity) -> tuple[tuple[Fact, ...], str]:
    said = (
        entry.kind.label,
        wording.how(entry),
        wording.how_long_short(entry),
        wording.money_short(entry),
    )
    gaps = [name for name, text in zip(_ON_A_CARD.values(), said, strict=True) if not text]
    if not (entry.last_day or entry.deadline.ongoing or entry.closed):
        gaps.append("closing date")
    known = tuple([(icon, text) for icon, text in zip(_ON_A_CARD, said, strict=True) if text])
    return known, f"{wording.NOT_STATED}: {joined(gaps)}" if gaps else ""


def design_of(entry: Opportunity, catalogue: Catalogue) -> tuple[str, tuple[str, str, str]]:
    """The motif and the colours of an entry's first alliance, or those for anywhere."""
    for slug in entry.alliances.slugs:
        alliance = catalogue.alliances.get(slug)
        if alliance:
            ground, shape, accent = alliance.patch["colours"]
            return alliance.patch["motif"], (ground, shape, accent)
    return EVERYWHERE_PATCH
