"""A weekly round finds what to look at again, over weeks, and never closes anything."""

import io
import json
import random
import re
import threading
from argparse import Namespace
from dataclasses import replace
from datetime import date, timedelta

import pytest

from catalogue.model.wording import ANYWHERE
from catalogue.schema.field_types import Closing, Ended
from catalogue.text.links import host_of
from contributing import subcommands
from contributing.freshness.due import MOST_CHARACTERS, Freshness, Look, freshness_of, issue_text
from contributing.freshness.link_checker import (
    Errand,
    errands_for,
    forget_unused,
    is_online,
    run_round,
)
from contributing.freshness.link_history import Seen, after, load_memory, save_memory
from contributing.freshness.page_fingerprint import (
    Clue,
    clues_of_entry,
    day_clue,
    email_clue,
    phone_clue,
    searchable,
)
from contributing.freshness.web_client import GONE, PRIVATE, THERE, UNSURE, Answer
from contributing.freshness.web_page import Page
from contributing.freshness.yearly_letter import letter_to
from tests.contributing.conftest import TODAY

WEEK = timedelta(days=7)
LINK = "https://site.example/panel"
DATE = Clue(what="the date 1 March 2027", shapes=("1 march 2027",))


def there(words="all about cancer", address=LINK, title=""):
    return Answer(outcome=THERE, reason="", address=address, page=Page(title=title, words=words))


GONE_NOW = Answer(outcome=GONE, reason="it answered 404", address=LINK)
REFUSED = Answer(outcome=UNSURE, reason="it answered 403", address=LINK)


def history(*answers, clues=()):
    """What is known of a link after one answer a week."""
    seen = None
    for week, answer in enumerate(answers):
        seen = after(seen, answer, clues, TODAY + week * WEEK)
    return seen


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
    assert history(*answers).is_broken is is_broken


def test_two_failures_within_a_week_are_one():
    first = after(None, GONE_NOW, (), TODAY)
    assert not after(first, GONE_NOW, (), TODAY + timedelta(days=6)).is_broken


def test_words_are_missed_only_where_they_have_been():
    assert history(there("no date"), there("no date"), clues=[DATE]).lost == ()
    assert history(there("by 1 March 2027"), there("no date"), clues=[DATE]).lost == (DATE.what,)
    assert history(there("by 1 March 2027"), there(""), clues=[DATE]).lost == ()
    again = history(there("1 March 2027"), there("x"), REFUSED, clues=[DATE])
    assert again.lost == (DATE.what,)
    assert (
        history(there("1 March 2027"), there("x"), there("1 March 2027"), clues=[DATE]).lost == ()
    )


def test_words_that_the_entry_no_longer_says_are_forgotten():
    seen = history(there("1 March 2027"), clues=[DATE])
    assert after(seen, there("x"), [], TODAY).lost == ()


@pytest.mark.parametrize(
    "words",
    [
        "Apply by Monday 1st March 2027.",
        "closes 1 MARCH",
        "01/03/2027",
        "1/3/2027",
        "2027-03-01",
        "March 1, 2027",
        "1 Mar 2027",
    ],
)
def test_a_date_is_found_in_many_shapes(words):
    assert day_clue(date(2027, 3, 1)).is_in(words)


def test_contacts_are_found_as_people_write_them():
    assert email_clue("Team@a.nhs.uk").is_in("write to team@A.nhs.uk now")
    for words in ("ring 01632 960 000", "+44 1632 960000", "(01632) 960-000", "0163 296 0000"):
        assert phone_clue("01632 960000").is_in(searchable(words))
    assert not phone_clue("01632 960000").is_in(searchable("ring 01632 960 001"))


def test_the_memory_is_kept_in_one_file(tmp_path):
    path = tmp_path / "a/links.json"
    assert load_memory(path) == {}
    memory = {LINK: history(there("1 March 2027", title="T\u202e"), GONE_NOW, clues=[DATE])}
    save_memory(path, memory)
    assert load_memory(path) == memory
    assert [one.name for one in path.parent.iterdir()] == ["links.json"]


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"links": {"x": {}}}', '{"links": {"x": {"on": "soon"}}}']
)
def test_a_broken_memory_is_told(tmp_path, text):
    path = tmp_path / "links.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError):  # noqa: PT011  (the words are for the person who deletes it)
        load_memory(path)


class Web:
    """Stands in for the web: an answer for each address, and a list of who was asked."""

    def __init__(self, answers=(), fail_at=None):
        self.answers = dict(answers)
        self.asked = []
        self.fail_at = fail_at
        self.busy = {}
        self.lock = threading.Lock()

    def ask(self, address, *, read):
        host = host_of(address)
        with self.lock:
            self.asked.append(address)
            assert not self.busy.get(host)
            self.busy[host] = True
            if len(self.asked) == self.fail_at:
                raise KeyboardInterrupt
        answer = self.answers.get(address, there(address=address))
        with self.lock:
            self.busy[host] = False
        return answer

    def resolve(self, host):
        if "offline" in self.answers:
            raise OSError
        return ["93.184.216.34"]


ERRANDS = [Errand(address=f"https://h{n % 4}.example/{n}", clues=()) for n in range(12)]


def test_a_round_looks_at_every_link_once():
    web, memory, told = Web(), {}, []
    run_round(ERRANDS, memory, web, TODAY, each=told.append)
    assert sorted(web.asked) == sorted(told) == sorted(one.address for one in ERRANDS)
    run_round(ERRANDS, memory, web, TODAY, each=told.append)
    assert len(web.asked) == len(ERRANDS)
    run_round(ERRANDS, memory, web, TODAY + WEEK, each=told.append)
    assert len(web.asked) == 2 * len(ERRANDS)


def test_a_round_that_was_cut_short_goes_on_where_it_was(tmp_path):
    web, memory = Web(fail_at=5), {}
    path = tmp_path / "links.json"
    with pytest.raises(KeyboardInterrupt):
        run_round(ERRANDS, memory, web, TODAY, each=lambda _: save_memory(path, memory))
    kept = load_memory(path)
    assert 0 < len(kept) < len(ERRANDS)
    again = Web()
    run_round(ERRANDS, kept, again, TODAY, each=lambda _: None)
    assert sorted(again.asked) == sorted(
        {one.address for one in ERRANDS} - load_memory(path).keys()
    )
    assert kept.keys() == {one.address for one in ERRANDS}


def test_a_busy_website_is_left_alone():
    busy = {
        ERRANDS[0].address: Answer(
            outcome=UNSURE, reason="it answered 429", address=ERRANDS[0].address
        )
    }
    web, memory = Web(busy), {}
    run_round(ERRANDS, memory, web, TODAY, each=lambda _: None)
    asked = [address for address in web.asked if host_of(address) == "h0.example"]
    assert asked == [ERRANDS[0].address]
    assert memory[ERRANDS[4].address].outcome == UNSURE


def test_only_what_is_listed_is_looked_at(around):
    errands = errands_for(around.catalogue, TODAY)
    addresses = [errand.address for errand in errands]
    assert len(set(addresses)) == len(addresses)
    entries = {one.slug: one for one in around.catalogue.opportunities}
    assert entries["marble-advisers"].sources[0] in addresses
    closed = replace(entries["marble-advisers"], closed=Ended())
    catalogue = around.catalogue._replace(opportunities=(closed,), alliances={})
    assert errands_for(catalogue, TODAY) == ()


def test_what_no_entry_links_to_is_forgotten():
    memory = {LINK: history(there()), "https://old.example/": history(there())}
    forget_unused(memory, [Errand(address=LINK, clues=())])
    assert memory.keys() == {LINK}


def test_a_machine_without_a_line_is_noticed(around):
    assert is_online(around.catalogue, Web())
    assert not is_online(around.catalogue, Web({"offline": there()}))


# What to look at


def reasons(freshness, slug):
    looks = [look for group in freshness.groups.values() for look in group]
    return [reason for look in looks if f"/{slug}." in look.path for reason in look.reasons]


def with_entry(around, **changes):
    entries = {one.slug: one for one in around.catalogue.opportunities}
    entry = replace(entries["marble-advisers"], **changes)
    return around.catalogue._replace(opportunities=(entry,))


def test_nothing_is_to_do_while_all_is_fresh(around):
    assert freshness_of(with_entry(around), {}, TODAY).number == 0


def test_what_is_overdue_is_told(around):
    late = date(2027, 5, 22)
    assert reasons(freshness_of(with_entry(around), {}, late), "marble-advisers") == [
        "it was due for a look on 22 May 2027"
    ]
    early = freshness_of(with_entry(around), {}, late - timedelta(days=1))
    assert reasons(early, "marble-advisers") == []
    assert "it was due" in reasons(freshness_of(around.catalogue, {}, late), "wessex")[0]


@pytest.mark.parametrize(
    ("days", "outcome", "is_asked"),
    [(29, None, False), (30, None, True), (400, None, True), (401, None, False), (60, "x", False)],
)
def test_what_came_of_an_entry_is_asked_for_a_year(around, days, outcome, is_asked):
    end = TODAY - timedelta(days=days)
    catalogue = with_entry(
        around, deadline=Closing(moment=end), outcome=outcome, closed=None, sessions=()
    )
    found = reasons(freshness_of(catalogue, {}, TODAY), "marble-advisers")
    assert bool(found) is is_asked
    if is_asked:
        assert "what came of it?" in found[0]


def test_what_was_seen_at_a_link_is_told(around):
    entry = next(one for one in around.catalogue.opportunities if one.slug == "marble-advisers")
    link = entry.sources[0]
    host = host_of(link)
    for seen, words in (
        (Seen(on=TODAY, outcome=GONE, reason="it answered 404", failed_since=TODAY - WEEK),
         f"{link} leads nowhere since 15 November 2026 (it answered 404)"),
        (Seen(on=TODAY, outcome=PRIVATE), f"{link} leads to a private network: take it out"),
        (Seen(on=TODAY, outcome=THERE, host="bets.example", title="Win big"),
         f"{link} now leads to another website, bets.example, to a page called 'Win big'"),
        (Seen(on=TODAY, outcome=THERE, host=host, lost=("the word cancer",)),
         f"{link} no longer holds the word cancer"),
    ):  # fmt: skip
        assert reasons(
            freshness_of(with_entry(around), {link: seen}, TODAY), "marble-advisers"
        ) == [words]
    same = Seen(on=TODAY, outcome=THERE, host=f"www.{host.removeprefix('www.')}")
    assert freshness_of(with_entry(around), {link: same}, TODAY).number == 0


def test_links_that_refuse_machines_are_counted_apart(around):
    memory = {LINK: history(REFUSED)}
    found = freshness_of(with_entry(around), memory, TODAY)
    assert found.number == 0
    assert found.unsure == {LINK: "it answered 403"}
    assert "We could not look at 1 link this week." in issue_text(found, "")


def test_the_issue_is_grouped_by_alliance_with_deeds(around):
    text = issue_text(freshness_of(around.catalogue, {}, date(2027, 6, 1)), "https://x.example/r")
    headings = [line[3:] for line in text.split("\n") if line.startswith("## ")]
    assert headings[-1] == ANYWHERE
    assert headings[:-1] == sorted(headings[:-1])
    assert (
        "[still right]"
        "(https://x.example/r/issues/new?entry=marble-advisers&template=still-right.yml) · "
        "[change](https://x.example/r/edit/main/content/opportunities/marble-advisers.md) · "
        "[closed or gone]"
        "(https://x.example/r/issues/new?entry=marble-advisers&template=closed-or-gone.yml)"
    ) in text
    assert "Nothing is closed or deleted by a machine." in text


def test_the_issue_does_without_an_address_of_the_project(around):
    text = issue_text(freshness_of(around.catalogue, {}, date(2027, 6, 1)), "")
    assert "](" not in text
    assert "` content/opportunities/marble-advisers.md `" in text


def test_the_issue_fits_what_github_takes():
    looks = tuple(
        Look(path=f"content/opportunities/e-{n}.md", title="T" * 90, reasons=("r" * 90,))
        for n in range(900)
    )
    text = issue_text(Freshness(today=TODAY, groups={"A": looks}, unsure={}), "")
    assert len(text) <= MOST_CHARACTERS
    assert "There is more" in text


def test_nothing_of_a_stranger_does_harm_in_the_issue():
    look = Look(
        path="content/opportunities/x.md",
        title="@all <b> [x](y)",
        reasons=("https://e.example/`a to '@you'",),
    )
    text = issue_text(Freshness(today=TODAY, groups={"A | B": (look,)}, unsure={}), "")
    assert "@all" not in text
    assert "<b>" not in text
    assert "@you" not in text
    assert "`` https://e.example/`a ``" in text


def test_the_letter_asks_about_every_listed_entry(around):
    catalogue = around.catalogue
    alliance = catalogue.alliances["kent-and-medway"]
    text = letter_to(alliance, catalogue, TODAY, "https://site.example")
    asked = [line for line in text.split("\n") if line.startswith("* ")]
    assert asked == ["* Gravel Action Partnership"]
    assert "https://site.example/opportunities/gravel-hub/" in text
    assert "Dear team at Pebble Alliance of Kent and Medway," in text
    assert "We are not part of\nthe NHS" in text
    assert (
        "http" not in letter_to(replace(alliance, contact={}), with_entry(around), TODAY, "")[:80]
    )


def test_the_letter_asks_what_came_of_what_ended(around):
    catalogue = with_entry(around, deadline=Closing(moment=TODAY - timedelta(days=60)))
    alliance = catalogue.alliances["west-london"]
    assert "do not know what came of them" in letter_to(alliance, catalogue, TODAY, "")


# Progress and the command


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_terminal_shows_a_bar_and_a_log_a_line_now_and_then():
    terminal, log = Terminal(), io.StringIO()
    for stream in (terminal, log):
        with subcommands.counting(40, stream) as count:
            for number in range(40):
                count(f"https://h.example/[b]{number}\x1b[31m")
    assert "40 of 40" in re.sub(r"\x1b\[[0-9;?]*\w", "", terminal.getvalue())
    assert "https://h.example/[b]39U+001B[31m" in terminal.getvalue()
    assert log.getvalue().splitlines() == [f"{n} of 40" for n in range(4, 41, 4)]


def run(project, tmp_path, monkeypatch, web, today=TODAY, **options):
    monkeypatch.setattr(subcommands, "Web", lambda agent: web)
    given = {"out": str(tmp_path / "fresh"), "links": True, "letters": False, **options}
    return subcommands.fresh(project, today, Namespace(**given))


def test_the_command_writes_the_issue_and_remembers(project, tmp_path, monkeypatch, capsys):
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    web = Web()
    links = [one.address for one in errands_for(subcommands.load(project, TODAY).catalogue, TODAY)]
    dead = random.Random(1).choice(links)
    web.answers[dead] = replace_address(GONE_NOW, dead)
    assert run(project, tmp_path, monkeypatch, web) == 0
    assert dead not in (tmp_path / "fresh/issue.md").read_text(encoding="utf-8")
    assert run(project, tmp_path, monkeypatch, web, today=TODAY + WEEK) == 0
    assert f"{dead} ` leads nowhere since" in (tmp_path / "fresh/issue.md").read_text("utf-8")
    assert len(json.loads((tmp_path / "fresh/links.json").read_text("utf-8"))["links"]) == len(
        links
    )
    assert {path: path.read_bytes() for path in before} == before
    assert f"{len(links)} of {len(links)}" in capsys.readouterr().err


def replace_address(answer, address):
    return replace(answer, address=address)


def test_the_command_stops_without_a_line(project, tmp_path, monkeypatch, capsys):
    web = Web({"offline": there()})
    assert run(project, tmp_path, monkeypatch, web) == 2
    assert not (tmp_path / "fresh").exists()
    assert "Is this machine online?" in capsys.readouterr().out


def test_the_command_works_without_the_web(project, tmp_path, monkeypatch):
    late = date(2027, 6, 1)
    assert run(project, tmp_path, monkeypatch, None, today=late, links=False, letters=True) == 0
    letters = sorted(path.stem for path in (tmp_path / "fresh/letters").iterdir())
    assert len(letters) == 20
    assert "to look at on 1 June 2027" in (tmp_path / "fresh/issue.md").read_text("utf-8")


def test_every_entry_has_its_subject_among_its_clues(around):
    for entry in around.catalogue.opportunities:
        assert clues_of_entry(entry)[0].what == "the word cancer"
