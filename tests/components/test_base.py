"""The frame of every page: head, header, notice and footer."""

from __future__ import annotations

import runpy

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from tests.built import PROJECT
from website.cards.page_shell import shell_of

PAGE = """
{% extends "base.html" %}
{% set section = "opportunities" %}
{% set page_path = "opportunities/closed/" %}
{% set breadcrumbs = (("Home", "/"), ("Opportunities", "/opportunities/")) %}
{% set title = "Closed & over" %}
{% set description = 'What "came" before.' %}
{% block content %}<h1>Closed</h1>{% endblock %}
"""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; manifest-src 'self'; "
    "form-action 'self' https://www.writetothem.com; base-uri 'self'"
)


def page(environment: Environment, source: str = PAGE, **settings: object) -> BeautifulSoup:
    """Return a rendered page, parsed; its shared parts know the settings as well."""
    html = environment.from_string(source).render(**settings, **shell_of(environment, settings))
    return BeautifulSoup(html, "html.parser")


def contents(soup: BeautifulSoup, selector: str) -> list[str]:
    """Return the content or address of every element that the selector finds."""
    return [str(tag.get("content") or tag.get("href")) for tag in soup.select(selector)]


def test_the_policy_comes_first_after_the_character_set(environment: Environment) -> None:
    head = page(environment).head
    assert head is not None
    first, second = head.find_all("meta")[:2]
    assert first.get("charset") == "utf-8"
    assert second.get("http-equiv") == "Content-Security-Policy"
    assert second.get("content") == POLICY


def test_title_and_description_are_said_once_for_all_who_ask(environment: Environment) -> None:
    soup = page(environment)
    assert soup.title is not None
    assert soup.title.text == "Closed & over - Your Say in Cancer Care"
    assert contents(soup, 'meta[property="og:title"]') == ["Closed & over"]


@pytest.mark.parametrize(
    ("siteurl", "addresses"),
    [("", []), ("https://example.org/repo", ["https://example.org/repo/opportunities/closed/"])],
)
def test_a_full_address_is_given_only_where_the_site_has_one(
    environment: Environment, siteurl: str, addresses: list[str]
) -> None:
    soup = page(environment, SITEURL=siteurl)
    assert contents(soup, 'link[rel="canonical"]') == addresses
    assert contents(soup, 'meta[property="og:url"]') == addresses


def test_every_address_of_ours_begins_with_the_address_of_the_site(
    environment: Environment,
) -> None:
    soup = page(environment, SITEURL="https://example.org/repo")
    ours = [tag.get("href") or tag.get("src") for tag in soup.select("header a, link, img")]
    assert [href for href in ours if not str(href).startswith("https://example.org/repo/")] == []


@pytest.mark.parametrize(
    ("path", "current"), [("opportunities/closed/", "true"), ("opportunities/", "page")]
)
def test_the_menu_marks_the_page_or_its_section(
    environment: Environment, path: str, current: str
) -> None:
    soup = page(environment, PAGE.replace("opportunities/closed/", path))
    marked = [(tag.text, tag["aria-current"]) for tag in soup.select("header [aria-current]")]
    assert marked == [("Opportunities", current)]


def test_breadcrumbs_stand_before_main(environment: Environment) -> None:
    crumbs = page(environment).select_one('nav[aria-label="Breadcrumb"]')
    assert crumbs is not None
    following = crumbs.find_next_sibling()
    assert following is not None
    assert following.get("id") == "main"


@pytest.mark.parametrize(
    ("settings", "sentences"),
    [
        ({}, []),
        ({"SITE_NOTICE": []}, []),
        ({"SITE_NOTICE": ["No mailbox is set."]}, ["No mailbox is set."]),
    ],
)
def test_a_notice_is_shown_when_there_is_one(
    environment: Environment, settings: dict[str, list[str]], sentences: list[str]
) -> None:
    assert [tag.text for tag in page(environment, **settings).select("aside p")] == sentences


def test_a_bare_page_needs_only_its_title_and_its_description(environment: Environment) -> None:
    soup = page(environment, '{% extends "base.html" %}', title="Lost", description="Not here.")
    assert soup.select("[aria-current], nav.app-crumbs, link[rel=canonical]") == []
    assert [tag.get("src") for tag in soup.select("script")] == ["/static/js/shared/fresh.js"]


def test_what_the_clock_may_bring_is_hidden_until_it_does(environment: Environment) -> None:
    banner = page(environment).select_one("#fresh")
    assert banner is not None
    assert banner.get("data-built") == "2026-11-22"
    assert banner.has_attr("hidden")
    assert [line.get("hidden") for line in banner.select("p")] == ["", "", ""]
    assert "We made this page on 22 November 2026, more than 3 days ago." in banner.text


def test_structured_data_is_a_data_block(environment: Environment) -> None:
    soup = page(environment, structured_data=Markup('{"@type": "WebSite"}'))
    scripts = [(tag.get("type"), tag.string) for tag in soup.select("script:not([src])")]
    assert scripts == [("application/ld+json", '{"@type": "WebSite"}')]


def test_the_footer_says_where_to_turn_and_how_old_the_site_is(environment: Environment) -> None:
    footer = page(environment).footer
    assert footer is not None
    words = " ".join(footer.text.split())
    assert "It is not part of the NHS and does not give medical advice." in words
    assert "call 111. In an emergency call 999." in words
    assert "Site built on 22 November 2026." in words


@pytest.mark.parametrize(
    ("settings", "words", "links"),
    [
        (
            {"SITE_OWNER": "", "SITE_MAILBOX": "", "SITE_REPOSITORY": ""},
            "The people who run this copy have not filled in how to reach them yet.",
            [],
        ),
        (
            {
                "SITE_OWNER": "3 friends",
                "SITE_MAILBOX": "us@example.org",
                "SITE_REPOSITORY": "https://example.org/files",
            },
            "This site is run by 3 friends.",
            ["mailto:us@example.org", "https://example.org/files"],
        ),
    ],
)
def test_the_owner_is_shown_or_the_gap_is_said(
    environment: Environment, settings: dict[str, str], words: str, links: list[str]
) -> None:
    html = environment.get_template("partials/site_contact.html").render(**settings)
    soup = BeautifulSoup(html, "html.parser")
    assert [tag.text for tag in soup.select("p")] == [words]
    assert contents(soup, "a") == links


def test_pages_are_made_as_strictly_as_these_components(environment):
    """A name that does not exist ends the build, and text never becomes HTML by itself."""
    made_with = runpy.run_path(str(PROJECT / "pelicanconf.py"))["JINJA_ENVIRONMENT"]
    assert made_with["autoescape"] is environment.autoescape is True
    assert made_with["undefined"] is environment.undefined is StrictUndefined
