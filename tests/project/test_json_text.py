"""JSON text, held against what Python itself writes."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from project.json_text import json_text

TEXTS = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from('"\\/<&\x00\x1f\x7f\u2028')
)
PLAIN = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXTS
VALUES = st.recursive(
    PLAIN, lambda of: st.lists(of) | st.tuples(of, of) | st.dictionaries(TEXTS, of), max_leaves=12
)


@given(VALUES)
def test_values_are_written_as_python_writes_them(value):
    assert json_text(value) == json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize("day", [date(2026, 11, 22), datetime(2026, 11, 22, 9)])
def test_dates_are_written_as_the_caller_says(day):
    assert json_text({"day": day}, lambda one: f"{one:%d %m}") == '{"day":"22 11"}'
    with pytest.raises(TypeError):
        json_text({"day": day})
