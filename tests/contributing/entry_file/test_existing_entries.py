"""An entry is found by whatever people call it."""

import pytest

from contributing.entry_file.existing_entries import entry_named


@pytest.mark.parametrize(
    "entry",
    [
        "marble-advisers",
        "marble-advisers.md",
        "https://site.example/folder/opportunities/marble-advisers/?x=1#top",
        "content/opportunities/marble-advisers.md",
        "<https://site.example/opportunities/marble-advisers>",
    ],
)
def test_an_entry_can_be_named_in_many_ways(existing, entry):
    assert entry_named(entry, existing) == "marble-advisers"


def test_an_entry_can_be_named_by_its_title(existing):
    title = " MARBLE ADVISORY GROUP (mag) for pebbles "
    assert entry_named(title, existing) == "marble-advisers"


@pytest.mark.parametrize("entry", ["../../../etc/passwd", "marbles", "unheard-of", "closed", ""])
def test_nothing_else_is_an_entry(existing, entry):
    assert entry_named(entry, existing) is None
