"""An entry is made of all the values of its file."""

from __future__ import annotations

from datetime import date, datetime

from catalogue.loader import opportunity_in
from catalogue.model.opportunity import Apply, Session
from catalogue.schema.checked import Checked
from catalogue.schema.field_types import Area, Closing, Ended
from tests.invented import TODAY, sample, term
from tests.nowhere import judged, vocabularies, with_line

FULL = b"""---
title: Pebble panel
organiser: An invented trust
alliances: all
kind: panel_or_forum
summary: Read about pebbles and say which are round.
who_for: [patients, carers]
eligibility: You like pebbles.
cancer_types: [breast]
stages: [diagnosis]
format: [online, post]
place: Nowhere
commitment: flexible
time: An hour
term: A year
payment: paid
payment_detail: A voucher
expenses: [travel]
support: [training]
apply:
  url: https://pebbles.example/panel
  how: Write to us.
opens: 2026-11-01
deadline: ongoing
dates_note: All year.
sessions:
  - starts: 2026-12-01 14:00
    place: Nowhere
sources:
  - https://pebbles.example/panel
checked:
  on: 2026-11-20
  how: live-page
  basis: It has a date.
scope: local
led_by: alliance
confidence: high
to_confirm: Ask.
outcome: Better pebbles.
closed: yes
moved_to: stone-panel
---

Words.
"""


def test_a_full_entry_has_the_values_of_its_file():
    entry, problems = opportunity_in(FULL, "a", "a.md", sample().vocabularies, TODAY)
    assert [problem.code for problem in problems] == []
    assert entry is not None
    assert (entry.slug, entry.title, entry.organiser) == ("a", "Pebble panel", "An invented trust")
    assert (entry.alliances, entry.alliances.everywhere) == (Area(), True)
    assert entry.kind is term("kinds", "panel_or_forum")
    assert entry.who_for == (term("who_for", "patients"), term("who_for", "carers"))
    assert entry.format == (term("formats", "online"), term("formats", "post"))
    assert entry.expenses == (term("expenses", "travel"),)
    assert entry.scope is term("scopes", "local")
    assert entry.apply == Apply(url="https://pebbles.example/panel", how="Write to us.")
    assert entry.sessions == (Session(starts=datetime(2026, 12, 1, 14), place="Nowhere"),)
    assert entry.checked == Checked(
        on=date(2026, 11, 20), how=term("checked_how", "live-page"), basis="It has a date."
    )
    assert (entry.opens, entry.deadline) == (date(2026, 11, 1), Closing(ongoing=True))
    assert (entry.closed, entry.closed_on, entry.moved_to) == (Ended(), None, "stone-panel")
    assert (entry.led_by_alliance, entry.body, entry.body_line) == (True, "Words.", 44)


def test_an_entry_says_in_which_languages_it_is_offered():
    assert judged(with_line("languages: [interpreter, easy_read]")) == []
    assert [one.code for one in judged(with_line("languages: [klingon]"))] == ["unknown-term"]
    data = FULL.replace(b"\nsources:", b"\nlanguages: [interpreter, easy_read]\nsources:")
    entry, _ = opportunity_in(data, "pebbles", "pebbles.md", vocabularies(), TODAY)
    assert entry.languages == (term("languages", "interpreter"), term("languages", "easy_read"))


def test_where_no_language_is_stated_none_is_told():
    entry, _ = opportunity_in(FULL, "pebbles", "pebbles.md", vocabularies(), TODAY)
    assert entry.languages == ()
