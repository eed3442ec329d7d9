"""The form's verdict equals the build's, for every rule and from one table."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

import pytest

from catalogue.model.opportunity import Opportunity
from catalogue.schema.facts import Fact, facts_of
from catalogue.schema.field_types import Pattern
from contributing.entry_file.writer import entry_text
from tests.form.cases import CASES, TAKEN
from tests.form.judged import entries, known_to, laid_out, verdicts
from tests.nowhere import TODAY, vocabularies
from website.browser_check.form_rules import form_rules, patterns_in

OPPORTUNITY = facts_of(Opportunity)

SLUGS = sorted(entries())
# All cases in one call, through JSON, so that nothing is changed on the way.
JUDGE = """
async ([rules, entries, today]) => {
  const { learn, verdict } = await import("/static/js/form/verdict.js");
  const { entryText } = await import("/static/js/form/entryfile.js");
  const table = JSON.parse(rules);
  learn(table);
  const judged = Object.entries(JSON.parse(entries)).map(([slug, values]) => [slug, {
    problems: verdict(values, today).map(
      ({ code, severity, message, fix }) => [code, severity, message, fix]),
    text: entryText(table, values),
  }]);
  return JSON.stringify(Object.fromEntries(judged));
}
"""
TAKE = """
async ([rules, rows, today]) => {
  const { learn, verdict } = await import("/static/js/form/verdict.js");
  const { dateMeant, kindAt } = await import("/static/js/form/dates.js");
  const table = JSON.parse(rules);
  learn(table);
  return rows.map(([name, typed]) => {
    const taken = dateMeant(table, kindAt(table.fields, name), typed, today);
    return [taken, verdict({ [name]: taken }, today).some(({ code }) => code === "not-a-date")];
  });
}
"""
COMPILE = """
(patterns) => patterns.filter((source) => {
  const bare = source.replace(/^\\(\\?i\\)/, "");
  try { new RegExp(bare, "u"); return false; } catch { return true; }
})
"""
NAMES = """
async () => {
  const { KINDS, ONLY } = await import("/static/js/form/verdict.js");
  return [Object.keys(KINDS).sort(), Object.keys(ONLY).sort()];
}
"""


@dataclass(frozen=True)
class Compared:
    """The verdicts of both sides by slug, and the files that the browser writes."""

    rules: dict
    build: dict
    form: dict
    texts: dict


@pytest.fixture(scope="module")
def compared(tmp_path_factory, browser, origin):
    project = laid_out(tmp_path_factory.mktemp("nowhere"))
    rules = known_to(project)
    page = browser.new_page()
    page.goto(f"{origin}/add/")
    sent = [json.dumps(rules), json.dumps(entries()), TODAY.isoformat()]
    judged = json.loads(page.evaluate(JUDGE, sent))
    page.close()
    return Compared(
        rules=rules,
        build={slug: rows_of(rows) for slug, rows in verdicts(project).items()},
        form={slug: rows_of(one["problems"]) for slug, one in judged.items()},
        texts={slug: one["text"] for slug, one in judged.items()},
    )


def rows_of(rows):
    """Rows in order, each once; the form counts the lines of a box and not those of a file."""
    return sorted({(*row[:2], re.sub(r" \(line \d+\)", "", row[2]), row[3]) for row in rows})


@pytest.mark.parametrize("slug", SLUGS)
def test_the_form_says_what_the_build_says(compared, slug):
    assert compared.form[slug] == compared.build[slug], entries()[slug]


def test_the_form_writes_the_file_that_the_writer_writes(compared):
    assert compared.texts == {
        slug: entry_text(values, OPPORTUNITY) for slug, values in entries().items()
    }


def test_the_form_takes_dates_as_people_write_them_where_they_are_certain(
    compared, browser, origin
):
    page = browser.new_page()
    page.goto(f"{origin}/add/")
    rows = [[name, typed] for name, typed, _ in TAKEN]
    taken = page.evaluate(TAKE, [json.dumps(compared.rules), rows, TODAY.isoformat()])
    page.close()
    assert taken == [[written or typed, not written] for _, typed, written in TAKEN]


def test_the_table_has_good_and_bad_rows(compared):
    clean = [slug for slug in SLUGS if compared.build[slug] == []]
    assert 50 < len(clean) < len(SLUGS) - 150


def test_the_table_brings_up_every_code_that_the_form_can_give(compared):
    rules = compared.rules
    can_give = {name.partition(".")[0] for name in rules["sayings"]}
    can_give |= {row[0] for row in rules["characters"]} | {rule["code"] for rule in rules["words"]}
    given = {code for rows in compared.form.values() for code, *_ in rows}
    assert given == can_give


def test_the_table_has_a_row_for_every_fact():
    assert {name for name, _ in CASES} == {field.name for field in OPPORTUNITY}


def test_a_browser_reads_every_pattern(compared, browser):
    page = browser.new_page()
    refused = page.evaluate(COMPILE, list(patterns_in(compared.rules)))
    page.close()
    assert refused == []


def test_the_form_knows_every_kind_and_every_test_of_the_rules(compared, browser, origin):
    page = browser.new_page()
    page.goto(f"{origin}/add/")
    kinds, tests = page.evaluate(NAMES)
    page.close()
    assert kinds == sorted(set(kinds_in(compared.rules["fields"])))
    only = {
        name for rule in compared.rules["words"] for _, *names in rule["searches"] for name in names
    }
    assert tests == sorted(only)


def kinds_in(fields):
    for field in fields:
        kind = field["kind"]
        while kind:
            yield kind["is"]
            yield from kinds_in(kind.get("fields", ()))
            kind = kind.get("of") if kind["is"] == "several" else None


def test_a_type_that_the_form_does_not_know_stops_the_build():
    strange = Fact(name="strange", type=Pattern(pattern="x", what="an x", example="x"), help="x")
    with pytest.raises(TypeError, match="the form in the browser does not know Pattern"):
        form_rules((strange,), vocabularies(), [], [], [])
