"""A run of Pelican has one thread, so that its process can be forked."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

WITH_ITS_SIGN = """
import threading
import pelican
from sitebuild import run_pelican

def main():
    with pelican.console.status("Generating..."):
        print(threading.active_count())

pelican.main = main
run_pelican.run()
"""


def test_no_thread_turns_a_sign():
    done = subprocess.run(
        [sys.executable, "-c", WITH_ITS_SIGN],
        env={"PYTHONPATH": str(ROOT / "plugins")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "1\n"
