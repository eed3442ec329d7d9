"""The components as pages see them: autoescape on, an unknown name an error."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from website.cards.page_shell import top_of_pages

TEMPLATES = Path(__file__).parents[2] / "theme" / "templates"


@pytest.fixture(scope="session")
def environment() -> Environment:
    """Templates of the theme with the settings that the build gives every page."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined
    )
    environment.globals.update(
        SITEURL="",
        SITENAME="Your Say in Cancer Care",
        BUILD_DATE="2026-11-22",
        BUILD_DATE_WORDS="22 November 2026",
    )
    environment.globals["top"] = top_of_pages(environment, {})
    return environment


@pytest.fixture(scope="session")
def render(environment: Environment) -> Callable[[str, str], str]:
    """Render one call of one component."""

    def rendered(component: str, call: str) -> str:
        head = f'{{% from "components/{component}.html" import {component} %}}'
        return environment.from_string(head + call).render()

    return rendered
