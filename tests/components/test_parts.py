"""Parts of pages: rendered once for each set of values, and escaped like everything else."""

from __future__ import annotations

from jinja2 import DictLoader, Environment

from website.cards.page_shell import Tops


class Counting(DictLoader):
    """Counts how often a template is asked for."""

    asked = 0

    def get_source(self, environment, template):
        self.asked += 1
        return super().get_source(environment, template)


def tops(**shared):
    loader = Counting({"partials/top.html": "{{ NAME }}: {{ here }}"})
    return loader, Tops(Environment(loader=loader, autoescape=True, cache_size=0), shared)


def test_a_part_is_made_once_for_the_values_it_depends_on():
    loader, made = tops(NAME="R&D")
    assert [made["find", "", ()], made["how", "", ()], made["find", "", ()]] == [
        "R&amp;D: find",
        "R&amp;D: how",
        "R&amp;D: find",
    ]
    assert loader.asked == 2


def test_a_part_is_not_escaped_again():
    _, made = tops(NAME="<b>")
    page = Environment(autoescape=True).from_string("{{ tops['', '', ()] }}")
    assert page.render(tops=made) == "&lt;b&gt;: "
