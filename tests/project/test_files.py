"""A file is written beside its place and put there whole."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from project.files import UNFINISHED, write_file


@pytest.mark.parametrize(
    ("content", "written"),
    [
        ("é\n", b"\xc3\xa9\n"),
        ("one\r\ntwo\n", b"one\r\ntwo\n"),
        (b"\xff\x00", b"\xff\x00"),
        ("", b""),
    ],
)
def test_text_and_bytes_are_written_as_they_are(tmp_path, content, written):
    write_file(tmp_path / "a", content)
    assert (tmp_path / "a").read_bytes() == written


def test_folders_are_made_and_nothing_else_is_left(tmp_path):
    write_file(tmp_path / "a/b/c.txt", "new")
    write_file(tmp_path / "a/b/c.txt", "newer")
    assert [path.name for path in (tmp_path / "a/b").iterdir()] == ["c.txt"]
    assert (tmp_path / "a/b/c.txt").read_text() == "newer"


def test_everybody_may_read_it_whatever_its_maker_usually_allows(tmp_path):
    before = os.umask(0o077)
    try:
        write_file(tmp_path / "a", "x")
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o644


def test_what_cannot_be_put_in_place_leaves_the_old_file_and_nothing_beside_it(
    tmp_path, monkeypatch
):
    write_file(tmp_path / "a", "old")

    def refuse(path, target):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError):
        write_file(tmp_path / "a", "new")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_text() == "old"


def test_a_kill_at_random_leaves_the_old_file_or_the_new_one(tmp_path):
    """What is left beside it has a name that the check passes over; the next write takes it."""
    plugins = Path(__file__).parents[2] / "plugins"
    script = (
        "import itertools, pathlib, sys\n"
        "from project.files import write_file\n"
        "for n in itertools.count():\n"
        "    write_file(pathlib.Path(sys.argv[1]), f'{n} ' * 100_000)\n"
        "    print(n, flush=True)\n"
    )
    chance = random.Random(7)
    for _ in range(15):
        child = subprocess.Popen(
            [sys.executable, "-c", script, str(tmp_path / "a")],
            env=os.environ | {"PYTHONPATH": str(plugins)},
            stdout=subprocess.PIPE,
        )
        child.stdout.readline()
        time.sleep(chance.uniform(0, 0.01))
        child.kill()
        child.communicate()
        words = (tmp_path / "a").read_text().split()
        assert len(words) == 100_000
        assert len(set(words)) == 1
        assert {path.name for path in tmp_path.iterdir()} <= {"a", ".a.unfinished"}
    write_file(tmp_path / "a", "x")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_what_is_left_of_a_kill_is_known_by_its_name():
    assert UNFINISHED.fullmatch(".reader-panel.md.unfinished")
    assert not UNFINISHED.fullmatch("reader-panel.unfinished")
