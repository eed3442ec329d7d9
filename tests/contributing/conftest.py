import shutil
from pathlib import Path

import pytest

from contributing.entry_file.existing_entries import existing_entries
from tests.sample import TODAY

ROOT = Path(__file__).parents[2]
WRITTEN = ("content", "data/alliances", "data/vocabularies")
SINGLE = (
    *("helplines.yaml", "known.yaml", "nations.yaml", "payments.yaml"),
    *("site.yaml", "words.yaml"),
)


def copy_of(sample, folder):
    """What people write of the invented project, to change in a folder of its own."""
    for name in WRITTEN:
        shutil.copytree(sample / name, folder / name)
    for name in SINGLE:
        shutil.copy(sample / "data" / name, folder / "data" / name)
    return folder


@pytest.fixture(scope="session")
def existing(sample):
    """The invented entries, on their day."""
    return existing_entries(sample, TODAY)


@pytest.fixture
def project(sample, tmp_path):
    """A copy of the invented entries, to write into."""
    return copy_of(sample, tmp_path)
