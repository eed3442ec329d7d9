"""Volunteering: the unpaid roles in the terms of the Volunteering Data Standard, as JSON-LD.

The terms are those of the ontology that the Open Data Institute publishes at
https://standard.volunteeringdata.io/ontology (read as of March 2026), spelt out in full, so that
nobody has to fetch a context. Left out for want of a term or of a fact: age limits, skills,
rewards (the standard names no single rewards yet), addresses, and everything on who it is for.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from catalogue.model.wording import how_long_short, with_caution
from catalogue.schema.dates import as_day
from project.london import LONDON

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalogue.model.index import Listing
    from catalogue.model.opportunity import Opportunity, Session

PATH: Final = "/api/v1/volunteering.jsonld"
STANDARD: Final = "https://ns.volunteeringdata.io/"
# The SPDX name of the licence of the data, as the standard asks for it.
LICENCE: Final = "CC-BY-4.0"
CONTEXT: Final = {
    "dct": "http://purl.org/dc/terms/",
    "time": "http://www.w3.org/2006/time#",
    "volunteering": STANDARD,
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# To answer a survey, be interviewed or go to an event once is to be asked, not to volunteer.
GROUPS: Final = frozenset(
    {"join_a_group", "be_on_a_list", "read_and_comment", "spread_the_word", "improve_or_research"}
)
KINDS_LEFT_OUT: Final = frozenset({"training_course"})


def document(listings: Iterable[Listing], today: date, site_address: str) -> dict[str, Any]:
    """The roles of confirmed and unconfirmed entries, an organiser at a time, by name."""
    organisers: dict[str, list[Listing]] = {}
    for listing in listings:
        if is_volunteering(listing.entry):
            organisers.setdefault(listing.entry.organiser, []).append(listing)
    return {
        "@context": CONTEXT,
        "dct:conformsTo": {"@id": STANDARD},
        "dct:license": LICENCE,
        "dct:modified": {"@type": "xsd:date", "@value": today.isoformat()},
        "@graph": [
            {
                "@type": "volunteering:Organisation",
                "volunteering:organisationName": name,
                "volunteering:organisationActivity": [
                    _activity(one, today, site_address) for one in organisers[name]
                ],
            }
            for name in sorted(organisers)
        ],
    }


def is_volunteering(entry: Opportunity) -> bool:
    """Whether an entry is a role that people take on without being paid for their time."""
    is_paid = entry.payment is not None and entry.payment.code == "paid"
    is_role = entry.kind.group in GROUPS and entry.kind.code not in KINDS_LEFT_OUT
    return is_role and not is_paid


def _activity(listing: Listing, today: date, site_address: str) -> dict[str, Any]:
    entry = listing.entry
    coming = [one for one in entry.sessions if as_day(one.ends or one.starts) >= today]
    known = {
        "volunteering:activityPublishEndDate": _day(entry.last_day) if entry.last_day else None,
        "volunteering:activitySession": [_session(entry, one) for one in coming],
    }
    return {
        "@id": f"{site_address}/opportunities/{entry.slug}/",
        "@type": "volunteering:Activity",
        "volunteering:activityTitle": entry.title,
        "volunteering:activityDescription": with_caution(entry.summary, listing),
        "volunteering:activityRole": _role(entry),
        **{name: value for name, value in known.items() if value},
    }


def _role(entry: Opportunity) -> dict[str, Any]:
    known = {
        "volunteering:roleCommitment": entry.time or how_long_short(entry),
        "volunteering:roleApplyLink": entry.apply.url if entry.apply else None,
        "volunteering:roleAllowsRemoteParticipation": entry.from_home if entry.format else None,
    }
    return {
        "@type": "volunteering:Role",
        "volunteering:roleTitle": entry.kind.label,
        **{name: value for name, value in known.items() if value is not None},
    }


def _session(entry: Opportunity, session: Session) -> dict[str, Any]:
    place = session.place or entry.place
    ends = {"time:hasEnd": _instant(session.ends)} if session.ends else {}
    location = {"@type": "volunteering:Location", "volunteering:locationName": place}
    return {
        "@type": "volunteering:Session",
        "volunteering:sessionTime": {
            "@type": "volunteering:Time",
            "time:hasBeginning": _instant(session.starts),
            **ends,
        },
        **({"volunteering:sessionLocation": location} if place else {}),
    }


def _instant(moment: date) -> dict[str, Any]:
    if not isinstance(moment, datetime):
        return {"@type": "time:Instant", "time:inXSDDate": _day(moment)}
    stamp = moment.replace(tzinfo=LONDON).isoformat()
    value = {"@type": "xsd:dateTimeStamp", "@value": stamp}
    return {"@type": "time:Instant", "time:inXSDDateTimeStamp": value}


def _day(day: date) -> dict[str, str]:
    return {"@type": "xsd:date", "@value": as_day(day).isoformat()}
