"""An alliance's own page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from catalogue.model import wording
from catalogue.rules.markdown import MarkdownRenderer
from project import addresses
from project.words import capital, counted, stopped, whole_sentences
from website.cards.alliance_card import AllianceCard, alliance_card
from website.cards.page_shell import ALLIANCES, HOME
from website.cards.rows import MOST_OF_A_DESCRIPTION, Row, Source, sources
from website.exports import json_ld
from website.lists.alliance_lists import lists_for
from website.lists.corrections import correction_of_alliance
from website.pages.finding.alliance_contact import first_contact, known_contacts, other_routes
from website.pages.handouts.poster import poster_page
from website.pages.handouts.sheet import sheet_page
from website.site_files import TemplatePage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from catalogue.model.alliance import Alliance
    from catalogue.model.index import Listing
    from website.cards.card import Card
    from website.lists.alliance_lists import AllianceLists
    from website.pages.finding.alliance_area import AllianceArea
    from website.pages.finding.alliance_contact import FirstContact, RouteGroup
    from website.site import Site

CARDS_FROM_ANYWHERE: Final = 4
WAYS: Final = ("way to take part", "ways to take part")


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """What somebody in the area can join: how many, how sure we are, and where there is more.

    ``number`` counts what is for the area alone; where that is nothing, ``cards`` are of what is
    open to anyone.
    """

    number: int
    number_words: str
    doubt: str
    cards: list[Card]
    more_words: str


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
            "wrong": correction_of_alliance(site.address, alliance.slug),
            "area": area_of(alliance.slug),
            "joining": _joining(site, mine),
            "anywhere": addresses.ANYWHERE,
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


def _joining(site: Site, lists: AllianceLists) -> Joining:
    """What is for the area, as the whole list has it; else the first of those for anywhere."""
    local, anywhere = lists.local, lists.anywhere
    shown = local or anywhere[:CARDS_FROM_ANYWHERE]
    return Joining(
        number=len(local),
        number_words=counted(len(local), *WAYS),
        doubt=_doubt(shown),
        cards=site.cards_of(shown),
        more_words=f"See {len(anywhere)} open to anyone in England" if anywhere else "",
    )


def _doubt(shown: Sequence[Listing]) -> str:
    """How sure we are of what is shown."""
    confirmed = sum(listing.is_confirmed for listing in shown)
    if confirmed == len(shown):
        return ""
    these = "all of these" if confirmed else "these"
    return f"We have not been able to confirm {these} yet. Each page helps you ask."


@dataclass(frozen=True, slots=True, kw_only=True)
class AlliancePage:
    """Everything on an alliance's own page, except its lists of opportunities."""

    card: AllianceCard
    name: str
    short_name: str
    description: str
    summary: str
    body_html: str
    first: FirstContact
    contact: tuple[Row, ...]
    contact_age: str
    routes: tuple[RouteGroup, ...]
    more_pages: tuple[Source, ...]
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
        first=first_contact(alliance),
        contact=known_contacts(alliance),
        contact_age=_age(alliance.contact),
        routes=other_routes(alliance),
        more_pages=sources(
            (*alliance.involvement.get("related", ()), *alliance.contact.get("older_sites", ()))
        ),
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
    )


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
        Detail(
            label="Population, according to the alliance",
            lines=_some(_stated_population(population)),
        ),
        Detail(label="Integrated care boards now", lines=(*now, *_some(alliance.icbs.get("note")))),
        Detail(
            label="Integrated care boards before April 2026",
            lines=("The same",) if now == before else before,
        ),
        Detail(label="Host organisation", lines=_some(_host(alliance))),
        Detail(
            label="Official code", lines=(f"{alliance.ons_code} (Office for National Statistics)",)
        ),
        Detail(label="Also called", lines=_some(alliance.names.get("known_as"))),
        Detail(
            label="Previous names",
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
        ("Host organisation", alliance.host or {}),
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
