"""The invented project becomes a whole site, on this machine and under a sub-path."""

from __future__ import annotations

import pytest

from tests import checks


@pytest.mark.parametrize("check", checks.LOCAL, ids=checks.name_of)
def test_a_site_is_whole(site, check):
    assert check(site) == []


@pytest.mark.parametrize("check", checks.PUBLISHED, ids=checks.name_of)
def test_a_published_site_is_whole(published, check):
    assert check(published) == []
