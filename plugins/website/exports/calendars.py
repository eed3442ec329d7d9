"""Calendars: closing dates and dated meetings, for people who follow by calendar (RFC 5545)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from icalendar import (
    TRANSP,
    Alarm,
    Calendar,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vText,
)

from catalogue.model.wording import evidence, with_caution
from catalogue.schema.dates import as_day, clock
from project.addresses import SITE_NAME
from project.london import LONDON

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from catalogue.model.index import Listing
    from catalogue.model.opportunity import Opportunity, Session

DEADLINES_PATH: Final = "/calendars/deadlines.ics"
SESSIONS_PATH: Final = "/calendars/sessions.ics"
DEADLINES_NAME: Final = f"Closing dates: {SITE_NAME}"
SESSIONS_NAME: Final = f"Meetings: {SITE_NAME}"
# Part of every UID. It is a name and no address: it stays when the site moves.
HOME: Final = "your-say-in-cancer-care"
PRODUCT: Final = f"-//{SITE_NAME}//Calendar//EN"
ZERO: Final = timedelta(0)
ONE_HOUR: Final = timedelta(hours=1)
ONE_DAY: Final = timedelta(days=1)
# At 9 in the morning of the day a week before: a reminder at midnight would wake people.
REMINDER: Final = timedelta(hours=9) - timedelta(days=7)


class Span(NamedTuple):
    """When an event starts and, where that is known, ends."""

    start: date
    end: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryEvents:
    """The events of one entry: its last day to apply, if it has one, and its meetings."""

    deadlines: tuple[Event, ...] = ()
    sessions: tuple[Event, ...] = ()

    @property
    def every(self) -> tuple[Event, ...]:
        return (*self.deadlines, *self.sessions)


def events_of(listing: Listing, today: date, site_address: str) -> EntryEvents:
    """The events of an entry that are still to come; none once it has ended.

    ``site_address`` is empty on one's own machine: the events then carry no link.
    """
    entry = listing.entry
    if not listing.is_listed:
        return EntryEvents()
    link = f"{site_address}/opportunities/{entry.slug}/" if site_address else ""
    moment = entry.closing_moment
    coming = [one for one in entry.sessions if as_day(one.ends or one.starts) >= today]
    return EntryEvents(
        deadlines=(_deadline(listing, moment, link),) if moment else (),
        sessions=tuple(_sessions(listing, coming, link)),
    )


def has_dates(entry: Opportunity) -> bool:
    """Whether an entry has a calendar of its own; it keeps it, empty, when it has ended."""
    return bool(entry.closing_moment or entry.sessions)


def path_of(entry: Opportunity) -> str:
    """Where the calendar of an entry stands."""
    return f"/calendars/opportunity/{entry.slug}.ics"


def calendar(name: str, events: Iterable[Event]) -> str:
    """A calendar of events. It always holds the rules of British time, so it is never bare."""
    whole = Calendar()
    whole.add("prodid", PRODUCT)
    whole.add("version", "2.0")
    whole.add("calscale", "GREGORIAN")
    # The library takes either name for a value of an unknown sort, and would not escape it.
    whole.add("name", vText(name))
    whole.add("x-wr-calname", vText(name))
    whole.add("x-wr-timezone", LONDON.key)
    whole.add("refresh-interval", ONE_DAY, parameters={"VALUE": "DURATION"})
    whole.add("x-published-ttl", "P1D")
    whole.add_component(_british_time())
    for event in events:
        whole.add_component(event)
    return str(whole.to_ical(), "utf-8")


def _deadline(listing: Listing, deadline: date, link: str) -> Event:
    """The last day to apply, as a whole day, with a reminder a week before."""
    entry = listing.entry
    title = with_caution(f"Apply by: {entry.title}", listing)
    at = f"Closes at {clock(deadline)}." if isinstance(deadline, datetime) else ""
    when = _days(as_day(deadline), as_day(deadline))
    event = _event(entry, f"{entry.slug}-deadline", title, when, link, at)
    event.transparency = TRANSP.TRANSPARENT
    reminder = Alarm()
    reminder.add("action", "DISPLAY")
    reminder.add("description", title)
    reminder.add("trigger", REMINDER)
    event.add_component(reminder)
    return event


def _sessions(listing: Listing, sessions: Sequence[Session], link: str) -> Iterator[Event]:
    """The meetings; each keeps its UID as long as it keeps its start."""
    entry = listing.entry
    seen: Counter[str] = Counter()
    for session in sessions:
        start = session.starts.strftime(
            "%Y%m%dT%H%M" if isinstance(session.starts, datetime) else "%Y%m%d"
        )
        seen[start] += 1
        number = f"-{seen[start]}" if seen[start] > 1 else ""
        name = f"{entry.slug}-session-{start}{number}"
        title = with_caution(entry.title, listing)
        event = _event(entry, name, title, _times(session), link)
        event.location = session.place or entry.place
        yield event


def _event(
    entry: Opportunity, name: str, title: str, when: Span, link: str, more: str = ""
) -> Event:
    """What every event says: its lasting name, its title, its time and a few sentences."""
    said = (
        entry.summary,
        more,
        f"Run by: {entry.organiser}.",
        f"{evidence(entry.checked)} Ask the organiser before you go.",
        link,
    )
    return Event.new(
        uid=f"{name}@{HOME}",
        stamp=datetime.combine(entry.checked.on, time(12), tzinfo=UTC),
        summary=title,
        start=when.start,
        end=when.end,
        description="\n\n".join(filter(None, said)),
        url=link or None,
    )


def _times(session: Session) -> Span:
    """Start and end: whole days where no hour is known, else British time.

    Both have to be of one sort. An end that is known by its day only is left out beside an hour.
    """
    starts, ends = session.starts, session.ends
    if not isinstance(starts, datetime):
        return _days(starts, as_day(ends or starts))
    start = starts.replace(tzinfo=LONDON)
    if isinstance(ends, datetime) and ends > starts:
        return Span(start, ends.replace(tzinfo=LONDON))
    return Span(start, None)


def _days(first: date, last: date) -> Span:
    """Whole days; the end of an event is the day after its last one."""
    return Span(first, last + ONE_DAY)


@cache
def _british_time() -> Timezone:
    """Europe/London since 1996: clocks change on the last Sundays of March and October."""
    zone = Timezone()
    zone.add("tzid", LONDON.key)
    for half, name, since, month, before, after in (
        (TimezoneDaylight(), "BST", datetime(1996, 3, 31, 1), 3, ZERO, ONE_HOUR),
        (TimezoneStandard(), "GMT", datetime(1996, 10, 27, 2), 10, ONE_HOUR, ZERO),
    ):
        half.add("dtstart", since)
        half.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1SU"})
        half.add("tzoffsetfrom", before)
        half.add("tzoffsetto", after)
        half.add("tzname", name)
        zone.add_component(half)
    return zone
