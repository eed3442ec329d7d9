"""Every output says of an entry whether it is confirmed, and all say the same.

Coverage counts it: see `tests/website/pages/helping/test_coverage.py`.
"""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.built import build_site
from tests.sample import TODAY, lay_out

SLUG, TITLE = "sure-stones", "Sure and certain stones"
PLACE = f"/opportunities/{SLUG}/"
ENTRY = f"""\
---
title: {TITLE}
organiser: Society of Certain Stones
alliances: [wessex]
kind: panel_or_forum
summary: You look at stones that are sure of themselves.
who_for: [patients]
format: [in_person]
place: Pebbleton
apply:
  email: stones@invented.example
deadline: 2026-11-30
sessions:
  - starts: 2026-12-03 14:00
sources:
  - https://www.invented.example/certain-stones
checked:
  on: 2026-11-22
  how: HOW
  page_date: 2026-03
scope: local
led_by: alliance
confidence: high
---
"""
UNSURE = ("Not confirmed", "their page says", "Page from March 2026", "not been able to confirm")


@pytest.fixture(scope="module", params=["stored-copy", "organiser"])
def told(request, tmp_path_factory):
    """A site with an entry that rests on a saved copy, or on its organiser."""
    root = lay_out(tmp_path_factory.mktemp("told"))
    text = ENTRY.replace("HOW", request.param)
    (root / f"content/opportunities/{SLUG}.md").write_text(text, encoding="utf-8")
    built = build_site(root / "output", root, TODAY, "https://example.org/repo")
    return built, request.param == "organiser"


def words(element):
    return " ".join(element.get_text(" ").split())


def page_of_entry(site):
    return words(site.page(PLACE).soup.main)


def row_in(address):
    def row(site):
        link = site.page(address).soup.select_one(f'.app-entry a[href$="{PLACE}"]')
        return words(link.find_parent("li"))

    return row


def heading_above_the_row(address):
    def heading(site):
        link = site.page(address).soup.select_one(f'.app-entry a[href$="{PLACE}"]')
        return words(link.find_parent("section").h2)

    return heading


def item_in(address):
    def item(site):
        link = site.page(address).soup.select_one(f'a[href$="{PLACE}"]')
        return words(link.find_parent("li"))

    return item


def sheet(site):
    return words(site.page("/alliances/wessex/sheet/").soup.find(string=TITLE).find_parent("li"))


def record(site):
    return json.loads(site.read(f"api/v1/opportunities/{SLUG}.json"))["confirmed"]


def table(site):
    rows = csv.DictReader(io.StringIO(site.read("api/v1/opportunities.csv")))
    return next(row["confirmed"] for row in rows if row["slug"] == SLUG) == "true"


def atom(site):
    feed = site.read("feeds/alliance/wessex.atom.xml")
    return next(entry for entry in feed.split("<entry>") if TITLE in entry)


def json_feed(site):
    items = json.loads(site.read("feeds/alliance/wessex.json"))["items"]
    return next(item["content_text"] for item in items if item["title"] == TITLE)


def events_in(path):
    def events(site):
        unfolded = site.read(path).replace("\r\n ", "")
        return next(part for part in unfolded.split("BEGIN:VEVENT")[1:] if TITLE in part)

    return events


def structured_data(site):
    scripts = site.page(PLACE).soup.find_all("script", type="application/ld+json")
    return "".join(script.string for script in scripts)


def volunteering(site):
    graph = json.loads(site.read("api/v1/volunteering.jsonld"))["@graph"]
    return next(json.dumps(one) for one in graph if TITLE in json.dumps(one))


OUTPUTS = {
    "page": page_of_entry,
    "row": row_in("/opportunities/alliance/wessex/"),
    "list": row_in("/opportunities/"),
    "alliance": row_in("/alliances/wessex/"),
    "embed": item_in("/embed/wessex/"),
    "large print": item_in("/opportunities/print/"),
    "sheet": sheet,
    "record": record,
    "table": table,
    "atom": atom,
    "json feed": json_feed,
    "deadlines": events_in("calendars/deadlines.ics"),
    "meetings": events_in("calendars/sessions.ics"),
    "own calendar": events_in(f"calendars/opportunity/{SLUG}.ics"),
    "json-ld": structured_data,
    "volunteering": volunteering,
}


@pytest.mark.parametrize("output", OUTPUTS.values(), ids=OUTPUTS.keys())
def test_each_output_says_whether_it_is_confirmed(told, output):
    site, is_confirmed = told
    said = output(site)
    if isinstance(said, bool):
        assert said == is_confirmed
    else:
        assert any(phrase in said for phrase in UNSURE) != is_confirmed


def test_the_groups_of_lists_go_by_it(told):
    site, is_confirmed = told
    heading = heading_above_the_row("/opportunities/")(site)
    assert heading.startswith("Confirmed" if is_confirmed else "From a page of the last 12 months")
    confirmed = {
        one["href"] for one in site.page("/opportunities/sure/confirmed/").soup.select("a[href]")
    }
    assert any(address.endswith(PLACE) for address in confirmed) == is_confirmed
