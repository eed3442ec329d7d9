"""JSON-LD for search engines."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest

from tests.invented import SITE, TODAY, entry, listing, meeting, sample, saved_copy
from website.exports import json_ld


def test_no_character_can_end_the_script():
    text = json_ld.as_script([{"name": "</script><!-- & “x”"}])
    assert not set("<>&") & set(text)
    assert json.loads(text) == [{"@context": "https://schema.org", "name": "</script><!-- & “x”"}]


def events(**values):
    return json_ld.events(listing(entry(**values)), SITE, TODAY)


def test_a_meeting_is_an_event_in_british_time():
    (event,) = events(
        format=("in_person",),
        sessions=(meeting(datetime(2027, 6, 3, 14), datetime(2027, 6, 3, 16), "Town hall"),),
    )
    assert event == {
        "@type": "Event",
        "name": "Read a leaflet",
        "description": "You read a leaflet. You say what is not clear.",
        "startDate": "2027-06-03T14:00:00+01:00",
        "endDate": "2027-06-03T16:00:00+01:00",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {"@type": "Place", "name": "Town hall"},
        "organizer": {"@type": "Organization", "name": "An invented trust"},
        "url": f"{SITE}/opportunities/reader-panel/",
    }


def test_a_meeting_that_nobody_has_confirmed_says_so():
    meetings = {"sessions": (meeting(date(2026, 12, 3), place="Hull"),)}
    assert "Not confirmed" not in events(**meetings)[0]["description"]
    unsure = events(**meetings, checked=saved_copy())
    assert unsure[0]["description"].endswith("(Not confirmed yet: ask first)")


def test_a_meeting_without_a_place_or_in_the_past_is_none():
    assert events(sessions=(meeting(date(2026, 12, 3)),)) == []
    assert events(sessions=(meeting(date(2026, 11, 21), place="Hull"),)) == []
    assert len(events(place="Hull", sessions=(meeting(date(2026, 12, 3)),))) == 1


@pytest.mark.parametrize(
    ("formats", "mode"),
    [
        (("online",), "OnlineEventAttendanceMode"),
        (("online", "in_person"), "MixedEventAttendanceMode"),
        (("in_person", "phone"), "OfflineEventAttendanceMode"),
        (("post",), None),
        ((), None),
    ],
)
def test_how_people_meet_is_only_said_where_it_is_known(formats, mode):
    (event,) = events(format=formats, place="Hull", sessions=(meeting(date(2026, 12, 3)),))
    expected = f"https://schema.org/{mode}" if mode else None
    assert event.get("eventAttendanceMode") == expected


def test_an_alliance_gives_only_the_contacts_that_are_known():
    for alliance in sample().alliances.values():
        thing = json_ld.organization(alliance, SITE)
        point = thing.get("contactPoint", {})
        assert point.get("email") == alliance.contact.get("email")
        assert point.get("telephone") == alliance.contact.get("phone")
        assert thing.get("url") == alliance.contact.get("website")


def test_a_list_is_numbered_from_one():
    items = [("A", "/opportunities/a/"), ("B", "/opportunities/b/")]
    whole = json_ld.listing_page("Name", "/x/", "About", items, SITE)["mainEntity"]
    assert [row["position"] for row in whole["itemListElement"]] == [1, 2]
    assert whole["numberOfItems"] == 2


def test_a_list_of_which_the_first_are_named_says_how_many_there_are():
    items = [("A", "/opportunities/a/")]
    page = json_ld.listing_page("Name", "/x/", "About", items, SITE, total=30)
    assert page["mainEntity"]["numberOfItems"] == 30
    assert len(page["mainEntity"]["itemListElement"]) == 1


def test_the_data_set_leads_to_its_files():
    thing = json_ld.dataset("/data/", "About", SITE)
    assert thing["@type"] == "Dataset"
    assert thing["license"] == "https://creativecommons.org/licenses/by/4.0/"
    kinds = {row["contentUrl"]: row["encodingFormat"] for row in thing["distribution"]}
    assert kinds[f"{SITE}/api/v1/opportunities.csv"] == "text/csv"
