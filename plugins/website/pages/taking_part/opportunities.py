"""The full list of opportunities, and the ready-made lists that lead on from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from project import addresses
from website.lists.ready_lists import CARDS_ON_A_PAGE

if TYPE_CHECKING:
    from website.finder.finder_panel import Panel
    from website.site import Site


def opportunities_values(site: Site, panel: Panel) -> dict[str, Any]:
    """What the page of the full list shows.

    It shows as many cards as one page holds; the ready-made lists hold the others.
    """
    listed = site.index.listed
    confirmed = [one for one in listed if one.is_confirmed]
    shown = listed[:CARDS_ON_A_PAGE]
    return {
        "choices": site.choices,
        "choose_by": [(one.title, site.choices[key]) for key, one in site.groups.items()],
        "listed_count": len(listed),
        "confirmed_count": len(confirmed),
        "unconfirmed_count": len(listed) - len(confirmed),
        "hidden_count": len(listed) - len(shown),
        "confirmed_cards": site.cards_of([one for one in shown if one.is_confirmed]),
        "unconfirmed_cards": site.cards_of([one for one in shown if not one.is_confirmed]),
        "finder": panel,
        "follow": site.follow_links(addresses.OPPORTUNITIES),
    }
