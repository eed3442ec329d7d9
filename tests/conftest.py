"""One build for all tests that read the site, and one under a sub-path."""

from __future__ import annotations

import pytest

from tests.built import SUB_PATH, Built, build_site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_site(tmp_path_factory.mktemp("site") / "output")


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_site(tmp_path_factory.mktemp("published") / "output", SUB_PATH)
