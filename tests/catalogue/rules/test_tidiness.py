"""What is wrong with no fact is a warning, told once for a file."""

from __future__ import annotations

import pytest

from catalogue.loader import load
from catalogue.model.opportunity import Opportunity
from catalogue.parsing.front_matter import read_document
from catalogue.problems.problem import WARNING, Problem
from catalogue.rules.tidiness import FIX, tidiness
from catalogue.schema.facts import facts_of
from catalogue.schema.tables import ALLIANCE
from tests.nowhere import ALLIANCE as ALLIANCE_TEXT
from tests.nowhere import ENTRY, PATH, TODAY, changed

OPPORTUNITY = facts_of(Opportunity)


def untidy(text, fields=OPPORTUNITY):
    """Line, column, code and message of whatever is untidy in an entry."""
    data = text if isinstance(text, bytes) else text.encode()
    document = read_document(data, PATH, front_matter=fields is OPPORTUNITY)
    found = list(tidiness(document, fields))
    assert {(one.path, one.severity, one.fix) for one in found} <= {(PATH, WARNING, FIX)}
    return [(one.line, one.column, one.code, one.message) for one in found]


def test_a_tidy_file_is_told_nothing():
    assert untidy(ENTRY) == []
    assert untidy(ALLIANCE_TEXT, ALLIANCE) == []


LISTS = "is written in another way than such lists elsewhere"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            ENTRY.replace("\n", "\r\n"),
            (1, 1, "line-ends", "the lines of this file end as they do on Windows"),
        ),
        (
            ENTRY.replace("\n", "\r"),
            (1, 1, "line-ends", "the lines of this file end as they do on Windows"),
        ),
        (
            f"\ufeff{ENTRY}",
            (
                1,
                1,
                "byte-order-mark",
                "a mark that nobody sees (BOM) stands at the very start of this file",
            ),
        ),
        (
            ENTRY.rstrip("\n"),
            (19, 1, "end-of-file", "no line break stands at the end of this file"),
        ),
        (
            changed("Pebble panel", "Pebble panel  "),
            (2, 20, "spaces-at-line-end", "spaces stand at the end of this line"),
        ),
        (
            changed("how: live-page", "how: live-page\t").replace("---\n", "--- \n"),
            (1, 4, "spaces-at-line-end", "spaces stand at the end of 3 lines"),
        ),
        (
            changed("kind: panel_or_forum\n", "").replace("apply:", "kind: panel_or_forum\napply:"),
            (
                7,
                1,
                "order-of-facts",
                "kind stands below who_for; elsewhere it stands above it",
            ),
        ),
        (
            changed("who_for: [patients, carers]", "who_for: [patients,carers]"),
            (7, 1, "list-style", f"the list who_for {LISTS}"),
        ),
        (
            changed("who_for: [patients, carers]", "who_for:\n  - patients\n  - carers"),
            (7, 1, "list-style", f"the list who_for {LISTS}"),
        ),
        (
            changed("who_for: [patients, carers]", "who_for: [\n    patients, carers]"),
            (7, 1, "list-style", f"the list who_for {LISTS}"),
        ),
        (
            changed("  - https", "- https"),
            (12, 1, "list-style", f"the list sources {LISTS}"),
        ),
        (
            changed("  - https", "    -   https"),
            (12, 1, "list-style", f"the list sources {LISTS}"),
        ),
        (
            changed(
                "sources:\n  - https://www.invented.example/pebbles",
                "sources: [https://www.invented.example/pebbles]",
            ),
            (12, 1, "list-style", f"the list sources {LISTS}"),
        ),
    ],
)
def test_what_is_untidy(text, told):
    assert untidy(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        f"{ENTRY}\n\n",
        changed("with chairs.", "with chairs.  "),
        changed("summary: Help", "summary: >\n  Help").replace("sort next.", "sort next.  "),
        changed("who_for: [patients, carers]", "who_for: # whom\n  - patients\n  - carers"),
        changed("title: Pebble panel", "title: “Pebble”, a panel"),
    ],
)
def test_what_means_something_or_would_be_lost_is_left(text):
    assert untidy(text) == []


def test_where_a_file_cannot_be_read_only_its_bytes_and_spaces_are_told():
    broken = changed("title: Pebble panel", "kind: @x ").replace("\n", "\r\n")
    assert [(line, code) for line, _, code, _ in untidy(broken)] == [
        (1, "line-ends"),
        (2, "spaces-at-line-end"),
    ]
    assert untidy(b"\xff\xfe\x00") == []


def test_an_untidy_list_is_found_inside_groups_too():
    text = ALLIANCE_TEXT.replace("  councils:\n    - Nowhere", "  councils: [Nowhere]")
    assert untidy(text, ALLIANCE) == [(19, 3, "list-style", f"the list councils {LISTS}")]


def test_the_check_tells_it_and_goes_on(nowhere):
    nowhere.write(PATH, ENTRY.rstrip("\n"))
    loaded = load(nowhere.root, TODAY)
    assert (
        Problem(
            path=PATH,
            line=19,
            column=1,
            code="end-of-file",
            message="no line break stands at the end of this file",
            fix="run python3 tasks.py check --fix, which changes no word",
            severity="warning",
        )
        in loaded.problems
    )
    assert [entry.slug for entry in loaded.catalogue.opportunities] == ["pebble-panel"]
