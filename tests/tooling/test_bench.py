"""The benchmarks: entries that are the same each time and right, and honest sums."""

import importlib.util
import re
import sys
from pathlib import Path

import pytest

from catalogue.loader import load

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def bench():
    """The scripts of bench/, which is no package, each after those that it imports."""
    found = []
    names = ("make_entries", "measure", "real_site", "compare")
    for name in names:
        spec = importlib.util.spec_from_file_location(name, ROOT / f"bench/{name}.py")
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
        found.append(module)
    yield found
    for name in names:
        del sys.modules[name]


@pytest.fixture(scope="module")
def make_entries(bench):
    return bench[0]


@pytest.fixture(scope="module")
def compare(bench):
    return bench[-1]


@pytest.fixture(scope="module")
def projects(make_entries, tmp_path_factory):
    return make_entries.lay_out(tmp_path_factory.mktemp("bench"), 40)


def entries(project):
    return sorted((project / "content/opportunities").iterdir())


def test_each_project_holds_the_same_entries(projects):
    names = [[path.name for path in entries(project)] for project in projects.values()]
    assert len(names) == 5
    assert len(names[0]) == 40
    assert all(one == names[0] for one in names)


def test_peers_with_lists_know_every_code_that_we_list(projects):
    path = "content/opportunities/made-up-000003.md"
    header = (projects["stock-lists"] / path).read_text()
    (tags,) = re.findall("^tags: (.+)$", header, re.MULTILINE)
    assert {tag.split()[0] for tag in tags.split(", ")} == {
        *("kind", "commitment", "payment", "led_by", "confidence", "who_for", "cancer_types"),
        *("stages", "format", "expenses", "support"),
    }
    assert "outputs: [html, record" in (projects["hugo-lists"] / path).read_text()
    followed = projects["hugo-lists"] / "content/alliances/wessex/_index.md"
    assert "dates" in followed.read_text()


def test_our_checker_finds_nothing_wrong_with_the_entries(projects, make_entries):
    loaded = load(projects["ours"], make_entries.TODAY)
    found = [one for one in loaded.problems if one.path.startswith("content/opportunities/")]
    assert found == []
    assert len(loaded.catalogue.opportunities) == 40


def test_the_same_seed_gives_the_same_entries_and_another_seed_others(make_entries):
    one, again, other = (list(make_entries.made_up(5, ["wessex"], seed)) for seed in (1, 1, 2))
    assert one == again
    assert one != other


def test_no_entry_could_be_taken_for_a_real_one(make_entries):
    for entry in make_entries.made_up(200, ["wessex"]):
        text = make_entries.yaml_text(entry.facts, entry.body)
        assert entry.facts["title"].startswith("Made-up group ")
        assert entry.facts["organiser"].startswith("Made-up Society for ")
        assert entry.facts["apply"]["phone"].startswith("01632 960")
        assert set(re.findall(r"(?:https://|@)([^/\s)\]]+)", text)) == {"invented.example"}


def test_an_entry_has_about_as_many_words_as_a_real_one_can_have(make_entries):
    words = [len(entry.body.split()) for entry in make_entries.made_up(200, ["wessex"])]
    assert 150 <= sum(words) / len(words) <= 185


def test_every_round_begins_with_another_contestant(compare, monkeypatch, tmp_path):
    order = []
    field = [
        compare.Contestant(name=name, command=[], folder=tmp_path, variables={}, output=tmp_path)
        for name in "abc"
    ]

    def run(contestant):
        order.append(contestant.name)
        return compare.Cost(wall=1, cpu=1)

    monkeypatch.setattr(compare, "run", run)
    costs = compare.run_rounds(field, 3)
    assert "".join(order) == "abcbcacab"
    assert {name: len(found) for name, found in costs.items()} == {"a": 3, "b": 3, "c": 3}


def test_all_is_written_to_memory_where_there_is_room(compare, tmp_path):
    assert compare.place_for(1, tmp_path) == tmp_path
    assert compare.place_for(10**12, tmp_path) is None
    assert compare.place_for(1, tmp_path / "missing") is None


def test_a_build_that_fails_is_not_timed(compare, tmp_path):
    failing = compare.Contestant(
        name="failing",
        command=[sys.executable, "-c", "import sys; sys.exit('broken entry')"],
        folder=tmp_path,
        variables={},
        output=tmp_path / "out",
    )
    with pytest.raises(compare.RunFailedError, match="failing: broken entry"):
        compare.run(failing)
