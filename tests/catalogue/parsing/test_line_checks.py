"""A line that YAML would stumble over is told by its own mistake, with a line to paste."""

from __future__ import annotations

import pytest

from catalogue.parsing.line_checks import readable_lines
from catalogue.parsing.nodes import LOST

COLON = "there is a colon in this text: put the value in double quotes"
HASH = "everything after # is lost: put the value in double quotes"
SHORTCUT = "& and * shortcuts are not allowed here"
TAG = "a value cannot start with !"
OPEN_QUOTES = "the double quotes round this text do not match"


def told(*lines):
    return [
        (problem.column, problem.code, problem.message, problem.fix)
        for problem in readable_lines(lines, "x").problems
    ]


@pytest.mark.parametrize(
    ("line", "column", "code", "message", "fix"),
    [
        ("title: Join us: now", 15, "needs-quotes", COLON, 'write: title: "Join us: now"'),
        ("title: Ends with:", 17, "needs-quotes", COLON, 'write: title: "Ends with:"'),
        ('title: He said: "no"', 15, "needs-quotes", COLON, r'write: title: "He said: \"no\""'),
        ("  how: Ring: then wait", 12, "needs-quotes", COLON, 'write: how: "Ring: then wait"'),
        (
            "  url: [Our page](https://www.invented.example/x)",
            8,
            "link-in-words",
            "this is a link as it is written below the facts",
            "keep the words alone, or the address alone: url: https://www.invented.example/x",
        ),
        ("title: Panel #2", 14, "hash-cuts-text", HASH, 'write: title: "Panel #2"'),
        (
            "title: @panel",
            8,
            "needs-quotes",
            "this text starts with @: put the value in double quotes",
            'write: title: "@panel"',
        ),
        (
            "title: %50 off",
            8,
            "needs-quotes",
            "this text starts with %: put the value in double quotes",
            'write: title: "%50 off"',
        ),
        (
            "title: > 18 years",
            8,
            "needs-quotes",
            "this text starts with >: put the value in double quotes",
            'write: title: "> 18 years"',
        ),
        (
            "title: *Important* news",
            8,
            "needs-quotes",
            "this text starts with *: put the value in double quotes",
            'write: title: "*Important* news"',
        ),
        (
            "title: &all",
            8,
            "shortcut",
            SHORTCUT,
            'write the text out, or put it in double quotes: title: "&all"',
        ),
        (
            "title: *all",
            8,
            "shortcut",
            SHORTCUT,
            'write the text out, or put it in double quotes: title: "*all"',
        ),
        ("title: !!int 5", 8, "tag", TAG, 'put the value in double quotes: title: "!!int 5"'),
        ("title: ! Note", 8, "tag", TAG, 'put the value in double quotes: title: "! Note"'),
        (
            "title: 'It's on'",
            8,
            "needs-quotes",
            "an apostrophe ends this text too early: use double quotes",
            'write: title: "It\'s on"',
        ),
        ('title: "Join us', 8, "quote-left-open", OPEN_QUOTES, 'write: title: "Join us"'),
        (
            'title: "Join" us',
            8,
            "quote-left-open",
            OPEN_QUOTES,
            r'write: title: "\"Join\" us"',
        ),
        (
            "title: “Join us”",
            8,
            "curly-quotes",
            "this text stands between curly quotation marks (“)",
            "write: title: Join us",
        ),
        (
            "title:Panel",
            7,
            "no-space",
            "there is no space after 'title:'",
            "write: title: Panel",
        ),
        (
            "title:Panel: one",
            7,
            "no-space",
            "there is no space after 'title:'",
            'write: title: "Panel: one"',
        ),
        (
            "title:\u00a0Panel",
            7,
            "no-space",
            "there is no space after 'title:'",
            "write: title: Panel",
        ),
        ("  -online", 4, "no-space", "there is no space after the dash", "write: - online"),
        (
            "* patients",
            1,
            "unreadable-line",
            "this line starts with *, and lists here have a plain dash (-)",
            "write: - patients",
        ),
        (
            "  – online: a call",
            3,
            "unreadable-line",
            "this line starts with –, and lists here have a plain dash (-)",
            'write: - "online: a call"',
        ),
        (
            "title Pebble panel",
            6,
            "no-colon",
            "there is no colon after 'title'",
            "put a colon and a space after 'title'; or, if this line goes on from the one above, "
            "put both on one line",
        ),
        (
            "Title = Pebble panel",
            6,
            "no-colon",
            "there is no colon after 'Title'",
            "write: title: Pebble panel",
        ),
        (
            "title\uff1a Pebble panel",
            6,
            "wide-colon",
            "the colon '\uff1a' comes from another keyboard",
            "type an ordinary colon and one space after it: title: Pebble panel",
        ),
        (
            "who_for: - patients",
            10,
            "list-on-one-line",
            "a list with a dash starts on a line of its own",
            "write: who_for: [patients]",
        ),
        (
            "who_for: [patients, carers",
            10,
            "brackets",
            "the [ here has no ]",
            "write: who_for: [patients, carers]",
        ),
        (
            "checked: {on: 2026-11-01",
            10,
            "brackets",
            "the { here has no }",
            "write: checked: {on: 2026-11-01}",
        ),
        (
            "who_for: [patients]]",
            10,
            "brackets",
            "there is a ] too many",
            "write: who_for: [patients]",
        ),
        (
            "who_for: [patients,, carers]",
            10,
            "brackets",
            "there are two commas in a row",
            "write: who_for: [patients, carers]",
        ),
        ("\ttitle: Panel", 1, "tab", "this line starts with a Tab", "use two spaces instead"),
        (
            "\u00a0\u00a0url: x",
            1,
            "unusual-space",
            "this line starts with an unusual space, often copied from a web page",
            "delete the spaces at the start of the line and type ordinary ones",
        ),
        (
            "<<<<<<< HEAD",
            1,
            "conflict-marker",
            "git left a marker here: '<<<<<<<'",
            "keep one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>",
        ),
        (
            "=======",
            1,
            "conflict-marker",
            "git left a marker here: '======='",
            "keep one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>",
        ),
        (
            "%YAML 1.2",
            1,
            "directive",
            "a line cannot start with '%YAML'",
            "delete this line",
        ),
        (
            "...",
            1,
            "two-entries",
            "a line of ... ends the facts here, but more lines follow",
            "delete this line; put a second entry in a file of its own",
        ),
        (
            f"title: {'long ' * 20}: end",
            108,
            "needs-quotes",
            COLON,
            f'write: title: "{"long " * 20}: end"',
        ),
        (
            f"title: {'long ' * 200}: end",
            1008,
            "needs-quotes",
            COLON,
            'write: title: "…" with all your words between the two marks',
        ),
    ],
)
def test_what_is_wrong_with_a_line(line, column, code, message, fix):
    assert told(line) == [(column, code, message, fix)]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "   ",
        "# a comment: with a colon",
        "title: Pebble panel",
        "title: Pebble panel (No. 2)",
        "title:",
        "title: 5",
        "title: It's on",
        "title: “Hello” and “bye”",
        "title: R&D and Q*A",
        "title: C# for all",
        "title: at 12:30",
        "title: https://www.invented.example/a?b=c#d",
        "title: 'It''s on'",
        "title: 'It''s on' # really",
        'title: "Join us: now" # really',
        'title: "a \\"b\\" c"',
        "title: “You said” and we did",
        "title: cafe\u0301 — ŵ",
        "title: 10% of us",
        "title: -5 degrees",
        "title :  spaced",
        "title:\tPebble",
        "who_for: [patients, carers]",
        "who_for: [patients, carers] # both",
        "checked: {on: 2026-11-01, how: live-page}",
        "  - patients",
        "- patients",
        "  - starts: 2027-01-01",
        "summary: >-",
        "summary: |",
        "summary: >2-",
    ],
)
def test_a_line_that_is_right(line):
    assert told(line, "more: x") == []
    assert readable_lines([line], "x").lines == [line]


LEFT = (
    "delete the space before it; or, if it belongs below checked:, delete what stands after "
    "checked: on that line"
)


@pytest.mark.parametrize(
    ("line", "column", "code", "message", "fix"),
    [
        ("  on: x", 3, "not-lined-up", "this line does not line up with 'checked' above it", LEFT),
        (" - x", 2, "not-lined-up", "this line does not line up with 'checked' above it", LEFT),
        ("  on:", 3, "not-lined-up", "this line does not line up with 'checked' above it", LEFT),
        ("\ton: x", 1, "tab", "this line starts with a Tab", LEFT),
        (
            "  and so on.",
            3,
            "not-lined-up",
            "this line goes on from 'checked' above it",
            "put both on one line",
        ),
    ],
)
def test_what_stands_below_a_name_with_its_value_is_told_once(line, column, code, message, fix):
    lines = ["checked: today", line, "  how: live-page", "", "  basis: a: b", "kind: a: b"]
    first, second = readable_lines(lines, "x").problems
    assert (first.line, first.column, first.code, first.message) == (2, column, code, message)
    assert first.fix == fix
    assert (second.line, second.code) == (6, "needs-quotes")


@pytest.mark.parametrize(
    "above", ["checked:", "checked: # below", "format: [a,", "apply: {url: x,", "summary: >-", ""]
)
def test_what_may_have_more_below_it(above):
    assert told(above, "  b]") == []


def test_text_in_a_block_is_left_alone():
    block = ["summary: >-", "  Note: this # is", "  @fine", "", "  'too", "title: a: b"]
    assert [problem.line for problem in readable_lines(block, "x").problems] == [6]


def test_a_list_in_brackets_may_go_on_in_the_next_line():
    assert told("who_for: [patients,", "  carers]") == []
    assert told("who_for: [", "]") == []


@pytest.mark.parametrize(
    ("line", "stand_in"),
    [
        ("title: a: b", f'title: "{LOST}"'),
        ("  how: a: b", f'  how: "{LOST}"'),
        ("  - text: a: b", f'  - text: "{LOST}"'),
        ("- a: b: c", f'- a: "{LOST}"'),
        ("  - @x", f'  - "{LOST}"'),
        ("title:Panel", f'title: "{LOST}"'),
        ("title Panel", f'title: "{LOST}"'),
        ("title\uff1aPanel", f'title: "{LOST}"'),
        ("  -online", f'  - "{LOST}"'),
        ("\ttitle: x", f'  title: "{LOST}"'),
        ("\u00a0\u00a0url: x", f'  url: "{LOST}"'),
        ("<<<<<<< HEAD", ""),
    ],
)
def test_a_lost_line_keeps_its_name_so_that_it_is_not_missing_too(line, stand_in):
    assert readable_lines([line], "x").lines == [stand_in]


def test_lines_are_counted_from_the_one_that_is_given():
    (problem,) = readable_lines(["a: b", "c: d: e"], "x", 10).problems
    assert problem.line == 11
