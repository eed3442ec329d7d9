"""A whole project that is invented, for tests that need a site.

The code, the theme, the settings, the vocabularies, the help and the geography are those of the
project. Every entry, every fact about an alliance, every page of words and every website is made
up and looks it, so that no test of the code depends on what volunteers write. Pages keep their
addresses and templates; 12 entries and all pages are files in this folder, the other entries come
from `crowd.py`, and the facts about alliances from `alliances.py`. It has a day of its own.

For the checker alone there is a smaller one, in `tests/catalogue/nowhere.py`.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from tests.built import PROJECT
from tests.sample.alliances import alliance_files
from tests.sample.crowd import crowd_files

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)
CODE = ("plugins", "theme", "pelicanconf.py", "publishconf.py")
# What volunteers write. All other files of `data` go with the code.
WRITTEN = (
    *("alliances", "helplines.yaml", "known.yaml", "nations.yaml", "payments.yaml"),
    *("site.yaml", "words.yaml"),
)


def lay_out(root: Path) -> Path:
    """Write the sample into a folder, ready to be checked and built."""
    for name in CODE:
        source = PROJECT / name
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, root / name)
    shutil.copytree(PROJECT / "data", root / "data", ignore=_written)
    for name in ("content", "data"):
        shutil.copytree(HERE / name, root / name, dirs_exist_ok=True)
    write(root, alliance_files(root))
    write(root, crowd_files(root))
    return root


def address_of(page: Path) -> str:
    """Where a page of words stands on the site."""
    found = re.search(r"^Url: (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert found
    return f"/{found[1]}"


def _written(folder: str, names: list[str]) -> Iterable[str]:
    return WRITTEN if Path(folder) == PROJECT / "data" else ()


def write(root: Path, files: Mapping[str, str]) -> None:
    """Write files below a folder."""
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
