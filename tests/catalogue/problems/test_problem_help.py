"""Every problem has a page of help in plain words, whose examples are what they say."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from dataclasses import astuple

import pytest

import catalogue
from catalogue.loader import load
from catalogue.model.opportunity import Opportunity
from catalogue.parsing.front_matter import read_document
from catalogue.rules.file_layout import OPPORTUNITIES
from catalogue.rules.help_files import help_in
from catalogue.schema import tables
from catalogue.schema.facts import facts_of
from catalogue.schema.field_types import Day
from tests import invented
from tests.nowhere import (
    ALLIANCE,
    ALLIANCE_PAGE,
    ENTRY,
    KNOWN,
    PATH,
    TODAY,
    changed,
    judged,
    judged_whole,
    lay_out,
)

PAGES = invented.loaded().help
BY_CODE = {page.code: page for page in PAGES}

# Words of the package that have the shape of a code and are none.
NO_CODES = {"kent-and-medway", "live-page", "patient-panel", "stored-copy", "utf-8", "x-labels"}
SINGLE_WORDS = {
    *("brackets", "directive", "formula", "heading", "html", "length", "picture", "placeholder"),
    *("pressure", "shortcut", "spam", "tab", "tag", "wallet"),
}
PROGRAMMERS_WORDS = (
    *("invalid", "parse", "token", "schema", "null", "string", "syntax", "exception", "integer"),
    *("boolean", "regex", "array", "scalar", "traceback", "whitespace", "should", "json"),
)


def literals(module):
    """The texts that stand in a module."""
    source = inspect.getsource(importlib.import_module(module))
    nodes = ast.walk(ast.parse(source))
    return {
        node.value for node in nodes if isinstance(node, ast.Constant) and type(node.value) is str
    }


def codes_of_the_package():
    modules = pkgutil.walk_packages(catalogue.__path__, "catalogue.")
    written = {text for module in modules for text in literals(module.name)}
    shaped = {text for text in written if re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", text)}
    return (shaped - NO_CODES) | (SINGLE_WORDS & written)


def test_every_code_that_the_package_can_give_has_its_help_and_no_other():
    assert set(BY_CODE) == codes_of_the_package()


def test_every_code_stands_once():
    assert len(BY_CODE) == len(PAGES)


@pytest.mark.parametrize("page", PAGES, ids=list(BY_CODE))
def test_help_is_whole_and_in_plain_words(page):
    assert all(astuple(page))
    assert page.path == f"/help/{page.code}/"
    assert page.why.endswith(".")
    assert not page.title.endswith(".")
    assert page.wrong != page.right
    told = f"{page.title}. {page.why}".casefold()
    assert [word for word in PROGRAMMERS_WORDS if re.search(rf"\b{word}", told)] == []
    assert not re.search(r"n['’]t\b", told)
    sentences = [one for one in re.split(r"[.?!:](?:\s|$)", told) if one]
    assert max(len(sentence.split()) for sentence in sentences) < 30, page.why


# What cannot be typed is shown with words or with its number.
TYPED = {
    "(many accents)": "\u0301" * 12,
    "(Tab)": "\t",
    "(no-break space)": "\u00a0",
    " (two spaces)": "  ",
    "(twenty pages in one line)": "Read a leaflet. " * 500,
    "(an address of 600 characters)": f"sources: [https://www.example.nhs.uk/{'a' * 600}]",
    "(no line for kind)": "",
}
IN_THE_WORDS = {
    *("all-capitals", "heading", "heading-too-big", "picture", "nested-too-deeply"),
    *("link-mismatch", "link-says-nothing", "link-by-reference", "patient-story"),
}


def typed(example):
    """An example as somebody would type it."""
    for words, meant in TYPED.items():
        example = example.replace(words, meant)
    return re.sub(r"U\+([0-9A-F]{4}) ?", lambda match: chr(int(match[1], 16)), example)


def with_facts(example):
    """The entry of nowhere with the facts of an example in place of its own."""
    named = {"kind"} if not example.strip() else set()
    named |= set(re.findall(r"^\[?([a-z_]+)", example, re.MULTILINE))
    kept, skipping = [], False
    for line in ENTRY.split("---\n")[1].splitlines():
        if not line.startswith(" "):
            skipping = line.partition(":")[0] in named
        if not skipping:
            kept.append(line)
    facts = "\n".join(kept)
    return f"---\n{example}{facts}\n---\n"


TITLES = {
    "patient-panel": "Sorting stones by weight",
    "panel-a": "Asking about buses",
    "panel-b": "Choosing chairs",
}


def entry_called(name, link=""):
    """An entry that is like no other, or one that leads to a given page."""
    text = changed("title: Pebble panel", f"title: {TITLES.get(name, name)}")
    return changed(
        "url: https://www.invented.example/pebbles",
        f"url: {link or 'https://www.invented.example/' + name}",
        text,
    )


KENT = ALLIANCE.replace("Nowhere", "Kent").replace("E99999999", "E99999998")
KENT = KENT.replace("motif: petals", "motif: hills")
KENT_FILES = {
    "data/alliances/kent-and-medway.yaml": KENT,
    "content/alliances/kent-and-medway.md": ALLIANCE_PAGE,
}


def in_the_words(example):
    return changed("You meet in a room with chairs.\n", example)


@pytest.mark.parametrize("code", sorted(IN_THE_WORDS))
def test_the_examples_of_words(code):
    page = BY_CODE[code]
    assert code in [problem.code for problem in judged(in_the_words(page.wrong + "\n"))]
    assert [problem.code for problem in judged(in_the_words(page.right + "\n"))] == []


def whole_files(wrong, right):
    """An example that is a file of its own, and what it becomes."""
    return lambda example, is_right: {PATH: (right if is_right else wrong)(example)}


def named(example):
    """The names of files in an example, with their folder."""
    names = [one.strip("() ").removesuffix(" alone") for one in example.split(" and ")]
    return [name if "/" in name else f"{OPPORTUNITIES}/{name}" for name in names]


def files_named(example, _is_right):
    return {name: entry_called(f"panel-{'ab'[at]}") for at, name in enumerate(named(example))}


def moved(example, _is_right):
    found = re.findall(r"(moved_to: \S+) \(in (\S+)\.md", example)
    one = {f"{OPPORTUNITIES}/{name}.md": entry_called(name) for name in ("panel-a", "panel-b")}
    line_checks = {f"{OPPORTUNITIES}/{name}.md": line for line, name in found}
    return {
        path: changed("who_for", f"{line_checks[path]}\nwho_for", text)
        if path in line_checks
        else text
        for path, text in one.items()
    }


def twice(example, is_right):
    apply = re.search("https://[^}]+", BY_CODE["same-link"].wrong)[0]
    names = ["panel-a"] if is_right else ["panel-a", "panel-b"]
    return {f"{OPPORTUNITIES}/{name}.md": entry_called(name, apply) for name in names}


def two_titles(example, _is_right):
    titles = example.split(",")[0].split(" and ")
    return {
        f"{OPPORTUNITIES}/panel-{letter}.md": changed(
            TITLES[f"panel-{letter}"], title, entry_called(f"panel-{letter}")
        )
        for letter, title in zip("ab", titles, strict=True)
    }


def alliances_with(example, is_right):
    line = example.split(" (")[0]
    name = line.partition(": ")[0]
    own = re.sub(rf"{name}: \S+", line, ALLIANCE)
    other = KENT if is_right and name == "ons_code" else re.sub(rf"{name}: \S+", line, KENT)
    first = ALLIANCE if name == "motif" else own
    return KENT_FILES | {
        "data/alliances/nowhere.yaml": first,
        "data/alliances/kent-and-medway.yaml": other,
    }


def page_of_the_site(example, _is_right):
    rest = "Title: Pebbles\nSummary: What we think of pebbles, in words.\nSlug: pebbles\n"
    rest += "Checked: 2026-11-22\n"
    rest += "" if "Template:" in example else "Template: page\n"
    rest += "" if "Url:" in example else "Url: pebbles/\nSave_as: pebbles/index.html\n"
    return {"content/pages/pebbles.md": f"{rest}{example}\n\nWords.\n"}


# What a check of one entry cannot tell: files that are put into the invented project.
LAID_OUT = {
    "unknown-alliance": lambda example, _: KENT_FILES | {PATH: with_facts(example + "\n")},
    "unknown-entry": lambda example, _: {
        PATH: with_facts(example + "\n"),
        f"{OPPORTUNITIES}/patient-panel.md": entry_called("patient-panel"),
    },
    "moved-in-a-circle": moved,
    "same-link": twice,
    "same-title": two_titles,
    "code-taken": alliances_with,
    "patch-taken": alliances_with,
    "wrong-shape": lambda example, _: {
        "data/alliances/nowhere.yaml": ALLIANCE.replace("ons_code: E99999999", example)
    },
    "accepted-for-nothing": lambda example, is_right: {
        "data/known.yaml": KNOWN if is_right else f"{KNOWN}accepted:\n{example}\n"
    },
    "number-not-sure": lambda example, _: {"data/helplines.yaml": f"{example}\n"},
    "unknown-host": lambda _, is_right: {
        PATH: with_facts(BY_CODE["unknown-host"].wrong + "\n"),
        "data/known.yaml": KNOWN + ("  - new-website.example\n" if is_right else ""),
    },
    "wrong-file-name": files_named,
    "wrong-ending": files_named,
    "wrong-place": files_named,
    "same-file-name": files_named,
    "reserved-name": files_named,
    "missing-file": lambda example, _: {name: KENT_FILES[name] for name in named(example)},
    "page-address": page_of_the_site,
    "page-template": page_of_the_site,
    "page-status": page_of_the_site,
    "empty-file": whole_files(lambda _: "", lambda example: example),
    "file-too-large": whole_files(lambda _: ENTRY + "A line.\n" * 9_000, lambda _: ENTRY),
    "not-utf-8": whole_files(
        lambda _: ENTRY.replace("room", "café").encode("latin-1"),
        lambda _: ENTRY.replace("room", "café"),
    ),
    "not-text": whole_files(lambda _: b"PK\x03\x04" + bytes(range(256)), lambda _: ENTRY),
    "web-page": whole_files(lambda example: example, lambda example: example),
    "no-front-matter": whole_files(lambda example: example, lambda example: example),
    "no-names": whole_files(lambda example: example, lambda example: example),
    "two-entries": whole_files(lambda example: example, lambda _: ENTRY),
    "many-more": whole_files(lambda _: changed("title:", "a b\n" * 61 + "title:"), lambda _: ENTRY),
    "text-too-long": whole_files(lambda _: ENTRY + "A line.\n" * 2_600, lambda _: ENTRY),
    "no-way-to-apply": whole_files(
        lambda _: re.sub(r"apply:.*?(?=deadline)|sources:.*?(?=checked)", "", ENTRY, flags=re.S),
        lambda example: with_facts(example + "\n"),
    ),
}
# A link between files, a file without the right to read it, and a folder without files are made in
# test_places.py and test_loader.py: no text of an example can make them.
MADE_BY_THE_SYSTEM = {"not-a-file", "cannot-open", "no-entries"}
# The map is handed to the check: test_between_entries.py has one.
OF_THE_MAP = {"no-area", "other-area"}
# The right example shows the start of a file, or a file that lacks other things.
SHOWN_IN_PART = {"empty-file", "web-page", "no-front-matter", "no-names"}


@pytest.mark.parametrize("code", sorted(LAID_OUT))
def test_the_examples_of_whole_files(tmp_path, code):
    page = BY_CODE[code]
    for is_right, example in ((False, page.wrong), (True, page.right)):
        project = lay_out(tmp_path / str(is_right))
        project.write("data/known.yaml", f"{KNOWN}  - nhs.uk\n")
        for path, text in LAID_OUT[code](example, is_right).items():
            project.write(path, text)
        found = [problem.code for problem in project.problems()]
        told = [(one.path, one.line, one.message) for one in project.problems()]
        if not is_right:
            assert code in found
        elif code in SHOWN_IN_PART:
            assert code not in found
        else:
            assert told == []


BYTES = {
    "line-ends": ENTRY.replace("\n", "\r\n"),
    "byte-order-mark": f"\ufeff{ENTRY}",
    "end-of-file": ENTRY.rstrip("\n"),
}
UNTIDY = {*BYTES, "spaces-at-line-end", "list-style", "order-of-facts"}


@pytest.mark.parametrize("code", sorted(UNTIDY))
def test_the_examples_of_untidiness(code):
    page = BY_CODE[code]
    wrong = BYTES.get(code) or with_facts(typed(page.wrong) + "\n")
    right = ENTRY if code in BYTES else with_facts(typed(page.right) + "\n")
    assert code in [one.code for one in judged_whole(wrong)]
    assert code not in [one.code for one in judged_whole(right)]
    if code in BYTES:
        assert page.right == "(the same file after python3 tasks.py check --fix)"


OTHERS = MADE_BY_THE_SYSTEM | OF_THE_MAP | UNTIDY
IN_THE_FACTS = set(BY_CODE) - set(LAID_OUT) - IN_THE_WORDS - OTHERS


@pytest.mark.parametrize("code", sorted(IN_THE_FACTS))
def test_the_examples_of_facts(code):
    page = BY_CODE[code]
    wrong = [problem.code for problem in judged(with_facts(typed(page.wrong) + "\n"))]
    assert code in wrong
    right = [(one.code, one.message) for one in judged(with_facts(typed(page.right) + "\n"))]
    assert right == []


def test_help_with_a_mistake_is_told_by_the_check_and_left_out(tmp_path):
    project = lay_out(tmp_path / "project")
    row = "  - code: tab\n    title: A Tab\n    why: Because.\n    wrong: a\n    right: b\n"
    project.write("data/help/a.yaml", f"title: One\nproblems:\n{row}")
    assert [(page.code, page.group) for page in load(project.root, TODAY).help] == [("tab", "One")]
    project.write("data/help/b.yaml", f"title: Two\nproblems:\n{row}")
    assert project.found() == [("data/help/b.yaml", 1, "written-twice")]
    (problem,) = project.problems()
    assert problem.message == "the help on 'tab' already stands in data/help/a.yaml"
    assert problem.fix == "keep one of the two and delete the other"
    project.write("data/help/b.yaml", "title: Two\nproblems:\n  - code: tab\n")
    assert {code for _, _, code in project.found()} == {"missing-field"}
    assert len(load(project.root, TODAY).help) == 1


def test_examples_keep_their_lines():
    row = b"  - code: x\n    title: t\n    why: w\n    wrong: |\n      a\n        b\n    right: c\n"
    data = b"title: T\nproblems:\n" + row
    ((page,), _) = help_in(read_document(data, "x", front_matter=False))
    assert page.wrong == "a\n  b"


@pytest.mark.parametrize(
    "table", [facts_of(Opportunity), tables.ALLIANCE], ids=["opportunity", "alliance"]
)
def test_the_help_of_fields_is_in_plain_words(table):
    for field in table:
        assert not any(re.search(rf"\b{word}", field.help) for word in PROGRAMMERS_WORDS)
        if isinstance(field.type, Day):
            assert "day" in field.help or "date" in field.help
