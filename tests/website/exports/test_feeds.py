"""Feeds, read by feedparser and by the rules of JSON Feed."""

from __future__ import annotations

import html
import json
import xml.etree.ElementTree as ET
from datetime import date, datetime

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.invented import SITE, TODAY, cards, catalogue, entry, index, saved_copy
from website.exports.changes import Change, ChangeDay
from website.exports.feeds import MOST_ENTRIES, atom_feed, changes_atom, json_feed
from website.lists.selections import selections

ATOM = "{http://www.w3.org/2005/Atom}"
ODD = "Tea & talk: <script>alert(1)</script> “5 < 6” Æ"


def selection(stem, *entries):
    return next(one for one in selections(catalogue(*entries), index(*entries)) if one.stem == stem)


def atom_of(*entries, stem="all", address=SITE):
    return atom_feed(selection(stem, *entries), cards(*entries), TODAY, address)


def json_of(*entries, stem="all", address=SITE):
    return json.loads(json_feed(selection(stem, *entries), cards(*entries), address))


@pytest.mark.parametrize("address", [SITE, ""])
@pytest.mark.parametrize("stem", ["all", "anywhere", "alliance/wessex", "kind/readers_panel"])
@pytest.mark.parametrize("entries", [(), (entry(title=ODD), entry("other", alliances="all"))])
def test_atom_has_all_that_it_needs(entries, stem, address):
    text = atom_of(*entries, stem=stem, address=address)
    feed = feedparser.parse(text)
    assert not feed.bozo
    assert feed.version == "atom10"
    tree = ET.fromstring(text)
    for element in (tree, *tree.iter(f"{ATOM}entry")):
        one = element.find(f"{ATOM}id").text
        assert one.startswith("urn:uuid:")
        assert element.find(f"{ATOM}title").text
        assert datetime.fromisoformat(element.find(f"{ATOM}updated").text).tzinfo
    links = {link.get("rel"): link.get("href") for link in tree.findall(f"{ATOM}link")}
    assert links["self"] == f"{address}/feeds/{stem}.atom.xml"


def test_words_of_an_entry_are_never_markup():
    text = atom_of(entry(title=ODD, summary=ODD))
    assert ET.fromstring(text).find(f"{ATOM}entry/{ATOM}title").text == ODD
    summary = ET.fromstring(text).find(f"{ATOM}entry/{ATOM}summary")
    assert summary.get("type") == "html"
    assert "<" not in summary.text
    assert "&lt;script&gt;" in summary.text


@settings(max_examples=30, deadline=None)
@given(
    title=st.text("ab &<>\"'{}%\n“Æ]", min_size=1), summary=st.text("ab &;<>\"'\\“Æ", min_size=1)
)
def test_any_words_of_an_entry_come_back_from_both_feeds(title, summary):
    one = entry(title=title, summary=summary, checked=saved_copy())
    said = f"Not confirmed yet. Wessex. Page has no date. {summary}"
    element = ET.fromstring(atom_of(one)).find(f"{ATOM}entry")
    assert element.find(f"{ATOM}title").text == title
    assert html.unescape(element.find(f"{ATOM}summary").text) == said
    (item,) = json_of(one)["items"]
    assert (item["title"], item["content_text"]) == (title, said)


def test_an_entry_says_for_whom_until_when_and_what():
    one = entry(deadline=date(2026, 11, 30))
    feed = feedparser.parse(atom_of(one))
    said = "Closing soon. Wessex. Closes 30 November 2026. You read a leaflet. You say what"
    assert feed.entries[0].summary.startswith(said)
    assert feed.entries[0].link == f"{SITE}/opportunities/reader-panel/"
    assert feed.entries[0].updated == "2026-11-20T12:00:00+00:00"
    assert "published" not in feed.entries[0]
    assert feed.entries[0].tags[0].term == "Readers' panel"


def test_the_newest_check_comes_first_and_a_hundred_at_most():
    entries = [
        entry(f"entry-{number:03}", checked=date(2026, 1 + number % 10, 1)) for number in range(130)
    ]
    feed = feedparser.parse(atom_of(*entries))
    days = [one.updated for one in feed.entries]
    assert days == sorted(days, reverse=True)
    assert len(days) == len(json_of(*entries)["items"]) == MOST_ENTRIES == 100


def test_an_empty_feed_has_the_day_of_the_build_and_not_of_the_clock():
    assert feedparser.parse(atom_of()).feed.updated == "2026-11-22T12:00:00+00:00"


def test_ids_stay_when_the_site_moves():
    one = entry()
    ids = {
        feedparser.parse(atom_of(one, address=at)).entries[0].id
        for at in (SITE, "", "https://x.example")
    }
    # For good: with another id everybody who follows the feed would be told of it anew.
    assert ids == {"urn:uuid:503402cd-ab35-5f18-976e-bb38c51fd600"}
    assert json_of(one)["items"][0]["id"] in ids


def test_the_json_feed_has_the_shape_of_version_1_1():
    feed = json_of(entry(title=ODD, summary=ODD))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{SITE}/feeds/all.json"
    assert feed["home_page_url"] == f"{SITE}/opportunities/"
    assert all(isinstance(feed[name], str) for name in ("title", "language"))
    assert feed["authors"] == [{"name": "Your Say in Cancer Care"}]
    (item,) = feed["items"]
    assert set(item) == {"id", "url", "title", "content_text", "date_modified", "tags"}
    assert item["title"] == ODD
    assert ODD in item["content_text"]
    assert item["date_modified"] == "2026-11-20T12:00:00+00:00"


def test_the_same_entries_give_the_same_bytes():
    one, other = entry(), entry("other")
    assert atom_of(one, other) == atom_of(other, one)


LOG = (
    ChangeDay(
        on="2026-11-22",
        changes=(
            Change(what="New", title=ODD, path="/opportunities/tea/"),
            Change(what="Checked again", title="2 entries"),
        ),
    ),
    ChangeDay(on="2026-11-20", changes=(Change(what="Taken out", title="Old"),)),
)


def test_changes_are_a_feed_with_an_entry_a_day():
    text = changes_atom(LOG, TODAY, SITE)
    feed = feedparser.parse(text)
    assert not feed.bozo
    assert [one.title for one in feed.entries] == [
        "What changed on 22 November 2026",
        "What changed on 20 November 2026",
    ]
    assert feed.feed.updated == "2026-11-22T12:00:00+00:00"
    html = ET.fromstring(text).find(f"{ATOM}entry/{ATOM}summary").text
    assert html.startswith(f'<ul><li><a href="{SITE}/opportunities/tea/">New: Tea &amp; talk')
    assert "<script" not in html
    assert html.endswith("<li>Checked again: 2 entries.</li></ul>")


def test_without_changes_the_feed_is_empty_and_dated():
    feed = feedparser.parse(changes_atom((), TODAY, ""))
    assert not feed.bozo
    assert feed.entries == []
    assert feed.feed.updated == "2026-11-22T12:00:00+00:00"
