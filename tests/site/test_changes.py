"""A build that knows the site as it was says what has changed."""

from __future__ import annotations

import json

import feedparser
import pytest

from tests.built import SUB_PATH, build_site
from website.exports.changes import Earlier
from website.rendering import earlier_build


@pytest.fixture(scope="module")
def compared(site, tmp_path_factory):
    """A build after one in which an entry was missing and another had an older name."""
    folder = tmp_path_factory.mktemp("compared")
    whole = json.loads((site.root / "api/v1/opportunities.json").read_text(encoding="utf-8"))
    items = [item for item in whole["items"] if item["slug"] != "pebble-forum"]
    (renamed,) = [item for item in items if item["slug"] == "marble-advisers"]
    renamed["title"] = "An older name"
    whole["items"] = items
    (folder / "opportunities.json").write_text(json.dumps(whole), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PREVIOUS_DATA", str(folder / "opportunities.json"))
        return build_site(folder / "output", site.project, site.today, SUB_PATH)


def test_the_page_says_what_changed_and_leads_there(compared):
    page = compared.page("/follow/").soup.main
    said = [item.text for item in page.find("h3", string="22 November 2026").find_next("ul")("li")]
    assert len(said) == 2
    assert said[0].startswith("New: ")
    assert said[1].endswith("(its name).")
    assert page.find("a", string=said[0])["href"] == f"{SUB_PATH}/opportunities/pebble-forum/"


def test_the_feed_and_the_data_say_the_same(compared):
    feed = feedparser.parse((compared.root / "feeds/changes.atom.xml").read_bytes())
    assert [entry.title for entry in feed.entries] == ["What changed on 22 November 2026"]
    log = json.loads((compared.root / "api/v1/changes.json").read_text(encoding="utf-8"))
    (day,) = log["items"]
    assert [change["what"] for change in day["changes"]] == ["New", "New facts"]


def test_the_next_build_of_the_day_forgets_nothing_and_repeats_nothing(site, compared):
    earlier = earlier_build(str(compared.root / "api/v1/opportunities.json"))
    assert len(earlier.items) == len(site.catalogue.opportunities)
    assert [len(day.changes) for day in earlier.log] == [2]


@pytest.mark.parametrize("text", [None, "", "<!DOCTYPE html>", "{}", "[]"])
def test_what_cannot_be_read_counts_as_not_there(tmp_path, text):
    path = tmp_path / "opportunities.json"
    if text is not None:
        path.write_text(text)
    assert earlier_build(str(path)) == Earlier()
    assert earlier_build("") == Earlier()
