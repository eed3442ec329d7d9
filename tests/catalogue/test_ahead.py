"""Reading that has begun before it is asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from catalogue import ahead
from catalogue.loader import Loading, load

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)


def test_what_has_begun_is_handed_over_once():
    ahead.begin(ROOT, TODAY)
    begun = ahead.loading(ROOT, TODAY)
    assert ahead.loading(ROOT, TODAY) is not begun
    assert begun.finish() == load(ROOT, TODAY)


def test_another_day_is_another_reading(monkeypatch):
    made = []
    monkeypatch.setattr(ahead, "Loading", lambda *terms: made.append(terms) or Loading(*terms))
    ahead.begin(ROOT, TODAY)
    ahead.loading(ROOT, date(2026, 11, 23))
    assert [day.day for _, day in made] == [22, 23]
    ahead.loading(ROOT, TODAY)
    assert len(made) == 2


def test_what_stops_it_is_raised_when_it_is_asked_for(tmp_path):
    ahead.begin(tmp_path / "nowhere", TODAY)
    with pytest.raises(OSError, match="nowhere"):
        ahead.loading(tmp_path / "nowhere", TODAY)
