"""Every page of a real build: its frame, its headings, its names and its links."""

from __future__ import annotations

import itertools
import json
import re
from collections import Counter
from urllib.parse import unquote, urlsplit

import pytest

FORM_TARGETS = {"https://www.writetothem.com/"}
# Scripts of these types are data: browsers do not run them.
DATA_BLOCKS = {"application/ld+json", "application/json"}


def every(site, find):
    """What ``find`` finds wrong, page by page."""
    return {page.address: found for page in site.pages if (found := find(page))}


def test_each_page_has_one_main_heading(site):
    """Lists for other sites have none: they stand below the main heading of another page."""
    assert every(site, lambda page: [h.text for h in page.soup.find_all("h1")][1:]) == {}
    without = [page.address for page in site.pages if not page.soup.h1]
    assert [address for address in without if not address.startswith("/embed/")] == []


def test_no_name_of_a_part_is_empty(site):
    """Not before a script has filled it either: the Nu checker warns of empty headings."""
    names = [*(f"h{level}" for level in range(1, 7)), "caption", "dt", "legend", "summary", "th"]

    def nameless(page):
        shown = (e for e in page.soup.find_all(names) if not e.find_parent("template"))
        return [str(e)[:80] for e in shown if not e.get_text(strip=True)]

    assert every(site, nameless) == {}


def test_headings_go_down_one_step_at_a_time(site):
    def skipped(page):
        levels = [int(h.name[1]) for h in page.soup.find_all(re.compile("^h[1-6]$"))]
        return [pair for pair in itertools.pairwise(levels) if pair[1] > pair[0] + 1]

    assert every(site, skipped) == {}


def test_each_page_says_what_it_is(site):
    def unnamed(page):
        head = page.soup.head
        description = head.find("meta", attrs={"name": "description"})
        wrong = []
        if page.soup.html.get("lang") != "en-GB":
            wrong.append("lang")
        if not head.title.text.strip().endswith("Your Say in Cancer Care"):
            wrong.append("title")
        if not 20 <= len(description["content"]) <= 200 or ".…" in description["content"]:
            wrong.append(description["content"])
        return wrong

    assert every(site, unnamed) == {}


def test_titles_are_told_apart(site):
    titles = Counter(page.soup.title.text for page in site.pages)
    assert [title for title, count in titles.items() if count > 1] == []


def test_ids_are_used_once(site):
    def twice(page):
        ids = Counter(element["id"] for element in page.soup.find_all(id=True))
        return [name for name, count in ids.items() if count > 1]

    assert every(site, twice) == {}


def test_each_drawing_that_is_shown_by_its_name_stands_in_its_page(site):
    """Only the cards of long lists bring patches that are whole."""

    def apart(page):
        shown = {use["href"].removeprefix("#") for use in page.soup.find_all("use")}
        drawn = {symbol["id"] for symbol in page.soup.find_all("symbol")}
        icons = {name for name in drawn if name.startswith("icon-")}
        return shown - drawn or drawn - shown - icons or (icons and not shown)

    assert every(site, apart) == {}
    assert len(site.page("/opportunities/").soup.find_all("symbol")) > 20


def test_each_control_has_a_name(site):
    def nameless(page):
        labels = {label.get("for") for label in page.soup.find_all("label")}
        return [
            str(control)[:80]
            for control in page.soup.find_all(["input", "select", "textarea"])
            if control.get("type") != "hidden"
            and control.get("id") not in labels
            and not control.find_parent("label")
            and not control.get("aria-label")
        ]

    assert every(site, nameless) == {}


def test_each_link_and_picture_has_words(site):
    def wordless(page):
        links = [
            str(link)[:80]
            for link in page.soup.find_all("a", href=True)
            if not link.get_text(strip=True) and not link.get("aria-label")
            if not link.find_parent("template")  # a script writes the words
        ]
        return links + [str(image)[:80] for image in page.soup.find_all("img", alt=None)]

    assert every(site, wordless) == {}


def test_no_link_says_click_here(site):
    empty = {"click here", "here", "more", "read more", "link"}

    def vague(page):
        return [a.text for a in page.soup.find_all("a") if a.text.strip().casefold() in empty]

    assert every(site, vague) == {}


def local_target(site, address, page):
    """The path below the site and the #id that a link leads to, or None for another site."""
    base = urlsplit(site.address)
    parts = urlsplit(address)
    if parts.scheme in {"mailto", "tel"}:
        return None
    if parts.netloc and (parts.scheme, parts.netloc) != (base.scheme, base.netloc):
        return None
    path = unquote(parts.path)
    if not path:
        return page.address, parts.fragment
    assert path.startswith(base.path + "/"), (page, address)
    return path[len(base.path) :], parts.fragment


@pytest.mark.parametrize("which", ["site", "published"])
def test_every_link_and_file_of_ours_is_there(which, request):
    site = request.getfixturevalue(which)
    ids = {page.address: {e["id"] for e in page.soup.find_all(id=True)} for page in site.pages}
    broken = set()
    for page in site.pages:
        for element in page.soup.find_all(["a", "link", "script", "img", "form", "use", "image"]):
            address = element.get("href") or element.get("src") or element.get("action")
            target = local_target(site, address, page) if address else None
            if target is None:
                continue
            path, fragment = target
            file = site.root / path.lstrip("/")
            there = (file / "index.html").is_file() if path.endswith("/") else file.is_file()
            if not there or (fragment and fragment not in ids.get(path, {fragment})):
                broken.add((page.address, address))
    assert sorted(broken) == []


def test_addresses_are_whole_under_a_sub_path(published):
    def rootless(page):
        return re.findall(r'(?:href|src|action)="/[^"]*"', page.text)

    assert every(published, rootless) == {}


def test_the_rules_for_browsers_are_the_same_everywhere(site):
    rules = {
        page.soup.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
        for page in site.pages
    }
    assert len(rules) == 1
    assert "default-src 'none'" in rules.pop()


def test_nothing_stands_inline(site):
    def inline(page):
        scripts = [
            script
            for script in page.soup.find_all("script")
            if not script.get("src") and script.get("type") not in DATA_BLOCKS
        ]
        styled = page.soup.find_all(["style"]) + page.soup.find_all(style=True)
        handlers = [
            e.name
            for e in page.soup.find_all(True)
            if any(name.startswith("on") for name in e.attrs)
        ]
        return [str(found)[:80] for found in scripts + styled + handlers]

    assert every(site, inline) == {}


def test_nothing_comes_from_another_site(site):
    def foreign(page):
        loaded = [
            element.get("src") or element.get("href")
            for element in page.soup.find_all(["script", "img", "link", "iframe", "video", "use"])
            if element.name != "link" or "license" not in element.get("rel", [])
        ]
        return [
            address
            for address in loaded
            if address and urlsplit(address).netloc and "canonical" not in address
        ]

    assert every(site, foreign) == {}


def test_forms_only_lead_where_they_may(site):
    def elsewhere(page):
        actions = [form["action"] for form in page.soup.find_all("form")]
        return [a for a in actions if urlsplit(a).netloc and a not in FORM_TARGETS]

    assert every(site, elsewhere) == {}


def test_structured_data_can_be_read(site):
    kinds = set()
    for page in site.pages:
        for script in page.soup.find_all("script", type="application/ld+json"):
            things = json.loads(script.string)
            assert all(thing["@context"] == "https://schema.org" for thing in things), page
            kinds.update(thing["@type"] for thing in things)
    assert {"WebSite", "BreadcrumbList", "Organization", "CollectionPage", "WebPage"} <= kinds
    assert not kinds & {"JobPosting", "MedicalWebPage"}


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/", "WebSite"),
        ("/about/", "AboutPage"),
        ("/accessibility/", "WebPage"),
        ("/alliances/", "CollectionPage"),
        ("/alliances/wessex/", "Organization"),
        ("/data/", "Dataset"),
        ("/find/", "CollectionPage"),
        ("/guides/what-to-expect/", "Article"),
        ("/how-it-works/", "Article"),
        ("/opportunities/", "CollectionPage"),
        ("/opportunities/closed/", "CollectionPage"),
        ("/opportunities/swag-ppv-forum/", "WebPage"),
        ("/words/", "DefinedTermSet"),
    ],
)
def test_structured_data_says_what_a_page_is(site, address, kind):
    (script,) = site.page(address).soup.find_all("script", type="application/ld+json")
    things = {thing["@type"]: thing for thing in json.loads(script.string)}
    assert kind in things
    if address in {"/alliances/", "/opportunities/"}:
        items = things[kind]["mainEntity"]["itemListElement"]
        assert 1 < len(items) <= 20 <= things[kind]["mainEntity"]["numberOfItems"]
        assert all(item["url"].startswith(address) for item in items)
    if address == "/words/":
        assert len(things[kind]["hasDefinedTerm"]) > 20


def test_a_local_copy_says_that_it_is_not_ready_and_invents_no_address(site):
    home = site.page("/")
    assert "not ready for the public" in home.soup.get_text()
    assert every(site, lambda page: page.soup.find_all("link", rel="canonical")) == {}


def test_the_public_site_gives_its_own_address(published):
    home = published.page("/")
    assert home.soup.find("link", rel="canonical")["href"] == "https://example.org/repo/"
    assert "not ready for the public" not in home.soup.get_text()
