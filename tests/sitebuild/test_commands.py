"""The commands: what they refuse, and the status they end with."""

import json
from pathlib import Path

import pytest

import sitebuild.serve
from sitebuild import commands
from sitebuild.build import Outcome
from sitebuild.output import OutputError
from sitebuild.server import SiteServer

FILLED_IN = {
    "address": "https://site.example/folder/",
    "repository": "https://code.example/people/site",
    "mailbox": "team@site.example",
    "owner": "Volunteers of Example",
}


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project whose settings are all filled in, at an ordinary hour of an ordinary day."""
    monkeypatch.setenv("SITE_TODAY", "2026-11-22")
    monkeypatch.delenv("SITEURL", raising=False)
    return fill_in(tmp_path, FILLED_IN)


def fill_in(project, settings):
    (project / "data").mkdir(exist_ok=True)
    (project / "data/site.yaml").write_text(json.dumps(settings), encoding="utf-8")
    return project


@pytest.fixture
def orders(monkeypatch):
    """What was ordered, from a Pelican that always succeeds."""
    given = []

    def build(order):
        given.append(order)
        return Outcome(ok=True, report="Built.")

    monkeypatch.setattr(commands, "build_site", build)
    return given


def status(command, *args, **kwargs):
    with pytest.raises(SystemExit) as ended:
        command(*args, **kwargs)
    return ended.value.code


def test_publishing_uses_the_address_of_the_owner(project, orders):
    assert status(commands.publish, project, output="", siteurl="") == 0
    (order,) = orders
    assert (order.settings, order.siteurl) == ("publishconf.py", "https://site.example/folder")
    assert order.output == project / "output"


def test_an_address_that_was_typed_comes_before_the_variable_and_the_file(
    project, orders, monkeypatch
):
    monkeypatch.setenv("SITEURL", "https://pages.example/repo")
    status(commands.publish, project, output="", siteurl="https://typed.example/")
    status(commands.publish, project, output="", siteurl="")
    assert [order.siteurl for order in orders] == [
        "https://typed.example",
        "https://pages.example/repo",
    ]


def test_publishing_is_refused_until_the_owner_has_filled_everything_in(project, orders, capsys):
    fill_in(project, {"address": "", "owner": "Volunteers of Example"})
    assert status(commands.publish, project, output="", siteurl="") == 2
    assert capsys.readouterr().err == (
        "The site cannot be published yet. data/site.yaml does not say:\n"
        "  address: the address of the site\n"
        "  repository: the place where its files are kept\n"
        "  mailbox: a shared mailbox\n"
        "Fill this in first. docs/publishing.md tells you how.\n"
    )
    assert orders == []


def test_an_address_that_was_typed_does_not_stand_in_for_the_rest(project, orders, capsys):
    fill_in(project, {})
    assert status(commands.publish, project, output="", siteurl="https://typed.example") == 2
    refusal = capsys.readouterr().err
    assert "address:" not in refusal
    assert "mailbox:" in refusal


def test_settings_that_cannot_be_read_are_refused(project, orders, capsys):
    fill_in(project, {"adress": "https://site.example"})
    assert status(commands.publish, project, output="", siteurl="") == 2
    assert capsys.readouterr().err == (
        "The site cannot be published yet.\n"
        "data/site.yaml:1:2: unknown-field: there is no field called 'adress'\n"
        "  fix: did you mean 'address'? (the address of the site)\n"
    )


@pytest.mark.parametrize("siteurl", ["site.example", "ftp://site.example", "/folder"])
def test_an_address_that_is_none_is_refused(project, orders, capsys, siteurl):
    assert status(commands.publish, project, output="", siteurl=siteurl) == 2
    assert f"'{siteurl}' is not an address to publish at." in capsys.readouterr().err


def test_a_local_build_has_no_address(project, orders, monkeypatch):
    monkeypatch.setenv("SITEURL", "https://pages.example/repo")
    assert status(commands.build, project, output="", today="2026-12-01") == 0
    (order,) = orders
    assert (order.siteurl, order.settings) == ("", "pelicanconf.py")
    assert order.today.isoformat() == "2026-12-01"


def test_a_folder_that_was_typed_counts_from_where_it_was_typed(project, monkeypatch):
    monkeypatch.chdir(project / "data")
    assert commands.folder(project, "") == project / "output"
    assert commands.folder(project, "site") == project / "data/site"
    assert commands.folder(project, str(project / "x")) == project / "x"


def test_a_mistyped_day_is_refused(project, orders, capsys):
    assert status(commands.build, project, output="", today="1 May") == 2
    assert capsys.readouterr().err == (
        "--today: '1 May' is not a date. Write it like 2026-11-30.\n"
    )


def test_a_build_that_fails_ends_with_1_and_its_report(project, monkeypatch, capsys):
    failed = Outcome(ok=False, report="a.md:1:1: not-a-date")
    monkeypatch.setattr(commands, "build_site", lambda _: failed)
    assert status(commands.build, project, output="", today="") == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == (
        f"a.md:1:1: not-a-date\nNothing was built. {project / 'output'} is as it was.\n"
    )


def test_a_folder_that_cannot_be_used_ends_with_2(project, monkeypatch, capsys):
    def refuse(_):
        raise OutputError("letters holds other files.")

    monkeypatch.setattr(commands, "build_site", refuse)
    assert status(commands.build, project, output="", today="") == 2
    assert capsys.readouterr().err == "letters holds other files.\n"


def test_serving_asks_nobody_to_mend_a_file_where_the_folder_is_at_fault(
    project, monkeypatch, capsys
):
    def refuse(_):
        raise OutputError("output holds other files.")

    monkeypatch.setattr(commands, "build_site", refuse)
    monkeypatch.setattr(sitebuild.serve, "edits", lambda _: iter([None]))
    assert status(commands.serve, project, port=0) == 0
    assert capsys.readouterr().out.splitlines()[1:3] == [
        "output holds other files.",
        "Nothing was built. Put this right, then save any file to try again.",
    ]


def test_a_port_that_is_taken_is_told(project, monkeypatch, capsys):
    monkeypatch.setattr(sitebuild.serve, "edits", lambda _: iter(()))
    with SiteServer(project / "output", 0) as other:
        taken = other.server_port
        assert status(commands.serve, project, port=taken) == 2
    assert capsys.readouterr().err.startswith(f"Cannot listen on port {taken} (")


def test_serving_ends_well_when_it_is_stopped(project, orders, monkeypatch, capsys):
    monkeypatch.setattr(sitebuild.serve, "edits", lambda _: iter([None]))
    assert status(commands.serve, project, port=0) == 0
    assert capsys.readouterr().out.startswith("Building the site ...\nBuilt.\nLook at http://")


def test_cleaning_takes_away_what_was_made_and_nothing_else(tmp_path):
    kept = [tmp_path / name for name in ("content/a.md", "plugins/a.py", ".venv/bin/python")]
    made = [
        tmp_path / name
        for name in ("output/index.html", ".output-new-x/a", "plugins/__pycache__/a.pyc")
    ]
    for path in kept + made:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert status(commands.clean, tmp_path) == 0
    assert [path.exists() for path in kept] == [True, True, True]
    assert [path.parent.exists() for path in made] == [False, False, False]


def calls(monkeypatch, statuses):
    """Make `run` give these statuses by module, and keep what was run."""
    ran = []

    def run(_: Path, *words):
        ran.append(words[0])
        return statuses[words[0]]

    monkeypatch.setattr(commands, "run", run)
    monkeypatch.setattr(commands.quality, "start", lambda _: [])
    return ran


@pytest.mark.parametrize(
    ("checker", "tests", "ran", "ends"),
    [
        (0, 0, ["sitebuild.check", "pytest"], 0),
        (0, 1, ["sitebuild.check", "pytest"], 1),
        (0, 5, ["sitebuild.check", "pytest"], 1),
        (1, 0, ["sitebuild.check"], 1),
        (2, 0, ["sitebuild.check"], 2),
    ],
)
def test_testing_looks_at_the_entries_first_and_fails_without_tests(
    tmp_path, monkeypatch, checker, tests, ran, ends
):
    """pytest ends with 5 when it found no test."""
    done = calls(monkeypatch, {"sitebuild.check": checker, "pytest": tests})
    assert status(commands.test, tmp_path, path="", thorough=False) == ends
    assert done == ran


def test_a_finding_about_the_code_fails_the_tests_and_is_told(tmp_path, monkeypatch, capsys):
    calls(monkeypatch, {"sitebuild.check": 0, "pytest": 0})
    monkeypatch.setattr(commands.quality, "finish", lambda _: ["mypy:\nwrong type"])
    assert status(commands.test, tmp_path, path="", thorough=False) == 1
    assert capsys.readouterr().err == "\nmypy:\nwrong type\n"


@pytest.fixture
def asked(monkeypatch):
    """The words of every module that was asked to run, all without finding anything."""
    words = []
    monkeypatch.setattr(commands, "run", lambda _, *given: words.append(given) or 0)
    monkeypatch.setattr(commands.quality, "start", lambda _: [])
    return words


PYTEST = ("pytest", "-n", "auto", "--dist", "loadscope")


@pytest.mark.parametrize(
    ("thorough", "words", "minutes"),
    [(False, PYTEST, commands.HOW_LONG), (True, (*PYTEST, "-m", ""), commands.HOW_LONG_THOROUGH)],
)
def test_all_tests_say_first_how_long_they_take(tmp_path, asked, capsys, thorough, words, minutes):
    assert status(commands.test, tmp_path, path="", thorough=thorough) == 0
    assert asked[-1] == words
    assert capsys.readouterr().out == f"{minutes}\n"


def test_a_part_of_the_tests_runs_without_the_checks_of_the_code(tmp_path, asked, monkeypatch):
    (tmp_path / "tests").mkdir()
    monkeypatch.chdir(tmp_path)
    assert status(commands.test, tmp_path, path="tests", thorough=False) == 0
    assert asked == [(*PYTEST, str(tmp_path / "tests"))]


def test_a_part_that_is_not_there_is_refused(tmp_path, asked, capsys):
    path = tmp_path / "test"
    assert status(commands.test, tmp_path, path=str(path), thorough=False) == 2
    assert asked == []
    assert capsys.readouterr().err == (
        f"There is no file or folder {path}. Name one below tests, like tests/site.\n"
    )


def test_locking_stops_at_the_first_failure(tmp_path, monkeypatch):
    ran = calls(monkeypatch, {"uv": 1})
    assert status(commands.lock, tmp_path, upgrade=False) == 2
    assert ran == ["uv"]
