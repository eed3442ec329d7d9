"""A fact of a file is changed, and every other line stays."""

import pytest

from catalogue.model.opportunity import Opportunity
from catalogue.schema.facts import facts_of
from contributing.entry_file.entry_changes import changed_text
from contributing.entry_file.entry_types import opportunity_type

OPPORTUNITY_TYPE = opportunity_type(facts_of(Opportunity))
OTHER_LINES = """---
title: 'Pebbles'
# Somebody counted them.
place:   "On the beach"
who_for:
- patients
checked: {on: 2026-11-01, how: live-page}  # by hand
# The last one.
sources:
  - "https://www.invented.example/pebbles"
---

## Words
"""
IN_A_BLOCK = """---
title: 'Pebbles'   # its name

apply:
    # The team reads this.
    email: pebbles@invented.example

    how: "Ring."  # or write
# Who read it, and when.
checked:
  on: 2026-11-01
  # A copy of the web archive.
  how: stored-copy
  page_age: some years old

scope: local
---
"""


def written(text, change, **changes):
    named = {name.replace("__", "."): value for name, value in changes.items()}
    return changed_text(text, OPPORTUNITY_TYPE, named, change)


def whole(_there, _name, value):
    """The new value, whatever stood there; an empty one takes the fact out."""
    return value or None


def test_every_line_but_that_of_the_fact_stays():
    text = written(OTHER_LINES, whole, place="In a shed", commitment="not_stated")
    assert text == OTHER_LINES.replace('place:   "On the beach"', "place: In a shed")


def test_what_the_file_says_already_is_not_written_again():
    sources = ["https://www.invented.example/pebbles"]
    usual = {"cancer_types": ["any"], "led_by": "partner"}
    assert written(OTHER_LINES, whole, sources=sources, **usual) == OTHER_LINES


def test_a_fact_that_is_taken_out_leaves_the_comment_above_it():
    text = written(OTHER_LINES, whole, place="", time="")
    assert text == OTHER_LINES.replace('place:   "On the beach"\n', "")


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({"title": "Stones"}, "title: 'Pebbles'   # its name", "# its name\ntitle: Stones"),
        ({"scope": "regional"}, "scope: local", "scope: regional"),
        (
            {"apply": {"email": "stones@invented.example", "how": "Ring."}},
            "email: pebbles@",
            "email: stones@",
        ),
        (
            {"apply": {"email": "pebbles@invented.example", "how": "Come by."}},
            'how: "Ring."  # or write',
            "# or write\n    how: Come by.",
        ),
        (
            {"apply": {"how": "Ring.", "phone": "01632 960 111"}},
            "    # The team reads this.\n    email: pebbles@invented.example\n",
            "    phone: 01632 960 111\n    # The team reads this.\n",
        ),
        (
            {"checked": {"on": "2026-12-01", "how": "organiser"}},
            "on: 2026-11-01\n  # A copy of the web archive.\n  how: stored-copy\n"
            "  page_age: some years old\n",
            "on: 2026-12-01\n  # A copy of the web archive.\n  how: organiser\n",
        ),
        ({"apply": ""}, IN_A_BLOCK[IN_A_BLOCK.index("apply:") : IN_A_BLOCK.index("# Who")], ""),
    ],
)
def test_spaces_order_and_comments_stay(changes, old, new):
    assert written(IN_A_BLOCK, whole, **changes) == IN_A_BLOCK.replace(old, new)


def test_a_group_on_one_line_is_written_anew_below_the_comment_at_its_end():
    checked = {"on": "2026-12-01", "how": "organiser"}
    assert written(OTHER_LINES, whole, checked=checked) == OTHER_LINES.replace(
        "checked: {on: 2026-11-01, how: live-page}  # by hand",
        "# by hand\nchecked:\n  on: 2026-12-01\n  how: organiser",
    )


def test_a_file_without_facts_is_refused():
    with pytest.raises(ValueError, match="no facts to change"):
        written("Words alone.", whole, title="Stones")
