"""Everything is read and checked at once, and one broken file hides no other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from catalogue.loader import load
from catalogue.problems.problem import MOST_PROBLEMS_OF_A_FILE, Problem
from tests.nowhere import ALLIANCE, ALLIANCE_PAGE, ENTRY, PATH, TODAY, changed, with_line

ALLIANCE_PATH = "data/alliances/nowhere.yaml"
PAGE_PATH = "content/alliances/nowhere.md"


def test_the_invented_project_is_clean(nowhere):
    loaded = load(nowhere.root, TODAY)
    assert loaded.problems == ()
    assert [entry.slug for entry in loaded.catalogue.opportunities] == ["pebble-panel"]
    assert list(loaded.catalogue.alliances) == ["nowhere"]


def test_four_mistakes_in_one_file_and_an_unreadable_other_one_are_told_at_once(nowhere):
    broken = (
        ENTRY.replace("[nowhere]", "[nowere]")
        .replace("kind: panel_or_forum", "kind: pannel_or_forum")
        .replace("summary: Help", "summary: Note: help")
        .replace("deadline: 2027-03-31", "deadline: 31/3/27")
    )
    nowhere.write(PATH, broken)
    nowhere.write("content/opportunities/zither-group.md", "\ufeffclean".encode("utf-16"))
    nowhere.write("content/opportunities/other-group.md", changed("Pebble panel", "Other group"))
    nowhere.write(
        "content/opportunities/third-group.md",
        ENTRY.replace("Pebble panel", "Third group")
        .replace("/pebbles", "/third")
        .replace("kind: panel_or_forum", "kind: surwey"),
    )
    assert nowhere.found() == [
        (PATH, 4, "unknown-alliance"),
        (PATH, 5, "unknown-term"),
        (PATH, 6, "needs-quotes"),
        (PATH, 11, "not-a-date"),
        ("content/opportunities/third-group.md", 5, "unknown-term"),
        ("content/opportunities/zither-group.md", 1, "not-utf-8"),
    ]
    assert [problem.fix for problem in nowhere.problems()][:4] == [
        "did you mean 'nowhere'? "
        "use a file name of data/alliances without its ending; for all of England write "
        "alliances: all",
        "did you mean 'panel_or_forum'? Allowed: patient_partner, panel_or_forum, steering_group, "
        "board_or_committee, coproduction_group, hospital_user_group, network, survey, "
        "focus_group, interview, story_sharing, event, consultation, feedback, readers_panel, "
        "cancer_champion, campaigning, service_pledge, research_involvement, training_course",
        'write: summary: "Note: help choose which pebbles to sort next."',
        "if this is what is meant, write deadline: 2027-03-31",
    ]


def test_a_dreadful_entry_has_its_whole_list_of_problems(nowhere):
    dreadful = """\
---
title: =SUM(A1)
organiser Society of Nowhere
alliances: nowhere
Kind: panel_or_forum
summary: <b>Join</b> us
who_for: [patients, patients]
apply:
  url: http://www.invented.example/pebbles
  email: jo.bloggs@invented.example
opens: 2027-05-01
deadline: 2027-03-31
expenses: [travel]
payment: unpaid
sources:
  - https://bit.ly/pebbles
checked:
  on: 2026-12-24
  how: crystal-ball
status: open
---

# Pebbles

Ring 07700 900123. Act now! [Click here](https://unknown.example/).
"""
    nowhere.write(PATH, dreadful)
    assert nowhere.found() == [
        (PATH, 2, "formula"),
        (PATH, 3, "no-colon"),
        (PATH, 4, "not-a-list"),
        (PATH, 5, "unknown-field"),
        (PATH, 6, "html"),
        (PATH, 7, "listed-twice"),
        (PATH, 9, "link-not-https"),
        (PATH, 10, "personal-email"),
        (PATH, 12, "deadline-before-opening"),
        (PATH, 13, "expenses-but-unpaid"),
        (PATH, 16, "link-shortened"),
        (PATH, 18, "checked-in-future"),
        (PATH, 19, "unknown-term"),
        (PATH, 20, "unknown-field"),
        (PATH, 23, "heading-too-big"),
        (PATH, 25, "personal-phone"),
        (PATH, 25, "pressure"),
        (PATH, 25, "link-says-nothing"),
        (PATH, 25, "unknown-host"),
    ]


def test_no_message_repeats_personal_details(nowhere):
    nowhere.write(
        PATH,
        ENTRY.replace("kind: panel_or_forum", "kind: 07700 900123")
        .replace("summary: Help", "summary: Mail: jo.bloggs@invented.example or")
        .replace("[patients, carers]", "NHS number 999 123 4567"),
    )
    problems = nowhere.problems()
    assert [problem.code for problem in problems] == [
        "personal-phone",
        "unknown-term",
        "needs-quotes",
        "personal-email",
        "nhs-number",
        "not-a-list",
    ]
    said = " ".join(problem.message + problem.fix for problem in problems)
    assert "900123" not in said
    assert "bloggs" not in said
    assert "4567" not in said
    assert "[left out]" in said


def test_a_file_that_cannot_be_opened_hides_no_other(nowhere, monkeypatch):
    nowhere.write(PATH, changed("kind: panel_or_forum", "kind: surwey"))
    shut = ("content/opportunities/shut.md", "content/pages/shut.md", "data/help/shut.yaml")
    for path in shut:
        nowhere.write(path, ENTRY)

    opens = Path.open

    def refuse(path, *arguments, **options):
        if path.stem == "shut":
            raise PermissionError(13, "Permission denied")
        return opens(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", refuse)
    assert nowhere.found() == [
        (PATH, 5, "unknown-term"),
        *((path, 1, "cannot-open") for path in shut),
    ]


def test_a_broken_vocabulary_hides_no_other_problem(nowhere):
    nowhere.write("data/vocabularies/kinds.yaml", "title: Kinds\nterms: none\n")
    nowhere.write(PATH, changed("deadline: 2027-03-31", "deadline: soon"))
    assert nowhere.found() == [
        (PATH, 11, "not-a-date"),
        ("data/vocabularies/kinds.yaml", 2, "not-a-list"),
    ]


def test_a_missing_file_is_told_by_whatever_asks_for_it(nowhere):
    for path in ("data/vocabularies/kinds.yaml", PAGE_PATH, "data/known.yaml", "data/words.yaml"):
        (nowhere.root / path).unlink()
    nowhere.write("content/alliances/elsewhere.md", ALLIANCE_PAGE)
    assert nowhere.found() == [
        ("content/alliances/nowhere.md", 1, "missing-file"),
        ("data/alliances/elsewhere.yaml", 1, "missing-file"),
        ("data/known.yaml", 1, "missing-file"),
        ("data/vocabularies/kinds.yaml", 1, "missing-file"),
        ("data/words.yaml", 1, "missing-file"),
    ]


@pytest.mark.parametrize(
    "folder",
    ["content/opportunities", "content/alliances", "data/alliances", "data/vocabularies"],
)
def test_a_missing_folder_is_an_error_of_the_system(nowhere, folder):
    for file in (nowhere.root / folder).iterdir():
        file.unlink()
    (nowhere.root / folder).rmdir()
    with pytest.raises(FileNotFoundError):
        load(nowhere.root, TODAY)


def test_a_project_without_entries_is_told_so(nowhere):
    (nowhere.root / PATH).unlink()
    (problem,) = nowhere.problems()
    assert problem == Problem(
        path="content/opportunities",
        line=1,
        column=1,
        code="no-entries",
        message="there are no opportunities: this folder holds none",
        fix="put the files back, or add one: CONTRIBUTING.md tells you how",
    )
    (nowhere.root / ALLIANCE_PATH).unlink()
    (nowhere.root / PAGE_PATH).unlink()
    assert nowhere.found() == [
        ("content/opportunities", 1, "no-entries"),
        ("data/alliances", 1, "no-entries"),
    ]


def test_an_entry_with_a_warning_or_a_hold_is_still_an_entry(nowhere):
    nowhere.write(PATH, changed("room with chairs.", "[here](https://elsewhere.example/)."))
    loaded = load(nowhere.root, TODAY)
    assert [problem.code for problem in loaded.problems] == ["link-says-nothing", "unknown-host"]
    assert [problem.severity for problem in loaded.problems] == ["warning", "hold"]
    assert len(loaded.catalogue.opportunities) == 1


def test_a_maintainer_accepts_a_hold_for_one_entry_and_one_code(nowhere):
    nowhere.write(PATH, changed("url: https://www.invented", "url: https://www.unknown"))
    accepted = "accepted:\n  - slug: pebble-panel\n    code: unknown-host\n    reason: We looked.\n"
    known = "hosts:\n  - invented.example\n"
    nowhere.write("data/known.yaml", known)
    assert nowhere.found() == [(PATH, 9, "unknown-host")]
    nowhere.write("data/known.yaml", known + accepted)
    assert nowhere.found() == []
    nowhere.write("data/known.yaml", known + accepted.replace("pebble-panel", "other"))
    assert nowhere.found() == [
        (PATH, 9, "unknown-host"),
        ("data/known.yaml", 4, "accepted-for-nothing"),
    ]


def test_what_is_accepted_for_nothing_is_only_a_warning(nowhere):
    nowhere.write(
        "data/known.yaml",
        "hosts:\n  - invented.example\naccepted:\n  - slug: pebble-panel\n    code: same-link\n"
        "    reason: It was so.\n",
    )
    (problem,) = nowhere.problems()
    assert (problem.code, problem.severity) == ("accepted-for-nothing", "warning")
    assert problem.message == "pebble-panel no longer has the problem 'same-link'"
    assert problem.line == 4
    assert problem.fix.startswith("leave this as it is: a maintainer")


@pytest.mark.parametrize("checked", ["2026-10-01", "2026-11-01", "2026-11-20"])
@pytest.mark.parametrize(
    ("slug", "twin", "left"),
    [
        ("pebble-panel", "stone-panel", []),
        ("stone-panel", "pebble-panel", []),
        ("pebble-panel", "other", ["same-link", "accepted-for-nothing"]),
    ],
)
def test_two_entries_that_are_alike_stay_accepted_whichever_is_newer(
    nowhere, checked, slug, twin, left
):
    stone = ENTRY.replace("title: Pebble", "title: Stone").replace("2026-11-01", checked)
    nowhere.write("content/opportunities/stone-panel.md", stone)
    nowhere.write(
        "data/known.yaml",
        f"hosts:\n  - invented.example\naccepted:\n  - slug: {slug}\n    code: same-link\n"
        f"    twin: {twin}\n    reason: It is one page for two things.\n",
    )
    assert [code for _, _, code in nowhere.found()] == left


def test_acceptances_of_pairs_that_are_no_longer_needed_are_named_one_by_one(nowhere):
    line = "  - slug: pebble-panel\n    code: same-link\n    twin: {}\n    reason: One page.\n"
    accepted = "".join(map(line.format, ("stone-panel", "sand-panel")))
    nowhere.write("data/known.yaml", f"hosts:\n  - invented.example\naccepted:\n{accepted}")
    assert [problem.message for problem in nowhere.problems()] == [
        "pebble-panel no longer has the problem 'same-link' beside stone-panel",
        "pebble-panel no longer has the problem 'same-link' beside sand-panel",
    ]


def test_an_error_cannot_be_accepted(nowhere):
    nowhere.write(PATH, changed("kind: panel_or_forum", "kind: surwey"))
    nowhere.write(
        "data/known.yaml",
        "hosts:\n  - invented.example\naccepted:\n  - slug: pebble-panel\n    code: unknown-term\n"
        "    reason: Please.\n",
    )
    assert [code for _, _, code in nowhere.found()] == ["unknown-term"]


def test_a_mistake_does_not_make_an_acceptance_look_needless(nowhere):
    nowhere.write(
        "data/known.yaml",
        "hosts:\n  - invented.example\naccepted:\n  - slug: pebble-panel\n    code: same-link\n"
        "    reason: It was so.\n",
    )
    nowhere.write(PATH, changed("kind: panel_or_forum", "kind: surwey"))
    assert [code for _, _, code in nowhere.found()] == ["unknown-term"]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("url: https://www.invented.example/pebbles", "url: https://evil.example/", 9),
        ("  - https://www.invented.example/pebbles", "  - https://evil.example/", 13),
        ("room with chairs.", "room: [its plan](https://evil.example/).", 19),
        ("which pebbles", "on https://evil.example/ which pebbles", 6),
        ("which pebbles", "on www.evil.example which pebbles", 6),
        ("url: https://www.invented.example", "url: https://eviliinvented.example", 9),
        ("url: https://www.invented.example", "url: https://invented.example.evil.example", 9),
    ],
)
def test_every_address_leads_to_a_host_that_a_maintainer_knows(nowhere, old, new, line):
    nowhere.write(PATH, changed(old, new))
    assert nowhere.found() == [(PATH, line, "unknown-host")]
    assert nowhere.problems()[0].severity == "hold"


def test_links_of_a_broken_entry_are_looked_at_too(nowhere):
    nowhere.write(
        PATH, changed("  - https://www.invented", "  - https://evil").replace("panel_or", "panl_or")
    )
    assert nowhere.found() == [(PATH, 5, "unknown-term"), (PATH, 13, "unknown-host")]


def test_links_of_an_alliance_are_looked_at(nowhere):
    nowhere.write(
        ALLIANCE_PATH,
        changed("codes:", "  sources:\n    - https://d.example/\ncodes:", ALLIANCE),
    )
    assert nowhere.found() == [(ALLIANCE_PATH, 5, "unknown-host")]
    more = (
        "involvement:\n  url: https://a.example/\n  related:\n    - https://b.example/\n"
        "routes:\n  - name: Board of Pebbles\n    about: board\n"
        "    url: https://d.example/\n    source_age: no date\n"
        "patient_facts:\n  - text: Pebbles were sorted.\n    sources:\n"
        "      - https://c.example/\n"
    )
    nowhere.write(ALLIANCE_PATH, ALLIANCE + more)
    first = ALLIANCE.count("\n") + 2
    assert nowhere.found() == [
        (ALLIANCE_PATH, first, "unknown-host"),
        (ALLIANCE_PATH, first + 2, "unknown-host"),
        (ALLIANCE_PATH, first + 4, "unknown-host"),
        (ALLIANCE_PATH, first + 9, "unknown-host"),
    ]


def test_an_alliance_with_a_broken_file_still_counts_as_there(nowhere):
    nowhere.write(ALLIANCE_PATH, changed("motif: petals", "motif: petal", ALLIANCE))
    assert nowhere.found() == [(ALLIANCE_PATH, 26, "unknown-term")]
    nowhere.write(ALLIANCE_PATH, changed("short: Nowhere", "shortt: Nowhere", ALLIANCE))
    assert nowhere.found() == [(ALLIANCE_PATH, 3, "unknown-field")]


def test_a_file_with_a_hundred_mistakes_shows_the_first_and_says_how_many_more(nowhere):
    lines = "\n".join(f"odd-{number}: x" for number in range(55))
    body = "\n".join(f"<b>{number}</b>" for number in range(60))
    nowhere.write(PATH, with_line(lines).replace("You meet in a room with chairs.", body))
    problems = nowhere.problems()
    assert len(problems) == MOST_PROBLEMS_OF_A_FILE + 1
    assert problems[-1].code == "many-more"
    assert problems[-1].message == "and 55 more things to put right in this file"
    assert sum(problem.count for problem in problems) == 115


def test_a_misnamed_file_is_read_for_its_other_mistakes_and_is_no_entry(nowhere):
    nowhere.write(
        "content/opportunities/Pebble Group.md", changed("kind: panel_or_forum", "kind: surwey")
    )
    loaded = load(nowhere.root, TODAY)
    assert [problem.code for problem in loaded.problems] == ["wrong-file-name", "unknown-term"]
    assert len(loaded.catalogue.opportunities) == 1


def test_the_same_project_gives_the_same_problems_every_time(nowhere):
    nowhere.write(PATH, ENTRY.replace(":", ": -"))
    nowhere.write("content/opportunities/b.md", ENTRY.replace("-", "#"))
    assert load(nowhere.root, TODAY).problems == load(nowhere.root, TODAY).problems


def test_the_day_is_an_argument(nowhere):
    before = load(nowhere.root, date(2026, 10, 31)).problems
    assert [problem.code for problem in before] == ["checked-in-future", "checked-in-future"]


def test_a_link_is_never_followed(nowhere):
    (nowhere.root / "content/opportunities/hostname.md").symlink_to("/etc/hostname")
    assert nowhere.found() == [("content/opportunities/hostname.md", 1, "not-a-file")]
