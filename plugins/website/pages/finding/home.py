"""The home page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalogue.model.evidence import CONFIRMED, RECENT
from project import addresses
from project.words import counted
from website.artwork.patches import patch
from website.exports import json_ld
from website.site_files import TemplatePage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
        template="home",
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
ASK_FIRST: Final = (
    "We have not been able to confirm these yet. Each page helps you ask if you can still join."
)
GROUPS: Final[tuple[tuple[str, str, Callable[[Listing], bool]], ...]] = (
    (
        "Closing soon",
        "These close within 14 days.",
        lambda one: one.is_confirmed and one.status == "closing_soon",
    ),
    (
        "Confirmed",
        "The organisers told us, or we saw their live pages, in the last 6 months.",
        lambda one: one.evidence == CONFIRMED,
    ),
    ("From the newest pages", ASK_FIRST, lambda one: one.evidence == RECENT),
    ("Not confirmed yet", ASK_FIRST, lambda one: True),
)


def first_of(listed: Sequence[Listing]) -> First:
    """The first few of the first group that holds anything."""
    for title, hint, fits in GROUPS:
        fitting = list(filter(fits, listed))[:CARDS_ON_HOME]
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
