"""The help on each thing that the check can say, as pages of the built site."""

from __future__ import annotations

import pytest

from catalogue.loader import load
from tests.built import PROJECT, Built
from tests.sample import TODAY

HELP = load(PROJECT, TODAY).help
FOLDER = "/help/"


def test_each_code_has_its_page_and_the_list_leads_to_all(site: Built) -> None:
    pages = {page.address for page in site.pages if page.address.startswith(FOLDER)}
    assert pages == {FOLDER, *(one.path for one in HELP)}
    links = [link["href"] for link in site.page(FOLDER).soup.main.find_all("a")]
    assert [link for link in links if link.startswith(FOLDER)] == [one.path for one in HELP]


def test_the_list_is_in_groups(site: Built) -> None:
    titles = [heading.text for heading in site.page(FOLDER).soup.main.find_all("h2")]
    assert titles[:-1] == list(dict.fromkeys(one.group for one in HELP))


@pytest.mark.parametrize("help_on", HELP, ids=lambda one: one.code)
def test_a_page_says_what_the_help_holds(site: Built, help_on) -> None:
    """Examples show letter by letter, also where they hold HTML."""
    main = site.page(help_on.path).soup.main
    assert main.h1.text == help_on.title
    assert main.find(class_="app-lead").text == help_on.why
    shown = [example.text for example in main.find_all("pre")]
    assert shown == [help_on.wrong.rstrip("\n"), help_on.right.rstrip("\n")]


def test_a_page_leads_to_the_others_of_its_group_and_back(site: Built) -> None:
    page = site.page("/help/not-a-date/").soup
    others = [one.path for one in HELP if one.group == "Dates" and one.code != "not-a-date"]
    links = [link["href"] for link in page.main.find_all("a")]
    assert [link for link in links if link.startswith(FOLDER)] == others
    trail = page.find("nav", attrs={"aria-label": "Breadcrumb"})
    assert [link["href"] for link in trail.find_all("a")] == ["/", FOLDER]
