"""``python -m sitebuild.check``: looks at every entry and says what to put right."""

from __future__ import annotations

import argparse
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from catalogue.loader import load
from catalogue.problems.problem import stops_publication
from catalogue.problems.report import PRINTERS
from geography.lookup.prepared import areas_on_the_map
from project import today
from project.failures import COULD_NOT_RUN, cause_of, run_command

if TYPE_CHECKING:
    from collections.abc import Sequence

CLEAN, PROBLEMS = 0, 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the entries under ``--root``; 0 clean, 1 problems, 2 could not run."""
    options = _parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # Some terminals have no letters but their own; a report is printed all the same.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        root, day = Path(options.root), today.settle(options.today or "", os.environ)
        loaded = load(root, day, areas=areas_on_the_map(root))
    except (OSError, ValueError) as error:
        print(f"The check could not run: {cause_of(error)}", file=sys.stderr)
        return COULD_NOT_RUN
    print(PRINTERS[options.format](loaded.problems, loaded.checked, loaded.settings.help_at))
    return PROBLEMS if any(map(stops_publication, loaded.problems)) else CLEAN


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="check", description=__doc__)
    parser.add_argument("--root", default=".", help="the project's folder")
    parser.add_argument("--format", choices=sorted(PRINTERS), default="text")
    parser.add_argument("--today", help="the date to check against, as YYYY-MM-DD")
    return parser


if __name__ == "__main__":
    run_command(main)
