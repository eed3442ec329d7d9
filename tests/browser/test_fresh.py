"""What a page says when the visitor's clock has gone past the build."""

from __future__ import annotations

from collections import Counter

import pytest
from playwright.sync_api import expect

from catalogue.model.index import index_of

LIST = "/opportunities/alliance/wessex/"
# On the other side of the world it is another day half of the time.
ZONES = ("Pacific/Auckland", "America/Los_Angeles", "Europe/London")

MOMENTS = [
    # The last day counts whole, and at midnight in Britain it is over.
    ("2026-11-30", "", "2026-11-30T23:59:59Z", "open"),
    ("2026-11-30", "", "2026-12-01T00:00:00Z", "closed"),
    ("2026-11-30", "", "2026-12-01T00:01:00Z", "closed"),
    ("2026-12-31", "", "2026-12-31T23:59:59Z", "open"),
    ("2026-12-31", "", "2027-01-01T00:01:00Z", "closed"),
    # In summer that midnight comes an hour earlier.
    ("2026-07-31", "", "2026-07-31T22:59:59Z", "open"),
    ("2026-07-31", "", "2026-07-31T23:01:00Z", "closed"),
    # The days on which clocks go forward: before, on and after.
    ("2026-03-28", "", "2026-03-28T23:59:59Z", "open"),
    ("2026-03-28", "", "2026-03-29T00:01:00Z", "closed"),
    ("2026-03-29", "", "2026-03-29T22:59:59Z", "open"),
    ("2026-03-29", "", "2026-03-29T23:01:00Z", "closed"),
    # The days on which clocks go back.
    ("2026-10-24", "", "2026-10-24T22:59:59Z", "open"),
    ("2026-10-24", "", "2026-10-24T23:01:00Z", "closed"),
    ("2026-10-25", "", "2026-10-25T23:59:59Z", "open"),
    ("2026-10-25", "", "2026-10-26T00:01:00Z", "closed"),
    # A last minute counts whole too.
    ("2026-11-30T17:00", "", "2026-11-30T17:00:59Z", "open"),
    ("2026-11-30T17:00", "", "2026-11-30T17:01:00Z", "closed"),
    ("2026-07-31T17:00", "", "2026-07-31T16:00:59Z", "open"),
    ("2026-07-31T17:00", "", "2026-07-31T16:01:00Z", "closed"),
    ("2026-12-01T00:00", "", "2026-12-01T00:00:59Z", "open"),
    ("2026-12-01T00:00", "", "2026-12-01T00:01:00Z", "closed"),
    # A time that comes twice is meant for the second time; one that never comes, an hour later.
    ("2026-10-25T01:30", "", "2026-10-25T00:31:00Z", "open"),
    ("2026-10-25T01:30", "", "2026-10-25T01:30:59Z", "open"),
    ("2026-10-25T01:30", "", "2026-10-25T01:31:00Z", "closed"),
    ("2026-03-29T01:30", "", "2026-03-29T01:30:59Z", "open"),
    ("2026-03-29T01:30", "", "2026-03-29T01:31:00Z", "closed"),
    # What opens later opens with its day.
    ("2027-01-09", "2026-12-01", "2026-11-30T23:59:59Z", "not_yet_open"),
    ("2027-01-09", "2026-12-01", "2026-12-01T00:00:00Z", "open"),
    ("2027-01-09", "2026-07-01", "2026-06-30T22:59:59Z", "not_yet_open"),
    ("2027-01-09", "2026-07-01", "2026-06-30T23:00:00Z", "open"),
    ("2026-11-30", "2026-11-01", "2026-12-01T00:01:00Z", "closed"),
    ("", "", "2026-12-01T00:01:00Z", "open"),
]

STATUSES = """async (rows) => {
  const { statusAt } = await import("/static/js/shared/fresh.js");
  return rows.map(([closes, opens, now]) => statusAt(closes, opens, Date.parse(now)));
}"""

REFRESH = """async ([closes, now]) => {
  const { refresh } = await import("/static/js/shared/fresh.js");
  document.querySelectorAll(".app-entry").forEach((card, index) => {
    if (closes[index]) card.dataset.closes = closes[index];
  });
  refresh(document, Date.parse(now));
  refresh(document, Date.parse(now));
}"""


@pytest.fixture
def index(site):
    return index_of(site.catalogue, site.today)


@pytest.mark.parametrize("zone", ZONES)
def test_status_by_british_time_wherever_the_visitor_is(new_page, zone):
    page = new_page("/about/", timezone_id=zone)
    told = page.evaluate(STATUSES, [row[:3] for row in MOMENTS])
    wrong = [(row, said) for row, said in zip(MOMENTS, told, strict=True) if said != row[3]]
    assert wrong == []


def test_what_has_closed_leaves_a_list_and_its_count(new_page):
    page = new_page(LIST)
    cards = page.locator(".app-entry")
    before = cards.count()
    assert before >= 3
    expect(page.locator("#fresh")).to_be_hidden()
    page.evaluate(REFRESH, [["2026-11-30", "2026-12-24"], "2026-12-01T00:01:00Z"])
    expect(cards.nth(0)).to_be_hidden()
    expect(cards.nth(1)).to_be_visible()
    expect(page.locator("h2[data-count]")).to_have_text(f"{before - 1} opportunities")
    expect(page.get_by_role("status")).to_have_text(
        "Closed since this page was made, so not shown: 1"
    )


def test_what_has_closed_leaves_the_large_print_list_too(new_page, index):
    page = new_page("/opportunities/print/")
    items = page.locator("#large > li")
    items.first.evaluate("(item) => (item.dataset.closes = '2026-11-30')")
    page.evaluate(REFRESH, [[], "2026-12-01T00:01:00Z"])
    expect(items.first).to_be_hidden()
    expect(items.nth(1)).to_be_visible()
    expect(page.locator("#large-count")).to_have_text(f"{len(index.listed) - 1} opportunities")


def test_the_count_of_a_choice_in_large_print_is_not_that_of_all(new_page, index):
    page = new_page("/opportunities/print/?how=online")
    count = page.locator("#large-count")
    expect(count).to_contain_text(f" of {len(index.listed)}")
    chosen = count.inner_text()
    page.evaluate(
        "document.querySelector('#large > li').dataset.closes = '2026-11-30'",
    )
    page.evaluate(REFRESH, [[], "2026-12-01T00:01:00Z"])
    expect(page.locator("#large > li").first).to_be_hidden()
    expect(count).to_have_text(chosen)


def test_one_that_is_left_is_one_opportunity(new_page):
    page = new_page(LIST)
    many = page.locator(".app-entry").count()
    page.evaluate(REFRESH, [["2026-11-22"] * (many - 1), "2026-11-23T00:01:00Z"])
    expect(page.locator("h2[data-count]")).to_have_text("1 opportunity")


def test_each_heading_counts_what_is_left_below_it(new_page, index):
    (first, of_first), *others = Counter(one.evidence for one in index.listed).items()
    page = new_page("/opportunities/")
    heading = page.locator(f"#{first} span")
    expect(heading).to_have_text(str(of_first))
    page.evaluate(REFRESH, [["2026-11-22", "2026-11-22"], "2026-11-23T00:01:00Z"])
    expect(heading).to_have_text(str(of_first - 2))
    for name, count in others:
        expect(page.locator(f"#{name} span")).to_have_text(str(count))


def test_the_page_of_an_alliance_counts_what_is_left(new_page):
    page = new_page("/alliances/kent-and-medway/")
    heading = page.locator("#join-title")
    before = page.locator("#join .app-stack > li").count()
    expect(heading).to_have_text(f"{before} way{'' if before == 1 else 's'} to take part")
    page.evaluate(REFRESH, [["2026-11-22"], "2026-11-23T00:01:00Z"])
    left = before - 1
    expect(heading).to_have_text(f"{left} way{'' if left == 1 else 's'} to take part")


def test_the_page_of_one_that_has_closed_says_so(new_page):
    page = new_page("/opportunities/pebble-forum/")
    page.evaluate("document.body.dataset.closes = '2026-11-24T12:00'")
    page.evaluate(REFRESH, [[], "2026-11-24T12:00:30Z"])
    expect(page.locator("#fresh")).to_be_hidden()
    page.evaluate(REFRESH, [[], "2026-11-24T12:01:00Z"])
    expect(page.locator("#fresh")).to_be_visible()
    expect(page.locator("#fresh")).to_contain_text("Applications closed on 24 November 2026.")
    expect(page.locator(".app-act")).to_be_hidden()
    expect(page.get_by_role("heading", name="How to apply")).to_be_hidden()


@pytest.mark.parametrize(
    ("now", "shown"), [("2026-11-25T23:59:00Z", False), ("2026-11-26T00:00:00Z", True)]
)
def test_a_banner_warns_of_a_page_more_than_three_days_old(new_page, now, shown):
    page = new_page("/about/")
    page.clock.set_fixed_time(now)
    page.reload()
    banner = page.get_by_text("more than 3 days ago")
    expect(banner).to_be_visible(visible=shown)


def test_a_list_on_another_site_expires_on_its_own(new_page):
    page = new_page("/embed/wessex/")
    page.evaluate("document.querySelector('.app-embed__item').dataset.closes = '2026-11-30'")
    page.evaluate(REFRESH, [[], "2026-12-01T00:01:00Z"])
    expect(page.locator(".app-embed__item").first).to_be_hidden()
    expect(page.get_by_text("Closed since this page was made, so not shown: 1")).to_be_visible()


def test_without_a_script_nothing_claims_to_be_old(new_page):
    page = new_page("/about/", javascript=False)
    expect(page.locator("#fresh")).to_be_hidden()
