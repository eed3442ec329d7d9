"""The finder in a real browser: the script answers as Python does, and people can use it."""

from __future__ import annotations

import json
import random
import re
import shutil
from itertools import combinations
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from catalogue.model.index import index_of
from sitebuild.build import Order, build
from tests.browser.looks import LOOKS, barriers, looks_named
from tests.built import PROJECT
from website.finder.finder_data import finder_data
from website.lists.facets import Row, facets_of, rows_of
from website.lists.matches import Choice, Found, Might, counts, found, ways_out
from website.lists.search_words import begins_nearly, entries_with, looked_for, word_index, words_of

# Every test of the rules runs the served script itself, in one call.
# What goes in and out is text, because Playwright is slow with large values.
ANSWERS = """async (text) => {
  const { columns, choices } = JSON.parse(text);
  const { find } = await import("/static/js/finder/filter.js");
  return JSON.stringify(choices.map(({ chosen, hits, sort }) => {
    const marks = hits && columns.closes.map((_, row) => hits.includes(row));
    const { fits, might, counts, ways } = find(columns, { chosen, hits: marks, sort });
    return { fits, might, counts, ways };
  }));
}"""
WORDS = """async ({ texts, words, count, pairs }) => {
  const { beginsNearly, hitsOf, lookedFor, wordsOf } = await import("/static/js/finder/words.js");
  const rows = (hits) => hits && [...hits].flatMap((hit, row) => (hit ? [row] : []));
  return {
    words: texts.map(wordsOf),
    lookedFor: texts.map(lookedFor),
    hits: texts.map((text) => rows(hitsOf(text, words, count))),
    nearly: pairs.map(([word, typed]) => beginsNearly(word, typed)),
  };
}"""
ENDED = """async ({ days, closes, now }) => {
  const { ended } = await import("/static/js/finder/filter.js");
  const { statusAt } = await import("/static/js/shared/fresh.js");
  return ended({ days, closes }, statusAt, Date.parse(now));
}"""
WORK = """async (text) => {
  const { columns, choices } = JSON.parse(text);
  const { find } = await import("/static/js/finder/filter.js");
  let reads;
  const counted = (column) =>
    new Proxy(column, { get: (target, row) => (reads++, target[row]) });
  for (const key in columns.chosen) columns.chosen[key] = counted(columns.chosen[key]);
  return choices.map((chosen) => {
    reads = 0;
    find(columns, { chosen, hits: null, sort: "checked" });
    return reads;
  });
}"""
SHOWN = """() => [...document.querySelectorAll("#finder .app-entry__link")]
  .filter((link) => link.getClientRects().length).map((link) => link.href.split("/").at(-2))"""


@pytest.fixture(scope="session")
def offered(site):
    """What can be found, and the ways to choose from it."""
    facets = facets_of(site.catalogue)
    return rows_of(index_of(site.catalogue, site.today), facets, site.catalogue), facets


@pytest.fixture
def number(offered):
    """How many fit a choice, as Python finds them."""
    rows, _ = offered

    def fitting(**codes):
        chosen = {key: frozenset(some.split()) for key, some in codes.items()}
        return len(found(rows, Choice(codes=chosen)).fits)

    return fitting


def opportunities(count):
    return f"{count} opportunity" if count == 1 else f"{count} opportunities"


def made_up(facets, number, seed=5):
    """Rows with every mixture of stated and missing facts."""
    draw = random.Random(seed)
    rows = []
    for place in range(number):
        codes = {}
        for facet in facets:
            options = [option.code for option in facet.options]
            most = {"sure": 1, "reach": 1}.get(facet.key, min(4, len(options)))
            least = 0 if facet.gap else 1
            some = draw.sample(options, draw.randint(least, most))
            everything = facet.key in {"area", "type", "stage"} and draw.random() < 0.3
            codes[facet.key] = frozenset(options if everything else some)
        day = f"2026-1{draw.randint(0, 1)}-{draw.randint(10, 28)}"
        row = Row(
            slug=f"made-up-{place}",
            codes=codes,
            words=frozenset({f"word{place % 7}"}),
            labels=(),
            closes=draw.choice(["", "2026-12-01", "2026-12-24T17:00"]),
            checked=day,
        )
        rows.append(row)
    return rows


def pairs_of(facets):
    """Each option alone, and every two options of all."""
    every = [(facet.key, option.code) for facet in facets for option in facet.options]
    for chosen in [(one,) for one in every] + list(combinations(every, 2)):
        codes = {}
        for key, code in chosen:
            codes.setdefault(key, set()).add(code)
        yield {key: frozenset(some) for key, some in codes.items()}


def asked(choices):
    return [
        {
            "chosen": {key: sorted(some) for key, some in choice.codes.items()},
            "hits": None if choice.entries is None else sorted(choice.entries),
            "sort": choice.sort,
        }
        for choice in choices
    ]


@pytest.fixture
def page(new_page):
    return new_page("/privacy/")


def answers(page, rows, facets, choices):
    columns = finder_data(rows, facets, [], []).columns
    text = json.dumps({"columns": columns, "choices": asked(choices)})
    return json.loads(page.evaluate(ANSWERS, text))


def test_the_script_finds_what_python_finds_for_every_two_options(page, offered):
    rows, facets = offered
    for some in (rows, made_up(facets, 60)):
        choices = [Choice(codes=codes) for codes in pairs_of(facets)]
        assert len(choices) > 7_000
        given = answers(page, some, facets, choices)
        wrong = [
            choice.codes
            for choice, answer in zip(choices, given, strict=True)
            if found(some, choice) != found_by_script(answer)
        ]
        assert wrong == []


def found_by_script(answer):
    might = [Might(number=row, gaps=tuple(gaps)) for row, gaps in answer["might"]]
    return Found(fits=answer["fits"], might=might)


def test_the_script_counts_orders_and_leads_out_as_python_does(page, offered):
    rows, facets = offered
    draw = random.Random(3)
    for some in (rows, made_up(facets, 60)):
        every = list(pairs_of(facets))
        choices = [
            Choice(
                codes={**draw.choice(every), **draw.choice(every)},
                sort=draw.choice(["closing", "checked", "near"]),
                entries=draw.choice([None, frozenset(draw.sample(range(len(some)), 30))]),
            )
            for _ in range(150)
        ]
        for choice, answer in zip(choices, answers(page, some, facets, choices), strict=True):
            assert answer["fits"] == found(some, choice).fits
            assert answer["counts"] == counts(some, choice, facets)
            assert dict(answer["ways"]) == dict(ways_out(some, choice))
            numbers = [number for _, number in answer["ways"]]
            assert numbers == sorted(numbers, reverse=True)


TEXTS = [
    "leukemia", "brest", "breats", "Manchestr", "panels", "survey for carers", "cancer", "the",
    "café", "readers’ panel", "PALS", "zzzz", "x", "wesex servey", "lung panel", "10", "cáncer",
    "کینسر", "", "  ,  ", "prostrate", "experiance", "straße", "ﬁve",
]  # fmt: skip


def test_the_script_reads_words_and_forgives_mistakes_as_python_does(page, offered):
    rows, facets = offered
    data = finder_data(rows, facets, [], [])
    index = word_index((row.words, row.labels) for row in rows)
    draw = random.Random(11)
    known = sorted(index)
    pairs = [(word, mistaken(draw, word)) for word in draw.sample(known, 300)]
    given = page.evaluate(
        WORDS, {"texts": TEXTS, "words": data.words[""], "count": len(rows), "pairs": pairs}
    )
    assert given["words"] == [words_of(text) for text in TEXTS]
    assert given["lookedFor"] == [looked_for(text) for text in TEXTS]
    hits = [entries_with(text, index) for text in TEXTS]
    assert given["hits"] == [None if some is None else sorted(some) for some in hits]
    assert given["nearly"] == [begins_nearly(word, typed) for word, typed in pairs]
    assert {True, False} == set(given["nearly"])


def mistaken(draw, word):
    """A word with one or two letters changed, left out, put in or moved."""
    for _ in range(draw.randint(1, 2)):
        place = draw.randrange(len(word))
        letter = draw.choice("aeinrst")
        word = draw.choice(
            [
                word[:place] + letter + word[place + 1 :],
                word[:place] + word[place + 1 :],
                word[:place] + letter + word[place:],
                word[:place] + word[place : place + 2][::-1] + word[place + 2 :],
            ]
        )
        word = word or letter
    return word


def test_what_closed_is_over_at_the_first_minute_of_the_next_british_day(page):
    days = ["2026-11-22", "2026-11-23", "2026-11-22T17:00", "2026-06-30"]

    def over(now):
        return page.evaluate(ENDED, {"days": days, "closes": [0, 1, 2, -1, 3], "now": now})

    assert over("2026-11-22T17:00:59Z") == [False, False, False, False, True]
    assert over("2026-11-22T17:01:00Z") == [False, False, True, False, True]
    assert over("2026-11-22T23:59:59Z") == [False, False, True, False, True]
    assert over("2026-11-23T00:00:00Z") == [True, False, True, False, True]
    assert over("2026-06-30T22:59:59Z") == [False, False, False, False, False]
    assert over("2026-06-30T23:00:00Z") == [False, False, False, False, True]


@pytest.mark.parametrize("number", [100, 10_000])
def test_a_change_of_filters_reads_each_fact_of_each_row_twice_at_most(page, offered, number):
    _, facets = offered
    columns = finder_data(made_up(facets, number), facets, [], []).columns
    choices = [{"how": ["online"], "time": ["one_off_short"]}, {"area": ["wessex"]}, {}]
    reads = page.evaluate(WORK, json.dumps({"columns": columns, "choices": choices}))
    assert all(number <= some <= 2 * number * len(facets) for some in reads), reads


@pytest.fixture
def finder(new_page):
    page = new_page("/opportunities/")
    expect(page.locator("#finder.app-finder--ready")).to_be_visible()
    return page


def tick(page, name):
    """A box of the filter, with its group unfolded: one is open at a time."""
    named = re.compile(f"^{re.escape(name)} \\(")
    box = page.get_by_role("checkbox", name=named, include_hidden=True)
    box.locator("xpath=ancestor::details[@name]").evaluate("(group) => (group.open = true)")
    return box


AT_ONCE = 20


def chips(page):
    return page.locator("#finder-chips").get_by_role("button")


def test_a_tick_narrows_the_list_and_the_address_says_so(finder, number):
    assert len(finder.evaluate(SHOWN)) == min(number(), AT_ONCE)
    online = opportunities(number(how="online"))
    box = tick(finder, "Online")
    box.check()
    expect(finder.locator("#finder-count")).to_have_text(online)
    expect(box).to_be_focused()
    expect(finder.locator("#finder-said")).to_have_text(
        re.compile(rf"^{online} found\. \d+ more might fit\.$")
    )
    expect(chips(finder)).to_have_text(["Remove filter: Online×"])
    expect(finder.locator("#finder-show")).to_have_text(f"Show {online}")
    assert finder.url.endswith("/opportunities/?how=online")
    assert finder.locator("#finder-print").get_attribute("href").endswith("/print/?how=online")
    tick(finder, "Up to about 1 hour, once").check()
    fitting = number(how="online", time="one_off_short")
    expect(finder.locator("#finder-count")).to_have_text(opportunities(fitting))
    in_person = number(how="online in_person", time="one_off_short")
    expect(tick(finder, "In person")).to_have_accessible_name(
        f"In person ({number(how='in_person', time='one_off_short')})"
    )
    assert in_person >= fitting


def test_an_address_shows_the_same_anywhere(finder, new_page):
    tick(finder, "Online").check()
    finder.locator("#finder-words").fill("sharing storys")
    finder.locator("#finder-area").select_option("west-yorkshire-and-harrogate")
    finder.locator("#finder-sort").select_option("near")
    expect(chips(finder)).to_have_count(4)
    expect(finder).to_have_url(re.compile("sort=near"))
    query = urlsplit(finder.url).query
    assert parse_qs(query) == {
        "words": ["sharing storys"],
        "area": ["west-yorkshire-and-harrogate"],
        "how": ["online"],
        "sort": ["near"],
    }
    shown = finder.evaluate(SHOWN)
    elsewhere = new_page(f"/opportunities/?{query}", width=390)
    expect(chips(elsewhere)).to_have_count(4)
    assert elsewhere.evaluate(SHOWN) == shown
    assert urlsplit(elsewhere.url).query == query
    expect(elsewhere.locator("#finder-said")).to_be_empty()


def test_an_address_with_nonsense_shows_the_whole_list(new_page, number):
    page = new_page("/opportunities/?how=by_pigeon&area=atlantis&constructor=1&sort=up")
    expect(page.locator("#finder-count")).to_have_text(opportunities(number()))
    assert urlsplit(page.url).query == ""


def test_chips_hand_the_focus_on_when_they_go(finder, number):
    for name in ("Online", "In person"):
        tick(finder, name).check()
    expect(chips(finder)).to_have_count(3)
    chips(finder).first.press("Enter")
    expect(chips(finder)).to_have_count(1)
    expect(chips(finder).first).to_be_focused()
    expect(chips(finder).first).to_have_accessible_name("Remove filter: In person")
    finder.keyboard.press("Enter")
    expect(finder.locator("#finder-count")).to_be_focused()
    expect(finder.locator("#finder-count")).to_have_text(opportunities(number()))
    assert len(finder.evaluate(SHOWN)) == min(number(), AT_ONCE)


def test_the_list_comes_back_in_its_order(finder, number):
    before = finder.evaluate(SHOWN)
    tick(finder, "Online").check()
    expect(finder.locator("#finder-count")).to_have_text(opportunities(number(how="online")))
    tick(finder, "Online").uncheck()
    expect(finder.locator("#finder-count")).to_have_text(opportunities(number()))
    assert finder.evaluate(SHOWN) == before


def test_keys_alone_are_enough(finder, number):
    finder.locator("#finder-words").focus()
    seen = set()
    for _ in range(40):
        finder.keyboard.press("Tab")
        seen.add(finder.evaluate("document.activeElement.name ?? document.activeElement.tagName"))
        if finder.evaluate("document.activeElement.value") == "online":
            break
    finder.keyboard.press("Space")
    expect(finder.locator("#finder-count")).to_have_text(opportunities(number(how="online")))
    assert {"area", "sort"} <= seen
    finder.locator("#finder-words").press("Enter")
    expect(finder.locator("#finder-count")).to_be_focused()


def test_each_group_has_its_name_and_each_box_too(finder):
    groups = finder.locator("#finder-form fieldset")
    for group in groups.all():
        assert group.locator("legend").text_content()
    names = finder.locator("#finder-form label").all_text_contents()
    assert all(re.search(r"\w", name) for name in names)
    expect(finder.get_by_label("Sort by")).to_be_visible()
    expect(finder.get_by_label("Search by words")).to_be_visible()


def test_what_is_not_stated_is_folded_with_one_message_for_all(new_page):
    page = new_page(
        "/opportunities/?how=phone&area=somerset-wiltshire-avon-and-gloucestershire",
        permissions=["clipboard-read", "clipboard-write"],
    )
    fold = page.locator("#finder-perhaps")
    expect(fold.locator("summary")).to_have_text(
        re.compile(r"^\d+ more might suit you: their pages do not say how you take part$")
    )
    row = page.locator("#finder-might > li", has_text="Pebble (PBL) Forum partner")
    expect(row).to_be_hidden()
    fold.locator("summary").click()
    expect(row).to_be_visible()
    question = "How do people take part: online, in person, by phone or by post?"
    expect(fold.locator("blockquote")).to_contain_text(question)
    fold.get_by_role("button", name="Copy it").click()
    expect(fold.get_by_role("button", name="Copied")).to_be_visible()
    assert question in page.evaluate("navigator.clipboard.readText()")


class Dead(NamedTuple):
    """Two choices that nothing fits, though something fits each of them: code, name, number."""

    do: tuple[str, str, int]
    time: tuple[str, str, int]
    other_time: str

    @property
    def query(self):
        return f"do={self.do[0]}&time={self.time[0]}"


@pytest.fixture
def dead(offered, number):
    """A dead end of the list as it is; the time alone fits fewer, so its way out comes first."""
    _, facets = offered
    options = {facet.key: facet.options for facet in facets}
    for do in options["do"]:
        never = [one for one in options["time"] if not number(do=do.code, time=one.code)]
        for time, other in combinations(never, 2):
            alone = (number(do=do.code), number(time=time.code))
            if alone[0] > alone[1] > 0 and number(time=other.code):
                return Dead(
                    (do.code, do.label, alone[0]), (time.code, time.label, alone[1]), other.code
                )
    return pytest.fail("every two choices fit something")


def test_an_empty_answer_names_what_to_take_off(new_page, dead):
    page = new_page(f"/opportunities/?{dead.query}")
    expect(page.locator("#finder-count")).to_have_text("0 opportunities")
    ways = page.locator("#finder-ways").get_by_role("button")
    expect(ways).to_have_text(
        [
            f"Remove “{dead.time[1]}” to see {opportunities(dead.do[2])}",
            f"Remove “{dead.do[1]}” to see {opportunities(dead.time[2])}",
        ]
    )
    ways.first.click()
    expect(page.locator("#finder-count")).to_have_text(opportunities(dead.do[2]))
    assert urlsplit(page.url).query == f"do={dead.do[0]}"


def test_several_ticks_of_a_group_come_off_together(new_page, dead):
    page = new_page(f"/opportunities/?{dead.query}&time={dead.other_time}")
    expect(page.locator("#finder-ways").get_by_role("button").first).to_have_text(
        f"Remove “How much time” to see {opportunities(dead.do[2])}"
    )


def test_what_would_leave_nothing_is_not_offered(new_page, dead):
    page = new_page(f"/opportunities/?{dead.query}")
    expect(page.locator("#finder-show")).to_have_text("No matches. See suggestions")
    offered = page.locator("#finder-form .app-tick:not([hidden])")
    chosen = {dead.do[1], dead.time[1]}
    for words in offered.all_text_contents():
        assert "(0)" not in words or words.partition(" (")[0].strip() in chosen


def test_where_no_single_choice_is_to_blame_all_come_off(new_page, number, dead):
    page = new_page(f"/opportunities/?words=zzzz&{dead.query}&area=wessex")
    ways = page.locator("#finder-ways").get_by_role("button")
    expect(ways).to_have_text(["Clear all filters"])
    write = page.get_by_role("link", name="write to your alliance")
    assert write.evaluate("(link) => link.pathname + link.hash") == "/alliances/wessex/#contact"
    ways.click()
    expect(page.locator("#finder-count")).to_have_text(opportunities(number()))
    page.locator("#finder-words").fill("zzzz")
    expect(ways).to_have_text([f"Remove “zzzz” to see {opportunities(number())}"])
    assert write.evaluate("(link) => link.pathname") == "/find/"


@pytest.mark.parametrize("width", [320, pytest.param(1280, marks=pytest.mark.thorough)])
def test_nearest_first_asks_for_the_alliance_that_it_needs(new_page, width):
    page = new_page("/opportunities/", width=width)
    lead = page.get_by_role("button", name="Choose your alliance to see the nearest first")
    expect(lead).to_be_hidden()
    if width < 960:
        page.locator("#finder-open").click()
    page.get_by_label("Sort by").select_option("near")
    expect(lead).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    lead.click()
    area = page.locator("#finder-area")
    expect(area).to_be_focused()
    area.select_option("wessex")
    expect(lead).to_be_hidden()
    expect(page).to_have_url(re.compile("area=wessex&sort=near"))


def test_a_misspelt_word_is_found(finder, number):
    finder.locator("#finder-words").fill("leukemia")
    expect(finder.locator("#finder-count")).not_to_have_text(opportunities(number()))
    shown = finder.evaluate(SHOWN)
    finder.locator("#finder-words").fill("leukaemia")
    expect(finder).to_have_url(re.compile("leukaemia"))
    finder.wait_for_timeout(300)
    assert finder.evaluate(SHOWN) == shown != []


def test_who_types_a_cancer_is_led_to_what_is_for_any_cancer(finder, number):
    finder.locator("#finder-words").fill("leukaemia")
    finder.get_by_role("button", name="See everything that fits: Blood").click()
    expect(finder.locator("#finder-count")).to_have_text(opportunities(number(type="blood")))
    expect(finder).to_have_url(re.compile(r"\?type=blood$"))
    expect(finder.locator("#finder-type")).to_be_hidden()


def test_nothing_that_somebody_chooses_or_types_is_sent(finder):
    requests = []
    finder.on("request", lambda request: requests.append(request))
    tick(finder, "By post").check()
    finder.locator("#finder-words").fill("secret illness")
    finder.locator("#finder-area").select_option("wessex")
    expect(chips(finder)).to_have_count(4)
    finder.locator("#finder-show").click()
    finder.wait_for_timeout(300)
    asked_for = {urlsplit(request.url).path for request in requests}
    assert asked_for - {"/static/img/icon.svg"} == {
        "/static/js/finder/questions.js",
        "/static/js/finder/words.js",
        "/static/js/finder/waysout.js",
    }
    assert [r.url for r in requests if urlsplit(r.url).query or r.method != "GET"] == []
    assert finder.evaluate("document.cookie") == ""


def test_on_a_phone_the_filter_is_a_sheet_that_keeps_the_focus(new_page, number):
    page = new_page("/opportunities/", width=390, height=664)
    expect(page.locator("#finder-form")).to_be_hidden()
    opener = page.get_by_role("button", name="Filter and sort")
    opener.click()
    tick(page, "By post").check()
    show = page.locator("#finder-show")
    expect(show).to_have_text(f"Show {opportunities(number(how='post'))}")
    expect(show).to_be_in_viewport()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body"
            " || document.activeElement.closest('#finder-panel') !== null"
        )
    page.keyboard.press("Escape")
    expect(page.locator("#finder-form")).to_be_hidden()
    expect(opener).to_be_focused()
    opener.click()
    show.click()
    expect(page.locator("#finder-form")).to_be_hidden()
    expect(page.locator("#finder-count")).to_be_focused()


def test_the_list_begins_with_twenty_and_shows_more(finder, number):
    total = number()
    assert total > AT_ONCE
    expect(finder.locator("#finder-shown")).to_have_text(f"{AT_ONCE} of {total} shown.")
    before = finder.evaluate(SHOWN)
    finder.get_by_role("button", name="Show 20 more").click()
    after = finder.evaluate(SHOWN)
    assert after[:AT_ONCE] == before
    assert len(after) == min(total, 2 * AT_ONCE)
    expect(finder.locator(":focus")).to_have_attribute("href", re.compile(after[AT_ONCE]))


def test_an_area_that_is_kept_comes_first(finder, number):
    before = set(finder.evaluate(SHOWN))
    finder.evaluate("localStorage.setItem('area', 'wessex')")
    finder.reload()
    first = finder.locator("#finder-plain > section").first
    expect(first.locator("h2")).to_have_text(re.compile(r"^Your area: Wessex \(\d+\)$"))
    mine = first.locator("li").count()
    expect(first.locator("h2")).to_contain_text(f"({mine})")
    for row in first.locator("li").all():
        expect(row).to_contain_text("Wessex")
    assert len(finder.evaluate(SHOWN)) == len(before)


@pytest.mark.parametrize("width", [320, 390])
def test_a_row_is_low_and_the_first_is_near_the_top(new_page, width):
    page = new_page("/opportunities/", width=width, height=664)
    rows = page.locator(".app-entry:visible")
    heights = rows.evaluate_all("all => all.map((one) => one.getBoundingClientRect().height)")
    assert max(heights) <= (150 if width == 390 else 190)
    notice = page.locator(".app-notice, .app-banner").evaluate_all(
        "all => all.reduce((sum, one) => sum + one.getBoundingClientRect().height, 0)"
    )
    assert rows.first.evaluate("(row) => row.getBoundingClientRect().top") - notice <= 700


def test_the_first_opportunity_is_few_tabs_away(new_page):
    page = new_page("/opportunities/")
    for _ in range(15):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Skip to the opportunities":
            page.keyboard.press("Enter")
        if page.evaluate("document.activeElement.className") == "app-entry__link":
            return
    pytest.fail("15 Tabs and no opportunity")


@pytest.mark.parametrize("width", [390, pytest.param(1280, marks=pytest.mark.thorough)])
def test_nothing_moves_when_the_script_begins(new_page, width):
    page = new_page("/opportunities/", width=width)
    expect(page.locator("#finder.app-finder--ready")).to_be_visible()
    moved = page.evaluate(
        """() => new Promise((tell) => new PerformanceObserver((list) =>
             tell(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
             .observe({ type: "layout-shift", buffered: true })
             || setTimeout(tell, 500, 0))"""
    )
    assert moved < 0.01


def test_without_javascript_the_list_is_whole_and_the_panel_away(new_page, number):
    page = new_page("/opportunities/", javascript=False)
    expect(page.locator("#finder-panel")).to_be_hidden()
    expect(page.locator(".app-entry:visible")).to_have_count(number())
    expect(page.get_by_role("heading", name="Choose by")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)


def test_an_area_kept_on_the_device_is_one_press_away(finder):
    expect(finder.locator("#finder-mine")).to_be_hidden()
    finder.evaluate("localStorage.setItem('area', 'wessex')")
    finder.reload()
    finder.get_by_role("button", name="Use my area: Wessex").click()
    expect(finder).to_have_url(re.compile(r"\?area=wessex$"))


@pytest.mark.parametrize("look", LOOKS, ids=looks_named)
@pytest.mark.parametrize(
    "address",
    [
        "/opportunities/?how=phone&area=kent-and-medway",
        "/opportunities/?words=nothinglikethis&how=online",
        "/opportunities/print/?how=online",
        "/shortlist/#list=pebble-forum,marble-advisers",
    ],
)
def test_no_barrier(new_page, address, look):
    page = new_page(address, width=look.width, scheme=look.scheme)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    page.wait_for_load_state("networkidle")
    assert barriers(page, look) == []


def test_the_large_print_list_shows_what_its_address_asks_for(new_page, number):
    page = new_page("/opportunities/print/?how=post")
    expect(page.locator("#large-count")).to_have_text(f"{number(how='post')} of {number()}")
    expect(page.locator("#large > li")).to_have_count(number(how="post"))
    page.emulate_media(media="print")
    points = page.evaluate(
        "parseFloat(getComputedStyle(document.querySelector('#large p')).fontSize)"
    )
    assert points * 0.75 >= 16
    whole = new_page("/opportunities/print/", javascript=False)
    expect(whole.locator("#large > li")).to_have_count(number())
    phone = whole.locator("#large > li", has_text="Meetings about stones").locator("p").first
    expect(phone).to_have_text("Phone: 01632 960 222")


@pytest.fixture(scope="module")
def long_list(tmp_path_factory, request):
    """A site of 230 made-up entries."""
    import importlib.util
    import sys

    spec = importlib.util.spec_from_file_location("make_entries", PROJECT / "bench/make_entries.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_entries"] = module
    spec.loader.exec_module(module)
    folder = tmp_path_factory.mktemp("long")
    project = module.lay_out(folder, 230)["ours"]
    outcome = build(Order(project=project, output=folder / "site", today=module.TODAY))
    assert outcome.ok, outcome.report
    return folder / "site"


def test_a_long_list_works_the_same_from_files(new_page, long_list, origin):
    page = new_page("/privacy/")
    serve(page, long_list, origin)
    page.goto(f"{origin}/opportunities/")
    expect(page.locator("#finder.app-finder--ready")).to_be_visible()
    whole = page.locator("#finder-count").inner_text()
    assert len(page.evaluate(SHOWN)) == AT_ONCE
    tick(page, "Online").check()
    expect(page.locator("#finder-count")).not_to_have_text(whole)
    columns = json.loads((long_list / "api/v1/finder.json").read_text())
    fits = sum(bits & 1 for bits in columns["chosen"]["how"])
    expect(page.locator("#finder-count")).to_have_text(f"{fits} opportunities")
    expect(page.locator("#finder-fits > li")).to_have_count(20)
    page.get_by_role("button", name="Show 20 more").click()
    expect(page.locator("#finder-fits > li")).to_have_count(40)
    expect(page.locator("#finder-fits > li").nth(20).locator("a")).to_be_focused()
    page.locator("#finder-words").fill("parsnp")
    expect(page.locator("#finder-count")).not_to_have_text(f"{fits} opportunities")
    for link in page.locator("#finder-fits > li").all():
        assert "online" in link.inner_text().lower()
    shown = int(page.locator("#finder-count").inner_text().split()[0])
    page.goto(page.locator("#finder-print").get_attribute("href"))
    expect(page.locator("#large > li")).to_have_count(shown)


def test_titles_of_later_rows_come_from_files_of_their_own(new_page, long_list, origin, tmp_path):
    folder = shutil.copytree(long_list, tmp_path / "site")
    slugs = split(folder / "api/v1", 10)
    page = new_page("/privacy/")
    serve(page, folder, origin)
    page.goto(
        f"{origin}/opportunities/?sort=checked&sure=confirmed&sure=recent&sure=older&sure=undated"
    )
    expect(page.locator("#finder-fits > li")).to_have_count(20)
    columns = json.loads((folder / "api/v1/finder.json").read_text())
    rows = sorted(range(len(slugs)), key=lambda row: -columns["checked"][row])
    assert len({row // 10 for row in rows[:20]} - {0}) >= 3
    assert page.evaluate(SHOWN) == [slugs[row] for row in rows[:20]]


def split(folder, run):
    """Cuts the one run of a list into shorter ones; gives the slugs of all."""
    index = json.loads((folder / "finder.json").read_text())
    whole = index["first"]
    for number, start in enumerate(range(0, len(whole["slugs"]), run)):
        cut = {name: whole[name][start : start + run] for name in ("slugs", "titles")}
        for name in ("facts", "closes", "ages", "tags"):
            cut[name] = whole[name] | {"at": whole[name]["at"][start : start + run]}
        texts = whole | cut | {"made": index["made"]}
        if number:
            (folder / f"finder/rows{number}.json").write_text(json.dumps(texts))
        else:
            index |= {"run": run, "first": texts}
    (folder / "finder.json").write_text(json.dumps(index))
    return whole["slugs"]


def serve(page, folder, origin):
    """Answers requests of a page from another folder, on the day of the site there."""
    built = json.loads((folder / "api/v1/opportunities.json").read_text())["generated"]
    page.clock.set_fixed_time(f"{built}T12:00:00Z")
    types = {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}

    def answer(route):
        path = folder / urlsplit(route.request.url).path.lstrip("/")
        file = path / "index.html" if path.is_dir() else path
        route.fulfill(path=file, content_type=types.get(file.suffix))

    page.route(f"{origin}/**", answer)
