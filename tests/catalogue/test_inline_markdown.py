"""The quicker inline step gives what Python-Markdown gives, to the character."""

from __future__ import annotations

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.inline_markdown import let_plain_text_through

QUICK = markdown.Markdown()
let_plain_text_through(QUICK)
ORDINARY = markdown.Markdown()
MARKED_UP = st.text(alphabet="ab *_`[]()!<>&\\\n#-1.:/\x02\x03\"'", max_size=60)


@settings(max_examples=400, deadline=None)
@given(MARKED_UP)
def test_both_give_the_same(text):
    assert QUICK.reset().convert(text) == ORDINARY.reset().convert(text)


@pytest.mark.parametrize(
    "text",
    [
        "plain words",
        "**bold** and plain",
        "- one\n- two",
        "a line  \nbroken",
        "R&D",
        "1 < 2",
        "a_b_c",
    ],
)
def test_common_text_is_the_same(text):
    assert QUICK.reset().convert(text) == ORDINARY.reset().convert(text)
