from __future__ import annotations

import pytest

from tests.catalogue.nowhere import Nowhere, lay_out


@pytest.fixture
def nowhere(tmp_path) -> Nowhere:
    return lay_out(tmp_path / "project")
