"""The unpaid roles in the terms of the Volunteering Data Standard."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest

from tests.invented import SITE, TODAY, apply, entry, index, meeting, sample
from tests.website.exports.test_dcat import names
from website.exports import open_data
from website.exports.volunteering import document, is_volunteering

# The terms of the ontology that are used here.
TERMS = {
    "Organisation": {"organisationName", "organisationActivity"},
    "Activity": {
        "activityTitle",
        "activityDescription",
        "activityPublishEndDate",
        "activityRole",
        "activitySession",
    },
    "Role": {"roleTitle", "roleCommitment", "roleApplyLink", "roleAllowsRemoteParticipation"},
    "Session": {"sessionTime", "sessionLocation"},
    "Time": {"hasBeginning", "hasEnd"},
    "Location": {"locationName"},
    "Instant": {"inXSDDate", "inXSDDateTimeStamp"},
}
DATATYPES = {"date", "dateTimeStamp"}


def graph(*entries):
    made = document(index(*entries).listed, TODAY, SITE)
    return json.loads(open_data.as_json(made))["@graph"]


@pytest.mark.parametrize(
    ("values", "fits"),
    [
        ({}, True),
        ({"kind": "patient_partner", "payment": "expenses_only"}, True),
        ({"payment": "unpaid"}, True),
        ({"payment": "paid"}, False),
        ({"kind": "survey"}, False),
        ({"kind": "training_course"}, False),
        ({"kind": "research_involvement"}, True),
    ],
)
def test_what_counts_as_volunteering(values, fits):
    assert is_volunteering(entry(**values)) is fits


def test_a_role_with_everything():
    (organiser,) = graph(
        entry(
            deadline=datetime(2026, 12, 9, 17),
            time="2 hours a month",
            format=("online",),
            apply=apply(url="https://www.example.nhs.uk/join"),
            sessions=(
                meeting(datetime(2027, 6, 3, 14), datetime(2027, 6, 3, 16), "Town hall"),
                meeting(date(2026, 11, 1)),
            ),
        )
    )
    day = {"@type": "xsd:date", "@value": "2026-12-09"}
    stamp = {"@type": "xsd:dateTimeStamp", "@value": "2027-06-03T14:00:00+01:00"}
    assert organiser["volunteering:organisationName"] == "An invented trust"
    (activity,) = organiser["volunteering:organisationActivity"]
    assert activity["@id"] == f"{SITE}/opportunities/reader-panel/"
    assert activity["volunteering:activityPublishEndDate"] == day
    assert activity["volunteering:activityRole"] == {
        "@type": "volunteering:Role",
        "volunteering:roleTitle": "Readers' panel",
        "volunteering:roleCommitment": "2 hours a month",
        "volunteering:roleApplyLink": "https://www.example.nhs.uk/join",
        "volunteering:roleAllowsRemoteParticipation": True,
    }
    (session,) = activity["volunteering:activitySession"]
    begins = session["volunteering:sessionTime"]["time:hasBeginning"]
    assert begins == {"@type": "time:Instant", "time:inXSDDateTimeStamp": stamp}
    assert session["volunteering:sessionLocation"]["volunteering:locationName"] == "Town hall"


def test_what_is_not_stated_is_left_out():
    (organiser,) = graph(entry())
    (activity,) = organiser["volunteering:organisationActivity"]
    assert activity["volunteering:activityRole"] == {
        "@type": "volunteering:Role",
        "volunteering:roleTitle": "Readers' panel",
    }
    assert "volunteering:activitySession" not in activity
    assert "volunteering:activityPublishEndDate" not in activity


def test_in_person_alone_is_not_remote():
    (organiser,) = graph(entry(format=("in_person",)))
    (activity,) = organiser["volunteering:organisationActivity"]
    role = activity["volunteering:activityRole"]
    assert role["volunteering:roleAllowsRemoteParticipation"] is False


def test_organisers_stand_by_name_each_once():
    made = graph(entry("a", organiser="Z"), entry("b", organiser="A"), entry("c", organiser="Z"))
    rows = [
        (one["volunteering:organisationName"], len(one["volunteering:organisationActivity"]))
        for one in made
    ]
    assert rows == [("A", 1), ("Z", 2)]


def test_only_terms_of_the_standard_are_used():
    known = set(TERMS).union(DATATYPES, *TERMS.values())
    used = {name.partition(":")[2] for name in names(graph(*sample().opportunities))}
    assert used <= known


def test_the_document_says_what_it_follows():
    made = document((), TODAY, SITE)
    assert made["dct:conformsTo"] == {"@id": "https://ns.volunteeringdata.io/"}
    assert made["dct:license"] == "CC-BY-4.0"
    assert made["@graph"] == []
