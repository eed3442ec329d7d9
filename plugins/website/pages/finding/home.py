"""The home page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalogue.model.status import CONFIRMED, LISTED
from project import addresses
from project.words import counted
from website.artwork.patches import patch
from website.exports import json_ld
from website.site_files import TemplatePage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalogue.model.index import Listing
    from website.site import Site

CARDS_ON_HOME: Final = 3
SITE_DESCRIPTION: Final = (
    "Find your NHS Cancer Alliance and ways to have your say in cancer care where you live."
)


def home_page(site: Site) -> TemplatePage:
    """The home page: the first of what is open, and the ways to begin."""
    listed = site.index.listed
    first = first_of(listed)
    return TemplatePage(
        path=addresses.HOME,
        template="index",
        values={
            "cards": site.cards_of(first.listings),
            "cards_title": first.title,
            "cards_hint": first.hint,
            "count_words": counted(len(listed), "opportunity", "opportunities") if listed else "",
            "ways": ways_to_have_a_say(),
            "description": SITE_DESCRIPTION,
            "breadcrumbs": [],
            "structured_data": json_ld.as_script([json_ld.website(site.address, SITE_DESCRIPTION)]),
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """What the home page shows of all that is listed, under a title and a hint."""

    title: str
    hint: str
    listings: Sequence[Listing] = ()


NOTHING: Final = First(
    title="Nothing to join just now",
    hint="You can write to your alliance and say what you would like to do.",
)
GROUPS: Final = (
    ("Closing soon", "These close within 14 days.", {"closing_soon"}),
    ("Open all the time", "You can ask to join at any time of the year.", {"rolling"}),
    ("Open, and checked", "We know the last day to apply to these.", CONFIRMED),
    ("Not confirmed yet", "We do not know if you can still join these. Ask first.", LISTED),
)


def first_of(listed: Sequence[Listing]) -> First:
    """The first few of the first group that holds anything."""
    for title, hint, statuses in GROUPS:
        fitting = [one for one in listed if one.status in statuses][:CARDS_ON_HOME]
        if fitting:
            return First(title=title, hint=hint, listings=fitting)
    return NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One of the ways to have one's say, as the home page shows it."""

    title: str
    path: str
    text: str
    patch_html: str
    tint: str


def ways_to_have_a_say() -> tuple[Way, ...]:
    """The three ways, as the home page shows them."""
    return (
        Way(
            title="Find something to join",
            path=addresses.OPPORTUNITIES,
            text="Panels, surveys, hospital groups and research. Some you can do from home.",
            patch_html=patch("speech", ("gold", "cream", "damson")),
            tint="amber",
        ),
        Way(
            title="Contact your alliance",
            path=addresses.FIND,
            text="See which alliance is yours, what it covers and how to reach it.",
            patch_html=patch("two-people", ("mint", "pine", "terracotta")),
            tint="sage",
        ),
        Way(
            title="Write to your MP",
            path=addresses.WRITE_TO_MP,
            text="Ask your MP to meet the lead of your alliance, in your own words.",
            patch_html=patch("quarters", ("damson", "lavender", "gold")),
            tint="",
        ),
    )
