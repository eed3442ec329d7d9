"""Ready-made lists: one for each choice, with the entries that the finder finds."""

from __future__ import annotations

import pytest

from catalogue.model.index import index_of
from catalogue.schema.vocabulary import ANY
from project.addresses import RESERVED_SLUGS
from tests import invented
from tests.invented import entry
from website.lists.facets import facets_of, rows_of
from website.lists.matches import Choice, found
from website.lists.ready_lists import groups_of, ready_lists

CATALOGUE = invented.sample()
INDEX = index_of(CATALOGUE, invented.TODAY)
LISTS = {one.path.removeprefix("/opportunities/"): one for one in ready_lists(CATALOGUE, INDEX)}
FACETS = facets_of(CATALOGUE)
ROWS = rows_of(INDEX, FACETS, CATALOGUE)
# The lists of these go by what is named; the finder also finds what is for all of them.
FOR_ANY = {"area": "alliance", "type": "type", "stage": "stage"}
OTHER_NAMES = {
    ("reach", "own"): "led/by-an-alliance/",
    ("reach", "partner"): "led/by-a-partner/",
    ("reach", "anywhere"): "anywhere/",
}


def path_of(key, code, groups):
    if (key, code) in OTHER_NAMES:
        return OTHER_NAMES[key, code]
    group = "kind" if key == "do" and code not in groups else FOR_ANY.get(key, key)
    return f"{group}/{code.replace('_', '-')}/"


def test_each_choice_of_the_finder_has_a_list_with_the_same_entries():
    groups = CATALOGUE.vocabularies["kind_groups"].terms
    keys = {group.key for group in groups_of(CATALOGUE)}
    for facet in FACETS:
        if facet.key not in {*keys, *FOR_ANY, "area", "reach"}:
            continue  # a facet without lists
        for option in facet.options:
            ready = LISTS[path_of(facet.key, option.code, groups)]
            choice = Choice(codes={facet.key: frozenset({option.code})})
            fits = [ROWS[number] for number in found(ROWS, choice).fits]
            if facet.key in FOR_ANY:
                fits = [row for row in fits if len(row.codes[facet.key]) < len(facet.options)]
            assert [one.entry.slug for one in ready.listings] == [row.slug for row in fits], ready


def test_each_list_has_a_title_and_a_description_of_its_own():
    assert len({one.title for one in LISTS.values()}) == len(LISTS)
    assert len({one.description for one in LISTS.values()}) == len(LISTS)


@pytest.mark.parametrize(
    ("path", "title", "description"),
    [
        (
            "how/in-person/",
            "Ways to take part in person",
            "Ways to take part in person, in cancer care in England.",
        ),
        (
            "type/breast/",
            "Type of cancer: Breast",
            "Ways to take part in cancer care in England. Type of cancer: Breast.",
        ),
        (
            "do/join-a-group/",
            "Join a group: ways to take part",
            "Join a group: ways to take part, in cancer care in England.",
        ),
        (
            "help/bsl/",
            "Support offered: British Sign Language",
            "Ways to take part in cancer care in England. Support offered: British Sign Language.",
        ),
    ],
)
def test_titles_say_what_is_in_a_list(path, title, description):
    assert (LISTS[path].title, LISTS[path].description) == (title, description)


def test_what_is_for_any_cancer_is_counted_and_not_repeated():
    made = invented.catalogue(
        entry("lung", cancer_types=("lung",)),
        entry("any", cancer_types=(ANY,)),
        entry("silent"),
    )
    lists = ready_lists(made, index_of(made, invented.TODAY))
    (lung,) = (one for one in lists if one.path == "/opportunities/type/lung/")
    assert [one.entry.slug for one in lung.listings] == ["lung"]
    assert lung.intro == "2 more are for any cancer."


@pytest.mark.parametrize(
    ("alliances", "more"), [(("wessex",), ""), ("all", " 1 more is for anywhere in England.")]
)
def test_what_is_for_anywhere_is_counted_where_there_is_any(alliances, more):
    made = invented.catalogue(entry("own"), entry("other", alliances=alliances))
    lists = ready_lists(made, index_of(made, invented.TODAY))
    (own,) = (one for one in lists if one.path == "/opportunities/alliance/wessex/")
    assert own.intro.partition("Wessex.")[2] == more


def test_no_entry_can_take_the_address_of_a_list():
    assert {path.partition("/")[0] for path in LISTS} <= RESERVED_SLUGS
    groups = {group.key for group in groups_of(CATALOGUE)}
    assert {one.group for one in LISTS.values()} == {"special", *groups}
