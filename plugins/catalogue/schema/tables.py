"""Tables of facts: what the data files of alliances and of the site may say.

The order of a table is the order in which people fill a file in.
"""

from __future__ import annotations

from typing import Final

from catalogue.schema.checked import Checked
from catalogue.schema.facts import Fact
from catalogue.schema.field_types import (
    Day,
    Email,
    Group,
    Line,
    Link,
    Pattern,
    Phone,
    Several,
    Slug,
    Words,
)

_LINKS: Final = Several(of=Link())
_LINES: Final = Several(of=Line())

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
_PATIENT_FACT: Final = Group(
    facts=(
        Fact(name="text", type=Line(most=600), help="what patients changed", required=True),
        Fact(name="sources", type=_LINKS, help="the pages where this stands", required=True),
    )
)
_ROUTE: Final = Group(
    facts=(
        Fact(name="name", type=Line(most=200), help="who answers, and about what", required=True),
        Fact(
            name="about",
            help="care, board or alliance: what it is there for",
            required=True,
            type=Pattern(
                pattern="care|board|alliance", what="care, board or alliance", example="care"
            ),
        ),
        Fact(name="phone", type=Phone(), help="its phone number"),
        Fact(name="email", type=Email(), help="its shared e-mail address"),
        Fact(name="post", type=Line(), help="its postal address"),
        Fact(name="url", type=Link(), help="the page where this stands"),
        Fact(name="note", type=Line(), help="what to know before asking"),
        Fact(name="source_age", type=Line(), help="how old the source is, in words", required=True),
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
    Fact(
        name="routes",
        type=Several(of=_ROUTE),
        help="others near its area who may pass a question on",
    ),
    Fact(name="patient_facts", type=Several(of=_PATIENT_FACT), help="what patients have changed"),
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
    Fact(
        name="checked",
        type=Group.of(Checked),
        help="when and how it was last checked",
        label="Checked",
        ask="When and how was this checked?",
        required=True,
    ),
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
                    Fact(name="short", type=Line(most=40), help="fewer words, for rows of a list"),
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
