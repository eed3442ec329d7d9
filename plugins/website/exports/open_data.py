"""The open data: entries as plain values for JSON, and as rows for CSV."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Any, Final

from catalogue.schema.checked import Checked
from catalogue.schema.facts import facts_of
from catalogue.schema.field_types import Group
from catalogue.schema.field_types.moments import as_written
from catalogue.schema.json_schema import ALLIANCE_TITLE, OPPORTUNITY_TITLE, json_schema
from catalogue.schema.tables import ALLIANCE
from catalogue.schema.vocabulary import NOT_STATED
from project.json_text import json_text
from website.exports import open_data
from website.site_files import TextFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from catalogue.model.alliance import Alliance
    from catalogue.model.index import Listing
    from catalogue.schema.facts import Fact
    from website.site import Site


def open_data_files(site: Site) -> Iterator[TextFile]:
    """Open data, schemas, and what robots and researchers look for."""
    listings = site.index.every
    items = [open_data.opportunity_item(listing, site.address) for listing in listings]
    alliances = [
        open_data.alliance_item(alliance, site.alliance_cards[slug].count, site.address)
        for slug, alliance in site.catalogue.alliances.items()
    ]
    yield from _records("opportunities", items, site)
    yield from _records("alliances", alliances, site)
    yield TextFile(
        path="api/v1/opportunities.csv", text=open_data.as_csv(items, site.catalogue.facts)
    )
    for name, title, facts in (
        ("opportunity", OPPORTUNITY_TITLE, site.catalogue.facts),
        ("alliance", ALLIANCE_TITLE, ALLIANCE),
    ):
        path = f"api/v1/schema/{name}.json"
        address = f"{site.address}/{path}"
        schema = json_schema(title, facts, site.catalogue.vocabularies, address)
        yield TextFile(path=path, text=open_data.as_json(schema))


def _records(name: str, items: Sequence[Mapping[str, Any]], site: Site) -> Iterator[TextFile]:
    """Open data of one sort: a file for each item, and one for all of them."""
    for item in items:
        yield TextFile(path=f"api/v1/{name}/{item['slug']}.json", text=open_data.as_json(item))
    yield TextFile(
        path=f"api/v1/{name}.json", text=open_data.as_json(open_data.collection(items, site.today))
    )


LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"
# A spreadsheet runs a cell that starts with one of these. Some look past spaces before it, and
# some read the wide forms of East Asian writing as the same signs.
RUN_BY_SPREADSHEETS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# What stands before the facts of an entry.
_FIRST_COLUMNS: Final = ("slug", "status", "confirmed", "url")


def opportunity_item(listing: Listing, site_address: str) -> dict[str, Any]:
    """An opportunity with the names of the facts of its file, plus slug, status, confirmed and url.

    ``left_out`` names the facts that have their usual value because the file does not say them.
    """
    entry = listing.entry
    facts = facts_of(type(entry))
    usual = {fact.name: fact.usual_written for fact in facts if _has_usual_value(fact)}
    item: dict[str, Any] = {
        "slug": entry.slug,
        "status": listing.status,
        "confirmed": listing.is_confirmed,
        "url": f"{site_address}/opportunities/{entry.slug}/",
    }
    for fact in facts:
        written = fact.type.written(getattr(entry, fact.name))
        item[fact.name] = written or usual.get(fact.name)
    item["body"] = entry.body
    item["left_out"] = [name for name in usual if name not in entry.origin.places]
    return {name: value for name, value in item.items() if value or value is False}


def _has_usual_value(fact: Fact) -> bool:
    """Whether leaving it out says something, and not only that it is not stated."""
    return fact.usual not in ("", NOT_STATED)


def alliance_item(alliance: Alliance, count: int, site_address: str) -> dict[str, Any]:
    """An alliance with the field names of its file, plus slug, url and how much is listed."""
    item = {
        "slug": alliance.slug,
        "url": f"{site_address}/alliances/{alliance.slug}/",
        "opportunities": count,
        "summary": alliance.summary,
        "names": alliance.names,
        "codes": alliance.codes,
        "region": alliance.region,
        "icbs": alliance.icbs,
        "trusts": alliance.trusts,
        "area": alliance.area,
        "population": alliance.population,
        "host": alliance.host,
        "contact": alliance.contact,
        "involvement": alliance.involvement or None,
        "routes": alliance.routes,
        "patient_facts": alliance.patient_facts,
        "doubts": alliance.doubts,
        "checked": Group.of(Checked).written(alliance.checked),
    }
    return {name: value for name, value in item.items() if value is not None}


def collection(items: Sequence[Mapping[str, Any]], today: date) -> dict[str, Any]:
    """A list wrapped with the day it was made and its licence."""
    return {
        "generated": today.isoformat(),
        "licence": LICENCE,
        "count": len(items),
        "items": list(items),
    }


def as_json(value: Any) -> str:
    """JSON text, dates as they are written in entries."""
    return json_text(value, as_written)


def as_csv(items: Iterable[Mapping[str, Any]], facts: Sequence[Fact]) -> str:
    """Opportunities as a table (RFC 4180) that is safe to open in a spreadsheet."""
    table = StringIO(newline="")
    writer = csv.DictWriter(table, columns(facts))
    writer.writeheader()
    for item in items:
        writer.writerow({name: _cell(text) for name, text in _flat(item, facts).items()})
    return table.getvalue()


def columns(facts: Iterable[Fact]) -> tuple[str, ...]:
    """The columns of the table of opportunities that state these facts."""
    return (*_FIRST_COLUMNS, *(name for fact in facts for name in fact.type.columns(fact.name)))


def _flat(item: Mapping[str, Any], facts: Iterable[Fact]) -> dict[str, str]:
    """The texts of an opportunity by the names of their columns."""
    first = {name: item[name] for name in _FIRST_COLUMNS}
    flat = first | {"confirmed": "true" if item["confirmed"] else "false"}
    for fact in facts:
        if fact.name in item:
            flat |= fact.type.cells(fact.name, item[fact.name])
    return flat


def _cell(text: str) -> str:
    """A text with an apostrophe before what a spreadsheet would run: this shows it as text."""
    return f"'{text}" if text.lstrip(" ").startswith(RUN_BY_SPREADSHEETS) else text
