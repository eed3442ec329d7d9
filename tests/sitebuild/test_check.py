"""The command: what it prints, and 0 for clean, 1 for problems, 2 for could not run."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from sitebuild.check import main
from tests.built import PROJECT
from tests.nowhere import ENTRY, PATH, changed


def run(nowhere, *options):
    return main(["--root", str(nowhere.root), "--today", "2026-11-22", *options])


def test_a_clean_project(nowhere, capsys):
    assert run(nowhere) == 0
    assert capsys.readouterr().out == "2 entries checked. All good.\n"


def test_a_project_with_a_problem(nowhere, capsys):
    nowhere.write(PATH, changed("kind: panel_or_forum", "kind: surwey"))
    assert run(nowhere) == 1
    assert capsys.readouterr().out.startswith(f"{PATH}:5:7: unknown-term: 'surwey' is not one of")


def test_a_project_without_entries_is_no_good(nowhere, capsys):
    (nowhere.root / PATH).unlink()
    assert run(nowhere) == 1
    assert capsys.readouterr().out.endswith("1 entry checked: 1 thing to put right.\n")


def test_a_hold_counts_as_a_problem_and_a_warning_does_not(nowhere):
    nowhere.write(PATH, changed("room with chairs.", "[here](https://www.invented.example/)."))
    assert run(nowhere) == 0
    nowhere.write(PATH, changed("room with chairs.", "[a room](https://www.unknown.example/)."))
    assert run(nowhere) == 1


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("text", "\n  more: https://site.example/help/unknown-term/\n"),
        ("github", "%0Amore: https://site.example/help/unknown-term/\n"),
        ("json", '"more": "https://site.example/help/unknown-term/"\n'),
    ],
)
def test_a_problem_leads_to_its_help_once_the_site_has_an_address(nowhere, capsys, form, said):
    nowhere.write(PATH, changed("kind: panel_or_forum", "kind: surwey"))
    nowhere.write("data/site.yaml", 'address: ""\n')
    run(nowhere, "--format", form)
    assert "more" not in capsys.readouterr().out
    nowhere.write("data/site.yaml", 'address: "https://site.example/"\n')
    run(nowhere, "--format", form)
    assert said in capsys.readouterr().out


def test_settings_that_are_wrong_are_refused_like_any_file(nowhere, capsys):
    nowhere.write("data/site.yaml", 'address: "http://site.example"\n')
    assert run(nowhere) == 1
    assert capsys.readouterr().out == (
        "data/site.yaml:1:10: link-not-https: this address starts with http://\n"
        "  fix: try https://site.example and use it if the page opens\n"
        "2 entries checked: 1 thing to put right.\n"
    )


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_every_form(nowhere, capsys, form):
    assert run(nowhere, "--format", form) == 0
    said = capsys.readouterr().out
    assert (json.loads(said)["checked"] if form == "json" else int(said.split()[0])) == 2


def test_a_day_that_is_none_could_not_run(nowhere, capsys):
    assert main(["--root", str(nowhere.root), "--today", "tomorrow"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == (
        "The check could not run: --today: 'tomorrow' is not a date. Write it like 2026-11-30.\n"
    )


def test_a_folder_without_entries_could_not_run(tmp_path, capsys):
    assert main(["--root", str(tmp_path), "--today", "2026-11-22"]) == 2
    assert capsys.readouterr().err.startswith("The check could not run: ")


def test_the_day_of_the_environment_counts(nowhere, monkeypatch):
    monkeypatch.setenv("SITE_TODAY", "2026-10-01")
    assert main(["--root", str(nowhere.root)]) == 1
    monkeypatch.setenv("SITE_TODAY", "2026-11-22")
    assert main(["--root", str(nowhere.root)]) == 0


def in_a_process(*words, **variables):
    environment = os.environ | {"PYTHONPATH": str(PROJECT / "plugins")} | variables
    return subprocess.run(
        [sys.executable, *words], capture_output=True, text=True, env=environment, check=False
    )


def test_the_checker_needs_neither_pelican_nor_what_only_the_build_needs():
    code = (
        "import pkgutil, sys, catalogue\n"
        "for module in pkgutil.iter_modules(catalogue.__path__):\n"
        "    if module.name not in ('pelican_adapter', '__main__'):\n"
        "        __import__(f'catalogue.{module.name}')\n"
        "print([name for name in sys.modules if name.split('.')[0] == 'pelican'])\n"
    )
    done = in_a_process("-c", code)
    assert (done.stdout, done.stderr) == ("[]\n", "")
    checker = (
        "import sys, sitebuild.check; print({'markdown', 'nh3', 'pelican'} & set(sys.modules))"
    )
    assert in_a_process("-c", checker).stdout == "set()\n"


def test_a_broken_entry_gives_no_traceback(nowhere):
    nowhere.write(PATH, ENTRY.encode("utf-16"))
    done = in_a_process("-m", "sitebuild.check", "--root", str(nowhere.root))
    assert done.returncode == 1
    assert done.stderr == ""
    assert done.stdout.startswith(f"{PATH}:1:1: not-utf-8: this file is not saved as UTF-8\n")


def test_a_terminal_without_our_letters_gets_its_report_too(nowhere):
    nowhere.write(PATH, changed("Pebble panel", "\u0420ebble panel"))
    words = ("-m", "sitebuild.check", "--root", str(nowhere.root), "--today", "2026-11-22")
    done = in_a_process(*words, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (1, "")
    assert "\\u0420ebble" in done.stdout
