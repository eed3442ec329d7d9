"""The event that started a workflow, as GitHub wrote it down at that moment."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

if TYPE_CHECKING:
    from pathlib import Path

APPROVED: Final = "approved"
"""The label by which a maintainer says that a form may become a pull request."""
# How GitHub calls somebody whose changes nobody here has taken before.
NEWCOMERS: Final = frozenset({"FIRST_TIMER", "FIRST_TIME_CONTRIBUTOR", "NONE"})


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueEvent:
    """What happened to an issue. Its text is data from a stranger."""

    action: str
    number: int
    body: str
    labels: frozenset[str]

    @property
    def is_approved(self) -> bool:
        """Whether a maintainer has let it become a pull request."""
        return APPROVED in self.labels


def issue_event(path: Path) -> IssueEvent:
    """The event in a file of GitHub Actions. Raises ValueError when it is not about an issue."""
    try:
        written: Any = json.loads(path.read_text(encoding="utf-8"))
        issue = written["issue"]
        return IssueEvent(
            action=str(written.get("action", "")),
            number=int(issue["number"]),
            body=str(issue.get("body") or ""),
            labels=frozenset(str(label["name"]) for label in issue.get("labels", [])),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{path.name} does not tell of an issue ({error})") from error


@dataclass(frozen=True, slots=True, kw_only=True)
class PullRequestEvent:
    """What GitHub says about a pull request; nothing where there is none."""

    is_newcomer: bool = False
    editor: str = ""
    """Where its writer can change its files in the browser: the start of the addresses."""


def pull_request_event(path: Path) -> PullRequestEvent:
    """The event in a file of GitHub Actions. Raises ValueError when it cannot be read."""
    try:
        written: Any = json.loads(path.read_text(encoding="utf-8"))
        asked = written.get("pull_request")
        if not asked:
            return PullRequestEvent()
        home, branch = str(asked["head"]["repo"]["html_url"]), str(asked["head"]["ref"])
        return PullRequestEvent(
            is_newcomer=asked.get("author_association") in NEWCOMERS,
            editor=f"{home}/edit/{quote(branch)}" if home.startswith("https://") else "",
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ValueError(f"{path.name} does not tell of a pull request ({error})") from error
