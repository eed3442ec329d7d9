"""What the check spells out as a line to paste, ``check --fix`` writes; all else is a choice."""

import re

import pytest

from catalogue.model.opportunity import Opportunity
from catalogue.problems.problem import Problem
from catalogue.schema.facts import facts_of
from contributing.entry_file.entry_types import opportunity_type
from contributing.entry_file.existing_entries import existing_entries
from contributing.lines_to_paste import lines_to_paste, with_lines
from contributing.mending import mended
from tests.catalogue.bad_inputs.cases import CASES
from tests.nowhere import TODAY, judged, lay_out

SLUG = "pebble-panel"


@pytest.mark.parametrize(
    ("fix", "lines"),
    [
        ("write deadline: 2027-03-31", ["deadline: 2027-03-31"]),
        ('write: title: "Note: bring a pebble"', ['title: "Note: bring a pebble"']),
        ('write: title: "This, or that"', ['title: "This, or that"']),
        ('write: "a: b"', ['"a: b"']),
        ("write: - patients", ["- patients"]),
        ('put the value in double quotes: title: "!x"', ['title: "!x"']),
        ("type an ordinary colon and one space after it: title: Panel", ["title: Panel"]),
        ("for a heading write: ## Pebbles", ["## Pebbles"]),
        (
            "write page_date: 2026-09; for anything less exact use page_age",
            ["page_date: 2026-09"],
        ),
        (
            "write sources: on one line, and on the next:   - https://a.example/",
            ["sources:", "  - https://a.example/"],
        ),
    ],
)
def test_a_line_that_is_spelled_out(fix, lines):
    assert lines_to_paste(fix) == lines


@pytest.mark.parametrize(
    "fix",
    [
        "write deadline: 2026-12-01, or for the year after it: deadline: 2027-12-01",
        "write it as year-month-day, so 1 December 2026 is deadline: 2026-12-01",
        "write payment: expenses_only, or delete expenses",
        "write https://www.invented.example/ and test that the page opens",
        "write checked: {on: …, how: …}",
        'write: title: "…" with all your words between the two marks',
        "write it on one line: title: …",
        "write who_for:, then a line each: - …",
        "add a line like: kind: survey",
        "start with a word, for example: title: About pebbles",
        'write the text out, or put it in double quotes: title: "&all"',
        "write --- on a line of its own after the last fact",
        "did you mean 'survey'? Allowed: survey, network",
        "shorten it",
    ],
)
def test_an_example_a_choice_or_a_gap_is_none(fix):
    assert lines_to_paste(fix) == []


def names_of(field):
    """The name of a fact, and of those inside it."""
    inside = getattr(field.type, "facts", ())
    return [field.name, *(name for part in inside for name in names_of(part))]


def ready(case):
    """The problems of a case whose fix is a line to paste."""
    return [one for one in judged(case.data) if lines_to_paste(one.fix)]


READY = [case for case in CASES if ready(case)]
CODES = {one.code for case in READY for one in ready(case)}


def test_the_table_of_bad_inputs_has_every_sort_of_line():
    assert {
        *("brackets", "curly-quotes", "hash-cuts-text", "heading", "heading-too-big"),
        *("list-on-one-line", "more-than-one-line", "needs-quotes", "no-colon", "no-space"),
        *("not-a-date", "not-a-list", "quote-left-open", "tag", "wide-colon"),
    } <= CODES


@pytest.fixture(scope="module")
def nowhere(tmp_path_factory):
    return existing_entries(lay_out(tmp_path_factory.mktemp("nowhere") / "project").root, TODAY)


@pytest.mark.parametrize("case", READY, ids=[case.kind for case in READY])
def test_a_line_that_the_check_spells_out_is_written(nowhere, case):
    data = case.data if isinstance(case.data, bytes) else case.data.encode()
    after = mended(data, SLUG, opportunity_type(facts_of(Opportunity)), nowhere).decode()
    for problem in ready(case):
        for line in lines_to_paste(problem.fix):
            assert line.strip() in after
    assert {one.code for one in judged(after)} & {one.code for one in ready(case)} == set()
    assert len(judged(after)) <= len(judged(data))


NAMES = "|".join(name for field in facts_of(Opportunity) for name in names_of(field))
LOOKS_READY = re.compile(rf"(?:^| )(?:(?:{NAMES}): (?!or )\S|- \S|#+ \S)")
CHOICES = (
    *(", or ", " or, ", "delete this line", "for example", "like", "so 1 December", "…"),
    *("did you mean", "Allowed", "it as ", "Fields here", "test that", "with words from this list"),
    *("if this is what is meant", "after "),
)


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_what_is_not_written_gives_no_line_that_looks_ready(case):
    for problem in judged(case.data):
        if LOOKS_READY.search(problem.fix) and not lines_to_paste(problem.fix):
            assert any(words in problem.fix for words in CHOICES), problem.fix


@pytest.mark.parametrize(
    ("before", "code", "pasted", "after"),
    [
        ("a: x\nb: y", "c", ["b: z"], "a: x\nb: z"),
        ("a: x\n  - b: y", "c", ["b: z"], "a: x\n  - b: z"),
        ("a: x\n    -b", "c", ["- b"], "a: x\n    - b"),
        ("a: x\nq: {b: y, c: d}", "c", ["b: z"], "a: x\nq: {b: z, c: d}"),
        ("b: >\n  y\n  z\nd: e", "more-than-one-line", ["b: y z"], "b: y z\nd: e"),
        ("a: x\n  b: https://x", "c", ["b:", "  - https://x"], "a: x\n  b:\n    - https://x"),
        ("a: x\n# y", "c", ["## y"], "a: x\n## y"),
    ],
)
def test_a_line_takes_the_place_of_the_old_one(before, code, pasted, after):
    assert with_lines(before, problem(code), pasted) == after


@pytest.mark.parametrize(
    ("before", "pasted"),
    [
        ("a: x\nb: y\n  and more", ["b: z"]),
        ("a: x\nc: y", ["b: z"]),
        ("a: x", ["b: z"]),
        ("a: x\nb: y", []),
    ],
)
def test_no_word_is_lost_where_a_line_has_no_place(before, pasted):
    assert with_lines(before, problem("c"), pasted) == before


def problem(code):
    """A problem on the second line."""
    return Problem(path="a.md", line=2, column=4, code=code, message="m", fix="f")
