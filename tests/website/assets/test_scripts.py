"""Scripts as they are served: the same program, without comments, and small."""

from __future__ import annotations

import re
from posixpath import dirname, normpath

import pytest

from tests.built import PROJECT
from website.assets.scripts import scripts, served

FOLDER = PROJECT / "theme" / "static" / "js"
SERVED = dict(scripts(FOLDER))


def test_what_only_readers_need_goes_and_all_else_stays():
    written = """\
/**
 * Says hello.
 */
import { hello } from "./hello.js";

// The name of a friend.
const address = "https://example.org/"; // stays
if (address) {
  /* Not now. */
  hello(`/* stays */`);
  told(
    [one, two], // stays;
    three,
  );
}
"""
    assert (
        served(written)
        == """\
import { hello } from "./hello.js";const address = "https://example.org/"; // stays
if (address) {hello(`/* stays */`);told([one, two], // stays;
three,);}
"""
    )


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.js")), ids=lambda path: path.name)
def test_no_text_in_backquotes_runs_over_lines(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    code = [line for line in lines if not line.lstrip().startswith(("*", "/*", "//"))]
    assert [line for line in code if line.count("`") % 2] == []


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.js")), ids=lambda path: path.name)
def test_no_line_is_too_long_to_read(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if len(line) > 100] == []


def test_every_module_that_is_imported_is_there():
    named = {
        normpath(f"{dirname(path)}/{name}")
        for path, text in SERVED.items()
        for name in re.findall(r'"(\.[a-z./]+\.js)"', text)
    }
    assert len(named) > 10
    assert {name.removeprefix("/") for name in named} <= SERVED.keys()


def test_the_scripts_stand_in_folders_by_what_they_serve():
    """But for the look-up of postcodes, whose address others may rely on."""
    folders = {path.rpartition("/")[0] for path in SERVED}
    assert folders == {"", "finder", "form", "lookup", "shared"}
    assert [path for path in SERVED if "/" not in path] == ["postcodes.js"]
