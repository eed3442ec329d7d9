"""The JSON Schema says what the checker says, value for value, as far as a schema can say it."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft7Validator

from catalogue.model.opportunity import Opportunity
from catalogue.parsing.front_matter import Items, Text, read_document
from catalogue.schema.facts import facts_of
from catalogue.schema.field_types.groups import read_block
from catalogue.schema.json_schema import json_schema
from catalogue.schema.reading import Reading
from catalogue.schema.tables import ALLIANCE
from tests.nowhere import ALLIANCE as ALLIANCE_FILE
from tests.nowhere import ENTRY, TODAY, vocabularies
from tests.plain_facts import answer, codes_of, is_plain, wrong_answer

OPPORTUNITY = facts_of(Opportunity)

TABLES = {"opportunity": OPPORTUNITY, "alliance": ALLIANCE}
SCHEMAS = {
    name: json_schema(
        f"The {name}", facts, vocabularies(), f"https://invented.example/api/v1/schema/{name}.json"
    )
    for name, facts in TABLES.items()
}
FIRST = {"opportunity": ENTRY.split("---\n")[1], "alliance": ALLIANCE_FILE}

# For each field: values that are right, and values that are wrong, as they stand in a file.
OPPORTUNITY_VALUES = {
    "title": (["Pebble panel", "'5 pebbles'", "caf\u00e9"], ["ab", '"=SUM(A1)"', "'<b>'", "[a]"]),
    "organiser": (["Society"], ["''", "' '", '"@x"', "{a: b}"]),
    "alliances": (["all", "[a-b]", "[a, b]"], ["a-b", "[]", "[A]", "[a b]", "[a, a]", "[a/b]"]),
    "kind": (["survey"], ["surveys", "Survey", "[survey]"]),
    "summary": (["Ten letters."], ["Short", "'<script> long enough'"]),
    "who_for": (["[patients]", "[patients, carers]"], ["patients", "[]", "[nobody]"]),
    "eligibility": (["Anybody."], ["''"]),
    "cancer_types": (["[any]", "[breast, lung]"], ["breast", "[toes]"]),
    "stages": (["[diagnosis]"], ["diagnosis", "[x]"]),
    "format": (["[online, in_person]"], ["online", "[on_line]"]),
    "place": (["Nowhere"], ["''"]),
    "commitment": (["flexible"], ["on", "2 hours"]),
    "time": (["2 hours"], ["''"]),
    "term": (["2 years"], ["''"]),
    "payment": (["voucher"], ["voucer"]),
    "payment_detail": (["£25 an hour"], ["''"]),
    "expenses": (["[travel, care]"], ["travel", "[shoes]"]),
    "support": (["[training]"], ["training", "[tea]"]),
    "apply": (
        [
            "{url: 'https://www.invented.example/a?b=c#d'}",
            "{email: involvement@invented.example}",
            "{phone: 01632 960 000}",
            "{phone: '01632960000'}",
            "{post: Nowhere, how: Ask}",
        ],
        [
            "{}",
            "Ask",
            "[a]",
            "{web: x}",
            "{url: 'http://www.invented.example/'}",
            "{url: 'javascript:x'}",
            "{url: 'https://localhost/'}",
            "{url: 'https://192.0.2.1/'}",
            "{url: 'https://a.example:8000/'}",
            "{url: 'https://me@a.example/'}",
            "{url: 'https://a.example/a b'}",
            "{url: 'https://pebbles'}",
            "{email: pebbles}",
            "{email: a@b}",
            "{email: a b@c.example}",
            "{phone: ring}",
            "{phone: 01632-960-000}",
        ],
    ),
    "opens": (["2027-01-31"], ["2027-1-31", "31/1/27", "soon", "2027-13-01", "2027-01-32"]),
    "deadline": (
        ["2027-03-31", "2027-03-31 17:00", "2027-03-31T17:00", "ongoing"],
        ["rolling", "2027-03-31 25:00", "2027-03-31 17:00:00", "1 May", "2207-01-01"],
    ),
    "dates_note": (["In spring"], ["''"]),
    "sessions": (
        ["[{starts: 2027-01-01}]", "[{starts: '2027-01-01 14:00', ends: 2027-01-02, place: Here}]"],
        ["[]", "[2027-01-01]", "[{ends: 2027-01-01}]", "[{starts: soon}]", "[{starts: 2027-1-1}]"],
    ),
    "sources": (
        ["['https://a.example/']"],
        ["https://a.example/", "[]", "[a]", "['http://a.example']"],
    ),
    "checked": (
        [
            "{on: 2026-11-01, how: organiser}",
            "{on: 2026-11-01, how: live-page, page_date: 2026, page_age: old, basis: seen}",
            "{on: 2026-11-01, how: live-page, page_date: 2026-09}",
            "{on: 2026-11-01, how: live-page, page_date: 2026-09-30}",
        ],
        [
            "2026-11-01",
            "{on: 2026-11-01}",
            "{how: organiser}",
            "{on: today, how: organiser}",
            "{on: 2026-11-01, how: by magic}",
            "{on: 2026-11-01, how: organiser, who: me}",
            "{on: 2026-11-01, how: organiser, page_date: 2026-9}",
            "{on: 2026-11-01, how: organiser, page_date: about 2026}",
        ],
    ),
    "scope": (["local"], ["everywhere"]),
    "led_by": (["partner"], ["me"]),
    "confidence": (["high"], ["very"]),
    "to_confirm": (["Ask."], ["''"]),
    "outcome": (["A new leaflet."], ["''"]),
    "closed": (["yes", "2026-11-01"], ["no", "true", "1 May"]),
    "moved_to": (["other-panel"], ["Other panel", "../x", "a_b"]),
}
ALLIANCE_VALUES = {
    "names": (["{official: A, short: B, former: [{name: C}]}"], ["{official: A}", "A"]),
    "codes": (["{ons_code: E99999999}"], ["{ons_code: 99}", "{ons_code: E9999999}", "{}"]),
    "region": (["{regions: [{name: A}]}"], ["{regions: []}", "{regions: A}"]),
    "icbs": (
        ["{current: [{name: A, ods_code: QKS, since: 2026-04-01}], note: B}"],
        ["{current: [{ods_code: QKS}]}", "{current: [{name: A, ods_code: q}]}"],
    ),
    "trusts": (
        ["{list: [{name: A, ods_code: RN7, basis: B}]}"],
        ["{list: [{name: A}]}", "{list: [A]}"],
    ),
    "area": (["{words: A, councils: [B]}"], ["{words: A}", "{words: A, councils: B}"]),
    "population": (
        ["{census_2021: '1855737'}", "{stated: about 2 million}"],
        ["{census_2021: '010'}", "{census_2021: '0x1F'}", "{census_2021: '.nan'}"],
    ),
    "host": (["{name: A}"], ["{ods_code: A}", "A"]),
    "contact": (["{website: 'https://a.example'}"], ["{website: a}", "{fax: a}"]),
    "involvement": (["{url: 'https://a.example'}"], ["{url: 'http://a.example'}"]),
    "routes": (
        ["[{name: A, about: care, phone: 01632 960000, source_age: no date}]"],
        ["[{name: A, about: care}]", "[{name: A, about: pebbles, source_age: no date}]", "[]"],
    ),
    "patient_facts": (
        ["[{text: A, sources: ['https://a.example']}]"],
        ["[{text: A}]", "[]", "[A]"],
    ),
    "doubts": (["[A]"], ["A", "[]"]),
    "patch": (["{motif: rings, colours: [a, b, c]}"], ["{motif: rings, colours: [a, b]}"]),
    "checked": (["{on: 2026-11-01, how: live-page}"], ["{on: 2026-11-01}"]),
}
PLAIN_VALUES = {
    fact.name: ([json.dumps(answer(fact, code))], [json.dumps(wrong_answer(fact))])
    for fact in OPPORTUNITY
    if is_plain(fact) and fact.name not in OPPORTUNITY_VALUES
    for code in codes_of(fact, vocabularies())[:1]
}
ROWS = [
    (name, field, written, is_right)
    for name, table in (
        ("opportunity", OPPORTUNITY_VALUES | PLAIN_VALUES),
        ("alliance", ALLIANCE_VALUES),
    )
    for field, values in table.items()
    for is_right, choices in zip((True, False), values, strict=True)
    for written in choices
]


def as_an_editor_sees_it(node):
    """Values as YAML 1.2 takes them, which is what an editor hands to the schema."""
    if isinstance(node, Text):
        return int(node.value) if node.value.isdecimal() and node.value[0] != "0" else node.value
    if isinstance(node, Items):
        return [as_an_editor_sees_it(one) for one in node.nodes]
    return {name: as_an_editor_sees_it(one) for (name, _, _), one in node.pairs}


def document_with(name, field, written):
    """The entry that is right, with one value in place of its own."""
    first = read_document(FIRST[name].encode(), "x", front_matter=False)
    changed = read_document(f"{field}: {written}\n".encode(), "x", front_matter=False)
    pairs = [pair for pair in first.root.pairs if pair[0][0] != field]
    return first.root._replace(pairs=(*pairs, *changed.root.pairs))


def checker_takes(name, root):
    reading = Reading("x", vocabularies(), TODAY)
    read_block(root, TABLES[name], reading)
    return reading.problems == []


@pytest.mark.parametrize(("name", "field", "written", "is_right"), ROWS)
def test_the_schema_and_the_checker_agree(name, field, written, is_right):
    root = document_with(name, field, written)
    assert checker_takes(name, root) is is_right
    validator = Draft7Validator(SCHEMAS[name])
    assert validator.is_valid(as_an_editor_sees_it(root)) is is_right


@pytest.mark.parametrize("name", TABLES)
def test_every_field_of_a_table_is_tried(name):
    tried = {row[1] for row in ROWS if row[0] == name}
    assert tried == {field.name for field in TABLES[name]}


@pytest.mark.parametrize("name", TABLES)
def test_what_has_to_be_there_is_asked_for_by_both(name):
    validator = Draft7Validator(SCHEMAS[name])
    for field in TABLES[name]:
        root = read_document(FIRST[name].encode(), "x", front_matter=False).root
        pairs = tuple(pair for pair in root.pairs if pair[0][0] != field.name)
        left = root._replace(pairs=pairs)
        assert checker_takes(name, left) is not field.required
        assert validator.is_valid(as_an_editor_sees_it(left)) is not field.required


@pytest.mark.parametrize("name", TABLES)
def test_no_other_names_are_taken_by_either(name):
    root = document_with(name, "save_as", "x")
    assert not checker_takes(name, root)
    assert not Draft7Validator(SCHEMAS[name]).is_valid(as_an_editor_sees_it(root))


@pytest.mark.parametrize(
    ("name", "folder", "front_matter"),
    [("opportunity", "content/opportunities", True), ("alliance", "data/alliances", False)],
)
def test_every_entry_is_right_by_the_schema(sample, name, folder, front_matter):
    validator = Draft7Validator(SCHEMAS[name])
    for path in sorted((sample / folder).iterdir()):
        root = read_document(path.read_bytes(), path.name, front_matter=front_matter).root
        errors = [error.message for error in validator.iter_errors(as_an_editor_sees_it(root))]
        assert errors == [], path.name


@pytest.mark.parametrize("name", TABLES)
def test_the_schema_is_one_of_draft_7(name):
    Draft7Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$id"] == f"https://invented.example/api/v1/schema/{name}.json"
    assert json.loads(json.dumps(SCHEMAS[name])) == SCHEMAS[name]


def test_a_site_without_an_address_gives_its_schema_none():
    assert "$id" not in json_schema("x", OPPORTUNITY, vocabularies(), "/api/v1/schema/x.json")


def test_an_editor_shows_the_words_for_a_code():
    kind = SCHEMAS["opportunity"]["properties"]["kind"]
    assert kind["description"] == "what kind of thing it is"
    assert kind["x-labels"][kind["enum"].index("panel_or_forum")] == "Panel or forum"
