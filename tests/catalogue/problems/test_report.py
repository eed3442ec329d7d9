"""Three printers that know problems and nothing else."""

from __future__ import annotations

import json

import pytest

from catalogue.problems.problem import (
    HOLD,
    WARNING,
    Problem,
    in_order,
    stops_a_build,
    stops_publication,
)
from catalogue.problems.report import PRINTERS, as_github, as_json, as_text, summary

PLAIN = Problem(
    path="content/opportunities/pebble-panel.md",
    line=7,
    column=9,
    code="unknown-term",
    message="'voucer' is not one of the words for payment",
    fix="did you mean 'voucher'? Allowed: paid, voucher",
)
HELD = Problem(
    path="a.md", line=1, column=2, code="unknown-host", message="m", fix="f", severity=HOLD
)
WARNED = Problem(
    path="a.md", line=3, column=1, code="all-capitals", message="m", fix="f", severity=WARNING
)


def evil(**changes):
    made = {"path": "a.md", "line": 1, "column": 1, "code": "c", "message": "m", "fix": "f"}
    return Problem(**(made | changes))


def test_the_printers_are_those_of_the_contract():
    assert list(PRINTERS) == ["text", "github", "json"]


def test_as_text():
    assert as_text([PLAIN, HELD, WARNED], 106) == (
        "content/opportunities/pebble-panel.md:7:9: unknown-term: "
        "'voucer' is not one of the words for payment\n"
        "  fix: did you mean 'voucher'? Allowed: paid, voucher\n"
        "a.md:1:2: unknown-host: hold: m\n"
        "  fix: f\n"
        "a.md:3:1: all-capitals: warning: m\n"
        "  fix: f\n"
        "106 entries checked: 1 thing to put right, 1 thing for a maintainer to look at and "
        "1 thing worth a look."
    )


@pytest.mark.parametrize(
    ("problems", "checked", "sentence"),
    [
        ([], 106, "106 entries checked. All good."),
        ([], 1, "1 entry checked. All good."),
        ([PLAIN], 2, "2 entries checked: 1 thing to put right."),
        ([HELD], 2, "2 entries checked: 1 thing for a maintainer to look at."),
        ([HELD, HELD], 2, "2 entries checked: 2 things for a maintainer to look at."),
        ([WARNED, WARNED], 2, "2 entries checked: 2 things worth a look."),
    ],
)
def test_the_sentence_at_the_end(problems, checked, sentence):
    assert summary(problems, checked) == sentence
    assert as_text(problems, checked).splitlines()[-1] == sentence


def test_as_annotations():
    assert as_github([PLAIN, WARNED], 106) == (
        "::error file=content/opportunities/pebble-panel.md,line=7,col=9,title=unknown-term::"
        "'voucer' is not one of the words for payment%0A"
        "fix: did you mean 'voucher'? Allowed: paid, voucher\n"
        "::warning file=a.md,line=3,col=1,title=all-capitals::m%0Afix: f\n"
        "106 entries checked: 1 thing to put right and 1 thing worth a look."
    )


def test_nine_annotations_and_how_many_more():
    lines = as_github([evil(line=number) for number in range(1, 31)], 1).splitlines()
    assert [line[:7] for line in lines[:9]] == ["::error"] * 9
    assert lines[9] == "and 21 more: run python3 tasks.py check to see them all"
    assert len(lines) == 11


def test_what_stops_the_publication_comes_before_what_does_not():
    problems = [*(evil(line=number, severity=WARNING) for number in range(1, 20)), PLAIN]
    assert as_github(problems, 1).startswith("::error file=content/opportunities/pebble-panel.md")


def test_nothing_in_an_annotation_can_end_it_or_start_another():
    problem = evil(
        path="a,line=1,title=owned:%.md",
        message="100%\r\n::error::owned ##[error]x",
        fix="\x1b[2K::stop-commands::x",
    )
    first, last = as_github([problem], 1).splitlines()
    assert first == (
        "::error file=a%2Cline=1%2Ctitle=owned%3A%25.md,line=1,col=1,title=c::"
        "100%25U+000DU+000A::error::owned ## [error]x%0Afix: U+001B[2K::stop-commands::x"
    )
    assert last == "1 entry checked: 1 thing to put right."


def test_no_line_of_text_can_be_taken_for_a_command():
    text = as_text([evil(path="::error::x.md", message="##[error]x", fix="a\n::set-output::x")], 1)
    lines = text.splitlines()
    assert not any(line.lstrip().startswith("::") for line in lines)
    assert "##[" not in text
    assert len(lines) == 3


def test_as_json():
    assert json.loads(as_json([PLAIN, HELD], 106)) == {
        "checked": 106,
        "problems": [
            {
                "path": "content/opportunities/pebble-panel.md",
                "line": 7,
                "column": 9,
                "code": "unknown-term",
                "severity": "error",
                "message": "'voucer' is not one of the words for payment",
                "fix": "did you mean 'voucher'? Allowed: paid, voucher",
            },
            {
                "path": "a.md",
                "line": 1,
                "column": 2,
                "code": "unknown-host",
                "severity": "hold",
                "message": "m",
                "fix": "f",
            },
        ],
    }


@pytest.mark.parametrize("printer", PRINTERS.values())
def test_whatever_a_file_holds_can_be_printed(printer):
    odd = "".join(map(chr, (*range(0x20), 0x7F, 0x85, 0x2028, 0x202E, 0xD800, 0xFFFF, 0x10FFFF)))
    printed = printer([evil(path=odd, message=odd, fix=odd)], 1)
    assert printed.encode("utf-8")
    assert not set(printed) & (set(odd) - {"\n"})


def test_problems_stand_in_order_and_each_once():
    assert in_order([WARNED, HELD, WARNED, PLAIN]) == [HELD, WARNED, PLAIN]


def test_a_warning_stops_nothing_and_a_hold_no_build():
    assert [stops_publication(one) for one in (PLAIN, HELD, WARNED)] == [True, True, False]
    assert [stops_a_build(one) for one in (PLAIN, HELD, WARNED)] == [True, False, False]


def test_what_is_not_told_one_by_one_is_counted_all_the_same():
    rest = evil(code="many-more", message="and 240 more", count=240)
    assert summary([PLAIN, rest], 2) == "2 entries checked: 241 things to put right."
    assert [one.get("count") for one in json.loads(as_json([PLAIN, rest], 2))["problems"]] == [
        None,
        240,
    ]
    said = as_github([evil(line=line) for line in range(1, 10)] + [rest], 2)
    assert "and 240 more: run python3 tasks.py check to see them all" in said
