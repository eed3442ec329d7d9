"""Wording: the sentences that people read about an entry, made from its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalogue.dates import in_words, part_in_words
from catalogue.links import host_of
from catalogue.status import next_check

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from catalogue.index import Listing
    from catalogue.model import Alliance, Checked, Opportunity
    from catalogue.vocabulary import Term

NOT_STATED: Final = "Not stated"
ANYWHERE: Final = "Anywhere in England"
BENEFITS_NOTE: Final = "Payment can affect benefits and tax: get advice before you accept."
ANY_CODE: Final = "any"


def joined(words: Iterable[str], last: str = "and") -> str:
    """``a``, ``a and b`` or ``a, b and c``."""
    listed = list(words)
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} {last} {listed[-1]}"


def counted(number: int, one: str, many: str = "") -> str:
    """``1 opportunity`` or ``3 opportunities``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def labels(terms: Iterable[Term]) -> str:
    """The labels of terms as one phrase, the first with a capital."""
    words = [term.label for term in terms]
    return joined([words[0], *(lowered(word) for word in words[1:])]) if words else ""


def lowered(words: str) -> str:
    """The words with a small first letter, unless the first word is all capitals."""
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def where_it_is_for(entry: Opportunity, alliances: Mapping[str, Alliance]) -> str:
    """The short names of its alliances, or anywhere in England."""
    if entry.everywhere:
        return ANYWHERE
    return joined(alliances[slug].short_name for slug in entry.alliances if slug in alliances)


def how_long(entry: Opportunity) -> str | None:
    """How much time it takes and for how long, in the organiser's words where there are any."""
    time = entry.time or _known_label(entry.commitment)
    if time and entry.term:
        return f"{_stopped(time)} {entry.term}"
    return time or entry.term


def how_long_short(entry: Opportunity) -> str | None:
    """How much time, in a few words for a card."""
    return _known_label(entry.commitment) or entry.time


def how(entry: Opportunity) -> str | None:
    """Online, in person, by phone or by post."""
    return labels(entry.formats) or None


def where(entry: Opportunity) -> str | None:
    """How and where one takes part."""
    parts = [part for part in (how(entry), entry.place) if part]
    return ". ".join(parts) or None


def money(entry: Opportunity) -> str | None:
    """What is paid, in the organiser's words where there are any."""
    label = _known_label(entry.payment)
    costs = f"Costs paid back: {lowered(labels(entry.expenses))}" if entry.expenses else None
    parts = [part for part in (label, entry.payment_detail, costs) if part]
    return " ".join(map(_stopped, parts)) or None


def money_short(entry: Opportunity) -> str | None:
    """What is paid, in a few words for a card."""
    return _known_label(entry.payment) or (labels(entry.expenses) or None)


def who_for(entry: Opportunity) -> str:
    """Who it is for, in a phrase."""
    return labels(entry.who_for)


def by_when(listing: Listing) -> str | None:
    """The last day to apply, or what is known instead."""
    entry = listing.entry
    if listing.status == "not_yet_open" and entry.opens:
        closing = f" Closes {in_words(entry.last_day)}." if entry.last_day else ""
        return f"Opens {in_words(entry.opens)}.{closing}"
    if listing.status == "closed":
        return f"Closed on {in_words(entry.closed_on)}" if entry.closed_on else "Closed"
    if entry.closing_time:
        return in_words(entry.closing_time)
    if entry.last_day:
        return in_words(entry.last_day)
    return "No closing date: open all the time" if entry.ongoing else None


def when_on_card(listing: Listing) -> str:
    """One phrase on dates for a card."""
    entry = listing.entry
    if listing.status == "not_yet_open" and entry.opens:
        return f"Opens {in_words(entry.opens)}"
    if listing.status == "expired" and entry.last_day:
        return f"Ended {in_words(entry.last_day)}"
    if listing.status == "closed":
        return f"Closed {in_words(entry.closed_on)}" if entry.closed_on else "Closed"
    if entry.last_day:
        return f"Closes {in_words(entry.last_day)}"
    return "Open all the time" if entry.ongoing else "Closing date not stated"


def how_checked(checked: Checked) -> str:
    """When somebody last looked, and at what."""
    day = in_words(checked.on)
    if checked.how.code == "stored-copy":
        return f"{day}, on a saved copy of the page and not on the live page"
    if checked.how.code == "organiser":
        return f"{day}, with the organiser"
    return f"{day}, on the live page"


def page_age(checked: Checked) -> str | None:
    """How old the page was that was read, in words."""
    date_words = part_in_words(checked.page_date) if checked.page_date else checked.page_age
    if date_words and checked.basis:
        return f"{date_words} ({checked.basis})"
    return date_words or checked.basis


def next_check_due(entry: Opportunity) -> str:
    """The day on which somebody looks again."""
    return in_words(next_check(entry))


def link_words(address: str) -> str:
    """The site a link leads to, as words for its text."""
    return host_of(address).removeprefix("www.")


def date_range_words(days: Iterable[date]) -> str:
    """Days as a phrase."""
    return joined(in_words(day) for day in days)


def _known_label(term: Term | None) -> str | None:
    return term.label if term and term.code != "not_stated" else None


def _stopped(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."
