"""Files that other programs read: open data, schemas, the feed, the sitemap; and their weight."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import xml.etree.ElementTree as ET

import feedparser
import jsonschema
import pytest
import yaml

from tests.built import PROJECT, SUB_PATH, TODAY, build_site


def read(site, path):
    return (site.root / path).read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "count"), [("opportunities", 86), ("alliances", 20)])
def test_open_data_holds_every_entry(site, name, count):
    whole = json.loads(read(site, f"api/v1/{name}.json"))
    assert list(whole) == ["generated", "licence", "count", "items"]
    assert whole["count"] == len(whole["items"]) == count
    assert whole["generated"] == TODAY.isoformat()
    for item in whole["items"]:
        assert json.loads(read(site, f"api/v1/{name}/{item['slug']}.json")) == item


def test_open_data_keeps_the_names_and_values_of_the_files(site):
    item = json.loads(read(site, "api/v1/opportunities/swag-ppv-forum.json"))
    front = (PROJECT / "content/opportunities/swag-ppv-forum.md").read_text().split("---")[1]
    written = yaml.load(front, Loader=yaml.BaseLoader)
    same = {name: item[name] for name in written if name in item}
    assert same == written
    assert (item["slug"], item["status"]) == ("swag-ppv-forum", "rolling")
    assert item["url"] == "/opportunities/swag-ppv-forum/"


def test_the_table_has_a_row_for_each_entry(site):
    rows = list(csv.DictReader(io.StringIO(read(site, "api/v1/opportunities.csv"))))
    assert len(rows) == 86
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "@"))]


def test_the_files_of_entries_fit_the_published_schema(site):
    schema = json.loads(read(site, "api/v1/schema/opportunity.json"))
    check = jsonschema.Draft7Validator(schema)
    check.check_schema(schema)
    for path in sorted((PROJECT / "content/opportunities").glob("*.md")):
        front = path.read_text(encoding="utf-8").split("\n---")[0].removeprefix("---")
        written = yaml.load(front, Loader=yaml.BaseLoader)
        assert [error.message for error in check.iter_errors(written)] == [], path.name


def test_the_feed_can_be_read(published):
    feed = feedparser.parse(read(published, "feeds/all.atom.xml"))
    assert not feed.bozo
    assert len(feed.entries) == 77
    assert all(entry.link.startswith(f"{SUB_PATH}/opportunities/") for entry in feed.entries)
    assert len({entry.id for entry in feed.entries}) == 77


def test_the_sitemap_names_every_page_but_the_404_and_lists_for_other_sites(published):
    tree = ET.fromstring(read(published, "sitemap.xml"))
    named = {row.text for row in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    pages = {
        SUB_PATH + page.address
        for page in published.pages
        if not page.address.startswith("/embed/")
    }
    assert named == pages - {f"{SUB_PATH}/404.html"}


def test_robots_are_told_where_the_sitemap_is(published):
    assert f"Sitemap: {SUB_PATH}/sitemap.xml" in read(published, "robots.txt")


def test_security_txt_is_there_and_invents_no_contact(site):
    text = read(site, ".well-known/security.txt")
    assert "Expires: 2027-11-21T00:00:00.000Z" in text
    assert "has not set a contact yet" in text


def zipped(data: bytes) -> int:
    return len(gzip.compress(data, 6))


def scripts_of(site, page):
    """What a page runs before anybody touches it: its scripts and all that those import."""
    waiting = {script["src"] for script in page.soup.find_all("script", src=True)}
    waiting |= {link["href"] for link in page.soup.head.find_all("link", rel="modulepreload")}
    names = set()
    while waiting:
        name = waiting.pop()
        names.add(name)
        text = (site.root / name.lstrip("/")).read_text(encoding="utf-8")
        imported = re.findall(r'\bimport [^"]*"\./(\w+\.js)"', text)
        waiting |= {f"/static/js/{one}" for one in imported} - names
    return names


def sizes(site, names):
    return sum(zipped((site.root / name.lstrip("/")).read_bytes()) for name in names)


def weight(site, page):
    """Bytes of a first view, gzip: the page, its style sheet, scripts, font and pictures."""
    names = {link["href"] for link in page.soup.head.find_all("link", rel=["stylesheet", "icon"])}
    names |= {link["href"] for link in page.soup.head.find_all("link", rel="preload")}
    names |= {image["src"] for image in page.soup.find_all("img", src=True)}
    names |= {"/static/img/band.svg"} | scripts_of(site, page)
    return zipped(page.text.encode()) + sizes(site, names)


def test_pages_are_light(site):
    heavy = {
        page.address: size
        for page in site.pages
        if (size := weight(site, page)) > (90_000 if page.address == "/opportunities/" else 60_000)
    }
    assert heavy == {}


def test_the_scripts_of_a_page_are_small(site):
    loaded = {page.address: scripts_of(site, page) for page in site.pages}
    assert {f"/static/js/{name}.js" for name in ("filter", "fresh", "listdata", "shortlist")} < (
        loaded["/opportunities/"]
    )
    heavy = {address: sizes(site, names) for address, names in loaded.items()}
    assert {address: size for address, size in heavy.items() if size > 6_000} == {}


def test_the_form_loads_little_and_the_check_only_once_somebody_begins(site):
    at_first = scripts_of(site, site.page("/add/"))
    later = {f"/static/js/{name}.js" for name in ("verdict", "entryfile", "addresult")}
    assert not at_first & later
    assert sum(zipped((site.root / name[1:]).read_bytes()) for name in later) <= 13_000
    assert zipped((site.root / "api/v1/form-rules.json").read_bytes()) <= 20_000


def test_the_style_sheet_and_the_font_are_small(site):
    assert zipped((site.root / "static/css/site.css").read_bytes()) <= 10_000
    assert (site.root / "static/fonts/atkinson-hyperlegible-next.woff2").stat().st_size <= 20_480
    assert (site.root / "static/fonts/OFL.txt").is_file()


def test_one_style_sheet_is_served_and_one_for_lists_on_other_sites(site):
    names = sorted(path.name for path in (site.root / "static/css").iterdir())
    assert names == ["embed.css", "site.css"]


def test_two_builds_of_one_day_are_the_same_to_the_byte(site, tmp_path):
    again = build_site(tmp_path / "output")

    def contents(built):
        return {
            path.relative_to(built.root).as_posix(): path.read_bytes()
            for path in built.root.rglob("*")
            if path.is_file()
        }

    first, second = contents(site), contents(again)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
