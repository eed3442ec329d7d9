"""Templates are made of components: the classes of one stand in components alone."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parents[2] / "theme" / "templates"
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
BLOCK = re.compile(r"\bapp(?:-[a-z0-9]+)+")
INCLUDED = re.compile(r'\{%-? include "([^"]+)"')
SAFE = re.compile(r"([\w.\[\]]+)\s*\|\s*safe\b")

# What lays out a page or says one thing of any element; all other blocks have a look of their own.
LAYOUT = {
    *("app-flow", "app-grid", "app-head", "app-measure", "app-page", "app-prose", "app-row"),
    *("app-split", "app-stack", "app-wrap", "app-large-top", "app-small-top"),
    *("app-hidden", "app-js", "app-on-paper", "app-screen", "app-unknown"),
}


def blocks_in(source: str) -> set[str]:
    """The blocks whose classes stand in a template."""
    return set(BLOCK.findall(COMMENT.sub("", source))) - LAYOUT


def of_components(sources: dict[str, str]) -> set[str]:
    """The blocks that a component renders."""
    return {
        block
        for name, source in sources.items()
        if name.startswith("components/")
        for block in blocks_in(source)
    }


def strays(sources: dict[str, str]) -> dict[str, set[str]]:
    """Blocks of components in templates that only lay out, by template."""
    components = of_components(sources)
    found = {
        name: blocks_in(source) & components
        for name, source in sources.items()
        if not name.startswith("components/")
    }
    return {name: blocks for name, blocks in found.items() if blocks}


def shared(sources: dict[str, str]) -> dict[str, set[str]]:
    """Blocks that several pages write out; a partial that one page includes counts as that page."""
    pages = {name: source for name, source in sources.items() if not name.startswith("components/")}
    including = defaultdict(set)
    for name, source in pages.items():
        for part in INCLUDED.findall(source):
            including[part].add(name)
    found = defaultdict(set)
    for name, source in pages.items():
        page = including[name].copy().pop() if len(including[name]) == 1 else name
        for block in blocks_in(source):
            found[block].add(page)
    return {block: names for block, names in found.items() if len(names) > 1}


def unnamed(sources: dict[str, str]) -> list[str]:
    """What is put on a page as HTML without a name that says so."""
    return [
        f"{name}: {value}"
        for name, source in sources.items()
        for value in SAFE.findall(source)
        if not value.endswith("_html")
    ]


@pytest.fixture(scope="module")
def sources() -> dict[str, str]:
    return {
        path.relative_to(TEMPLATES).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(TEMPLATES.rglob("*.html"))
    }


def test_the_classes_of_a_component_stand_in_components_alone(sources: dict[str, str]) -> None:
    assert strays(sources) == {}


def test_what_several_pages_show_is_a_component(sources: dict[str, str]) -> None:
    assert shared(sources) == {}


def test_html_is_put_on_a_page_only_under_a_name_that_says_so(sources: dict[str, str]) -> None:
    assert unnamed(sources) == []


def test_every_class_of_the_layout_is_used(sources: dict[str, str]) -> None:
    used = {block for source in sources.values() for block in BLOCK.findall(source)}
    assert LAYOUT - used == set()


MACRO = '<p class="app-cake"></p>'


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ('<p class="app-cake__icing"></p>', {"page.html": {"app-cake"}}),
        ('<p class="app-wrap app-cake--iced"></p>', {"page.html": {"app-cake"}}),
        ('<p class="app-cakes app-wrap"></p>', {}),
        ("{# app-cake #}{{ cake() }}", {}),
    ],
)
def test_a_class_of_a_component_on_a_page_is_found(page: str, found: dict[str, set[str]]) -> None:
    assert strays({"components/cake.html": MACRO, "page.html": page}) == found


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ('<p class="app-tea"></p>', {}),
        ('<p class="app-jam"></p>', {"app-jam": {"one.html", "two.html"}}),
    ],
)
def test_a_look_that_two_pages_share_is_found(part: str, found: dict[str, set[str]]) -> None:
    pages = {
        "one.html": '<p class="app-tea">{% include "partials/a.html" %}',
        "two.html": '<p class="app-jam">',
        "partials/a.html": part,
    }
    assert shared(pages) == found


def test_html_under_another_name_is_found() -> None:
    pages = {"one.html": "{{ a.body_html|safe }}{{ title|safe }}{{ parts[0] | safe }}"}
    assert unnamed(pages) == ["one.html: title", "one.html: parts[0]"]
