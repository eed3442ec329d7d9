"""Views: what the templates read. All words and decisions are made here or before; a template
only lays them out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from catalogue import wording
from catalogue.dates import in_words
from catalogue.patch import patch

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from catalogue.index import Listing
    from catalogue.model import Alliance, Apply, Catalogue, Opportunity

TAGS: Final[Mapping[str, tuple[str, str]]] = {
    "closing_soon": ("Closing soon", "soon"),
    "needs_check": ("Not confirmed yet", "unconfirmed"),
    "not_yet_open": ("Not open yet", "unconfirmed"),
    "closed": ("Closed", "ended"),
    "expired": ("Ended", "ended"),
}
EVERYWHERE_PATCH: Final = ("speech", ("plum", "damson", "gold"))


class Fact(NamedTuple):
    """An icon's name and a few words."""

    icon: str
    text: str


class Answer(NamedTuple):
    """One of the five questions that people ask first."""

    question: str
    answer: str
    known: bool
    icon: str
    note: str = ""


class Row(NamedTuple):
    """A name and its value; ``href`` where the value is a link, ``known`` False for a gap."""

    label: str
    value: str
    href: str = ""
    known: bool = True


class Source(NamedTuple):
    """A page where a fact stands."""

    href: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An opportunity in a list."""

    slug: str
    path: str
    title: str
    patch_html: str
    tag: str
    tag_kind: str
    who: str
    when: str
    when_date: str
    summary: str
    facts: tuple[Fact, ...]
    not_stated: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunityPage:
    """Everything on an opportunity's own page."""

    card: Card
    title: str
    summary: str
    description: str
    organiser: str
    status: str
    status_label: str
    status_hint: str
    is_listed: bool
    is_confirmed: bool
    ended_words: str
    answers: tuple[Answer, ...]
    who_can_join: tuple[Row, ...]
    support: tuple[str, ...]
    ways: tuple[Row, ...]
    apply_how: str
    has_way_without_internet: bool
    sessions: tuple[Row, ...]
    freshness: tuple[Row, ...]
    to_confirm: str
    confidence: str
    is_stored_copy: bool
    dates_note: str
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
    councils: tuple[str, ...]
    partly: tuple[str, ...]
    facts: tuple[Row, ...]
    trusts: tuple[Row, ...]
    changed: tuple[tuple[str, tuple[Source, ...]], ...]
    former_names: tuple[str, ...]
    doubts: tuple[str, ...]
    notes: tuple[str, ...]
    freshness: tuple[Row, ...]
    sources: tuple[tuple[str, str, tuple[Source, ...]], ...]
    missing: tuple[str, ...]


class AllianceLists(NamedTuple):
    """The opportunities of one alliance: its own, its partners', and those for anywhere."""

    own: tuple[Listing, ...]
    partners: tuple[Listing, ...]
    anywhere: tuple[Listing, ...]


def card_of(listing: Listing, catalogue: Catalogue) -> Card:
    """An opportunity as it stands in a list."""
    entry = listing.entry
    tag, tag_kind = TAGS.get(listing.status, ("", ""))
    known, missing = _card_facts(entry)
    last = entry.last_day
    return Card(
        slug=entry.slug,
        path=f"/opportunities/{entry.slug}/",
        title=entry.title,
        patch_html=patch_of(entry, catalogue),
        tag=tag,
        tag_kind=tag_kind,
        who=wording.where_it_is_for(entry, catalogue.alliances),
        when=wording.when_on_card(listing),
        when_date=last.isoformat() if last and listing.status != "closed" else "",
        summary=entry.summary,
        facts=known,
        not_stated=missing,
        status=listing.status,
    )


def _card_facts(entry: Opportunity) -> tuple[tuple[Fact, ...], str]:
    asked = (
        ("people", "what you do", entry.kind.label),
        ("screen", "how", wording.how(entry)),
        ("clock", "time", wording.how_long_short(entry)),
        ("pound", "money", wording.money_short(entry)),
    )
    known = tuple(Fact(icon, text) for icon, _, text in asked if text)
    missing = wording.joined([name for _, name, text in asked if not text])
    return known, f"{wording.NOT_STATED}: {missing}" if missing else ""


def patch_of(entry: Opportunity, catalogue: Catalogue) -> str:
    """The patch of an entry's first alliance, or the one for anywhere."""
    for slug in entry.alliances:
        alliance = catalogue.alliances.get(slug)
        if alliance:
            return patch(alliance.patch["motif"], alliance.patch["colours"])
    return patch(*EVERYWHERE_PATCH)


def opportunity_page(
    listing: Listing, card: Card, catalogue: Catalogue, body_html: str
) -> OpportunityPage:
    """An opportunity's own page."""
    entry = listing.entry
    status = catalogue.vocabularies["statuses"][listing.status]
    apply = entry.apply
    return OpportunityPage(
        card=card,
        title=entry.title,
        summary=entry.summary,
        description=_shortened(entry.summary, 155),
        organiser=entry.organiser,
        status=listing.status,
        status_label=status.label,
        status_hint=status.hint,
        is_listed=listing.is_listed,
        is_confirmed=listing.is_confirmed,
        ended_words=_ended_words(listing),
        answers=_answers(listing),
        who_can_join=_who_can_join(entry),
        support=tuple(term.label for term in entry.support),
        ways=_ways(apply),
        apply_how=apply.how or "" if apply else "",
        has_way_without_internet=bool(apply and apply.has_way_without_internet),
        sessions=tuple(
            Row(in_words(session.starts), session.place or "") for session in entry.sessions
        ),
        freshness=_freshness(entry),
        to_confirm=entry.to_confirm or "",
        confidence=entry.confidence.hint if entry.confidence else "",
        is_stored_copy=entry.checked.how.code == "stored-copy",
        dates_note=entry.dates_note or "",
        outcome=entry.outcome or "",
        sources=sources(entry.sources),
        alliances=tuple(
            Source(f"/alliances/{slug}/", catalogue.alliances[slug].name)
            for slug in entry.alliances
            if slug in catalogue.alliances
        ),
        body_html=body_html,
        moved_to=_moved_to(entry, catalogue),
    )


def _answers(listing: Listing) -> tuple[Answer, ...]:
    entry = listing.entry
    paid = entry.payment is not None and entry.payment.code in {"paid", "voucher"}
    asked = (
        ("How long does it take?", wording.how_long(entry), "clock", ""),
        ("Where is it?", wording.where(entry), "place", ""),
        (
            "Is there money?",
            wording.money(entry),
            "pound",
            wording.BENEFITS_NOTE if paid else "",
        ),
        ("Who is it for?", wording.who_for(entry), "people", ""),
        ("By when?", wording.by_when(listing), "calendar", entry.dates_note or ""),
    )
    return tuple(
        Answer(question, answer or wording.NOT_STATED, bool(answer), icon, note)
        for question, answer, icon, note in asked
    )


def _who_can_join(entry: Opportunity) -> tuple[Row, ...]:
    types = [term for term in entry.cancer_types if term.code != wording.ANY_CODE]
    stages = [term for term in entry.stages if term.code != wording.ANY_CODE]
    return (
        Row("Who can join", entry.eligibility or wording.NOT_STATED, known=bool(entry.eligibility)),
        Row("Type of cancer", wording.labels(types) or "Any"),
        Row("Part of the journey", wording.labels(stages) or "Any"),
    )


def _ways(apply: Apply | None) -> tuple[Row, ...]:
    if apply is None:
        return ()
    rows = (
        Row("Web page", wording.link_words(apply.url), apply.url) if apply.url else None,
        Row("E-mail", apply.email, f"mailto:{apply.email}") if apply.email else None,
        phone_row(apply.phone) if apply.phone else None,
        Row("Post", apply.post) if apply.post else None,
    )
    return tuple(row for row in rows if row)


def phone_row(number: str) -> Row:
    """A phone number with the link that calls it."""
    return Row("Phone", number, f"tel:{number.replace(' ', '')}")


def _freshness(entry: Opportunity) -> tuple[Row, ...]:
    age = wording.page_age(entry.checked)
    return (
        Row("We last looked", wording.how_checked(entry.checked)),
        Row("Date of the page we read", age or wording.NOT_STATED, known=bool(age)),
        Row("Next check due", wording.next_check_due(entry)),
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
            return Source(f"/opportunities/{other.slug}/", other.title)
    return None


def sources(addresses: Iterable[str]) -> tuple[Source, ...]:
    """Addresses with the name of the site each leads to."""
    return tuple(Source(address, wording.link_words(address)) for address in addresses)


def alliance_card(alliance: Alliance, count: int) -> AllianceCard:
    """An alliance as it stands in a list, with how many opportunities it has of its own area."""
    return AllianceCard(
        slug=alliance.slug,
        path=f"/alliances/{alliance.slug}/",
        name=alliance.name,
        short_name=alliance.short_name,
        patch_html=patch(alliance.patch["motif"], alliance.patch["colours"]),
        area=alliance.area["words"],
        regions=tuple(region["name"] for region in alliance.region["regions"]),
        count=count,
        count_words=wording.counted(count, "way to take part", "ways to take part"),
    )


def alliance_page(alliance: Alliance, count: int, body_html: str) -> AlliancePage:
    """An alliance's own page."""
    contact = alliance_contact(alliance)
    return AlliancePage(
        card=alliance_card(alliance, count),
        name=alliance.name,
        short_name=alliance.short_name,
        description=alliance.summary,
        summary=alliance.summary,
        body_html=body_html,
        contact=contact,
        councils=alliance.area["councils"],
        partly=alliance.area.get("partly", ()),
        facts=_alliance_facts(alliance),
        trusts=tuple(Row(trust["name"], trust["ods_code"]) for trust in alliance.trusts["list"]),
        changed=tuple((fact["text"], sources(fact["sources"])) for fact in alliance.patient_facts),
        former_names=tuple(_former_name(name) for name in alliance.names.get("former", ())),
        doubts=alliance.doubts,
        notes=tuple(
            note for note in (alliance.icbs.get("note"), alliance.icbs.get("code_note")) if note
        ),
        freshness=(
            Row("We last looked", wording.how_checked(alliance.checked)),
            Row("How old the contact details are", alliance.contact["source_age"]),
        ),
        sources=_alliance_sources(alliance),
        missing=tuple(row.label for row in contact if not row.known),
    )


def alliance_contact(alliance: Alliance) -> tuple[Row, ...]:
    """Every way to reach an alliance, those that are not known included."""
    contact, involvement = alliance.contact, alliance.involvement
    website, page = contact.get("website"), involvement.get("url")
    email, phone, post = contact.get("email"), contact.get("phone"), contact.get("post")
    return (
        _known_or_gap("Website", website and wording.link_words(website), website),
        _known_or_gap("Page on taking part", page and wording.link_words(page), page),
        _known_or_gap("E-mail", email, email and f"mailto:{email}"),
        phone_row(phone) if phone else _known_or_gap("Phone", None, None),
        _known_or_gap("Post", post, None),
    )


def _known_or_gap(label: str, value: str | None, href: str | None) -> Row:
    return Row(label, value, href or "") if value else Row(label, "Not found yet", known=False)


def _alliance_facts(alliance: Alliance) -> tuple[Row, ...]:
    population = alliance.population
    census = population.get("census_2021")
    host = alliance.host
    rows = (
        ("Region", wording.joined(row["name"] for row in alliance.region["regions"])),
        (
            "People who live here",
            f"{int(census):,} in the 2021 census, inside the official boundary" if census else None,
        ),
        ("What the NHS says of its size", _stated_population(population)),
        ("Integrated care boards since April 2026", _boards(alliance.icbs["current"])),
        ("Integrated care boards before that", _boards(alliance.icbs.get("earlier", ()))),
        ("Team based at", host["name"] if host else None),
        ("Official code", f"{alliance.ons_code} (Office for National Statistics)"),
        ("Also called", alliance.names.get("known_as")),
    )
    return tuple(
        Row(label, value or wording.NOT_STATED, known=bool(value)) for label, value in rows
    )


def _stated_population(population: Mapping[str, Any]) -> str | None:
    stated, age = population.get("stated"), population.get("stated_age")
    return f"{stated} ({age})" if stated and age else stated


def _boards(boards: Iterable[Mapping[str, Any]]) -> str:
    return "; ".join(board["name"] for board in boards)


def _former_name(name: Mapping[str, str]) -> str:
    period = " ".join(
        f"{word} {name[key]}" for word, key in (("from", "from"), ("until", "until")) if key in name
    )
    return f"{name['name']}, {period}" if period else name["name"]


def _alliance_sources(alliance: Alliance) -> tuple[tuple[str, str, tuple[Source, ...]], ...]:
    groups = (
        ("Names", alliance.names),
        ("Codes", alliance.codes),
        ("Region", alliance.region),
        ("Integrated care boards", alliance.icbs),
        ("Hospital trusts", alliance.trusts),
        ("Area", alliance.area),
        ("Population", alliance.population),
        ("Team based at", alliance.host or {}),
        ("Contact", alliance.contact),
        ("Taking part", alliance.involvement),
    )
    return tuple(
        (label, group.get("source_age", ""), sources(group.get("sources", ())))
        for label, group in groups
        if group.get("sources")
    )


def lists_for(slug: str, listed: Iterable[Listing]) -> AllianceLists:
    """The listed opportunities that somebody in one alliance's area can join."""
    own: list[Listing] = []
    partners: list[Listing] = []
    anywhere: list[Listing] = []
    for listing in listed:
        entry = listing.entry
        if entry.everywhere:
            anywhere.append(listing)
        elif slug in entry.alliances:
            (own if entry.led_by_alliance else partners).append(listing)
    return AllianceLists(tuple(own), tuple(partners), tuple(anywhere))


def _shortened(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    return text[: most - 1].rpartition(" ")[0].rstrip(",;:") + "…"
