"""A run of Pelican has one thread, so that its process can be forked, and loads what it uses."""

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


WITHOUT_DOCUTILS = """
import sys
from sitebuild.left_out import leave_out

leave_out()
from pelican.readers import MarkdownReader, RstReader

loaded = [name for name, module in sys.modules.items() if hasattr(module, "__file__")]
print([name for name in loaded if name.startswith("docutils")])
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


def test_pelican_can_be_loaded_without_docutils():
    assert printed(WITHOUT_DOCUTILS) == "[]\n"
