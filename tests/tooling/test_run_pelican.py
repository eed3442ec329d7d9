"""A run of Pelican has one thread, so that its process can be forked, and loads what it uses."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

WITH_ITS_SIGN = """
import threading
from sitebuild import run_pelican

run_pelican.leave_out()
import pelican

def main():
    with pelican.console.status("Generating..."):
        print(threading.active_count())

pelican.main = main
run_pelican.run()
"""


WITHOUT_THE_REST = """
import sys
from sitebuild.left_out import NEVER_USED, leave_out

leave_out()
import pelican
from catalogue import rendering

loaded = [name for name, module in sys.modules.items() if getattr(module, "__file__", "")]
without = [*NEVER_USED, "docutils", "rich", "watchfiles"]
print([name for name in loaded if name in without])
"""


def printed(code):
    return subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(ROOT / "plugins")},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_no_thread_turns_a_sign():
    assert printed(WITH_ITS_SIGN) == "1\n"


def test_pelican_can_be_loaded_without_what_a_build_never_uses():
    assert printed(WITHOUT_THE_REST) == "[]\n"
