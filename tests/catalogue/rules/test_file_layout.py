"""Which file may stand where, and under which name."""

from __future__ import annotations

import os

import pytest

from catalogue.rules import file_layout
from catalogue.rules.file_layout import layout_of
from tests.nowhere import ENTRY, PATH

FOLDER = "content/opportunities"


def told(project):
    return [(problem.path, problem.code) for problem in layout_of(project.root).problems]


@pytest.mark.parametrize("name", ["panel", "panel-2", "2-panels", "a", "a" * 80])
def test_a_good_name_of_an_entry(nowhere, name):
    nowhere.write(f"{FOLDER}/{name}.md", ENTRY)
    assert told(nowhere) == []
    assert layout_of(nowhere.root).files[FOLDER][name] == f"{FOLDER}/{name}.md"


@pytest.mark.parametrize(
    ("name", "code", "better"),
    [
        ("sample panel.md", "wrong-file-name", "sample-panel.md"),
        ("Panel.md", "wrong-file-name", "panel.md"),
        ("two_words.md", "wrong-file-name", "two-words.md"),
        (".sample.md", "wrong-file-name", "sample.md"),
        ("-panel.md", "wrong-file-name", "panel.md"),
        ("panel-.md", "wrong-file-name", "panel.md"),
        ("si\u0302an.md", "wrong-file-name", "sian.md"),
        ("s\u00eean.md", "wrong-file-name", "sian.md"),
        ("панель.md", "wrong-file-name", "patient-panel.md"),
        ("%2e%2e%2findex.md", "wrong-file-name", "2e-2e-2findex.md"),
        ("a;b&c|d.md", "wrong-file-name", "a-b-c-d.md"),
        ("a,line=1,title=owned.md", "wrong-file-name", "a-line-1-title-owned.md"),
        ("pa\u200bnel.md", "wrong-file-name", "panel.md"),
        ("a" * 200 + ".md", "wrong-file-name", "a" * 30 + ".md"),
        ("panel.md.txt", "wrong-ending", "panel.md"),
        ("panel.markdown", "wrong-ending", "panel.md"),
        ("panel.MD", "wrong-ending", "panel.md"),
        ("panel.md~", "wrong-ending", "panel.md"),
        ("panel", "wrong-ending", "panel.md"),
        ("panel.svg", "wrong-ending", "panel.md"),
    ],
)
def test_a_wrong_name_is_told_with_a_better_one(nowhere, name, code, better):
    nowhere.write(f"{FOLDER}/{name}", ENTRY)
    (problem,) = layout_of(nowhere.root).problems
    assert problem.code == code
    assert problem.fix.endswith(f" {better}")
    assert (problem.line, problem.column) == (1, 1)
    assert problem.path.isprintable()
    assert list(layout_of(nowhere.root).files[FOLDER]) == ["pebble-panel"]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("content/opportunities/sub/panel.md", "wrong-place"),
        ("content/panel.md", "wrong-place"),
        ("content/articles/panel.md", "wrong-place"),
        ("content/pages/a/b/deep.md", "wrong-place"),
        ("data/panel.yaml", "wrong-place"),
        ("data/alliances/old/kent.yaml", "wrong-place"),
        ("data/alliances/kent.yml", "wrong-ending"),
        ("data/vocabularies/kinds.json", "wrong-ending"),
        ("content/pages/page.html", "wrong-ending"),
        ("content/pages/Page.md", "wrong-file-name"),
        ("content/images/picture.svg", "wrong-ending"),
        ("content/images/PHOTO.JPG", "wrong-ending"),
        ("content/alliances/map.png", "wrong-ending"),
        ("content/Makefile", "wrong-ending"),
    ],
)
def test_a_file_in_the_wrong_place_is_never_passed_over(nowhere, path, code):
    nowhere.write(path, ENTRY)
    assert told(nowhere) == [(path, code)]


@pytest.mark.parametrize(
    "path",
    [
        "content/pages/about.md",
        "content/pages/404.md",
        "content/pages/guides/a-guide.md",
        "content/extra/CNAME",
        "data/geography/places.csv",
        "data/site.yaml",
        "data/vocabularies/two_words.yaml",
        "content/opportunities/.DS_Store",
        "content/opportunities/.panel.md.swp",
    ],
)
def test_what_belongs_or_is_left_by_a_computer_is_no_problem(nowhere, path):
    nowhere.write(path, "x")
    assert told(nowhere) == []


@pytest.mark.parametrize(
    "path", ["index.html", "evil.html", "static/js/x.js", "robots.txt", "x/CNAME", "cname"]
)
def test_what_would_be_copied_to_the_site_as_it_is_is_refused(nowhere, path):
    nowhere.write(f"content/extra/{path}", "<script>x()</script>")
    assert told(nowhere) == [(f"content/extra/{path}", "wrong-place")]


def test_two_names_that_differ_in_capitals_only(nowhere):
    nowhere.write(f"{FOLDER}/Pebble-Panel.md", ENTRY)
    assert told(nowhere) == [
        (f"{FOLDER}/Pebble-Panel.md", "wrong-file-name"),
        (f"{FOLDER}/pebble-panel.md", "same-file-name"),
    ]


def test_an_empty_folder_is_told_by_its_own_name(nowhere):
    (nowhere.root / FOLDER / "sub").mkdir()
    assert told(nowhere) == [(f"{FOLDER}/sub", "wrong-place")]


@pytest.mark.parametrize(
    "link",
    [
        "content/opportunities/passwords.md",
        "content/opportunities/.DS_Store",
        "content/pages/etc",
        "content/extra/CNAME",
        "data/geography/places.csv",
        "content/other",
        "data/known.yaml",
    ],
)
def test_a_link_to_a_file_or_folder_is_refused_everywhere(nowhere, link):
    target = nowhere.root / link
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    target.symlink_to("/etc")
    assert told(nowhere) == [(link, "not-a-file")]


def test_a_pipe_is_refused_and_never_opened(nowhere):
    os.mkfifo(nowhere.root / FOLDER / "pipe.md")
    assert told(nowhere) == [(f"{FOLDER}/pipe.md", "not-a-file")]
    assert "pipe" not in layout_of(nowhere.root).files[FOLDER]


def test_a_name_that_is_no_text_can_be_told(nowhere, monkeypatch):
    name = "p\udcffnel.md"
    item = file_layout._Item(name=name, path=f"{FOLDER}/{name}", is_folder=False, is_plain=True)
    items = file_layout._items
    monkeypatch.setattr(
        file_layout, "_items", lambda root, path: [item] if path == FOLDER else items(root, path)
    )
    (problem,) = layout_of(nowhere.root).problems
    assert problem.path == f"{FOLDER}/pU+DCFFnel.md"
    assert problem.path.encode("utf-8")


def test_the_messages(nowhere):
    nowhere.write(f"{FOLDER}/sample panel.md", ENTRY)
    nowhere.write(f"{FOLDER}/.hidden.md", ENTRY)
    nowhere.write(f"{FOLDER}/{'b' * 81}.md", ENTRY)
    nowhere.write(f"{FOLDER}/panel.txt", ENTRY)
    nowhere.write(f"{FOLDER}/sub/panel.md", ENTRY)
    nowhere.write("content/images/x.svg", "")
    nowhere.write("content/images/x", "")
    nowhere.write(PATH.replace("pebble", "Pebble"), ENTRY)
    (nowhere.root / FOLDER / "link.md").symlink_to("/etc/hostname")
    (nowhere.root / "content/extra").symlink_to("/etc")
    (nowhere.root / "content/empty").mkdir()
    said = {(problem.message, problem.fix) for problem in layout_of(nowhere.root).problems}
    assert said == {
        (
            "'sample panel' is not a good file name: only a-z, 0-9 and - may be used",
            "rename it, for example to sample-panel.md",
        ),
        (
            "'Pebble-panel' is not a good file name: only a-z, 0-9 and - may be used",
            "rename it, for example to pebble-panel.md",
        ),
        (
            "'Pebble-panel.md' differs from this file name in capitals only",
            "rename one of the two: some computers keep only one of them",
        ),
        (
            "the file name '.hidden.md' starts with a dot, which hides it",
            "rename it, for example to hidden.md",
        ),
        (
            "this file name has 81 characters; it may have up to 80",
            f"rename it, for example to {'b' * 30}.md",
        ),
        ("the name of this file does not end in .md", "rename it to panel.md"),
        (
            "nothing is read from this place",
            "put an opportunity straight into content/opportunities/ and an alliance into "
            "data/alliances/",
        ),
        (
            "this folder does not belong here: nothing is read from it",
            "delete it, or put its files straight into the folder above",
        ),
        (
            "files that end in '.svg' have no place here",
            "delete it: entries are words, in files that end in .md or .yaml",
        ),
        (
            "this file has no place here",
            "delete it: entries are words, in files that end in .md or .yaml",
        ),
        (
            "'link.md' is not a plain file, but a link or something else",
            "put each entry straight into content/opportunities/ as a file that ends in .md",
        ),
        (
            "'extra' is not a plain file, but a link or something else",
            "put the file itself in its place",
        ),
    }


def test_files_that_are_not_named_are_counted(nowhere):
    for number in range(300):
        nowhere.write(f"content/letters/{number}.txt", "x")
    problems = nowhere.problems()
    assert len(problems) == 21
    assert sum(problem.count for problem in problems) == 300
    (rest,) = [problem for problem in problems if problem.code == "many-more"]
    assert (rest.path, rest.message) == (
        "content/letters",
        "and 280 more files below this folder",
    )
