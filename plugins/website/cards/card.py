"""Views: what the templates read. All words and decisions are made here or before; a template
only lays them out.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from catalogue.model import wording
from catalogue.model.closing_moment import expiry_of
from catalogue.schema.dates import in_words
from project.words import capital, counted, joined, stopped, whole_sentences
from website.artwork.patches import patch, shared
from website.lists.contents import name_of
from website.lists.first_message import first_email
from website.lists.questions_to_ask import questions_to_ask

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from catalogue.model.catalogue_values import Alliance, Catalogue
    from catalogue.model.index import Listing
    from catalogue.model.opportunity import Apply, Opportunity
    from catalogue.model.wording import Statement
    from catalogue.schema.vocabulary import Term
    from website.artwork.patches import Shared

# Statuses that a card names, each with the look of its tag; the others need no word.
TAGS: Final[Mapping[str, tuple[str, str]]] = {
    "closing_soon": ("Closing soon", "soon"),
    "needs_check": ("Not confirmed yet", "quiet"),
    "not_yet_open": ("Not open yet", "quiet"),
    "closed": ("Closed", "quiet"),
    "expired": ("Ended", "quiet"),
}
# About what search engines show of a description.
MOST_OF_A_DESCRIPTION: Final = 160
EVERYWHERE_PATCH: Final = ("speech", ("plum", "damson", "gold"))
NO_NUMBER: Final = (
    "We know of no phone number or postal address.",
    "You can ask your cancer team, or PALS, the advice service of your hospital, to pass your "
    "question on.",
)
# What a card says by the icon beside it, as it is called where it is not stated.
_ON_A_CARD: Final = {"people": "what you do", "screen": "how", "clock": "time", "pound": "money"}
_WAYS_ON_PAPER_OR_PHONE: Final = (("phone", "phone number"), ("post", "postal address"))
_ON_PAPER_OR_PHONE: Final = {
    "phone": "by phone",
    "post": "by post",
    "phone_or_post_option": "by phone or by post",
}


Fact: TypeAlias = "tuple[str, str]"
"""An icon's name and a few words."""
Moments: TypeAlias = "tuple[tuple[str, str], ...]"
"""The names and the values of ``data-`` attributes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One of the five questions that people ask first; no lines where nothing is stated."""

    icon: str
    question: str
    lines: tuple[str, ...]
    note: str = ""
    look: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A name and its value; ``href`` where the value is a link, ``known`` False for a gap."""

    label: str
    value: str
    href: str = ""
    known: bool = True
    icon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A name and its values, a line for each."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceGroup:
    """What some pages were read for, how old they were, notes, and the pages."""

    label: str
    age: str
    notes: tuple[str, ...]
    pages: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """An entry of the word list; ``name`` is its id on the page."""

    name: str
    term: str
    meaning: str
    also: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One of the ways to have one's say, as the home page shows it."""

    title: str
    path: str
    text: str
    patch_html: str
    tint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A page where a fact stands."""

    href: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An opportunity in a list; ``expiry`` holds its ``data-`` attributes."""

    slug: str
    path: str
    title: str
    patch: Shared
    tag: str
    tag_kind: str
    who: str
    when: str
    when_date: str
    closes: str
    summary: str
    facts: tuple[Fact, ...]
    not_stated: str
    status: str
    expiry: Moments


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunityPage:
    """Everything on an opportunity's own page; ``expiry`` is that of its card."""

    slug: str
    path: str
    patch_html: str
    expiry: Moments
    title: str
    summary: str
    description: str
    organiser: str
    kind: Source
    kind_hint: str
    status_label: str
    status_look: str
    is_listed: bool
    is_confirmed: bool
    ended_words: str
    answers: tuple[Answer, ...]
    eligibility: str
    about: tuple[tuple[str, str], ...]
    support: tuple[str, ...]
    ways: tuple[Row, ...]
    apply_how: str
    without_internet: tuple[str, ...]
    sessions: tuple[Row, ...]
    questions: tuple[str, ...]
    cautions: tuple[str, ...]
    freshness: tuple[Row, ...]
    to_confirm: str
    outcome: str
    sources: tuple[Source, ...]
    alliances: tuple[Source, ...]
    body_html: str
    moved_to: Source | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AllianceCard:
    """An alliance in a list."""

    slug: str
    path: str
    name: str
    short_name: str
    patch_html: str
    area: str
    regions: tuple[str, ...]
    count: int
    count_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlliancePage:
    """Everything on an alliance's own page, except its lists of opportunities."""

    card: AllianceCard
    name: str
    short_name: str
    description: str
    summary: str
    body_html: str
    contact: tuple[Row, ...]
    contact_age: str
    more_pages: tuple[Source, ...]
    first_email: str
    councils: tuple[str, ...]
    partly: tuple[str, ...]
    facts: tuple[Detail, ...]
    trusts: tuple[Detail, ...]
    trusts_count: int
    trusts_scope: str
    changed: tuple[tuple[str, tuple[Source, ...]], ...]
    doubts: tuple[str, ...]
    freshness: tuple[Row, ...]
    sources: tuple[SourceGroup, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AllianceLists:
    """The opportunities of one alliance: its own, its partners', and those for anywhere."""

    own: tuple[Listing, ...]
    partners: tuple[Listing, ...]
    anywhere: tuple[Listing, ...]


def path_of(entry: Opportunity) -> str:
    """Where an opportunity's own page stands."""
    return f"/opportunities/{entry.slug}/"


def card_of(listing: Listing, catalogue: Catalogue) -> Card:
    """An opportunity as it stands in a list."""
    entry = listing.entry
    tag, tag_kind = TAGS.get(listing.status, ("", ""))
    known, missing = _card_facts(entry)
    last = entry.last_day
    when = wording.when_on_card(listing)
    motif, colours = design_of(entry, catalogue)
    is_dated = bool(last or entry.deadline.ongoing or listing.status != "needs_check")
    return Card(
        slug=entry.slug,
        path=path_of(entry),
        title=entry.title,
        patch=shared(motif, colours),
        tag=tag,
        tag_kind=tag_kind,
        who=wording.where_it_is_for(entry, catalogue.alliances),
        when=when,
        when_date=last.isoformat() if last and listing.status != "closed" else "",
        closes=when if is_dated and when != tag else "",
        summary=entry.summary,
        facts=known,
        not_stated=missing,
        status=listing.status,
        expiry=tuple(expiry_of(listing).items()),
    )


def patches_of(cards: Iterable[Card]) -> tuple[str, ...]:
    """The drawings of the patches of cards, each once."""
    return tuple([one.drawing for one in dict.fromkeys(map(attrgetter("patch"), cards))])


def _card_facts(entry: Opportunity) -> tuple[tuple[Fact, ...], str]:
    said = (
        entry.kind.label,
        wording.how(entry),
        wording.how_long_short(entry),
        wording.money_short(entry),
    )
    gaps = [name for name, text in zip(_ON_A_CARD.values(), said, strict=True) if not text]
    if not (entry.last_day or entry.deadline.ongoing or entry.closed):
        gaps.append("closing date")
    known = tuple([(icon, text) for icon, text in zip(_ON_A_CARD, said, strict=True) if text])
    return known, f"{wording.NOT_STATED}: {joined(gaps)}" if gaps else ""


def design_of(entry: Opportunity, catalogue: Catalogue) -> tuple[str, tuple[str, str, str]]:
    """The motif and the colours of an entry's first alliance, or those for anywhere."""
    for slug in entry.alliances.slugs:
        alliance = catalogue.alliances.get(slug)
        if alliance:
            ground, shape, accent = alliance.patch["colours"]
            return alliance.patch["motif"], (ground, shape, accent)
    return EVERYWHERE_PATCH


def opportunity_page(listing: Listing, catalogue: Catalogue, body_html: str) -> OpportunityPage:
    """An opportunity's own page."""
    entry = listing.entry
    status = catalogue.vocabularies["statuses"][listing.status]
    apply = entry.apply
    return OpportunityPage(
        slug=entry.slug,
        path=path_of(entry),
        patch_html=shared(*design_of(entry, catalogue)).whole,
        expiry=tuple(expiry_of(listing).items()),
        title=entry.title,
        summary=entry.summary,
        description=whole_sentences(entry.summary, MOST_OF_A_DESCRIPTION),
        organiser=entry.organiser,
        kind=Source(href=f"/opportunities/kind/{entry.kind.address_part}/", words=entry.kind.label),
        kind_hint=entry.kind.hint,
        status_label=status.label,
        status_look=TAGS.get(listing.status, ("", "open"))[1],
        is_listed=listing.is_listed,
        is_confirmed=listing.is_confirmed,
        ended_words=_ended_words(listing),
        answers=_answers(listing),
        eligibility=entry.eligibility or "",
        about=_about(entry),
        support=tuple([term.label for term in entry.support]),
        ways=_ways(apply),
        apply_how=apply.how or "" if apply else "",
        without_internet=_without_internet(entry),
        sessions=tuple(
            Row(label=in_words(session.starts), value=session.place or "")
            for session in entry.sessions
        ),
        questions=questions_to_ask(listing),
        cautions=_cautions(listing),
        freshness=_freshness(listing),
        to_confirm=entry.to_confirm or "",
        outcome=entry.outcome or "",
        sources=sources(entry.sources),
        alliances=tuple(
            [
                Source(href=f"/alliances/{slug}/", words=catalogue.alliances[slug].name)
                for slug in entry.alliances.slugs
                if slug in catalogue.alliances
            ]
        ),
        body_html=body_html,
        moved_to=_moved_to(entry, catalogue),
    )


def _answers(listing: Listing) -> tuple[Answer, ...]:
    entry = listing.entry
    soon = "soon" if listing.status == "closing_soon" else ""
    return (
        _answer("clock", "How long does it take?", wording.how_long(entry)),
        _answer("pin", "Where is it?", wording.where(entry)),
        _answer("pound", "Is there money?", wording.money(entry)),
        _answer("people", "Who is it for?", wording.who_for(entry)),
        _answer("calendar", "By when?", wording.by_when(listing), soon),
    )


def _answer(icon: str, question: str, said: Statement, look: str = "") -> Answer:
    return Answer(icon=icon, question=question, lines=said.lines, note=said.note, look=look)


def _about(entry: Opportunity) -> tuple[tuple[str, str], ...]:
    rows = (
        ("Type of cancer", entry.cancer_types),
        ("What it is about", entry.stages),
    )
    return tuple([(label, words) for label, terms in rows if (words := _named(terms))])


def _named(terms: Iterable[Term]) -> str:
    return wording.labels([term for term in terms if term.code != wording.ANY_CODE])


def _ways(apply: Apply | None) -> tuple[Row, ...]:
    if apply is None:
        return ()
    rows = []
    if apply.url:
        rows.append(
            Row(label="Web page", value=wording.page_words(apply.url), href=apply.url, icon="world")
        )
    if apply.email:
        rows.append(
            Row(label="E-mail", value=apply.email, href=f"mailto:{apply.email}", icon="letter")
        )
    if apply.phone:
        rows.append(phone_row(apply.phone))
    if apply.post:
        rows.append(Row(label="Post", value=apply.post, icon="home"))
    return tuple(rows)


def phone_row(number: str) -> Row:
    """A phone number with the link that calls it."""
    return Row(label="Phone", value=number, href=f"tel:{number.replace(' ', '')}", icon="phone")


def _without_internet(entry: Opportunity) -> tuple[str, ...]:
    """What somebody without the internet can do."""
    known = [words for way, words in _WAYS_ON_PAPER_OR_PHONE if getattr(entry.apply, way, None)]
    if known:
        return (f"You can use the {' or the '.join(known)} above.",)
    offered = [
        words
        for term in (*entry.support, *entry.format)
        if (words := _ON_PAPER_OR_PHONE.get(term.code))
    ]
    return (
        (f"The page says that you can take part {offered[0]}.", *NO_NUMBER)
        if offered
        else NO_NUMBER
    )


def _cautions(listing: Listing) -> tuple[str, ...]:
    """What to bear in mind before relying on a listed entry."""
    entry = listing.entry
    if not listing.is_listed:
        return ()
    said = (
        "" if listing.is_confirmed else "We do not know if you can still join, so ask first.",
        "We read a saved copy of the page. It may have changed since."
        if entry.checked.how.code == "stored-copy"
        else "",
    )
    return tuple(sentence for sentence in said if sentence)


def _freshness(listing: Listing) -> tuple[Row, ...]:
    entry = listing.entry
    note = "" if listing.is_listed else entry.to_confirm
    age = wording.page_age(entry.checked)
    sure = entry.confidence
    facts = (
        ("We last looked", wording.how_checked(entry.checked)),
        ("How old the page is", age or wording.NOT_STATED),
        ("How sure we are", f"{sure.label}. {sure.hint}" if sure else ""),
        ("Our note", note),
        ("Next check due", wording.next_check_due(entry) if listing.is_listed else ""),
    )
    return tuple(
        [
            Row(label=label, value=value, known=value is not wording.NOT_STATED)
            for label, value in facts
            if value
        ]
    )


def _ended_words(listing: Listing) -> str:
    if listing.is_listed:
        return ""
    last = listing.entry.last_day
    if listing.status == "expired" and last:
        return f"This ended on {in_words(last)}."
    closed_on = listing.entry.closed_on
    return f"This closed on {in_words(closed_on)}." if closed_on else "This is closed."


def _moved_to(entry: Opportunity, catalogue: Catalogue) -> Source | None:
    for other in catalogue.opportunities if entry.moved_to else ():
        if other.slug == entry.moved_to:
            return Source(href=path_of(other), words=other.title)
    return None


def sources(addresses: Iterable[str]) -> tuple[Source, ...]:
    """Addresses with the name of the page each leads to; no two have the same name."""
    named: list[Source] = []
    seen: dict[str, int] = {}
    for address in addresses:
        words = wording.page_words(address)
        seen[words] = seen.get(words, 0) + 1
        numbered = words if seen[words] == 1 else f"{words} ({seen[words]})"
        named.append(Source(href=address, words=numbered))
    return tuple(named)


def alliance_card(alliance: Alliance, count: int) -> AllianceCard:
    """An alliance as it stands in a list, with how many opportunities it has of its own area."""
    ways = counted(count, "way to take part", "ways to take part")
    return AllianceCard(
        slug=alliance.slug,
        path=f"/alliances/{alliance.slug}/",
        name=alliance.name,
        short_name=alliance.short_name,
        patch_html=patch(alliance.patch["motif"], alliance.patch["colours"]),
        area=alliance.area["words"],
        regions=tuple(region["name"] for region in alliance.region["regions"]),
        count=count,
        count_words=ways if count else "Nothing of its own listed yet",
    )


def alliance_page(alliance: Alliance, count: int, body_html: str) -> AlliancePage:
    """An alliance's own page."""
    contact = alliance_contact(alliance)
    return AlliancePage(
        card=alliance_card(alliance, count),
        name=alliance.name,
        short_name=alliance.short_name,
        description=whole_sentences(
            f"{alliance.name}: how to reach it and how to take part. {alliance.summary}",
            MOST_OF_A_DESCRIPTION,
        ),
        summary=alliance.summary,
        body_html=body_html,
        contact=contact,
        contact_age=_age(alliance.contact),
        more_pages=sources(
            (*alliance.involvement.get("related", ()), *alliance.contact.get("older_sites", ()))
        ),
        first_email=first_email(alliance),
        councils=alliance.area["councils"],
        partly=alliance.area.get("partly", ()),
        facts=_alliance_facts(alliance),
        trusts=_trusts(alliance.trusts["list"]),
        trusts_count=len(alliance.trusts["list"]),
        trusts_scope=alliance.trusts.get("scope", ""),
        changed=tuple((fact["text"], sources(fact["sources"])) for fact in alliance.patient_facts),
        doubts=alliance.doubts,
        freshness=(Row(label="We last looked", value=wording.how_checked(alliance.checked)),),
        sources=_alliance_sources(alliance),
        missing=tuple(row.label for row in contact if not row.known),
    )


def alliance_contact(alliance: Alliance) -> tuple[Row, ...]:
    """Every way to reach an alliance: those that are known, then the gaps."""
    contact, involvement = alliance.contact, alliance.involvement
    website, page = contact.get("website"), involvement.get("url")
    email, phone, post = contact.get("email"), contact.get("phone"), contact.get("post")
    rows = (
        _known_or_gap("E-mail", "letter", email, email and f"mailto:{email}"),
        phone_row(phone) if phone else _known_or_gap("Phone", "phone"),
        _known_or_gap("Post", "home", post),
        _known_or_gap("Website", "world", website and wording.link_words(website), website),
        _known_or_gap("Page on taking part", "people", page and wording.page_words(page), page),
        *(
            Row(label="Social media", value=account, icon="bubble")
            for account in contact.get("social", ())
        ),
    )
    return tuple(sorted(rows, key=lambda row: not row.known))


def _known_or_gap(label: str, icon: str, value: str | None = None, href: str | None = None) -> Row:
    if value:
        return Row(label=label, value=value, href=href or "", icon=icon)
    return Row(label=label, value="Not found yet", known=False, icon=icon)


def _alliance_facts(alliance: Alliance) -> tuple[Detail, ...]:
    """Facts in the order in which people ask; what is not known is left out."""
    population = alliance.population
    census = population.get("census_2021")
    now, before = _boards(alliance.icbs["current"]), _boards(alliance.icbs.get("earlier", ()))
    rows = (
        Detail(
            label="NHS England region",
            lines=tuple(row["name"] for row in alliance.region["regions"]),
        ),
        Detail(
            label="People who live here",
            lines=(f"{int(census):,} in the 2021 census, inside the official boundary",)
            if census
            else (),
        ),
        Detail(label="Its own words on its size", lines=_some(_stated_population(population))),
        Detail(label="Integrated care boards now", lines=(*now, *_some(alliance.icbs.get("note")))),
        Detail(
            label="Integrated care boards before April 2026",
            lines=("The same",) if now == before else before,
        ),
        Detail(label="Where its team is based", lines=_some(_host(alliance))),
        Detail(
            label="Official code", lines=(f"{alliance.ons_code} (Office for National Statistics)",)
        ),
        Detail(label="Also called", lines=_some(alliance.names.get("known_as"))),
        Detail(
            label="Called before",
            lines=tuple(_former_name(name) for name in alliance.names.get("former", ())),
        ),
    )
    return tuple(row for row in rows if row.lines)


def _trusts(trusts: Iterable[Mapping[str, str]]) -> tuple[Detail, ...]:
    """Hospital trusts by how we know that they belong to the alliance."""
    groups: dict[str, list[str]] = {}
    for trust in trusts:
        words = f"{trust['name']} (code {trust['ods_code']})"
        groups.setdefault(trust["basis"], []).append(words)
    return tuple(
        Detail(label=capital(basis), lines=tuple(names)) for basis, names in groups.items()
    )


def _some(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _stated_population(population: Mapping[str, Any]) -> str | None:
    stated, age = population.get("stated"), population.get("stated_age")
    return f"{stated} ({age})" if stated and age else stated


def _host(alliance: Alliance) -> str | None:
    host = alliance.host
    return _with_codes(host["name"], host.get("ods_code")) if host else None


def _boards(boards: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    return tuple(
        _with_codes(board["name"], board.get("ods_code"), board.get("ons_code")) for board in boards
    )


def _with_codes(name: str, *codes: str | None) -> str:
    """A name, and behind it those of its codes that are known."""
    known = ", ".join(filter(None, codes))
    return f"{name} (code {known})" if known else name


def _former_name(name: Mapping[str, str]) -> str:
    period = " ".join(
        f"{word} {name[key]}" for word, key in (("from", "from"), ("until", "until")) if key in name
    )
    return f"{name['name']}, {period}" if period else name["name"]


def _alliance_sources(alliance: Alliance) -> tuple[SourceGroup, ...]:
    groups: tuple[tuple[str, Mapping[str, Any]], ...] = (
        ("Contact", alliance.contact),
        ("Taking part", alliance.involvement),
        ("Area", alliance.area),
        ("Names", alliance.names),
        ("Codes", alliance.codes),
        ("Region", alliance.region),
        ("Integrated care boards", alliance.icbs),
        ("Hospital trusts", alliance.trusts),
        ("Where its team is based", alliance.host or {}),
        ("People who live here", alliance.population),
    )
    return tuple(
        SourceGroup(
            label=label,
            age=_age(group),
            notes=tuple(
                capital(note)
                for note in (
                    group.get("how"),
                    group.get("code_note"),
                    group.get("census_note"),
                    *group.get("unlinked_sources", ()),
                )
                if note
            ),
            pages=sources(group["sources"]),
        )
        for label, group in groups
        if group.get("sources")
    )


def _age(group: Mapping[str, Any]) -> str:
    """How old the sources of some facts are, in words; empty where nobody wrote it."""
    return stopped(group["source_age"]) if "source_age" in group else ""


def lists_for(slug: str, listed: Iterable[Listing]) -> AllianceLists:
    """The listed opportunities that somebody in one alliance's area can join."""
    own: list[Listing] = []
    partners: list[Listing] = []
    anywhere: list[Listing] = []
    for listing in listed:
        entry = listing.entry
        if entry.alliances.everywhere:
            anywhere.append(listing)
        elif slug in entry.alliances.slugs:
            (own if entry.led_by_alliance else partners).append(listing)
    return AllianceLists(own=tuple(own), partners=tuple(partners), anywhere=tuple(anywhere))


def word_list(words: Iterable[Mapping[str, Any]]) -> tuple[tuple[str, tuple[Word, ...]], ...]:
    """The word list by first letter, in its own order."""
    letters: dict[str, list[Word]] = {}
    used: set[str] = set()
    for word in words:
        term = word["term"]
        also = ", ".join(word.get("also", ()))
        entry = Word(name=name_of(term, used), term=term, meaning=word["meaning"], also=also)
        letters.setdefault(term[0].upper(), []).append(entry)
    return tuple((letter, tuple(entries)) for letter, entries in letters.items())


def ways_to_have_a_say() -> tuple[Way, ...]:
    """The three ways, as the home page shows them."""
    return (
        Way(
            title="Find something to join",
            path="/opportunities/",
            text="Panels, surveys, hospital groups and research. Some you can do from home.",
            patch_html=patch("speech", ("gold", "cream", "damson")),
            tint="amber",
        ),
        Way(
            title="Contact your alliance",
            path="/find/",
            text="See which alliance is yours, what it covers and how to reach it.",
            patch_html=patch("two-people", ("mint", "pine", "terracotta")),
            tint="sage",
        ),
        Way(
            title="Write to your MP",
            path="/write-to-your-mp/",
            text="Ask your MP to meet the lead of your alliance, in your own words.",
            patch_html=patch("quarters", ("damson", "lavender", "gold")),
            tint="",
        ),
    )
