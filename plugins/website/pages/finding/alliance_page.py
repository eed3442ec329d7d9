"""An alliance's own page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from catalogue.model import wording
from catalogue.rules.markdown import MarkdownRenderer
from project import addresses
from project.words import capital, stopped, whole_sentences
from website.cards.alliance_card import AllianceCard, alliance_card
from website.cards.page_shell import ALLIANCES, HOME
from website.cards.rows import MOST_OF_A_DESCRIPTION, Row, Source, phone_row, sources
from website.exports import json_ld
from website.lists.alliance_lists import lists_for
from website.lists.corrections import correction_of_alliance
from website.messages.first_message import first_email
from website.pages.handouts.poster import poster_page
from website.pages.handouts.sheet import sheet_page
from website.site_files import TemplatePage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from catalogue.model.alliance import Alliance
    from website.cards.card import Card
    from website.lists.alliance_lists import AllianceLists
    from website.pages.finding.alliance_area import AllianceArea
    from website.site import Site

CARDS_FROM_ANYWHERE: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class CardGroup:
    """Opportunities under a heading with their number; where not all are shown, a link to them."""

    title: str
    total: int
    cards: list[Card]
    more_words: str = ""
    more_path: str = ""


def alliance_pages(site: Site, area_of: Callable[[str], AllianceArea]) -> Iterator[TemplatePage]:
    """The pages of each alliance; ``area_of`` gives its map by its slug."""
    renderer = MarkdownRenderer()
    for alliance in site.catalogue.alliances.values():
        yield from _alliance(site, alliance, area_of, renderer)


def _alliance(
    site: Site,
    alliance: Alliance,
    area_of: Callable[[str], AllianceArea],
    renderer: MarkdownRenderer,
) -> Iterator[TemplatePage]:
    card = site.alliance_cards[alliance.slug]
    view = alliance_page(alliance, card.count, renderer.html(alliance.body))
    mine = lists_for(alliance.slug, site.index.listed)
    trail = [HOME, ALLIANCES]
    yield TemplatePage(
        path=card.path,
        template="alliance",
        values={
            "view": view,
            "wrong": partial(correction_of_alliance, site.address, alliance.slug),
            "area": area_of(alliance.slug),
            "links": _parts_of_alliance(view),
            "groups": _groups_of_alliance(site, mine),
            "has_own": bool(mine.own or mine.partners),
            "follow": site.follow_links(addresses.ready_list("alliance", alliance.slug)),
            "breadcrumbs": trail,
            "structured_data": json_ld.as_script(
                [
                    json_ld.breadcrumbs([*trail, (alliance.name, card.path)], site.address),
                    json_ld.organization(alliance, site.address),
                ]
            ),
        },
    )
    yield sheet_page(site, alliance, mine)
    yield poster_page(site, alliance)


def _parts_of_alliance(view: AlliancePage) -> list[tuple[str, str]]:
    """The parts of an alliance's page, as words and the id of each."""
    parts = [
        ("What it covers", "area"),
        ("How to reach it", "contact"),
        ("Ways to take part", "join"),
        ("What people have changed", "changed"),
        ("Who decides here", "who"),
        ("What we are not sure about", "doubts"),
        ("Where this comes from", "sources"),
    ]
    return [part for part in parts if part[1] != "doubts" or view.doubts]


def _groups_of_alliance(site: Site, lists: AllianceLists) -> list[CardGroup]:
    """Its own opportunities, its partners', and the first of those for anywhere."""
    own, partners, anywhere = (len(one) for one in (lists.own, lists.partners, lists.anywhere))
    more = anywhere > CARDS_FROM_ANYWHERE
    groups = [
        CardGroup(title="From the alliance", total=own, cards=site.cards_of(lists.own)),
        CardGroup(
            title="From partners in this area", total=partners, cards=site.cards_of(lists.partners)
        ),
        CardGroup(
            title="Open to anyone in England",
            total=anywhere,
            cards=site.cards_of(lists.anywhere[:CARDS_FROM_ANYWHERE]),
            more_words=f"See all {anywhere} open to anyone" if more else "",
            more_path=addresses.ANYWHERE,
        ),
    ]
    return [group for group in groups if group.cards]


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
