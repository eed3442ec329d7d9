"""The memory: what earlier rounds found at each link, kept in one file between rounds."""

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

    from contributing.freshness.page_fingerprint import Clue
    from contributing.freshness.web_client import Answer

PATIENCE: Final = timedelta(days=7)
"""A link counts as broken when it failed twice, this long apart, and never worked between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What is known of one link. ``held`` are clues that its page has held; ``lost`` are those
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


Memory = dict[str, Seen]


def after(old: Seen | None, answer: Answer, clues: Iterable[Clue], today: date) -> Seen:
    """What is known of a link after one more look."""
    wanted = {clue.what: clue for clue in clues}
    before = {what for what in (old.held if old else ()) if what in wanted}
    started = old.failed_since if old else None
    if answer.outcome != THERE:
        since = (started or today) if answer.outcome == GONE else started
        known = old or Seen(on=today, outcome=answer.outcome)
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
    found = {what for what, clue in wanted.items() if clue.is_in(words)}
    lost = before - found if answer.page.words else set()
    return Seen(
        on=today,
        outcome=THERE,
        host=host_of(answer.address),
        title=answer.page.title,
        held=tuple(sorted(before | found)),
        lost=tuple(sorted(lost)),
    )


def load_memory(path: Path) -> Memory:
    """The memory in a file; empty where there is no file yet.

    Raises ValueError when the file holds something else.
    """
    try:
        written: Any = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    try:
        return {str(address): _seen(one) for address, one in written["links"].items()}
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{path} is not a memory of links ({error}); delete it") from error


def save_memory(path: Path, memory: Mapping[str, Seen]) -> None:
    """Write the memory to its file."""
    links = {
        address: {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in asdict(seen).items()
            if value
        }
        for address, seen in sorted(memory.items())
    }
    write_file(path, json.dumps({"links": links}, ensure_ascii=False, indent=1) + "\n")


def _seen(written: Mapping[str, Any]) -> Seen:
    since = written.get("failed_since")
    return Seen(
        on=date.fromisoformat(written["on"]),
        outcome=str(written["outcome"]),
        reason=str(written.get("reason", "")),
        failed_since=date.fromisoformat(since) if since else None,
        host=str(written.get("host", "")),
        title=str(written.get("title", "")),
        held=tuple(map(str, written.get("held", ()))),
        lost=tuple(map(str, written.get("lost", ()))),
    )
