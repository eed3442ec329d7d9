"""What has to hold between entries."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from catalogue.loader import load
from catalogue.problems.origin import Origin
from catalogue.rules.between_entries import replacements_exist
from catalogue.schema.field_types import Area
from tests.nowhere import ALLIANCE, ENTRY, TODAY, changed, with_line

ALLIANCE_PATH = "data/alliances/nowhere.yaml"


@pytest.mark.parametrize(
    ("value", "fix"),
    [
        (
            "nowere",
            "did you mean 'nowhere'? use a file name of data/alliances without its ending; "
            "for all of England write alliances: all",
        ),
        (
            "atlantis",
            "use a file name of data/alliances without its ending; for all of England write "
            "alliances: all",
        ),
    ],
)
def test_an_entry_names_alliances_that_are_there(nowhere, value, fix):
    nowhere.write("content/opportunities/pebble-panel.md", changed("[nowhere]", f"[{value}]"))
    (problem,) = nowhere.problems()
    assert (problem.line, problem.column, problem.code) == (4, 13, "unknown-alliance")
    assert problem.message == f"there is no alliance called '{value}'"
    assert problem.fix == fix


def test_each_unknown_alliance_of_a_list_stands_at_its_own_place(nowhere):
    nowhere.write(
        "content/opportunities/pebble-panel.md", changed("[nowhere]", "[atlantis, nowhere, eden]")
    )
    assert [problem.column for problem in nowhere.problems()] == [13, 32]


def moved(slug, to):
    return SimpleNamespace(
        slug=slug, alliances=Area(), moved_to=to, origin=Origin(path=f"{slug}.md", places={})
    )


def ways(**entries):
    return [
        (problem.path, problem.code, problem.message)
        for problem in replacements_exist([moved(slug, to) for slug, to in entries.items()])
    ]


def test_entries_that_moved_to_one_that_is_there():
    assert ways(a="b", b="c", c=None, d="c") == []


def test_an_entry_that_moved_to_nowhere():
    assert ways(a="z") == [("a.md", "unknown-entry", "there is no entry called 'z'")]


def test_entries_that_go_round_in_a_circle():
    code = "moved-in-a-circle"
    said = "these entries send people round in a circle: "
    assert ways(a="a") == [("a.md", code, f"{said}a → a")]
    assert ways(x="a", a="b", b="c", c="a") == [
        ("a.md", code, f"{said}a → b → c → a"),
        ("b.md", code, f"{said}b → c → a → b"),
        ("c.md", code, f"{said}c → a → b → c"),
    ]


def test_a_replacement_with_a_mistake_still_counts_as_there(nowhere):
    nowhere.write("content/opportunities/pebble-panel.md", with_line("moved_to: stone-panel"))
    nowhere.write(
        "content/opportunities/stone-panel.md",
        ENTRY.replace("Pebble", "Stone").replace("kind: panel", "kind: pannel"),
    )
    assert nowhere.found() == [("content/opportunities/stone-panel.md", 5, "unknown-term")]


def test_two_alliances_share_neither_their_code_nor_their_patch(nowhere):
    nowhere.write("data/alliances/other.yaml", ALLIANCE)
    nowhere.write("content/alliances/other.md", "---\ntitle: Other\nsummary: Other.\n---\n")
    assert [(one.line, one.code, one.message) for one in nowhere.problems()] == [
        (5, "code-taken", f"{ALLIANCE_PATH} has the same ONS code"),
        (26, "patch-taken", f"{ALLIANCE_PATH} has the same patch"),
    ]
    assert {one.fix for one in nowhere.problems()} == {
        "correct the code in one of the two files",
        "change the picture or the colours of one of the two",
    }


AREA = {"nowhere": "E99999999"}


def held_against(nowhere, areas):
    found = load(nowhere.root, TODAY, areas=areas).problems
    return [(one.path, one.line, one.code, one.fix) for one in found]


def test_an_alliance_has_an_area_under_its_own_code(nowhere):
    assert held_against(nowhere, AREA) == []
    assert held_against(nowhere, None) == []
    assert held_against(nowhere, {"nowhere": "E99999998"}) == [
        (ALLIANCE_PATH, 5, "other-area", "write ons_code: E99999998")
    ]


def test_an_alliance_without_an_area_is_told_which_name_was_meant(nowhere):
    rest = (
        "Rename the file, or ask a maintainer to add the area: data/geography/README.md tells how"
    )
    assert held_against(nowhere, {"nowhere-land": "E99999999"}) == [
        (
            "data/alliances/nowhere-land.yaml",
            1,
            "missing-file",
            "add the file data/alliances/nowhere-land.yaml, or delete the one that asks for it",
        ),
        (ALLIANCE_PATH, 1, "no-area", f"did you mean 'nowhere-land'? {rest}"),
    ]


def test_a_file_with_a_mistake_still_stands_for_its_area(nowhere):
    nowhere.write(ALLIANCE_PATH, ALLIANCE.replace("motif: petals", "motif: petal"))
    assert [code for _, _, code, _ in held_against(nowhere, AREA)] == ["unknown-term"]
