"""Whole builds with the real Pelican: the ones that must fail, fail, and replace nothing.

The project here is a small one with a stand-in for the plugin, so that each way to fail can be
had. The builds of the real project come last.
"""

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from sitebuild.build import Order, build, environment, pelican_command
from sitebuild.output import OutputError
from tests import sample as invented

ROOT = Path(__file__).parents[2]
LATER = "2099-01-01"  # than the check of any entry
DAY = date(2026, 11, 22)

PLUGIN = '''
"""Writes just enough of a site from the names of the entries."""

import json
import logging
from pathlib import Path

from pelican import signals

logger = logging.getLogger(__name__)


def write(pelican):
    site = Path(pelican.settings["OUTPUT_PATH"])
    put(site / "index.html", f'{pelican.settings["SITE_TODAY"]} {pelican.settings["SITEURL"]}')
    put(site / "404.html", "")
    put(site / "sitemap.xml", "")
    for name in ("opportunities", "alliances"):
        slugs = []
        for path in sorted(Path(pelican.settings["PATH"], name).glob("*.md")):
            text = path.read_text()
            if "wrong" in text:
                raise SystemExit(f"{path.name}:1:1: wrong-word")
            if "doubtful" in text:
                logger.warning("%s is doubtful", path.name)
            if "worth a look" in text:
                print(f"{path.name}:1:1: worth-a-look")
            if "lost" not in text:
                put(site / name / path.stem / "index.html", "")
            put(site / "api/v1" / name / f"{path.stem}.json", "{}")
            slugs.append({"slug": path.stem})
        put(site / "api/v1" / f"{name}.json", json.dumps({"items": slugs}))


def put(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def register():
    signals.finalized.connect(write)
'''


@pytest.fixture
def project(tmp_path):
    """A project of two opportunities and one alliance, with a site already in output/."""
    project = tmp_path / "project"
    for name in ("opportunities/a", "opportunities/b", "alliances/x"):
        put(project / f"content/{name}.md", "good")
    shutil.copytree(ROOT / "plugins", project / "plugins")
    put(project / "plugins/website/pelican_plugin.py", PLUGIN)
    for name in ("pelicanconf.py", "publishconf.py", "data/site.yaml"):
        put(project / name, (ROOT / name).read_text(encoding="utf-8"))
    put(project / "theme/templates/page.html", "")
    put(project / "theme/static/site.js", "")
    for name in ("index.html", "api/v1/opportunities.json"):
        put(project / "output" / name, "the site of yesterday")
    return project


def put(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def order(project, **changes):
    return Order(**{"project": project, "output": project / "output", "today": DAY} | changes)


def test_a_good_build_takes_the_place_of_the_old_site(project):
    outcome = build(order(project))
    assert outcome.ok
    assert outcome.report.startswith("Built in ")
    assert (project / "output/index.html").read_text() == "2026-11-22 "
    assert (project / "output/opportunities/b/index.html").is_file()
    assert (project / "output/.nojekyll").is_file()


def test_what_is_worth_a_look_is_told_after_a_good_build_too(project):
    put(project / "content/opportunities/b.md", "worth a look")
    outcome = build(order(project))
    assert outcome.ok
    assert outcome.report.splitlines()[0] == "b.md:1:1: worth-a-look"
    assert "Processed" not in outcome.report


def test_the_public_settings_take_the_address_of_the_order(project):
    address = "https://site.example/folder"
    assert build(order(project, settings="publishconf.py", siteurl=address)).ok
    assert (project / "output/index.html").read_text() == f"2026-11-22 {address}"


def test_the_public_settings_ask_for_an_address(project):
    outcome = build(order(project, settings="publishconf.py"))
    assert not outcome.ok
    assert "No address to publish at" in outcome.report


def no_plugin(project):
    (project / "plugins/website/pelican_plugin.py").unlink()


def broken_plugin(project):
    put(project / "plugins/website/pelican_plugin.py", "import nothing_of_this_name")


def silent_plugin(project):
    put(project / "plugins/website/pelican_plugin.py", "def register():\n    pass\n")


def wrong_entry(project):
    put(project / "content/opportunities/b.md", "wrong")


def doubtful_entry(project):
    put(project / "content/opportunities/b.md", "doubtful")


def lost_page(project):
    put(project / "content/opportunities/b.md", "lost")


def no_entries(project):
    shutil.rmtree(project / "content/opportunities")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (no_plugin, "Cannot load plugin `website.pelican_plugin`"),
        (broken_plugin, "nothing_of_this_name"),
        (silent_plugin, "index.html is missing"),
        (wrong_entry, "b.md:1:1: wrong-word"),
        (doubtful_entry, "b.md is doubtful"),
        (lost_page, "no page was made for 1 of the opportunities: b"),
        (no_entries, "there are no opportunities"),
    ],
)
def test_a_build_that_must_fail_fails_and_replaces_nothing(project, spoil, told):
    spoil(project)
    outcome = build(order(project))
    assert not outcome.ok
    assert told in outcome.report
    assert (project / "output/index.html").read_text() == "the site of yesterday"
    assert not list(project.glob(".output-*"))


def full_disk(project):
    fail_while_writing(project, "raise OSError(28, 'No space left on device', 'a/b')")


def no_memory(project):
    fail_while_writing(project, "raise MemoryError")


def killed(project):
    fail_while_writing(project, "import os; os.kill(os.getpid(), 9)")


def fail_while_writing(project, line):
    plugin = PLUGIN.replace('    put(site / "404.html", "")', f"    {line}")
    put(project / "plugins/website/pelican_plugin.py", plugin)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (full_disk, "The site could not be built: There is no room left on this disk: a/b"),
        (no_memory, "The site could not be built: There is not enough memory on this machine."),
        (killed, "The site could not be built: it was stopped before its end (signal 9)."),
    ],
)
def test_a_machine_that_cannot_build_is_not_a_fault_of_the_files(project, spoil, told):
    spoil(project)
    with pytest.raises(OutputError) as caught:
        build(order(project))
    assert str(caught.value) == told
    assert (project / "output/index.html").read_text() == "the site of yesterday"


def test_a_folder_with_other_files_is_refused_before_anything_is_built(project):
    put(project / "letters/one.txt", "dear")
    with pytest.raises(OutputError, match="holds other files"):
        build(order(project, output=project / "letters"))


def tree(folder):
    """Every file of a site with its bytes."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_two_builds_on_one_day_are_the_same_to_the_byte(sample, tmp_path):
    """Sets come out in another order with another hash seed."""
    sites = [tmp_path / "one", tmp_path / "two"]
    runs = []
    for seed, site in enumerate(sites):
        variables = environment(order(sample, output=site)) | {"PYTHONHASHSEED": str(seed)}
        command = [*pelican_command(sample / "pelicanconf.py"), "-o", str(site)]
        runs.append(
            subprocess.Popen(
                command, cwd=sample, env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
            )
        )
    said = [run.communicate()[0].decode() for run in runs]
    assert [run.returncode for run in runs] == [0, 0], said
    one, two = map(tree, sites)
    assert len(one) > 100
    assert [name for name in one | two if one.get(name) != two.get(name)] == []


def test_the_commands_build_and_check_the_project(tmp_path):
    """As a person types them: tasks.py, Invoke, the checker and Pelican together."""
    tasks = [sys.executable, str(ROOT / "tasks.py")]
    site = tmp_path / "site"
    run = subprocess.run(
        [*tasks, "build", "--output", site.name, "--today", LATER],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    entries = len(list((ROOT / "content/opportunities").glob("*.md")))
    listed = json.loads((site / "api/v1/opportunities.json").read_text(encoding="utf-8"))
    assert listed["count"] == len(listed["items"]) == entries
    check = subprocess.run(
        [*tasks, "check", "--format", "json", "--today", LATER],
        capture_output=True,
        text=True,
        check=False,
    )
    assert json.loads(check.stdout)["checked"] >= entries
    assert check.returncode == 0


NEW_WEBSITE = """---
title: Sorting pebbles
organiser: Society of Nowhere
alliances: all
kind: survey
summary: You help to choose which pebbles to sort next.
who_for: [patients]
sources:
  - https://www.pebbles.example/sorting
checked:
  on: 2026-11-20
  how: live-page
---
"""
FILLED_IN = """address: "https://site.example"
repository: "https://code.example/people/site"
mailbox: "team@site.example"
owner: "Volunteers of Example"
"""


def test_a_page_that_waits_for_a_maintainer_can_be_seen_and_is_not_published(tmp_path):
    """Nothing is wrong with the file: a maintainer looks at the website first."""
    invented.lay_out(tmp_path)
    put(tmp_path / "content/opportunities/sorting-pebbles.md", NEW_WEBSITE)
    put(tmp_path / "data/site.yaml", FILLED_IN)
    built = build(order(tmp_path))
    assert built.ok, built.report
    told, _, _, summary, seconds = built.report.splitlines()
    assert told.startswith("content/opportunities/sorting-pebbles.md:9:5: unknown-host: hold: ")
    assert summary.endswith(" entries checked: 1 thing for a maintainer to look at.")
    assert seconds.startswith("Built in ")
    assert (tmp_path / "output/opportunities/sorting-pebbles/index.html").is_file()
    address = "https://site.example"
    public = {"output": tmp_path / "public", "settings": "publishconf.py", "siteurl": address}
    refused = build(order(tmp_path, **public))
    assert not refused.ok
    assert "1 thing for a maintainer to look at." in refused.report
    assert not (tmp_path / "public").exists()


def test_a_build_does_not_depend_on_who_runs_it(project, monkeypatch):
    """Another language, another encoding and a stray address change nothing."""
    for name, value in {"LC_ALL": "C", "PYTHONUTF8": "0", "SITEURL": "https://x.example"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    variables = environment(order(project))
    assert not variables["PYTHONDONTWRITEBYTECODE"]
    assert (variables["PYTHONUTF8"], variables["SITEURL"]) == ("1", "")
    assert variables["SITE_TODAY"] == "2026-11-22"
    assert variables.keys() >= os.environ.keys()
