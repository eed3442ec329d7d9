"""JSON-LD: structured data for search engines, with schema.org terms only where they are true."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from jinja2.utils import htmlsafe_json_dumps

from catalogue.model.wording import with_caution
from catalogue.schema.dates import as_day
from project import addresses
from project.addresses import SITE_NAME
from project.json_text import json_text
from project.london import LONDON
from website.exports.open_data import LICENCE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from markupsafe import Markup

    from catalogue.model.alliance import Alliance
    from catalogue.model.index import Listing
    from catalogue.model.opportunity import Opportunity
    from website.site import Site


def page_of_listings(
    site: Site, title: str, path: str, description: str, shown: Sequence[Listing]
) -> dict[str, Any]:
    """What a page that shows these opportunities is, for search engines."""
    entries = [one.entry for one in shown[:MOST_LISTED]]
    items = [(entry.title, addresses.opportunity(entry.slug)) for entry in entries]
    return listing_page(title, path, description, items, site.address, total=len(shown))


CONTEXT: Final = "https://schema.org"
# The first of a list say what it is; the rest only make the page heavier.
MOST_LISTED: Final = 20
# What a page written in Markdown is, by its slug; any other is a WebPage.
WRITTEN_KINDS: Final[Mapping[str, str]] = {
    "about": "AboutPage",
    "find": "CollectionPage",
    "find-hospitals": "CollectionPage",
    "find-places": "CollectionPage",
    "guides": "CollectionPage",
    "how-it-works": "Article",
    "what-is-changing": "Article",
    "why-it-matters": "Article",
}
GUIDE: Final = "guides-"
"""What the slug of every guide begins with."""

ATTENDANCE: Final[Mapping[frozenset[str], str]] = {
    frozenset({"online"}): "OnlineEventAttendanceMode",
    frozenset({"in_person"}): "OfflineEventAttendanceMode",
    frozenset({"online", "in_person"}): "MixedEventAttendanceMode",
}
DOWNLOADS: Final = (
    ("/api/v1/opportunities.json", "application/json"),
    ("/api/v1/opportunities.csv", "text/csv"),
    ("/api/v1/alliances.json", "application/json"),
    ("/feeds/all.atom.xml", "application/atom+xml"),
    ("/calendars/deadlines.ics", "text/calendar"),
)


def as_script(things: Sequence[dict[str, Any]]) -> Markup:
    """JSON that may stand inside a script element: no character can end it."""
    return htmlsafe_json_dumps([{"@context": CONTEXT, **thing} for thing in things], json_text)


def website(site_address: str, description: str) -> dict[str, Any]:
    """The site as a whole."""
    return {
        "@type": "WebSite",
        "name": SITE_NAME,
        "url": f"{site_address}/",
        "description": description,
        "inLanguage": "en-GB",
    }


def breadcrumbs(trail: Sequence[tuple[str, str]], site_address: str) -> dict[str, Any]:
    """Where a page stands: names and paths from the home page down."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": site_address + path}
            for position, (name, path) in enumerate(trail, 1)
        ],
    }


def page(kind: str, name: str, path: str, description: str, site_address: str) -> dict[str, Any]:
    """A page: WebPage, AboutPage, Article or CollectionPage."""
    title = "headline" if kind == "Article" else "name"
    return {
        "@type": kind,
        title: name,
        "url": site_address + path,
        "description": description,
        "inLanguage": "en-GB",
    }


def listing_page(
    name: str,
    path: str,
    description: str,
    items: Sequence[tuple[str, str]],
    site_address: str,
    *,
    total: int = 0,
) -> dict[str, Any]:
    """A page that lists opportunities or alliances, names and paths, in order.

    ``total`` says how many there are where ``items`` are only the first of them.
    """
    return {
        **page("CollectionPage", name, path, description, site_address),
        "mainEntity": {
            "@type": "ItemList",
            "numberOfItems": total or len(items),
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": position,
                    "name": item,
                    "url": site_address + path_of_item,
                }
                for position, (item, path_of_item) in enumerate(items[:MOST_LISTED], 1)
            ],
        },
    }


def organization(alliance: Alliance, site_address: str) -> dict[str, Any]:
    """An alliance, with the area it serves and the ways to reach it that are known."""
    contact = alliance.contact
    points = {
        name: contact[key]
        for name, key in (("email", "email"), ("telephone", "phone"))
        if key in contact
    }
    thing: dict[str, Any] = {
        "@type": "Organization",
        "name": alliance.name,
        "mainEntityOfPage": f"{site_address}/alliances/{alliance.slug}/",
        "description": alliance.summary,
        "areaServed": [
            {"@type": "AdministrativeArea", "name": council}
            for council in alliance.area["councils"]
        ],
        "identifier": alliance.ons_code,
    }
    if "website" in contact:
        thing["url"] = contact["website"]
    if points:
        thing["contactPoint"] = {"@type": "ContactPoint", **points}
    return thing


def events(listing: Listing, site_address: str, today: date) -> list[dict[str, Any]]:
    """The dated meetings of an opportunity that have a place and are not over."""
    entry = listing.entry
    return [
        {
            "@type": "Event",
            "name": entry.title,
            "description": with_caution(entry.summary, listing),
            "startDate": _in_british_time(session.starts),
            **({"endDate": _in_british_time(session.ends)} if session.ends else {}),
            **_attendance(entry),
            "location": {"@type": "Place", "name": session.place or entry.place},
            "organizer": {"@type": "Organization", "name": entry.organiser},
            "url": f"{site_address}/opportunities/{entry.slug}/",
        }
        for session in entry.sessions
        if (session.place or entry.place) and as_day(session.ends or session.starts) >= today
    ]


def _in_british_time(moment: date) -> str:
    """A date, or a date and time with its distance from Greenwich."""
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=LONDON).isoformat()
    return moment.isoformat()


def _attendance(entry: Opportunity) -> dict[str, str]:
    """Whether people meet online, in a room or both; nothing where it is not stated."""
    modes = ATTENDANCE.get(frozenset(term.code for term in entry.format) & {"online", "in_person"})
    return {"eventAttendanceMode": f"{CONTEXT}/{modes}"} if modes else {}


def defined_terms(
    name: str, words: Sequence[Mapping[str, Any]], path: str, site_address: str
) -> dict[str, Any]:
    """The word list."""
    return {
        "@type": "DefinedTermSet",
        "name": name,
        "url": site_address + path,
        "hasDefinedTerm": [
            {"@type": "DefinedTerm", "name": word["term"], "description": word["meaning"]}
            for word in words
        ],
    }


def dataset(path: str, description: str, site_address: str) -> dict[str, Any]:
    """The open data and where to download it."""
    return {
        "@type": "Dataset",
        "name": "Ways to take part in cancer care in England",
        "description": description,
        "url": site_address + path,
        "license": LICENCE,
        "isAccessibleForFree": True,
        "inLanguage": "en-GB",
        "spatialCoverage": {"@type": "Country", "name": "England"},
        "creator": {"@type": "Organization", "name": SITE_NAME},
        "distribution": [
            {"@type": "DataDownload", "contentUrl": site_address + address, "encodingFormat": kind}
            for address, kind in DOWNLOADS
        ],
    }
