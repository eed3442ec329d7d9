"""Every kind of bad contribution gets its verdict on its line; what is right passes as it is."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from catalogue.loader import load
from catalogue.rules.markdown import MarkdownRenderer
from tests.built import PROJECT
from tests.catalogue.bad_inputs.cases import CASES, GOOD
from tests.nowhere import ENTRY, PATH, TODAY, changed, facts_alone, lay_out, with_line

TABLE = Path(__file__).parent / "bad_inputs/codes.tsv"
OTHER = "content/opportunities/zither-group.md"


def rows():
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """One project for all cases, with another entry that is right."""
    made = lay_out(tmp_path_factory.mktemp("bad") / "project")
    other = ENTRY.replace("Pebble", "Zither").replace("/pebbles", "/zithers")
    return made.write(OTHER, other)


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_a_bad_input_gets_its_verdict_on_its_line(project, case):
    project.write(PATH, case.data)
    loaded = load(project.root, TODAY)
    told = [one for one in loaded.problems if (one.line, one.code) == (case.line, case.code)]
    assert told, [(one.line, one.code, one.message) for one in loaded.problems]
    assert {one.severity for one in told} == {case.severity}
    assert {one.path for one in loaded.problems} == {PATH}
    assert any(case.words in f"{one.message} {one.fix}" for one in told)
    others = [entry.slug for entry in loaded.catalogue.opportunities]
    assert "zither-group" in others
    assert ("pebble-panel" in others) is (case.severity != "error")


PROGRAMMERS_WORDS = re.compile(
    r"\b(invalid|pars(e|ed|ing)|tokens?|schema|null|strings?|syntax|exception|integer|boolean"
    r"|regex|array|scalar|whitespace|should|error)\b|n['’]t\b"
)


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_every_message_is_in_plain_words_and_short(project, case):
    project.write(PATH, case.data)
    for problem in load(project.root, TODAY).problems:
        words = (
            re.sub(r"'[^']*'", "", problem.message)
            + " "
            + re.split(r"write:? |like: ", problem.fix)[0]
        )
        assert not PROGRAMMERS_WORDS.search(words.casefold()), words
        assert problem.message[0] in "'&" or not problem.message[0].isupper(), problem.message
        assert not problem.message.endswith("."), problem.message
        assert not words.endswith("."), problem.fix
        assert len(problem.message) < 160
        assert all(len(part) <= 80 for part in re.findall(r"'([^']*)'", problem.message))
        assert (problem.message + problem.fix).isprintable()


@pytest.mark.parametrize("name", GOOD)
def test_what_is_right_passes(project, name):
    project.write(PATH, GOOD[name])
    loaded = load(project.root, TODAY)
    problems = facts_alone(loaded.problems)
    assert [(one.line, one.code, one.message) for one in problems] == []
    assert all(one.severity == "warning" for one in loaded.problems)
    entry = next(one for one in loaded.catalogue.opportunities if one.slug == "pebble-panel")
    assert MarkdownRenderer().html(entry.body)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("G005 a byte-order mark at the start", "Help choose which pebbles to sort next."),
        ("G008 a folded block", "Help choose: which pebbles to sort # next"),
        ("G012 Urdu", "ہمارے پینل میں شامل ہوں اور کنکر چنیں۔"),
        ("G013 an emoji with a joiner", "Sort pebbles with our cook 👩\u200d🍳 and more."),
        ("G014 Persian with a joiner", "سنگ\u200cریزه\u200cها را با ما مرتب کنید."),
        ("G018 payment to people", "We pay £25 an hour and your fares."),
        ("G026 Welsh", "Helpwch ni i ddidoli’r cerrig â llaw – ŵyl a ŷd."),
    ],
)
def test_what_is_right_is_kept_as_it_is_written(project, name, value):
    project.write(PATH, GOOD[name])
    entry = load(project.root, TODAY).catalogue.opportunities[0]
    assert entry.summary == value


def sets():
    """Several files at once: the files, and line and code of what is told."""
    other = ENTRY.replace("Pebble panel", "Stone group").replace("/pebbles", "/stones")
    stone = "content/opportunities/stone-group.md"
    copy = "content/opportunities/copy.md"
    to_stone, to_pebble = with_line("moved_to: stone-group"), "moved_to: pebble-panel\ndeadline:"
    loop = {PATH: to_stone, stone: other.replace("deadline:", to_pebble)}
    return {
        "X905 a circle": (
            loop,
            [(PATH, 11, "moved-in-a-circle"), (stone, 11, "moved-in-a-circle")],
        ),
        "X-self to itself": (
            {PATH: with_line("moved_to: pebble-panel")},
            [(PATH, 11, "moved-in-a-circle")],
        ),
        "X-entry to an entry that is not there": (
            {PATH: with_line("moved_to: marble-panel")},
            [(PATH, 11, "unknown-entry")],
        ),
        "X-alliance of an alliance that is not there": (
            {PATH: changed("[nowhere]", "[atlantis]")},
            [(PATH, 4, "unknown-alliance")],
        ),
        "X-copy the same file twice": (
            {copy: ENTRY},
            [(PATH, 2, "same-title"), (PATH, 9, "same-link")],
        ),
        "X-broken one broken file beside one that is right": (
            {PATH: "\x00", stone: other},
            [(PATH, 1, "not-utf-8")],
        ),
    }


@pytest.mark.parametrize("name", sets())
def test_several_files_at_once(nowhere, name):
    files, expected = sets()[name]
    for path, text in files.items():
        nowhere.write(path, text)
    assert nowhere.found() == expected


def codes_in_the_package():
    """Every code that stands in the source of the package."""
    written = re.compile(
        r'"([a-z0-9]+(?:-[a-z0-9]+)+|tab|tag|html|length|formula|heading|picture|'
        r'wallet|pressure|spam|directive|shortcut|placeholder|brackets)"'
    )
    sources = (PROJECT / "plugins/catalogue").rglob("*.py")
    return {code for path in sources for code in written.findall(path.read_text(encoding="utf-8"))}


def test_the_table_of_codes_knows_only_codes_that_we_have():
    ours = {code for row in rows() for code in row["ours"].split()}
    assert ours - codes_in_the_package() == set()


def test_every_code_of_a_case_stands_in_the_table():
    ours = {code for row in rows() for code in row["ours"].split()}
    assert {case.code for case in CASES} - ours == set()


def test_every_kind_stands_once_in_the_table():
    kinds = [row["kind"] for row in rows()]
    assert len(kinds) == len(set(kinds))
    assert all(row["what it is about"] for row in rows())


def test_no_case_looks_like_anything_real():
    text = (Path(__file__).parent / "bad_inputs/cases.py").read_text(encoding="utf-8")
    hosts = set(re.findall(r"https?://(?:[\w-]+\.)*?([\w-]+\.[a-z]+)(?=[/\s\"'?:])", text))
    kept = {"invented.example", "evil.example", "pebbles.example", "evilinvented.example"}
    services = {"tinyurl.com", "outlook.com", "google.com", "sharepoint.com", "nhs.uk"}
    services |= {"microsoft.com"}
    assert hosts - kept - services == {"xn--nvented-0ya.example"}
    for number in re.findall(r"\b0\d[\d ]{8,}", text):
        assert number.replace(" ", "").startswith(("07700900", "01632960"))
