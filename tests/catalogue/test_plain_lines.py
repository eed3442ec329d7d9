"""Plain lines give what the YAML reader gives, to the character and to the column."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.document import Block, Items, Text
from catalogue.plain_lines import plain_block
from tests.catalogue.long_way import asked, by_yaml

PLAIN = [
    "title: Patient panel",
    'summary: "Meet: talk #2, and eat [cake]"',
    "who_for: [patients, carers]",
    "sources: [https://a.example/x-1, b.example]",
    "alliances:",
    "  - wessex",
    '  - "kent-and-medway"',
    "apply:",
    "  url: https://a.example/?x=1",
    "  formats: [online]",
    "time: 12:30 to 14:00, C of E",
    "paid: NO",
]

LEFT_TO_YAML = [
    "title:",
    "title",
    "title::",
    "title: two: three",
    "title: lost #here",
    "title: 'single'",
    'title: "back\\\\slash"',
    "title: ends:",
    "title: [a, [b]]",
    "title: [a,b]",
    "title: {a: b}",
    "title: |",
    "title: &x y",
    "title: !x y",
    "title: no-break\u00a0space",
    "Title: x",
    "- x",
    "title: x\n  and more",
    "title: x\ntitle: y",
    "apply:\n  url: x\n  url: y",
    "apply:\n  url: x\n  - y",
    "apply:\n  - y\n  url: x",
    "apply:\n  url",
    "apply:\n  url:",
    "apply:\n  - y: ",
    "apply:\n  - y:",
    "apply:\n  -",
    "apply:\n  - ",
    "apply:\n    url: x",
    "apply:\n- x",
    "  url: x",
    "  - x",
    "title: x\n",
    "# title: x",
    "---",
    "",
]


def test_plain_lines_keep_their_places():
    assert plain_block(["a: b c ", "d:", '  - "e"', "f: [g, h]"], 5) == Block(
        (
            (Text("a", 5, 1), Text("b c", 5, 4)),
            (Text("d", 6, 1), Items((Text("e", 7, 5),), 7, 3)),
            (Text("f", 8, 1), Items((Text("g", 8, 5), Text("h", 8, 8)), 8, 4)),
        ),
        5,
        1,
    )


def test_a_whole_entry_of_plain_lines_is_as_yaml_reads_it():
    assert (plain_block(PLAIN, 2), [], []) == by_yaml(PLAIN)
    assert plain_block(PLAIN, 2) is not None


@pytest.mark.parametrize("text", LEFT_TO_YAML)
def test_anything_else_is_left_to_the_yaml_reader(text):
    assert asked(plain_block, text.split("\n")) is None


VALUES = st.sampled_from(
    [
        "",
        " ",
        " x",
        " x y",
        " x: y",
        " x #y",
        " x:y",
        " x#y",
        " x ",
        " NO",
        " 010",
        " 12:30",
        " 1_0",
        " 2026-02-30",
        " ~",
        " null",
        " -",
        " - x",
        " [x, y]",
        " [x,y]",
        " [ x ]",
        " [x",
        " [x: y]",
        " [x, y:z]",
        " [http://x]",
        " [x#y, -z]",
        " [-]",
        " [x-, y.]",
        " [_x]",
        ' "x"',
        ' "x',
        ' "x" y',
        ' "x: #y"',
        ' ""',
        ' "x\\ty"',
        " 'x'",
        " {x: y}",
        " *x",
        " é",
        " x\u2028y",
        " x\ty",
        " x, y]",
        " [x:, y]",
        " [x, ]",
        " [x:y:z]",
        " <<",
        " x:",
        " x::y",
        " ?x",
        " =",
        " 😀",
        " \ufeffx",
    ]
)
STARTS = st.sampled_from(
    [
        "a:",
        "b:",
        "a_b:",
        "  a:",
        "  b:",
        "  -",
        "-",
        "    a:",
        "  - a:",
        " a:",
        "A:",
        "a",
        "a :",
        "#",
        "",
    ]
)


@settings(max_examples=600, deadline=None)
@given(st.lists(st.builds("{}{}".format, STARTS, VALUES), max_size=5))
def test_whatever_is_plain_is_as_yaml_reads_it(lines):
    block = asked(plain_block, lines)
    if block is not None:
        assert (block, [], []) == by_yaml(lines)


@settings(max_examples=600, deadline=None)
@given(st.lists(st.text(alphabet='ab1:#"[], -_/.\\é\t', max_size=14), max_size=4))
def test_whatever_letters_are_plain_are_as_yaml_reads_them(lines):
    block = asked(plain_block, lines)
    if block is not None:
        assert (block, [], []) == by_yaml(lines)


@settings(max_examples=500, deadline=None)
@given(st.text(alphabet='ab1:#"[], -_/.\\é', max_size=20))
def test_a_plain_value_is_the_text_that_yaml_reads(words):
    block = asked(plain_block, [f"a: {words}"])
    if block is not None and isinstance(block.get("a"), Text):
        assert yaml.load(f"a: {words}", Loader=yaml.BaseLoader) == {"a": block.get("a").value}
