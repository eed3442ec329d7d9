"""Link history: what earlier rounds found at each link, kept in one file between rounds."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from catalogue.text.links import host_of
from contributing.freshness.page_fingerprint import searchable
from contributing.freshness.web_client import GONE, THERE
from project.files import write_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from contributing.freshness.page_fingerprint import Trait
    from contributing.freshness.web_client import Answer

PATIENCE: Final = timedelta(days=7)
"""A link counts as broken when it failed twice, this long apart, and never worked between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkState:
    """What is known of one link. ``held`` are traits that its page has held; ``lost`` are those
    of them that it held no more at the last look.
    """

    on: date
    outcome: str
    reason: str = ""
    failed_since: date | None = None
    host: str = ""
    title: str = ""
    held: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()

    @property
    def is_broken(self) -> bool:
        """Whether it failed now and at least a week ago, and never worked between."""
        since = self.failed_since
        return self.outcome == GONE and since is not None and self.on - since >= PATIENCE


LinkHistory = dict[str, LinkState]


def after(old: LinkState | None, answer: Answer, traits: Iterable[Trait], today: date) -> LinkState:
    """What is known of a link after one more look."""
    wanted = {trait.what: trait for trait in traits}
    before = {what for what in (old.held if old else ()) if what in wanted}
    started = old.failed_since if old else None
    if answer.outcome != THERE:
        since = (started or today) if answer.outcome == GONE else started
        known = old or LinkState(on=today, outcome=answer.outcome)
        return replace(
            known,
            on=today,
            outcome=answer.outcome,
            reason=answer.reason,
            failed_since=since,
            held=tuple(sorted(before)),
            lost=tuple(what for what in known.lost if what in before),
        )
    words = searchable(answer.page.words)
    found = {what for what, trait in wanted.items() if trait.is_in(words)}
    lost = before - found if answer.page.words else set()
    return LinkState(
        on=today,
        outcome=THERE,
        host=host_of(answer.address),
        title=answer.page.title,
        held=tuple(sorted(before | found)),
        lost=tuple(sorted(lost)),
    )


def load_history(path: Path) -> LinkHistory:
    """The history in a file; empty where there is no file yet.

    Raises ValueError when the file holds something else.
    """
    try:
        written: Any = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    try:
        return {str(address): _state(one) for address, one in written["links"].items()}
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{path} is not a history of links ({error}); delete it") from error


def save_history(path: Path, history: Mapping[str, LinkState]) -> None:
    """Write the history to its file."""
    links = {
        address: {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in asdict(seen).items()
            if value
        }
        for address, seen in sorted(history.items())
    }
    write_file(path, json.dumps({"links": links}, ensure_ascii=False, indent=1) + "\n")


def _state(written: Mapping[str, Any]) -> LinkState:
    since = written.get("failed_since")
    return LinkState(
        on=date.fromisoformat(written["on"]),
        outcome=str(written["outcome"]),
        reason=str(written.get("reason", "")),
        failed_since=date.fromisoformat(since) if since else None,
        host=str(written.get("host", "")),
        title=str(written.get("title", "")),
        held=tuple(map(str, written.get("held", ()))),
        lost=tuple(map(str, written.get("lost", ()))),
    )
