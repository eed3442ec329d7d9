"""A person is told what to look at, and nothing is ever closed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from catalogue.model.wording import ANYWHERE
from catalogue.schema.field_types import Closing
from catalogue.text.links import host_of
from contributing.freshness.due import (
    MOST_CHARACTERS,
    DueEntries,
    DueEntry,
    due_entries,
    is_old,
    issue_text,
)
from contributing.freshness.link_history import LinkState
from contributing.freshness.web_client import GONE, PRIVATE, THERE
from tests.contributing.conftest import TODAY
from tests.contributing.freshness.answers import (
    LINK,
    REFUSED,
    WEEK,
    state_after,
    with_entry,
)


def reasons(due, slug):
    entries = [one for group in due.groups.values() for one in group]
    return [reason for one in entries if f"/{slug}." in one.path for reason in one.reasons]


def with_confirmed_entry(existing):
    """The same invented entry as if its organiser had confirmed it on the day."""
    how = next(
        term for term in existing.catalogue.vocabularies["checked_how"] if term.code == "organiser"
    )
    entry = next(one for one in existing.catalogue.opportunities if one.slug == "marble-advisers")
    return with_entry(existing, checked=replace(entry.checked, how=how))


def test_nothing_is_to_do_while_all_is_fresh(existing):
    assert due_entries(with_confirmed_entry(existing), {}, TODAY).number == 0


def test_what_nobody_has_confirmed_is_told(existing):
    assert reasons(due_entries(with_entry(existing), {}, TODAY), "marble-advisers") == [
        "nobody has confirmed it yet. Their page has no date."
    ]


def test_what_is_confirmed_no_longer_is_told(existing):
    last = date(2027, 5, 22)
    catalogue = with_confirmed_entry(existing)
    assert reasons(due_entries(catalogue, {}, last), "marble-advisers") == []
    late = due_entries(catalogue, {}, last + timedelta(days=1))
    assert reasons(late, "marble-advisers") == ["it was confirmed until 22 May 2027"]


def test_an_alliance_that_is_overdue_is_told(existing):
    due = due_entries(existing.catalogue, {}, date(2027, 5, 22))
    assert "it was due" in reasons(due, "wessex")[0]


def test_helplines_nations_and_payments_that_are_old_are_told(existing):
    late = date(2027, 5, 20)
    groups = due_entries(existing.catalogue, {}, late).groups
    told = {one.title: (one.path, one.reasons) for one in groups["Helplines"]}
    assert told["Pebble line"] == ("data/helplines.yaml", ("its newest date is 19 November 2026",))
    assert "Pebble listeners" not in told
    assert told["Gravel friends"][1] == ("its newest date is November 2026",)
    assert {one.path for one in groups["Other nations"]} == {"data/nations.yaml"}
    assert groups["Payments"][0].reasons == ("its newest date is 1 November 2026",)
    assert len(due_entries(existing.catalogue, {}, late).groups["Payments"]) == 2


def test_the_website_of_a_helpline_is_looked_at(existing):
    web = next(one.web for one in existing.catalogue.helplines if one.name == "Pebble line")
    gone = LinkState(on=TODAY, outcome=GONE, reason="it answered 404", failed_since=TODAY - WEEK)
    (line,) = due_entries(existing.catalogue, {web: gone}, TODAY).groups["Helplines"]
    assert line.title == "Pebble line"
    assert line.reasons == (f"{web} leads nowhere since 15 November 2026 (it answered 404)",)


@pytest.mark.parametrize(
    ("known", "old"),
    [
        (None, True),
        ("2026-05-21", True),
        ("2026-05-22", False),
        ("2026-05", True),
        ("2026-06", False),
        ("2026", True),
    ],
)
def test_what_is_old_after_6_months(known, old):
    assert is_old(known, TODAY) is old


@pytest.mark.parametrize(
    ("days", "outcome", "is_asked"),
    [(29, None, False), (30, None, True), (400, None, True), (401, None, False), (60, "x", False)],
)
def test_what_came_of_an_entry_is_asked_for_a_year(existing, days, outcome, is_asked):
    end = TODAY - timedelta(days=days)
    catalogue = with_entry(
        existing, deadline=Closing(moment=end), outcome=outcome, closed=None, sessions=()
    )
    found = reasons(due_entries(catalogue, {}, TODAY), "marble-advisers")
    assert bool(found) is is_asked
    if is_asked:
        assert "what came of it?" in found[0]


def test_what_was_seen_at_a_link_is_told(existing):
    entry = next(one for one in existing.catalogue.opportunities if one.slug == "marble-advisers")
    link = entry.sources[0]
    host = host_of(link)
    for seen, words in (
        (LinkState(on=TODAY, outcome=GONE, reason="it answered 404", failed_since=TODAY - WEEK),
         f"{link} leads nowhere since 15 November 2026 (it answered 404)"),
        (LinkState(on=TODAY, outcome=PRIVATE), f"{link} leads to a private network: take it out"),
        (LinkState(on=TODAY, outcome=THERE, host="bets.example", title="Win big"),
         f"{link} now leads to another website, bets.example, to a page called 'Win big'"),
        (LinkState(on=TODAY, outcome=THERE, host=host, lost=("the word cancer",)),
         f"{link} no longer holds the word cancer"),
    ):  # fmt: skip
        assert reasons(
            due_entries(with_confirmed_entry(existing), {link: seen}, TODAY), "marble-advisers"
        ) == [words]
    same = LinkState(on=TODAY, outcome=THERE, host=f"www.{host.removeprefix('www.')}")
    assert due_entries(with_confirmed_entry(existing), {link: same}, TODAY).number == 0


def test_links_that_refuse_machines_are_counted_apart(existing):
    history = {LINK: state_after(REFUSED)}
    found = due_entries(with_confirmed_entry(existing), history, TODAY)
    assert found.number == 0
    assert found.unsure == {LINK: "it answered 403"}
    assert "We could not look at 1 link this week." in issue_text(found, "")


def test_the_issue_is_grouped_by_alliance_with_deeds(existing):
    text = issue_text(due_entries(existing.catalogue, {}, date(2027, 6, 1)), "https://x.example/r")
    headings = [line[3:] for line in text.split("\n") if line.startswith("## ")]
    areas, others = headings[:-3], headings[-3:]
    assert areas[-1] == ANYWHERE
    assert areas[:-1] == sorted(areas[:-1])
    assert others == ["Helplines", "Other nations", "Payments"]
    assert (
        "[still right]"
        "(https://x.example/r/issues/new?entry=marble-advisers&template=still-right.yml) · "
        "[change](https://x.example/r/edit/main/content/opportunities/marble-advisers.md) · "
        "[closed or gone]"
        "(https://x.example/r/issues/new?entry=marble-advisers&template=closed-or-gone.yml)"
    ) in text
    assert "Nothing is closed or deleted by a machine." in text


def test_the_issue_does_without_an_address_of_the_project(existing):
    text = issue_text(due_entries(existing.catalogue, {}, date(2027, 6, 1)), "")
    assert "](" not in text
    assert "` content/opportunities/marble-advisers.md `" in text


def test_the_issue_fits_what_github_takes():
    looks = tuple(
        DueEntry(path=f"content/opportunities/e-{n}.md", title="T" * 90, reasons=("r" * 90,))
        for n in range(900)
    )
    text = issue_text(DueEntries(today=TODAY, groups={"A": looks}, unsure={}), "")
    assert len(text) <= MOST_CHARACTERS
    assert "There is more" in text


def test_nothing_of_a_stranger_does_harm_in_the_issue():
    look = DueEntry(
        path="content/opportunities/x.md",
        title="@all <b> [x](y)",
        reasons=("https://e.example/`a to '@you'",),
    )
    text = issue_text(DueEntries(today=TODAY, groups={"A | B": (look,)}, unsure={}), "")
    assert "@all" not in text
    assert "<b>" not in text
    assert "@you" not in text
    assert "`` https://e.example/`a ``" in text
