"""The files and pages for invented entries with dates."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest
from icalendar import Calendar

from tests.invented import SITE, TODAY, catalogue, entry, index, meeting
from website.exports.changes import Earlier
from website.exports.embeds import following_pages
from website.exports.following import calendar_records, following_files, following_of
from website.pages.finding.alliance_page import alliance_pages
from website.pages.helping.follow import follow_values
from website.pages.taking_part.archive import archive_pages
from website.pages.taking_part.opportunity_page import opportunity_pages
from website.pages.taking_part.ready_list import list_pages
from website.site import site_of

ENTRIES = (
    entry("dated", deadline=date(2026, 12, 1), sessions=(meeting(datetime(2026, 12, 9, 14)),)),
    entry("nationwide", alliances="all", deadline=date(2026, 12, 2), kind="survey"),
    entry("over", deadline=date(2026, 11, 1)),
    entry("undated", deadline="ongoing"),
)


def made(address=SITE):
    return site_of(catalogue(*ENTRIES), index(*ENTRIES), TODAY, address)


def files(site, owner=""):
    following = following_of(site, owner, Earlier())
    every = [*following_files(following), *calendar_records(following)]
    assert len({file.path for file in every}) == len(every)
    return {file.path: file.text for file in every}


def uids(text):
    return [str(event["uid"]).partition("@")[0] for event in Calendar.from_ical(text).events]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("calendars/deadlines.ics", ["dated-deadline", "nationwide-deadline"]),
        ("calendars/sessions.ics", ["dated-session-20261209T1400"]),
        ("calendars/anywhere.ics", ["nationwide-deadline"]),
        ("calendars/alliance/wessex.ics", ["dated-deadline", "dated-session-20261209T1400"]),
        ("calendars/alliance/northern.ics", []),
        ("calendars/opportunity/dated.ics", ["dated-deadline", "dated-session-20261209T1400"]),
        ("calendars/opportunity/over.ics", []),
    ],
)
def test_each_calendar_holds_what_it_says(path, expected):
    assert uids(files(made())[path]) == expected


def test_only_entries_with_dates_have_a_calendar():
    assert "calendars/opportunity/undated.ics" not in files(made())


def test_the_same_site_gives_the_same_files():
    assert files(made()) == files(made())


def test_a_calendar_has_the_name_of_its_list():
    whole = Calendar.from_ical(files(made())["calendars/alliance/wessex.ics"])
    assert whole["x-wr-calname"] == "Wessex: Your Say in Cancer Care"
    whole = Calendar.from_ical(files(made())["calendars/opportunity/dated.ics"])
    assert whole["x-wr-calname"] == "Read a leaflet"


def values(slug):
    pages = {page.path: page for page in opportunity_pages(made())}
    return pages[f"/opportunities/{slug}/"].values


def test_a_page_with_dates_offers_its_calendar_until_it_ends():
    assert values("dated")["calendar"] == "/calendars/opportunity/dated.ics"
    assert values("dated")["view"].moments == (("closes", "2026-12-01"),)
    assert values("undated")["calendar"] == values("over")["calendar"] == ""
    assert values("over")["view"].moments == ()


EVERYTHING = ["/feeds/all.atom.xml", "/calendars/deadlines.ics", "/follow/"]


def pages_to_follow():
    site = made()
    pages = (
        *list_pages(site),
        *archive_pages(site),
        *alliance_pages(site, lambda _: None),
    )
    return {page.path: page.values for page in pages if "follow" in page.values}


def test_each_list_leads_to_a_feed_and_a_calendar():
    follow = {
        page: [path for _, path in values["follow"]] for page, values in pages_to_follow().items()
    }
    assert follow["/opportunities/kind/consultation/"] == ["/follow/"]
    assert follow["/opportunities/kind/readers-panel/"] == [
        "/feeds/kind/readers_panel.atom.xml",
        "/follow/",
    ]
    assert follow["/alliances/wessex/"] == follow["/opportunities/alliance/wessex/"]
    for path in ("from-home", "how/online", "costs/travel", "led/by-a-partner"):
        assert follow[f"/opportunities/{path}/"] == EVERYTHING
    assert follow.pop("/opportunities/closed/") == []
    assert len(follow) > 100
    assert {path[1:] for links in follow.values() for path in links[:-1]} <= set(files(made()))


def test_only_lists_of_alliances_and_kinds_and_for_anywhere_have_their_own_feed():
    own = {
        page: values["own_feed"]
        for page, values in pages_to_follow().items()
        if "own_feed" in values
    }
    assert own["/opportunities/kind/readers-panel/"] == "/feeds/kind/readers_panel.atom.xml"
    assert {page.split("/")[2] for page, feed in own.items() if feed} == {
        "alliance",
        "anywhere",
        "kind",
    }
    assert own["/opportunities/from-home/"] == own["/opportunities/closed/"] == ""


def test_a_calendar_of_a_list_stays_light():
    """As many entries as its feed has; those without a date take no place."""
    undated = [entry(f"undated-{number}", deadline="ongoing") for number in range(3)]
    dated = [entry(f"dated-{number:03}", deadline=date(2026, 12, 9)) for number in range(103)]
    site = site_of(catalogue(*undated, *dated), index(*undated, *dated), TODAY, SITE)
    named = [f"dated-{number:03}-deadline" for number in range(103)]
    assert uids(files(site)["calendars/alliance/wessex.ics"]) == named[:100]
    assert uids(files(site)["calendars/deadlines.ics"]) == named


def test_lists_for_other_sites_are_cut_before_they_grow_heavy():
    entries = [entry(f"entry-{number}") for number in range(60)]
    site = site_of(catalogue(*entries), index(*entries), TODAY, SITE)
    pages = {page.path: page.values["embed"] for page in following_pages(site)}
    assert len(pages["/embed/wessex/"].items) == 20
    assert pages["/embed/wessex/"].more == "See 40 more ways to take part"


def test_the_follow_page_has_a_row_for_each_feed():
    groups = follow_values(following_of(made(), "", Earlier()))["follow_groups"]
    rows = {group.title: len(group.rows) for group in groups}
    kinds = len(catalogue().vocabularies["kinds"].terms)
    assert rows == {"Everything": 2, "By alliance": 20, "By what you do": kinds}


def test_the_owner_stands_in_the_record():
    record = json.loads(files(made(), "Invented volunteers")["api/v1/dcat.jsonld"])
    assert record["dct:publisher"]["foaf:name"] == "Invented volunteers"
