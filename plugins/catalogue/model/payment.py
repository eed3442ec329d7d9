"""A payment: what people were really offered for a task, and when."""

from __future__ import annotations

from catalogue.schema.dates import part_in_words
from catalogue.schema.facts import entry, fact, optional
from catalogue.schema.field_types import Line, Link, PartOfDate, Several


@entry
class Payment:
    """What people were offered for a task, and how old that is."""

    task: str = fact(Line(most=150), help="what people did, and for whom")
    offered: str = fact(Line(most=150), help="what they were offered")
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

    @property
    def when(self) -> str:
        """How old it is, in words."""
        return self.page_age or part_in_words(self.last_known or "")
