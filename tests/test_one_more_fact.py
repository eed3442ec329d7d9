"""One more fact is declared, with a vocabulary, and is there wherever facts are.

Nothing else is written for it, and nothing of ours is patched.
"""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from catalogue.loader import load
from catalogue.model.index import index_of
from catalogue.model.opportunity import Apply, Opportunity
from catalogue.schema.facts import AsFacet, entry, optional
from catalogue.schema.field_types import Code, Line, Several
from catalogue.schema.json_schema import json_schema
from catalogue.schema.vocabulary import Term
from contributing.editor import snippets
from contributing.entry_file.entry_types import opportunity_type
from contributing.entry_file.existing_entries import ExistingEntries
from contributing.issue_forms.forms import form_text, forms_for
from contributing.issue_forms.intake import proposal_for
from contributing.issue_forms.reply import reply_to
from contributing.new_entry.dialogue import Dialogue
from contributing.review.comparison import changes_between
from tests.built import PROJECT
from tests.nowhere import ENTRY, PATH, TODAY, changed, lay_out
from website.browser_check.form_rules import form_rules
from website.cards.page_shell import shell_of
from website.exports import changes, open_data
from website.finder.finder_data import finder_data
from website.finder.finder_panel import panel_of
from website.lists.facets import facets_of, rows_of
from website.messages.questions_to_ask import questions_to_ask
from website.pages.helping.add import form_of
from website.pages.taking_part.opportunity_page import opportunity_page, opportunity_pages
from website.pages.words.markdown_pages import linked
from website.site import site_of

TEA, CAKE = Term(code="tea", label="Tea"), Term(code="cake", label="Cake", synonyms=("bun",))


@entry
class WithSnacks(Opportunity):
    """A way to take part that may say two more things."""

    snacks: tuple[Term, ...] = optional(
        Several(Code("snacks")),
        default=(),
        help="what there is to eat",
        label="Snacks",
        ask="What is there to eat?",
        part="help",
        also=("food",),
        row="Snacks",
        changed="snacks",
        facet=AsFacet(key="snacks", title="Snacks", gap="snacks", question="What can I eat?"),
    )
    motto: str | None = optional(
        Line(most=40),
        default=None,
        help="the motto of the group",
        label="Motto",
        ask="What is its motto?",
        hint="For example: Pebbles first",
        part="summary",
        row="Motto",
        changed="its motto",
        searched=True,
    )


SNACKS = """\
title: Snacks
terms:
  - code: tea
    label: Tea
  - code: cake
    label: Cake
    synonyms: [bun]
"""
END = "  how: live-page\n---\n"
STATED = changed(END, END.replace("---", "snacks: [cake, tea]\nmotto: Roll on\n---"))
SILENT = "content/opportunities/gravel-group.md"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """An invented project with the vocabulary, and two entries: one states both facts."""
    made = lay_out(tmp_path_factory.mktemp("snacks"))
    made.write("data/vocabularies/snacks.yaml", SNACKS).write(PATH, STATED)
    other = ENTRY.replace("Pebble panel", "Gravel group").replace("/pebbles", "/gravel")
    return made.write(SILENT, other)


@pytest.fixture(scope="module")
def loaded(project):
    return load(project.root, TODAY, WithSnacks)


@pytest.fixture(scope="module")
def existing(project, loaded):
    hosts = ("invented.example",)
    return ExistingEntries(root=project.root, catalogue=loaded.catalogue, hosts=hosts, today=TODAY)


@pytest.fixture(scope="module")
def site(loaded):
    return site_of(loaded.catalogue, index_of(loaded.catalogue, TODAY), TODAY, "")


@pytest.fixture
def stating(loaded):
    silent, stating = loaded.catalogue.opportunities
    assert (silent.snacks, silent.motto) == ((), None)
    return stating


def test_the_check_takes_it_and_the_entry_holds_it(loaded, stating):
    assert loaded.problems == ()
    assert isinstance(stating, WithSnacks)
    assert (stating.snacks, stating.motto) == ((CAKE, TEA), "Roll on")


@pytest.mark.parametrize(
    ("line", "code", "message", "fix"),
    [
        (
            "snacks: [buns]",
            "unknown-term",
            "'buns' is not one of the words for snacks",
            "did you mean 'cake'? Allowed: tea, cake",
        ),
        ("snacks: tea", "not-a-list", "snacks must be a list", "write snacks: [tea]"),
        (
            f"motto: {'x' * 41}",
            "length",
            "motto has 41 characters; it may have 1 to 40",
            "shorten it",
        ),
        (
            "food: [tea]",
            "unknown-field",
            "there is no field called 'food'",
            "did you mean 'snacks'?",
        ),
    ],
)
def test_the_check_names_what_is_wrong(tmp_path, line, code, message, fix):
    made = lay_out(tmp_path).write("data/vocabularies/snacks.yaml", SNACKS)
    made.write(PATH, changed(END, END.replace("---", f"{line}\n---")))
    (problem,) = load(made.root, TODAY, WithSnacks).problems
    assert (problem.path, problem.line, problem.code) == (PATH, 17, code)
    assert message in problem.message
    assert fix in problem.fix


def test_the_check_asks_for_its_vocabulary(tmp_path):
    (problem,) = load(lay_out(tmp_path).root, TODAY, WithSnacks).problems
    assert (problem.path, problem.code) == ("data/vocabularies/snacks.yaml", "missing-file")


def test_the_schema_describes_it(loaded):
    catalogue = loaded.catalogue
    properties = json_schema("x", catalogue.facts, catalogue.vocabularies)["properties"]
    assert properties["snacks"]["description"] == "what there is to eat"
    assert properties["snacks"]["items"] == {
        "type": "string",
        "enum": ["tea", "cake"],
        "x-labels": ["Tea", "Cake"],
    }
    assert (properties["motto"]["minLength"], properties["motto"]["maxLength"]) == (1, 40)


def test_the_open_data_and_its_table_state_it(site):
    silent, stating = sorted(
        (open_data.opportunity_item(one, "") for one in site.index.every),
        key=lambda item: item["title"],
    )
    assert (stating["snacks"], stating["motto"]) == (["cake", "tea"], "Roll on")
    assert not {"snacks", "motto"} & silent.keys()
    table = open_data.as_csv([stating, silent], site.catalogue.facts)
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert [(row["snacks"], row["motto"]) for row in rows] == [("cake; tea", "Roll on"), ("", "")]


def test_news_of_changes_speak_of_it(site):
    items = [open_data.opportunity_item(one, "") for one in site.index.every]
    before = [{**item, "snacks": ["tea"], "motto": "Roll off"} for item in items]
    found = changes.changes_between(before, items, site.catalogue.facts)
    assert {change.detail for change in found} == {"snacks and its motto"}


def test_the_form_on_github_asks_for_it(existing):
    form = forms_for(existing.catalogue)["new-listing"]
    boxes = {box.id: box for box in form.boxes}
    assert (boxes["snacks"].kind, boxes["snacks"].label) == ("checkboxes", "What is there to eat?")
    assert boxes["snacks"].options == (("Tea", "tea"), ("Cake", "cake"))
    assert (boxes["motto"].kind, boxes["motto"].description) == (
        "input",
        "For example: Pebbles first",
    )
    assert "What is its motto?" in form_text(form)
    (part,) = (box for box in forms_for(existing.catalogue)["correction"].boxes if box.id == "part")
    assert {("Snacks", "snacks"), ("Motto", "motto")} <= set(part.options)


FILLED = {
    "What is it called?": "Sand testers",
    "Who runs it?": "Society of Sand",
    "Which area is it for?": "Nowhere",
    "What kind of thing is it?": "Readers' panel",
    "What does a person do?": "You count grains of sand.",
    "What is its motto?": "Grain by grain",
    "Who can take part?": "- [X] Carers (unpaid)",
    "Which public web pages say so?": "https://www.invented.example/sand",
    "What is there to eat?": "- [ ] Tea\n- [X] Cake",
    "How do you know?": "I read the page on the web today",
    "Before you send": "- [X] It stands on a public page, and holds no details of a person.\n"
    "- [X] You may use my words. They may be copied under the licence CC BY 4.0.",
}


def test_what_people_send_from_github_is_written_and_shown_to_them(existing):
    body = "\n\n".join(f"### {label}\n\n{answer}" for label, answer in FILLED.items())
    proposal = proposal_for(body, existing)
    assert proposal.findings == ()
    assert "snacks: [cake]\nmotto: Grain by grain\n" in proposal.text
    reply = reply_to(proposal, existing, is_approved=False)
    assert "| Snacks | ` Cake ` |" in reply
    assert "| Motto | ` Grain by grain ` |" in reply


def test_the_form_on_the_site_asks_for_it(existing):
    parts = form_of(existing.catalogue)
    asked = {
        one.name: (part.words, one) for part in (parts.needed, *parts.helpful) for one in part.asked
    }
    words, snacks = asked["snacks"]
    assert (words, snacks.control) == ("Help for people who take part", "ticks")
    assert [choice.label for choice in snacks.choices] == ["Tea", "Cake"]
    words, motto = asked["motto"]
    assert (words, motto.control, motto.hint) == (
        "What we need to know",
        "text",
        "For example: Pebbles first",
    )


def test_the_browser_judges_it_by_the_same_rules(existing):
    catalogue = existing.catalogue
    rules = form_rules(catalogue.facts, catalogue.vocabularies, catalogue.alliances, (), ())
    fields = {field["name"]: field["kind"] for field in rules["fields"]}
    assert fields["snacks"]["of"] == {"is": "code", "of": "snacks"}
    assert fields["motto"] == {"is": "line", "least": 1, "most": 40}
    rows = {field["name"]: field["row"] for field in rules["fields"] if "row" in field}
    assert (rows["snacks"], rows["motto"]) == ("Snacks", "Motto")
    assert rules["terms"]["snacks"] == [["tea", "tea"], ["cake", "bun", "cake"]]


def test_the_questions_of_new_ask_for_it(existing):
    answers = {
        "What is it called?": "Sand testers",
        "Who runs it?": "Society of Sand",
        "Which area is it for?": "all",
        "What kind of thing is it?": "survey",
        "What does a person do?": "You count grains of sand.",
        "What is its motto?": "Grain by grain",
        "Who can take part?": "carers",
        "Which public web pages say so?": "https://www.invented.example/sand",
        "How did you check?": "1",
        "Do you know more: help for people who take part? Enter means no.": "y",
        "What is there to eat?": "2, tea",
    }
    heard = []

    def ask(_prompt):
        question = [text for text in heard if text.startswith("\n")][-1].strip().split("\n")[0]
        return answers.pop(question.removesuffix(" (y or n)"), "")

    entry_type = opportunity_type(existing.catalogue.facts)
    dialogue = Dialogue(entry_type=entry_type, existing=existing, ask=ask, say=heard.append)
    values = dialogue.run().values
    assert (values["snacks"], values["motto"]) == (["tea", "cake"], "Grain by grain")
    assert answers == {}


def test_a_snippet_writes_it(existing):
    found = snippets(existing.catalogue)
    assert found["Snacks"]["body"] == ["snacks: ${1|[tea],[cake]|}", "$0"]
    assert found["Motto"]["body"] == ["motto: $1", "$0"]


def test_a_reviewer_is_told_of_it(loaded):
    catalogue = loaded.catalogue
    silent, stating = catalogue.opportunities
    gone = replace(catalogue, opportunities=(silent,))
    (change,) = changes_between(gone, catalogue)
    told = {fact.label: fact.now for fact in change.facts}
    assert (change.slug, told["Snacks"], told["Motto"]) == (stating.slug, "Cake; Tea", "Roll on")


def test_the_finder_offers_it_and_finds_by_it(site, stating):
    facets = facets_of(site.catalogue)
    keys = [facet.key for facet in facets]
    assert keys[-3:] == ["snacks", "reach", "sure"]
    rows = {row.slug: row for row in rows_of(site.index, facets, site.catalogue)}
    assert rows.pop(stating.slug).codes["snacks"] == {"tea", "cake"}
    (silent,) = rows.values()
    assert silent.codes["snacks"] == frozenset()
    every = rows_of(site.index, facets, site.catalogue)
    panel = panel_of(every, facets, finder_data(every, facets, [], []))
    (group,) = (group for group in panel.groups if group.key == "snacks")
    assert (group.title, group.gap, group.question) == ("Snacks", "snacks", "What can I eat?")
    assert [(tick.label, tick.entries) for tick in group.ticks] == [("Tea", 1), ("Cake", 1)]


def test_a_search_finds_it_by_its_label_and_by_other_words(site, stating):
    facets = facets_of(site.catalogue)
    (row,) = (
        row for row in rows_of(site.index, facets, site.catalogue) if row.slug == stating.slug
    )
    assert {"tea", "cake", "bun"} <= frozenset().union(*row.labels)


def test_a_search_finds_it_by_its_words_and_by_what_stands_before_them(site, stating):
    facets = facets_of(site.catalogue)
    rows = {row.slug: row.words for row in rows_of(site.index, facets, site.catalogue)}
    assert {"motto", "roll"} <= rows.pop(stating.slug)
    (silent,) = rows.values()
    assert "motto" not in silent


def test_its_page_has_a_row_for_it(site, stating):
    pages = {page.path: page for page in opportunity_pages(site)}
    text = shown(pages[f"/opportunities/{stating.slug}/"])
    assert "Snacks: Cake and tea" in text
    assert "Motto: Roll on" in text
    assert "Motto" not in shown(pages["/opportunities/gravel-group/"])


def test_where_it_is_not_stated_the_page_says_so_and_the_message_asks(site, stating):
    silent, told = (site.index.by_slug[slug] for slug in ("gravel-group", stating.slug))
    assert "snacks" in opportunity_page(silent, site.catalogue, "").gaps
    assert "snacks" not in opportunity_page(told, site.catalogue, "").gaps
    states_the_rest = replace(
        silent.entry,
        apply=Apply(phone="01632 960 000"),
        eligibility="Anyone.",
        time="An hour.",
        payment_detail="Fares.",
    )
    assert "What can I eat?" in questions_to_ask(replace(silent, entry=states_the_rest))
    assert "What can I eat?" not in questions_to_ask(told)


def shown(page):
    """The text of a page that the templates make of its values."""
    environment = Environment(
        loader=FileSystemLoader(PROJECT / "theme/templates"),
        autoescape=True,
        undefined=StrictUndefined,
    )
    values = dict.fromkeys(("SITEURL", "SITE_NOTICE", "SITE_REPOSITORY", "SITE_MAILBOX"), "")
    values |= {"SITENAME": "Invented", "BUILD_DATE": "2026-11-22", "BUILD_DATE_WORDS": "today"}
    values |= shell_of(environment, dict(values))
    values |= {**page.values, "page_path": page.path[1:]}
    values["breadcrumbs"] = linked(tuple(page.values["breadcrumbs"]), "")
    html = environment.get_template(f"{page.template}.html").render(values)
    return " ".join(BeautifulSoup(html, "html.parser").main.get_text(" ").split())
