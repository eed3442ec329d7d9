"""Pages: what the catalogue adds to the site, as templates to fill and texts to write.

Everything here is made from values and gives values back; the adapter renders and writes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from html import escape
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from catalogue.rules.markdown import Renderer
from catalogue.schema.dates import in_words, part_in_words
from catalogue.schema.json_schema import ALLIANCE_TITLE, OPPORTUNITY_TITLE, json_schema
from catalogue.schema.tables import ALLIANCE
from project import addresses
from project.words import counted
from website.artwork.patches import patch
from website.cards import card as views
from website.exports import calendars, json_ld, open_data
from website.finder.finder_data import data_files, finder_data
from website.finder.finder_panel import panel_of
from website.lists.alternatives import Alternatives
from website.lists.contents import contents_of
from website.lists.corrections import correction_of_alliance, correction_of_entry
from website.lists.facets import facets_of, rows_of
from website.lists.ready_lists import CARDS_ON_A_PAGE, GROUPS, ready_lists
from website.lists.selections import selections
from website.pages.handouts import handouts
from website.pages.handouts.large_print import large_item

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from catalogue.model.catalogue_values import Alliance, Catalogue
    from catalogue.model.index import Index, Listing
    from website.cards.card import AllianceCard, AllianceLists, AlliancePage, Card
    from website.finder.finder_data import FinderData
    from website.finder.finder_panel import Panel
    from website.lists.ready_lists import Choice, ReadyList
    from website.lists.selections import Selection
    from website.pages.finding.find_values import AllianceArea

HOME: Final = ("Home", "/")
OPPORTUNITIES: Final = ("Opportunities", "/opportunities/")
ALLIANCES: Final = ("All alliances", "/alliances/")
ALL: Final = ("All", "/opportunities/")
# What the page on writing to an MP says where the name of an alliance goes.
BLANK_FOR_NAME: Final = "[the name of your Cancer Alliance]"
CARDS_ON_HOME: Final = 3
CARDS_FROM_ANYWHERE: Final = 4
# What the link to the other lists of a group says.
SIBLINGS: Final = {group.key: group.others for group in GROUPS}
SITE_DESCRIPTION: Final = (
    "Find your NHS Cancer Alliance and ways to have your say in cancer care where you live."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplatePage:
    """A template and the values it needs; ``path`` is the address, ``/`` for the home page."""

    path: str
    template: str
    values: dict[str, Any]
    is_listed: bool = True
    """Whether search engines may list it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProsePage:
    """A page written in Markdown, with the names under which its template knows it."""

    title: str
    slug: str
    url: str
    template: str
    nav: str
    trail: tuple[tuple[str, str], ...]
    metadata: Mapping[str, str]
    checked: str
    before_mark: str
    after_mark: str
    data_html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFile:
    """A file that is written as it is."""

    path: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finder:
    """What filters the full list."""

    panel: Panel
    data: FinderData


@dataclass(frozen=True, slots=True, kw_only=True)
class CardGroup:
    """Opportunities under a heading with their number; where not all are shown, a link to them."""

    title: str
    total: int
    cards: list[Card]
    more_words: str = ""
    more_path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionGroup:
    """The alliances of one NHS England region."""

    name: str
    alliances: tuple[AllianceCard, ...]


class Cards(Mapping[str, "Card"]):
    """The card of each entry by its slug; each is made when it is first asked for.

    Processes that share the work out need few of each other's.
    """

    def __init__(self, index: Index, catalogue: Catalogue) -> None:
        self._listings = index.by_slug
        self._catalogue = catalogue
        self._made: dict[str, Card] = {}

    def __getitem__(self, slug: str) -> Card:
        if slug not in self._made:
            self._made[slug] = views.card_of(self._listings[slug], self._catalogue)
        return self._made[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self._listings)

    def __len__(self) -> int:
        return len(self._listings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A catalogue on one day, ready to be laid out. ``address`` has no final slash."""

    catalogue: Catalogue
    index: Index
    today: date
    address: str
    lists: tuple[ReadyList, ...]
    selections: tuple[Selection, ...]
    cards: Mapping[str, Card]
    alliance_cards: Mapping[str, AllianceCard]
    mailbox: str
    repository: str
    choices: Mapping[str, tuple[Choice, ...]]
    by_page: Mapping[str, Selection]
    """The selections by the list that shows each; the other lists have none of their own."""

    def cards_of(self, listings: Sequence[Listing]) -> list[Card]:
        """The cards of listings, in their order."""
        return [self.cards[listing.entry.slug] for listing in listings]

    def follow_links(self, path: str) -> tuple[tuple[str, str], ...]:
        """Words and paths for following the list at a path, or else everything."""
        return (self.by_page.get(path) or self.by_page[addresses.OPPORTUNITIES]).follow_links

    def feed_of(self, path: str) -> str:
        """The path of the feed of the list at a path, empty where it has none of its own."""
        return self.by_page[path].atom_path if path in self.by_page else ""


def site_of(
    catalogue: Catalogue,
    index: Index,
    today: date,
    address: str,
    mailbox: str = "",
    repository: str = "",
) -> Site:
    """Everything the pages are made from."""
    lists = ready_lists(catalogue, index)
    followed = selections(catalogue, index)
    counts = index.counts("alliance")
    alliance_cards = {
        slug: views.alliance_card(alliance, counts.get(slug, 0))
        for slug, alliance in catalogue.alliances.items()
    }
    return Site(
        catalogue=catalogue,
        index=index,
        today=today,
        address=address,
        mailbox=mailbox,
        repository=repository,
        lists=lists,
        selections=followed,
        by_page={one.page: one for one in followed},
        cards=Cards(index, catalogue),
        alliance_cards=alliance_cards,
        choices={
            group: tuple(one.choice for one in lists if one.group == group and one.listings)
            for group in ("special", *SIBLINGS)
        },
    )


def finder_of(site: Site) -> Finder:
    """The panel of the full list, and what a browser needs to filter it."""
    facets = facets_of(site.catalogue)
    rows = rows_of(site.index, facets, site.catalogue)
    patches = [
        *(site.alliance_cards[option.code].patch_html for option in facets[0].options),
        patch(*views.EVERYWHERE_PATCH),
    ]
    data = finder_data(rows, facets, [site.cards[row.slug] for row in rows], patches)
    return Finder(panel=panel_of(rows, facets, data), data=data)


def shared_values(site: Site, panel: Panel) -> dict[str, Any]:
    """What the pages written in Markdown may show of the catalogue.

    The full list shows as many cards as one page holds; the ready-made lists hold the others.
    """
    listed = site.index.listed
    confirmed = [one for one in listed if one.is_confirmed]
    shown = listed[:CARDS_ON_A_PAGE]
    return {
        "choices": site.choices,
        "choose_by": [(group.title, site.choices[group.key]) for group in GROUPS],
        "regions": region_groups(site),
        "listed_count": len(listed),
        "confirmed_count": len(confirmed),
        "unconfirmed_count": len(listed) - len(confirmed),
        "hidden_count": len(listed) - len(shown),
        "confirmed_cards": site.cards_of([one for one in shown if one.is_confirmed]),
        "unconfirmed_cards": site.cards_of([one for one in shown if not one.is_confirmed]),
        "words": views.word_list(site.catalogue.words),
        "finder": panel,
        "contents_of": contents_of,
        "follow": site.follow_links("/opportunities/"),
        "day_words": part_in_words,
    }


def described(site: Site, slug: str, title: str, path: str, summary: str) -> dict[str, Any]:
    """What a page written in Markdown is, for search engines."""
    address = site.address
    if slug == "data":
        return json_ld.dataset(path, summary, address)
    if slug == "words":
        return json_ld.defined_terms(title, site.catalogue.words, path, address)
    if slug == "alliances":
        items = [(card.name, card.path) for card in site.alliance_cards.values()]
        return json_ld.listing_page(title, path, summary, items, address)
    if slug == "opportunities":
        return _listing_page(site, title, path, summary, site.index.listed[:CARDS_ON_A_PAGE])
    kind = json_ld.WRITTEN_KINDS.get(slug, "WebPage")
    return json_ld.page(kind, title, path, summary, address)


def _listing_page(
    site: Site, title: str, path: str, description: str, shown: Sequence[Listing]
) -> dict[str, Any]:
    """What a page that shows these opportunities is, for search engines."""
    entries = [one.entry for one in shown[: json_ld.MOST_LISTED]]
    items = [(entry.title, views.path_of(entry)) for entry in entries]
    return json_ld.listing_page(title, path, description, items, site.address, total=len(shown))


def region_groups(site: Site) -> list[RegionGroup]:
    """Alliances by region, the regions in the order in which alliances name them."""
    groups: dict[str, list[AllianceCard]] = {}
    for card in sorted(site.alliance_cards.values(), key=lambda one: one.short_name):
        groups.setdefault(card.regions[0], []).append(card)
    return [
        RegionGroup(name=name, alliances=tuple(cards)) for name, cards in sorted(groups.items())
    ]


def list_pages(site: Site) -> Iterator[TemplatePage]:
    """The home page, every ready-made list and the archive."""
    yield _home(site)
    for ready in site.lists:
        yield from _list_pages(site, ready)
    yield from _archive(site)


def alliance_pages(site: Site, area_of: Callable[[str], AllianceArea]) -> Iterator[TemplatePage]:
    """The pages of each alliance; ``area_of`` gives its map by its slug."""
    renderer = Renderer()
    for alliance in site.catalogue.alliances.values():
        yield from _alliance(site, alliance, area_of, renderer)


def mp_pages(site: Site, general: ProsePage) -> Iterator[TemplatePage]:
    """The page on writing to an MP, once for each alliance, with its name in the ask."""
    for alliance in site.catalogue.alliances.values():
        card = site.alliance_cards[alliance.slug]
        path = f"{card.path}write-to-your-mp/"
        title = f"{general.title} about {alliance.short_name}"
        summary = f"Ask your MP to meet the lead of {alliance.name}, in your own words."
        trail = [HOME, ALLIANCES, (alliance.name, card.path)]
        own = replace(
            general,
            title=title,
            url=path[1:],
            trail=tuple((name, site.address + address) for name, address in trail),
            metadata={"summary": summary},
            before_mark=_with_name(general.before_mark, alliance),
            after_mark=_with_name(general.after_mark, alliance),
            data_html=json_ld.as_script(
                [
                    json_ld.breadcrumbs([*trail, (title, path)], site.address),
                    json_ld.page("WebPage", title, path, summary, site.address),
                ]
            ),
        )
        shown = {"page": own, "contents_of": contents_of, "day_words": part_in_words}
        yield TemplatePage(path=path, template="mp", values=shown | {"breadcrumbs": []})


def _with_name(html: str, alliance: Alliance) -> str:
    """A page's HTML with the blank for an alliance's name filled in."""
    name = f"<strong>{escape(alliance.name)}</strong>"
    return str(html).replace(BLANK_FOR_NAME, name)


def opportunity_pages(site: Site) -> Iterator[TemplatePage]:
    """The page of each opportunity, those that ended included."""
    renderer, alternatives = Renderer(), Alternatives(site.index.listed)
    for listing in site.index.every:
        yield _opportunity(site, listing, renderer, alternatives)


def _home(site: Site) -> TemplatePage:
    soon = [one for one in site.index.listed if one.status == "closing_soon"]
    confirmed = [one for one in site.index.listed if one.is_confirmed]
    shown = (soon or confirmed)[:CARDS_ON_HOME]
    return TemplatePage(
        path="/",
        template="index",
        values={
            "cards": site.cards_of(shown),
            "cards_title": "Closing soon" if soon else "Open all the time",
            "cards_hint": "These close within 14 days."
            if soon
            else "You can ask to join at any time of the year.",
            "count_words": counted(len(site.index.listed), "opportunity", "opportunities"),
            "ways": views.ways_to_have_a_say(),
            "description": SITE_DESCRIPTION,
            "breadcrumbs": [],
            "structured_data": json_ld.as_script([json_ld.website(site.address, SITE_DESCRIPTION)]),
        },
    )


def _alliance(
    site: Site, alliance: Alliance, area_of: Callable[[str], AllianceArea], renderer: Renderer
) -> Iterator[TemplatePage]:
    card = site.alliance_cards[alliance.slug]
    view = views.alliance_page(alliance, card.count, renderer.html(alliance.body))
    mine = views.lists_for(alliance.slug, site.index.listed)
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
            "follow": site.follow_links(f"/opportunities/alliance/{alliance.slug}/"),
            "breadcrumbs": trail,
            "structured_data": json_ld.as_script(
                [
                    json_ld.breadcrumbs([*trail, (alliance.name, card.path)], site.address),
                    json_ld.organization(alliance, site.address),
                ]
            ),
        },
    )
    yield from _on_paper(site, alliance, mine)


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
            more_path="/opportunities/anywhere/",
        ),
    ]
    return [group for group in groups if group.cards]


def _on_paper(site: Site, alliance: Alliance, mine: AllianceLists) -> Iterator[TemplatePage]:
    card = site.alliance_cards[alliance.slug]
    trail = [HOME, ALLIANCES, (alliance.name, card.path)]
    shared = {
        "name": alliance.name,
        "short_name": alliance.short_name,
        "breadcrumbs": trail,
        "structured_data": "",
    }
    sheet = handouts.sheet_of(alliance, mine, site.today, site.address)
    poster = handouts.poster_of(alliance, site.address)
    yield TemplatePage(
        path=f"{card.path}sheet/", template="sheet", values=shared | {"sheet": sheet}
    )
    yield TemplatePage(
        path=f"{card.path}poster/",
        template="poster",
        values=shared | {"poster": poster, "patch_html": card.patch_html},
    )


def _opportunity(
    site: Site, listing: Listing, renderer: Renderer, alternatives: Alternatives
) -> TemplatePage:
    entry = listing.entry
    view = views.opportunity_page(listing, site.catalogue, renderer.html(entry.body))
    trail = [HOME, OPPORTUNITIES if listing.is_listed else ("Closed", "/opportunities/closed/")]
    path = view.path
    events = json_ld.events(entry, site.address, site.today) if listing.is_listed else []
    return TemplatePage(
        path=path,
        template="opportunity",
        values={
            "view": view,
            "calendar": calendars.path_of(entry)
            if listing.is_listed and calendars.has_dates(entry)
            else "",
            "wrong": partial(correction_of_entry, site.address, entry.slug),
            "instead": [] if listing.is_listed else site.cards_of(alternatives.for_entry(entry)),
            "breadcrumbs": trail,
            "structured_data": json_ld.as_script(
                [
                    json_ld.breadcrumbs([*trail, (entry.title, path)], site.address),
                    *(
                        events
                        or [
                            json_ld.page(
                                "WebPage", entry.title, path, view.description, site.address
                            )
                        ]
                    ),
                ]
            ),
        },
    )


def _list_pages(site: Site, ready: ReadyList) -> Iterator[TemplatePage]:
    yield from _pages_of_list(
        site,
        path=ready.path,
        title=ready.title,
        description=ready.description,
        intro=ready.intro,
        listings=ready.listings,
        group=ready.group,
    )


def _archive(site: Site) -> Iterator[TemplatePage]:
    yield from _pages_of_list(
        site,
        path="/opportunities/closed/",
        title="Closed and ended",
        description="Ways to take part that have closed or ended, kept for the record.",
        intro="You cannot join these any more. We keep their pages, so that links still work and "
        "you can see what people were asked.",
        listings=site.index.ended,
        group="closed",
    )


def large_print(site: Site, panel: Panel) -> Iterator[TemplatePage]:
    """Everything that is listed, as many on a page as cards are."""
    path = "/opportunities/print/"
    title = "Opportunities in large print"
    items = [large_item(listing, site.cards[listing.entry.slug]) for listing in site.index.listed]
    count = max(1, -(-len(items) // CARDS_ON_A_PAGE))
    paths = [_page_path(path, number) for number in range(1, count + 1)]
    for number, here in enumerate(paths, 1):
        first = (number - 1) * CARDS_ON_A_PAGE
        yield TemplatePage(
            path=here,
            template="print",
            values={
                "title": title if number == 1 else f"{title}, page {number}",
                "description": "Ways to have your say in cancer care, in large print, with phone "
                "numbers first.",
                "items": items[first : first + CARDS_ON_A_PAGE],
                "first": first,
                "step": CARDS_ON_A_PAGE,
                "finder": panel,
                "page_paths": paths,
                "page_number": number,
                "breadcrumbs": [HOME, OPPORTUNITIES],
                "structured_data": "",
            },
        )


def _pages_of_list(
    site: Site,
    *,
    path: str,
    title: str,
    description: str,
    intro: str,
    listings: Sequence[Listing],
    group: str,
) -> Iterator[TemplatePage]:
    """One page, or several of 200 cards with links between them."""
    count = max(1, -(-len(listings) // CARDS_ON_A_PAGE))
    trail = [HOME, OPPORTUNITIES]
    for number in range(1, count + 1):
        shown = listings[(number - 1) * CARDS_ON_A_PAGE : number * CARDS_ON_A_PAGE]
        cards = site.cards_of(shown)
        here = path if number == 1 else f"{path}page/{number}/"
        page_title = title if number == 1 else f"{title}, page {number}"
        yield TemplatePage(
            path=here,
            template="list",
            values={
                "title": page_title,
                "description": description,
                "intro": intro,
                "path": path,
                "group": group,
                "cards": cards,
                "count": len(listings),
                "count_words": counted(len(listings), "opportunity", "opportunities"),
                "has_unconfirmed": "needs_check" in map(attrgetter("status"), shown),
                "popular": (ALL, *site.choices["special"]),
                "siblings": site.choices[group] if group in SIBLINGS else (),
                "siblings_title": SIBLINGS.get(group, ""),
                "follow": () if group == "closed" else site.follow_links(path),
                "own_feed": site.feed_of(path),
                "page_paths": [_page_path(path, page) for page in range(1, count + 1)],
                "page_number": number,
                "breadcrumbs": trail,
                "structured_data": json_ld.as_script(
                    [
                        json_ld.breadcrumbs([*trail, (page_title, here)], site.address),
                        _listing_page(site, page_title, here, description, shown),
                    ]
                ),
            },
        )


def _page_path(path: str, number: int) -> str:
    return path if number == 1 else f"{path}page/{number}/"


def text_files(site: Site) -> Iterator[TextFile]:
    """Open data, schemas, and what robots and researchers look for."""
    listings = site.index.every
    items = [open_data.opportunity_item(listing, site.address) for listing in listings]
    alliances = [
        open_data.alliance_item(alliance, site.alliance_cards[slug].count, site.address)
        for slug, alliance in site.catalogue.alliances.items()
    ]
    yield from _records("opportunities", items, site)
    yield from _records("alliances", alliances, site)
    yield TextFile(
        path="api/v1/opportunities.csv", text=open_data.as_csv(items, site.catalogue.facts)
    )
    for name, title, facts in (
        ("opportunity", OPPORTUNITY_TITLE, site.catalogue.facts),
        ("alliance", ALLIANCE_TITLE, ALLIANCE),
    ):
        path = f"api/v1/schema/{name}.json"
        address = f"{site.address}/{path}"
        schema = json_schema(title, facts, site.catalogue.vocabularies, address)
        yield TextFile(path=path, text=open_data.as_json(schema))
    yield TextFile(path="robots.txt", text=_robots(site))
    yield TextFile(path=".well-known/security.txt", text=_security(site))


def finder_files(data: FinderData) -> Iterator[TextFile]:
    """What the finder of a long list loads."""
    for path, text in data_files(data):
        yield TextFile(path=path, text=text)


def _records(name: str, items: Sequence[Mapping[str, Any]], site: Site) -> Iterator[TextFile]:
    """Open data of one sort: a file for each item, and one for all of them."""
    for item in items:
        yield TextFile(path=f"api/v1/{name}/{item['slug']}.json", text=open_data.as_json(item))
    yield TextFile(
        path=f"api/v1/{name}.json", text=open_data.as_json(open_data.collection(items, site.today))
    )


def _robots(site: Site) -> str:
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.address}/sitemap.xml\n"


def _security(site: Site) -> str:
    """RFC 9116. Without a contact, which only a local build may lack, it says so."""
    contacts = [f"Contact: mailto:{site.mailbox}"] if site.mailbox else []
    if site.repository:
        contacts.append(f"Contact: {site.repository}/security/advisories/new")
    lines = contacts or ["# The owner of this site has not set a contact yet."]
    expires = (site.today + timedelta(days=364)).isoformat()
    return "\n".join([*lines, f"Expires: {expires}T00:00:00.000Z", "Preferred-Languages: en", ""])


def sitemap(paths: Sequence[str], address: str) -> str:
    """The sitemap of every address that search engines may list."""
    rows = "".join(f"<url><loc>{address}{path}</loc></url>\n" for path in sorted(paths))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    )


def build_date_words(today: date) -> str:
    """The day of the build as people read it."""
    return in_words(today)
