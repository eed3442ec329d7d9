"""A review: all that a reviewer needs to know of a change, on one page.

The page is one file without scripts that opens in any browser; the same as Markdown goes into
the summary of the job.
"""

from __future__ import annotations

import base64
import hashlib
import tempfile
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from catalogue.loader import load
from catalogue.problems.problem import HOLD, WARNING, stops_publication
from catalogue.problems.quoting import visible
from catalogue.problems.report import more_on, summary
from contributing.entry_file.existing_entries import existing_entries
from contributing.markdown_quoting import in_cell, in_code, in_words
from contributing.review.comparison import REMOVED, changes_between, hosts_of, unread
from contributing.review.flags import REJECT, PullRequest, flags_of
from contributing.review.repository import changed_files, commit_of, common_start, write_entries

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from catalogue.problems.problem import Problem
    from contributing.entry_file.existing_entries import ExistingEntries
    from contributing.review.comparison import EntryChange
    from contributing.review.flags import Flag

TEMPLATE: Final = "review.html.jinja"
MOST_BYTES: Final = 900_000
"""GitHub takes summaries of up to 1 MiB."""

CUT: Final = "\n\nThere is more. The file report.html holds all of it.\n"
SEVERITY_WORDS: Final = {"error": "Put right", HOLD: "A maintainer looks", WARNING: "Worth a look"}
FLAG_WORDS: Final = {"reject": "Refuse", "hold": "Look first", "note": "Know"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What became of the entries, what is wrong, and what to look at first."""

    flags: tuple[Flag, ...]
    changes: tuple[EntryChange, ...]
    problems: tuple[Problem, ...]
    unread: tuple[str, ...]
    checked: int
    editor: str = ""
    """Where a contributor can change files in the browser: the start of the addresses."""

    help_at: str = ""
    """The address below which the help on each code stands."""

    def help_on(self, problem: Problem) -> str:
        """The address of the help on a problem, or an empty text."""
        return more_on(problem.code, self.help_at) if self.help_at else ""

    def address_of(self, problem: Problem) -> str:
        """The address of the editor at the line of a problem, or an empty text."""
        if not self.editor:
            return ""
        return f"{self.editor}/{quote(problem.path)}#L{problem.line}"

    @property
    def may_pass(self) -> bool:
        """Whether nothing stands in the way but the eyes of a person."""
        return not any(map(stops_publication, self.problems)) and not any(
            flag.severity == REJECT for flag in self.flags
        )

    @property
    def summary(self) -> str:
        """One sentence on the check."""
        return summary(self.problems, self.checked)

    @property
    def by_file(self) -> list[tuple[str, list[Problem]]]:
        """The problems, file by file."""
        return [(path, list(group)) for path, group in groupby(self.problems, lambda one: one.path)]


def review_of(
    root: Path,
    today: date,
    base: str,
    *,
    is_newcomer: bool = False,
    editor: str = "",
    help_at: str = "",
) -> Review:
    """The review of everything that differs between a commit and the files under a root.

    Raises GitError when git does not know the commit.
    """
    files = changed_files(root, base)
    head = load(root, today)
    before = _load_commit(root, base, today)
    start = common_start(root, base, "HEAD")
    moved_on: tuple[EntryChange, ...] = ()
    if start is not None and start != commit_of(root, base):
        at_start = _load_commit(root, start, today)
        moved_on = changes_between(at_start.catalogue, before.catalogue)
        before = at_start
    compared = changes_between(before.catalogue, head.catalogue)
    # What has an error is not in the catalogue, though its file still stands there.
    broken = {one.path for one in head.problems if stops_publication(one)}
    changes = tuple(one for one in compared if one.what != REMOVED or one.path not in broken)
    lost = {one.path for one in compared} - {one.path for one in changes}
    change = PullRequest(
        files=files,
        entries=changes,
        problems=head.problems,
        known_hosts=hosts_of(before.catalogue) | frozenset(before.hosts),
        moved_on=moved_on,
        is_newcomer=is_newcomer,
    )
    entries = [
        one.path
        for one in files
        if one.path.startswith(("content/opportunities/", "data/alliances/")) and one.status != "D"
    ]
    problem_paths = {one.path for one in head.problems}
    unread_paths = lost.union(path for path in unread(entries, changes) if path in problem_paths)
    return Review(
        flags=flags_of(change),
        changes=changes,
        problems=head.problems,
        unread=tuple(sorted(unread_paths)),
        checked=head.checked,
        editor=editor,
        help_at=help_at,
    )


def as_html(review: Review) -> str:
    """One self-contained page; no script, no request, nothing of it is trusted as HTML."""
    folder = Path(__file__).parent
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["visible"] = _visible_lines
    style = (folder / "review.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return environment.get_template(TEMPLATE).render(
        review=review,
        style=style,
        digest=digest,
        severity_words=SEVERITY_WORDS,
        flag_words=FLAG_WORDS,
    )


def as_markdown(review: Review) -> str:
    """The summary of a job on GitHub. Every word of a file stands where it can do no harm."""
    text = "\n".join(_markdown_lines(review)) + "\n"
    data = text.encode()
    if len(data) <= MOST_BYTES:
        return text
    return data[: MOST_BYTES - len(CUT)].decode("utf-8", "ignore").rpartition("\n")[0] + CUT


def _markdown_lines(review: Review) -> Iterator[str]:
    yield f"## {review.summary}"
    yield from ("", "### Look at this first", "") if review.flags else ()
    for flag in review.flags:
        yield (
            f"- **{FLAG_WORDS[flag.severity]}** ({flag.code}): {in_words(flag.found)}. "
            f"{in_words(flag.advice)}"
        )
    for path, problems in review.by_file:
        yield from ("", f"### {in_code(path)}", "")
        for problem in problems:
            yield _markdown_problem(problem, review.address_of(problem), review.help_on(problem))
    for path in review.unread:
        yield from ("", f"{in_code(path)} has to be put right first, so it is not compared yet.")
    for change in review.changes:
        yield from ("", f"### {in_words(change.sentence)}", "", in_code(change.path), "")
        yield f"| | {' | '.join(change.columns)} |"
        yield "| --- " * (1 + len(change.columns)) + "|"
        for label, *cells in change.rows:
            yield f"| {' | '.join([in_words(label), *map(in_cell, cells)])} |"


def _markdown_problem(problem: Problem, address: str, more: str) -> str:
    line = f"line {problem.line}"
    place = f"[{line}]({address})" if address else line
    code = f"[{in_code(problem.code)}]({more})" if more else in_code(problem.code)
    return (
        f"- **{SEVERITY_WORDS[problem.severity]}**, {place} ({code}): "
        f"{in_words(problem.message)}. What to do: {in_words(problem.fix, 600)}"
    )


def _visible_lines(text: str) -> str:
    return "\n".join(visible(line) for line in text.split("\n"))


def _load_commit(root: Path, commit: str, today: date) -> ExistingEntries:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder)
        write_entries(root, commit, target)
        return existing_entries(target, today)
