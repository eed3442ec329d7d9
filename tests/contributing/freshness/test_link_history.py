"""What is known of a link follows from all looks at it."""

from datetime import timedelta

import pytest

from contributing.freshness.link_history import after, load_history, save_history
from tests.contributing.conftest import TODAY
from tests.contributing.freshness.answers import (
    DATE,
    GONE_NOW,
    LINK,
    REFUSED,
    state_after,
    there,
)


@pytest.mark.parametrize(
    ("answers", "is_broken"),
    [
        ([GONE_NOW], False),
        ([GONE_NOW, GONE_NOW], True),
        ([GONE_NOW, there(), GONE_NOW], False),
        ([GONE_NOW, REFUSED, GONE_NOW], True),
        ([GONE_NOW, GONE_NOW, REFUSED], False),
        ([there(), GONE_NOW], False),
        ([REFUSED, REFUSED, REFUSED], False),
        ([GONE_NOW, GONE_NOW, there()], False),
    ],
)
def test_a_link_is_broken_after_two_failures_a_week_apart(answers, is_broken):
    assert state_after(*answers).is_broken is is_broken


def test_two_failures_within_a_week_are_one():
    first = after(None, GONE_NOW, (), TODAY)
    assert not after(first, GONE_NOW, (), TODAY + timedelta(days=6)).is_broken


def test_words_are_missed_only_where_they_have_been():
    assert state_after(there("no date"), there("no date"), traits=[DATE]).lost == ()
    assert state_after(there("by 1 March 2027"), there("no date"), traits=[DATE]).lost == (
        DATE.what,
    )
    assert state_after(there("by 1 March 2027"), there(""), traits=[DATE]).lost == ()
    again = state_after(there("1 March 2027"), there("x"), REFUSED, traits=[DATE])
    assert again.lost == (DATE.what,)
    assert (
        state_after(there("1 March 2027"), there("x"), there("1 March 2027"), traits=[DATE]).lost
        == ()
    )


def test_words_that_the_entry_no_longer_says_are_forgotten():
    seen = state_after(there("1 March 2027"), traits=[DATE])
    assert after(seen, there("x"), [], TODAY).lost == ()


def test_the_history_is_kept_in_one_file(tmp_path):
    path = tmp_path / "a/links.json"
    assert load_history(path) == {}
    history = {LINK: state_after(there("1 March 2027", title="T\u202e"), GONE_NOW, traits=[DATE])}
    save_history(path, history)
    assert load_history(path) == history
    assert [one.name for one in path.parent.iterdir()] == ["links.json"]


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"links": {"x": {}}}', '{"links": {"x": {"on": "soon"}}}']
)
def test_a_broken_history_is_told(tmp_path, text):
    path = tmp_path / "links.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError):  # noqa: PT011  (the words are for the person who deletes it)
        load_history(path)
