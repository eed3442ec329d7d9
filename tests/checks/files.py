"""What programs read: feeds, calendars, the sitemap, lists for other sites; and what all weigh."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from posixpath import dirname, normpath

import feedparser
from icalendar import Calendar

from catalogue.model.status import LISTED, status_on
from tests.built import Built, Page, served
from tests.checks.pages import every
from website.exports.dcat import SETS

ATOM = "{http://www.w3.org/2005/Atom}"
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
JSON_FEED = "https://jsonfeed.org/version/1.1"
SHEET_OF_EMBED = "static/css/embed.css"

# Bytes, as gzip makes them. A page has room for each entry that it shows, and half a byte for each
# byte of its words: how long they are is up to people.
PAGE, CARD = 55_000, 150
SCRIPTS = 7_000
# Bytes as they are.
EMBED, EMBEDDED = 8_000, 500


def feeds_missing(site: Built) -> list[str]:
    """Feeds for each alliance, each kind and all of England; calendars for all but kinds."""
    stems = ["all", "anywhere"]
    stems += [f"alliance/{slug}" for slug in site.catalogue.alliances]
    stems += [f"kind/{term.code}" for term in site.catalogue.vocabularies["kinds"]]
    paths = [f"feeds/{stem}{ending}" for stem in stems for ending in (".atom.xml", ".json")]
    areas = [stem for stem in stems if stem != "all" and not stem.startswith("kind/")]
    paths += [f"calendars/{stem}.ics" for stem in areas]
    paths += [f"calendars/{name}.ics" for name in ("deadlines", "sessions")]
    return [path for path in paths if not (site.root / path).is_file()]


def feeds_that_cannot_be_read(site: Built) -> list[str]:
    """Each says where it stands; what it names has an id of its own and leads to our pages."""
    found = []
    for path, here in files(site, "feeds", ".xml"):
        feed = feedparser.parse(path.read_bytes())
        if feed.bozo:
            found.append(f"{here}: {feed.bozo_exception}")
            continue
        links = [link.attrib for link in ET.parse(path).getroot().findall(f"{ATOM}link")]
        if {"rel": "self", "href": site.address + here} not in links:
            found.append(f"{here}: does not say where it stands")
        if len({entry.id for entry in feed.entries}) != len(feed.entries):
            found.append(f"{here}: an id twice")
        found += [
            f"{here}: {entry.link}"
            for entry in feed.entries
            if not entry.link.startswith(f"{site.address}/")
        ]
    return found


def feeds_that_differ(site: Built) -> list[str]:
    """A feed as JSON holds the same as the one as Atom."""
    found = []
    for path, here in files(site, "feeds", ".json"):
        feed = json.loads(path.read_text(encoding="utf-8"))
        other = feedparser.parse(path.with_suffix(".atom.xml").read_bytes())
        same = [item["id"] for item in feed["items"]] == [entry.id for entry in other.entries]
        if feed["version"] != JSON_FEED or not same:
            found.append(here)
    return found


def entries_missing_from_the_feed(site: Built) -> list[str]:
    """The feed of everything names each entry that can be joined."""
    feed = feedparser.parse((site.root / "feeds/all.atom.xml").read_bytes())
    links = {entry.link for entry in feed.entries}
    listed = {
        f"{site.address}/opportunities/{one.slug}/"
        for one in site.catalogue.opportunities
        if status_on(one, site.today) in LISTED
    }
    return sorted(links ^ listed)


def calendars_that_cannot_be_opened(site: Built) -> list[str]:
    """Each is whole, knows its time zone, and gives every event an id of its own."""
    found = []
    for path, here in files(site, "calendars", ".ics"):
        whole = Calendar.from_ical(path.read_bytes())
        uids = [event["uid"] for event in whole.walk("VEVENT")]
        if whole.errors or not whole.walk("VTIMEZONE") or len(set(uids)) != len(uids):
            found.append(here)
    return found


def calendars_of_entries(site: Built) -> list[str]:
    """An entry with a date has one, even when it has ended; no other has."""
    entries = site.catalogue.opportunities
    dated = {one.slug for one in entries if one.closing_moment or one.sessions}
    there = {path.stem for path in (site.root / "calendars/opportunity").glob("*.ics")}
    return sorted(dated ^ there)


def files_without_a_link(site: Built) -> list[str]:
    """Every feed and calendar has one on the page about following, or on the page of its list."""
    pages = [p for p in site.pages if p.address.startswith(("/follow/", "/opportunities/"))]
    links = {tag.get("href") for page in pages for name, tag in page.tags if name == "a"}
    there = {here for _, here in (*files(site, "feeds", ".xml"), *files(site, "calendars", ".ics"))}
    # What has ended is not offered any more, but a calendar that somebody has keeps its address.
    left = (site.address + here for here in there if not here.startswith("/calendars/opportunity/"))
    return sorted(set(left) - links)


def files_that_are_named_and_missing(site: Built) -> list[str]:
    """The page about open data and the record for catalogues name files that are there."""
    named = {a["href"] for a in site.page("/data/").soup.main.find_all("a")}
    named |= {form.path for one in SETS for form in one.downloads}
    named |= {form.schema for one in SETS for form in one.downloads if form.schema}
    ours = [path for path in named if re.match(r"/(api|feeds|calendars)/", path)]
    return sorted(path for path in ours if not (site.root / path.lstrip("/")).is_file())


def examples_that_do_not_run(site: Built) -> list[str]:
    """Each example in Python on the page about open data ends well, whatever there is to print."""
    blocks = [block.text for block in site.page("/data/").soup.main.find_all("pre")]
    examples = [text for text in blocks if text.startswith("import ")]
    with served(site) as address:
        return [example for example in examples if not runs(example.replace("SITE", address))]


def runs(program: str) -> bool:
    """Whether a program in Python ends well."""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    return run.returncode == 0


def pages_missing_from_the_sitemap(site: Built) -> list[str]:
    """It names every page but the one for what is not there, and lists for other sites."""
    named = {row.text for row in ET.fromstring(site.read("sitemap.xml")).iter(LOC)}
    pages = {
        site.address + page.address
        for page in site.pages
        if not page.address.startswith("/embed/") and page.address != "/404.html"
    }
    return sorted(str(address) for address in named ^ pages)


def robots_without_the_sitemap(site: Built) -> list[str]:
    """Robots are told where it is."""
    line = f"Sitemap: {site.address}/sitemap.xml"
    return [] if line in site.read("robots.txt").splitlines() else [line]


def lists_for_other_sites(site: Built) -> list[str]:
    """Each is small, stands alone, opens what it names in the whole window, and is not found."""
    sheet = (site.root / SHEET_OF_EMBED).stat().st_size

    def wrong(page: Page) -> Iterator[object]:
        if not page.address.startswith("/embed/"):
            return
        head = page.soup.head
        room = EMBED + EMBEDDED * len(page.soup.select(".app-embed__item"))
        if len(page.text.encode()) + sheet > room:
            yield f"more than {room} bytes"
        if head.find("meta", attrs={"name": "robots"})["content"] != "noindex":
            yield "can be found"
        if head.find("base")["target"] != "_top":
            yield "opens in the frame"
        if [tag["src"] for tag in page.soup.find_all("script")] != ["/static/js/shared/fresh.js"]:
            yield "runs something else"
        yield from page.soup.find_all(["img", "form", "iframe", "h1"])

    return every(site, wrong)


def heavy_pages(site: Built) -> list[str]:
    """A first view loads fast: the page, its style sheet, scripts, font and pictures."""

    size_of = sizes_in(site)

    def wrong(page: Page) -> Iterator[object]:
        words = (page.soup.main or page.soup).get_text().encode()
        cards = page.soup.select(".app-entry, #large > li")
        room = PAGE + CARD * len(cards) + len(words) // 2
        size = zipped(page.text.encode()) + sum(map(size_of, shown_at_first(site, page)))
        if size > room:
            yield f"{size} of {room} bytes"

    return every(site, wrong)


def heavy_scripts(site: Built) -> list[str]:
    """What runs on a page before anybody touches it is small."""

    size_of = sizes_in(site)

    def wrong(page: Page) -> Iterator[object]:
        size = sum(map(size_of, scripts_of(site, page)))
        if size > SCRIPTS:
            yield f"{size} of {SCRIPTS} bytes"

    return every(site, wrong)


def zipped(data: bytes) -> int:
    """How many bytes gzip makes of these."""
    return len(gzip.compress(data, 6))


def scripts_of(site: Built, page: Page) -> set[str]:
    """What a page runs before anybody touches it: its scripts and all that those import."""
    waiting = {script["src"] for script in page.soup.find_all("script", src=True)}
    waiting |= {link["href"] for link in page.soup.head.find_all("link", rel="modulepreload")}
    names: set[str] = set()
    while waiting:
        name = waiting.pop()
        names.add(name)
        imported = re.findall(r'\bimport [^"]*"(\.[\w./]+\.js)"', site.read(name))
        waiting |= {normpath(f"{dirname(name)}/{one}") for one in imported} - names
    return names


def shown_at_first(site: Built, page: Page) -> set[str]:
    """The files that a browser needs for the first view of a page."""
    names = {link["href"] for link in page.soup.head.find_all("link", rel=["stylesheet", "icon"])}
    names |= {link["href"] for link in page.soup.head.find_all("link", rel="preload")}
    names |= {image["src"] for image in page.soup.find_all("img", src=True)}
    return names | {"/static/img/band.svg"} | scripts_of(site, page)


def sizes_in(site: Built) -> Callable[[str], int]:
    """What tells how many bytes a file of the site has; many pages share one."""
    return cache(lambda name: zipped((site.root / name.lstrip("/")).read_bytes()))


def files(site: Built, folder: str, ending: str) -> list[tuple[Path, str]]:
    """Each file below a folder of the site, and its path there."""
    found = sorted((site.root / folder).rglob(f"*{ending}"))
    return [(path, f"/{path.relative_to(site.root).as_posix()}") for path in found]


LOCAL = (
    feeds_missing,
    feeds_that_cannot_be_read,
    feeds_that_differ,
    entries_missing_from_the_feed,
    calendars_that_cannot_be_opened,
    calendars_of_entries,
    files_without_a_link,
    files_that_are_named_and_missing,
    examples_that_do_not_run,
    lists_for_other_sites,
    heavy_pages,
    heavy_scripts,
)
PUBLISHED = (
    feeds_that_cannot_be_read,
    feeds_that_differ,
    entries_missing_from_the_feed,
    pages_missing_from_the_sitemap,
    robots_without_the_sitemap,
)
