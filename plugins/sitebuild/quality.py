"""The checks of the code itself, run side by side with the tests."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

WORKFLOWS = ".github/workflows"


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A checker at work; what it says goes to a file, so that it cannot block."""

    name: str
    process: subprocess.Popen[bytes]
    said: IO[bytes]


def checkers(project: Path) -> dict[str, list[str]]:
    """Each checker's name and its command."""
    workflows = [str(path) for path in sorted((project / WORKFLOWS).glob("*.yml"))]
    python = [sys.executable, "-m"]
    schema = [*python, "check_jsonschema", "--quiet", "--builtin-schema"]
    # zizmor can look at the pinned commits themselves once it has a token to ask GitHub with.
    reach = [] if os.environ.get("GH_TOKEN") else ["--offline"]
    return {
        "ruff check": [*python, "ruff", "check", "--quiet"],
        "ruff format": [*python, "ruff", "format", "--check", "--quiet"],
        "mypy": [*python, "mypy"],
        "imports": [script("lint-imports"), "--no-cache"],
        "zizmor": [script("zizmor"), "--quiet", "--persona=pedantic", *reach, ".github"],
        "workflow schema": [*schema, "vendor.github-workflows", *workflows],
        "dependabot schema": [*schema, "vendor.dependabot", ".github/dependabot.yml"],
    }


def script(name: str) -> str:
    """The path of a program that was installed beside this Python and is no module."""
    return str(Path(sys.executable).with_name(name + (".exe" if os.name == "nt" else "")))


def start(project: Path) -> list[Running]:
    """Start every checker and come back at once."""
    running = []
    for name, words in checkers(project).items():
        said = tempfile.TemporaryFile()  # noqa: SIM115  (closed by `finish`)
        process = subprocess.Popen(words, cwd=project, stdout=said, stderr=subprocess.STDOUT)
        running.append(Running(name=name, process=process, said=said))
    return running


def finish(running: Iterable[Running]) -> list[str]:
    """Wait for all; for each checker that found something, its name and what it said."""
    found = []
    for checker in running:
        status = checker.process.wait()
        with checker.said as said:
            said.seek(0)
            text = said.read().decode("utf-8", "replace").strip()
        if status != 0:
            found.append(f"{checker.name}:\n{text}")
    return found


def stop(running: Iterable[Running]) -> None:
    """End checkers whose answer is no longer wanted."""
    for checker in running:
        checker.process.kill()
        checker.process.wait()
        checker.said.close()
