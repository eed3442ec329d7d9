"""Each entry of the catalogue has its page, and the page says what the entry says."""

from __future__ import annotations

import pytest

from catalogue.loader import load
from tests.built import PROJECT, TODAY


@pytest.fixture(scope="session")
def catalogue():
    return load(PROJECT, TODAY).catalogue


def test_there_is_a_page_for_each_entry_and_none_besides(site, catalogue):
    pages = {page.address for page in site.pages}
    opportunities = {f"/opportunities/{one.slug}/" for one in catalogue.opportunities}
    alliances = {f"/alliances/{slug}/" for slug in catalogue.alliances}
    assert opportunities <= pages
    assert alliances <= pages
    assert len(opportunities) == 86
    assert len(alliances) == 20


def test_a_title_can_break_at_a_slash(site):
    title = site.page("/opportunities/wyh-panel/").soup.h1
    assert title.decode_contents() == "Community/<wbr/>patient panel"


def test_each_opportunity_says_its_facts(site, catalogue):
    for entry in catalogue.opportunities:
        page = site.page(f"/opportunities/{entry.slug}/")
        text = " ".join(page.soup.main.get_text(" ").split())
        links = {a["href"] for a in page.soup.main.find_all("a")}
        assert page.soup.h1.text == entry.title
        said = [entry.organiser, entry.summary, entry.kind.label]
        said += [
            fact
            for fact in (
                entry.eligibility,
                entry.place,
                entry.time,
                entry.payment_detail,
                entry.dates_note,
                entry.to_confirm,
                entry.outcome,
                entry.checked.basis,
                entry.checked.page_age,
                entry.apply and entry.apply.how,
            )
            if fact
        ]
        missing = [fact for fact in said if " ".join(fact.split()) not in text]
        assert missing == [], entry.slug
        assert set(entry.sources) <= links, entry.slug
        if entry.apply and entry.apply.email:
            assert f"mailto:{entry.apply.email}" in links


def test_each_alliance_says_its_facts(site, catalogue):
    for alliance in catalogue.alliances.values():
        page = site.page(f"/alliances/{alliance.slug}/")
        text = " ".join(page.soup.main.get_text(" ").split())
        links = {a["href"] for a in page.soup.main.find_all("a")}
        said = [alliance.name, alliance.ons_code, *alliance.area["councils"], *alliance.doubts]
        said += [fact["text"] for fact in alliance.patient_facts]
        said += [trust["name"] for trust in alliance.trusts["list"]]
        said += [trust["ods_code"] for trust in alliance.trusts["list"]]
        said += [name["name"] for name in alliance.names.get("former", ())]
        said += [board["name"] for board in alliance.icbs["current"]]
        missing = [fact for fact in said if " ".join(fact.split()) not in text]
        assert missing == [], alliance.slug
        for group in (alliance.names, alliance.contact, alliance.area, alliance.trusts):
            assert set(group["sources"]) <= links, alliance.slug
        email = alliance.contact.get("email")
        words = {a.get_text() for a in page.soup.main.find_all("a")}
        assert not email or email in words, "as real text, which may break after its @"


def test_an_ended_one_says_so_and_stands_in_the_archive_alone(site, catalogue):
    ended = site.page("/opportunities/eoe-bit-study-2024/")
    assert "This ended on 3 May 2024" in ended.soup.main.get_text()
    archive = site.page("/opportunities/closed/").text
    everything = site.page("/opportunities/").text
    assert "/opportunities/eoe-bit-study-2024/" in archive
    assert "/opportunities/eoe-bit-study-2024/" not in everything


def test_the_full_list_holds_every_open_one_once(site, catalogue):
    page = site.page("/opportunities/")
    cards = [a["href"] for a in page.soup.select(".app-opp .app-card__link")]
    assert len(cards) == len(set(cards)) == 77


def test_what_is_not_known_is_said(site):
    text = site.page("/opportunities/london-pag/").soup.main.get_text()
    assert "Not stated" in text
    assert "Not confirmed yet" in text
