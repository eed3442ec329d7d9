"""The swap: killed at any moment, there is a whole site afterwards and nothing beside it."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sitebuild import output, swap

PLUGINS = Path(__file__).parents[2] / "plugins"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no signals to kill with")

# Makes sites for ever, each of files that all say the same. The second word turns the exchange in
# one step off; the third says before which rename the process kills itself.
BUILDS = """
import itertools, os, signal, sys
from pathlib import Path
from sitebuild import output, swap

place, project = Path(sys.argv[1]), Path(sys.argv[1]).with_name("project")
renames = itertools.count(1)
rename = Path.rename


def counted(path, target):
    if next(renames) == int(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)
    return rename(path, target)


Path.rename = counted
if sys.argv[2] == "two-steps":
    swap.exchange = lambda one, other: False
for number in itertools.count():
    with output.staging(place, project) as staged:
        for name in ("index.html", "api/v1/opportunities.json", "last.html"):
            path = staged / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(str(number))
        output.put_in_place(staged, place)
    print(number, flush=True)
"""


def builds(place, way, kill_at=0):
    command = [sys.executable, "-c", BUILDS, str(place), way, str(kill_at)]
    environment = os.environ | {"PYTHONPATH": str(PLUGINS)}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE)


def next_build_fails(place):
    """What the next command finds, when it cannot build either."""
    with output.staging(place, place.with_name("project")):
        pass


def is_whole(place):
    files = [path for path in place.rglob("*") if path.is_file()]
    return len(files) == 3 and len({path.read_text() for path in files}) == 1


@pytest.mark.parametrize("way", ["one-step", "two-steps"])
def test_a_build_killed_at_random_leaves_a_whole_site_and_no_folder(tmp_path, way):
    place = tmp_path / "site"
    chance = random.Random(7)
    for _ in range(12):
        child = builds(place, way)
        child.stdout.readline()
        time.sleep(chance.uniform(0, 0.02))
        child.kill()
        child.communicate()
        if way == "one-step" and sys.platform == "linux":
            assert is_whole(place)
        next_build_fails(place)
        assert is_whole(place)
        assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize(("kill_at", "there"), [(2, True), (3, False), (4, True)])
def test_a_build_killed_before_each_rename_is_put_right_by_the_next(tmp_path, kill_at, there):
    """The first rename puts a site where none is; each swap after that needs two."""
    place = tmp_path / "site"
    child = builds(place, "two-steps", kill_at)
    child.communicate()
    assert child.returncode == -signal.SIGKILL
    assert place.exists() == there
    next_build_fails(place)
    assert is_whole(place)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def folders(tmp_path):
    for name in (".site-new-abcd1234", "site"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name)
    return tmp_path / ".site-new-abcd1234", tmp_path / "site"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has the one step")
def test_two_folders_take_each_others_names_in_one_step(tmp_path):
    one, other = folders(tmp_path)
    assert swap.exchange(one, other)
    assert (one / "index.html").read_text() == "site"
    assert (other / "index.html").read_text() == ".site-new-abcd1234"
    assert not swap.exchange(one, tmp_path / "nowhere")


def test_whatever_interrupts_two_renames_the_old_folder_is_put_back(tmp_path, monkeypatch):
    staged, place = folders(tmp_path)
    rename = Path.rename

    def interrupted(path, target):
        if path == staged:
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        swap.put_in_place_in_two_steps(staged, place)
    assert (place / "index.html").read_text() == "site"


def test_a_folder_that_somebody_holds_is_left_alone(tmp_path):
    place = tmp_path / "site"
    with output.staging(place, tmp_path / "project") as staged:
        child = subprocess.Popen(
            [sys.executable, "-c", "input()"], stdin=subprocess.PIPE, close_fds=False
        )
        next_build_fails(place)
        assert staged.is_dir()
    staged.mkdir()
    (tmp_path / ".site-new-letters").write_text("no folder of a build")
    (tmp_path / ".site-new-from-me").mkdir()
    child.communicate(b"\n")
    next_build_fails(place)
    assert not staged.exists()
    assert (tmp_path / ".site-new-from-me").is_dir()
