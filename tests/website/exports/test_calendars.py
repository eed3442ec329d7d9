"""Calendars, opened with icalendar and held against the rules of RFC 5545."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from tests.invented import SITE, TODAY, entry, listing, meeting, saved_copy
from website.exports.calendars import calendar, events_of, has_dates

ODD = "Tea, talk; and a\\b: " + "“long” Æ " * 20


def events(*entries, today=TODAY, address=SITE):
    """Deadlines and meetings of entries as one calendar, opened again."""
    made = [events_of(listing(one, today), today, address) for one in entries]
    text = calendar("Invented", [event for one in made for event in one.every])
    well_formed(text)
    return Calendar.from_ical(text).walk("VEVENT")


def well_formed(text):
    """Lines of RFC 5545: CRLF, 75 octets at most, begin and end in pairs."""
    assert text.endswith("END:VCALENDAR\r\n")
    lines = text.split("\r\n")[:-1]
    assert "\n" not in "".join(lines)
    assert max(len(line.encode()) for line in lines) <= 75
    unfolded = re.sub("\r\n[ \t]", "", text).split("\r\n")
    open_parts = []
    for line in unfolded[:-1]:
        assert re.match(r"[A-Z-]+[:;]", line), line
        name, _, value = line.partition(":")
        if name == "BEGIN":
            open_parts.append(value)
        elif name == "END":
            assert open_parts.pop() == value
    assert open_parts == []
    assert unfolded[1:3] == ["VERSION:2.0", "PRODID:-//Your Say in Cancer Care//Calendar//EN"]


@settings(max_examples=100, deadline=None)
@given(st.text("abcdefgh ;,\\^n\n", max_size=300) | st.text("ab;é“\\", max_size=150))
def test_any_words_of_an_entry_come_back_from_its_calendar(words):
    # But for \N, which the library takes for the end of a line.
    (event,) = events(entry(title=f"A{words}", deadline=date(2026, 11, 30)))
    assert event["summary"] == f"Apply by: A{words}"


def test_the_name_of_a_calendar_is_escaped():
    lines = calendar("Kent, Medway; and\nHull", []).split("\r\n")
    assert "NAME:Kent\\, Medway\\; and\\nHull" in lines
    assert "X-WR-CALNAME:Kent\\, Medway\\; and\\nHull" in lines


def test_an_empty_calendar_still_holds_british_time():
    text = calendar("Invented: “x”", [])
    well_formed(text)
    whole = Calendar.from_ical(text)
    assert [part.name for part in whole.subcomponents] == ["VTIMEZONE"]
    assert not whole.errors
    assert whole["x-wr-calname"] == whole["name"] == "Invented: “x”"
    assert whole["refresh-interval"].dt == timedelta(days=1)


def test_the_rules_of_british_time_are_right():
    zone = Calendar.from_ical(calendar("x", [])).walk("VTIMEZONE")[0].to_tz()
    for moment, hours in (
        (datetime(2026, 3, 29, 0, 59), 0),
        (datetime(2026, 3, 29, 2, 0), 1),
        (datetime(2026, 10, 25, 0, 59), 1),
        (datetime(2026, 10, 25, 2, 0), 0),
        (datetime(2031, 7, 1), 1),
    ):
        assert zone.utcoffset(moment) == timedelta(hours=hours), moment


def test_a_deadline_is_a_whole_day_with_a_reminder_a_week_before():
    (event,) = events(entry(title=ODD, deadline=date(2026, 11, 30)))
    assert event["dtstart"].params == {"VALUE": "DATE"}
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2026, 11, 30), date(2026, 12, 1))
    assert event["summary"] == f"Apply by: {ODD}"
    assert event["uid"] == "reader-panel-deadline@your-say-in-cancer-care"
    assert event["dtstamp"].dt == datetime(2026, 11, 20, 12, tzinfo=UTC)
    assert event["url"] == f"{SITE}/opportunities/reader-panel/"
    assert event["transp"] == "TRANSPARENT"
    (reminder,) = event.walk("VALARM")
    assert reminder["action"] == "DISPLAY"
    assert reminder["description"] == event["summary"]
    rings = datetime(2026, 11, 30) + reminder["trigger"].dt
    assert rings == datetime(2026, 11, 23, 9)


def test_the_hour_of_a_deadline_is_said_in_words():
    (event,) = events(entry(deadline=datetime(2026, 11, 30, 17, 30)))
    assert event["dtstart"].dt == date(2026, 11, 30)
    assert "Closes at 5.30pm." in event["description"]
    assert "We saw their page on 20 November 2026." in event["description"]


def test_what_nobody_has_confirmed_says_so_in_its_title():
    (event,) = events(entry(deadline=date(2026, 11, 30), checked=saved_copy("2026-03")))
    assert event["summary"] == "Apply by: Read a leaflet (Not confirmed yet: ask first)"
    assert "Their page was from March 2026. Ask the organiser" in event["description"]
    (event,) = events(entry(sessions=(meeting(date(2026, 12, 3)),), checked=saved_copy()))
    assert event["summary"] == "Read a leaflet (Not confirmed yet: ask first)"


@pytest.mark.parametrize(
    ("starts", "ends", "start", "end"),
    [
        (
            datetime(2026, 12, 3, 14),
            datetime(2026, 12, 3, 16),
            "2026-12-03T14:00:00+00:00",
            "2026-12-03T16:00:00+00:00",
        ),
        (datetime(2027, 6, 3, 14), None, "2027-06-03T14:00:00+01:00", None),
        (datetime(2027, 6, 3, 14), date(2027, 6, 3), "2027-06-03T14:00:00+01:00", None),
        (date(2026, 12, 3), None, "2026-12-03", "2026-12-04"),
        (date(2026, 12, 3), date(2026, 12, 5), "2026-12-03", "2026-12-06"),
        (date(2026, 12, 3), datetime(2026, 12, 4, 16), "2026-12-03", "2026-12-05"),
        (
            datetime(2027, 10, 31, 0, 30),
            datetime(2027, 10, 31, 3),
            "2027-10-31T00:30:00+01:00",
            "2027-10-31T03:00:00+00:00",
        ),
    ],
)
def test_a_meeting_is_in_british_time(starts, ends, start, end):
    (event,) = events(entry(sessions=(meeting(starts, ends, "Town hall, Leeds"),)))
    assert event["dtstart"].dt.isoformat() == start
    assert (event["dtend"].dt.isoformat() if "dtend" in event else None) == end
    assert event["location"] == "Town hall, Leeds"
    assert event["summary"] == "Read a leaflet"
    assert not event.walk("VALARM")
    if isinstance(starts, datetime):
        assert event["dtstart"].params["TZID"] == "Europe/London"


def test_uids_are_fixed_and_used_once():
    start = datetime(2026, 12, 3, 14)
    one = entry(
        deadline=date(2026, 12, 1),
        sessions=(meeting(start), meeting(start, place="Hull"), meeting(date(2026, 12, 9))),
    )
    home = "@your-say-in-cancer-care"
    uids = [str(event["uid"]).removesuffix(home) for event in events(one)]
    assert uids == [
        "reader-panel-deadline",
        "reader-panel-session-20261203T1400",
        "reader-panel-session-20261203T1400-2",
        "reader-panel-session-20261209",
    ]
    assert [str(event["uid"]) for event in events(one, address="https://x.example")] == [
        uid + home for uid in uids
    ]


def test_what_is_over_leaves_the_calendar():
    past, coming = meeting(date(2026, 11, 21)), meeting(date(2026, 11, 22))
    assert len(events(entry(deadline="ongoing", sessions=(past, coming)))) == 1
    assert events(entry(deadline=date(2026, 11, 21))) == []
    assert events(entry(deadline=date(2026, 12, 21), closed="yes")) == []
    assert len(events(entry(deadline=date(2026, 11, 22)))) == 1


def test_an_entry_keeps_its_calendar_when_it_has_ended():
    assert has_dates(entry(deadline=date(2024, 5, 3)))
    assert has_dates(entry(sessions=(meeting(date(2024, 5, 3)),)))
    assert not has_dates(entry(deadline="ongoing"))


def test_without_an_address_there_is_no_link():
    (event,) = events(entry(deadline=date(2026, 11, 30)), address="")
    assert "url" not in event
    assert "opportunities/" not in event["description"]


def test_the_same_entry_gives_the_same_text():
    one = entry(deadline=date(2026, 11, 30), sessions=(meeting(datetime(2026, 12, 3, 14)),))
    made = [calendar("x", events_of(listing(one), TODAY, SITE).every) for _ in range(2)]
    assert made[0] == made[1]
