"""Helplines, bodies of other nations and payments: what is refused, and how to mend it."""

from __future__ import annotations

import pytest

from catalogue.loader import load
from tests.nowhere import HELPLINES, NATIONS, PAYMENTS, TODAY, changed

LINE, NATION, PAY = "data/helplines.yaml", "data/nations.yaml", "data/payments.yaml"


def helpline(old, new):
    return LINE, changed(old, new, HELPLINES)


def body(old, new):
    return NATION, changed(old, new, NATIONS)


def payment(old, new):
    return PAY, changed(old, new, PAYMENTS)


@pytest.mark.parametrize(
    ("file", "line", "code", "words"),
    [
        (helpline("strong", "fair"), 2, "number-not-sure", "delete the line phone: …"),
        (
            helpline(
                "phone: 01632 960 301\n    strength: strong",
                "hours: Every day.\n    web: https://www.invented.example/\n    strength: weak",
            ),
            2,
            "number-not-sure",
            "delete the line hours: …",
        ),
        (helpline("strong", "sure"), 6, "unknown-term", "Allowed: strong, fair, weak, none"),
        (helpline("urgent", "now"), 3, "unknown-term", "Allowed: urgent, cancer"),
        (helpline("    last_known: 2026-10-01\n", ""), 2, "missing-field", "last_known: 2026-10"),
        (helpline("2026-10-01", "2026-11-23"), 2, "checked-in-future", "after last_known:"),
        (helpline("2026-10-01", "2027"), 2, "checked-in-future", "after last_known:"),
        (helpline("2026-10-01", "some time ago"), 7, "not-a-date", "page_age"),
        (helpline("01632 960 301", "ask us"), 5, "wrong-shape", "phone: 01632 960 000"),
        (helpline("phone: 01632 960 301", "text: HI"), 5, "wrong-shape", "text: HI to 99999"),
        (helpline("    phone: 01632 960 301\n", ""), 2, "missing-field", "web: https://…"),
        (helpline("    who_for: Anyone who is sad about a pebble.\n", ""), 2, "missing-field", "…"),
        (helpline("phone:", "phonne:"), 5, "unknown-field", "did you mean 'phone'?"),
        (helpline("https://www", "http://www"), 9, "link-not-https", "https://www.invented"),
        (body("nation: wales", "nation: cornwall"), 2, "unknown-term", "Allowed: wales, scotland"),
        (
            body("    sources:", "    alliance: nowere\n    sources:"),
            2,
            "unknown-alliance",
            "'nowhere'",
        ),
        (payment("    last_known: 2026-10\n", ""), 2, "missing-field", "last_known: 2026-10"),
        (payment("    offered: A bucket\n", ""), 2, "missing-field", "add a line like: offered:"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_its_cure(nowhere, file, line, code, words):
    nowhere.write(*file)
    (problem,) = nowhere.problems()
    assert (problem.path, problem.line, problem.code) == (file[0], line, code)
    assert words in problem.fix


@pytest.mark.parametrize(
    "file",
    [
        helpline("01632 960 301", '"999"'),
        helpline("phone: 01632 960 301", "text: HI to 99999"),
        helpline("2026-10-01", '"2026"'),
        helpline("phone: 01632 960 301", "web: https://www.invented.example/"),
        body("    sources:", "    alliance: nowhere\n    sources:"),
        body("    web: https://www.invented.example/wales\n", ""),
        payment("last_known: 2026-10", "page_age: a past round, year not stated"),
    ],
)
def test_what_is_right_is_let_be(nowhere, file):
    nowhere.write(*file)
    assert nowhere.problems() == []


def test_one_mistake_hides_no_other_in_the_file(nowhere):
    row = HELPLINES.removeprefix("helplines:\n").replace("Pebble line", "Other line")
    both = HELPLINES.replace("group: urgent", "group: now") + row.replace("strong", "none")
    nowhere.write(LINE, both)
    assert nowhere.found() == [(LINE, 3, "unknown-term"), (LINE, 10, "number-not-sure")]


def test_nobody_is_told_of_twice(nowhere):
    row = HELPLINES.removeprefix("helplines:\n")
    nowhere.write(LINE, HELPLINES + row.replace("301", "302"))
    assert nowhere.found() == [(LINE, 10, "written-twice")]


def test_an_unknown_website_is_held(nowhere):
    nowhere.write(*payment("www.invented.example", "www.elsewhere.example"))
    (problem,) = nowhere.problems()
    assert (problem.code, problem.severity, problem.path) == ("unknown-host", "hold", PAY)


def test_personal_details_are_refused(nowhere):
    mobile = "07700 900123"
    nowhere.write(*payment("A bucket", f"A bucket. Ring {mobile}"))
    assert {one.path for one in nowhere.problems()} == {PAY}
    assert mobile not in str(nowhere.problems())


def test_a_file_with_a_mistake_shows_nothing_and_hides_nothing(nowhere):
    nowhere.write(*helpline("strong", "fair"))
    catalogue = load(nowhere.root, TODAY).catalogue
    assert catalogue.helplines == ()
    assert [one.name for one in catalogue.national_bodies] == ["Pebble Voice of Wales"]
    assert [one.task for one in catalogue.payments] == ["One hour of sorting pebbles"]


def test_each_file_has_to_be_there(nowhere):
    for path in (LINE, NATION, PAY):
        (nowhere.root / path).unlink()
    assert nowhere.found() == [(path, 1, "missing-file") for path in (LINE, NATION, PAY)]
