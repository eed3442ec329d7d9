"""What a command prints while nobody reads it any more."""

import os
import subprocess
import sys

import pytest

from tests.built import PROJECT

PRINTS_MUCH = """
import sys
from project.pipes import outlive_readers
outlive_readers()
for number in range(100_000):
    print("line", number, file=sys.{stream})
sys.exit(7)
"""


def read_one_line(words, stream="stdout"):
    """The first line of a command, what it still says elsewhere, and its exit status."""
    run = subprocess.Popen(
        [sys.executable, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=PROJECT,
        env=os.environ | {"PYTHONPATH": str(PROJECT / "plugins")},
        text=True,
    )
    read, other = (run.stdout, run.stderr)[:: 1 if stream == "stdout" else -1]
    with run, read, other:
        first = read.readline()
        read.close()
        return first, other.read(), run.wait(timeout=60)


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_command_that_nobody_reads_ends_quietly_with_its_own_status(stream):
    words = ["-c", PRINTS_MUCH.format(stream=stream)]
    assert read_one_line(words, stream) == ("line 0\n", "", 7)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["-m", "sitebuild.check", "--format", "json", "--today", "2099-01-01"], 0),
        (["-m", "contributing", "--help"], 0),
        (["-m", "geography.making.rebuild", "--help"], 0),
        (["-m", "sitebuild", "--search-root", str(PROJECT), "--list"], 0),
    ],
)
def test_the_commands_outlive_their_readers(words, status):
    reading, writing = os.pipe()
    os.close(reading)
    run = subprocess.run(
        [sys.executable, *words],
        stdout=writing,
        stderr=subprocess.PIPE,
        cwd=PROJECT,
        env=os.environ | {"PYTHONPATH": str(PROJECT / "plugins")},
        check=False,
    )
    os.close(writing)
    assert (run.stderr, run.returncode) == (b"", status)
