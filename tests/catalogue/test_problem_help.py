"""Every problem has a page of help in plain words, whose examples are what they say."""

from __future__ import annotations

import ast
import re
from dataclasses import astuple

import pytest

from catalogue.document import read_document
from catalogue.fields import ALLIANCE, OPPORTUNITY
from catalogue.kinds import Day
from catalogue.problem_help import help_in, help_pages
from tests.built import PROJECT
from tests.catalogue.nowhere import ENTRY, changed, judged, lay_out

PAGES = help_pages(PROJECT)
BY_CODE = {page.code: page for page in PAGES}

# Modules that make problems, and words in them that have the shape of a code and are none.
MAKERS = (
    *("characters", "document", "kinds", "lines", "links", "loader", "marks", "nodes", "people"),
    *("places", "problem_help", "prose", "reading", "rules", "scams", "site_pages"),
)
NO_CODES = {
    *("closing-soon", "costs-paid", "from-home", "no-experience", "under-1-hour"),
    *("kent-and-medway", "patient-panel", "utf-8", "x-labels"),
}
SINGLE_WORDS = {
    *("brackets", "directive", "formula", "heading", "html", "length", "picture", "placeholder"),
    *("pressure", "shortcut", "spam", "tab", "tag", "wallet"),
}
PROGRAMMERS_WORDS = (
    *("invalid", "parse", "token", "schema", "null", "string", "syntax", "exception", "integer"),
    *("boolean", "regex", "array", "scalar", "traceback", "whitespace", "should", "json"),
)


def literals(module):
    """The texts that stand in a module."""
    source = (PROJECT / f"plugins/catalogue/{module}.py").read_text(encoding="utf-8")
    nodes = ast.walk(ast.parse(source))
    return {
        node.value for node in nodes if isinstance(node, ast.Constant) and type(node.value) is str
    }


def codes_of_the_package():
    written = {text for module in MAKERS for text in literals(module)}
    shaped = {text for text in written if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", text)}
    return (shaped - NO_CODES) | (SINGLE_WORDS & written)


def test_every_code_that_the_package_can_give_has_its_help_and_no_other():
    assert set(BY_CODE) == codes_of_the_package()


def test_every_code_stands_once():
    assert len(BY_CODE) == len(PAGES)


@pytest.mark.parametrize("page", PAGES, ids=list(BY_CODE))
def test_help_is_whole_and_in_plain_words(page):
    assert all(astuple(page))
    assert page.path == f"/help/{page.code}/"
    assert page.why.endswith(".")
    assert not page.title.endswith(".")
    assert page.wrong != page.right
    told = f"{page.title}. {page.why}".casefold()
    assert [word for word in PROGRAMMERS_WORDS if re.search(rf"\b{word}", told)] == []
    assert not re.search(r"n['’]t\b", told)
    sentences = [one for one in re.split(r"[.?!:](?:\s|$)", told) if one]
    assert max(len(sentence.split()) for sentence in sentences) < 30, page.why


NAMES = {field.name for field in OPPORTUNITY}
# Told by another step than the look at one entry, or shown with words where it cannot be typed.
NOT_OF_ONE_ENTRY = {
    *("accepted-for-nothing", "code-taken", "missing-file", "moved-in-a-circle", "page-address"),
    *("patch-taken", "reserved-name", "same-file-name", "same-link", "same-title"),
    *("unknown-alliance", "unknown-entry", "unknown-host", "wrong-ending", "wrong-file-name"),
    *("wrong-place", "wrong-shape", "not-a-file", "cannot-open", "many-more", "conflict-marker"),
    *("control-character", "text-direction", "invisible-character", "lost-character"),
    *("wide-letter", "stacked-marks", "mixed-alphabets", "tab", "unusual-space", "directive"),
    *("empty-file", "file-too-large", "line-too-long", "not-utf-8", "not-text", "web-page"),
    *("no-front-matter", "no-names", "two-entries", "missing-field", "link-too-long"),
    *("text-too-long", "unreadable-line", "no-way-to-apply"),
}
IN_THE_WORDS = {
    *("all-capitals", "heading", "heading-too-big", "picture", "nested-too-deeply"),
    *("link-mismatch", "link-says-nothing", "link-by-reference", "patient-story"),
}
IN_THE_FACTS = set(BY_CODE) - NOT_OF_ONE_ENTRY - IN_THE_WORDS


def with_facts(example):
    """The entry of nowhere with the facts of an example in place of its own."""
    named = set(re.findall(r"^\[?([a-z_]+)", example, re.MULTILINE))
    kept, skipping = [], False
    for line in ENTRY.split("---\n")[1].splitlines():
        if not line.startswith(" "):
            skipping = line.partition(":")[0] in named
        if not skipping:
            kept.append(line)
    facts = "\n".join(kept)
    return f"---\n{example}{facts}\n---\n"


def in_the_words(example):
    return changed("You meet in a room with chairs.\n", example)


@pytest.mark.parametrize("code", sorted(IN_THE_FACTS))
def test_the_examples_of_facts(code):
    page = BY_CODE[code]
    wrong = [problem.code for problem in judged(with_facts(page.wrong + "\n"))]
    assert code in wrong
    right = [(one.code, one.message) for one in judged(with_facts(page.right + "\n"))]
    assert right == []


@pytest.mark.parametrize("code", sorted(IN_THE_WORDS))
def test_the_examples_of_words(code):
    page = BY_CODE[code]
    assert code in [problem.code for problem in judged(in_the_words(page.wrong + "\n"))]
    assert [problem.code for problem in judged(in_the_words(page.right + "\n"))] == []


def test_help_with_a_mistake_is_told_by_the_check_and_left_out(tmp_path):
    project = lay_out(tmp_path / "project")
    row = "  - code: tab\n    title: A Tab\n    why: Because.\n    wrong: a\n    right: b\n"
    project.write("data/help/a.yaml", f"title: One\nproblems:\n{row}")
    assert [(page.code, page.group) for page in help_pages(project.root)] == [("tab", "One")]
    project.write("data/help/b.yaml", f"title: Two\nproblems:\n{row}")
    assert project.found() == [("data/help/b.yaml", 1, "written-twice")]
    (problem,) = project.problems()
    assert problem.message == "the help on 'tab' already stands in data/help/a.yaml"
    assert problem.fix == "keep one of the two and delete the other"
    project.write("data/help/b.yaml", "title: Two\nproblems:\n  - code: tab\n")
    assert {code for _, _, code in project.found()} == {"missing-field"}
    assert len(help_pages(project.root)) == 1


def test_examples_keep_their_lines():
    row = b"  - code: x\n    title: t\n    why: w\n    wrong: |\n      a\n        b\n    right: c\n"
    data = b"title: T\nproblems:\n" + row
    ((page,), _) = help_in(read_document(data, "x", front_matter=False))
    assert page.wrong == "a\n  b"


@pytest.mark.parametrize("table", [OPPORTUNITY, ALLIANCE], ids=["opportunity", "alliance"])
def test_the_help_of_fields_is_in_plain_words(table):
    for field in table:
        assert not any(re.search(rf"\b{word}", field.help) for word in PROGRAMMERS_WORDS)
        if isinstance(field.kind, Day):
            assert "day" in field.help or "date" in field.help
