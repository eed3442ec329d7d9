"""DCAT: the open data as a record that catalogues of data can read (W3C DCAT 3, JSON-LD)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from project.addresses import SITE_NAME
from website.exports.open_data import LICENCE

if TYPE_CHECKING:
    from datetime import date

PATH: Final = "/api/v1/dcat.jsonld"
CONTEXT: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
DAILY: Final = "http://publications.europa.eu/resource/authority/frequency/DAILY"
ENGLISH: Final = "http://publications.europa.eu/resource/authority/language/ENG"
MEDIA_TYPES: Final = "https://www.iana.org/assignments/media-types/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """One form of a set of data: its path, media type, name and, for some, its schema's path."""

    path: str
    media_type: str
    title: str
    schema: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSet:
    """A set of data and the forms in which it can be had."""

    name: str
    title: str
    description: str
    keywords: tuple[str, ...]
    downloads: tuple[Download, ...]


SETS: Final = (
    DataSet(
        name="opportunities",
        title="Ways to take part in cancer care in England",
        description="Groups, panels, surveys and more in which people with experience of cancer "
        "can have a say, each with its sources, how old they are, and whether it is confirmed.",
        keywords=(
            *("cancer", "patient involvement", "patient and public voice", "volunteering"),
            "NHS",
        ),
        downloads=(
            Download(
                path="/api/v1/opportunities.json",
                media_type="application/json",
                title="Every entry, as JSON",
                schema="/api/v1/schema/opportunity.json",
            ),
            Download(
                path="/api/v1/opportunities.csv",
                media_type="text/csv",
                title="Every entry, as a table",
            ),
            Download(
                path="/api/v1/volunteering.jsonld",
                media_type="application/ld+json",
                title="The unpaid roles, in the vocabulary of the Volunteering Data Standard",
            ),
            Download(
                path="/api/v1/changes.json",
                media_type="application/json",
                title="What changed lately",
            ),
            Download(
                path="/feeds/all.atom.xml",
                media_type="application/atom+xml",
                title="A feed, as Atom",
            ),
            Download(
                path="/feeds/all.json",
                media_type="application/feed+json",
                title="A feed, as JSON Feed",
            ),
            Download(
                path="/calendars/deadlines.ics", media_type="text/calendar", title="Closing dates"
            ),
            Download(path="/calendars/sessions.ics", media_type="text/calendar", title="Meetings"),
        ),
    ),
    DataSet(
        name="alliances",
        title="Cancer Alliances in England",
        description="The names, codes, areas, hospital trusts and contact details of the 20 "
        "Cancer Alliances, with sources and doubts.",
        keywords=("cancer", "Cancer Alliance", "NHS", "England"),
        downloads=(
            Download(
                path="/api/v1/alliances.json",
                media_type="application/json",
                title="Every alliance, as JSON",
                schema="/api/v1/schema/alliance.json",
            ),
        ),
    ),
)


def catalogue_record(today: date, owner: str, site_address: str) -> dict[str, Any]:
    """The catalogue with its sets of data. ``owner`` is who runs the site, empty until known."""
    home = f"{site_address}/data/"
    publisher = {
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": owner or SITE_NAME},
        "dct:license": {"@id": LICENCE},
        "dct:language": {"@id": ENGLISH},
        "dct:modified": {"@type": "xsd:date", "@value": today.isoformat()},
    }
    return {
        "@context": CONTEXT,
        "@id": f"{home}#catalogue",
        "@type": "dcat:Catalog",
        "dct:title": f"Open data of {SITE_NAME}",
        "dct:description": "All data of the site, made anew each night.",
        "foaf:homepage": {"@id": home},
        **publisher,
        "dcat:dataset": [
            {
                "@id": f"{home}#{one.name}",
                "@type": "dcat:Dataset",
                "dct:title": one.title,
                "dct:description": one.description,
                "dcat:keyword": list(one.keywords),
                "dcat:landingPage": {"@id": home},
                "dct:accrualPeriodicity": {"@id": DAILY},
                **publisher,
                "dcat:distribution": [_distribution(form, site_address) for form in one.downloads],
            }
            for one in SETS
        ],
    }


def _distribution(form: Download, site_address: str) -> dict[str, Any]:
    address = site_address + form.path
    schema = {"dct:conformsTo": {"@id": site_address + form.schema}} if form.schema else {}
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dct:title": form.title,
        "dcat:accessURL": {"@id": address},
        "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": {"@id": MEDIA_TYPES + form.media_type},
        "dct:license": {"@id": LICENCE},
        **schema,
    }
