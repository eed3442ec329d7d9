"""What the owner fills in, as the rest of the project uses it."""

import pytest

from project.settings import SiteSettings, is_web_address, settings_from


def test_addresses_lose_their_final_slash():
    written = {
        "address": "https://site.example/folder/",
        "repository": "https://code.example/people/site/",
        "mailbox": "team@site.example",
        "owner": "Volunteers of Example/",
    }
    settings = settings_from(written)
    assert settings == SiteSettings(
        address="https://site.example/folder",
        repository="https://code.example/people/site",
        mailbox="team@site.example",
        owner="Volunteers of Example/",
    )
    assert settings.missing == []
    assert settings.notice == []
    assert settings.help_at == "https://site.example/folder/help/"


def test_settings_with_nothing_filled_in_say_what_is_missing():
    settings = settings_from({})
    assert settings.missing == ["address", "repository", "mailbox", "owner"]
    assert settings.notice == [
        "This copy of the site is not ready for the public.",
        "Not set yet: the address of the site, the place where its files are kept, "
        "a shared mailbox and who runs the site.",
    ]
    assert settings.help_at == ""


def test_one_missing_setting_reads_as_a_sentence():
    settings = SiteSettings(address="a", repository="b", mailbox="c")
    assert settings.notice[1] == "Not set yet: who runs the site."


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
