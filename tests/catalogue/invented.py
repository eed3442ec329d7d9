"""Invented entries, with the real vocabularies, for tests that need dates, places and oddities."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache

from catalogue import views
from catalogue.index import Listing, index_of
from catalogue.loader import load
from catalogue.model import Apply, Catalogue, Checked, Opportunity, Origin, Session
from tests.built import PROJECT

TODAY = date(2026, 11, 22)
SITE = "https://example.org/repo"


@cache
def real():
    return load(PROJECT, TODAY).catalogue


def term(vocabulary, code):
    return real().vocabularies[vocabulary][code]


def entry(slug="reader-panel", **values):
    """One entry; ``kind`` and the like are given as codes."""
    made = {
        "slug": slug,
        "title": "Read a leaflet",
        "organiser": "An invented trust",
        "alliances": ("wessex",),
        "everywhere": False,
        "summary": "You read a leaflet. You say what is not clear.",
        "kind": "readers_panel",
        "who_for": ("patients",),
        "checked": date(2026, 11, 20),
        "sources": ("https://www.example.nhs.uk/panel",),
        "origin": Origin(path=f"content/opportunities/{slug}.md", places={}),
    } | values
    made["kind"] = term("kinds", made["kind"])
    made["who_for"] = tuple(term("who_for", code) for code in made["who_for"])
    made["checked"] = Checked(on=made["checked"], how=term("checked_how", "live-page"))
    for name, vocabulary in (("formats", "formats"), ("expenses", "expenses")):
        made[name] = tuple(term(vocabulary, code) for code in made.get(name, ()))
    for name, vocabulary in (("payment", "payments"), ("commitment", "commitments")):
        made[name] = term(vocabulary, made[name]) if name in made else None
    if made["everywhere"]:
        made["alliances"] = ()
    return Opportunity(**made)


def catalogue(*entries: Opportunity) -> Catalogue:
    """The real alliances and vocabularies with these entries."""
    return real()._replace(opportunities=entries)


def index(*entries: Opportunity, today=TODAY):
    return index_of(catalogue(*entries), today)


def listing(one: Opportunity, today=TODAY) -> Listing:
    return index(one, today=today).by_slug[one.slug]


def cards(*entries: Opportunity, today=TODAY):
    made = catalogue(*entries)
    listings = index_of(made, today).by_slug
    return {slug: views.card_of(one, made) for slug, one in listings.items()}


def meeting(starts: datetime | date, ends=None, place=None) -> Session:
    return Session(starts=starts, ends=ends, place=place)


def apply(**ways: str) -> Apply:
    return Apply(**ways)
