import shutil
from datetime import date
from pathlib import Path

import pytest

from contributing.surroundings import surroundings_of

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def around():
    """The site's own entries, on a fixed day."""
    return surroundings_of(ROOT, TODAY)


@pytest.fixture
def project(tmp_path):
    """A copy of the site's own entries, to write into."""
    for folder in ("content", "data/alliances", "data/vocabularies"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for name in ("known.yaml", "words.yaml", "site.yaml"):
        shutil.copy(ROOT / "data" / name, tmp_path / "data" / name)
    return tmp_path
