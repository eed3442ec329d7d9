"""Calendars: closing dates and dated meetings, for people who follow by calendar (RFC 5545)."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from icalendar import (
    Calendar,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vDate,
    vDatetime,
    vDuration,
    vText,
    vUri,
)
from icalendar.parser import Contentline, Parameters

from catalogue.addresses import SITE_NAME
from catalogue.dates import as_day, clock, in_words
from catalogue.day import LONDON

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from icalendar import Component

    from catalogue.index import Listing
    from catalogue.model import Opportunity, Session

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
# Characters of a folded line, its end left out.
MOST_IN_A_LINE: Final = 74
NO_PARAMETERS: Final = Parameters()
WHOLE_DAY: Final = Parameters({"VALUE": "DATE"})
BRITISH: Final = Parameters({"TZID": LONDON.key})


class EventTexts(NamedTuple):
    """The events of one entry as iCalendar text, so that each is made once for all calendars."""

    deadline: str = ""
    sessions: str = ""


def events_of(listing: Listing, today: date, site_address: str) -> EventTexts:
    """The events of an entry that are still to come; none once it has ended.

    ``site_address`` is empty on one's own machine: the events then carry no link.
    """
    entry = listing.entry
    if not listing.is_listed:
        return EventTexts()
    link = f"{site_address}/opportunities/{entry.slug}/" if site_address else ""
    coming = [one for one in entry.sessions if as_day(one.ends or one.starts) >= today]
    return EventTexts(
        _deadline(entry, entry.deadline, link) if entry.deadline else "",
        "".join(_sessions(entry, coming, link)),
    )


def has_dates(entry: Opportunity) -> bool:
    """Whether an entry has a calendar of its own; it keeps it, empty, when it has ended."""
    return bool(entry.deadline or entry.sessions)


def path_of(entry: Opportunity) -> str:
    """Where the calendar of an entry stands."""
    return f"/calendars/opportunity/{entry.slug}.ics"


def calendar(name: str, events: Iterable[str]) -> str:
    """A calendar of events. It always holds the rules of British time, so it is never bare."""
    before, after = _frame()
    names = _line("NAME", name) + _line("X-WR-CALNAME", name)
    return "".join((before, names, _british_time(), *events, after))


@cache
def _frame() -> tuple[str, str]:
    """What stands before the name of a calendar and after its last event."""
    whole = Calendar()
    whole.add("prodid", PRODUCT)
    whole.add("version", "2.0")
    whole.add("calscale", "GREGORIAN")
    whole.add("x-wr-timezone", LONDON.key)
    whole.add("refresh-interval", ONE_DAY, parameters={"VALUE": "DURATION"})
    whole.add("x-published-ttl", "P1D")
    head, end, rest = _text(whole).rpartition("END:VCALENDAR")
    return head, end + rest


def _deadline(entry: Opportunity, deadline: date, link: str) -> str:
    """The last day to apply, as a whole day, with a reminder a week before."""
    title = f"Apply by: {entry.title}"
    at = f"Closes at {clock(deadline)}." if isinstance(deadline, datetime) else ""
    day = as_day(deadline)
    reminder = (_line("DESCRIPTION", title), *_reminder())
    return _component(
        "VEVENT",
        *_about(entry, f"{entry.slug}-deadline", title, link, at),
        *_days(day, day),
        _line("TRANSP", "TRANSPARENT"),
        _component("VALARM", *reminder),
    )


def _sessions(entry: Opportunity, sessions: Sequence[Session], link: str) -> Iterator[str]:
    """The meetings; each keeps its UID as long as it keeps its start."""
    seen: Counter[str] = Counter()
    for session in sessions:
        start = session.starts.strftime(
            "%Y%m%dT%H%M" if isinstance(session.starts, datetime) else "%Y%m%d"
        )
        seen[start] += 1
        number = f"-{seen[start]}" if seen[start] > 1 else ""
        place = session.place or entry.place
        yield _component(
            "VEVENT",
            *_about(entry, f"{entry.slug}-session-{start}{number}", entry.title, link),
            *_times(session),
            *([_line("LOCATION", place)] if place else []),
        )


def _about(entry: Opportunity, name: str, title: str, link: str, more: str = "") -> Iterator[str]:
    """What every event says: its lasting name, its title and a few sentences."""
    yield _line("SUMMARY", title)
    yield _line("UID", f"{name}@{HOME}")
    yield _stamp(entry.checked.on)
    said = (
        entry.summary,
        more,
        f"Run by: {entry.organiser}.",
        f"We last checked this on {in_words(entry.checked.on)}. Ask the organiser before you go.",
        link,
    )
    yield _line("DESCRIPTION", "\n\n".join(filter(None, said)))
    if link:
        yield _typed("URL", vUri(link))


def _times(session: Session) -> Iterator[str]:
    """Start and end: whole days where no hour is known, else British time.

    Both have to be of one sort. An end that is known by its day only is left out beside an hour.
    """
    starts, ends = session.starts, session.ends
    if not isinstance(starts, datetime):
        yield from _days(starts, as_day(ends or starts))
        return
    yield _typed("DTSTART", vDatetime(starts.replace(tzinfo=LONDON)), BRITISH)
    if isinstance(ends, datetime) and ends > starts:
        yield _typed("DTEND", vDatetime(ends.replace(tzinfo=LONDON)), BRITISH)


def _days(first: date, last: date) -> Iterator[str]:
    """Whole days; the end of an event is the day after its last one."""
    yield _day("DTSTART", first)
    yield _day("DTEND", last + ONE_DAY)


# Lines that many events have in common.
@cache
def _day(name: str, day: date) -> str:
    return _typed(name, vDate(day), WHOLE_DAY)


@cache
def _stamp(checked: date) -> str:
    return _typed("DTSTAMP", vDatetime(datetime.combine(checked, time(12), tzinfo=UTC)))


@cache
def _reminder() -> tuple[str, ...]:
    return _line("ACTION", "DISPLAY"), _typed("TRIGGER", vDuration(REMINDER))


@cache
def _british_time() -> str:
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
    return _text(zone)


def _component(name: str, *lines: str) -> str:
    return "".join((f"BEGIN:{name}\r\n", *lines, f"END:{name}\r\n"))


def _line(name: str, text: str) -> str:
    """A property that is text."""
    return _typed(name, vText(text))


def _typed(name: str, value: Any, parameters: Parameters = NO_PARAMETERS) -> str:
    """A property that is a value of one of the library's types."""
    line = Contentline.from_parts(name, parameters, value)
    return _folded(line) if line.isascii() else f"{line.to_ical().decode()}\r\n"


def _folded(line: str) -> str:
    """A line of plain letters, in pieces where it is long, none of which ends within an escape.

    The library does the same, but looks at each character by itself, which takes far longer.
    """
    pieces = []
    while len(line) > MOST_IN_A_LINE:
        end = MOST_IN_A_LINE - line.startswith(("\\", "^"), MOST_IN_A_LINE - 1)
        pieces.append(line[:end])
        line = line[end:]
    return "\r\n ".join((*pieces, f"{line}\r\n"))


def _text(component: Component) -> str:
    return str(component.to_ical(), "utf-8")
