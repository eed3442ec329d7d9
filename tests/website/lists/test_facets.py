"""What fits a choice, what might, and what is said of each option; words and their mistakes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.invented import cards, catalogue, entry, index, saved_copy
from website.finder.finder_data import as_script, data_files, finder_data
from website.finder.finder_panel import panel_of
from website.lists.facets import facets_of, rows_of
from website.lists.matches import Choice, Might, counts, found, matches, ordered, ways_out
from website.lists.search_words import (
    begins_nearly,
    entries_with,
    looked_for,
    meant_by,
    word_index,
    words_of,
)

FACETS = facets_of(catalogue())


def rows(*entries):
    made = catalogue(*entries)
    return rows_of(index(*entries), facets_of(made), made)


def choice(sort="closing", entries=None, **codes):
    asked = {key.rstrip("_"): frozenset(value.split()) for key, value in codes.items()}
    return Choice(codes=asked, sort=sort, entries=entries)


def slugs(all_rows, numbers):
    return [all_rows[number].slug for number in numbers]


@pytest.fixture
def three():
    """From home and short; in person, length not stated; nothing stated."""
    return rows(
        entry(
            "short",
            format=("online", "phone"),
            commitment="one_off_short",
            deadline=date(2026, 11, 30),
        ),
        entry("meeting", format=("in_person",), deadline=date(2026, 12, 5)),
        entry("silent", deadline=date(2026, 12, 9)),
    )


def test_any_within_a_facet_all_across_facets(three):
    assert slugs(three, found(three, choice(how="phone in_person")).fits) == ["short", "meeting"]
    assert slugs(three, found(three, choice(how="phone", time="one_off_short")).fits) == ["short"]
    assert found(three, choice(how="in_person", time="one_off_short")).fits == []


def test_what_is_not_stated_never_matches_and_is_never_hidden(three):
    answer = found(three, choice(how="in_person", time="one_off_short"))
    assert answer.fits == []
    assert answer.might == [Might(number=1, gaps=("time",)), Might(number=2, gaps=("how", "time"))]
    assert [matches(row, choice(how="in_person")) for row in three] == [False, True, False]


def test_a_fact_that_speaks_against_it_outweighs_one_that_is_missing(three):
    assert found(three, choice(how="online", time="one_off_short")).might == [
        Might(number=2, gaps=("how", "time"))
    ]


def test_not_stated_as_a_code_is_the_same_as_nothing():
    made = rows(entry("silent", payment="not_stated", commitment="not_stated"))
    assert made[0].codes["money"] == made[0].codes["time"] == frozenset()


def test_costs_paid_back_count_whatever_is_said_about_pay():
    paid, unpaid, costs = rows(
        entry("a", payment="paid", expenses=("travel",)),
        entry("b", payment="unpaid"),
        entry("c", expenses=("care",)),
    )
    assert paid.codes["money"] == {"paid", "expenses_only"}
    assert unpaid.codes["money"] == {"unpaid"}
    assert costs.codes["money"] == {"expenses_only"}
    assert costs.codes["costs"] == {"care"}


def test_any_cancer_and_any_stage_match_every_one():
    breast, every = rows(
        entry("a", cancer_types=("breast",)),
        entry("b", cancer_types=("any",)),
    )
    lung = choice(type="lung", stage="treatment")
    assert [matches(row, lung) for row in (breast, every)] == [False, True]
    assert "any" not in every.codes["type"]


def test_an_entry_for_anywhere_fits_every_alliance():
    made = rows(
        entry("far", alliances=("northern",)),
        entry("near", alliances=("wessex", "peninsula")),
        entry("everywhere", alliances="all"),
    )
    fits = found(made, choice(area="wessex")).fits
    assert set(slugs(made, fits)) == {"near", "everywhere"}


def test_a_group_of_kinds_holds_its_kinds():
    panel, survey = rows(entry("a", kind="readers_panel"), entry("b", kind="survey"))
    assert panel.codes["do"] == {"read_and_comment", "readers_panel"}
    either = choice(do="read_and_comment survey")
    assert matches(panel, either)
    assert matches(survey, either)


def test_who_leads_it_is_the_alliance_a_partner_or_neither():
    made = rows(
        entry("own", led_by="alliance"),
        entry("partner"),
        entry("anywhere", alliances="all", led_by="alliance"),
    )
    assert {row.slug: set(row.codes["reach"]) for row in made} == {
        "own": {"own"},
        "partner": {"partner"},
        "anywhere": {"anywhere"},
    }


def test_confirmed_entries_are_told_from_others():
    made = rows(
        entry("seen"),
        entry("young", checked=saved_copy("2026-09"), deadline=date(2026, 12, 24)),
        entry("old", checked=saved_copy("2019")),
        entry("undated", checked=saved_copy()),
    )
    assert {row.slug: set(row.codes["sure"]) for row in made} == {
        "seen": {"confirmed"},
        "young": {"recent"},
        "old": {"older"},
        "undated": {"undated"},
    }


def test_orders():
    made = rows(
        entry("anywhere", alliances="all", deadline=date(2026, 12, 1), checked=date(2026, 11, 1)),
        entry("partner", deadline=date(2026, 12, 2), checked=date(2026, 11, 9)),
        entry("own", led_by="alliance", deadline=date(2026, 12, 3), checked=date(2026, 11, 9)),
    )

    def order(**asked):
        return slugs(made, ordered(made, choice(**asked)))

    assert order() == ["anywhere", "partner", "own"]
    assert order(sort="checked") == ["partner", "own", "anywhere"]
    assert order(sort="near", area="wessex") == ["own", "partner", "anywhere"]
    assert order(sort="near") == ["anywhere", "partner", "own"]


def test_each_option_says_how_many_fit_with_the_choices_in_other_facets(three):
    numbers = counts(three, choice(how="online", time="one_off_short"), FACETS)
    how = {option.code for option in facet("how").options}
    assert how == {"online", "in_person", "phone", "post"}
    assert numbers["how"] == [1, 0, 1, 0]
    assert sum(numbers["time"]) == 1
    assert counts(three, choice(), FACETS)["how"] == [1, 1, 1, 0]


def test_ways_out_of_an_empty_answer_name_what_to_take_off(three):
    asked = choice(how="in_person", time="one_off_short", entries=frozenset({0, 1}))
    assert found(three, asked).fits == []
    assert ways_out(three, asked) == [("how", 1), ("time", 1)]
    assert ways_out(three, choice(how="in_person", entries=frozenset({0}))) == [
        ("how", 1),
        ("words", 1),
    ]


def test_a_facet_has_no_more_options_than_the_bits_of_a_number():
    assert max(len(one.options) for one in FACETS) <= 31
    assert len({option.code for one in FACETS for option in one.options}) > 100


def facet(key):
    return next(one for one in FACETS if one.key == key)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Readers' panel", ["readers", "panel"]),
        ("Ten-year plan, 2026", ["ten", "year", "plan", "2026"]),
        ("Café ÅNGSTRÖM ﬁne", ["cafe", "angstrom", "fine"]),
        ("کینسر", ["کینسر"]),
        (" ... ", []),
    ],
)
def test_text_becomes_words(text, words):
    assert words_of(text) == words


@given(st.text("aB1 _-,.'\t\n\x1c\x00@", max_size=20))
def test_plain_text_becomes_words_as_any_other_does(text):
    assert words_of(f"{text} é")[:-1] == words_of(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a survey for carers", ["survey", "carer"]),
        ("breast cancer", ["breast"]),
        ("cancer", ["cancer"]),
        ("PALS", ["pals"]),
        ("illness", ["illness"]),
        ("the", ["the"]),
    ],
)
def test_words_that_say_nothing_are_passed_over(text, words):
    assert looked_for(text) == words


@pytest.mark.parametrize(
    ("word", "typed", "nearly"),
    [
        ("leukaemia", "leukemia", True),
        ("breast", "brest", True),
        ("breast", "breats", True),
        ("breast", "bresat", True),
        ("survey", "survay", True),
        ("survey", "survvey", True),
        ("panel", "panels", True),
        ("breast", "xreast", True),
        ("breast", "brxxst", False),
        ("breast", "bsat", False),
        ("lung", "lungful", False),
    ],
)
def test_one_mistake_is_forgiven_and_two_are_not(word, typed, nearly):
    assert begins_nearly(word, typed) is nearly


def test_a_word_that_is_known_is_taken_at_its_word():
    known = ["lunch", "lung", "lungs", "long"]
    assert meant_by("lung", known) == ["lung", "lungs"]
    assert meant_by("lon", known) == ["long"]
    assert meant_by("lxn", known) == []
    assert meant_by("lunv", known) == ["lunch", "lung", "lungs"]
    assert meant_by("xlung", known) == ["lung", "lungs"]


WORD_SETS = st.frozensets(st.sampled_from(["lung", "panel", "survey", "of"]))


@given(st.lists(st.tuples(WORD_SETS, st.lists(WORD_SETS, max_size=4)), max_size=9))
def test_words_of_an_entry_and_of_its_labels_lead_to_it_once_and_in_order(entries):
    every = [own.union(*shared) for own, shared in entries]
    assert list(word_index(entries).items()) == [
        (word, tuple(number for number, words in enumerate(every) if word in words))
        for word in sorted(frozenset().union(*every))
    ]


def test_all_words_have_to_be_there():
    texts = (["lung", "panel"], ["lung", "survey"], ["panel"])
    words = word_index((frozenset(words), ()) for words in texts)
    assert entries_with("lung panel", words) == {0}
    assert entries_with("lungg surveys", words) == {1}
    assert entries_with("kidney", words) == frozenset()
    assert entries_with("  ", words) is None


def test_an_entry_is_found_by_its_labels_synonyms_and_alliance():
    (row,) = rows(
        entry(
            kind="survey",
            format=("online",),
            cancer_types=("blood",),
            place="Salisbury",
        )
    )
    words = row.words.union(*row.labels)
    assert {"questionnaire", "zoom", "leukaemia", "wessex", "salisbury", "trust"} <= words
    assert "melanoma" not in words


def many(number):
    return [entry(f"one-{place:03}", title=f"Group {place} of Zebra") for place in range(number)]


def test_columns_say_the_same_as_the_rows(three):
    columns = finder_data(three, FACETS, (), ()).columns
    for one in FACETS:
        bits = columns["chosen"][one.key]
        codes = [
            {code for place, code in enumerate(columns["codes"][one.key]) if number >> place & 1}
            for number in bits
        ]
        assert codes == [set(row.codes[one.key]) for row in three]
    assert [columns["days"][day] for day in columns["closes"]] == [row.closes for row in three]
    assert [columns["days"][day] for day in columns["checked"]] == ["2026-11-20"] * 3


def test_a_last_minute_is_kept_and_a_missing_day_is_minus_1():
    made = rows(entry("timed", deadline=datetime(2026, 12, 1, 17, 0)), entry("undated"))
    columns = finder_data(made, FACETS, (), ()).columns
    assert [columns["days"][day] if day >= 0 else "" for day in columns["closes"]] == [
        "2026-12-01T17:00",
        "",
    ]


def test_a_short_list_stands_whole_in_its_page(three):
    data = finder_data(three, FACETS, (), ())
    assert list(data_files(data)) == []
    panel = panel_of(three, FACETS, data)
    assert (panel.index_path, panel.starts) == ("", "")
    assert panel.data_script == as_script(data)
    held = json.loads(panel.data_script)
    assert held["made"] == data.made
    assert list(accumulate(held["words"]["leaflet"])) == [0, 1, 2]


def test_a_long_list_has_its_words_by_their_beginnings():
    made = rows(*many(201))
    data = finder_data(made, FACETS, (), ())
    paths = [path for path, _ in data_files(data)]
    assert paths[0] == "api/v1/finder.json"
    assert "api/v1/finder/wordsze.json" in paths
    assert "zebra" in data.words["ze"]
    assert {start for start, words in data.words.items() if "1" in words} == {"1"}
    assert all(word.startswith(start) for start, words in data.words.items() for word in words)
    panel = panel_of(made, FACETS, data)
    assert (panel.index_path, panel.data_script) == ("/api/v1/finder.json", "")
    assert panel.starts.split() == list(data.words)


def test_a_long_list_has_what_its_rows_show():
    unsure = [replace(one, checked=saved_copy("2026-03")) for one in many(1000)]
    entries = [*unsure, entry("last", deadline=date(2026, 11, 30))]
    made = rows(*entries)
    shown = cards(*entries)
    data = finder_data(made, FACETS, [shown[row.slug] for row in made], ["<svg>"])
    files = {path: json.loads(text) for path, text in data_files(data)}
    columns = files["api/v1/finder.json"]
    assert columns["run"] == 1000
    first, second = columns["first"], files["api/v1/finder/rows1.json"]
    assert "api/v1/finder/rows0.json" not in files
    assert first["slugs"][0] == "last"
    assert first["titles"][:2] == ["Read a leaflet", "Group 0 of Zebra"]
    assert first["tags"] == {
        "said": [["Closing soon", "soon"], ["", "quiet"]],
        "at": [0] + [1] * 999,
    }
    assert first["closes"]["said"] == ["Closes 30 November 2026", ""]
    assert first["ages"]["said"] == ["Page seen on 20 November 2026", "Page from March 2026"]
    assert (
        first["facts"]["said"][first["facts"]["at"][0]] == "Readers' panel · For people with cancer"
    )
    assert second["slugs"] == [made[1000].slug]
    assert files["api/v1/finder/patches.json"]["patches"] == ["<svg>"]
    assert {file["made"] for file in files.values()} == {data.made}


def test_data_in_a_page_cannot_end_its_element():
    (row,) = rows(entry())
    data = finder_data([row], FACETS, (), ())
    assert "<" not in as_script(data)


def test_the_panel_shows_every_option_with_how_many_fit(three):
    panel = panel_of(three, FACETS, finder_data(three, FACETS, (), ()))
    assert panel.total_words == "3 opportunities"
    assert len(panel.areas) == 20
    how = next(group for group in panel.groups if group.key == "how")
    assert [(tick.code, tick.entries) for tick in how.ticks] == [
        ("online", 1),
        ("in_person", 1),
        ("phone", 1),
        ("post", 0),
    ]
    do = next(group for group in panel.groups if group.key == "do")
    assert len(do.ticks) == 6
    assert len(do.finer) == 20
    blood = next(tick for group in panel.groups for tick in group.ticks if tick.label == "Blood")
    assert "leukaemia" in blood.hint
    asked = {group.key for group in panel.groups if group.question}
    assert asked == {
        fact.facet.key
        for fact in catalogue().facts
        if fact.facet and not fact.required and fact.usual != "any"
    }
    assert {"how", "time", "money", "costs", "help"} <= asked
