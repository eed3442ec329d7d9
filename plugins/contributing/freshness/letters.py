"""Letters: an organiser is asked whether what we say of their entries is still right.

They go out before the site is first published, and then once a year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalogue.model.evidence import MONTHS_CONFIRMED
from catalogue.model.status import LISTED, status_on
from catalogue.schema.dates import in_words
from contributing.entry_file.facts_in_words import facts_in_words
from contributing.freshness.organisers import ways_to
from project import addresses
from project.addresses import SITE_NAME
from project.words import counted, joined, lowered, stopped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from catalogue.model.alliance import Alliance
    from catalogue.model.catalogue import Catalogue
    from catalogue.model.opportunity import Opportunity
    from contributing.entry_file.facts_in_words import FactInWords
    from contributing.freshness.organisers import Organiser, Way
    from project.settings import SiteSettings

SUBJECT: Final = "Is what we say about your ways to take part still right?"
NOT_KNOWN: Final = "not known to us"
NOT_STATED: Final = "not_stated"
CONTACTS: Final = (
    ("Website", "website"),
    ("E-mail", "email"),
    ("Phone", "phone"),
    ("Post", "post"),
)
# What is told of an entry only where it is known: an organiser has no need to fill such a gap.
_NO_GAPS: Final = frozenset({"page", "sure", "end"})
_TOLD_APART: Final = frozenset({"title", "to_confirm"})


def letter_to(
    organiser: Organiser, catalogue: Catalogue, today: date, settings: SiteSettings
) -> str:
    """A letter in plain words, ready to be sent by e-mail, put into a form or read out."""
    return "\n".join(_lines(organiser, catalogue, today, settings)) + "\n"


def ways_in_words(organiser: Organiser) -> Iterator[str]:
    """How to reach an organiser, the best way first; what to do instead where none is known."""
    if not organiser.through:
        yield from _ways(organiser.ways, organiser.pages)
    for alliance in organiser.through:
        ways = joined(_ways(ways_to(alliance), alliance.contact.get("sources", ())), "or")
        yield f"through {alliance.name}: {ways}"


def _ways(ways: Iterable[Way], pages: Sequence[str]) -> Iterator[str]:
    words = [f"{way.value} ({way.label})" for way in ways]
    look = f" (look for one on {pages[0]})" if pages else ""
    yield from words or [f"{NOT_KNOWN}{look}"]


def _lines(
    organiser: Organiser, catalogue: Catalogue, today: date, settings: SiteSettings
) -> Iterator[str]:
    for number, way in enumerate(ways_in_words(organiser)):
        yield f"{'Or' if number else 'To'}: {way}"
    yield f"Subject: {SUBJECT}"
    yield ""
    yield from _greeting(organiser)
    yield ""
    yield from _who_we_are(settings)
    if organiser.listed:
        yield ""
        yield from _what_we_ask(organiser)
        for number, entry in enumerate(organiser.listed, 1):
            yield ""
            yield from _entry(number, entry, catalogue, settings.address)
    if organiser.ended:
        yield ""
        yield from _ended(organiser.ended)
    if organiser.alliance:
        yield ""
        yield from _for_an_alliance(organiser, organiser.alliance, catalogue, today, settings)
    yield ""
    yield (
        "Please give us only mailboxes and numbers that a team shares, and no names of patients. "
        "All that we list is public."
    )
    yield ""
    yield f"Thank you for your help. We wrote this on {in_words(today)}."
    yield f"The volunteers of {SITE_NAME}"
    if settings.mailbox:
        yield settings.mailbox


def _greeting(organiser: Organiser) -> Iterator[str]:
    if not organiser.through:
        yield f"Dear team at {organiser.name},"
        return
    yield f"Dear team at {joined(alliance.name for alliance in organiser.through)},"
    yield ""
    yield (
        f"This is for: {organiser.name}. We know of no way to reach them. Could you pass it on, or "
        "tell us whom to ask? If you run this yourselves, please answer it."
    )


def _who_we_are(settings: SiteSettings) -> Iterator[str]:
    yield (
        f"We are volunteers. We run {SITE_NAME}, a free website. It shows people with cancer, "
        "carers and families in England how they can have a say in cancer care. We are not part "
        "of the NHS or of any Cancer Alliance."
    )
    if settings.owner:
        yield stopped(f"The site is run by {settings.owner}")
    if settings.address:
        yield f"You can see it at {settings.address}/"
    yield ""
    yield "We have some questions. You can simply answer this message, in your own words."
    if settings.mailbox:
        yield f"If it came by a form, by phone or by post, please write to {settings.mailbox}"


def _what_we_ask(organiser: Organiser) -> Iterator[str]:
    ways = counted(len(organiser.listed), "way to take part", "ways to take part")
    who = "they run" if organiser.through else "you run"
    yield (
        f"We list {ways} that {who}. Someone who is ill should not have to write to a group that "
        "has ended. So please look at what we say below."
    )
    yield "For each one, a word is enough:"
    yield ""
    yield "  RIGHT    All of it is right, and people can still take part."
    yield "  CHANGED  Something is different now. Tell us what."
    yield "  ENDED    It is over. Tell us since when, if you know."
    yield ""
    yield (
        "What you tell us goes on the page, with the day on which you told us. It counts for "
        f"{MONTHS_CONFIRMED} months."
    )


def _entry(number: int, entry: Opportunity, catalogue: Catalogue, address: str) -> Iterator[str]:
    told = [(one, _stated(one, catalogue)) for one in facts_in_words(entry, catalogue)]
    told = [(one, words) for one, words in told if one.fact.name not in _TOLD_APART]
    gaps = [one.label for one, words in told if not words and one.part not in _NO_GAPS]
    yield f"{number}. {entry.title}"
    if address:
        yield f"   Our page: {address}{addresses.opportunity(entry.slug)}"
    yield ""
    yield "   What we say:"
    yield from (f"   * {one.label}: {_on_one_line(words)}" for one, words in told if words)
    if gaps:
        yield ""
        yield f"   What we do not know: {'; '.join(map(lowered, gaps))}."
    if entry.to_confirm:
        yield ""
        yield f"   What we still have to find out: {entry.to_confirm}"
    yield ""
    yield "   Your answer:"
    yield "   [ ] RIGHT"
    yield "   [ ] CHANGED. What is different:"
    yield "   [ ] ENDED. Since when:"


def _stated(one: FactInWords, catalogue: Catalogue) -> str:
    """The words of a fact, also of one that means something by being left out; "" for a gap."""
    labels = {
        term.code: term.label
        for name in one.fact.type.vocabularies()
        for term in catalogue.vocabularies[name]
    }
    words = one.words or labels.get(one.fact.usual, "")
    return "" if words == labels.get(NOT_STATED) else words


def _on_one_line(words: str) -> str:
    return "; ".join(words.split("\n"))


def _ended(entries: Iterable[Opportunity]) -> Iterator[str]:
    yield (
        "We say that these have ended. Is that right? Do you know what came of them? People like "
        "to hear what changed."
    )
    for entry in entries:
        end = entry.closed_on or entry.last_day
        day = f" (ended on {in_words(end)})" if end else ""
        yield f"* {entry.title}{day}. What came of it: {entry.outcome or NOT_KNOWN}"


def _for_an_alliance(
    organiser: Organiser,
    alliance: Alliance,
    catalogue: Catalogue,
    today: date,
    settings: SiteSettings,
) -> Iterator[str]:
    """Its contacts, and what others run in its area: something may be missing."""
    yield "Are your own contacts right? This is what we have:"
    yield from (f"* {label}: {alliance.contact.get(name, NOT_KNOWN)}" for label, name in CONTACTS)
    yield f"* Page on taking part: {alliance.involvement.get('url', NOT_KNOWN)}"
    if settings.address:
        yield f"Your page on our site: {settings.address}{addresses.alliance(alliance.slug)}"
    others = [
        entry
        for entry in catalogue.opportunities
        if alliance.slug in entry.alliances.slugs
        and entry not in organiser.listed
        and status_on(entry, today) in LISTED
    ]
    yield ""
    if others:
        yield "Others run these in your area, and we list them too:"
        yield from (f"* {entry.title} ({entry.organiser})" for entry in others)
        yield ""
    yield "Is anything missing? Surveys, panels, groups: we list them all, also small ones."
