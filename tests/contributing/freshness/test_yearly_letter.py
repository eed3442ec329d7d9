"""Once a year an alliance is asked whether all is right."""

from dataclasses import replace
from datetime import timedelta

from catalogue.schema.field_types import Closing
from contributing.freshness.yearly_letter import letter_to
from tests.contributing.conftest import TODAY
from tests.contributing.freshness.answers import with_entry


def test_the_letter_asks_about_every_listed_entry(existing):
    catalogue = existing.catalogue
    alliance = catalogue.alliances["kent-and-medway"]
    text = letter_to(alliance, catalogue, TODAY, "https://site.example")
    asked = [line for line in text.split("\n") if line.startswith("* ")]
    assert asked == ["* Gravel Action Partnership"]
    assert "https://site.example/opportunities/gravel-hub/" in text
    assert "Dear team at Pebble Alliance of Kent and Medway," in text
    assert "We are not part of\nthe NHS" in text
    assert (
        "http" not in letter_to(replace(alliance, contact={}), with_entry(existing), TODAY, "")[:80]
    )


def test_the_letter_asks_what_came_of_what_ended(existing):
    catalogue = with_entry(existing, deadline=Closing(moment=TODAY - timedelta(days=60)))
    alliance = catalogue.alliances["west-london"]
    assert "do not know what came of them" in letter_to(alliance, catalogue, TODAY, "")
