"""The storeys and rooms of the code: what each imports, and how many there are of what size."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path

from sitebuild.quality import checkers
from tests.built import PROJECT

MOST_MODULES = 12
MOST_LINES = 400
# What is read from top to bottom and never as a whole: a list of facts, words or patterns.
TABLES = frozenset({"catalogue/model/opportunity.py", "catalogue/schema/tables.py"})
NO_ROOM = ("__init__.py", "__main__.py")


def modules() -> list[Path]:
    """Every module but those that only name a package or start it."""
    found = (PROJECT / "plugins").rglob("*.py")
    return sorted(path for path in found if path.name not in NO_ROOM)


def linted(folder: Path) -> subprocess.CompletedProcess[str]:
    """What the linter of imports says of the code in a folder."""
    return subprocess.run(
        checkers(folder)["imports"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder / "plugins")},
        capture_output=True,
        text=True,
        check=False,
    )


# A module, what it is made to import from above, and how.
UPWARD = (
    ("catalogue.model.status", "website.site", "import {}"),
    ("project.today", "catalogue.loader", "def late():\n    import {}"),
    ("geography.lookup.trusts", "contributing.editor", "import {}"),
    (
        "catalogue.text.links",
        "catalogue.parsing.nodes",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import {}",
    ),
    ("website.lists.facets", "website.cards.card", "import {}"),
)


def test_an_import_from_above_is_refused(tmp_path):
    """On a way of its own, for types alone or inside a function: all count."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PROJECT / "plugins", tmp_path / "plugins", ignore=ignored)
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    for module, above, form in UPWARD:
        path = tmp_path / "plugins" / f"{module.replace('.', '/')}.py"
        text = path.read_text(encoding="utf-8")
        path.write_text(f"{text}\n\n{form.format(above)}\n", encoding="utf-8")
    done = linted(tmp_path)
    assert done.returncode == 1
    told = [f"{module} -> {above}" for module, above, _ in UPWARD]
    assert [one for one in told if one not in done.stdout] == []


def test_the_code_keeps_its_storeys():
    done = linted(PROJECT)
    assert done.returncode == 0, done.stdout


def test_no_two_modules_have_one_name():
    names = Counter(path.name for path in modules())
    assert [name for name, count in names.items() if count > 1] == []


def test_no_folder_holds_more_than_one_can_look_over():
    sizes = Counter(path.parent.relative_to(PROJECT).as_posix() for path in modules())
    assert {folder: size for folder, size in sizes.items() if size > MOST_MODULES} == {}


def test_no_module_is_too_long_to_read():
    lengths = {
        path.relative_to(PROJECT / "plugins").as_posix(): len(
            path.read_text(encoding="utf-8").splitlines()
        )
        for path in modules()
    }
    assert {path for path, length in lengths.items() if length > MOST_LINES} <= TABLES
