"""Feeds, calendars, lists for other sites and open data of a real build."""

from __future__ import annotations

import json
import re
import threading
import xml.etree.ElementTree as ET
from functools import partial
from html import unescape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import feedparser
import pytest
from icalendar import Calendar

from catalogue.dcat import SETS
from catalogue.loader import load
from tests.built import PROJECT, SUB_PATH, TODAY

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def catalogue():
    return load(PROJECT, TODAY).catalogue


def read(site, path):
    return (site.root / path.lstrip("/")).read_text(encoding="utf-8")


def test_there_is_a_feed_and_a_calendar_for_each_alliance_and_kind(site, catalogue):
    stems = [f"alliance/{slug}" for slug in catalogue.alliances]
    stems += [f"kind/{term.code}" for term in catalogue.vocabularies["kinds"]]
    for stem in ("anywhere", *stems):
        assert (site.root / f"feeds/{stem}.atom.xml").is_file(), stem
        assert (site.root / f"feeds/{stem}.json").is_file(), stem
        assert (site.root / f"calendars/{stem}.ics").is_file(), stem


@pytest.mark.parametrize("which", ["site", "published"])
def test_every_feed_can_be_read(which, request):
    built = request.getfixturevalue(which)
    paths = sorted((built.root / "feeds").rglob("*.xml"))
    assert len(paths) > 40
    for path in paths:
        feed = feedparser.parse(path.read_bytes())
        assert not feed.bozo, path
        tree = ET.parse(path).getroot()
        here = f"{built.address}/{path.relative_to(built.root).as_posix()}"
        assert {"rel": "self", "href": here} in [
            link.attrib for link in tree.findall(f"{ATOM}link")
        ]


def test_json_feeds_hold_the_same_entries_as_the_others(published):
    for path in sorted((published.root / "feeds").rglob("*.json")):
        feed = json.loads(path.read_text(encoding="utf-8"))
        other = feedparser.parse(path.with_suffix(".atom.xml").read_bytes())
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert [item["id"] for item in feed["items"]] == [entry.id for entry in other.entries]
        assert all(item["url"].startswith(f"{SUB_PATH}/opportunities/") for item in feed["items"])


def test_every_calendar_can_be_opened(site):
    paths = sorted((site.root / "calendars").rglob("*.ics"))
    assert len(paths) > 40
    for path in paths:
        whole = Calendar.from_ical(path.read_bytes())
        assert not whole.errors, path
        uids = [event["uid"] for event in whole.walk("VEVENT")]
        assert len(set(uids)) == len(uids)
        assert whole.walk("VTIMEZONE")


def test_an_entry_with_a_date_has_a_calendar_of_its_own_even_when_it_has_ended(site, catalogue):
    dated = {one.slug for one in catalogue.opportunities if one.deadline or one.sessions}
    assert {path.stem for path in (site.root / "calendars/opportunity").glob("*.ics")} == dated


def test_each_list_and_alliance_leads_to_a_feed_and_a_calendar(site):
    def links(address):
        return {a["href"] for a in site.page(address).soup.main.find_all("a", href=True)}

    own = {"/feeds/alliance/wessex.atom.xml", "/calendars/alliance/wessex.ics", "/follow/"}
    assert own <= links("/alliances/wessex/")
    assert own <= links("/opportunities/alliance/wessex/")
    assert "/feeds/kind/survey.atom.xml" in links("/opportunities/kind/survey/")
    everything = {"/feeds/all.atom.xml", "/calendars/deadlines.ics", "/follow/"}
    assert everything <= links("/opportunities/from-home/")
    assert everything <= links("/opportunities/")
    assert not [one for one in links("/opportunities/closed/") if one.startswith("/feeds/")]


def test_a_feed_reader_finds_the_feed_of_a_list_by_the_address_of_its_page(site):
    def found(address):
        links = site.page(address).soup.head.find_all("link", rel="alternate")
        return [(link["title"], link["href"]) for link in links]

    everything = ("New opportunities", "/feeds/all.atom.xml")
    assert found("/opportunities/anywhere/") == [
        everything,
        ("Open to anyone in England", "/feeds/anywhere.atom.xml"),
    ]
    assert found("/opportunities/how/online/") == [everything]


def test_every_feed_and_calendar_has_a_link_on_the_follow_page_or_on_its_entry(site):
    pages = [
        page for page in site.pages if page.address.startswith(("/follow/", "/opportunities/"))
    ]
    links = {a["href"] for page in pages for a in page.soup.main.find_all("a", href=True)}
    files = {f"/{path.relative_to(site.root)}" for path in site.root.glob("feeds/**/*.xml")}
    files |= {f"/{path.relative_to(site.root)}" for path in site.root.glob("calendars/**/*.ics")}
    ended = {path for path in files - links if path.startswith("/calendars/opportunity/")}
    assert files - links == ended


def test_without_an_earlier_build_no_change_is_made_up(site):
    assert json.loads(read(site, "/api/v1/changes.json"))["items"] == []
    assert "We know of no change in the last 7 days." in site.page("/follow/").soup.text


def test_the_coverage_page_names_every_alliance_and_its_gaps(site, catalogue):
    page = site.page("/coverage/").soup.main
    headings = [heading.text for heading in page.find_all("h3")]
    assert headings == [alliance.name for alliance in catalogue.alliances.values()]
    text = page.get_text(" ")
    without = [one for one in catalogue.alliances.values() if "email" not in one.contact]
    assert text.count("An e-mail address") == len(without) > 0


def embeds(site):
    return [page for page in site.pages if page.address.startswith("/embed/")]


def test_a_list_for_other_sites_is_small_and_stands_alone(site):
    sheet = (site.root / "static/css/embed.css").stat().st_size
    pages = embeds(site)
    assert len(pages) > 100
    for page in pages:
        assert len(page.text.encode()) + sheet < 15_000, page
        head = page.soup.head
        assert head.find("meta", attrs={"name": "robots"})["content"] == "noindex"
        assert head.find("base")["target"] == "_top"
        assert [tag["src"] for tag in page.soup.find_all("script")] == ["/static/js/fresh.js"]
        assert not page.soup.find_all(["img", "form", "iframe", "h1"])


def test_a_list_for_other_sites_has_the_heading_that_was_chosen(site):
    for address, name in (
        ("/embed/wessex/", "h2"),
        ("/embed/wessex/h3/", "h3"),
        ("/embed/kind/survey/h4/", "h4"),
    ):
        headings = site.page(address).soup.find_all(re.compile("^h[1-6]$"))
        assert [heading.name for heading in headings] == [name]


def test_a_list_for_other_sites_shows_what_its_page_shows(site):
    def titles(address, links):
        return [link["href"] for link in site.page(address).soup.select(links)]

    shown = titles("/embed/wessex/", ".app-embed__item a")
    assert shown == titles("/opportunities/alliance/wessex/", ".app-card__link")
    assert shown


def test_the_lines_to_copy_are_the_live_example(published):
    page = published.page("/data/").soup.main
    frame = page.find("iframe")
    lines = unescape(next(pre.text for pre in page.find_all("pre") if "iframe" in pre.text))
    assert f'src="{frame["src"]}" title="{frame["title"]}"' in lines
    assert frame["src"] == f"{SUB_PATH}/embed/cheshire-and-merseyside/"
    assert f'<a href="{SUB_PATH}/opportunities/alliance/cheshire-and-merseyside/">' in lines


def test_every_file_that_the_data_page_or_the_record_names_is_there(site):
    named = {a["href"] for a in site.page("/data/").soup.main.find_all("a")}
    named |= {form.path for one in SETS for form in one.downloads}
    named |= {form.schema for one in SETS for form in one.downloads if form.schema}
    files = [path for path in named if re.match(r"/(api|feeds|calendars)/", path)]
    assert len(files) > 12
    assert [path for path in files if not (site.root / path.lstrip("/")).is_file()] == []


def test_the_data_page_is_a_dataset(published):
    script = published.page("/data/").soup.find("script", type="application/ld+json")
    things = json.loads(script.string)
    (thing,) = [one for one in things if one["@type"] == "Dataset"]
    for row in thing["distribution"]:
        path = row["contentUrl"].removeprefix(f"{SUB_PATH}/")
        assert (published.root / path).is_file()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Requests are no news."""


@pytest.fixture
def address(site):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site.root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_the_examples_in_python_run(site, address, capsys):
    blocks = [pre.text for pre in site.page("/data/").soup.main.find_all("pre")]
    examples = [text for text in blocks if text.startswith("import ")]
    assert len(examples) == 3
    said = []
    for example in examples:
        exec(compile(example.replace("SITE", address), "example", "exec"), {})
        said.append(capsys.readouterr().out)
    assert said[0] == "86\n"
    assert "/opportunities/" in said[1]
    assert said[2].startswith("86 ")
