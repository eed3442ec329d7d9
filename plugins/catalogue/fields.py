"""Fields: the tables of what an entry may say. They drive the checker and the JSON Schema.

The order of a table is the order in which people fill an entry in.
"""

from __future__ import annotations

from typing import Final

from catalogue.kinds import (
    NOT_CLOSED,
    Code,
    Day,
    Email,
    Field,
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

_LINKS: Final = Several(of=Link())
_LINES: Final = Several(of=Line())

CHECKED: Final = Group(
    fields=(
        Field(
            name="on",
            kind=Day(past=True),
            help="the day somebody last checked it",
            required=True,
            example="2026-11-22",
        ),
        Field(
            name="how",
            kind=Code(vocabulary="checked_how"),
            help="how it was checked",
            required=True,
            example="live-page",
        ),
        Field(name="page_date", kind=PartOfDate(), help="the date of the page that was read"),
        Field(name="page_age", kind=Line(most=120), help="the page's age in words, if not exact"),
        Field(name="basis", kind=Line(), help="how the page's date is known"),
    )
)

APPLY: Final = Group(
    at_least_one=True,
    fields=(
        Field(name="url", kind=Link(), help="the page to start from"),
        Field(name="email", kind=Email(), help="a team's shared e-mail address"),
        Field(name="phone", kind=Phone(), help="an organisation's phone number"),
        Field(name="post", kind=Line(), help="a postal address"),
        Field(name="how", kind=Line(), help="what to do, in words"),
    ),
)

SESSION: Final = Group(
    fields=(
        Field(
            name="starts",
            kind=Day(with_time=True),
            help="when it starts",
            required=True,
            example="2027-03-01 14:00",
        ),
        Field(name="ends", kind=Day(with_time=True), help="when it ends"),
        Field(name="place", kind=Line(most=200), help="where it is"),
    )
)

OPPORTUNITY: Final = (
    Field(
        name="title",
        kind=Line(most=150, least=3),
        help="what it is called, on one line",
        required=True,
        example="Patient panel",
        also=("name", "heading"),
    ),
    Field(
        name="organiser",
        kind=Line(most=200),
        help="who runs it, in words",
        required=True,
        example="Kent and Medway Cancer Alliance",
        also=("organisation", "organizer", "run_by"),
    ),
    Field(
        name="alliances",
        kind=Several(of=Slug(), most=20, instead="all"),
        help="the alliances it is for, or the word all",
        required=True,
        example="all",
        also=("alliance", "area", "region"),
    ),
    Field(
        name="kind",
        kind=Code(vocabulary="kinds"),
        help="what kind of thing it is",
        required=True,
        example="survey",
        also=("type", "category"),
    ),
    Field(
        name="summary",
        kind=Line(most=600, least=10),
        help="what a person does, in one or two plain sentences",
        required=True,
        example="Read draft leaflets and say what is not clear.",
        also=("description", "about", "text"),
    ),
    Field(
        name="who_for",
        kind=Several(of=Code(vocabulary="who_for")),
        help="who it is for",
        required=True,
        example="[patients, carers]",
        also=("who", "audience", "for", "people"),
    ),
    Field(
        name="eligibility",
        kind=Line(most=800),
        help="the exact rules on who can join",
        also=("who_can_join", "criteria", "rules"),
    ),
    Field(
        name="cancer_types",
        kind=Several(of=Code(vocabulary="cancer_types")),
        help="types of cancer; leave it out for any",
        also=("cancers", "tumour_types"),
    ),
    Field(
        name="stages",
        kind=Several(of=Code(vocabulary="stages")),
        help="where somebody is with cancer; leave it out for any",
    ),
    Field(
        name="format",
        kind=Several(of=Code(vocabulary="formats")),
        help="how you take part; leave it out when not stated",
        also=("how", "formats", "mode"),
    ),
    Field(
        name="place",
        kind=Line(most=200),
        help="where it happens",
        also=("location", "where", "venue"),
    ),
    Field(name="commitment", kind=Code(vocabulary="commitments"), help="how much time, as a code"),
    Field(
        name="time",
        kind=Line(most=300),
        help="how much time, in exact words",
        also=("hours", "duration"),
    ),
    Field(name="term", kind=Line(most=200), help="for how long, in words"),
    Field(
        name="payment",
        kind=Code(vocabulary="payments"),
        help="payment for time, as a code",
        also=("pay", "paid", "money"),
    ),
    Field(name="payment_detail", kind=Line(), help="payment and costs, in exact words"),
    Field(
        name="expenses",
        kind=Several(of=Code(vocabulary="expenses")),
        help="costs that are paid",
        also=("costs",),
    ),
    Field(name="support", kind=Several(of=Code(vocabulary="support")), help="help that is offered"),
    Field(
        name="apply",
        kind=APPLY,
        help="how to start",
        also=("contact", "how_to_apply", "how_to_join", "email", "phone", "link", "url"),
    ),
    Field(
        name="opens",
        kind=Day(),
        help="the first day to apply",
        also=("opening_date", "start", "start_date"),
    ),
    Field(
        name="deadline",
        kind=Day(words=("ongoing",), with_time=True),
        help="the last day to apply, or the word ongoing",
        also=("closing_date", "closes", "end", "end_date", "date"),
    ),
    Field(name="dates_note", kind=Line(), help="what is known of dates, in words"),
    Field(
        name="sessions",
        kind=Several(of=SESSION),
        help="dated meetings",
        also=("meetings", "events", "dates"),
    ),
    Field(
        name="sources",
        kind=_LINKS,
        help="the public pages where this stands",
        required=True,
        example="[https://www.example.nhs.uk/get-involved]",
        also=("source", "links", "web_page"),
    ),
    Field(
        name="checked",
        kind=CHECKED,
        help="when and how it was last checked",
        required=True,
        example="{on: 2026-11-22, how: live-page}",
        also=("last_checked", "checked_on", "last_updated"),
    ),
    Field(name="scope", kind=Code(vocabulary="scopes"), help="how wide an area it is for"),
    Field(name="led_by", kind=Code(vocabulary="led_by"), help="whether the alliance runs it"),
    Field(name="confidence", kind=Code(vocabulary="confidence"), help="how sure this reading is"),
    Field(name="to_confirm", kind=Line(most=600), help="what a person still has to confirm"),
    Field(name="outcome", kind=Line(most=800), help="what happened next, once it has ended"),
    Field(
        name="closed",
        kind=Day(words=("yes",), not_yet=NOT_CLOSED, past=True),
        help="the day it was closed, or yes if not known",
        also=("ended",),
    ),
    Field(
        name="moved_to",
        kind=Slug(),
        help="the entry that took its place",
        also=("replaced_by",),
    ),
)

_ONS_CODE: Final = Pattern(pattern=r"[EWSNJK]\d{8}", what="an ONS code", example="E56000011")
_ODS_CODE: Final = Pattern(pattern=r"[A-Z0-9]{3,6}", what="an ODS code", example="RWF")
_WHOLE_NUMBER: Final = Pattern(
    pattern=r"[1-9]\d{0,8}", what="a whole number", example="1868000", largest=999_999_999
)
_AGE: Final = Field(name="source_age", kind=Line(), help="how old the sources are, in words")
_SOURCES: Final = Field(name="sources", kind=_LINKS, help="the pages where this stands")
_BOARD: Final = (
    Field(name="name", kind=Line(most=200), help="its name", required=True),
    Field(name="ons_code", kind=_ONS_CODE, help="its ONS code"),
    Field(name="ods_code", kind=_ODS_CODE, help="its ODS code"),
    Field(name="since", kind=Day(), help="since when"),
)
_FORMER: Final = Group(
    fields=(
        Field(name="name", kind=Line(most=200), help="the earlier name", required=True),
        Field(name="from", kind=Line(most=80), help="since when it was used"),
        Field(name="until", kind=Line(most=80), help="until when it was used"),
    )
)
_TRUST: Final = Group(
    fields=(
        Field(name="name", kind=Line(most=200), help="the trust's name", required=True),
        Field(name="ods_code", kind=_ODS_CODE, help="its ODS code", required=True),
        Field(name="basis", kind=Line(most=200), help="how its alliance is known", required=True),
    )
)
_FACT: Final = Group(
    fields=(
        Field(name="text", kind=Line(most=600), help="what patients changed", required=True),
        Field(name="sources", kind=_LINKS, help="the pages where this stands", required=True),
    )
)

ALLIANCE: Final = (
    Field(
        name="names",
        help="its names",
        required=True,
        kind=Group(
            fields=(
                Field(name="official", kind=Line(most=150), help="its full name", required=True),
                Field(name="short", kind=Line(most=80), help="the name ONS uses", required=True),
                Field(name="known_as", kind=Line(most=80), help="what people call it"),
                Field(name="former", kind=Several(of=_FORMER), help="earlier names"),
                _AGE,
                _SOURCES,
            )
        ),
    ),
    Field(
        name="codes",
        help="its codes",
        required=True,
        kind=Group(
            fields=(
                Field(name="ons_code", kind=_ONS_CODE, help="its ONS code", required=True),
                Field(name="ons_name", kind=Line(most=80), help="its name in ONS lists"),
                _AGE,
                _SOURCES,
            )
        ),
    ),
    Field(
        name="region",
        help="its NHS England region",
        required=True,
        kind=Group(
            fields=(
                Field(
                    name="regions",
                    kind=Several(of=Group(fields=_BOARD)),
                    help="one region or more",
                    required=True,
                ),
                _AGE,
                _SOURCES,
            )
        ),
    ),
    Field(
        name="icbs",
        help="the integrated care boards of its area",
        required=True,
        kind=Group(
            fields=(
                Field(
                    name="current",
                    kind=Several(of=Group(fields=_BOARD)),
                    help="the boards since April 2026",
                    required=True,
                ),
                Field(
                    name="earlier",
                    kind=Several(of=Group(fields=_BOARD)),
                    help="the boards until March 2026",
                ),
                Field(name="note", kind=Line(), help="what to know about them"),
                Field(name="code_note", kind=Line(), help="what to know about their codes"),
                _AGE,
                _SOURCES,
            )
        ),
    ),
    Field(
        name="trusts",
        help="the hospital trusts of its area",
        required=True,
        kind=Group(
            fields=(
                Field(
                    name="list", kind=Several(of=_TRUST), help="one trust or more", required=True
                ),
                Field(name="scope", kind=Line(), help="which trusts are listed"),
                _AGE,
                _SOURCES,
                Field(name="unlinked_sources", kind=_LINES, help="sources without an address"),
            )
        ),
    ),
    Field(
        name="area",
        help="what it covers",
        required=True,
        kind=Group(
            fields=(
                Field(name="words", kind=Line(), help="the area in plain words", required=True),
                Field(name="councils", kind=_LINES, help="its councils", required=True),
                Field(name="partly", kind=_LINES, help="areas it covers in part"),
                Field(name="how", kind=Line(), help="how this was worked out"),
                _AGE,
                _SOURCES,
            )
        ),
    ),
    Field(
        name="population",
        help="how many people live there",
        required=True,
        kind=Group(
            fields=(
                Field(name="stated", kind=Line(most=200), help="what the NHS says, in words"),
                Field(name="stated_age", kind=Line(most=120), help="how old that figure is"),
                Field(name="census_2021", kind=_WHOLE_NUMBER, help="residents in Census 2021"),
                Field(name="census_note", kind=Line(), help="how that was counted"),
                _SOURCES,
            )
        ),
    ),
    Field(
        name="host",
        help="the organisation that employs its team",
        kind=Group(
            fields=(
                Field(name="name", kind=Line(most=200), help="its name", required=True),
                Field(name="ods_code", kind=Line(most=40), help="its ODS code, with changes"),
                _AGE,
                _SOURCES,
            )
        ),
    ),
    Field(
        name="contact",
        help="how to reach it",
        required=True,
        kind=Group(
            fields=(
                Field(name="website", kind=Link(), help="its website"),
                Field(name="older_sites", kind=_LINKS, help="other or older sites"),
                Field(name="email", kind=Email(), help="its shared e-mail address"),
                Field(name="phone", kind=Phone(), help="its phone number"),
                Field(name="post", kind=Line(), help="its postal address"),
                Field(name="social", kind=_LINES, help="its social media names"),
                _AGE,
                _SOURCES,
            )
        ),
    ),
    Field(
        name="involvement",
        help="how it involves people",
        kind=Group(
            fields=(
                Field(name="url", kind=Link(), help="its page on taking part"),
                Field(name="related", kind=_LINKS, help="related pages"),
                _AGE,
                _SOURCES,
            )
        ),
    ),
    Field(name="patient_facts", kind=Several(of=_FACT), help="what patients have changed"),
    Field(name="doubts", kind=_LINES, help="what is doubtful"),
    Field(
        name="patch",
        help="its patch of the quilt",
        required=True,
        kind=Group(
            fields=(
                Field(name="motif", kind=Line(most=20), help="the picture", required=True),
                Field(
                    name="colours",
                    kind=Several(of=Line(most=20), least=3, most=3),
                    help="three colours",
                    required=True,
                ),
            )
        ),
    ),
    Field(name="checked", kind=CHECKED, help="when and how it was last checked", required=True),
)

ALLIANCE_WORDS: Final = (
    Field(name="title", kind=Line(most=150), help="the alliance's full name", required=True),
    Field(
        name="summary",
        kind=Line(most=200),
        help="where it is, in one plain sentence",
        required=True,
        example="Cancer care for people in Kent and the Medway towns.",
    ),
)

VOCABULARY: Final = (
    Field(name="title", kind=Line(most=80), help="what the list is called", required=True),
    Field(name="hint", kind=Line(most=300), help="what it is for"),
    Field(
        name="terms",
        help="the codes, in the order people see them",
        required=True,
        kind=Several(
            of=Group(
                fields=(
                    Field(
                        name="code",
                        kind=Pattern(pattern="[a-z0-9_-]{2,40}", what="a code", example="survey"),
                        help="the word stored in entries",
                        required=True,
                    ),
                    Field(name="label", kind=Line(most=120), help="the words shown", required=True),
                    Field(name="hint", kind=Line(most=300), help="one plain sentence on it"),
                    Field(name="synonyms", kind=_LINES, help="other words people search for"),
                    Field(name="group", kind=Line(most=40), help="the group it belongs to"),
                )
            )
        ),
    ),
)

WORDS: Final = (
    Field(
        name="words",
        help="the words we explain",
        required=True,
        kind=Several(
            most=200,
            of=Group(
                fields=(
                    Field(name="term", kind=Line(most=80), help="the word", required=True),
                    Field(name="meaning", kind=Line(), help="what it means", required=True),
                    Field(name="also", kind=_LINES, help="other words for it"),
                )
            ),
        ),
    ),
)

HELP: Final = (
    Field(name="title", kind=Line(most=80), help="what these problems are about", required=True),
    Field(
        name="problems",
        help="the codes of problems, with what people read about them",
        required=True,
        kind=Several(
            of=Group(
                fields=(
                    Field(
                        name="code",
                        kind=Pattern(
                            pattern="[a-z0-9]+(?:-[a-z0-9]+)*", what="a code", example="not-a-date"
                        ),
                        help="the code of the problem",
                        required=True,
                    ),
                    Field(name="title", kind=Line(most=100), help="it in words", required=True),
                    Field(name="why", kind=Line(most=600), help="why it matters", required=True),
                    Field(name="wrong", kind=Words(), help="a wrong example", required=True),
                    Field(name="right", kind=Words(), help="a right example", required=True),
                )
            )
        ),
    ),
)

KNOWN: Final = (
    Field(
        name="hosts",
        help="hosts that links may lead to",
        required=True,
        kind=Several(
            most=1000,
            of=Pattern(
                pattern=r"[a-z0-9-]+(\.[a-z0-9-]+)+(/[\w.-]+)*",
                what="a website's name, with a path where only a part of it is known",
                example="nhs.uk",
            ),
        ),
    ),
    Field(
        name="accepted",
        help="problems that a maintainer has looked at and accepted",
        kind=Several(
            least=0,
            most=500,
            of=Group(
                fields=(
                    Field(name="slug", kind=Slug(), help="the entry", required=True),
                    Field(name="code", kind=Line(most=60), help="the problem", required=True),
                    Field(name="twin", kind=Slug(), help="the other entry, where two are alike"),
                    Field(name="reason", kind=Line(), help="why it is all right", required=True),
                )
            ),
        ),
    ),
)
