"""What somebody can join in the place of something that has ended."""

from __future__ import annotations

import pytest

from catalogue.alternatives import Alternatives
from tests.catalogue import invented
from tests.catalogue.invented import entry

ENTRIES = (
    entry("far", ongoing=True, alliances=("northern",), title="A"),
    entry("anywhere-1", ongoing=True, everywhere=True, alliances=(), title="B"),
    entry("anywhere-2", ongoing=True, everywhere=True, alliances=(), title="C"),
    entry("anywhere-3", ongoing=True, everywhere=True, alliances=(), title="D"),
    entry("anywhere-4", ongoing=True, everywhere=True, alliances=(), title="E"),
    entry("near-unconfirmed", alliances=("wessex",), title="F"),
    entry("near", ongoing=True, alliances=("wessex", "peninsula"), title="G"),
)


@pytest.mark.parametrize(
    ("values", "offered"),
    [
        ({"alliances": ("wessex",)}, ["near", "anywhere-1", "anywhere-2"]),
        ({"alliances": ("wessex", "peninsula")}, ["near", "anywhere-1", "anywhere-2"]),
        ({"alliances": ("kent-and-medway",)}, ["anywhere-1", "anywhere-2", "anywhere-3"]),
        (
            {"alliances": (), "everywhere": True},
            ["anywhere-1", "anywhere-2", "anywhere-3"],
        ),
    ],
)
def test_the_same_area_comes_first_and_no_other_area_at_all(values, offered):
    alternatives = Alternatives(invented.index(*ENTRIES).listed)
    found = alternatives.for_entry(entry("over", is_closed=True, **values))
    assert [one.entry.slug for one in found] == offered
