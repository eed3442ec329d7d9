"""What has to hold between the facts of an entry, and between entries."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.problems.origin import Origin
from catalogue.rules import between_entries
from catalogue.rules.between_entries import no_entry_twice, replacements_exist
from catalogue.schema.field_types import Area
from project.addresses import DEVICE_NAMES, RESERVED_SLUGS
from tests import invented
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
            "write the day of the check, for example: on: 2026-11-22",
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


def twins(*entries):
    return [(problem.path[22:-3], problem.code) for problem in no_entry_twice(entries)]


def listed(slug, title, link=None, **values):
    apply = invented.apply(url=link) if link else None
    return invented.entry(slug, title=title, apply=apply, **values)


LINK = "https://www.example.nhs.uk/panel"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("Read leaflets", LINK), ("Sort pebbles", LINK), [("b", "same-link")]),
        (("Read leaflets", LINK), ("Sort pebbles", LINK + "/"), [("b", "same-link")]),
        (("Read leaflets", LINK), ("Sort pebbles", LINK + "2"), []),
        (("Pebble panel of Nowhere",), ("Pebble panel, of Nowhere!",), [("b", "same-title")]),
        (("Pebble panel of Nowhere",), ("Pebble panels of Nowhere",), [("b", "same-title")]),
        (("Patient panel",), ("Patients panel",), [("b", "same-title")]),
        (("Patient panel",), ("Carer panel",), []),
        (("Pebble panel of Nowhere",), ("Stone group",), []),
        (("Pebble survey 2025",), ("Pebble survey 2026",), []),
    ],
)
def test_one_thing_is_listed_once_for_an_area(first, second, expected):
    assert twins(listed("a", *first), listed("b", *second)) == expected


# Long words, so that titles in which one of them differs are nearly the same.
TITLE = st.lists(
    st.sampled_from(
        ["a", "involvement", "involvements", "neighbourhood", "neighbourhoods", "2026"]
    ),
    min_size=1,
    max_size=6,
).map(" ".join)


@settings(deadline=None)
@given(st.lists(TITLE, max_size=6))
def test_titles_with_two_words_of_their_own_are_like_no_other(titles):
    entries = [listed(chr(ord("a") + at), title) for at, title in enumerate(titles)]
    found = twins(*entries)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(between_entries, "_likely_twins", list)
        assert twins(*entries) == found


def test_a_twin_of_another_area_another_organiser_or_the_archive_is_none():
    one = listed("a", "Pebble panel", LINK)
    assert twins(one, listed("b", "Pebble panel", LINK, alliances=("northern",))) == []
    assert twins(one, listed("b", "Pebble panel", organiser="Somebody else")) == []
    assert twins(one, listed("b", "Pebble panel", LINK, closed="yes")) == []
    assert twins(one, listed("b", "Pebble panel", LINK, moved_to="a")) == []


def test_twins_of_several_areas_are_told_once():
    areas = ("wessex", "northern")
    first = listed("a", "Pebble panel", LINK, alliances=areas)
    second = listed("b", "Stone group", LINK, alliances=areas)
    assert twins(first, second) == [("b", "same-link")]


@pytest.mark.parametrize(
    ("second", "message"),
    [
        (
            listed("b", "Stone group", LINK),
            "content/opportunities/b.md and content/opportunities/a.md "
            "send people to the same page",
        ),
        (
            listed("b", "Pebble panel of Nowheres"),
            "content/opportunities/b.md and content/opportunities/a.md have nearly the same title "
            "and the same organiser",
        ),
    ],
)
def test_the_messages_on_twins(second, message):
    (problem,) = no_entry_twice([listed("a", "Pebble panel of Nowhere", LINK), second])
    assert problem.message == message
    assert problem.fix == "delete one of the two entries, or ask a maintainer to accept both"
    assert problem.severity == "hold"


@pytest.mark.parametrize(
    ("days", "new", "told_of"),
    [((20, 21), "", "b"), ((21, 20), "", "a"), ((20, 20), "", "b"), ((20, 21), "a", "a")],
)
def test_twins_are_told_of_the_newer_one(days, new, told_of):
    entries = [
        listed(slug, title, LINK, checked=date(2026, 11, day))
        for slug, title, day in zip("ab", ("Sort pebbles", "Count stones"), days, strict=True)
    ]
    (problem,) = no_entry_twice(entries, new)
    assert (problem.path[22:-3], problem.twin) == (told_of, "b" if told_of == "a" else "a")
    assert [*no_entry_twice(entries[::-1], new)] == [problem]


@pytest.mark.parametrize("title", ["Sort pebbles {}", "Pebble panel of Nowhere"])
def test_the_same_pairs_are_told_of_whichever_entry_was_checked_last(title):
    pairs = set()
    for days in permutations((20, 21, 22)):
        entries = [
            listed(slug, title.format(slug * 9), LINK, checked=date(2026, 11, day))
            for slug, day in zip("abc", days, strict=True)
        ]
        told = [(one.path[22:-3], one.twin, one.code) for one in no_entry_twice(entries)]
        pairs.add(frozenset((frozenset(two), code) for *two, code in told))
    assert len(pairs) == 1


def test_looking_for_twins_compares_each_title_with_few_others(monkeypatch):
    compared = []

    def alike(first, second):
        compared.append((first, second))
        return False

    monkeypatch.setattr(between_entries, "_nearly_the_same", alike)
    title = "Group {} of people who sort pebbles"
    list(no_entry_twice([listed(f"e{n:05}", title.format(n)) for n in range(400)]))
    assert len(compared) <= 400 * (len(title.split()) + 1)


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
            "write the day of the check, for example: on: 2026-11-22",
        ),
    ],
)
def test_the_facts_of_an_alliance(nowhere, old, new, line, code, message, fix):
    nowhere.write(ALLIANCE_PATH, changed(old, new, ALLIANCE))
    (problem,) = nowhere.problems()
    assert (problem.path, problem.line, problem.code) == (ALLIANCE_PATH, line, code)
    assert problem.message == message
    assert problem.fix == fix or problem.fix.startswith("did you mean '")


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


def test_the_message_on_a_host_that_nobody_knows(nowhere):
    nowhere.write(
        "content/opportunities/pebble-panel.md",
        changed("url: https://www.invented", "url: https://www.unknown"),
    )
    (problem,) = nowhere.problems()
    assert problem.message == "we do not know the website www.unknown.example yet"
    assert problem.fix == (
        "nothing is wrong with your file; a maintainer looks at the site and adds it to hosts in "
        "data/known.yaml"
    )
    assert (problem.severity, problem.line, problem.column) == ("hold", 9, 8)


def test_a_page_is_compared_with_the_check_as_far_as_its_date_is_known():
    for page in ("2026", "2026-11", "2026-11-01", "2025-12"):
        assert codes(changed("how: live-page", f"how: live-page\n  page_date: {page}")) == []


def test_the_day_of_the_check_may_be_today():
    assert codes(changed("on: 2026-11-01", f"on: {date(2026, 11, 22)}")) == []
