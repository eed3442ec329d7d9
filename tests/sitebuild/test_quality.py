"""The checkers of the code run side by side, and none is lost."""

import sys
from pathlib import Path

import pytest

from sitebuild import quality

ROOT = Path(__file__).parents[2]


@pytest.fixture
def ended(monkeypatch, tmp_path):
    """Start checkers that only print and end, and return what was found."""

    def run(endings):
        code = "import sys; print(sys.argv[1]); sys.exit(int(sys.argv[2]))"
        commands = {
            name: [sys.executable, "-c", code, f"said by {name}", str(ending)]
            for name, ending in endings.items()
        }
        monkeypatch.setattr(quality, "checkers", lambda _: commands)
        return quality.start(tmp_path)

    return run


def test_only_what_failed_is_told(ended):
    running = ended({"one": 0, "two": 1, "three": 2})
    assert quality.finish(running) == ["two:\nsaid by two", "three:\nsaid by three"]


def test_checkers_can_be_stopped(ended):
    running = ended({"one": 0})
    quality.stop(running)
    assert running[0].said.closed


@pytest.mark.parametrize(("token", "offline"), [("", True), ("made-up", False)])
def test_the_pinned_commits_are_looked_up_only_with_a_token(monkeypatch, token, offline):
    monkeypatch.setenv("GH_TOKEN", token)
    assert ("--offline" in quality.checkers(ROOT)["zizmor"]) is offline


def test_every_workflow_is_looked_at():
    found = " ".join(quality.checkers(ROOT)["workflow schema"])
    assert all(name in found for name in ("check.yml", "pages.yml", "lint.yml"))


def test_the_programs_that_check_are_installed():
    commands = quality.checkers(ROOT)
    assert Path(commands["zizmor"][0]).is_file()
    assert commands["mypy"] == [sys.executable, "-m", "mypy"]
