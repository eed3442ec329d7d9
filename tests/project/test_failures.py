"""A command that the machine does not let run says why in one sentence, and ends with 2."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from project.failures import cause_of, ended
from tests.built import PROJECT


def refused(number, path=None):
    return OSError(number, os.strerror(number), path)


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (refused(errno.ENOSPC), "There is no room left on this disk."),
        (refused(errno.EACCES, "a.md"), "This may not be read or written by you: a.md"),
        (refused(errno.EIO, "a.md"), "Input/output error: a.md"),
        (MemoryError(), "There is not enough memory on this machine."),
        (FileExistsError("there is a file a.md already."), "there is a file a.md already."),
        (ValueError("a.md is no entry."), "a.md is no entry."),
    ],
)
def test_the_cause_is_a_sentence(error, sentence):
    assert cause_of(error) == sentence


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (refused(errno.ENOSPC), 2, "This could not run: There is no room left on this disk.\n"),
        (MemoryError(), 2, "This could not run: There is not enough memory on this machine.\n"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_how_a_command_ends(capsys, error, status, said):
    def fail():
        raise error

    assert ended(fail) == status
    assert capsys.readouterr().err == said
    assert ended(lambda: 1) == 1


def run(words, **options):
    return subprocess.run(
        [sys.executable, *words],
        stderr=subprocess.PIPE,
        cwd=PROJECT,
        env=os.environ | {"PYTHONPATH": str(PROJECT / "plugins")},
        check=False,
        text=True,
        **options,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
@pytest.mark.parametrize(
    "words",
    [
        ["-m", "sitebuild.check", "--today", "2099-01-01"],
        ["-m", "contributing", "--help"],
        ["-m", "sitebuild", "--search-root", str(PROJECT), "--list"],
    ],
)
def test_what_cannot_be_printed_is_told_once(words):
    with Path("/dev/full").open("w") as full:
        told = run(words, stdout=full)
    sentence = "This could not run: There is no room left on this disk.\n"
    assert (told.returncode, told.stderr) == (2, sentence)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals to send")
def test_ctrl_c_ends_without_a_word():
    script = "from project.failures import run_command; run_command(lambda: input() and 0)"
    child = subprocess.Popen(
        [sys.executable, "-c", f"print(flush=True); {script}"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(PROJECT / "plugins")},
    )
    with child:
        child.stdout.readline()
        while not _waits(child.pid):
            pass
        child.send_signal(signal.SIGINT)
        assert child.wait(timeout=20) == 130
        assert child.stderr.read() == b""


def _waits(pid):
    """Whether a process has its imports behind it and waits for an answer."""
    told = Path(f"/proc/{pid}/wchan")
    return not told.exists() or "pipe" in told.read_text()
