"""What holds for the real content, whatever is written in it.

No entry, alliance or page is named here, and nothing is counted: what the check calls good passes.
`tests/tooling/test_content_can_change.py` changes the content and runs these tests on it.
"""

from __future__ import annotations

from datetime import date

import pytest

from catalogue.loader import load
from catalogue.problems.problem import ERROR
from geography.making.sources import load_alliances
from tests import checks
from tests.built import PROJECT


def test_nothing_has_to_be_put_right(site):
    found = [
        (one.path, one.message)
        for one in load(site.project, site.today).problems
        if one.severity == ERROR
    ]
    assert found == []


def test_each_alliance_has_its_area_under_the_code_that_its_file_gives():
    found = {one.slug: one.ons_code for one in load(PROJECT, date.max).catalogue.alliances.values()}
    assert found == {one.slug: one.code for one in load_alliances(PROJECT)}


@pytest.mark.parametrize("check", checks.LOCAL, ids=checks.name_of)
def test_the_site_is_whole(site, check):
    assert check(site) == []


@pytest.mark.parametrize("check", checks.PUBLISHED, ids=checks.name_of)
def test_the_published_site_is_whole(published, check):
    assert check(published) == []
