"""data/site.yaml: what is right in it is used, and what is wrong is told with its place."""

from __future__ import annotations

import pytest

from catalogue.loader import load
from catalogue.rules.settings_file import SettingsFile, read_settings
from project.settings import FILE, SiteSettings
from tests.nowhere import TODAY

FILLED_IN = """\
# What only the owner knows.
address: "https://site.example/folder/"
repository: https://code.example/people/site

mailbox: "team@site.example"
owner: "Volunteers: of Example"
"""
OTHER_FIELDS = "Fields here: address, repository, mailbox, owner"


def written(root, text):
    (root / "data").mkdir()
    (root / FILE).write_text(text, encoding="utf-8")
    return read_settings(root)


def test_settings_are_read_like_any_file(tmp_path):
    settings = SiteSettings(
        address="https://site.example/folder",
        repository="https://code.example/people/site",
        mailbox="team@site.example",
        owner="Volunteers: of Example",
    )
    assert written(tmp_path, FILLED_IN) == SettingsFile(settings=settings, problems=[])


@pytest.mark.parametrize(
    "text",
    [
        'address: ""\nrepository: ""\nmailbox: ""\nowner: ""\n',
        'address: ""\nowner: "  "\n',
        "address:\nowner:\n",
        "{}",
    ],
)
def test_what_is_empty_is_not_filled_in_yet(tmp_path, text):
    assert written(tmp_path, text) == SettingsFile(settings=SiteSettings(), problems=[])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "adress: x",
            (1, 1, "unknown-field", "did you mean 'address'? (the address of the site)"),
        ),
        ("colour: red", (1, 1, "unknown-field", OTHER_FIELDS)),
        ('colour: ""', (1, 1, "unknown-field", OTHER_FIELDS)),
        (
            "address: site.example",
            (1, 10, "link-not-https", "write https://site.example and test that the page opens"),
        ),
        (
            "owner: x\nrepository: http://code.example/a",
            (2, 13, "link-not-https", "try https://code.example/a and use it if the page opens"),
        ),
        (
            "address: https://site.example/?a=b",
            (
                1,
                10,
                "wrong-shape",
                "write it without the ? or the # and what follows, like this: "
                "address: https://site.example",
            ),
        ),
        (
            "repository: https://code.example/people/site#top",
            (
                1,
                13,
                "wrong-shape",
                "write it without the ? or the # and what follows, like this: "
                "repository: https://code.example/people/site",
            ),
        ),
        (
            "mailbox: team at site.example",
            (
                1,
                10,
                "not-an-email",
                "write the team's shared address, for example: mailbox: involvement@example.nhs.uk",
            ),
        ),
        ("owner: [a, b]", (1, 8, "not-one-value", "write it on one line: owner: …")),
        (
            "owner: |\n  a\n  b\n",
            (1, 8, "more-than-one-line", "write owner: a b"),
        ),
        (
            "owner: TBC",
            (1, 8, "placeholder", "delete the whole line when the fact is not known"),
        ),
        ("owner: 'a", (1, 8, "needs-quotes", 'write: owner: "a"')),
        (
            "# nothing",
            (
                1,
                1,
                "no-names",
                "write one fact a line, for example: title: Patient panel",
            ),
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_its_cure(tmp_path, text, told):
    (problem,) = written(tmp_path, text).problems
    assert problem.path == FILE
    assert (problem.line, problem.column, problem.code, problem.fix) == told


def test_one_mistake_hides_no_other_and_spoils_nothing_that_is_right(tmp_path):
    found = written(tmp_path, "address: https://site.example/#x\nmailbox: b\nowner: The owners\n")
    assert [problem.code for problem in sorted(found.problems)] == ["wrong-shape", "not-an-email"]
    assert found.settings == SiteSettings(owner="The owners")


def test_a_file_that_is_not_there_is_told(tmp_path):
    assert [(one.path, one.code) for one in read_settings(tmp_path).problems] == [
        (FILE, "missing-file")
    ]


def test_the_check_tells_of_settings_too(nowhere):
    nowhere.write(FILE, "address: site.example\nowner: The owners\n")
    assert nowhere.found() == [(FILE, 1, "link-not-https")]
    assert load(nowhere.root, TODAY).settings == SiteSettings(owner="The owners")
