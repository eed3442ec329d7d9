"""What has to hold between the facts of an entry."""

from __future__ import annotations

from datetime import date

import pytest

from project.addresses import DEVICE_NAMES, RESERVED_SLUGS
from tests.nowhere import ALLIANCE, ENTRY, changed, codes, judged, with_line

ALLIANCE_PATH = "data/alliances/nowhere.yaml"


@pytest.mark.parametrize(
    "lines",
    [
        "opens: 2027-03-31",
        "opens: 2026-01-01",
        "sessions:\n  - starts: 2027-01-01\n    ends: 2027-01-01",
        "sessions:\n  - starts: 2027-01-01 14:00\n    ends: 2027-01-01",
        "sessions:\n  - starts: 2027-01-01 14:00\n    ends: 2027-01-01 15:00",
        "expenses: [travel]\npayment: paid",
        "payment: unpaid",
        "cancer_types: [any]",
        "cancer_types: [breast, lung]",
    ],
)
def test_facts_that_agree(lines):
    assert codes(with_line(lines)) == []


@pytest.mark.parametrize(
    ("text", "line", "code", "message", "fix"),
    [
        (
            with_line("opens: 2027-05-01"),
            12,
            "deadline-before-opening",
            "it closes on 31 March 2027, before it opens on 1 May 2027",
            "change one of the two dates",
        ),
        (
            changed("on: 2026-11-01", "on: 2026-11-23"),
            15,
            "checked-in-future",
            "it says it was checked on 23 November 2026, which has not come yet",
            "write the day on which somebody looked, after on:",
        ),
        (
            changed("how: live-page", "how: live-page\n  page_date: 2026-12"),
            17,
            "page-newer-than-check",
            "the page is dated 2026-12, after the check on 1 November 2026",
            "change one of the two dates",
        ),
        (
            with_line(
                "sessions:\n  - starts: 2027-02-02\n  - starts: 2027-02-02\n    ends: 2027-01-01"
            ),
            13,
            "session-ends-first",
            "a meeting that starts on 2 February 2027 ends before that",
            "change one of the two times",
        ),
        (
            with_line("payment: unpaid\nexpenses: [travel]"),
            12,
            "expenses-but-unpaid",
            "payment says unpaid, but expenses are listed",
            "write payment: expenses_only, or delete expenses",
        ),
        (
            with_line("stages: [any, diagnosis]"),
            11,
            "any-and-more",
            "stages holds any and something else",
            "keep any alone, or delete it",
        ),
    ],
)
def test_facts_that_do_not_agree(text, line, code, message, fix):
    (problem,) = judged(text)
    assert (problem.line, problem.code) == (line, code)
    assert (problem.message, problem.fix) == (message, fix)


def test_a_dated_entry_has_a_way_to_join_or_a_source():
    text = ENTRY.replace(
        "apply:\n  url: https://www.invented.example/pebbles\n"
        "  email: involvement@invented.example\n",
        "",
    ).replace("sources:\n  - https://www.invented.example/pebbles\n", "")
    problem = next(one for one in judged(text) if one.code == "no-way-to-apply")
    assert problem.line == 8
    assert problem.message == "it has a closing date, but neither a way to apply nor a source"
    assert problem.fix == ("add apply: with a url, email, phone or how, and a line under sources:")
    standing = text.replace("deadline: 2027-03-31", "deadline: ongoing")
    assert codes(standing) == [(2, "missing-field")]


@pytest.mark.parametrize("slug", sorted(RESERVED_SLUGS | DEVICE_NAMES))
def test_some_names_are_taken(slug):
    assert codes(ENTRY, slug) == [(1, "reserved-name")]


@pytest.mark.parametrize(
    ("slug", "message", "fix"),
    [
        (
            "index",
            "the file name 'index' is the address of one of our own pages",
            "rename the file, for example to index-group.md",
        ),
        (
            "con",
            "Windows keeps the file name 'con' for itself",
            "rename the file, for example to con-group.md",
        ),
    ],
)
def test_the_messages_on_names(slug, message, fix):
    (problem,) = judged(ENTRY, slug)
    assert (problem.message, problem.fix) == (message, fix)


def test_rules_look_at_an_entry_with_other_mistakes_too():
    text = with_line("opens: 2027-05-01").replace("kind: panel_or_forum", "kind: pannel")
    assert codes(text) == [(5, "unknown-term"), (12, "deadline-before-opening")]


def test_a_page_is_compared_with_the_check_as_far_as_its_date_is_known():
    for page in ("2026", "2026-11", "2026-11-01", "2025-12"):
        assert codes(changed("how: live-page", f"how: live-page\n  page_date: {page}")) == []


def test_the_day_of_the_check_may_be_today():
    assert codes(changed("on: 2026-11-01", f"on: {date(2026, 11, 22)}")) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "code", "message", "fix"),
    [
        (
            "motif: petals",
            "motif: petal",
            26,
            "unknown-term",
            "'petal' is not a picture we have",
            None,
        ),
        (
            "    - cream",
            "    - creme",
            29,
            "unknown-term",
            "'creme' is not a colour of the quilt",
            None,
        ),
        (
            "on: 2026-11-01",
            "on: 2027-11-01",
            32,
            "checked-in-future",
            "it says it was checked on 1 November 2027, which has not come yet",
            "write the day on which somebody looked, after on:",
        ),
    ],
)
def test_the_facts_of_an_alliance(nowhere, old, new, line, code, message, fix):
    nowhere.write(ALLIANCE_PATH, changed(old, new, ALLIANCE))
    (problem,) = nowhere.problems()
    assert (problem.path, problem.line, problem.code) == (ALLIANCE_PATH, line, code)
    assert problem.message == message
    assert problem.fix == fix or problem.fix.startswith("did you mean '")
