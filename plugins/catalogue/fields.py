"""Fields: the tables of what an entry may say. They drive the checker and the JSON Schema.

The order of a table is the order in which people fill an entry in.
"""

from __future__ import annotations

from typing import Final

from catalogue.facts import Fact
from catalogue.field_types import (
    Code,
    Day,
    Email,
    Group,
    Line,
    Link,
    PartOfDate,
    Pattern,
    Phone,
    Several,
    Slug,
    Words,
)
from catalogue.field_types.moments import NOT_CLOSED

_LINKS: Final = Several(of=Link())
_LINES: Final = Several(of=Line())

CHECKED: Final = Group(
    facts=(
        Fact(
            name="on",
            type=Day(past=True),
            help="the day somebody last checked it",
            required=True,
            example="2026-11-22",
        ),
        Fact(
            name="how",
            type=Code(vocabulary="checked_how"),
            help="how it was checked",
            required=True,
            example="live-page",
        ),
        Fact(name="page_date", type=PartOfDate(), help="the date of the page that was read"),
        Fact(name="page_age", type=Line(most=120), help="the page's age in words, if not exact"),
        Fact(name="basis", type=Line(), help="how the page's date is known"),
    )
)

APPLY: Final = Group(
    at_least_one=True,
    facts=(
        Fact(name="url", type=Link(), help="the page to start from"),
        Fact(name="email", type=Email(), help="a team's shared e-mail address"),
        Fact(name="phone", type=Phone(), help="an organisation's phone number"),
        Fact(name="post", type=Line(), help="a postal address"),
        Fact(name="how", type=Line(), help="what to do, in words"),
    ),
)

SESSION: Final = Group(
    facts=(
        Fact(
            name="starts",
            type=Day(with_time=True),
            help="when it starts",
            required=True,
            example="2027-03-01 14:00",
        ),
        Fact(name="ends", type=Day(with_time=True), help="when it ends"),
        Fact(name="place", type=Line(most=200), help="where it is"),
    )
)

OPPORTUNITY: Final = (
    Fact(
        name="title",
        type=Line(most=150, least=3),
        help="what it is called, on one line",
        required=True,
        example="Patient panel",
        also=("name", "heading"),
    ),
    Fact(
        name="organiser",
        type=Line(most=200),
        help="who runs it, in words",
        required=True,
        example="Kent and Medway Cancer Alliance",
        also=("organisation", "organizer", "run_by"),
    ),
    Fact(
        name="alliances",
        type=Several(of=Slug(), most=20, instead="all"),
        help="the alliances it is for, or the word all",
        required=True,
        example="all",
        also=("alliance", "area", "region"),
    ),
    Fact(
        name="kind",
        type=Code(vocabulary="kinds"),
        help="what kind of thing it is",
        required=True,
        example="survey",
        also=("type", "category"),
    ),
    Fact(
        name="summary",
        type=Line(most=600, least=10),
        help="what a person does, in one or two plain sentences",
        required=True,
        example="Read draft leaflets and say what is not clear.",
        also=("description", "about", "text"),
    ),
    Fact(
        name="who_for",
        type=Several(of=Code(vocabulary="who_for")),
        help="who it is for",
        required=True,
        example="[patients, carers]",
        also=("who", "audience", "for", "people"),
    ),
    Fact(
        name="eligibility",
        type=Line(most=800),
        help="the exact rules on who can join",
        also=("who_can_join", "criteria", "rules"),
    ),
    Fact(
        name="cancer_types",
        type=Several(of=Code(vocabulary="cancer_types")),
        help="types of cancer; leave it out for any",
        also=("cancers", "tumour_types"),
    ),
    Fact(
        name="stages",
        type=Several(of=Code(vocabulary="stages")),
        help="where somebody is with cancer; leave it out for any",
    ),
    Fact(
        name="format",
        type=Several(of=Code(vocabulary="formats")),
        help="how you take part; leave it out when not stated",
        also=("how", "formats", "mode"),
    ),
    Fact(
        name="place",
        type=Line(most=200),
        help="where it happens",
        also=("location", "where", "venue"),
    ),
    Fact(name="commitment", type=Code(vocabulary="commitments"), help="how much time, as a code"),
    Fact(
        name="time",
        type=Line(most=300),
        help="how much time, in exact words",
        also=("hours", "duration"),
    ),
    Fact(name="term", type=Line(most=200), help="for how long, in words"),
    Fact(
        name="payment",
        type=Code(vocabulary="payments"),
        help="payment for time, as a code",
        also=("pay", "paid", "money"),
    ),
    Fact(name="payment_detail", type=Line(), help="payment and costs, in exact words"),
    Fact(
        name="expenses",
        type=Several(of=Code(vocabulary="expenses")),
        help="costs that are paid",
        also=("costs",),
    ),
    Fact(name="support", type=Several(of=Code(vocabulary="support")), help="help that is offered"),
    Fact(
        name="apply",
        type=APPLY,
        help="how to start",
        also=("contact", "how_to_apply", "how_to_join", "email", "phone", "link", "url"),
    ),
    Fact(
        name="opens",
        type=Day(),
        help="the first day to apply",
        also=("opening_date", "start", "start_date"),
    ),
    Fact(
        name="deadline",
        type=Day(words=("ongoing",), with_time=True),
        help="the last day to apply, or the word ongoing",
        also=("closing_date", "closes", "end", "end_date", "date"),
    ),
    Fact(name="dates_note", type=Line(), help="what is known of dates, in words"),
    Fact(
        name="sessions",
        type=Several(of=SESSION),
        help="dated meetings",
        also=("meetings", "events", "dates"),
    ),
    Fact(
        name="sources",
        type=_LINKS,
        help="the public pages where this stands",
        required=True,
        example="[https://www.example.nhs.uk/get-involved]",
        also=("source", "links", "web_page"),
    ),
    Fact(
        name="checked",
        type=CHECKED,
        help="when and how it was last checked",
        required=True,
        example="{on: 2026-11-22, how: live-page}",
        also=("last_checked", "checked_on", "last_updated"),
    ),
    Fact(name="scope", type=Code(vocabulary="scopes"), help="how wide an area it is for"),
    Fact(name="led_by", type=Code(vocabulary="led_by"), help="whether the alliance runs it"),
    Fact(name="confidence", type=Code(vocabulary="confidence"), help="how sure this reading is"),
    Fact(name="to_confirm", type=Line(most=600), help="what a person still has to confirm"),
    Fact(name="outcome", type=Line(most=800), help="what happened next, once it has ended"),
    Fact(
        name="closed",
        type=Day(words=("yes",), not_yet=NOT_CLOSED, past=True),
        help="the day it was closed, or yes if not known",
        also=("ended",),
    ),
    Fact(
        name="moved_to",
        type=Slug(),
        help="the entry that took its place",
        also=("replaced_by",),
    ),
)

_ONS_CODE: Final = Pattern(pattern=r"[EWSNJK]\d{8}", what="an ONS code", example="E56000011")
_ODS_CODE: Final = Pattern(pattern=r"[A-Z0-9]{3,6}", what="an ODS code", example="RWF")
_WHOLE_NUMBER: Final = Pattern(
    pattern=r"[1-9]\d{0,8}", what="a whole number", example="1868000", largest=999_999_999
)
_AGE: Final = Fact(name="source_age", type=Line(), help="how old the sources are, in words")
_SOURCES: Final = Fact(name="sources", type=_LINKS, help="the pages where this stands")
_BOARD: Final = (
    Fact(name="name", type=Line(most=200), help="its name", required=True),
    Fact(name="ons_code", type=_ONS_CODE, help="its ONS code"),
    Fact(name="ods_code", type=_ODS_CODE, help="its ODS code"),
    Fact(name="since", type=Day(), help="since when"),
)
_FORMER: Final = Group(
    facts=(
        Fact(name="name", type=Line(most=200), help="the earlier name", required=True),
        Fact(name="from", type=Line(most=80), help="since when it was used"),
        Fact(name="until", type=Line(most=80), help="until when it was used"),
    )
)
_TRUST: Final = Group(
    facts=(
        Fact(name="name", type=Line(most=200), help="the trust's name", required=True),
        Fact(name="ods_code", type=_ODS_CODE, help="its ODS code", required=True),
        Fact(name="basis", type=Line(most=200), help="how its alliance is known", required=True),
    )
)
_FACT: Final = Group(
    facts=(
        Fact(name="text", type=Line(most=600), help="what patients changed", required=True),
        Fact(name="sources", type=_LINKS, help="the pages where this stands", required=True),
    )
)

ALLIANCE: Final = (
    Fact(
        name="names",
        help="its names",
        required=True,
        type=Group(
            facts=(
                Fact(name="official", type=Line(most=150), help="its full name", required=True),
                Fact(name="short", type=Line(most=80), help="the name ONS uses", required=True),
                Fact(name="known_as", type=Line(most=80), help="what people call it"),
                Fact(name="former", type=Several(of=_FORMER), help="earlier names"),
                _AGE,
                _SOURCES,
            )
        ),
    ),
    Fact(
        name="codes",
        help="its codes",
        required=True,
        type=Group(
            facts=(
                Fact(name="ons_code", type=_ONS_CODE, help="its ONS code", required=True),
                Fact(name="ons_name", type=Line(most=80), help="its name in ONS lists"),
                _AGE,
                _SOURCES,
            )
        ),
    ),
    Fact(
        name="region",
        help="its NHS England region",
        required=True,
        type=Group(
            facts=(
                Fact(
                    name="regions",
                    type=Several(of=Group(facts=_BOARD)),
                    help="one region or more",
                    required=True,
                ),
                _AGE,
                _SOURCES,
            )
        ),
    ),
    Fact(
        name="icbs",
        help="the integrated care boards of its area",
        required=True,
        type=Group(
            facts=(
                Fact(
                    name="current",
                    type=Several(of=Group(facts=_BOARD)),
                    help="the boards since April 2026",
                    required=True,
                ),
                Fact(
                    name="earlier",
                    type=Several(of=Group(facts=_BOARD)),
                    help="the boards until March 2026",
                ),
                Fact(name="note", type=Line(), help="what to know about them"),
                Fact(name="code_note", type=Line(), help="what to know about their codes"),
                _AGE,
                _SOURCES,
            )
        ),
    ),
    Fact(
        name="trusts",
        help="the hospital trusts of its area",
        required=True,
        type=Group(
            facts=(
                Fact(name="list", type=Several(of=_TRUST), help="one trust or more", required=True),
                Fact(name="scope", type=Line(), help="which trusts are listed"),
                _AGE,
                _SOURCES,
                Fact(name="unlinked_sources", type=_LINES, help="sources without an address"),
            )
        ),
    ),
    Fact(
        name="area",
        help="what it covers",
        required=True,
        type=Group(
            facts=(
                Fact(name="words", type=Line(), help="the area in plain words", required=True),
                Fact(name="councils", type=_LINES, help="its councils", required=True),
                Fact(name="partly", type=_LINES, help="areas it covers in part"),
                Fact(name="how", type=Line(), help="how this was worked out"),
                _AGE,
                _SOURCES,
            )
        ),
    ),
    Fact(
        name="population",
        help="how many people live there",
        required=True,
        type=Group(
            facts=(
                Fact(name="stated", type=Line(most=200), help="what the NHS says, in words"),
                Fact(name="stated_age", type=Line(most=120), help="how old that figure is"),
                Fact(name="census_2021", type=_WHOLE_NUMBER, help="residents in Census 2021"),
                Fact(name="census_note", type=Line(), help="how that was counted"),
                _SOURCES,
            )
        ),
    ),
    Fact(
        name="host",
        help="the organisation that employs its team",
        type=Group(
            facts=(
                Fact(name="name", type=Line(most=200), help="its name", required=True),
                Fact(name="ods_code", type=Line(most=40), help="its ODS code, with changes"),
                _AGE,
                _SOURCES,
            )
        ),
    ),
    Fact(
        name="contact",
        help="how to reach it",
        required=True,
        type=Group(
            facts=(
                Fact(name="website", type=Link(), help="its website"),
                Fact(name="older_sites", type=_LINKS, help="other or older sites"),
                Fact(name="email", type=Email(), help="its shared e-mail address"),
                Fact(name="phone", type=Phone(), help="its phone number"),
                Fact(name="post", type=Line(), help="its postal address"),
                Fact(name="social", type=_LINES, help="its social media names"),
                _AGE,
                _SOURCES,
            )
        ),
    ),
    Fact(
        name="involvement",
        help="how it involves people",
        type=Group(
            facts=(
                Fact(name="url", type=Link(), help="its page on taking part"),
                Fact(name="related", type=_LINKS, help="related pages"),
                _AGE,
                _SOURCES,
            )
        ),
    ),
    Fact(name="patient_facts", type=Several(of=_FACT), help="what patients have changed"),
    Fact(name="doubts", type=_LINES, help="what is doubtful"),
    Fact(
        name="patch",
        help="its patch of the quilt",
        required=True,
        type=Group(
            facts=(
                Fact(name="motif", type=Line(most=20), help="the picture", required=True),
                Fact(
                    name="colours",
                    type=Several(of=Line(most=20), least=3, most=3),
                    help="three colours",
                    required=True,
                ),
            )
        ),
    ),
    Fact(name="checked", type=CHECKED, help="when and how it was last checked", required=True),
)

ALLIANCE_WORDS: Final = (
    Fact(name="title", type=Line(most=150), help="the alliance's full name", required=True),
    Fact(
        name="summary",
        type=Line(most=200),
        help="where it is, in one plain sentence",
        required=True,
        example="Cancer care for people in Kent and the Medway towns.",
    ),
)

VOCABULARY: Final = (
    Fact(name="title", type=Line(most=80), help="what the list is called", required=True),
    Fact(name="hint", type=Line(most=300), help="what it is for"),
    Fact(
        name="terms",
        help="the codes, in the order people see them",
        required=True,
        type=Several(
            of=Group(
                facts=(
                    Fact(
                        name="code",
                        type=Pattern(pattern="[a-z0-9_-]{2,40}", what="a code", example="survey"),
                        help="the word stored in entries",
                        required=True,
                    ),
                    Fact(name="label", type=Line(most=120), help="the words shown", required=True),
                    Fact(name="hint", type=Line(most=300), help="one plain sentence on it"),
                    Fact(name="synonyms", type=_LINES, help="other words people search for"),
                    Fact(name="group", type=Line(most=40), help="the group it belongs to"),
                )
            )
        ),
    ),
)

WORDS: Final = (
    Fact(
        name="words",
        help="the words we explain",
        required=True,
        type=Several(
            most=200,
            of=Group(
                facts=(
                    Fact(name="term", type=Line(most=80), help="the word", required=True),
                    Fact(name="meaning", type=Line(), help="what it means", required=True),
                    Fact(name="also", type=_LINES, help="other words for it"),
                )
            ),
        ),
    ),
)

HELP: Final = (
    Fact(name="title", type=Line(most=80), help="what these problems are about", required=True),
    Fact(
        name="problems",
        help="the codes of problems, with what people read about them",
        required=True,
        type=Several(
            of=Group(
                facts=(
                    Fact(
                        name="code",
                        type=Pattern(
                            pattern="[a-z0-9]+(?:-[a-z0-9]+)*", what="a code", example="not-a-date"
                        ),
                        help="the code of the problem",
                        required=True,
                    ),
                    Fact(name="title", type=Line(most=100), help="it in words", required=True),
                    Fact(name="why", type=Line(most=600), help="why it matters", required=True),
                    Fact(name="wrong", type=Words(), help="a wrong example", required=True),
                    Fact(name="right", type=Words(), help="a right example", required=True),
                )
            )
        ),
    ),
)

KNOWN: Final = (
    Fact(
        name="hosts",
        help="hosts that links may lead to",
        required=True,
        type=Several(
            most=1000,
            of=Pattern(
                pattern=r"[a-z0-9-]+(\.[a-z0-9-]+)+(/[\w.-]+)*",
                what="a website's name, with a path where only a part of it is known",
                example="nhs.uk",
            ),
        ),
    ),
    Fact(
        name="accepted",
        help="problems that a maintainer has looked at and accepted",
        type=Several(
            least=0,
            most=500,
            of=Group(
                facts=(
                    Fact(name="slug", type=Slug(), help="the entry", required=True),
                    Fact(name="code", type=Line(most=60), help="the problem", required=True),
                    Fact(name="twin", type=Slug(), help="the other entry, where two are alike"),
                    Fact(name="reason", type=Line(), help="why it is all right", required=True),
                )
            ),
        ),
    ),
)
