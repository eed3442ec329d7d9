"""Every type of field: what it takes, what it refuses, and the line it offers instead."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from catalogue.model.opportunity import Opportunity, Session
from catalogue.parsing.front_matter import read_document
from catalogue.parsing.line_checks import LOST
from catalogue.parsing.nodes import Text
from catalogue.schema.checked import Checked
from catalogue.schema.facts import Fact, facts_of
from catalogue.schema.field_types import (
    AllianceList,
    Area,
    ClosedDay,
    Closing,
    Code,
    Day,
    Deadline,
    Email,
    Ended,
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
from catalogue.schema.field_types.entry_names import is_slug, slug_from
from catalogue.schema.field_types.groups import read_block
from catalogue.schema.reading import PLACEHOLDERS, Reading, words_of
from catalogue.schema.tables import ALLIANCE, VOCABULARY
from tests.nowhere import TODAY, vocabularies

OPPORTUNITY = facts_of(Opportunity)
CHECKED = Group.of(Checked)
SESSION = Group.of(Session)

ODS = Pattern(pattern=r"[A-Z0-9]{3,6}", what="an ODS code", example="RWF")
PAYMENT = Code(vocabulary="payments")
PAYMENTS = vocabularies()["payments"]
ALLOWED = "Allowed: paid, expenses_only, voucher, unpaid, not_stated"
GROUP = Group(
    facts=(
        Fact(name="url", type=Link(), help="the page"),
        Fact(name="email", type=Email(), help="the address"),
        Fact(name="how", type=Line(), help="the way"),
    ),
    at_least_one=True,
)
AS_ONE_LINE = "write the value, or delete the whole line when it is not known"


def read(type, written, *, required=False):
    """A value written after ``it:``, and what is noted on it."""
    document = read_document(f"it: {written}\n".encode(), "x", front_matter=False)
    reading = Reading("x", vocabularies(), TODAY)
    field = Fact(name="it", type=type, help="it", required=required)
    values = read_block(document.root, (field,), reading)
    return values.get("it"), [*document.problems, *reading.problems]


@pytest.mark.parametrize(
    ("type", "written", "value"),
    [
        (Line(), "Some words", "Some words"),
        (Line(), '"  spaced  "', "spaced"),
        (Line(), "5", "5"),
        (Line(), "NO", "NO"),
        (Line(), ">-\n  folded\n  words", "folded words"),
        (Line(), "|\n  one line", "one line"),
        (Line(), "cafe\u0301", "caf\u00e9"),
        (Line(), "a < b & c > d", "a < b & c > d"),
        (Line(), "Note (see [1])", "Note (see [1])"),
        (Line(least=3), "abc", "abc"),
        (Line(most=3), "abc", "abc"),
        (Words(), "|\n  one\n  two", "one\ntwo"),
        (Slug(), "kent-and-medway", "kent-and-medway"),
        (PAYMENT, "expenses_only", PAYMENTS["expenses_only"]),
        (Several(of=PAYMENT), "[paid, unpaid]", (PAYMENTS["paid"], PAYMENTS["unpaid"])),
        (AllianceList(), "all", Area()),
        (AllianceList(), "[kent-and-medway]", Area(slugs=("kent-and-medway",))),
        (Deadline(), "ongoing", Closing(ongoing=True)),
        (Deadline(), "2027-03-31", Closing(moment=date(2027, 3, 31))),
        (ClosedDay(), "yes", Ended()),
        (ClosedDay(), "2026-11-01", Ended(day=date(2026, 11, 1))),
        (Day(), "2027-03-31", date(2027, 3, 31)),
        (Day(), '"2027-03-31"', date(2027, 3, 31)),
        (Day(words=("ongoing",)), "ongoing", "ongoing"),
        (Day(with_time=True), "2027-03-31", date(2027, 3, 31)),
        (Day(with_time=True), "2027-03-31 17:00", datetime(2027, 3, 31, 17, 0)),
        (Day(with_time=True), "2027-03-31T17:00", datetime(2027, 3, 31, 17, 0)),
        (PartOfDate(), "2026", "2026"),
        (PartOfDate(), "2026-09", "2026-09"),
        (PartOfDate(), "2026-09-30", "2026-09-30"),
        (Link(), "https://invented.example/a", "https://invented.example/a"),
        (Email(), "involvement@invented.example", "involvement@invented.example"),
        (Email(), "a.b-c+d@sub.invented.example", "a.b-c+d@sub.invented.example"),
        (Phone(), "01632 960 000", "01632 960 000"),
        (Phone(), "01632960000", "01632960000"),
        (Phone(), "+44 1632 960000", "+44 1632 960000"),
        (Phone(), "0300 123 4567 ext 12", "0300 123 4567 ext 12"),
        (Phone(), "18001 01632 960000", "18001 01632 960000"),
        (Phone(), "111", "111"),
        (Phone(), "116 123", "116 123"),
        (ODS, "RWF", "RWF"),
        (Several(of=Line()), "[a, b]", ("a", "b")),
        (Several(of=Line()), "\n  - a\n  - b", ("a", "b")),
        (Several(of=Slug(), instead="all"), "all", "all"),
        (Several(of=PAYMENT, least=0), "[]", ()),
        (GROUP, "{url: 'https://invented.example/'}", {"url": "https://invented.example/"}),
        (GROUP, "\n  how: Ask.", {"how": "Ask."}),
    ],
)
def test_a_value_that_is_taken(type, written, value):
    assert read(type, written) == (value, [])


NEEDED_HERE = "look it up or ask the organiser, as this is needed"


@pytest.mark.parametrize(
    ("type", "written", "fix"),
    [
        (Line(), "TBC", NEEDED_HERE),
        (Line(), "", NEEDED_HERE),
        (Day(), "tba", NEEDED_HERE),
        (PAYMENT, "n/a", NEEDED_HERE),
        (Several(of=Link()), "TBC", NEEDED_HERE),
        (Several(of=Link()), "[TBC]", NEEDED_HERE),
        (
            Several(of=Link()),
            "[TBC, 'https://invented.example/']",
            "delete the whole line when the fact is not known",
        ),
        (Several(of=Link()), "[]", "put something into it"),
        (CHECKED, "{on: TBC, how: live-page}", NEEDED_HERE),
        (
            CHECKED,
            "{on: 2026-11-01, how: live-page, basis: TBC}",
            "delete the whole line when the fact is not known",
        ),
        (CHECKED, "", "write it: {on: …, how: …}"),
        (CHECKED, "3 May 2026", "write it: {on: 2026-05-03, how: …}"),
        (Several(of=Slug()), "Kent and Medway", "write it: [kent-and-medway]"),
        (
            Several(of=Slug()),
            "Wessex Cancer Alliance, Peninsula",
            "write it: [wessex, peninsula]",
        ),
    ],
)
def test_what_is_needed_is_asked_for(type, written, fix):
    (problem,) = read(type, written, required=True)[1]
    assert problem.fix == fix


@pytest.mark.parametrize(
    ("type", "written", "code", "message", "fix"),
    [
        (Line(), "", "empty-value", "there is nothing after it:", AS_ONE_LINE),
        (Line(), '" "', "empty-value", "there is nothing after it:", AS_ONE_LINE),
        (
            Line(),
            "TBC",
            "placeholder",
            "'TBC' after it: says nothing",
            "delete the whole line when the fact is not known",
        ),
        (
            Line(),
            "null",
            "placeholder",
            "'null' after it: says nothing",
            "delete the whole line when the fact is not known",
        ),
        (
            Line(),
            "[a, b]",
            "not-one-value",
            "it holds one value, not a list or a group",
            "write it on one line: it: …",
        ),
        (
            Line(),
            "{a: b, c: d}",
            "not-one-value",
            "it holds one value, not a list or a group",
            "write it on one line: it: …",
        ),
        (
            Line(),
            "{Kent: Ashford}",
            "needs-quotes",
            "there is a colon in this text: put the value in double quotes",
            'write: "Kent: Ashford"',
        ),
        (
            Line(),
            "|\n  one\n  two",
            "more-than-one-line",
            "it must be on one line",
            "write it: one two",
        ),
        (
            Line(most=3),
            "abcd",
            "length",
            "it has 4 characters; it may have 1 to 3",
            "shorten it",
        ),
        (
            Line(least=3),
            "a",
            "length",
            "it has 1 character; it may have 3 to 500",
            "say a little more",
        ),
        (
            Line(),
            "=SUM(A1)",
            "formula",
            "it starts with =, which a spreadsheet would run",
            "start with a word, for example: it: About SUM(A1)",
        ),
        (
            Line(),
            '"@panel"',
            "formula",
            "it starts with @, which a spreadsheet would run",
            "start with a word, for example: it: About panel",
        ),
        (
            Line(),
            "Some <b>bold</b> words",
            "html",
            "there is HTML here",
            "use plain words: facts have no bold and no links",
        ),
        (
            Line(),
            "See {attach}notes",
            "template-mark",
            "a path of the site stands here: '{attach}'",
            "delete it; a link to one of our pages is its full address",
        ),
        (
            Line(),
            "See [us](https://invented.example/)",
            "link-in-words",
            "a link stands among the words of a fact, where it would show as it is typed",
            "keep the words only, and put the address under sources: or apply:",
        ),
        (Words(most=3), "abcd", "length", "it has 4 characters; it may have 1 to 3", "shorten it"),
        (
            Slug(),
            "Kent and Medway",
            "not-a-slug",
            "'Kent and Medway' is not a name of an entry: only a-z, 0-9 and - may be used",
            "write the file's name without its ending, for example: kent-and-medway",
        ),
        (
            Slug(),
            "../../index",
            "not-a-slug",
            "'../../index' is not a name of an entry: only a-z, 0-9 and - may be used",
            "write the file's name without its ending, for example: index",
        ),
        (
            Slug(),
            "Кент",
            "not-a-slug",
            "'Кент' is not a name of an entry: only a-z, 0-9 and - may be used",
            "write the file's name without its ending, for example: kent-and-medway",
        ),
        (
            PAYMENT,
            "voucer",
            "unknown-term",
            "'voucer' is not one of the words for it",
            f"did you mean 'voucher'? {ALLOWED}",
        ),
        (
            PAYMENT,
            "Vouchers",
            "unknown-term",
            "'Vouchers' is not one of the words for it",
            f"did you mean 'voucher'? {ALLOWED}",
        ),
        (
            PAYMENT,
            "crystals",
            "unknown-term",
            "'crystals' is not one of the words for it",
            ALLOWED,
        ),
        (
            Day(),
            "31/3/27",
            "not-a-date",
            "'31/3/27' is not a date we can read",
            "if this is what is meant, write it: 2027-03-31",
        ),
        (
            Day(),
            "1 December",
            "not-a-date",
            "'1 December' is not a date we can read",
            "write it: 2026-12-01, or for the year after it: it: 2027-12-01",
        ),
        (
            Day(past=True),
            "1 December",
            "not-a-date",
            "'1 December' is not a date we can read",
            "write it: 2025-12-01, or for the year before it: it: 2024-12-01",
        ),
        (
            Day(),
            "1st of May 2027",
            "not-a-date",
            "'1st of May 2027' is not a date we can read",
            "write it: 2027-05-01",
        ),
        (
            Day(not_yet=("no",)),
            " No",
            "not-a-date",
            "'No' after it: says that it is not closed",
            "delete the whole line: what is open needs none",
        ),
        (
            Day(),
            "31st Nov 2027",
            "not-a-date",
            "there is no such day as '31st Nov 2027'",
            "if this is what is meant, write it: 2027-11-30",
        ),
        (
            Day(),
            "31/6",
            "not-a-date",
            "there is no such day as '31/6'",
            "write it as year-month-day, so 1 December 2026 is it: 2026-12-01",
        ),
        (
            Day(with_time=True),
            "2027-02-30 17:00",
            "not-a-date",
            "there is no such day as '2027-02-30 17:00'",
            "if this is what is meant, write it: 2027-02-28 17:00",
        ),
        (
            Day(),
            "2027-02-30",
            "not-a-date",
            "there is no such day as '2027-02-30'",
            "if this is what is meant, write it: 2027-02-28",
        ),
        (
            Day(),
            "2027-03-31 17:00",
            "not-a-date",
            "it is a date without a time; '2027-03-31 17:00' has one",
            "write it: 2027-03-31",
        ),
        (
            Day(with_time=True),
            "31 March 2027 at 5pm",
            "not-a-date",
            "'31 March 2027 at 5pm' is not a date we can read",
            "if this is what is meant, write it: 2027-03-31 17:00",
        ),
        (
            Day(),
            "in spring",
            "not-a-date",
            "'in spring' is not a date we can read",
            "write it as year-month-day, so 1 December 2026 is it: 2026-12-01",
        ),
        (
            Day(words=("ongoing",)),
            "in spring",
            "not-a-date",
            "'in spring' is not a date we can read",
            "write it as year-month-day, so 1 December 2026 is it: 2026-12-01 "
            "(or the word ongoing)",
        ),
        (
            Day(words=("ongoing",)),
            "Rolling",
            "not-a-date",
            "'Rolling' is not a date we can read",
            "write it: ongoing",
        ),
        (
            Day(),
            "TBC",
            "placeholder",
            "'TBC' after it: says nothing",
            "write the date, or delete the line and say what is known in words: dates_note: …",
        ),
        (
            Day(),
            "2207-03-31",
            "date-far-away",
            "the year 2207 is far from now",
            "check the year of it",
        ),
        (
            PartOfDate(),
            "September 2026",
            "not-a-date",
            "'September 2026' is not a year, a month or a date we can read",
            "write it: 2026-09; for anything less exact use page_age",
        ),
        (
            PartOfDate(),
            "30/9/26",
            "not-a-date",
            "'30/9/26' is not a year, a month or a date we can read",
            "if this is what is meant, write it: 2026-09-30; for anything less exact use page_age",
        ),
        (
            PartOfDate(),
            "about 2026",
            "not-a-date",
            "'about 2026' is not a year, a month or a date we can read",
            "write it as year, year-month or year-month-day, so 2025 or 2025-09-30; for anything "
            "less exact use page_age",
        ),
        (
            Email(),
            "panel at invented.example",
            "not-an-email",
            "it does not hold one e-mail address and nothing else",
            "write the team's shared address, for example: it: involvement@example.nhs.uk",
        ),
        (
            Email(),
            "mailto:panel@invented.example",
            "not-an-email",
            "it does not hold one e-mail address and nothing else",
            "write the team's shared address, for example: it: involvement@example.nhs.uk",
        ),
        (
            Phone(),
            "0300 123 45",
            "not-a-phone-number",
            "it does not hold a phone number we can read",
            "write all its 10 or 11 figures, with spaces only, for example: it: 01632 960 000",
        ),
        (
            Phone(),
            "(01632) 960-000",
            "not-a-phone-number",
            "it does not hold a phone number we can read",
            "write all its 10 or 11 figures, with spaces only, for example: it: 01632 960 000",
        ),
        (
            Phone(),
            "+44 (0) 1632 960 111",
            "not-a-phone-number",
            "it does not hold a phone number we can read",
            "write all its 10 or 11 figures, with spaces only, for example: it: +44 1632 960 111",
        ),
        (
            Phone(),
            "ring us",
            "not-a-phone-number",
            "it does not hold a phone number we can read",
            "write all its 10 or 11 figures, with spaces only, for example: it: 01632 960 000",
        ),
        (
            ODS,
            "rw",
            "wrong-shape",
            "'rw' is not an ODS code",
            "write it like this: it: RWF",
        ),
        (
            Several(of=PAYMENT),
            "paid, voucher",
            "not-a-list",
            "it must be a list",
            "write it: [paid, voucher]",
        ),
        (
            Several(of=PAYMENT),
            "Paid and vouchers, crystals",
            "not-a-list",
            "it must be a list",
            "write it: [paid, voucher] with words from this list: "
            "paid, expenses_only, voucher, unpaid, not_stated",
        ),
        (
            Several(of=PAYMENT),
            "crystals",
            "not-a-list",
            "it must be a list",
            "write it: […] with words from this list: "
            "paid, expenses_only, voucher, unpaid, not_stated",
        ),
        (
            Several(of=PAYMENT),
            "voucher, vouchers",
            "not-a-list",
            "it must be a list",
            "write it: [voucher]",
        ),
        (
            Several(of=SESSION),
            "[2027-03-01]",
            "not-a-group",
            "each line of it holds several facts, each with a name of its own",
            "write - {starts: 2027-03-01}",
        ),
        (
            Several(of=SESSION),
            "1 March 2027",
            "not-a-list",
            "it must be a list",
            "write it: [{starts: 2027-03-01}]",
        ),
        (
            Several(of=Slug()),
            "kent-and-medway",
            "not-a-list",
            "it must be a list",
            "write it: [kent-and-medway]",
        ),
        (
            Several(of=Line()),
            "some words",
            "not-a-list",
            "it must be a list",
            "write it: on one line, and on the next:   - some words",
        ),
        (
            Several(of=Line()),
            "{a: b}",
            "not-a-list",
            "it must be a list",
            "write it:, then a line each: - …",
        ),
        (
            Several(of=Line()),
            "[]",
            "list-length",
            "there is nothing in the list it",
            "put something into it, or delete the name as well",
        ),
        (
            Several(of=Line(), most=1),
            "[a, b]",
            "list-length",
            "it has 2 lines; it may have 1 to 1",
            "take some out",
        ),
        (Several(of=Line()), "", "empty-value", "there is nothing after it:", AS_ONE_LINE),
        (
            GROUP,
            "https://invented.example/",
            "not-a-group",
            "it holds several facts, each with a name of its own",
            "write it: {url: https://invented.example/}",
        ),
        (
            GROUP,
            "involvement@invented.example",
            "not-a-group",
            "it holds several facts, each with a name of its own",
            "write it: {email: involvement@invented.example}",
        ),
        (
            GROUP,
            "[a]",
            "not-a-group",
            "it holds several facts, each with a name of its own",
            "write it: {url: …}",
        ),
        (
            CHECKED,
            "2026-11-01",
            "not-a-group",
            "it holds several facts, each with a name of its own",
            "write it: {on: 2026-11-01, how: …}",
        ),
        (
            GROUP,
            "",
            "empty-group",
            "there is nothing under it:",
            "write it: {url: …} or delete the line",
        ),
        (GROUP, "{}", "empty-group", "there is nothing under it:", "delete the line"),
    ],
)
def test_a_value_that_is_refused(type, written, code, message, fix):
    value, (problem,) = read(type, written)
    assert not value
    assert (problem.code, problem.message, problem.fix) == (code, message, fix)
    assert problem.line == 1


def test_a_list_keeps_the_lines_that_are_right_and_the_place_of_each():
    document = read_document(b"it:\n  - wessex\n  - Kent\n  - surrey\n", "x", front_matter=False)
    reading = Reading("x", vocabularies(), TODAY)
    fields = (Fact(name="it", type=Several(of=Slug()), help="it"),)
    assert read_block(document.root, fields, reading) == {"it": ("wessex", "surrey")}
    assert reading.places == {"it": (2, 3), "it.0": (2, 5), "it.1": (4, 5)}


@pytest.mark.parametrize("written", ["[paid, paid]", "\n  - paid\n  - paid"])
def test_a_list_holds_nothing_twice(written):
    value, (problem,) = read(Several(of=PAYMENT), written)
    first = problem.line - (0 if "[" in written else 1)
    assert value == (PAYMENTS["paid"], PAYMENTS["paid"])
    assert problem.code == "listed-twice"
    assert problem.message == f"'paid' is already in this list (line {first})"
    assert problem.fix == "delete one of the two"


def test_web_addresses_among_words_are_kept_for_the_list_of_hosts():
    document = read_document(
        b"it: See https://a.example/x, www.b.example. Or c.example\n", "x", front_matter=False
    )
    reading = Reading("x", vocabularies(), TODAY)
    read_block(document.root, (Fact(name="it", type=Line(), help="it"),), reading)
    assert [one.value for one in reading.addresses] == ["https://a.example/x", "www.b.example"]


def table(text, fields=OPPORTUNITY):
    document = read_document(text.encode(), "x", front_matter=False)
    reading = Reading("x", vocabularies(), TODAY)
    read_block(document.root, fields, reading)
    return reading.problems


def test_a_misspelt_name_is_not_taken_for_a_part_of_another_fact():
    document = read_document(b"name:\n  official: Nowhere\n", "x", front_matter=False)
    reading = Reading("x", vocabularies(), TODAY)
    read_block(document.root, ALLIANCE, reading)
    assert reading.problems[0].fix == "did you mean 'names'? (its names)"


@pytest.mark.parametrize(
    ("written", "fix"),
    [
        ("sumary", "did you mean 'summary'? (what a person does, in one or two plain sentences)"),
        ("Summary", "did you mean 'summary'? (what a person does, in one or two plain sentences)"),
        (
            "description",
            "did you mean 'summary'? (what a person does, in one or two plain sentences)",
        ),
        ("who for", "did you mean 'who_for'? (who it is for)"),
        ("closing-date", "did you mean 'deadline'? (the last day to apply, or the word ongoing)"),
        ("contact", "did you mean 'apply'? (how to start)"),
        ("email", "write it under apply: and two spaces in:   email: …"),
        ("page_date", "write it under checked: and two spaces in:   page_date: …"),
        ("slug", "delete this line: the name of the file is the name of the entry"),
        (
            "status",
            "delete this line: it follows from the dates. For an entry that was closed write: "
            "closed: yes",
        ),
        ("save_as", f"Fields here: {', '.join(field.name for field in OPPORTUNITY)}"),
    ],
)
def test_an_unknown_name_gets_the_one_that_was_meant(written, fix):
    problem = next(one for one in table(f"{written}: x\n") if one.code == "unknown-field")
    assert problem.message == f"there is no field called '{written}'"
    assert problem.fix == fix


def test_a_name_that_is_misspelt_is_not_missing_as_well():
    problems = table("titel: Pebble panel\n")
    assert "title" not in {one.message.split()[4] for one in problems if "has no" in one.message}


def test_an_unknown_name_in_a_group_says_where_it_stands():
    problem = next(one for one in table("apply:\n  web: x\n") if one.code == "unknown-field")
    assert problem.message == "there is no field called 'web' under apply"
    assert problem.fix == "Fields here: url, email, phone, post, how"


def test_whatever_has_to_be_there_is_missed_with_an_example():
    assert [(one.message, one.fix) for one in table("place: Nowhere\n")] == [
        (
            "this entry has no title: what it is called, on one line",
            "add a line like: title: Patient panel",
        ),
        (
            "this entry has no organiser: who runs it, in words",
            "add a line like: organiser: Kent and Medway Cancer Alliance",
        ),
        (
            "this entry has no alliances: the alliances it is for, or the word all",
            "add a line like: alliances: all",
        ),
        ("this entry has no kind: what kind of thing it is", "add a line like: kind: survey"),
        (
            "this entry has no summary: what a person does, in one or two plain sentences",
            "add a line like: summary: Read draft leaflets and say what is not clear.",
        ),
        (
            "this entry has no who_for: who it is for",
            "add a line like: who_for: [patients, carers]",
        ),
        (
            "this entry has no sources: the public pages where this stands",
            "add a line like: sources: [https://www.example.nhs.uk/get-involved]",
        ),
        (
            "this entry has no checked: when and how it was last checked",
            "add a line like: checked: {on: …, how: …}",
        ),
    ]


def test_what_is_missing_in_a_group_is_told_with_the_name_of_the_group():
    problems = table("checked: {on: 2026-11-01}\n")
    assert ("checked has no how: how it was checked", "add a line like: how: …") in [
        (one.message, one.fix) for one in problems
    ]


@pytest.mark.parametrize("fields", [OPPORTUNITY, ALLIANCE], ids=["opportunity", "alliance"])
def test_every_example_of_a_table_is_right(fields):
    for field in fields:
        if field.example:
            problems = table(f"{field.name}: {field.example}\n", (field,))
            assert problems == [], field.name


def test_a_reading_notes_no_more_than_anybody_would_read():
    problems = table("".join(f"name{number}: x\n" for number in range(500)))
    assert len(problems) == 60


@pytest.mark.parametrize("text", ["a", "a-b", "0", "a1-2b", "a" * 80])
def test_a_name_for_an_address(text):
    assert is_slug(text)


@pytest.mark.parametrize("text", ["", "-a", "a-", "a--b", "A", "a_b", "a.b", "a/b", "á", "a" * 81])
def test_what_is_no_name_for_an_address(text):
    assert not is_slug(text)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Pebble Panel (2026)", "pebble-panel-2026"),
        ("It's on", "its-on"),
        ("…", ""),
        ("x" * 100, "x" * 80),
    ],
)
def test_a_name_made_from_words(text, slug):
    assert slug_from(text) == slug


def test_a_code_needs_no_second_look_at_its_words():
    """Codes of a vocabulary were read as words, and none of these stands for a missing fact."""
    type = next(field.type.of for field in VOCABULARY if field.name == "terms").facts[0].type
    known = {term.code for vocabulary in vocabularies().values() for term in vocabulary}
    for written in (*known, *PLACEHOLDERS, LOST, "", " a"):
        reading = Reading("x", {})
        node = Text(written, 1, 1)
        code = type.read(node, "code", reading)
        assert code is None or words_of(node, "code", Reading("x", {})) == code
        assert (code == written) == (written in known)
