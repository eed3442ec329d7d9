"""What the benchmarks count, and the commands of a site that they time."""

import re
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench"

# A project with the tasks that are timed and nothing else.
TASKS = 'def command_for(arguments):\n    return ["-m", "stand_in", *arguments]\n'
STAND_IN = """
import sys, time
from pathlib import Path

def pages(output):
    for entry in Path("content/opportunities").glob("*.md"):
        page = output / "opportunities" / entry.stem / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"{entry.read_text()}</html>")

if sys.argv[1] == "build":
    pages(Path(sys.argv[3]))
if sys.argv[1] == "serve":
    while True:
        pages(Path("output"))
        time.sleep(0.01)
"""
ENTRY = "content/opportunities/pebbles.md"


@pytest.fixture(scope="module")
def bench():
    """The modules ``measure`` and ``real_site`` of bench/, which is no package."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(BENCH)
        import measure
        import real_site

        yield measure, real_site
        for name in ("measure", "real_site"):
            del sys.modules[name]


@pytest.fixture(scope="module")
def measure(bench):
    return bench[0]


@pytest.fixture(scope="module")
def real_site(bench):
    return bench[1]


@pytest.fixture
def project(tmp_path):
    root = tmp_path / "project"
    for name, text in {
        "tasks.py": TASKS,
        "pelicanconf.py": "",
        "publishconf.py": "",
        "plugins/stand_in.py": STAND_IN,
        "plugins/__pycache__/old.pyc": "",
        "data/known.yaml": "",
        "theme/page.html": "",
        ENTRY: "We sort pebbles.\n",
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


def python(source):
    """Run some lines in a process of their own."""
    subprocess.run([sys.executable, "-c", source], check=True)


def test_work_is_counted_and_waiting_is_not(measure):
    work = "import time\nwhile time.process_time() < 0.3: pass"
    assert measure.cost_of(partial(python, work)).cpu >= 0.3
    waiting = measure.cost_of(partial(python, "import time; time.sleep(1)"))
    assert waiting.wall >= 1
    assert waiting.cpu < 0.5


def test_work_that_a_process_hands_on_is_counted(measure):
    work = "import time\nwhile time.process_time() < 0.3: pass"
    handed_on = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}])"
    assert measure.cost_of(partial(python, handed_on)).cpu >= 0.3


def test_ratios_are_taken_pair_by_pair(measure):
    """One slow round slows both; the median of the ratios does not see it."""
    ours = [measure.Cost(wall=wall, cpu=1.0) for wall in (1.0, 9.0, 1.0)]
    theirs = [measure.Cost(wall=wall, cpu=4.0) for wall in (2.0, 18.0, 2.0)]
    assert measure.ratios(ours, theirs) == measure.Cost(wall=0.5, cpu=0.25)
    assert measure.median(ours) == measure.Cost(wall=1.0, cpu=1.0)


def test_a_copy_is_of_what_is_there_now(real_site, project, tmp_path):
    copy = real_site.as_it_is(tmp_path / "copy", project)
    assert (copy.folder / ENTRY).read_text() == "We sort pebbles.\n"
    assert not (copy.folder / "plugins/__pycache__").exists()


def test_a_copy_of_a_commit_is_of_what_was_there_then(real_site, project, tmp_path):
    def git(*words):
        who = ["-c", "user.name=Ada", "-c", "user.email=ada@invented.example"]
        subprocess.run(["git", *who, *words], cwd=project, check=True, capture_output=True)

    git("init")
    git("add", ".")
    git("commit", "-m", "Sort pebbles")
    (project / ENTRY).write_text("We sort buttons.\n")
    copy = real_site.as_it_was(tmp_path / "copy", "HEAD", project)
    assert (copy.name, (copy.folder / ENTRY).read_text()) == ("HEAD", "We sort pebbles.\n")
    with pytest.raises(real_site.RunFailedError, match="git knows no yesterday: "):
        real_site.as_it_was(tmp_path / "other", "yesterday", project)


def test_each_task_is_timed_for_both(real_site, project, tmp_path):
    projects = [
        real_site.as_it_is(tmp_path / "now", project),
        real_site.Project(name="abc123", folder=project),
    ]
    lines = list(real_site.table(projects, 1))
    assert lines[:2] == list(real_site.HEAD)
    seconds = r"\d+\.\d\d"
    assert [re.sub(seconds, "0", line) for line in lines[2:]] == [
        "| build, this site | 0 | 0 | | |",
        "| build, abc123 | 0 | 0 | 0 | 0 |",
        "| check, this site | 0 | 0 | | |",
        "| check, abc123 | 0 | 0 | 0 | 0 |",
        "| serve, this site | 0 | 0 | | |",
        "| serve, abc123 | 0 | 0 | 0 | 0 |",
    ]
    assert (project / ENTRY).read_text() == "We sort pebbles.\n"
    assert (projects[0].folder / "built/opportunities/pebbles/index.html").is_file()


@pytest.mark.parametrize("task", ["build", "check", "serve"])
def test_a_command_that_fails_is_not_timed(real_site, project, task):
    (project / "plugins/stand_in.py").write_text("import sys; sys.exit('broken entry')")
    with pytest.raises(real_site.RunFailedError, match="this site: broken entry"):
        real_site.TASKS[task](real_site.Project(name="this site", folder=project))


def test_a_project_without_such_tasks_is_told(real_site, project):
    (project / "tasks.py").write_text("")
    with pytest.raises(real_site.RunFailedError, match="has no attribute 'command_for'"):
        real_site.check(real_site.Project(name="this site", folder=project))
