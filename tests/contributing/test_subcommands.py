"""The weekly round as a command."""

import io
import json
import random
import re
from argparse import Namespace
from dataclasses import replace
from datetime import date

from contributing import subcommands
from contributing.freshness.link_checker import links_to_check
from tests.contributing.conftest import TODAY
from tests.contributing.freshness.answers import (
    GONE_NOW,
    WEEK,
    InventedWeb,
    there,
)


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
    monkeypatch.setattr(subcommands, "WebClient", lambda agent: web)
    given = {"out": str(tmp_path / "fresh"), "links": True, "letters": False, **options}
    return subcommands.fresh(project, today, Namespace(**given))


def test_the_command_writes_the_issue_and_remembers(project, tmp_path, monkeypatch, capsys):
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    web = InventedWeb()
    links = [
        one.address for one in links_to_check(subcommands.load(project, TODAY).catalogue, TODAY)
    ]
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
    web = InventedWeb({"offline": there()})
    assert run(project, tmp_path, monkeypatch, web) == 2
    assert not (tmp_path / "fresh").exists()
    assert "Is this machine online?" in capsys.readouterr().out


def test_the_command_works_without_the_web(project, tmp_path, monkeypatch):
    late = date(2027, 6, 1)
    assert run(project, tmp_path, monkeypatch, None, today=late, links=False, letters=True) == 0
    letters = {path.name for path in (tmp_path / "fresh/letters").iterdir()}
    assert {"whom-to-ask-first.md", "kent-and-medway.txt", "society-of-elsewhere.txt"} <= letters
    assert "to look at on 1 June 2027" in (tmp_path / "fresh/issue.md").read_text("utf-8")
