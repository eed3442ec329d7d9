"""The tests of the look-up under Node, run from here so that one command runs every test."""

from __future__ import annotations

import shutil
from subprocess import PIPE, STDOUT, run

from tests.geography.conftest import ROOT


def test_the_look_up_under_node():
    tests = sorted(map(str, (ROOT / "tests" / "js").glob("*.test.mjs")))
    assert tests
    node = shutil.which("node")
    assert node, "no Node was found"
    done = run([node, "--test", *tests], stdout=PIPE, stderr=STDOUT, check=False, text=True)
    assert done.returncode == 0, done.stdout
