"""Parts of pages: rendered once for each set of values, and escaped like everything else."""

from __future__ import annotations

from jinja2 import DictLoader, Environment

from website.cards.page_shell import top_of_pages


def top(**shared):
    """What gives the tops of pages, and a list of those that were rendered."""
    rendered = []
    environment = Environment(
        loader=DictLoader({"partials/top.html": "{{ NAME }}: {{ here }}{{ note(here) }}"}),
        autoescape=True,
    )
    environment.globals["note"] = lambda here: rendered.append(here) or ""
    return top_of_pages(environment, shared), rendered


def test_a_part_is_made_once_for_the_values_it_depends_on():
    made, rendered = top(NAME="R&D")
    assert [made("find", "", ()), made("how", "", ()), made("find", "", ())] == [
        "R&amp;D: find",
        "R&amp;D: how",
        "R&amp;D: find",
    ]
    assert rendered == ["find", "how"]


def test_a_part_is_not_escaped_again():
    made, _ = top(NAME="<b>")
    page = Environment(autoescape=True).from_string("{{ top('', '', ()) }}")
    assert page.render(top=made) == "&lt;b&gt;: "
