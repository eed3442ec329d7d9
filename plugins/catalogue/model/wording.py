"""Wording: the sentences that people read about an entry, made from its facts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from catalogue.model.evidence import confirmed_until, is_confirming
from catalogue.schema.dates import as_day, in_words, part_in_words
from catalogue.text.links import host_of
from project.words import capital, joined, lowered, sentences, shortened, stopped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from catalogue.model.alliance import Alliance
    from catalogue.model.index import Listing
    from catalogue.model.opportunity import Opportunity
    from catalogue.schema.checked import Checked
    from catalogue.schema.vocabulary import Term

NOT_STATED: Final = "Not stated"
INVITED: Final = "invited"
ANYWHERE: Final = "Anywhere in England"
BENEFITS_NOTE: Final = "Payment can affect benefits and tax: get advice before you accept."
HOW_NOT_STATED: Final = "Online or in person: not stated."
ASK_FIRST: Final = "Ask first."
NOT_CONFIRMED: Final = "Not confirmed yet: ask first"
ANY_TIME: Final = "At any time"
MOST_WORDS_OF_A_LINK: Final = 64
MOST_WORDS_OF_AN_AGE: Final = 32
# File endings, and names that only a computer gave: numbers and long codes.
_ENDING: Final = re.compile(r"\.(html?|php|aspx|csv|json|md|pdf|py)$")
_CODE_LIKE: Final = re.compile(
    r"[0-9a-f-]{16,}|[0-9]*[a-z]+[0-9]+[a-z][a-z0-9]*|[^a-z]*([a-z]{1,2}[^a-z]+)*[a-z]{0,2}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """An answer: a few words a line to be read at a glance, then what else was said."""

    lines: tuple[str, ...] = ()
    note: str = ""


def labels(terms: Iterable[Term]) -> str:
    """The labels of terms as one phrase, the first with a capital."""
    return _phrase(tuple([term.label for term in terms]))


@cache
def _phrase(words: tuple[str, ...]) -> str:
    """Labels as one phrase, made once: many entries state the same."""
    return joined((*words[:1], *map(lowered, words[1:])))


def where_it_is_for(entry: Opportunity, alliances: Mapping[str, Alliance]) -> str:
    """The short names of its alliances, or anywhere in England."""
    if entry.alliances.everywhere:
        return ANYWHERE
    return joined(alliances[slug].short_name for slug in entry.alliances.slugs if slug in alliances)


def how_long(entry: Opportunity) -> Statement:
    """How much time it takes and for how long, with the organiser's words where there are any."""
    return _statement(_known_label(entry.commitment), entry.time, entry.term)


def how_long_short(entry: Opportunity) -> str | None:
    """How much time, in a few words for a list."""
    return _known_label(entry.commitment, in_short=True) or entry.time


def how(entry: Opportunity) -> str | None:
    """Online, in person, by phone or by post."""
    return labels(entry.format) or None


def where(entry: Opportunity) -> Statement:
    """How and where one takes part."""
    if entry.place and not entry.format:
        return Statement(lines=(entry.place,), note=HOW_NOT_STATED)
    return _statement(how(entry), entry.place)


def money(entry: Opportunity) -> Statement:
    """What is paid, with the organiser's words where there are any."""
    costs = f"Expenses paid: {lowered(labels(entry.expenses))}" if entry.expenses else None
    said = _statement(_known_label(entry.payment), entry.payment_detail, costs)
    if not may_touch_benefits(entry):
        return said
    return Statement(lines=said.lines, note=f"{said.note} {BENEFITS_NOTE}".strip())


def may_touch_benefits(entry: Opportunity) -> bool:
    """Whether money beyond one's own costs is stated, or spoken of in the organiser's words."""
    code = entry.payment.code if entry.payment else "not_stated"
    detail = (entry.payment_detail or "").casefold()
    spoken_of = code == "not_stated" and ("£" in detail or "payment" in detail)
    return code in {"paid", "voucher"} or spoken_of


def money_short(entry: Opportunity) -> str | None:
    """What is paid, in a few words for a list."""
    return _known_label(entry.payment) or (labels(entry.expenses) or None)


def who_for(entry: Opportunity) -> Statement:
    """Who it is for, a line for each."""
    return Statement(lines=tuple(term.label for term in entry.who_for))


def is_by_invitation(entry: Opportunity) -> bool:
    """Whether nobody can ask to join."""
    return INVITED in [term.code for term in entry.who_for]


def by_when(listing: Listing) -> Statement:
    """The last day to apply, or what is known instead."""
    entry = listing.entry
    note = entry.dates_note or ""
    if listing.status == "not_yet_open" and entry.opens:
        closing = f"Closes {in_words(entry.last_day)}." if entry.last_day else ""
        opening = f"Opens {in_words(entry.opens)}{_their_page_says(listing)}"
        return Statement(lines=(opening,), note=_noted(closing, _ask_first(listing), note))
    if listing.status == "closed":
        closed = f"Closed on {in_words(entry.closed_on)}" if entry.closed_on else "Closed"
        return Statement(lines=(closed,))
    if entry.last_day:
        last = f"{_meetings(entry) or _deadline(entry)}{_their_page_says(listing)}"
        return Statement(lines=(last,), note=_noted(_ask_first(listing), note))
    if entry.deadline.ongoing:
        any_time = f"{ANY_TIME}{_their_page_says(listing)}"
        return Statement(lines=(any_time,), note=_noted(_ask_first(listing), note))
    return Statement(note=note)


def when_in_short(listing: Listing) -> str:
    """One phrase on dates, or else on the evidence."""
    entry = listing.entry
    if listing.status == "expired" and entry.last_day:
        return f"Ended {in_words(entry.last_day)}"
    if listing.status == "closed":
        return f"Closed {in_words(entry.closed_on)}" if entry.closed_on else "Closed"
    return dates_in_short(listing) or evidence_short(entry.checked)


def dates_in_short(listing: Listing) -> str:
    """One phrase on the dates of what is listed; "" where none is known."""
    entry = listing.entry
    if listing.status == "not_yet_open" and entry.opens:
        return f"Opens {in_words(entry.opens)}{_their_page_says(listing)}"
    if entry.last_day:
        when = _meetings(entry) or f"Closes {_deadline(entry)}"
        return f"{when}{_their_page_says(listing)}"
    return ANY_TIME if listing.status == "rolling" else ""


def evidence(checked: Checked) -> str:
    """What an entry rests on and how old that is, as a sentence."""
    if is_confirming(checked):
        told = "The organiser told us" if _was_told(checked) else "We saw their page"
        return f"{told} on {in_words(checked.on)}."
    source = _their_source(checked)
    if checked.page_date:
        return f"Their {source} was from {part_in_words(checked.page_date)}."
    if checked.page_age:
        return f"How old their {source} is: {checked.page_age}."
    return f"Their {source} has no date."


def evidence_for_them(checked: Checked) -> str:
    """The same to the organiser: from when the facts are, as far as that is known."""
    if is_confirming(checked):
        return f"The facts are from {in_words(checked.on)}."
    source, age = _their_source(checked), checked.page_date
    return f"Your {source} was from {part_in_words(age)}." if age else f"Your {source} has no date."


def evidence_short(checked: Checked) -> str:
    """The same in a few words for a list."""
    if is_confirming(checked):
        told = "They told us" if _was_told(checked) else "Page seen"
        return f"{told} on {in_words(checked.on)}"
    source = capital(_their_source(checked))
    if checked.page_date:
        return f"{source} from {part_in_words(checked.page_date)}"
    if checked.page_age:
        return f"{source}: {shortened(checked.page_age, MOST_WORDS_OF_AN_AGE)}"
    return f"{source} has no date"


def _was_told(checked: Checked) -> bool:
    return checked.how.code == "organiser"


def _their_source(checked: Checked) -> str:
    return "leaflet" if checked.how.code == "leaflet" else "page"


HOW_CHECKED: Final[Mapping[str, str]] = {
    "live-page": "on the live page",
    "stored-copy": "in a saved copy of the page",
    "organiser": "with the organiser",
    "leaflet": "in a leaflet",
}


def how_checked(checked: Checked) -> str:
    """When somebody last looked, and at what."""
    return f"{in_words(checked.on)}, {HOW_CHECKED[checked.how.code]}"


def page_age(checked: Checked) -> str | None:
    """How old the page was that was read, in words, and how that is known."""
    age = part_in_words(checked.page_date) if checked.page_date else checked.page_age
    parts = [part for part in (age, checked.basis) if part]
    return " ".join(map(stopped, parts)) or None


def with_caution(words: str, listing: Listing) -> str:
    """Words that go where no tag stands beside them; they say it where nothing is confirmed."""
    return words if listing.is_confirmed else f"{words} ({NOT_CONFIRMED})"


def next_check_due(listing: Listing) -> str:
    """The day until which a confirmed entry counts as confirmed; "" for the others."""
    return in_words(confirmed_until(listing.entry.checked)) if listing.is_confirmed else ""


def link_words(address: str) -> str:
    """The site a link leads to, as words for its text."""
    return host_of(address).removeprefix("www.")


# Many alliances name the same sources.
@lru_cache(maxsize=256)
def page_words(address: str) -> str:
    """The site a link leads to and the name of the page, as far as its address gives one.

    ``example.org: get involved`` for ``https://www.example.org/help/get-involved/``.
    """
    where = address.partition("://")[2].partition("#")[0].partition("?")[0]
    host, _, path = where.partition("/")
    site = host.casefold().removeprefix("www.")
    for part in reversed(unquote(path).casefold().split("/")):
        name = _ENDING.sub("", part) if "." in part else part
        if name and not _CODE_LIKE.fullmatch(name):
            words = name.replace("-", " ").replace("_", " ").replace("+", " ").split()
            return f"{site}: {shortened(' '.join(words), MOST_WORDS_OF_A_LINK)}"
    return site


def _deadline(entry: Opportunity) -> str:
    """The last day to apply, with the minute where the organiser gave one."""
    last = entry.closing_time or entry.last_day
    return in_words(last) if last else ""


def _meetings(entry: Opportunity) -> str:
    """When people meet, where that alone ends it; nothing where there is a day to apply by."""
    last = entry.last_day
    closes = entry.closing_moment
    if entry.deadline.moment or not entry.sessions or last is None:
        return ""
    if closes is not None and as_day(closes) <= last:
        return ""
    if len(entry.sessions) == 1:
        return f"On {in_words(entry.sessions[0].starts)}"
    return f"{len(entry.sessions)} dates, the last on {in_words(last)}"


def _their_page_says(listing: Listing) -> str:
    """What is added to a date that nobody has confirmed."""
    if listing.is_confirmed or not listing.is_listed:
        return ""
    return f", their {_their_source(listing.entry.checked)} says"


def _ask_first(listing: Listing) -> str:
    return ASK_FIRST if _their_page_says(listing) else ""


def _noted(*notes: str) -> str:
    return " ".join(filter(None, notes))


def _known_label(term: Term | None, *, in_short: bool = False) -> str | None:
    if term is None or term.code == "not_stated":
        return None
    return term.in_short if in_short else term.label


def _statement(label: str | None, *details: str | None) -> Statement:
    """A label with details beside it; without a label, the first sentence takes its place."""
    stated = [detail for detail in details if detail]
    words = stated[0] if len(stated) == 1 else " ".join(map(stopped, stated))
    if label or not words:
        return Statement(lines=(label,) if label else (), note=words)
    first, *others = sentences(words)
    return Statement(lines=(first,), note=" ".join(others))
