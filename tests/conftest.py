"""One build for all tests that read the site, and one under a sub-path."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import sample as invented
from tests.built import PROJECT, SUB_PATH, TODAY, Built, build_site, made_once


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented project. Who wants to change it lays out another one."""
    return made_once(tmp_path_factory, "sample", lambda folder: invented.lay_out(folder))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = made_once(tmp_path_factory, "site", lambda made: build_site(made / "output"))
    return Built(folder / "output", "", PROJECT, TODAY)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = made_once(
        tmp_path_factory, "published", lambda made: build_site(made / "output", SUB_PATH)
    )
    return Built(folder / "output", SUB_PATH, PROJECT, TODAY)
