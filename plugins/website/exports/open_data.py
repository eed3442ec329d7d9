"""The open data: entries as plain values for JSON, and as rows for CSV."""

from __future__ import annotations

import csv
from datetime import date, datetime
from io import StringIO
from typing import TYPE_CHECKING, Any, Final

from project.json_text import json_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from catalogue.model.catalogue_values import Alliance
    from catalogue.model.index import Listing
    from catalogue.model.opportunity import Opportunity
    from catalogue.schema.checked import Checked
    from catalogue.schema.vocabulary import Term

LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"
# A spreadsheet runs a cell that starts with one of these. Some look past spaces before it, and
# some read the wide forms of East Asian writing as the same signs.
RUN_BY_SPREADSHEETS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

# Facts that have a usual value where a file leaves them out.
USUAL: Final = ("cancer_types", "stages", "led_by")

COLUMNS: Final = (
    "slug",
    "status",
    "url",
    "title",
    "organiser",
    "alliances",
    "kind",
    "summary",
    "who_for",
    "eligibility",
    "cancer_types",
    "stages",
    "format",
    "place",
    "commitment",
    "time",
    "term",
    "payment",
    "payment_detail",
    "expenses",
    "support",
    "apply_url",
    "apply_email",
    "apply_phone",
    "apply_post",
    "apply_how",
    "opens",
    "deadline",
    "dates_note",
    "sessions",
    "sources",
    "checked_on",
    "checked_how",
    "checked_page_date",
    "checked_page_age",
    "checked_basis",
    "scope",
    "led_by",
    "confidence",
    "to_confirm",
    "outcome",
    "closed",
    "moved_to",
)


def opportunity_item(listing: Listing, site_address: str) -> dict[str, Any]:
    """An opportunity with the field names of its file, plus slug, status and url.

    ``left_out`` names the facts that have their usual value because the file does not say them.
    """
    entry = listing.entry
    item = {
        "slug": entry.slug,
        "status": listing.status,
        "url": f"{site_address}/opportunities/{entry.slug}/",
        "title": entry.title,
        "organiser": entry.organiser,
        "alliances": "all" if entry.alliances.everywhere else list(entry.alliances.slugs),
        "kind": entry.kind.code,
        "summary": entry.summary,
        "who_for": _codes(entry.who_for),
        "eligibility": entry.eligibility,
        "cancer_types": _codes(entry.cancer_types) or ["any"],
        "stages": _codes(entry.stages) or ["any"],
        "format": _codes(entry.format) or None,
        "place": entry.place,
        "commitment": _code(entry.commitment),
        "time": entry.time,
        "term": entry.term,
        "payment": _code(entry.payment),
        "payment_detail": entry.payment_detail,
        "expenses": _codes(entry.expenses) or None,
        "support": _codes(entry.support) or None,
        "apply": _apply(entry),
        "opens": _written(entry.opens),
        "deadline": "ongoing" if entry.deadline.ongoing else _written(entry.deadline.moment),
        "dates_note": entry.dates_note,
        "sessions": _sessions(entry),
        "sources": list(entry.sources),
        "checked": _checked(entry.checked),
        "scope": _code(entry.scope),
        "led_by": "alliance" if entry.led_by_alliance else "partner",
        "confidence": _code(entry.confidence),
        "to_confirm": entry.to_confirm,
        "outcome": entry.outcome,
        "closed": _written(entry.closed_on) or ("yes" if entry.closed else None),
        "moved_to": entry.moved_to,
        "body": entry.body or None,
        "left_out": [name for name in USUAL if name not in entry.origin.places] or None,
    }
    return _stated(item)


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
        "patient_facts": alliance.patient_facts,
        "doubts": alliance.doubts,
        "checked": _checked(alliance.checked),
    }
    return _stated(item)


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
    return json_text(value, _written)


def as_csv(items: Iterable[Mapping[str, Any]]) -> str:
    """Opportunities as a table (RFC 4180) that is safe to open in a spreadsheet."""
    table = StringIO(newline="")
    writer = csv.DictWriter(table, COLUMNS, extrasaction="ignore")
    writer.writeheader()
    for item in items:
        writer.writerow({name: _cell(text) for name, text in _flat(item).items()})
    return table.getvalue()


def _flat(item: Mapping[str, Any]) -> dict[str, str]:
    """The texts of an opportunity by the names of their columns."""
    flat: dict[str, str] = {}
    for name, value in item.items():
        if isinstance(value, dict):
            flat |= {f"{name}_{part}": text for part, text in value.items()}
        elif isinstance(value, list):
            texts = map(_session_words, value) if name == "sessions" else value
            flat[name] = "; ".join(texts)
        else:
            flat[name] = value
    return flat


def _session_words(session: Mapping[str, str]) -> str:
    """``2026-12-03 14:00 to 2026-12-03 16:00, Town hall``."""
    times = " to ".join(session[name] for name in ("starts", "ends") if name in session)
    return ", ".join(filter(None, (times, session.get("place"))))


def _cell(text: str) -> str:
    """A text with an apostrophe before what a spreadsheet would run: this shows it as text."""
    return f"'{text}" if text.lstrip(" ").startswith(RUN_BY_SPREADSHEETS) else text


def _stated(item: dict[str, Any]) -> dict[str, Any]:
    """An item without the facts that are not stated."""
    return {name: value for name, value in item.items() if value is not None}


def _codes(terms: Iterable[Term]) -> list[str]:
    return [term.code for term in terms]


def _code(term: Term | None) -> str | None:
    return term.code if term else None


def _apply(entry: Opportunity) -> dict[str, str] | None:
    apply = entry.apply
    if apply is None:
        return None
    ways = {
        "url": apply.url,
        "email": apply.email,
        "phone": apply.phone,
        "post": apply.post,
        "how": apply.how,
    }
    return {name: value for name, value in ways.items() if value}


def _sessions(entry: Opportunity) -> list[dict[str, str]] | None:
    rows = [
        {
            name: value
            for name, value in (
                ("starts", _written(session.starts)),
                ("ends", _written(session.ends)),
                ("place", session.place),
            )
            if value
        }
        for session in entry.sessions
    ]
    return rows or None


def _checked(checked: Checked) -> dict[str, str]:
    facts = {
        "on": _written(checked.on),
        "how": checked.how.code,
        "page_date": checked.page_date,
        "page_age": checked.page_age,
        "basis": checked.basis,
    }
    return {name: value for name, value in facts.items() if value}


def _written(moment: date | None) -> str | None:
    if isinstance(moment, datetime):
        return moment.strftime("%Y-%m-%d %H:%M")
    return moment.isoformat() if moment else None
