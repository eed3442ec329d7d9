"""The model: opportunities and alliances as values, with what follows from them.

Processes hand these values to each other. The dataclasses have no slots: a frozen one with slots is
taken apart and put together again by code of its own, which takes twice the time.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from catalogue.dates import as_day
from catalogue.problems import ERROR, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalogue.vocabulary import Term, Vocabulary


class Origin(NamedTuple):
    """The file an entry came from, and where each of its values stands in it."""

    path: str
    places: Mapping[str, tuple[int, int]]

    def problem(
        self, name: str, code: str, message: str, fix: str, severity: str = ERROR
    ) -> Problem:
        """A problem at the place of a value, or at the top when it is not written."""
        line, column = self.places.get(name, (1, 1))
        return Problem(
            path=self.path,
            line=line,
            column=column,
            code=code,
            message=message,
            fix=fix,
            severity=severity,
        )


class Checked(NamedTuple):
    """When and how an entry was last checked, and how old the page was that was read."""

    on: date
    how: Term
    page_date: str | None = None
    page_age: str | None = None
    basis: str | None = None


class Apply(NamedTuple):
    """The ways to start."""

    url: str | None = None
    email: str | None = None
    phone: str | None = None
    post: str | None = None
    how: str | None = None


class Session(NamedTuple):
    """One dated meeting."""

    starts: date
    ends: date | None = None
    place: str | None = None


@dataclass(frozen=True, kw_only=True)
class Opportunity:
    """One way to take part."""

    slug: str
    title: str
    organiser: str
    alliances: tuple[str, ...]
    everywhere: bool
    kind: Term
    summary: str
    who_for: tuple[Term, ...]
    checked: Checked
    sources: tuple[str, ...]
    eligibility: str | None = None
    cancer_types: tuple[Term, ...] = ()
    stages: tuple[Term, ...] = ()
    formats: tuple[Term, ...] = ()
    place: str | None = None
    commitment: Term | None = None
    time: str | None = None
    term: str | None = None
    payment: Term | None = None
    payment_detail: str | None = None
    expenses: tuple[Term, ...] = ()
    support: tuple[Term, ...] = ()
    apply: Apply | None = None
    opens: date | None = None
    deadline: date | None = None
    ongoing: bool = False
    dates_note: str | None = None
    sessions: tuple[Session, ...] = ()
    scope: Term | None = None
    led_by_alliance: bool = False
    confidence: Term | None = None
    to_confirm: str | None = None
    outcome: str | None = None
    is_closed: bool = False
    closed_on: date | None = None
    moved_to: str | None = None
    body: str = ""
    body_line: int = 1
    origin: Origin

    @property
    def last_day(self) -> date | None:
        """The last day to apply; for dated meetings without one, the last meeting."""
        if self.deadline is not None:
            return as_day(self.deadline)
        if self.sessions and not self.ongoing:
            return max(as_day(session.ends or session.starts) for session in self.sessions)
        return None

    @property
    def closing_time(self) -> datetime | None:
        """The minute it closes, where the organiser gave one."""
        return self.deadline if isinstance(self.deadline, datetime) else None

    @property
    def from_home(self) -> bool:
        """Whether somebody can take part without travelling."""
        return any(term.code in {"online", "phone", "post"} for term in self.formats)

    @property
    def costs_paid(self) -> bool:
        """Whether payment, a voucher or expenses are stated."""
        paid = self.payment is not None and self.payment.code in {
            "paid",
            "expenses_only",
            "voucher",
        }
        return paid or bool(self.expenses)


@dataclass(frozen=True, kw_only=True)
class Alliance:
    """One Cancer Alliance: the facts of its data file and the words of its page."""

    slug: str
    names: Mapping[str, Any]
    codes: Mapping[str, Any]
    region: Mapping[str, Any]
    icbs: Mapping[str, Any]
    trusts: Mapping[str, Any]
    area: Mapping[str, Any]
    population: Mapping[str, Any]
    contact: Mapping[str, Any]
    patch: Mapping[str, Any]
    checked: Checked
    involvement: Mapping[str, Any] = field(default_factory=dict)
    host: Mapping[str, Any] | None = None
    patient_facts: tuple[Mapping[str, Any], ...] = ()
    doubts: tuple[str, ...] = ()
    summary: str = ""
    body: str = ""
    body_line: int = 1
    origin: Origin

    @property
    def name(self) -> str:
        """The full name."""
        return str(self.names["official"])

    @property
    def short_name(self) -> str:
        """The name of the area, as ONS lists it."""
        return str(self.names["short"])

    @property
    def ons_code(self) -> str:
        """The ONS code, such as E56000011."""
        return str(self.codes["ons_code"])


class Catalogue(NamedTuple):
    """Everything the site is made of."""

    alliances: Mapping[str, Alliance]
    opportunities: tuple[Opportunity, ...]
    vocabularies: Mapping[str, Vocabulary]
    words: tuple[Mapping[str, Any], ...] = ()


def opportunity_from(
    slug: str,
    values: Mapping[str, Any],
    vocabularies: Mapping[str, Vocabulary],
    body: str,
    body_line: int,
    origin: Origin,
) -> Opportunity:
    """An opportunity from the checked values of its file."""

    def term(vocabulary: str, name: str) -> Term | None:
        code = values.get(name)
        return vocabularies[vocabulary].terms[code] if code else None

    def terms(vocabulary: str, name: str) -> tuple[Term, ...]:
        codes = values.get(name)
        return tuple(map(vocabularies[vocabulary].terms.__getitem__, codes)) if codes else ()

    alliances = values["alliances"]
    deadline = values.get("deadline")
    closed = values.get("closed")
    apply = values.get("apply")
    return Opportunity(
        slug=slug,
        title=values["title"],
        organiser=values["organiser"],
        alliances=() if alliances == "all" else alliances,
        everywhere=alliances == "all",
        kind=vocabularies["kinds"][values["kind"]],
        summary=values["summary"],
        who_for=terms("who_for", "who_for"),
        checked=checked_from(values["checked"], vocabularies),
        sources=values["sources"],
        eligibility=values.get("eligibility"),
        cancer_types=terms("cancer_types", "cancer_types"),
        stages=terms("stages", "stages"),
        formats=terms("formats", "format"),
        place=values.get("place"),
        commitment=term("commitments", "commitment"),
        time=values.get("time"),
        term=values.get("term"),
        payment=term("payments", "payment"),
        payment_detail=values.get("payment_detail"),
        expenses=terms("expenses", "expenses"),
        support=terms("support", "support"),
        apply=Apply(**apply) if apply else None,
        opens=values.get("opens"),
        deadline=None if deadline == "ongoing" else deadline,
        ongoing=deadline == "ongoing",
        dates_note=values.get("dates_note"),
        sessions=tuple(Session(**session) for session in values.get("sessions", ())),
        scope=term("scopes", "scope"),
        led_by_alliance=values.get("led_by") == "alliance",
        confidence=term("confidence", "confidence"),
        to_confirm=values.get("to_confirm"),
        outcome=values.get("outcome"),
        is_closed=closed is not None,
        closed_on=None if closed == "yes" else closed,
        moved_to=values.get("moved_to"),
        body=body,
        body_line=body_line,
        origin=origin,
    )


def checked_from(values: Mapping[str, Any], vocabularies: Mapping[str, Vocabulary]) -> Checked:
    """How an entry was checked, from the values of its ``checked`` group."""
    return Checked(**{**values, "how": vocabularies["checked_how"][values["how"]]})
