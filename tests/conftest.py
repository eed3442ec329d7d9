"""The invented projects and the site of the larger one, for all tests that look at one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import sample as invented
from tests.built import SUB_PATH, Built, made_once, shared_site
from tests.nowhere import Nowhere
from tests.nowhere import lay_out as lay_out_nowhere


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented project. Who wants to change it lays out another one."""
    return made_once(tmp_path_factory, "sample", lambda folder: invented.lay_out(folder))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Built:
    """The site of the invented project, as it is on one's own machine."""
    return shared_site(tmp_path_factory, "site", sample, invented.TODAY)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Built:
    """The same as it is published, under a sub-path."""
    return shared_site(tmp_path_factory, "published", sample, invented.TODAY, SUB_PATH)


@pytest.fixture
def nowhere(tmp_path: Path) -> Nowhere:
    """A project with one entry, to change and check."""
    return lay_out_nowhere(tmp_path / "nowhere")
