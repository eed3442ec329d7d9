"""Layers give what the YAML reader gives, to the character and to the column."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.layers import layered_block
from catalogue.nodes import Block, Items, Text
from tests.catalogue.long_way import asked, by_yaml

DATA = Path(__file__).parents[2] / "data"

LAYERED = """\
# What it is about.

title: How much time
empty: []
terms:
  - code: once
    label: "Once: or twice"
    also:
      - one time

      - "a #1"
  - code: often
# Between two terms.
    why: >-
      Two lines of text
      - in one: here.
    wrong: |
      deadline: 31/3/27
        # further in

      checked: {on: x}

end:
  list: [a, b]
"""

LEFT_TO_YAML = [
    "",
    "# nothing else",
    "title",
    "title: ",
    "title:",
    "title: 'single'",
    "title: lost #here",
    " title: x",
    "title: x\ntitle: y",
    "title: x\n  and more",
    "a:\n  b: c\n  b: d",
    "a:\n   b: c",
    "a:\nb: c",
    "a:\n- b",
    "a:\n  - b\n  c: d",
    "a:\n  - b: c\n   d: e",
    "a:\n  - - b",
    "a:\n  -",
    "a:\n  - b:",
    "a: |",
    "a: |\n",
    "a: |\n   b\n  c",
    "a: |\n    b\n   c\n  d",
    "a: |\n  b\n c",
    "a: |\n  b\n    \n  c",
    "a: |\n\n  b",
    "a: |-\n  b",
    "a: >\n  b",
    "a: >-\n  b\n\n  c",
    "a: >-\n  b\n    c",
    "a: >-\n  b \n  c",
    "a: b\n  # c",
    "a: b # c",
    "a: {b: c}",
    "a: [b,c]",
    "a: no-break\u00a0space",
    "a: |\n  tab\there",
    "a:\n  b:\n    c:\n      d:\n        e:\n          f:\n            g: h",
    "a:\n  b:\n    c:\n      d:\n        e:\n          f: [g]",
    "a:\n  b:\n    c:\n      d:\n        e:\n          - f: g",
    "---\na: b",
    "a: b\n...",
]


def test_layers_keep_their_places():
    lines = ["a:", "  - b: c", "    d: |", "      e", "", "  - f"]
    inner = Block(((Text("b", 6, 5), Text("c", 6, 8)), (Text("d", 7, 5), Text("e\n", 7, 8))), 6, 5)
    assert layered_block(lines, 5) == Block(
        ((Text("a", 5, 1), Items((inner, Text("f", 10, 5)), 6, 3)),), 5, 1
    )


@pytest.mark.parametrize("text", [LAYERED, LAYERED.rstrip("\n"), f"{LAYERED}\n\n"])
def test_all_forms_of_layers_are_as_yaml_reads_them(text):
    lines = text.split("\n")
    block = asked(layered_block, lines)
    assert block is not None
    assert (block, [], []) == by_yaml(lines)


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.yaml")), ids=lambda path: path.stem)
def test_every_file_of_data_is_in_layers_and_as_yaml_reads_it(path):
    """Else each build would have to load YAML, which takes longer than reading the files."""
    lines = path.read_text(encoding="utf-8").split("\n")
    block = asked(layered_block, lines)
    assert block is not None
    assert (block, [], []) == by_yaml(lines)


@pytest.mark.parametrize("text", LEFT_TO_YAML)
def test_anything_else_is_left_to_the_yaml_reader(text):
    assert asked(layered_block, text.split("\n")) is None


VALUES = st.sampled_from(
    [
        *("", " x", " x y", " |", " >-", " []", " [x, y]", ' "x: #y"', ' ""', " x: y", " x "),
        *(" #x", " 'x'", " - x", " x:", " {}", " ~", " 010", " é", " |-", " >", " x #y", " *x"),
    ]
)
STARTS = st.sampled_from(
    [f"{' ' * indent}{start}" for indent in range(0, 9, 2) for start in ("a:", "b:", "-", "- a:")]
    + ["", "#", "# x", "  # x", "    x", "      x y", "  ", " a:", "   a:", "    - ", "---", "..."]
)
# Mostly lines that fit below each other, so that deep layers come about by chance.
NEXT = st.sampled_from(
    ["a:", "b: x", "- x", "- a: x", "- a:", "b: |", "c: >-", "x", "x y", "# x", "", "d: []", " x"]
)


@settings(max_examples=1_500, deadline=None)
@given(st.lists(st.builds("{}{}".format, STARTS, VALUES), max_size=7))
def test_whatever_is_layered_is_as_yaml_reads_it(lines):
    block = asked(layered_block, lines)
    if block is not None:
        assert (block, [], []) == by_yaml(lines)


@settings(max_examples=3_000, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([-2, -1, -1, 0, 0, 0, 1, 1]), NEXT), max_size=9))
def test_whatever_layers_grow_by_chance_are_as_yaml_reads_them(steps):
    lines, indent = [], 0
    for step, start in steps:
        indent = max(0, indent + 2 * step)
        lines.append(" " * indent + start if start else "")
    block = asked(layered_block, lines)
    if block is not None:
        assert (block, [], []) == by_yaml(lines)
