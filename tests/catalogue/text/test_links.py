"""A link leads where it says, over https, to a host that has a name."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.text import links
from catalogue.text.links import host_is_under, host_of, link_fault

COPY = "open the page and copy its address from the top of the browser"
HTTPS = "a web address here starts with https://"
NO_NAME = "the website's name is missing in this address"
NUMBERS = "this address is made of numbers instead of a website's name"
OWN = "this address only works on your own computer"
SPACE = "a space or a quotation mark is in this address"
FOREIGN = "the website's name holds letters of another alphabet (xn--)"
WRAPPED = "this link was changed by a mail program"
SIGN_IN = "this page asks people to sign in before they can read it"
SHORT = "a short link hides where it leads"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.invented.example/pebbles",
        "https://www.invented.example",
        "https://invented.example/Get-Involved/panel%20form/?id=12&lang=cy#apply",
        "https://sub.deep.invented.example/a/b.html",
        "https://www.invented.example/caf\u00e9",
        "https://www.invented.example/~panel/a,b;c=(d)",
        "https://WWW.Invented.Example/",
        "https://docs.google.com/forms/d/e/1/viewform",
        "https://forms.office.com/e/abc",
        "https://www.invented.example/?utm=1&ref=2",
        "https://bitly.invented.example/",
    ],
)
def test_a_good_link(address):
    assert link_fault(address) is None


@pytest.mark.parametrize(
    ("address", "code", "message", "fix"),
    [
        (
            "http://www.invented.example/x",
            "link-not-https",
            "this address starts with http://",
            "try https://www.invented.example/x and use it if the page opens",
        ),
        ("http://bit.ly/x", "link-shortened", "a short link hides where it leads", COPY),
        ("bit.ly/x", "link-shortened", "a short link hides where it leads", COPY),
        (
            "http:/www.invented.example/x",
            "link-not-https",
            HTTPS,
            "write https://www.invented.example/x and test that the page opens",
        ),
        (
            "www.invented.example/x?utm_source=news",
            "link-tracking",
            "'utm_source' in this address tracks people",
            "write https://www.invented.example/x and test that the page opens",
        ),
        (
            "www.invented.example/x",
            "link-not-https",
            HTTPS,
            "write https://www.invented.example/x and test that the page opens",
        ),
        (
            "htps:/www.invented.example",
            "link-not-https",
            HTTPS,
            "write https://www.invented.example and test that the page opens",
        ),
        (
            "//www.invented.example",
            "link-not-https",
            HTTPS,
            "write https://www.invented.example and test that the page opens",
        ),
        (
            "mailto:panel@invented.example",
            "link-not-https",
            f"this is not a web page: {HTTPS}",
            "write an e-mail address after email: and a phone number after phone:, under apply:",
        ),
        ("javascript:alert(1)", "link-not-https", HTTPS, COPY),
        ("JaVa\tScript:alert(1)", "link-not-https", HTTPS, COPY),
        ("java&#115;cript:alert(1)", "link-not-https", HTTPS, COPY),
        ("data:text/html;base64,PGI+", "link-not-https", HTTPS, COPY),
        ("file:///etc/hostname", "link-not-https", HTTPS, COPY),
        ("ftp://invented.example/", "link-not-https", HTTPS, COPY),
        ("/opportunities/", "link-not-https", HTTPS, COPY),
        ("see the website", "link-not-https", HTTPS, COPY),
        ("https:///pebbles", "link-host", NO_NAME, COPY),
        ("https://", "link-host", NO_NAME, COPY),
        ("https://pebbles", "link-host", NO_NAME, COPY),
        ("https://https://invented.example", "link-host", NO_NAME, COPY),
        ("https://in_vented.example/", "link-host", NO_NAME, COPY),
        ("https://-a.example/", "link-host", NO_NAME, COPY),
        ("https://invented.example./", "link-host", NO_NAME, COPY),
        ("https://invented%2eexample/", "link-host", NO_NAME, COPY),
        ("https://[bad/", "link-host", NO_NAME, COPY),
        ("https://localhost:8000/x", "link-own-computer", OWN, COPY),
        ("https://panel.local/", "link-own-computer", OWN, COPY),
        ("https://intra.internal/", "link-own-computer", OWN, COPY),
        (
            "https://nww.trust.invented.example/",
            "link-own-computer",
            "this address only works on computers of the NHS",
            "find the page on the open web and copy its address from the top of the browser",
        ),
        ("https://192.0.2.1/", "link-number-host", NUMBERS, COPY),
        ("https://3221225985/", "link-number-host", NUMBERS, COPY),
        ("https://0xc0.0.0x2.1/", "link-number-host", NUMBERS, COPY),
        ("https://[2001:db8::1]/", "link-number-host", NUMBERS, COPY),
        ("https://xn--nvented-0ya.example/", "link-foreign-letters", FOREIGN, COPY),
        ("https://\u0456nvented.example/", "link-foreign-letters", FOREIGN, COPY),
        (
            "https://me:pass@invented.example/",
            "link-sign-in",
            "there is a name or password in this address",
            COPY,
        ),
        (
            "https://www.nhs.uk@evil.example/",
            "link-sign-in",
            "there is a name or password in this address",
            COPY,
        ),
        (
            "https://invented.example:8443/",
            "link-port",
            "there is a port (:8443) in this address",
            COPY,
        ),
        ("https://invented.example:/", "link-port", "there is a port (:) in this address", COPY),
        ("https://invented.example/a b", "link-has-space", SPACE, COPY),
        ('https://invented.example/"x', "link-has-space", SPACE, COPY),
        ("https://invented.example/<b>", "link-has-space", SPACE, COPY),
        ("https://invented.example\\@evil.example/", "link-has-space", SPACE, COPY),
        ("https://invented.example/%0d%0aX", "link-has-space", SPACE, COPY),
        ("https://bit.ly/x", "link-shortened", SHORT, COPY),
        ("https://www.tinyurl.com/x", "link-shortened", SHORT, COPY),
        ("https://a.safelinks.protection.outlook.com/?url=x", "link-wrapped", WRAPPED, COPY),
        ("https://urldefense.com/v3/__x", "link-wrapped", WRAPPED, COPY),
        (
            "https://www.google.com/url?q=https://invented.example",
            "link-wrapped",
            "this link leads to another site through a search engine",
            COPY,
        ),
        (
            "https://docs.google.com/document/d/1/edit",
            "link-sign-in",
            SIGN_IN,
            "ask the organiser for a page that everybody can read, and use that",
        ),
        (
            "https://trust.sharepoint.com/sites/panel",
            "link-sign-in",
            SIGN_IN,
            "ask the organiser for a page that everybody can read, and use that",
        ),
        (
            "https://invented.example/?utm_source=n&fbclid=a&id=2",
            "link-tracking",
            "'utm_source' in this address tracks people",
            "write https://invented.example/?id=2 and test that the page opens",
        ),
        (
            f"https://invented.example/{'x' * 80}?gclid=1",
            "link-tracking",
            "'gclid' in this address tracks people",
            "delete that part, and test that the page still opens",
        ),
        (
            "https://invented.example/?to=panel%40invented.example",
            "link-holds-email",
            "there is somebody's e-mail address in this address",
            "delete everything from the question mark on, and test that the page still opens",
        ),
        (
            f"https://invented.example/{'x' * 500}",
            "link-too-long",
            "this address has 525 characters; at most 500 fit",
            COPY,
        ),
    ],
)
def test_a_bad_link(address, code, message, fix):
    assert link_fault(address) == (code, message, fix)


@pytest.mark.parametrize(
    ("host", "is_under"),
    [
        ("nhs.uk", True),
        ("www.nhs.uk", True),
        ("a.b.nhs.uk", True),
        ("evilnhs.uk", False),
        ("nhs.uk.evil.example", False),
        ("uk", False),
        ("", False),
    ],
)
def test_a_host_is_compared_by_its_end(host, is_under):
    assert host_is_under(host, ["nhs.uk"]) is is_under


def test_the_host_of_an_address():
    assert host_of("https://WWW.Invented.Example/a?b#c") == "www.invented.example"
    assert host_of("https://[invented") == ""


PIECES = (
    *("https://", "http://", "www.", "invented.example", "bit.ly", "google.com/url", "youtube.com"),
    *("drive.google.com/", "sharepoint.com/", "onedrive.live.com/", "teams.microsoft.com/"),
    *("dropbox.com/", "trello.com/", "bing.com/ck", "youtube.com/redirect", "a.com/file/"),
    *("docs.google.com/document/", "notion.so/", "localhost", "1.2.3.4", "xn--a.example", "/", "."),
    *(
        "a",
        "B",
        "-",
        "_",
        "~",
        ":",
        "@",
        "?",
        "#",
        "=",
        "&",
        "%2f",
        "%",
        " ",
        "\n",
        "é",
        "..",
        "nww.",
    ),
)


@settings(max_examples=3000, deadline=None)
@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_plain_addresses_are_judged_as_all_others_are(rest):
    for address in (rest, f"https://{rest}", f"https://invented.example/{rest}"):
        found = link_fault(address)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(links, "_PLAIN", re.compile("(?!)"))
            assert link_fault.__wrapped__(address) == found
