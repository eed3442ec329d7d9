"""``python -m contributing COMMAND``: what contributors and maintainers can run.

Each command ends with 0 when all is well, 1 when something in the files or in what was sent
is wrong, and 2 when it could not run.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from catalogue.problems.report import PRINTERS
from contributing import subcommands
from project import today
from project.failures import COULD_NOT_RUN, cause_of, run_command

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status."""
    options = _parser().parse_args(arguments)
    try:
        day = today.settle(options.today or "", os.environ)
        return int(options.run(Path(options.root), day, options))
    except (OSError, ValueError) as error:
        print(f"This could not run: {cause_of(error)}", file=sys.stderr)
        return COULD_NOT_RUN


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="contributing", description=__doc__)
    parser.add_argument("--root", default=".", help="the project's folder")
    parser.add_argument("--today", help="the day to work for, as YYYY-MM-DD")
    words = parser.add_subparsers(required=True, metavar="COMMAND")
    new = words.add_parser("new", help="ask for a new entry and write its file")
    new.add_argument("what", choices=("opportunity", "alliance"))
    new.set_defaults(run=subcommands.new)
    fix = words.add_parser("fix", help="mend what needs no guess, then check")
    fix.add_argument("--format", choices=sorted(PRINTERS), default="text")
    fix.set_defaults(run=subcommands.fix)
    forms = words.add_parser("forms", help="write the forms of GitHub anew")
    forms.set_defaults(run=subcommands.forms)
    editor = words.add_parser("editor", help="write the files for VS Code anew")
    editor.set_defaults(run=subcommands.editor)
    for name, run, what in (
        ("issue-report", subcommands.issue_report, "write the reply to an issue"),
        ("issue-to-file", subcommands.issue_to_file, "write the file that an issue becomes"),
    ):
        issue = words.add_parser(name, help=what)
        issue.add_argument("--out", required=True, help="where to write")
        issue.add_argument(
            "--event",
            default=os.environ.get("GITHUB_EVENT_PATH", ""),
            help="the file in which GitHub describes the event",
        )
        issue.set_defaults(run=run)
    report = words.add_parser("report", help="write what a reviewer needs to know of a change")
    report.add_argument("--base", required=True, help="the commit to compare with, such as main")
    report.add_argument("--out", default="report.html", help="the page to write")
    report.add_argument(
        "--summary",
        default=os.environ.get("GITHUB_STEP_SUMMARY", ""),
        help="a file to add the same to, as Markdown",
    )
    report.add_argument(
        "--event",
        default=os.environ.get("GITHUB_EVENT_PATH", ""),
        help="the file in which GitHub describes the pull request",
    )
    report.set_defaults(run=subcommands.report)
    fresh = words.add_parser("fresh", help="write what a person has to look at again")
    fresh.add_argument("--out", default="fresh", help="the folder to write into")
    fresh.add_argument(
        "--no-links", dest="links", action="store_false", help="ask nothing of the web"
    )
    fresh.add_argument(
        "--letters", action="store_true", help="also write a letter to each organiser"
    )
    fresh.set_defaults(run=subcommands.fresh)
    confirmed = words.add_parser("confirmed", help="write what an organiser told us of entries")
    confirmed.add_argument("slugs", nargs="+", metavar="SLUG", help="the name of an entry's file")
    confirmed.add_argument("--on", required=True, metavar="DAY", help="the day they told us")
    confirmed.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="FACT=VALUE",
        help="a fact that changed, such as apply.email=team@site.example; nothing after = takes "
        "it out; a list stands in brackets",
    )
    confirmed.add_argument("--ended", action="store_true", help="it ended on that day")
    confirmed.set_defaults(run=subcommands.confirmed)
    return parser


if __name__ == "__main__":
    run_command(main)
