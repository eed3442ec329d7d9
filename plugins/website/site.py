"""The site: a catalogue on one day, ready to be laid out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from project import addresses
from website.cards.alliance_card import alliance_card
from website.cards.card import card_of
from website.lists.ready_lists import groups_of, ready_lists
from website.lists.selections import selections

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from catalogue.model.catalogue import Catalogue
    from catalogue.model.index import Index, Listing
    from website.cards.alliance_card import AllianceCard
    from website.cards.card import Card
    from website.lists.ready_lists import Choice, Group, ReadyList
    from website.lists.selections import Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A catalogue on one day, ready to be laid out. ``address`` has no final slash."""

    catalogue: Catalogue
    index: Index
    today: date
    address: str
    lists: tuple[ReadyList, ...]
    groups: Mapping[str, Group]
    selections: tuple[Selection, ...]
    cards: Mapping[str, Card]
    alliance_cards: Mapping[str, AllianceCard]
    mailbox: str
    repository: str
    choices: Mapping[str, tuple[Choice, ...]]
    by_page: Mapping[str, Selection]
    """The selections by the list that shows each; the other lists have none of their own."""

    def cards_of(self, listings: Sequence[Listing]) -> list[Card]:
        """The cards of listings, in their order."""
        return [self.cards[listing.entry.slug] for listing in listings]

    def follow_links(self, path: str) -> tuple[tuple[str, str], ...]:
        """Words and paths for following the list at a path, or else everything."""
        return (self.by_page.get(path) or self.by_page[addresses.OPPORTUNITIES]).follow_links

    def feed_of(self, path: str) -> str:
        """The path of the feed of the list at a path, empty where it has none of its own."""
        return self.by_page[path].atom_path if path in self.by_page else ""


def site_of(
    catalogue: Catalogue,
    index: Index,
    today: date,
    address: str,
    mailbox: str = "",
    repository: str = "",
) -> Site:
    """Everything the pages are made from."""
    lists = ready_lists(catalogue, index)
    groups = {group.key: group for group in groups_of(catalogue)}
    followed = selections(catalogue, index)
    counts = index.counts("alliance")
    alliance_cards = {
        slug: alliance_card(alliance, counts.get(slug, 0))
        for slug, alliance in catalogue.alliances.items()
    }
    return Site(
        catalogue=catalogue,
        index=index,
        today=today,
        address=address,
        mailbox=mailbox,
        repository=repository,
        lists=lists,
        groups=groups,
        selections=followed,
        by_page={one.page: one for one in followed},
        cards={slug: card_of(one, catalogue) for slug, one in index.by_slug.items()},
        alliance_cards=alliance_cards,
        choices={
            group: tuple(one.choice for one in lists if one.group == group and one.listings)
            for group in ("special", *groups)
        },
    )
