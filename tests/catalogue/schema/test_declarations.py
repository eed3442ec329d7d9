"""A fact that is declared wrongly is named, with what is wrong and what there is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from catalogue.loader import load
from catalogue.model.opportunity import Opportunity
from catalogue.schema.declarations import PARTS, judge_questions
from catalogue.schema.facts import AsFacet, entry, facts_of, optional
from catalogue.schema.field_types import Code, Line, Several
from contributing.entry_file import fact_questions
from tests.invented import sample
from tests.nowhere import TODAY, lay_out

FACETED = AsFacet(key="noise", title="Noise")


def with_fact(type: Any, **told: Any) -> type[Opportunity]:
    """A way to take part with one more fact, called ``noise``."""

    @entry
    class WithNoise(Opportunity):
        noise: Any = optional(type, default=None, help="how loud it is", **{"part": "help", **told})

    return WithNoise


@pytest.mark.parametrize(
    ("type", "told", "wrong"),
    [
        (Line(), {"part": "hlep"}, "part='hlep' is no part of the questions. There is: name, "),
        (Line(), {"facet": FACETED}, "a facet is for a type with codes. Words are found by "),
        (Line(), {"usual": "any"}, "usual='any' is for a type with codes. Leave it out."),
        (Code("support"), {"searched": True}, "searched=True is for a Line. Codes are found by "),
        (
            Several(Code("support")),
            {"facet": replace(FACETED, key="help")},
            "the key 'help' of its facet is used twice. There is: area, do, ",
        ),
        (
            Code("support"),
            {"facet": replace(FACETED, key="sure")},
            "the key 'sure' of its facet is used twice. There is: area, do, ",
        ),
        (
            Code("support"),
            {"facet": replace(FACETED, in_words="tiem")},
            "in_words='tiem' is no fact. There is: title, ",
        ),
        (
            Code("support"),
            {"facet": replace(FACETED, list_title="{label}")},
            "its lists stand at /opportunities/noise/, which an entry could take. "
            "Write 'noise' into RESERVED_SLUGS in project/addresses.py.",
        ),
    ],
)
def test_what_cannot_be_is_refused(type, told, wrong):
    with pytest.raises(ValueError, match="declared wrongly") as caught:
        facts_of(with_fact(type, **told))
    assert wrong in str(caught.value)


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ({"part": ""}, "The fact 'noise' is declared wrongly: has no part. Parts: name, area, "),
        (
            {"usual": "silent"},
            "The fact 'noise' is declared wrongly: usual='silent' is no code of scopes. Codes: ",
        ),
    ],
)
def test_what_the_vocabularies_and_the_questions_do_not_know_is_refused(tmp_path, told, wrong):
    with pytest.raises(ValueError, match="declared wrongly") as caught:
        load(lay_out(tmp_path).root, TODAY, with_fact(Code("scopes"), **told))
    assert str(caught.value).startswith(wrong)


def test_a_vocabulary_that_is_missing_is_not_judged():
    judge_questions(facts_of(with_fact(Code("noises"), usual="silent")), sample().vocabularies)


def test_each_part_is_asked_wherever_people_write_entries():
    terminal = {part for one in fact_questions.IN_TERMINAL for part in one.parts}
    sections = (fact_questions.NEEDED, *fact_questions.HELPFUL)
    # A group is asked as a whole in a terminal, and by its facts in the form.
    inside = {"proof", "day", "page"}
    assert {*fact_questions.FIRST_IN_TERMINAL, *terminal} == set(PARTS) - inside
    assert {part for one in sections for part in one.parts} == set(PARTS) - {"checked"}
