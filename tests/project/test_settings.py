"""data/site.yaml: what the owner fills in."""

from pathlib import Path

import pytest
import yaml

from project.settings import (
    FILE,
    PLAIN,
    SettingsError,
    SiteSettings,
    is_web_address,
    load,
    values_in,
)

ROOT = Path(__file__).parents[2]

FILLED_IN = """\
address: "https://site.example/folder/"
repository: "https://code.example/people/site"
mailbox: "team@site.example"
owner: "Volunteers of Example"
"""


def written(project, text):
    (project / "data").mkdir()
    (project / "data/site.yaml").write_text(text, encoding="utf-8")
    return project


def test_settings_are_read_and_addresses_lose_their_final_slash(tmp_path):
    settings = load(written(tmp_path, FILLED_IN))
    assert settings == SiteSettings(
        address="https://site.example/folder",
        repository="https://code.example/people/site",
        mailbox="team@site.example",
        owner="Volunteers of Example",
    )
    assert settings.missing == []
    assert settings.notice == []


def test_a_file_with_nothing_filled_in_says_what_is_missing(tmp_path):
    settings = load(written(tmp_path, 'address: ""\nowner: ""\n'))
    assert settings.missing == ["address", "repository", "mailbox", "owner"]
    assert settings.notice == [
        "This copy of the site is not ready for the public.",
        "Not set yet: the address of the site, the place where its files are kept, "
        "a shared mailbox and who runs the site.",
    ]


def test_one_missing_setting_reads_as_a_sentence():
    settings = SiteSettings(address="a", repository="b", mailbox="c")
    assert settings.notice[1] == "Not set yet: who runs the site."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("adress: x", "data/site.yaml: there is no setting called 'adress'. "),
        ("address: site.example", "data/site.yaml: address is 'site.example'. "),
        ("repository: http://code.example/a", "data/site.yaml: repository is "),
        ("mailbox: team at site.example", "data/site.yaml: mailbox is "),
        ("owner: [a, b]", "data/site.yaml: owner must be one line of text."),
        ("owner: |\n  a\n  b\n", "data/site.yaml: owner must be one line of text."),
        ("- address", "data/site.yaml must hold lines of the form"),
        ("owner: 'a", "data/site.yaml cannot be read: "),
    ],
)
def test_what_cannot_be_used_is_refused(tmp_path, text, message):
    with pytest.raises(SettingsError) as caught:
        load(written(tmp_path, text))
    assert str(caught.value).startswith(message)


def test_every_fault_is_told_at_once(tmp_path):
    with pytest.raises(SettingsError) as caught:
        load(written(tmp_path, "address: a\nmailbox: b\n"))
    assert len(str(caught.value).splitlines()) == 2


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(SettingsError, match="cannot be read"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("https://site.example", True),
        ("https://site.example/folder", True),
        ("http://site.example", False),
        ("https://", False),
        ("https://site.example/?a=b", False),
        ("https://me@site.example", False),
        ("https://site example", False),
        ("https://[", False),
    ],
)
def test_a_web_address_has_a_scheme_and_a_host_and_nothing_after_the_path(text, right):
    assert is_web_address(text, "https") is right


@pytest.mark.parametrize(
    "text",
    [
        *('a: "b"', '# c\n\na: "b: #c"\nb_c: ""\n', 'a: "b"\na: "c"', 'a: "é"', 'a: "b" # c', ""),
        *("a: b", "# c", "- a", 'a: "\\x41"', ' a: "b"', 'a:  "b"', 'a: "b\n  c"', "a: 'b'"),
    ],
)
def test_plain_settings_are_as_yaml_reads_them(text):
    assert values_in(text) == yaml.load(text, Loader=yaml.BaseLoader)


def test_the_settings_of_the_project_need_no_yaml():
    """Else each build would have to load YAML for them."""
    lines = (ROOT / FILE).read_text(encoding="utf-8").split("\n")
    assert all(map(PLAIN.fullmatch, lines))
