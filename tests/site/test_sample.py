"""The invented project is right, and holds everything that tests of the site need to meet."""

from __future__ import annotations

import pytest
import yaml

from catalogue.loader import load
from catalogue.model.opportunity import Opportunity
from catalogue.model.status import status_on
from catalogue.schema.facts import facts_of
from catalogue.schema.field_types import Group
from catalogue.schema.tables import ALLIANCE
from tests.sample import TODAY
from tests.sample.alliances import BAREST, FULLEST

OPPORTUNITY = facts_of(Opportunity)


@pytest.fixture(scope="module")
def loaded(sample):
    return load(sample, TODAY)


@pytest.fixture(scope="module")
def written(sample):
    """The values of every entry, as they stand in its file."""
    paths = sorted((sample / "content/opportunities").glob("*.md"))
    return [yaml.load(path.read_text("utf-8").split("---")[1], yaml.BaseLoader) for path in paths]


def test_the_check_has_nothing_to_say(loaded):
    assert loaded.problems == ()
    assert len(loaded.catalogue.alliances) == 20


def test_every_fact_is_stated_by_one_entry_and_left_out_by_another(written):
    wanted = {field.name for field in OPPORTUNITY}
    assert {name for entry in written for name in entry} == wanted
    always = {field.name for field in OPPORTUNITY if field.required}
    assert set.intersection(*(set(entry) for entry in written)) == always


@pytest.mark.parametrize("name", ["apply", "checked"])
def test_every_part_of_a_fact_is_stated(written, name):
    (field,) = (field for field in OPPORTUNITY if field.name == name)
    stated = {part for entry in written for part in entry.get(name, ())}
    assert stated == {part.name for part in field.type.facts}


def test_every_status_is_there(loaded):
    statuses = {status_on(one, TODAY) for one in loaded.catalogue.opportunities}
    assert statuses == {term.code for term in loaded.catalogue.vocabularies["statuses"]}


@pytest.mark.parametrize(
    ("vocabulary", "fact"),
    [
        ("kinds", "kind"),
        ("who_for", "who_for"),
        ("cancer_types", "cancer_types"),
        ("stages", "stages"),
        ("formats", "format"),
        ("commitments", "commitment"),
        ("payments", "payment"),
        ("expenses", "expenses"),
        ("support", "support"),
        ("confidence", "confidence"),
        ("led_by", "led_by"),
        ("scopes", "scope"),
    ],
)
def test_every_term_is_used(loaded, written, vocabulary, fact):
    used = {
        code
        for entry in written
        for code in ([entry[fact]] if isinstance(entry.get(fact), str) else entry.get(fact, ()))
    }
    assert used == {term.code for term in loaded.catalogue.vocabularies[vocabulary]}


def parts_in(field):
    return field.type.facts if isinstance(field.type, Group) else ()


def parts_of(fields, values):
    """Name and part of each fact that stands in a file, two levels deep."""
    for field in fields:
        inner = parts_in(field)
        stated = values.get(field.name)
        if inner and isinstance(stated, dict):
            yield from ((field.name, part.name) for part in inner if part.name in stated)
        elif stated is not None:
            yield (field.name, "")


def test_one_alliance_says_everything_and_one_what_is_needed(sample):
    def stated(slug):
        text = (sample / f"data/alliances/{slug}.yaml").read_text("utf-8")
        return set(parts_of(ALLIANCE, yaml.load(text, yaml.BaseLoader)))

    every = {
        (field.name, part.name)
        for field in ALLIANCE
        for part in parts_in(field)
        if field.name != "checked"
    }
    assert len(every) > 40
    assert every <= stated(FULLEST)
    assert ("contact", "website") not in stated(BAREST)
    assert ("host", "name") not in stated(BAREST)
