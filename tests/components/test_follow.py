"""Where components carry dates for the script and links to follow."""

from __future__ import annotations

from collections.abc import Callable

from bs4 import BeautifulSoup
from jinja2 import Environment

Render = Callable[[str, str], str]


def test_a_row_carries_its_dates_for_the_script(render: Render) -> None:
    call = (
        '{{ opportunity_row("A panel", "/a/", "", "Wessex", '
        'moments=(("closes", "2026-11-30T17:00"), ("opens", "2026-11-24"))) }}'
    )
    row = BeautifulSoup(render("opportunity_row", call), "html.parser").article
    assert row is not None
    assert (row["data-closes"], row["data-opens"]) == ("2026-11-30T17:00", "2026-11-24")


def test_a_list_without_a_feed_has_no_links_to_follow(environment: Environment) -> None:
    part = environment.get_template("partials/follow.html")
    assert part.render(follow=()).strip() == ""
    links = BeautifulSoup(part.render(follow=[("Feed: Wessex", "/feeds/x")]), "html.parser")
    assert [(link.text.strip(), link["href"]) for link in links.select("nav a")] == [
        ("Feed: Wessex", "/feeds/x")
    ]
