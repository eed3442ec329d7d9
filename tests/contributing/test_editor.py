"""What VS Code is given stays in step with the tables, and leads to entries that pass."""

import json
import re

import jsonschema
import pytest
import yaml

from catalogue.model.opportunity import Opportunity
from catalogue.problems.problem import ERROR, HOLD, WARNING, Problem
from catalogue.problems.report import as_text
from catalogue.schema.facts import facts_of
from contributing.editor import SCHEMA, WHOLE, editor_files, snippets
from contributing.entry_file.entry_types import opportunity_type
from tests.contributing.conftest import ROOT, TODAY

OPPORTUNITY = facts_of(Opportunity)
OPPORTUNITY_TYPE = opportunity_type(OPPORTUNITY)

VSCODE = ROOT / ".vscode"
CHOICE = re.compile(r"\$\{\d+\|([^|}]+)\|\}")
PATH = "content/opportunities/new-panel.md"
EXAMPLES = {
    **{field.name: field.example for field in OPPORTUNITY},
    "title": "Readers of leaflets on pebbles",
    "organiser": "Society of Pebbles",
    "-": "https://www.invented.example/pebbles",
    "url": "https://www.invented.example/pebbles/join",
    "email": "involvement@invented.example",
    "phone": "01632 960 456",
    "starts": "2027-03-01 14:00",
    "opens": "2027-01-01",
    "deadline": "ongoing",
    "closed": "yes",
    "moved_to": "gravel-hub",
}


def stored(name):
    return json.loads((VSCODE / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def ours(existing):
    return {one["prefix"]: one for one in snippets(existing.catalogue).values()}


def typed(body, pick):
    """What stands there once somebody has gone through a snippet; ``pick`` chooses of a list."""
    text = CHOICE.sub(lambda match: pick(match[1].split(",")), "\n".join(body))
    day = {"YEAR": TODAY.year, "MONTH": f"{TODAY.month:02}", "DATE": f"{TODAY.day:02}"}
    text = re.sub(r"\$CURRENT_(\w+)", lambda match: str(day[match[1]]), text)
    lines = []
    for line in text.replace("$0", "").split("\n"):
        name = line.split(":")[0].removeprefix("  - ").strip() if "$" in line else ""
        example = EXAMPLES.get("-" if line.startswith("  - $") else name) or "Ask the team."
        lines.append(re.sub(r"\$\d+", example, line))
    return "\n".join(lines)


def test_the_files_are_what_the_command_writes(existing):
    for path, text in editor_files(existing.catalogue).items():
        assert (ROOT / path).read_text(encoding="utf-8") == text, "run: python3 tasks.py editor"


def test_each_fact_has_a_snippet_of_its_name(ours):
    assert set(ours) == {WHOLE, *(field.name for field in OPPORTUNITY)}
    assert {one["scope"] for one in ours.values()} == {"markdown"}


@pytest.mark.parametrize("place", [0, 1, -1])
def test_a_new_entry_passes_once_it_is_filled_in(existing, ours, place):
    text = typed(ours[WHOLE]["body"], lambda codes: codes[place])
    found = OPPORTUNITY_TYPE.judge(text, "new-panel", PATH, existing)
    assert [one.message for one in found] == []


def test_a_new_entry_does_not_pass_before_it_is_filled_in(existing, ours):
    body = [re.sub(r"\$\d$", "", line) for line in ours[WHOLE]["body"]]
    text = typed(body, lambda codes: codes[0])
    found = OPPORTUNITY_TYPE.judge(text, "new-panel", PATH, existing)
    assert {one.code for one in found if one.severity == ERROR} == {"empty-value"}


@pytest.mark.parametrize("field", OPPORTUNITY, ids=lambda field: field.name)
def test_the_snippet_of_a_fact_makes_a_fact_that_passes(existing, ours, field):
    whole = typed(ours[WHOLE]["body"], lambda codes: codes[0])
    fact = typed(ours[field.name]["body"], lambda codes: codes[0])
    lines, skipping = [], False
    for line in whole.split("\n"):
        if not line.startswith(" "):
            skipping = line.startswith(f"{field.name}:")
        if not skipping:
            lines.append(line)
    text = "\n".join(lines).replace("---\n", f"---\n{fact}", 1)
    found = OPPORTUNITY_TYPE.judge(text, "new-panel", PATH, existing)
    assert [one.message for one in found if one.severity == ERROR] == []


def test_the_schema_takes_every_alliance(sample):
    settings = stored("settings.json")
    assert settings["yaml.schemas"] == {f"./{SCHEMA}": "data/alliances/*.yaml"}
    check = jsonschema.Draft7Validator(json.loads((ROOT / SCHEMA).read_text(encoding="utf-8")))
    files = sorted((sample / "data/alliances").glob("*.yaml"))
    assert len(files) == 20
    for path in files:
        written = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        assert [error.message for error in check.iter_errors(written)] == [], path.name


def test_the_editor_finds_each_problem_on_its_line():
    (check, _) = stored("tasks.json")["tasks"]
    assert check["command"] == "python3 tasks.py check"
    first, second = check["problemMatcher"]["pattern"]
    problems = [
        Problem(path=PATH, line=3, column=7, code="not-a-date", message="m: n", fix="f",
                severity=severity)
        for severity in (ERROR, HOLD, WARNING)
    ]  # fmt: skip
    lines = as_text(problems, 1).split("\n")
    found = [re.match(first["regexp"], line) for line in lines[:-1:2]]
    names = ("file", "line", "column", "code", "severity", "message")
    assert [[match[first[name]] for name in names] for match in found] == [
        [PATH, "3", "7", "not-a-date", None, "m: n"],
        [PATH, "3", "7", "not-a-date", "hold", "m: n"],
        [PATH, "3", "7", "not-a-date", "warning", "m: n"],
    ]
    assert [re.match(second["regexp"], line)[1] for line in lines[1:-1:2]] == ["f"] * 3


def test_what_is_recommended_can_be_read_by_the_editor():
    assert stored("extensions.json") == {
        "recommendations": ["redhat.vscode-yaml", "editorconfig.editorconfig"]
    }
