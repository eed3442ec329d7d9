"""An opportunity: one way to take part, with each of its facts declared once.

The order of the facts is the order in which people fill an entry in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.schema.checked import Checked
from catalogue.schema.dates import as_day
from catalogue.schema.facts import entry, fact, optional
from catalogue.schema.field_types import (
    AllianceList,
    ClosedDay,
    Closing,
    Code,
    Day,
    Deadline,
    Email,
    Group,
    Line,
    Link,
    Phone,
    Several,
    Slug,
)

if TYPE_CHECKING:
    from datetime import date, datetime

    from catalogue.problems.origin import Origin
    from catalogue.schema.field_types import Area, Ended
    from catalogue.schema.vocabulary import Term


@entry
class Apply:
    """The ways to start."""

    url: str | None = optional(
        Link(),
        default=None,
        help="the page to start from",
    )
    email: str | None = optional(
        Email(),
        default=None,
        help="a team's shared e-mail address",
    )
    phone: str | None = optional(
        Phone(),
        default=None,
        help="an organisation's phone number",
    )
    post: str | None = optional(
        Line(),
        default=None,
        help="a postal address",
    )
    how: str | None = optional(
        Line(),
        default=None,
        help="what to do, in words",
    )


@entry
class Session:
    """One dated meeting."""

    starts: date = fact(
        Day(with_time=True),
        help="when it starts",
        example="2027-03-01 14:00",
    )
    ends: date | None = optional(
        Day(with_time=True),
        default=None,
        help="when it ends",
        lead=" to ",
    )
    place: str | None = optional(
        Line(most=200),
        default=None,
        help="where it is",
    )


@entry
class Opportunity:
    """One way to take part."""

    title: str = fact(
        Line(3, 150),
        help="what it is called, on one line",
        example="Patient panel",
        also=("name", "heading"),
    )
    organiser: str = fact(
        Line(most=200),
        help="who runs it, in words",
        example="Kent and Medway Cancer Alliance",
        also=("organisation", "organizer", "run_by"),
    )
    alliances: Area = fact(
        AllianceList(),
        help="the alliances it is for, or the word all",
        example="all",
        also=("alliance", "area", "region"),
    )
    kind: Term = fact(
        Code("kinds"),
        help="what kind of thing it is",
        example="survey",
        also=("type", "category"),
    )
    summary: str = fact(
        Line(10, 600),
        help="what a person does, in one or two plain sentences",
        example="Read draft leaflets and say what is not clear.",
        also=("description", "about", "text"),
    )
    who_for: tuple[Term, ...] = fact(
        Several(Code("who_for")),
        help="who it is for",
        example="[patients, carers]",
        also=("who", "audience", "for", "people"),
    )
    eligibility: str | None = optional(
        Line(most=800),
        default=None,
        help="the exact rules on who can join",
        also=("who_can_join", "criteria", "rules"),
    )
    cancer_types: tuple[Term, ...] = optional(
        Several(Code("cancer_types")),
        default=(),
        help="types of cancer; leave it out for any",
        usual="any",
        also=("cancers", "tumour_types"),
    )
    stages: tuple[Term, ...] = optional(
        Several(Code("stages")),
        default=(),
        help="where somebody is with cancer; leave it out for any",
        usual="any",
    )
    format: tuple[Term, ...] = optional(
        Several(Code("formats")),
        default=(),
        help="how you take part; leave it out when not stated",
        also=("how", "formats", "mode"),
    )
    place: str | None = optional(
        Line(most=200),
        default=None,
        help="where it happens",
        also=("location", "where", "venue"),
    )
    commitment: Term | None = optional(
        Code("commitments"),
        default=None,
        help="how much time, as a code",
        usual="not_stated",
    )
    time: str | None = optional(
        Line(most=300),
        default=None,
        help="how much time, in exact words",
        also=("hours", "duration"),
    )
    term: str | None = optional(
        Line(most=200),
        default=None,
        help="for how long, in words",
    )
    payment: Term | None = optional(
        Code("payments"),
        default=None,
        help="payment for time, as a code",
        usual="not_stated",
        also=("pay", "paid", "money"),
    )
    payment_detail: str | None = optional(
        Line(),
        default=None,
        help="payment and costs, in exact words",
    )
    expenses: tuple[Term, ...] = optional(
        Several(Code("expenses")),
        default=(),
        help="costs that are paid",
        also=("costs",),
    )
    support: tuple[Term, ...] = optional(
        Several(Code("support")),
        default=(),
        help="help that is offered",
    )
    apply: Apply | None = optional(
        Group.of(Apply, at_least_one=True),
        default=None,
        help="how to start",
        also=("contact", "how_to_apply", "how_to_join", "email", "phone", "link", "url"),
    )
    opens: date | None = optional(
        Day(),
        default=None,
        help="the first day to apply",
        also=("opening_date", "start", "start_date"),
    )
    deadline: Closing = optional(
        Deadline(),
        default=Closing(),
        help="the last day to apply, or the word ongoing",
        also=("closing_date", "closes", "end", "end_date", "date"),
    )
    dates_note: str | None = optional(
        Line(),
        default=None,
        help="what is known of dates, in words",
    )
    sessions: tuple[Session, ...] = optional(
        Several(Group.of(Session)),
        default=(),
        help="dated meetings",
        also=("meetings", "events", "dates"),
    )
    sources: tuple[str, ...] = fact(
        Several(Link()),
        help="the public pages where this stands",
        example="[https://www.example.nhs.uk/get-involved]",
        also=("source", "links", "web_page"),
    )
    checked: Checked = fact(
        Group.of(Checked),
        help="when and how it was last checked",
        example="{on: 2026-11-22, how: live-page}",
        also=("last_checked", "checked_on", "last_updated"),
    )
    scope: Term | None = optional(
        Code("scopes"),
        default=None,
        help="how wide an area it is for",
    )
    led_by: Term | None = optional(
        Code("led_by"),
        default=None,
        help="whether the alliance runs it",
        usual="partner",
    )
    confidence: Term | None = optional(
        Code("confidence"),
        default=None,
        help="how sure this reading is",
    )
    to_confirm: str | None = optional(
        Line(most=600),
        default=None,
        help="what a person still has to confirm",
    )
    outcome: str | None = optional(
        Line(most=800),
        default=None,
        help="what happened next, once it has ended",
    )
    closed: Ended | None = optional(
        ClosedDay(),
        default=None,
        help="the day it was closed, or yes if not known",
        also=("ended",),
    )
    moved_to: str | None = optional(
        Slug(),
        default=None,
        help="the entry that took its place",
        also=("replaced_by",),
    )

    slug: str
    body: str = ""
    body_line: int = 1
    origin: Origin

    @property
    def last_day(self) -> date | None:
        """The last day to apply; for dated meetings without one, the last meeting."""
        if self.deadline.day or not self.sessions or self.deadline.ongoing:
            return self.deadline.day
        return max(as_day(session.ends or session.starts) for session in self.sessions)

    @property
    def closing_time(self) -> datetime | None:
        """The minute it closes, where the organiser gave one."""
        return self.deadline.minute

    @property
    def closed_on(self) -> date | None:
        """The day on which it was closed, where that is known."""
        return self.closed.day if self.closed else None

    @property
    def led_by_alliance(self) -> bool:
        """Whether an alliance runs it itself."""
        return self.led_by is not None and self.led_by.code == "alliance"

    @property
    def from_home(self) -> bool:
        """Whether somebody can take part without travelling."""
        return any(term.code in {"online", "phone", "post"} for term in self.format)

    @property
    def costs_paid(self) -> bool:
        """Whether payment, a voucher or expenses are stated."""
        paid = self.payment is not None and self.payment.code in {
            "paid",
            "expenses_only",
            "voucher",
        }
        return paid or bool(self.expenses)
