"""The real content: on its first day, under a sub-path, and as it will be when time has passed."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, timedelta

import pytest

from catalogue.loader import load
from project import today
from tests.built import PROJECT, SUB_PATH, Built, shared_site

# Days until most dates have passed, until no check is recent, and until next to nothing is open.
LATER = (0, 30, 200, 400)


@pytest.fixture(scope="session")
def first_day() -> date:
    """Today, as for every command, or the day of the youngest check where that is later."""
    catalogue = load(PROJECT, date.max).catalogue
    things = (*catalogue.opportunities, *catalogue.alliances.values())
    return max(today.settle("", os.environ), *(one.checked.on for one in things))


@pytest.fixture(scope="session", params=LATER, ids="{}-days-later".format)
def site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, first_day: date
) -> Built:
    """The site of the real content on the first day, and when more and more has ended."""
    first = shared_site(tmp_path_factory, f"content-{first_day}", PROJECT, first_day)
    if not request.param:
        return first
    day = first_day + timedelta(days=request.param)
    later = shared_site(tmp_path_factory, f"content-{day}", PROJECT, day)
    return replace(later, before=first)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory, first_day: date) -> Built:
    """The site of the first day as it is published, under a sub-path."""
    return shared_site(
        tmp_path_factory, f"content-{first_day}-published", PROJECT, first_day, SUB_PATH
    )
