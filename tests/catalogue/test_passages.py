"""What word rules are spared to look at is what they would find nothing in."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.document import read_document
from catalogue.passages import (
    ADDRESS,
    FIGURES_IN_A_ROW,
    LIKE_ASCII,
    Search,
    WordRule,
    WordRules,
    figures_in_a_row,
    without_addresses,
)
from catalogue.people import PRIVATE
from catalogue.scams import TRICKS

MANY = settings(max_examples=1000, deadline=None)
FIGURES = st.lists(
    st.sampled_from([*"0123456789", *"oOx\n ().+–-—é", "01632 960", "07700", "   ", "\n---\n"])
).map("".join)
ADDRESSES = st.lists(
    st.sampled_from([*"a/:.?=<>()\"'] \n", "http", "HTTPS", "https", "httpſ", "://", "https://a.b"])
).map("".join)
WORDS = st.lists(
    st.sampled_from(
        (
            *("pay ", "Pay", "paid ", "£", "a.c", "0123 456 789 ", "\n", "\n\n", "\n\n\n", "x: "),
            *("# ", "http://pay.a/", "ſ", "é", "my ", "iſ ", "ıs ", "at ", "(at) "),
        )
    )
).map("".join)
RULES = (
    WordRule("one", (Search("pay", any_case=True),), "", "", hints=frozenset({"pay"})),
    WordRule("two", (Search(".£|a[.]c"),), "", "", parts=("£", "a.c"), in_comments=True),
    WordRule("three", (Search(r"\d{3} \d"),), "", "", hints=frozenset({"pay"}), figures=True),
    WordRule(
        "four",
        (Search(r"\b(?:my|is)\s.", any_case=True),),
        "",
        "",
        hints=frozenset({"pay", "at"}),
        beside=frozenset({"my", "is"}),
    ),
    WordRule("five", (Search("Pay [a-z]"),), "", "", hints=frozenset({"pay"}), capital=True),
    WordRule(
        "six",
        (Search(r"@|[(]at[)]", any_case=True),),
        "",
        "",
        parts=("@", "(at"),
        beside=frozenset({"@", "at"}),
    ),
)
SEARCHES = [search for rule in (*PRIVATE, *TRICKS) for search in rule.searches]
# Texts for a pattern that looks ahead would have to be guessed.
DESCRIBED = [search for search in SEARCHES if "(?=" not in search.pattern]
SPARED = [rule for rule in (*PRIVATE, *TRICKS) if rule.beside or rule.capital]
NUMBERS = st.lists(
    st.sampled_from(
        (
            *("0", "o", "7", "07", "07700", "900", "1", " ", " ", "-", ".", "\n", "and "),
            *(
                "seven",
                "Seventy",
                "zero ",
                "oh ",
                "double ",
                "triple ",
                "hundred ",
                "nine ",
                "one ",
            ),
            *("44", "+44 (0)", "\u017f", "\u00e9", "four", "forty-", "Two", "eight"),
        )
    ),
    min_size=6,
).map("".join)
DETAILS = st.lists(
    st.sampled_from(
        (
            *("sort code ", "Account ", "iban ", "GB82 WEST ", "12-34-56", "12345678", "4111 "),
            *("1111 ", "1111", "nhs no ", "943 476 5919", "my phone ", "at home on ", "Own tel "),
            *(
                "12 High Street, ",
                "M20 4BX",
                "a@b.example",
                "b at gmail dot com",
                "b (at) ",
                "b.example ",
                "dob ",
                "D.O.B. ",
                "her flat ",
            ),
            *("passport ", "AB123456C", "MRN ", "0", "1", " ", "\n", "is ", "\u017f", "\u00e9"),
        )
    )
).map("".join)


def plainly(search):
    return re.compile(search.pattern, re.IGNORECASE if search.any_case else 0)


def unspared(search, text):
    """What a search finds that looks at every text as it stands."""
    return [found.span() for found in filter(search.only, plainly(search).finditer(text))]


def test_only_few_letters_count_as_others_where_case_is_ignored():
    beyond_ascii = "".join(map(chr, range(128, 0x110000)))
    assert "".join(re.findall("[a-z]", beyond_ascii, re.IGNORECASE)) == LIKE_ASCII


@MANY
@given(st.one_of(NUMBERS, DETAILS))
def test_a_first_look_spares_no_text_in_which_something_is_found(text):
    for search in SEARCHES:
        assert [found.span() for found in search.found(text)] == unspared(search, text)


@pytest.mark.parametrize("search", DESCRIBED)
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_first_look_spares_nothing_that_a_pattern_describes(search, data):
    text = data.draw(st.from_regex(plainly(search)))
    assert [found.span() for found in search.found(text)] == unspared(search, text)


@pytest.mark.parametrize("rule", SPARED, ids=lambda rule: rule.code)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_has_to_stand_beside_a_hint_spares_nothing_that_a_rule_finds(rule, data):
    found = [st.from_regex(plainly(search)) for search in rule.searches]
    text = "\n".join(data.draw(st.lists(st.one_of(DETAILS, *found), max_size=4)))
    document = read_document(f"---\n---\n{text}".encode(), "x", front_matter=True)
    everywhere = rule._replace(beside=frozenset(), capital=False)
    assert [one[1:] for one in WordRules([rule]).finds(document)] == [
        one[1:] for one in WordRules([everywhere]).finds(document)
    ]


@MANY
@given(FIGURES)
def test_figures_in_a_row_are_found_where_a_search_of_the_whole_text_finds_them(text):
    assert list(figures_in_a_row(text)) == [at.start() for at in FIGURES_IN_A_ROW.finditer(text)]


@MANY
@given(ADDRESSES)
def test_addresses_are_blanked_as_a_search_of_the_whole_text_blanks_them(text):
    assert without_addresses(text) == ADDRESS.sub(lambda found: " " * len(found[0]), text)


@MANY
@given(WORDS, WORDS)
def test_rules_find_what_they_find_in_every_passage_with_a_hint(facts, body):
    document = read_document(f"---\n{facts}\n---\n{body}".encode(), "x", front_matter=True)
    found = [
        (one.rule.code, one.words, one.line, one.column) for one in WordRules(RULES).finds(document)
    ]
    assert found == list(found_in_passages(document))


def found_in_passages(document):
    """What the rules find when each passage is looked at by itself, in plain steps."""
    facts = document.lines[: document.body_line - 1] if document.body else document.lines
    passages = [(number, line) for number, line in enumerate(facts, 1)]
    number = len(facts) + 1
    for paragraph in "\n".join(document.lines[len(facts) :]).split("\n\n"):
        passages.append((number, paragraph))
        number += paragraph.count("\n") + 2
    words = set(letters(" ".join(passage for _, passage in passages)).split())
    for rule in RULES:
        hints = (*(rule.hints & words), *rule.parts)
        for number, passage in passages:
            text = ADDRESS.sub(lambda found: " " * len(found[0]), passage)
            is_comment = number <= len(facts) and text.lstrip().startswith("#")
            if not is_hinted(rule, hints, text) or (is_comment and not rule.in_comments):
                continue
            for match in plainly(rule.searches[0]).finditer(text):
                at = match.start() + len(match[0]) - len(match[0].lstrip())
                line = number + text.count("\n", 0, at)
                yield rule.code, match[0].strip(), line, at - text.rfind("\n", 0, at)


def is_hinted(rule, hints, text):
    return any(hint in text.lower() for hint in hints) or (
        rule.figures and FIGURES_IN_A_ROW.search(text) is not None
    )


def letters(text):
    return "".join(
        x if x.isascii() and x.isalpha() else " " for x in without_addresses(text.lower())
    )
