"""A change of content and data alone needs the smaller check, and nothing else gets it."""

import pytest

from contributing.review.needed_checks import CONTENT, EVERYTHING, main, needed_checks
from contributing.review.repository import FileChange

ENTRY = "content/opportunities/pebble-panel.md"


@pytest.mark.parametrize(
    ("status", "path", "mode"),
    [
        ("A", ENTRY, "100644"),
        ("M", ENTRY, "100644"),
        ("D", ENTRY, "000000"),
        ("M", "data/known.yaml", "100644"),
        ("M", "data/alliances/nowhere.yaml", "100644"),
        ("A", "content/pages/guides/pebbles.md", "100644"),
        ("M", "data/helplines.yaml", "100644"),
    ],
)
def test_words_and_facts_need_the_smaller_check(status, path, mode):
    assert needed_checks([FileChange(status=status, path=path, mode=mode)]) == CONTENT


@pytest.mark.parametrize(
    ("status", "path", "mode"),
    [
        ("M", "tasks.py", "100644"),
        ("D", "plugins/catalogue/rules/between_entries.py", "000000"),
        ("M", "theme/templates/base.html", "100644"),
        ("M", "README.md", "100644"),
        ("A", "data/geography/stones.csv", "100644"),
        ("M", "data/help/dates.yaml", "100644"),
        ("M", "data/vocabularies/kinds.yaml", "100644"),
        ("A", "contents/x.md", "100644"),
        ("A", "Data/x.yaml", "100644"),
        ("A", "data", "120000"),
        ("A", "plugins/content/x.md", "100644"),
        ("A", ".github/workflows/x.yml", "100644"),
        ("M", ENTRY, "100755"),
        ("A", ENTRY, "120000"),
        ("A", "content/opportunities", "160000"),
        ("T", ENTRY, "120000"),
        ("T", ENTRY, "100644"),
        ("U", ENTRY, "100644"),
        ("A", "content/.gitattributes", "100644"),
        ("A", "data/.git/hooks/x", "100644"),
    ],
)
def test_anything_else_needs_everything(status, path, mode):
    other = FileChange(status="M", path=ENTRY)
    assert needed_checks([other, FileChange(status=status, path=path, mode=mode)]) == EVERYTHING


def test_no_change_at_all_was_compared_wrongly():
    assert needed_checks([]) == EVERYTHING


def test_where_git_cannot_answer_everything_is_looked_at(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert main(["--base", "main"]) == 0
    said = capsys.readouterr()
    assert said.out == "everything\n"
    assert said.err.endswith(": everything is looked at.\n")
