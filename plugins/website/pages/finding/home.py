"""The home page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from project.words import counted
from website.artwork.patches import patch
from website.exports import json_ld
from website.site_files import TemplatePage

if TYPE_CHECKING:
    from website.site import Site

CARDS_ON_HOME: Final = 3
SITE_DESCRIPTION: Final = (
    "Find your NHS Cancer Alliance and ways to have your say in cancer care where you live."
)


def home_page(site: Site) -> TemplatePage:
    """The home page: what closes soon, else what can always be joined, and the ways to begin."""
    soon = [one for one in site.index.listed if one.status == "closing_soon"]
    confirmed = [one for one in site.index.listed if one.is_confirmed]
    shown = (soon or confirmed)[:CARDS_ON_HOME]
    return TemplatePage(
        path="/",
        template="index",
        values={
            "cards": site.cards_of(shown),
            "cards_title": "Closing soon" if soon else "Open all the time",
            "cards_hint": "These close within 14 days."
            if soon
            else "You can ask to join at any time of the year.",
            "count_words": counted(len(site.index.listed), "opportunity", "opportunities"),
            "ways": ways_to_have_a_say(),
            "description": SITE_DESCRIPTION,
            "breadcrumbs": [],
            "structured_data": json_ld.as_script([json_ld.website(site.address, SITE_DESCRIPTION)]),
        },
    )


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
            path="/opportunities/",
            text="Panels, surveys, hospital groups and research. Some you can do from home.",
            patch_html=patch("speech", ("gold", "cream", "damson")),
            tint="amber",
        ),
        Way(
            title="Contact your alliance",
            path="/find/",
            text="See which alliance is yours, what it covers and how to reach it.",
            patch_html=patch("two-people", ("mint", "pine", "terracotta")),
            tint="sage",
        ),
        Way(
            title="Write to your MP",
            path="/write-to-your-mp/",
            text="Ask your MP to meet the lead of your alliance, in your own words.",
            patch_html=patch("quarters", ("damson", "lavender", "gold")),
            tint="",
        ),
    )
