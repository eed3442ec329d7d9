"""Every link is looked at once, website by website."""

from dataclasses import replace

import pytest

from catalogue.schema.field_types import Ended
from catalogue.text.links import host_of
from contributing.freshness.link_checker import (
    LinkToCheck,
    check_links,
    forget_unused,
    is_online,
    links_to_check,
)
from contributing.freshness.link_history import load_history, save_history
from contributing.freshness.web_client import UNSURE, answered
from tests.contributing.conftest import TODAY
from tests.contributing.freshness.answers import (
    LINK,
    WEEK,
    InventedWeb,
    state_after,
    there,
)
from tests.sample.alliances import FULLEST

LINKS = [LinkToCheck(address=f"https://h{n % 4}.example/{n}", traits=()) for n in range(12)]


def test_a_round_looks_at_every_link_once():
    web, history, told = InventedWeb(), {}, []
    check_links(LINKS, history, web, TODAY, each=told.append)
    assert sorted(web.asked) == sorted(told) == sorted(one.address for one in LINKS)
    check_links(LINKS, history, web, TODAY, each=told.append)
    assert len(web.asked) == len(LINKS)
    check_links(LINKS, history, web, TODAY + WEEK, each=told.append)
    assert len(web.asked) == 2 * len(LINKS)


def test_a_round_that_was_cut_short_goes_on_where_it_was(tmp_path):
    web, history = InventedWeb(fail_at=5), {}
    path = tmp_path / "links.json"
    with pytest.raises(KeyboardInterrupt):
        check_links(LINKS, history, web, TODAY, each=lambda _: save_history(path, history))
    kept = load_history(path)
    assert 0 < len(kept) < len(LINKS)
    again = InventedWeb()
    check_links(LINKS, kept, again, TODAY, each=lambda _: None)
    assert sorted(again.asked) == sorted({one.address for one in LINKS} - load_history(path).keys())
    assert kept.keys() == {one.address for one in LINKS}


def test_a_busy_website_is_left_alone():
    busy = {LINKS[0].address: answered(429, LINKS[0].address)}
    web, history = InventedWeb(busy), {}
    check_links(LINKS, history, web, TODAY, each=lambda _: None)
    asked = [address for address in web.asked if host_of(address) == "h0.example"]
    assert asked == [LINKS[0].address]
    assert history[LINKS[4].address].outcome == UNSURE


def test_only_what_is_listed_is_looked_at(existing):
    links = links_to_check(existing.catalogue, TODAY)
    addresses = [link.address for link in links]
    assert len(set(addresses)) == len(addresses)
    entries = {one.slug: one for one in existing.catalogue.opportunities}
    assert entries["marble-advisers"].sources[0] in addresses
    routes = existing.catalogue.alliances[FULLEST].routes
    assert {route["url"] for route in routes} <= set(addresses)
    closed = replace(entries["marble-advisers"], closed=Ended())
    catalogue = replace(existing.catalogue, opportunities=(closed,), alliances={})
    assert {one.address for one in links_to_check(catalogue, TODAY)} == {
        one.web for one in (*catalogue.helplines, *catalogue.national_bodies) if one.web
    }


def test_what_no_entry_links_to_is_forgotten():
    history = {LINK: state_after(there()), "https://old.example/": state_after(there())}
    forget_unused(history, [LinkToCheck(address=LINK, traits=())])
    assert history.keys() == {LINK}


def test_a_machine_without_a_line_is_noticed(existing):
    assert is_online(existing.catalogue, InventedWeb())
    assert not is_online(existing.catalogue, InventedWeb({"offline": there()}))
