"""Each check of a site finds what it looks for: a part of the site, with one thing spoilt in it."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from tests import checks
from tests.checks import entries, files, helplines, pages, reading_age

FRESH = "static/js/shared/fresh.js"
PAGE = "opportunities/shore-panel/index.html"
UNSURE = "opportunities/marble-advisers/index.html"
LIST, ARCHIVE = "opportunities/index.html", "opportunities/closed/index.html"
ALLIANCE = "alliances/kent-and-medway/index.html"
DATA, EMBED, FIND = "data/index.html", "embed/wessex/index.html", "find/index.html"
FOLLOW, SUPPORT = "follow/index.html", "support/index.html"
LEGAL = "legal/index.html"
HARD = (
    '<div class="app-prose">'
    + "<p>Organisational accountability necessitates multidisciplinary administration.</p>" * 30
    + "</div>"
)
LONG = f'<div class="app-prose"><p>{"We go on " * 60}.</p></div>'
SHEET = "alliances/kent-and-medway/sheet/index.html"
KEPT = {"index.html", PAGE, UNSURE, LEGAL, LIST, ARCHIVE, ALLIANCE, DATA, EMBED, FIND, FOLLOW}
KEPT |= {SUPPORT, SHEET}
TABLE = "api/v1/opportunities.csv"
FEED, CALENDAR = "feeds/alliance/wessex.atom.xml", "calendars/alliance/wessex.ics"
BODY = "</main>"
HEAVY = "".join(map(chr, range(0x4E00, 0x9E00)))


def put(html):
    """The end of the main part, with something more in it."""
    return html + BODY


SPOILT = [
    (pages.main_headings, PAGE, BODY, put("<h1>Another</h1>")),
    (pages.main_headings, EMBED, BODY, put("<h1>One</h1>")),
    (pages.parts_without_words, PAGE, BODY, put("<h2> <span></span></h2>")),
    (pages.headings_and_lists_over_nothing, PAGE, BODY, put("<h2>One</h2><h2>Two</h2><p>2</p>")),
    (pages.headings_and_lists_over_nothing, PAGE, BODY, put("<h2>One</h2><p> </p>")),
    (pages.headings_and_lists_over_nothing, PAGE, BODY, put("<ul> </ul>")),
    (pages.headings_that_skip_a_level, PAGE, BODY, put("<h2>Two</h2><h4>Four</h4>")),
    (pages.pages_that_do_not_say_what_they_are, PAGE, 'lang="en-GB"', 'lang="cy"'),
    (
        pages.pages_that_do_not_say_what_they_are,
        PAGE,
        " - Your Say in Cancer Care</title>",
        "</title>",
    ),
    (
        pages.pages_that_do_not_say_what_they_are,
        PAGE,
        "Help choose which shore to look at next.",
        "Help.",
    ),
    (
        pages.titles_used_twice,
        ARCHIVE,
        "<title>Closed and ended",
        "<title>Opportunities",
    ),
    (pages.ids_used_twice, PAGE, BODY, put('<p id="main">Again</p>')),
    (pages.drawings_apart_from_their_use, PAGE, BODY, put('<svg><use href="#nowhere"/></svg>')),
    (pages.drawings_apart_from_their_use, LIST, BODY, put('<svg><symbol id="alone"/></svg>')),
    (pages.controls_without_a_name, PAGE, BODY, put('<input type="text">')),
    (pages.links_and_pictures_without_words, PAGE, BODY, put('<a href="/"><svg></svg></a>')),
    (pages.links_and_pictures_without_words, PAGE, BODY, put('<img src="/static/img/icon.svg">')),
    (pages.links_that_say_nothing, PAGE, BODY, put('<a href="/">Click here</a>')),
    (pages.links_that_lead_nowhere, PAGE, BODY, put('<a href="/nowhere/">Nowhere</a>')),
    (pages.links_that_lead_nowhere, PAGE, BODY, put('<img src="/static/nothing.svg" alt="">')),
    (pages.links_that_lead_nowhere, PAGE, BODY, put('<a href="/find/#nothing">Nothing</a>')),
    (pages.links_that_lead_nowhere, PAGE, BODY, put('<a href="#nothing">Nothing</a>')),
    (pages.rules_for_browsers, PAGE, "script-src 'self'", "script-src *"),
    (pages.scripts_and_styles_inline, PAGE, BODY, put("<script>alert(1)</script>")),
    (pages.scripts_and_styles_inline, PAGE, BODY, put("<style>p { color: red }</style>")),
    (pages.scripts_and_styles_inline, PAGE, BODY, put('<p style="color: red">Red</p>')),
    (pages.scripts_and_styles_inline, PAGE, BODY, put('<p onclick="alert(1)">Click</p>')),
    (pages.things_from_other_sites, PAGE, BODY, put('<img src="https://x.example/i.png" alt="">')),
    (pages.forms_that_lead_elsewhere, PAGE, BODY, put('<form action="https://x.example/"></form>')),
    (pages.postcodes_that_would_be_sent, FIND, 'id="postcode"', 'id="postcode" name="postcode"'),
    (pages.structured_data_that_cannot_be_read, PAGE, '"@type":"WebPage"', '"@type":"JobPosting"'),
    (
        pages.addresses_that_a_local_copy_invents,
        PAGE,
        "</head>",
        '<link rel="canonical" href="/"></head>',
    ),
    (pages.addresses_that_a_local_copy_invents, "index.html", "not ready for the public", "ready"),
    (entries.entries_without_a_page, PAGE, None, None),
    (entries.entries_without_a_page, ALLIANCE, None, None),
    (entries.facts_missing_from_opportunities, PAGE, "£99 an hour, in invented money.", ""),
    (
        entries.facts_missing_from_opportunities,
        PAGE,
        'href="https://www.invented.example/shore"',
        "",
    ),
    (entries.facts_missing_from_alliances, ALLIANCE, "Nine people chose", "Ten people chose"),
    (entries.facts_missing_from_alliances, ALLIANCE, "kent-and-medway/area", "kent-and-medway/sea"),
    (
        entries.entries_in_the_wrong_list,
        LIST,
        "/opportunities/shore-panel/",
        "/opportunities/told-story/",
    ),
    (
        entries.entries_in_the_wrong_list,
        ARCHIVE,
        "/opportunities/told-story/",
        "/opportunities/moved-panel/",
    ),
    (entries.open_data_that_is_not_whole, "api/v1/opportunities.json", "2026-11-22", "2026-11-21"),
    (entries.open_data_that_is_not_whole, "api/v1/opportunities.json", '"count":', '"number":'),
    (entries.open_data_that_is_not_whole, "api/v1/alliances/wessex.json", "Pebbleton", "Flint"),
    (entries.rows_that_differ_from_the_entries, TABLE, "shore-panel", "sea-panel"),
    (entries.rows_that_differ_from_the_entries, TABLE, "Shore/pebble panel", "=Shore"),
    (entries.data_surer_than_their_evidence, TABLE, ",false,", ",true,"),
    (
        entries.data_surer_than_their_evidence,
        "api/v1/opportunities.json",
        '"confirmed":false',
        '"confirmed":true',
    ),
    (entries.data_surer_than_their_evidence, UNSURE, "not been able to confirm", "been able to"),
    (entries.words_surer_than_we_are, LIST, "From an older page", "Always open"),
    (
        entries.files_that_do_not_fit_the_schema,
        "api/v1/schema/opportunity.json",
        '"alliances"',
        '"places"',
    ),
    (entries.numbers_that_the_postcodes_promise, "api/v1/postcodes.json", '"near":3', '"near":4'),
    (helplines.numbers_that_nobody_vouches_for, SUPPORT, BODY, put("<p>01632 960 399</p>")),
    (
        helplines.numbers_that_nobody_vouches_for,
        SUPPORT,
        BODY,
        put('<a href="sms:88888?&amp;body=PEBBLE">Text</a>'),
    ),
    (helplines.helplines_left_out, SUPPORT, "tel:01632960303", "tel:01632960302"),
    (helplines.sheets_without_urgent_numbers, SHEET, "sms:99999", "sms:88888"),
    (files.feeds_missing, FEED, None, None),
    (files.feeds_missing, CALENDAR, None, None),
    (files.feeds_that_cannot_be_read, FEED, "</feed>", ""),
    (files.feeds_that_cannot_be_read, FEED, 'rel="self"', 'rel="other"'),
    (
        files.feeds_that_cannot_be_read,
        FEED,
        'href="/opportunities/quick',
        'href="opportunities/quick',
    ),
    (files.feeds_that_differ, "feeds/alliance/wessex.json", '"id":"', '"id":"x'),
    (files.entries_missing_from_the_feed, "feeds/all.atom.xml", "/shore-panel/", "/sea-panel/"),
    (files.calendars_that_cannot_be_opened, CALENDAR, "VTIMEZONE", "X-ZONE"),
    (files.calendars_of_entries, "calendars/opportunity/shore-panel.ics", None, None),
    (files.files_that_are_named_and_missing, "api/v1/opportunities.csv", None, None),
    (files.examples_that_do_not_run, DATA, "print(json", "prin(json"),
    (files.lists_for_other_sites, EMBED, 'content="noindex"', 'content="all"'),
    (files.lists_for_other_sites, EMBED, '<base target="_top">', '<base target="_self">'),
    (files.lists_for_other_sites, EMBED, BODY, put("<iframe></iframe>")),
    (files.lists_for_other_sites, EMBED, BODY, put("word " * 2_000)),
    (files.heavy_pages, PAGE, BODY, put(f"<!-- {HEAVY} -->")),
    (
        files.heavy_scripts,
        "static/js/shared/fresh.js",
        "export",
        "".join(map(chr, range(0x4E00, 0x6E00))),
    ),
    (reading_age.pages_that_are_hard_to_read, LEGAL, BODY, HARD + BODY),
    (reading_age.pages_that_are_hard_to_read, LEGAL, BODY, LONG + BODY),
    (files.files_without_a_link, FOLLOW, "/feeds/alliance/wessex.atom.xml", "/feeds/none.xml"),
]
SPOILT_WHERE_PUBLISHED = [
    (pages.addresses_without_the_sub_path, PAGE, BODY, put('<a href="/find/">Find</a>')),
    (pages.pages_without_their_public_address, PAGE, 'rel="canonical"', 'rel="other"'),
    (pages.pages_without_their_public_address, PAGE, BODY, put("not ready for the public")),
    (files.pages_missing_from_the_sitemap, "sitemap.xml", "/opportunities/shore-panel/", "/shore/"),
    (files.robots_without_the_sitemap, "robots.txt", "Sitemap: ", "Map: "),
]


def part_of(site, folder):
    """The files of a site with a few of its pages."""

    def left_out(below, names):
        paths = {name: f"{below}/{name}".removeprefix(f"{site.root}/") for name in names}
        return [name for name, path in paths.items() if name.endswith(".html") and path not in KEPT]

    shutil.copytree(site.root, folder / "output", ignore=left_out)
    return replace(site, root=folder / "output")


@pytest.fixture(scope="module")
def part(site, tmp_path_factory):
    return part_of(site, tmp_path_factory.mktemp("part"))


@pytest.fixture(scope="module")
def published_part(published, tmp_path_factory):
    return part_of(published, tmp_path_factory.mktemp("published-part"))


def newly_found(site, check, path, old, new):
    """What a check finds once a piece of a file is another one, or once the file is gone."""
    before = set(check(site))
    file = site.root / path
    text = file.read_text(encoding="utf-8")
    assert old is None or old in text
    file.unlink()
    if old is not None:
        file.write_text(text.replace(old, new), encoding="utf-8")
    try:
        return set(check(replace(site))) - before
    finally:
        file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("check", "path", "old", "new"), SPOILT)
def test_what_is_spoilt_is_found(part, check, path, old, new):
    assert newly_found(part, check, path, old, new)


@pytest.mark.parametrize(("check", "path", "old", "new"), SPOILT_WHERE_PUBLISHED)
def test_what_is_spoilt_in_a_published_site_is_found(published_part, check, path, old, new):
    assert newly_found(published_part, check, path, old, new)


def test_every_check_is_tried():
    tried = {check for check, *_ in (*SPOILT, *SPOILT_WHERE_PUBLISHED)}
    assert tried == {*checks.LOCAL, *checks.PUBLISHED}
