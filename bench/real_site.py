"""Times the commands of the site as it is: its entries, its pages, its settings.

A copy of the project, and a copy of one of its commits to compare with, each with its own entries.
Both run in turn on the packages that run this script, and for the day on which they run:

- build: the command as people start it, from no output to a finished site;
- check: the command as people start it;
- serve: an entry is saved three times. By the clock, what counts is the time from saving it to
  the finished page. Processors are charged when a process ends, so they are counted for all of it:
  starting, the first build, and a build for each time.

The launcher of tasks.py, which makes sure of .venv first, is left out: it would install packages.
"""

import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from measure import Cost, RunFailedError, charged, cost_of, in_turns, median, ratios

ROOT = Path(__file__).resolve().parents[1]
COPIED = ("content", "data", "plugins", "theme")
SCRIPTS = ("tasks.py", "pelicanconf.py", "publishconf.py")
WORDS = "import json, sys, tasks; print(json.dumps(tasks.command_for(sys.argv[1:])))"
SAVES = 3
PATIENCE = 120  # seconds until a page that does not come has failed
GLANCE = 0.01  # seconds between two looks at a page


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A copy of the project, by the name that the tables give it."""

    name: str
    folder: Path

    @property
    def variables(self) -> dict[str, str]:
        """What its commands run with, as its own launcher has it."""
        return os.environ | {
            "PYTHONUTF8": "1",
            "PYTHONPATH": str(self.folder / "plugins"),
            "PYTHONDONTWRITEBYTECODE": "",
        }

    def command(self, *arguments: str) -> list[str]:
        """The words that start one of its tasks, as its own launcher has them."""
        asked = [sys.executable, "-c", WORDS, *arguments]
        said = subprocess.run(
            asked, cwd=self.folder, env=self.variables, capture_output=True, text=True, check=False
        )
        if said.returncode != 0:
            raise RunFailedError(f"{self.name}: {said.stderr[-2000:]}")
        return [sys.executable, *json.loads(said.stdout)]


def as_it_is(folder: Path, root: Path = ROOT) -> Project:
    """A copy of the files as they are now, saved or not yet in a commit."""
    for name in COPIED:
        shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in SCRIPTS:
        shutil.copy(root / name, folder / name)
    return Project(name="this site", folder=folder)


def as_it_was(folder: Path, commit: str, root: Path = ROOT) -> Project:
    """A copy of the files as they stand in a commit."""
    kept = subprocess.run(
        ["git", "archive", "--format=tar", commit], cwd=root, capture_output=True, check=False
    )
    if kept.returncode != 0:
        raise RunFailedError(f"git knows no {commit}: {kept.stderr.decode()}")
    archive = folder.with_suffix(".tar")
    archive.write_bytes(kept.stdout)
    shutil.unpack_archive(archive, folder, filter="data")
    return Project(name=commit, folder=folder)


def run(project: Project, command: list[str]) -> None:
    """One whole command, which has to succeed."""
    done = subprocess.run(
        command,
        cwd=project.folder,
        env=project.variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise RunFailedError(f"{project.name}: {done.stdout[-2000:]}")


def build(project: Project) -> Cost:
    """A build into a folder that is not there yet."""
    output = project.folder / "built"
    shutil.rmtree(output, ignore_errors=True)
    return cost_of(partial(run, project, project.command("build", "--output", str(output))))


def check(project: Project) -> Cost:
    """A check of all entries."""
    return cost_of(partial(run, project, project.command("check")))


def serve(project: Project) -> Cost:
    """By the clock, a new page after an entry was saved; by the processors, the whole session."""
    entry = min((project.folder / "content/opportunities").glob("*.md"))
    page = project.folder / f"output/opportunities/{entry.stem}/index.html"
    before = entry.read_text(encoding="utf-8")
    shutil.rmtree(project.folder / "output", ignore_errors=True)
    command, charged_before = project.command("serve", "--port", "0"), charged()
    with serving(project, command) as session:
        session.wait_for(page, "</html>")
        waits = [session.saved(entry, f"{before}\nMade-up line {n}.\n", page) for n in range(SAVES)]
    entry.write_text(before, encoding="utf-8")
    return Cost(wall=statistics.median(waits), cpu=charged() - charged_before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A server at work; ``said`` is the file with what it prints."""

    project: Project
    process: subprocess.Popen[bytes]
    said: Path

    def saved(self, entry: Path, text: str, page: Path) -> float:
        """Seconds from saving an entry to a page that ends with its last line."""
        started = time.perf_counter()
        entry.write_text(text, encoding="utf-8")
        self.wait_for(page, text.splitlines()[-1])
        return time.perf_counter() - started

    def wait_for(self, page: Path, words: str) -> None:
        """Look at a page until it has some words."""
        latest = time.monotonic() + PATIENCE
        while not shows(page, words):
            if self.process.poll() is not None or time.monotonic() > latest:
                raise RunFailedError(f"{self.project.name}: {self.said.read_text()[-2000:]}")
            time.sleep(GLANCE)


def shows(page: Path, words: str) -> bool:
    """Whether a page is there and has some words; a folder that is being replaced has no pages."""
    try:
        return words in page.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return False


@contextmanager
def serving(project: Project, command: list[str]) -> Iterator[Session]:
    """A server, stopped as people stop it, and waited for: only then is its time counted."""
    with tempfile.NamedTemporaryFile() as said:
        process = subprocess.Popen(
            command,
            cwd=project.folder,
            env=project.variables,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        try:
            yield Session(project=project, process=process, said=Path(said.name))
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(PATIENCE)


TASKS = {"build": build, "check": check, "serve": serve}
HEAD = (
    "| | seconds | of the processors | beside it: clock | processors |",
    "| --- | --- | --- | --- | --- |",
)


def table(projects: list[Project], rounds: int) -> Iterator[str]:
    """A line for each task of each project, as soon as it is known."""
    yield from HEAD
    ours = projects[0]
    for name, task in TASKS.items():
        for project in projects:
            task(project)  # once before it counts: Python and Jinja keep what they compiled
        costs = in_turns({one.name: partial(task, one) for one in projects}, rounds)
        for project in projects:
            cost = median(costs[project.name])
            line = f"| {name}, {project.name} | {cost.wall:.2f} | {cost.cpu:.2f} |"
            if project is ours:
                yield f"{line} | |"
            else:
                beside = ratios(costs[ours.name], costs[project.name])
                yield f"{line} {beside.wall:.2f} | {beside.cpu:.2f} |"
