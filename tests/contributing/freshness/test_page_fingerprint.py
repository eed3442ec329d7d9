"""A page still says what an entry says, in whatever shape."""

from datetime import date

import pytest

from contributing.freshness.page_fingerprint import (
    day_trait,
    email_trait,
    fingerprint_of_entry,
    phone_trait,
    searchable,
)


@pytest.mark.parametrize(
    "words",
    [
        "Apply by Monday 1st March 2027.",
        "closes 1 MARCH",
        "01/03/2027",
        "1/3/2027",
        "2027-03-01",
        "March 1, 2027",
        "1 Mar 2027",
    ],
)
def test_a_date_is_found_in_many_shapes(words):
    assert day_trait(date(2027, 3, 1)).is_in(words)


def test_contacts_are_found_as_people_write_them():
    assert email_trait("Team@a.nhs.uk").is_in("write to team@A.nhs.uk now")
    for words in ("ring 01632 960 000", "+44 1632 960000", "(01632) 960-000", "0163 296 0000"):
        assert phone_trait("01632 960000").is_in(searchable(words))
    assert not phone_trait("01632 960000").is_in(searchable("ring 01632 960 001"))


def test_every_entry_has_its_subject_in_its_fingerprint(existing):
    for entry in existing.catalogue.opportunities:
        assert fingerprint_of_entry(entry)[0].what == "the word cancer"
