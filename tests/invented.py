"""Invented entries, for tests that need dates, places and oddities.

The alliances are those of the sample, the vocabularies those of the project.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from catalogue.loader import Loaded, load
from catalogue.model.catalogue import Catalogue
from catalogue.model.index import Listing, index_of
from catalogue.model.opportunity import Apply, Opportunity, Session
from catalogue.problems.origin import Origin
from catalogue.schema.checked import Checked
from catalogue.schema.facts import facts_of
from catalogue.schema.field_types import Area, Closing, Ended
from tests.sample import TODAY, lay_out
from website.cards import card

SITE = "https://example.org/repo"


@cache
def loaded() -> Loaded:
    """The invented project as the checker reads it."""
    with TemporaryDirectory() as folder:
        return load(lay_out(Path(folder)), TODAY)


def sample() -> Catalogue:
    """What is in the invented project."""
    return loaded().catalogue


def term(vocabulary, code):
    return sample().vocabularies[vocabulary][code]


CODES = {
    fact.name: vocabulary
    for fact in facts_of(Opportunity)
    for vocabulary in fact.type.vocabularies()
    if not fact.type.parts
}


def entry(slug="reader-panel", **values):
    """One entry; codes, areas and ends are given as files have them.

    ``checked`` is the day on which somebody saw its live page, or what ``saved_copy`` gives.
    """
    made = {
        "slug": slug,
        "title": "Read a leaflet",
        "organiser": "An invented trust",
        "alliances": ("wessex",),
        "summary": "You read a leaflet. You say what is not clear.",
        "kind": "readers_panel",
        "who_for": ("patients",),
        "checked": date(2026, 11, 20),
        "sources": ("https://www.example.nhs.uk/panel",),
        "origin": Origin(path=f"content/opportunities/{slug}.md", places={}),
    } | values
    for name, value in made.items():
        made[name] = MADE.get(name, lambda same: same)(value)
        if name in CODES and value:
            made[name] = terms(CODES[name], value)
    return Opportunity(**made)


def terms(vocabulary, codes):
    if isinstance(codes, str):
        return term(vocabulary, codes)
    return tuple(term(vocabulary, code) for code in codes)


MADE = {
    "alliances": lambda slugs: Area() if slugs == "all" else Area(slugs=slugs),
    "deadline": lambda end: Closing(ongoing=True) if end == "ongoing" else Closing(moment=end),
    "closed": lambda day: Ended() if day == "yes" else Ended(day=day),
    "checked": lambda day: checked(day) if isinstance(day, date) else day,
}


def checked(on=date(2026, 11, 20), how="live-page", **values) -> Checked:
    """A check; that of a live page confirms an entry."""
    return Checked(on=on, how=term("checked_how", how), **values)


def saved_copy(page_date=None, **values) -> Checked:
    """A check that confirms nothing."""
    return checked(how="stored-copy", page_date=page_date, **values)


def catalogue(*entries: Opportunity) -> Catalogue:
    """The alliances and vocabularies of the sample with these entries."""
    return replace(sample(), opportunities=entries)


def index(*entries: Opportunity, today=TODAY):
    return index_of(catalogue(*entries), today)


def listing(one: Opportunity, today=TODAY) -> Listing:
    return index(one, today=today).by_slug[one.slug]


def cards(*entries: Opportunity, today=TODAY):
    made = catalogue(*entries)
    listings = index_of(made, today).by_slug
    return {slug: card.card_of(one, made) for slug, one in listings.items()}


def meeting(starts: datetime | date, ends=None, place=None) -> Session:
    return Session(starts=starts, ends=ends, place=place)


def apply(**ways: str) -> Apply:
    return Apply(**ways)
