"""The pictures of CONTRIBUTING show what people see today, and have words for who does not see."""

from __future__ import annotations

import json
import re

import pytest

from tests.built import PROJECT
from tools.make_pictures import FOLDER, MOST_BYTES, STEPS, WORDS, digest_of, picture_of, stage_with

CONTRIBUTING = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
NOTED = json.loads(WORDS.read_text(encoding="utf-8"))
AGAIN = "what people see has changed: run python3 tasks.py pictures, look at them, commit them"


@pytest.fixture(scope="module")
def stage(browser):
    with stage_with(browser) as made:
        yield made


def test_every_picture_is_one_of_a_step():
    assert {path.stem for path in FOLDER.glob("*.webp")} == set(STEPS) == set(NOTED)


@pytest.mark.parametrize("name", STEPS)
def test_a_picture_shows_the_words_that_people_see(stage, name):
    shown = STEPS[name].show(stage)
    assert digest_of(shown) == NOTED[name]["words"], AGAIN
    assert picture_of(shown)[:4] == b"RIFF"


@pytest.mark.parametrize("name", STEPS)
def test_a_picture_is_small(name):
    data = (FOLDER / f"{name}.webp").read_bytes()
    assert (data[:4], data[8:12]) == (b"RIFF", b"WEBP")
    assert len(data) <= MOST_BYTES


def test_each_picture_stands_in_the_text_with_its_words():
    shown = dict(
        re.findall(r"!\[([^\]]+)\]\(docs/images/contributing/([\w-]+)\.webp\)", CONTRIBUTING)
    )
    assert {name: alt for alt, name in shown.items()} == {
        name: step.alt for name, step in STEPS.items()
    }
    assert {name: noted["alt"] for name, noted in NOTED.items()} == {
        name: step.alt for name, step in STEPS.items()
    }
