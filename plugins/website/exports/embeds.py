"""Embeds: short lists that other people show on their own sites."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from project.words import counted
from website.lists.selections import OF_ALLIANCE, OF_KIND
from website.site_files import TemplatePage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from catalogue.model.index import Listing
    from website.cards.card import Card, Moments
    from website.lists.selections import Selection
    from website.site import Site


def following_pages(site: Site) -> Iterator[TemplatePage]:
    """The lists for other sites. No search engine lists them, and no page of ours leads there."""
    for selection in site.selections:
        for embed in embeds_of(selection, site.cards):
            yield TemplatePage(
                path=embed.path,
                template="embed",
                values={"embed": embed, "breadcrumbs": []},
                is_listed=False,
            )


# With more than this the page would grow beyond 15 KB.
MOST_ENTRIES: Final = 20
# The level of the list's heading. Whoever embeds it picks the one that fits below their own.
LEVELS: Final = (2, 3, 4)
GROUPS: Final = (OF_ALLIANCE, OF_KIND)


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedItem:
    """One line of the list; ``moments`` holds its ``data-`` attributes."""

    title: str
    path: str
    note: str
    moments: Moments


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """A list with its heading at one level. ``more`` are the words of the link to the rest."""

    path: str
    title: str
    level: int
    items: tuple[EmbedItem, ...]
    more: str
    more_path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedChoice:
    """A list that somebody may choose: its path, its title, and the page of ours it stands for."""

    path: str
    title: str
    page: str


def embed_choices(selections: Iterable[Selection]) -> list[EmbedChoice]:
    """Every list there is, with the heading of the first level."""
    return [
        EmbedChoice(path=one.embed_path, title=_title(one), page=one.page)
        for one in selections
        if one.group in GROUPS
    ]


def embeds_of(selection: Selection, cards: Mapping[str, Card]) -> Iterator[Embed]:
    """The list of a selection, once for each level of heading; none of everything at once."""
    if selection.group not in GROUPS:
        return
    shown = selection.listings[:MOST_ENTRIES]
    items = tuple(_item(cards[listing.entry.slug]) for listing in shown)
    for level in LEVELS:
        yield Embed(
            path=path_at(selection, level),
            title=_title(selection),
            level=level,
            items=items,
            more=_more(selection.listings),
            more_path=selection.page,
        )


def path_at(selection: Selection, level: int) -> str:
    """Where the list stands with a heading of this level; the first has the short address."""
    return selection.embed_path if level == LEVELS[0] else f"{selection.embed_path}h{level}/"


def _title(selection: Selection) -> str:
    if selection.group == OF_ALLIANCE:
        return f"Have your say in cancer care: {selection.name}"
    return f"Cancer care: {selection.name}"


def _item(card: Card) -> EmbedItem:
    known = (card.tag, card.who, card.when)
    return EmbedItem(
        title=card.title,
        path=card.path,
        note=". ".join(filter(None, known)) + ".",
        moments=card.moments,
    )


def _more(listings: Sequence[Listing]) -> str:
    hidden = len(listings) - MOST_ENTRIES
    if hidden > 0:
        return f"See {counted(hidden, 'more way', 'more ways')} to take part"
    return "See full details" if listings else "See other ways to take part"
