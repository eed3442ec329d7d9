"""The letter: once a year, each alliance is asked whether all that we say is still right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalogue.model.status import LISTED, status_on
from catalogue.schema.dates import in_words
from contributing.freshness.due import ended_without_outcome
from project.addresses import SITE_NAME
from project.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from catalogue.model.alliance import Alliance
    from catalogue.model.catalogue import Catalogue
    from catalogue.model.opportunity import Opportunity

SUBJECT: Final = "Is what we say about taking part in your area still right?"
QUESTIONS: Final = (
    "Is each of these still open, and are its facts right?",
    "Is anything missing? Surveys, panels, groups: we list them all, also small ones.",
    "Are your own contacts right?",
    "For those that have ended: what came of them? People like to hear what changed.",
)


def letter_to(alliance: Alliance, catalogue: Catalogue, today: date, address: str) -> str:
    """A letter in plain words, ready to be sent by e-mail.

    ``address`` is the public address of the site, empty while it has none.
    """
    entries = [
        entry
        for entry in catalogue.opportunities
        if alliance.slug in entry.alliances.slugs and status_on(entry, today) in LISTED
    ]
    ended = [
        entry
        for entry in catalogue.opportunities
        if alliance.slug in entry.alliances.slugs and ended_without_outcome(entry, today)
    ]
    return "\n".join(_lines(alliance, entries, ended, today, address)) + "\n"


def _lines(
    alliance: Alliance,
    entries: list[Opportunity],
    ended: list[Opportunity],
    today: date,
    address: str,
) -> Iterator[str]:
    email = alliance.contact.get("email")
    website = alliance.contact.get("website")
    yield f"To: {email or f'no shared e-mail address is known. Website: {website or NOTHING}'}"
    yield f"Subject: {SUBJECT}"
    yield ""
    yield f"Dear team at {alliance.name},"
    yield ""
    yield "we are volunteers. We keep a list of all the ways in which people with cancer,"
    yield "carers and family can have a say in cancer care in England. We are not part of"
    yield "the NHS. Once a year we ask you to look over what we say about your area."
    if address:
        yield f"Your page: {address}/alliances/{alliance.slug}/"
    yield ""
    yield f"We list {counted(len(entries), 'way', 'ways')} to take part in your area:"
    for entry in entries:
        yield ""
        yield from _entry(entry, address)
    if ended:
        yield ""
        yield "These have ended, and we do not know what came of them:"
        yield from (f"* {entry.title}" for entry in ended)
    yield ""
    yield "Your contacts, as we have them:"
    for label, name in CONTACTS:
        yield f"  {label}: {alliance.contact.get(name, NOTHING)}"
    yield ""
    yield "Please tell us:"
    for number, question in enumerate(QUESTIONS, 1):
        yield f"{number}. {question}"
    yield ""
    yield "You can simply answer this e-mail. A line such as “all right” is enough: the pages"
    yield f"then say that you confirmed them. This letter was written on {in_words(today)}."
    yield ""
    yield f"With thanks from the volunteers of {SITE_NAME}"


NOTHING: Final = "not known to us"
CONTACTS: Final = (
    ("Website", "website"),
    ("E-mail", "email"),
    ("Phone", "phone"),
    ("Post", "post"),
)


def _entry(entry: Opportunity, address: str) -> Iterator[str]:
    yield f"* {entry.title}"
    yield f"  Run by: {entry.organiser}"
    yield f"  Closes: {_closes(entry)}"
    yield f"  How to start: {_start(entry)}"
    yield f"  Last checked: {in_words(entry.checked.on)}"
    if entry.to_confirm:
        yield f"  We are not sure: {entry.to_confirm}"
    if address:
        yield f"  Page: {address}/opportunities/{entry.slug}/"


def _closes(entry: Opportunity) -> str:
    if entry.last_day:
        return in_words(entry.last_day)
    return "at any time" if entry.deadline.ongoing else NOTHING


def _start(entry: Opportunity) -> str:
    if entry.apply is None:
        return NOTHING
    return entry.apply.url or entry.apply.email or entry.apply.phone or entry.apply.how or NOTHING
