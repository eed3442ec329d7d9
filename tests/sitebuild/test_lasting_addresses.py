"""What was published once answers for ever: the same page, or one that leads on."""

import pytest

from sitebuild.lasting_addresses import FILE, lead_on, listed_addresses, note_new
from tests.built import PROJECT

SITE = "https://site.example/folder"


@pytest.fixture
def site(tmp_path):
    for path in ("index.html", "about/index.html", "opportunities/index.html", "feeds/all.json"):
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text("x", encoding="utf-8")
    return tmp_path / "site"


def listed(project, *lines):
    (project / "data").mkdir(exist_ok=True)
    (project / FILE).write_text("\n".join(["# words", *lines, ""]), encoding="utf-8")


def test_the_first_publication_makes_the_list_and_the_next_adds_to_it(site, tmp_path):
    assert note_new(site, tmp_path) == 4
    addresses = ["/", "/about/", "/feeds/all.json", "/opportunities/"]
    assert list(listed_addresses(tmp_path)) == addresses
    assert note_new(site, tmp_path) == 0
    (site / "legal").mkdir()
    (site / "legal/index.html").write_text("x", encoding="utf-8")
    listed(tmp_path, *addresses, "/old/ -> /about/")
    assert note_new(site, tmp_path) == 1
    assert listed_addresses(tmp_path)["/old/"] == "/about/"


def test_a_page_that_is_gone_leads_on(site, tmp_path):
    listed(tmp_path, "/about/", "/old/ -> /about/", "/opportunities/kind/survey/page/2/")
    assert lead_on(site, tmp_path, SITE) == []
    page = (site / "old/index.html").read_text(encoding="utf-8")
    assert f'<a href="{SITE}/about/">' in page
    assert f'content="0; url={SITE}/about/"' in page
    assert '<meta name="robots" content="noindex">' in page
    page = (site / "opportunities/kind/survey/page/2/index.html").read_text(encoding="utf-8")
    assert f'<a href="{SITE}/opportunities/">' in page
    assert (site / "about/index.html").read_text(encoding="utf-8") == "x"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("/gone/", "/gone/ was published and is gone: put it back"),
        ("/gone/ -> /nowhere/", "leads /gone/ to /nowhere/, which is not there"),
        ("/feeds/gone.json -> /about/", "only a page can lead on"),
        ("/../gone/ -> /about/", "only a page can lead on"),
    ],
)
def test_no_address_is_dropped_in_silence(site, tmp_path, line, told):
    listed(tmp_path, line)
    (fault,) = lead_on(site, tmp_path, SITE)
    assert told in fault


def test_the_list_of_the_project_can_be_read():
    lines = (PROJECT / FILE).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith(("/", "#"))] == []
    led_to = {target for target in listed_addresses(PROJECT).values() if target}
    assert led_to <= listed_addresses(PROJECT).keys()
