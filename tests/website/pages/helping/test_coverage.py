"""What is known of each alliance, how old it is, and what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.invented import catalogue, entry, index, sample, saved_copy
from website.pages.helping.coverage import Gap, coverage_of


def covered(*entries, alliance="wessex", **facts):
    made = catalogue(*entries)
    changed = replace(made.alliances[alliance], **facts)
    made = replace(made, alliances=made.alliances | {alliance: changed})
    whole = coverage_of(made, index(*entries))
    return whole, next(row for row in whole.alliances if row.path == f"/alliances/{alliance}/")


def test_every_alliance_has_a_row_in_its_order():
    whole, _ = covered()
    assert [row.name for row in whole.alliances] == [
        one.short_name for one in sample().alliances.values()
    ]


def test_each_gap_of_an_alliance_leads_to_the_form_that_takes_it():
    _, row = covered(contact={}, involvement={})
    form = "/add/?alliance=wessex&fact="
    assert row.gaps == (
        Gap(words="website", path=f"{form}Website"),
        Gap(words="get involved page", path=f"{form}Get%20involved%20page"),
        Gap(words="e-mail", path=f"{form}E-mail"),
        Gap(words="phone", path=f"{form}Phone"),
        Gap(words="a way to take part", path="/add/"),
    )
    assert (row.listed, row.confirmed, row.newest, row.contacts) == (
        *(0, 0, "nothing listed", "none found yet"),
    )


def test_an_alliance_of_which_all_is_known_misses_nothing():
    _, row = covered(
        entry(led_by="alliance", deadline=date(2027, 1, 9)),
        contact={
            "email": "team@a.nhs.uk",
            "phone": "01632 960 000",
            "website": "https://a.nhs.uk/",
        },
        involvement={"url": "https://www.example.nhs.uk/"},
    )
    assert row.gaps == ()
    assert row.contacts == "e-mail, phone, website, get involved page"


def test_what_its_partners_run_leaves_a_gap():
    _, row = covered(entry(led_by="partner"))
    assert row.gaps[-1] == Gap(words="a way to take part that it runs", path="/add/")


def test_entries_are_counted_where_they_are_for_and_how_they_stand():
    whole, row = covered(
        entry("confirmed", deadline=date(2027, 1, 9), alliances=("wessex", "northern")),
        entry("open-question", checked=date(2026, 1, 5)),
        entry("over", deadline=date(2026, 11, 1)),
        entry("nationwide", alliances="all", checked=saved_copy()),
        entry("elsewhere", alliances=("northern",), checked=saved_copy("2026-10")),
    )
    assert (row.listed, row.confirmed) == (2, 1)
    assert {one.label: one.words for one in whole.totals} | {
        "Alliances with something missing": ""
    } == {
        "Listed": "4 ways to take part",
        "Confirmed": "1",
        "For anywhere in England": "1 way to take part",
        "Closed or ended": "1 way to take part",
        "Alliances with something missing": "",
    }


@pytest.mark.parametrize(
    ("checks", "newest"),
    [
        ((saved_copy(),), "no date"),
        ((saved_copy("2024-06"), saved_copy(), saved_copy("2023")), "June 2024"),
        ((saved_copy("2025"), saved_copy("2025-01-02")), "2 January 2025"),
        ((saved_copy("2026-03"), date(2026, 5, 3)), "3 May 2026"),
    ],
)
def test_the_newest_page_is_as_exact_as_it_is_known(checks, newest):
    _, row = covered(*(entry(f"one-{n}", checked=check) for n, check in enumerate(checks)))
    assert row.newest == newest
