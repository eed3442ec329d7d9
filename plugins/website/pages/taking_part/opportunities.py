"""The full list of opportunities, and the ready-made lists that lead on from it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from project import addresses
from website.lists.ready_lists import CARDS_ON_A_PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalogue.model.index import Listing
    from website.cards.card import Card
    from website.finder.finder_panel import Panel
    from website.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceGroup:
    """What rests on evidence of one sort; ``count`` is how much of it is listed in all."""

    code: str
    title: str
    hint: str
    count: int
    cards: list[Card]


def opportunities_values(site: Site, panel: Panel) -> dict[str, Any]:
    """What the page of the full list shows.

    It shows as many cards as one page holds; the ready-made lists hold the others.
    """
    listed = site.index.listed
    shown = listed[:CARDS_ON_A_PAGE]
    return {
        "choices": site.choices,
        "choose_by": [(one.title, site.choices[key]) for key, one in site.groups.items()],
        "listed_count": len(listed),
        "has_unconfirmed": not all(one.is_confirmed for one in listed),
        "hidden_count": len(listed) - len(shown),
        "groups": list(_groups(site, shown)),
        "finder": panel,
        "follow": site.follow_links(addresses.OPPORTUNITIES),
    }


def _groups(site: Site, shown: Sequence[Listing]) -> Iterator[EvidenceGroup]:
    """What is shown, by what it rests on; a group that is empty has no heading."""
    evidence = attrgetter("evidence")
    counts = Counter(map(evidence, site.index.listed))
    for code, listings in groupby(shown, evidence):
        term = site.catalogue.vocabularies["evidence"][code]
        yield EvidenceGroup(
            code=code,
            title=term.label,
            hint=term.hint,
            count=counts[code],
            cards=site.cards_of(list(listings)),
        )
