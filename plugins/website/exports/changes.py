"""Changes: what is different between two builds' data, in words, and the log that is kept of it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from catalogue.model.status import LISTED
from catalogue.schema.dates import in_words
from project import addresses
from project.words import counted, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from catalogue.schema.facts import Fact

Item = dict[str, Any]

PATH: Final = "/api/v1/changes.json"
DAYS_KEPT: Final = 28
DAYS_OF_A_WEEK: Final = 7

# Kinds of change in the order in which people read them. Each says what happened, and one of them
# happens to be called like a status.
NEW: Final = "New"
OPENED: Final = "Opened"
CONFIRMED_NOW: Final = "Confirmed"
SOON: Final = "Closing soon"
OTHER_DATE: Final = "New closing date"
OTHER_FACTS: Final = "New facts"
UNCONFIRMED: Final = "Not confirmed any more"
MOVED: Final = "Replaced"
OVER: Final = "Closed or ended"
GONE: Final = "Taken out"
CHECKED: Final = "Checked again"
ORDER: Final = (
    *(NEW, OPENED, CONFIRMED_NOW, SOON, OTHER_DATE, OTHER_FACTS),
    *(UNCONFIRMED, MOVED, OVER, GONE, CHECKED),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is different. ``path`` is the entry's page, empty where there is none."""

    what: str
    title: str
    detail: str = ""
    path: str = ""

    @property
    def sentence(self) -> str:
        """The change as people read it."""
        more = f" ({self.detail})" if self.detail else ""
        return f"{self.what}: {self.title}{more}."


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeDay:
    """What was different on a day, written YYYY-MM-DD."""

    on: str
    changes: tuple[Change, ...]

    @property
    def words(self) -> str:
        """The day as people read it."""
        return in_words(date.fromisoformat(self.on))


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """The data of an earlier build, and the log it had kept."""

    items: tuple[Item, ...] = ()
    log: tuple[ChangeDay, ...] = ()


def changes_between(
    old_items: Iterable[Item], new_items: Iterable[Item], facts: Sequence[Fact]
) -> tuple[Change, ...]:
    """What people would want to know, given the items of two ``opportunities.json``.

    The kinds of change stand in the order of ``ORDER``, the entries of one kind by title.
    """
    old = {item["slug"]: item for item in old_items}
    new = {item["slug"]: item for item in new_items}
    changes = [change for slug in new for change in _changes_of(old.get(slug), new[slug], facts)]
    changes += [_gone(old[slug]) for slug in old if slug not in new and _is_listed(old[slug])]
    in_order = sorted(
        changes, key=lambda one: (ORDER.index(one.what), one.title.casefold(), one.path)
    )
    return (*in_order, *_checked_again(old, new))


def _changes_of(old: Item | None, new: Item, facts: Sequence[Fact]) -> Iterator[Change]:
    """What is different in one entry: how it stands, then when it closes, then other facts."""
    if old is None or not _is_listed(old):
        if _is_listed(new):
            yield _change(NEW if old is None else OPENED, new)
        return
    if not _is_listed(new):
        yield _change(MOVED if "moved_to" in new else OVER, new)
        return
    standing = _new_standing(old, new)
    if standing:
        yield _change(standing, new, _closing_words(new) if standing == SOON else "")
    if old.get("deadline") != new.get("deadline") and standing != SOON:
        yield _change(OTHER_DATE, new, _closing_words(new))
    others = [one.changed for one in facts if old.get(one.name) != new.get(one.name)]
    if any(others):
        yield _change(OTHER_FACTS, new, joined(dict.fromkeys(filter(None, others))))


def _new_standing(old: Item, new: Item) -> str:
    if old["status"] != new["status"] == "closing_soon":
        return SOON
    if old["confirmed"] != new["confirmed"]:
        return CONFIRMED_NOW if new["confirmed"] else UNCONFIRMED
    return OPENED if old["status"] == "not_yet_open" != new["status"] else ""


def _closing_words(item: Item) -> str:
    deadline = item.get("deadline")
    if deadline == "ongoing":
        return "at any time"
    if deadline is None:
        return "closing date not stated"
    moment = datetime.fromisoformat(deadline) if " " in deadline else date.fromisoformat(deadline)
    return f"closes {in_words(moment)}"


def _gone(old: Item) -> Change:
    return Change(what=GONE, title=old["title"])


def _change(what: str, item: Item, detail: str = "") -> Change:
    return Change(
        what=what,
        title=item["title"],
        detail=detail,
        path=addresses.opportunity(item["slug"]),
    )


def _checked_again(old: Mapping[str, Item], new: Mapping[str, Item]) -> Iterator[Change]:
    """One line for all entries that somebody looked at again."""
    count = sum(
        slug in old and _is_listed(item) and item["checked"]["on"] > old[slug]["checked"]["on"]
        for slug, item in new.items()
    )
    if count:
        yield Change(what=CHECKED, title=counted(count, "entry", "entries"))


def _is_listed(item: Item) -> bool:
    return item["status"] in LISTED


def log_since(
    earlier: Earlier, items: Sequence[Item], facts: Sequence[Fact], today: date
) -> tuple[ChangeDay, ...]:
    """The log of an earlier build, with what is different now; nothing where there was none."""
    changes = changes_between(earlier.items, items, facts) if earlier.items else ()
    return log_with(earlier.log, changes, today)


def log_with(
    log: Sequence[ChangeDay], changes: Sequence[Change], today: date
) -> tuple[ChangeDay, ...]:
    """The log, newest day first, with today's changes added and days older than 28 left out.

    A second build on one day adds to that day what the first did not say.
    """
    on = today.isoformat()
    oldest = (today - timedelta(days=DAYS_KEPT)).isoformat()
    before = next((day.changes for day in log if day.on == on), ())
    todays = tuple(dict.fromkeys((*before, *changes)))
    kept = sorted(
        (day for day in log if oldest < day.on < on), key=lambda day: day.on, reverse=True
    )
    return (ChangeDay(on=on, changes=todays), *kept) if todays else tuple(kept)


def this_week(log: Sequence[ChangeDay], today: date) -> tuple[ChangeDay, ...]:
    """The days of the log that are less than a week old."""
    oldest = (today - timedelta(days=DAYS_OF_A_WEEK)).isoformat()
    return tuple(day for day in log if day.on > oldest)


def log_items(log: Sequence[ChangeDay]) -> list[dict[str, Any]]:
    """The log as plain values, for ``changes.json``."""
    return [{"on": day.on, "changes": [asdict(change) for change in day.changes]} for day in log]


def earlier_from(opportunities: str, changes: str) -> Earlier:
    """The texts of an earlier ``opportunities.json`` and ``changes.json``, which may be empty.

    Raises ValueError when one of them holds something else.
    """
    try:
        items = json.loads(opportunities)["items"] if opportunities else []
        days = json.loads(changes)["items"] if changes else []
        for item in items:
            _check(item)
        log = tuple(_day_from(day) for day in days)
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"this is not the data of an earlier build: {error!r}") from error
    return Earlier(items=tuple(items), log=log)


def _check(item: Item) -> None:
    """Raises KeyError, TypeError or ValueError unless a comparison can read the item."""
    for value in (item["slug"], item["title"], item["status"]):
        if not isinstance(value, str):
            raise TypeError(f"{value!r} is not text")
    if not isinstance(item["confirmed"], bool):
        raise TypeError(f"{item['confirmed']!r} is not true or false")
    date.fromisoformat(item["checked"]["on"])


def _day_from(values: Mapping[str, Any]) -> ChangeDay:
    date.fromisoformat(values["on"])
    changes = tuple(Change(**change) for change in values["changes"])
    if any(change.what not in ORDER for change in changes):
        raise ValueError("an unknown kind of change")
    return ChangeDay(on=values["on"], changes=changes)
