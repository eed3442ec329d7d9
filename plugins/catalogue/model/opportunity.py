"""An opportunity: one way to take part, with each of its facts declared once.

The order of the facts is the order in which people fill an entry in.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from catalogue.schema.checked import Checked
from catalogue.schema.dates import as_day
from catalogue.schema.facts import AsFacet, entry, fact, optional
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
    from datetime import date

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
        label="Page to start from",
        ask="Which web page does a person start from?",
        hint="Copy it from the top of the browser. It starts with https://",
    )
    email: str | None = optional(
        Email(),
        default=None,
        help="a team's shared e-mail address",
        label="E-mail to start",
        ask="Which e-mail address does a person write to?",
        hint="A team's shared address only, never one person's.",
    )
    phone: str | None = optional(
        Phone(),
        default=None,
        help="an organisation's phone number",
        label="Phone to start",
        ask="Which phone number does a person ring?",
        hint="An organisation's number, never one person's mobile.",
    )
    post: str | None = optional(
        Line(),
        default=None,
        help="a postal address",
        label="Post to start",
        ask="Which postal address is there?",
    )
    how: str | None = optional(
        Line(),
        default=None,
        help="what to do, in words",
        label="How to start, in words",
        ask="What does a person do to start, in words?",
        hint="For example: fill in a short form. You are asked for your name and postcode.",
    )


@entry
class Session:
    """One dated meeting."""

    starts: date = fact(
        Day(with_time=True),
        help="when it starts",
        label="Meeting starts",
        ask="When does a meeting start?",
        hint="For example: 2027-03-01 14:00",
        missing="Enter when the meeting starts",
        example="2027-03-01 14:00",
    )
    ends: date | None = optional(
        Day(with_time=True),
        default=None,
        help="when it ends",
        label="Meeting ends",
        ask="When does it end?",
        lead=" to ",
    )
    place: str | None = optional(
        Line(most=200),
        default=None,
        help="where it is",
        label="Meeting place",
        ask="Where is it?",
    )


def _paid(opportunity: Opportunity) -> tuple[str, ...]:
    """What is paid; costs that are paid back count, whatever is said about pay."""
    stated = (opportunity.payment.code,) if opportunity.payment else ()
    paid_back = ("expenses_only",) if opportunity.expenses else ()
    return tuple(dict.fromkeys((*stated, *paid_back)))


@entry
class Opportunity:
    """One way to take part."""

    title: str = fact(
        Line(3, 150),
        help="what it is called, on one line",
        label="Title",
        ask="What is it called?",
        hint="The name that the organiser uses. For example: Patient panel",
        missing="Enter what it is called",
        part="name",
        example="Patient panel",
        also=("name", "heading"),
        changed="its name",
        searched=True,
    )
    organiser: str = fact(
        Line(most=200),
        help="who runs it, in words",
        label="Organiser",
        ask="Who runs it?",
        hint="The organisation, not a person. For example: Kent and Medway Cancer Alliance",
        missing="Enter who runs it",
        part="name",
        example="Kent and Medway Cancer Alliance",
        also=("organisation", "organizer", "run_by"),
        changed="who runs it",
        searched=True,
    )
    alliances: Area = fact(
        AllianceList(),
        help="the alliances it is for, or the word all",
        label="Alliances",
        ask="Which area is it for?",
        hint="Choose one alliance or more, or anywhere in England.",
        missing="Choose an area, or anywhere in England",
        part="area",
        example="all",
        also=("alliance", "area", "region"),
        changed="where it is for",
        facet=AsFacet(key="area", title="Cancer Alliance"),
    )
    kind: Term = fact(
        Code("kinds"),
        help="what kind of thing it is",
        label="Kind",
        ask="What kind of thing is it?",
        missing="Choose what kind of thing it is",
        part="kind",
        example="survey",
        also=("type", "category"),
        changed="what you do",
        facet=AsFacet(
            key="do",
            title="What you do",
            groups="kind_groups",
            list_title="{label}: ways to take part",
            others="Other things to do",
            finer="kind",
        ),
    )
    summary: str = fact(
        Line(10, 600),
        help="what a person does, in one or two plain sentences",
        label="Summary",
        ask="What does a person do?",
        hint="1 or 2 plain sentences, with an example of a task. "
        "For example: You read draft leaflets and say what is not clear.",
        missing="Say what a person does",
        part="summary",
        example="Read draft leaflets and say what is not clear.",
        also=("description", "about", "text"),
        changed="what you do",
        searched=True,
    )
    who_for: tuple[Term, ...] = fact(
        Several(Code("who_for")),
        help="who it is for",
        label="Who it is for",
        ask="Who can take part?",
        missing="Choose who can take part",
        part="who",
        example="[patients, carers]",
        also=("who", "audience", "for", "people"),
        changed="who it is for",
        facet=AsFacet(
            key="for",
            title="Who it is for",
            by_label=True,
            list_title="Ways to take part for {small}",
            others="Other people it is for",
        ),
    )
    eligibility: str | None = optional(
        Line(most=800),
        default=None,
        help="the exact rules on who can join",
        label="Rules on who can join",
        ask="Are there rules on who can join?",
        hint="In the organiser's words: age, dates, place of treatment, type of cancer.",
        part="rules",
        also=("who_can_join", "criteria", "rules"),
        changed="who can join",
    )
    cancer_types: tuple[Term, ...] = optional(
        Several(Code("cancer_types")),
        default=(),
        help="types of cancer; leave it out for any",
        label="Types of cancer",
        ask="Is it for some types of cancer only?",
        hint="Leave this out when it is for any type.",
        part="cancer",
        usual="any",
        also=("cancers", "tumour_types"),
        changed="type of cancer",
        row="Type of cancer",
        facet=AsFacet(
            key="type",
            title="Type of cancer",
            with_synonyms=True,
            list_title="Type of cancer: {label}",
            others="Other types of cancer",
        ),
    )
    stages: tuple[Term, ...] = optional(
        Several(Code("stages")),
        default=(),
        help="where somebody is with cancer; leave it out for any",
        label="Where somebody is with cancer",
        ask="Is it for people at one stage only?",
        hint="Leave this out when it is for any stage.",
        part="cancer",
        usual="any",
        changed="what it is about",
        row="What it is about",
        facet=AsFacet(
            key="stage",
            title="Where you are",
            list_title="Where you are: {label}",
            others="Other stages",
        ),
    )
    format: tuple[Term, ...] = optional(
        Several(Code("formats")),
        default=(),
        help="how you take part; leave it out when not stated",
        label="How you take part",
        ask="How does a person take part?",
        part="where",
        also=("how", "formats", "mode"),
        changed="how you take part",
        facet=AsFacet(
            key="how",
            title="How you take part",
            gap="how you take part",
            question="How do people take part: online, in person, by phone or by post?",
            list_title="Ways to take part {small}",
            others="Other ways to take part",
        ),
    )
    place: str | None = optional(
        Line(most=200),
        default=None,
        help="where it happens",
        label="Place",
        ask="Where does it happen?",
        hint="A town or a building is enough.",
        part="where",
        also=("location", "where", "venue"),
        changed="the place",
        searched=True,
    )
    commitment: Term | None = optional(
        Code("commitments"),
        default=None,
        help="how much time, as a code",
        label="How much time",
        ask="How much time does it take?",
        part="time",
        usual="not_stated",
        changed="time",
        facet=AsFacet(
            key="time",
            title="How much time",
            gap="time",
            question="How much time does it take, and for how long?",
            in_words="time",
            by_label=True,
            list_title="Time: {small}",
            others="Other amounts of time",
        ),
    )
    time: str | None = optional(
        Line(most=300),
        default=None,
        help="how much time, in exact words",
        label="Time in words",
        ask="How much time, in the organiser's words?",
        hint="For example: 2 hours, 4 times a year.",
        part="time",
        also=("hours", "duration"),
        changed="time",
    )
    term: str | None = optional(
        Line(most=200),
        default=None,
        help="for how long, in words",
        label="For how long",
        ask="For how long?",
        hint="For example: 2 years, then you choose.",
        part="term",
        changed="time",
    )
    payment: Term | None = optional(
        Code("payments"),
        default=None,
        help="payment for time, as a code",
        label="Money",
        ask="Is a person paid?",
        part="money",
        usual="not_stated",
        also=("pay", "paid", "money"),
        changed="money",
        facet=AsFacet(
            key="money",
            title="Money",
            gap="money",
            question="Is there payment for my time, or are costs paid back?",
            in_words="payment_detail",
            by_label=True,
            list_title="Money: {label}",
            others="Other answers about money",
            codes=_paid,
        ),
    )
    payment_detail: str | None = optional(
        Line(),
        default=None,
        help="payment and costs, in exact words",
        label="Money in words",
        ask="What is paid, in the organiser's words?",
        hint="For example: £25 an hour, and train fares.",
        part="money",
        changed="money",
    )
    expenses: tuple[Term, ...] = optional(
        Several(Code("expenses")),
        default=(),
        help="costs that are paid",
        label="Costs paid",
        ask="Which costs are paid back?",
        part="money",
        also=("costs",),
        changed="money",
        facet=AsFacet(
            key="costs",
            title="Costs they pay",
            gap="which costs they pay",
            question="Which of my costs can you pay, such as travel or care?",
            in_words="payment_detail",
            by_label=True,
            list_title="Costs they pay: {label}",
            others="Other costs they pay",
        ),
    )
    support: tuple[Term, ...] = optional(
        Several(Code("support")),
        default=(),
        help="help that is offered",
        label="Help",
        ask="What help is there?",
        part="help",
        changed="help you get",
        facet=AsFacet(
            key="help",
            title="Support offered",
            gap="what support they offer",
            question="What help can I get, such as training or large print?",
            list_title="Support offered: {label}",
            others="Other help you get",
        ),
    )
    apply: Apply | None = optional(
        Group.of(Apply, at_least_one=True),
        default=None,
        help="how to start",
        label="How to start",
        ask="How does a person start?",
        part="start",
        also=("contact", "how_to_apply", "how_to_join", "email", "phone", "link", "url"),
        changed="how to start",
    )
    opens: date | None = optional(
        Day(),
        default=None,
        help="the first day to apply",
        label="Opens",
        ask="When does it open?",
        hint="Leave this out when it is open now.",
        part="opening",
        also=("opening_date", "start", "start_date"),
        changed="the opening date",
    )
    deadline: Closing = optional(
        Deadline(),
        default=Closing(),
        help="the last day to apply, or the word ongoing",
        label="Closes",
        ask="When does it close?",
        hint="A date such as 2026-12-01, or the word ongoing. Leave this out when you do not know.",
        part="closing",
        also=("closing_date", "closes", "end", "end_date", "date"),
    )
    dates_note: str | None = optional(
        Line(),
        default=None,
        help="what is known of dates, in words",
        label="Dates in words",
        ask="Is there more to say about dates?",
        hint="In words.",
        part="dates",
        changed="dates",
    )
    sessions: tuple[Session, ...] = optional(
        Several(Group.of(Session)),
        default=(),
        help="dated meetings",
        label="Meetings",
        ask="Are there meetings with a date?",
        part="meetings",
        also=("meetings", "events", "dates"),
        changed="meetings",
    )
    languages: tuple[Term, ...] = optional(
        Several(Code("languages")),
        default=(),
        help="in which languages, or with which help; leave it out when not stated",
        label="Languages",
        ask="In which languages is it offered, or with which help?",
        hint="Choose only what the page says.",
        part="help",
        also=("language", "translations"),
        changed="the languages",
        row="Languages",
    )
    sources: tuple[str, ...] = fact(
        Several(Link()),
        help="the public pages where this stands",
        label="Sources",
        ask="Which public web pages say so?",
        hint="One address a line. Each starts with https://",
        missing="Enter the address of a page about it",
        part="sources",
        example="[https://www.example.nhs.uk/get-involved]",
        also=("source", "links", "web_page"),
    )
    checked: Checked = fact(
        Group.of(Checked),
        help="when and how it was last checked",
        label="Checked",
        ask="When and how was this checked?",
        part="checked",
        example="{on: 2026-11-22, how: live-page}",
        blank="{on: …, how: …}",
        also=("last_checked", "checked_on", "last_updated"),
    )
    scope: Term | None = optional(
        Code("scopes"),
        default=None,
        help="how wide an area it is for",
        label="How wide",
        ask="How wide an area is it for?",
        part="sure",
    )
    led_by: Term | None = optional(
        Code("led_by"),
        default=None,
        help="whether the alliance runs it",
        label="Who leads it",
        ask="Does the alliance run it, or a partner?",
        part="sure",
        usual="partner",
    )
    confidence: Term | None = optional(
        Code("confidence"),
        default=None,
        help="how sure this reading is",
        label="How sure",
        ask="How sure are you of all this?",
        part="sure",
    )
    to_confirm: str | None = optional(
        Line(most=600),
        default=None,
        help="what a person still has to confirm",
        label="Still to confirm",
        ask="What does somebody still have to confirm?",
        part="sure",
    )
    outcome: str | None = optional(
        Line(most=800),
        default=None,
        help="what happened next, once it has ended",
        label="What happened next",
        ask="What happened because of it?",
        hint="Say what changed, or that it is not known yet.",
        part="end",
        changed="what happened next",
    )
    closed: Ended | None = optional(
        ClosedDay(),
        default=None,
        help="the day it was closed, or yes if not known",
        label="Closed",
        ask="When was it closed?",
        hint="A date such as 2026-12-01, or yes when the day is not known.",
        part="end",
        also=("ended",),
    )
    moved_to: str | None = optional(
        Slug(),
        default=None,
        help="the entry that took its place",
        label="Moved to",
        ask="Which entry took its place?",
        hint="The file name without .md. For example: km-cap",
        part="end",
        also=("replaced_by",),
    )

    slug: str
    body: str = ""
    body_line: int = 1
    origin: Origin

    @property
    def closing_moment(self) -> date | None:
        """The last day or minute to apply, where one is told.

        Of the deadline and the day before it is closed, the earlier one; the deadline knows the
        minute.
        """
        told = [self.deadline.moment] if self.deadline.moment else []
        told += [self.closed_on - timedelta(days=1)] if self.closed_on else []
        return min(told, key=as_day, default=None)

    @property
    def last_day(self) -> date | None:
        """The last day to apply; for dated meetings without a deadline, the last meeting."""
        days = [as_day(self.closing_moment)] if self.closing_moment else []
        if self.sessions and not (self.deadline.moment or self.deadline.ongoing):
            days.append(max(as_day(session.ends or session.starts) for session in self.sessions))
        return min(days, default=None)

    @property
    def closing_time(self) -> datetime | None:
        """The minute it closes, where the organiser gave one."""
        moment = self.closing_moment
        return moment if isinstance(moment, datetime) else None

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
