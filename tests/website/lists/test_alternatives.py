"""What somebody can join in the place of something that has ended."""

from __future__ import annotations

import pytest

from tests import invented
from tests.invented import entry, saved_copy
from website.lists.alternatives import Alternatives

ENTRIES = (
    entry("far", deadline="ongoing", alliances=("northern",), title="A"),
    entry("anywhere-1", deadline="ongoing", alliances="all", title="B"),
    entry("anywhere-2", deadline="ongoing", alliances="all", title="C"),
    entry("anywhere-3", deadline="ongoing", alliances="all", title="D"),
    entry("anywhere-4", deadline="ongoing", alliances="all", title="E"),
    entry("near-unsure", alliances=("wessex",), checked=saved_copy("2024"), title="F"),
    entry("near", deadline="ongoing", alliances=("wessex", "peninsula"), title="G"),
)


@pytest.mark.parametrize(
    ("values", "offered"),
    [
        ({"alliances": ("wessex",)}, ["near", "near-unsure", "anywhere-1"]),
        ({"alliances": ("wessex", "peninsula")}, ["near", "near-unsure", "anywhere-1"]),
        ({"alliances": ("kent-and-medway",)}, ["anywhere-1", "anywhere-2", "anywhere-3"]),
        (
            {"alliances": "all"},
            ["anywhere-1", "anywhere-2", "anywhere-3"],
        ),
    ],
)
def test_the_same_area_comes_first_and_no_other_area_at_all(values, offered):
    alternatives = Alternatives(invented.index(*ENTRIES).listed)
    found = alternatives.for_entry(entry("over", closed="yes", **values))
    assert [one.entry.slug for one in found] == offered
