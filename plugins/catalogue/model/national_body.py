"""A national body: whom people outside England can turn to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.schema.facts import entry, fact, optional
from catalogue.schema.field_types import Code, Line, Link, PartOfDate, Several, Slug

if TYPE_CHECKING:
    from catalogue.schema.vocabulary import Term


@entry
class NationalBody:
    """Whom people of a nation or an island outside England can turn to."""

    nation: Term = fact(Code("nations"), help="the nation or island")
    name: str = fact(Line(most=120), help="its name")
    what: str = fact(Line(most=300), help="what it does, in plain sentences")
    web: str | None = optional(Link(), default=None, help="the page that people are sent to")
    alliance: str | None = optional(
        Slug(), default=None, help="the alliance that it is, where it is one of England"
    )
    last_known: str | None = optional(
        PartOfDate(), default=None, help="the newest date on which a source had it"
    )
    page_age: str | None = optional(
        Line(most=120), default=None, help="that date in words, if not exact"
    )
    sources: tuple[str, ...] = fact(Several(of=Link()), help="the pages where this stands")
    doubts: tuple[str, ...] = optional(
        Several(of=Line()), default=(), help="what is doubtful, for maintainers"
    )
