"""Volunteers change the content, and neither the check nor a test over it has a word to say.

In a copy of the project one entry of each sort is added, deleted, closed and confirmed on this
very day, an alliance gets another mailbox, and a page says something more. Which ones these are is
found by what stands in them: none is named, so that none has to stay.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
import yaml

from project import today
from tests.built import PROJECT

LEFT_OUT = (".git", ".venv", "output", "docs", "bench", "__pycache__", ".*_cache", ".hypothesis")
OPPORTUNITIES, ALLIANCES, PAGES = "content/opportunities", "data/alliances", "content/pages"
LONG = "Zzyzx "  # a word of no entry, with a space


@dataclass(frozen=True, kw_only=True)
class Copy:
    """The project in a folder of its own, on a day."""

    root: Path
    today: date

    def entries(self) -> list[Path]:
        """The files of entries that nobody closed and nothing took the place of."""
        paths = sorted((self.root / OPPORTUNITIES).glob("*.md"))
        return [path for path in paths if {"closed", "moved_to"}.isdisjoint(facts_of(path))]

    def mentions(self, path: Path) -> int:
        """In how many other files of the content an entry is named."""
        slug = re.compile(rf"(?<![\w-]){re.escape(path.stem)}(?![\w-])")
        files = [*self.root.glob("content/**/*.md"), *self.root.glob("data/*.yaml")]
        return sum(bool(slug.search(one.read_text("utf-8"))) for one in files if one != path)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Python with these words in the copy, on its day; nothing of this run of tests is told."""
        kept = {name: value for name, value in os.environ.items() if "PYTEST" not in name}
        return subprocess.run(
            [sys.executable, *words],
            cwd=self.root,
            env=kept | {"PYTHONPATH": "plugins", today.VARIABLE: self.today.isoformat()},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )


def facts_of(path: Path) -> dict[str, object]:
    """The facts of an entry as they stand in its file."""
    head = path.read_text(encoding="utf-8").removeprefix("---").partition("\n---")[0]
    return yaml.load(head, yaml.BaseLoader)


def change(path: Path, pattern: str, replacement: str) -> None:
    """Change the one place in a file that fits a pattern."""
    text, number = re.subn(pattern, replacement, path.read_text("utf-8"), count=1, flags=re.M)
    assert number == 1, f"{path.name} has no {pattern}"
    path.write_text(text, encoding="utf-8")


def add_entries(copy: Copy) -> None:
    """Three new ones on a website of another: a plain, a short and a long one.

    The short one has the title of an entry of another organiser. The long one says all that fits.
    """
    model = facts_of(copy.entries()[0])
    host = str(model["sources"][0]).split("/")[2]
    alliances = [path.stem for path in (copy.root / ALLIANCES).glob("*.yaml")]
    plain = {
        "title": "Zzyzx panel",
        "organiser": "Society of Zzyzx",
        "alliances": sorted(alliances)[:1],
        "kind": "panel_or_forum",
        "summary": "You help to choose the next letter of the alphabet.",
        "who_for": ["patients", "carers"],
        "deadline": "ongoing",
    }
    short = plain | {"title": model["title"], "organiser": "Zzyzx", "summary": "You help us."}
    long = plain | {
        "title": f"{LONG * 24}.",
        "organiser": f"Board of {LONG * 30}.",
        "alliances": "all",
        "summary": f"You say {LONG * 60}.",
        "deadline": copy.today.isoformat(),
    }
    for name, facts in (("zzyzx-plain", plain), ("zzyzx-short", short), ("zzyzx-long", long)):
        facts = facts | {
            "sources": [f"https://{host}/{name}"],
            "checked": {"on": copy.today.isoformat(), "how": "live-page"},
        }
        head = yaml.safe_dump(facts, sort_keys=False, width=10_000)
        (copy.root / OPPORTUNITIES / f"{name}.md").write_text(f"---\n{head}---\n", encoding="utf-8")


def delete_one(copy: Copy) -> None:
    next(path for path in copy.entries() if not copy.mentions(path)).unlink()


def close_one(copy: Copy) -> None:
    change(copy.entries()[1], r"^sources:", f"closed: {copy.today}\nsources:")


def confirm_one(copy: Copy) -> None:
    change(copy.entries()[-1], r"\bon: \S+$", f"on: {copy.today}")


def change_a_mailbox(copy: Copy) -> None:
    path = min((copy.root / ALLIANCES).glob("*.yaml"))
    change(path, r"^contact:\n(?:  email: .*\n)?", "contact:\n  email: team@england.nhs.uk\n")


def change_a_page(copy: Copy) -> None:
    path = min(path for path in (copy.root / PAGES).glob("*.md"))
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text.rstrip()}\n\n## Zzyzx\n\nOne more thing.\n", encoding="utf-8")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """The project after all these changes."""
    root = tmp_path_factory.mktemp("copy") / "project"
    shutil.copytree(PROJECT, root, ignore=shutil.ignore_patterns(*LEFT_OUT))
    changed = Copy(root=root, today=today.settle("", os.environ))
    for deed in (delete_one, close_one, confirm_one, add_entries, change_a_mailbox, change_a_page):
        deed(changed)
    return changed


def test_the_check_calls_it_good(copy):
    done = copy.run("-m", "sitebuild.check")
    assert done.returncode == 0, done.stdout


def test_the_tests_over_the_content_are_green(copy):
    options = ("-q", "-p", "no:cacheprovider", f"--basetemp={copy.root.parent / 'tmp'}")
    done = copy.run("-m", "pytest", "tests/content", *options)
    assert done.returncode == 0, done.stdout[-8_000:]
