"""What is known of each alliance, and what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.invented import catalogue, entry, index, sample, saved_copy
from website.pages.helping.coverage import OLDEST_SHOWN, Entry, Figure, coverage_of

UNDATED = "5 January 2026, on a page whose exact date we do not know"


def covered(*entries, alliance="wessex", **facts):
    made = catalogue(*entries)
    changed = replace(made.alliances[alliance], **facts)
    made = replace(made, alliances=made.alliances | {alliance: changed})
    whole = coverage_of(made, index(*entries))
    return whole, next(row for row in whole.alliances if row.path == f"/alliances/{alliance}/")


def test_every_alliance_has_a_row_in_its_order():
    whole, _ = covered()
    assert [row.name for row in whole.alliances] == [
        one.name for one in sample().alliances.values()
    ]


def test_an_alliance_of_which_nothing_is_known_says_so():
    _, row = covered(contact={}, involvement={})
    assert row.missing == (
        "A page on taking part",
        "An e-mail address",
        "A phone number",
        "A way to take part in this area",
        "A way to take part that the alliance runs",
        "A way to take part that is confirmed",
    )
    assert row.oldest is None
    assert row.facts[-1] == Figure(label="Oldest check of what is listed", lines="None to check")
    assert [(one.label, one.lines) for one in row.figures] == [
        ("Listed for this area", "0 ways to take part"),
        ("Confirmed", "0"),
        ("Not confirmed yet", "0"),
        ("Closed or ended", "0 ways to take part"),
    ]


def test_an_alliance_of_which_all_is_known_misses_nothing():
    _, row = covered(
        entry(led_by="alliance", deadline=date(2027, 1, 9)),
        contact={"email": "team@example.nhs.uk", "phone": "01632 960 000"},
        involvement={"url": "https://www.example.nhs.uk/"},
    )
    assert row.missing == ()
    assert row.facts[-3] == Figure(label="Missing", lines=("Nothing that we look for",))
    assert row.facts[-2].label == "We last looked at the alliance"
    assert row.list_path == "/opportunities/alliance/wessex/"


def test_entries_are_counted_where_they_are_for_and_how_they_stand():
    whole, row = covered(
        entry("confirmed", deadline=date(2027, 1, 9), alliances=("wessex", "northern")),
        entry("open-question", checked=date(2026, 1, 5), title="An old check"),
        entry("over", deadline=date(2026, 11, 1)),
        entry("nationwide", alliances="all", checked=saved_copy()),
        entry("elsewhere", alliances=("northern",), checked=saved_copy("2026-10")),
    )
    assert [one.lines for one in row.figures] == [
        "2 ways to take part",
        "1",
        "1",
        "1 way to take part",
    ]
    assert row.oldest == Entry(
        title="An old check", path="/opportunities/open-question/", checked=UNDATED
    )
    assert row.facts[-1].lines == f"An old check: {UNDATED}"
    assert {one.label: one.lines for one in whole.totals} | {
        "Alliances with something missing": ""
    } == {
        "Listed": "4 ways to take part",
        "Confirmed": "1",
        "Not confirmed yet": "3",
        "For anywhere in England": "1 way to take part",
        "Closed or ended": "1 way to take part",
        "Alliances with something missing": "",
    }


def test_the_oldest_checks_come_first_and_ten_at_most():
    entries = [entry(f"entry-{day:02}", checked=date(2026, 3, day)) for day in range(1, 15)]
    whole, _ = covered(*reversed(entries))
    days = [one.checked for one in whole.oldest]
    assert [day.partition(",")[0] for day in days] == [
        f"{day} March 2026" for day in range(1, OLDEST_SHOWN + 1)
    ]


def test_how_old_the_page_was_is_said_where_it_is_known():
    one = entry()
    dated = replace(one, checked=replace(one.checked, page_date="2024-06"))
    whole, _ = covered(dated)
    assert whole.oldest[0].checked == "20 November 2026, on a page from June 2024"
