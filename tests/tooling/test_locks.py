"""The requirements files: whole, pinned by hash, and free of addresses."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = {
    "": "requirements.txt",
    "test": "requirements-test.txt",
    "bench": "requirements-bench.txt",
    "lock": "requirements-lock.txt",
}


def pins(name):
    """Each package of a requirements file with its version, marker and number of hashes."""
    text = (ROOT / name).read_text(encoding="utf-8")
    joined = re.sub(r"\\\n\s*", "", text)
    return {
        line.split("==")[0] + "==" + line.split("==")[1].split()[0]: line.count("--hash=sha256:")
        for line in joined.splitlines()
        if line and not line.lstrip().startswith("#")
    }


def names(requirements):
    """The packages that a list in pyproject.toml asks for."""
    return {re.split(r"[^A-Za-z0-9-]", text)[0].lower() for text in requirements}


@pytest.mark.parametrize("name", LOCKS.values())
def test_every_package_is_pinned_with_its_hashes(name):
    found = pins(name)
    assert len(found) > 10
    assert [pin for pin, hashes in found.items() if hashes == 0] == []


@pytest.mark.parametrize("name", LOCKS.values())
def test_no_address_of_an_index_is_written_down(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert re.findall(r"https?:|--(?:extra-)?index|--find-links", text) == []


@pytest.mark.parametrize("group", ["test", "bench", "lock"])
def test_every_set_holds_what_a_build_needs(group):
    assert pins("requirements.txt").keys() <= pins(LOCKS[group]).keys()


@pytest.mark.parametrize(("group", "name"), LOCKS.items())
def test_the_lock_holds_what_pyproject_asks_for(group, name):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = project["project"]["dependencies"] + project["dependency-groups"].get(group, [])
    assert names(asked) <= {pin.split("==")[0] for pin in pins(name)}
