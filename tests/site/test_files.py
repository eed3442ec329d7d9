"""Files that belong to no entry: what they hold, and what they weigh."""

from __future__ import annotations

from tests.built import build_site
from tests.checks.files import scripts_of, zipped

LATER = {f"/static/js/form/{name}.js" for name in ("verdict", "entryfile", "addresult", "dates")}
RULES, RULES_OF_AN_ENTRY = 20_000, 50


def zipped_file(site, path):
    return zipped((site.root / path.lstrip("/")).read_bytes())


def test_security_txt_is_there_and_invents_no_contact(site):
    text = site.read(".well-known/security.txt")
    assert "Expires: 2027-11-21T00:00:00.000Z" in text
    assert "has not set a contact yet" in text


def test_the_scripts_of_a_list_are_found(site):
    loaded = scripts_of(site, site.page("/opportunities/"))
    names = ("finder/filter", "finder/listdata", "shared/fresh", "shared/shortlist")
    assert {f"/static/js/{name}.js" for name in names} < loaded


def test_the_form_loads_little_and_the_check_only_once_somebody_begins(site):
    assert not scripts_of(site, site.page("/add/")) & LATER
    assert sum(zipped_file(site, name) for name in LATER) <= 15_000
    entries = len(site.catalogue.opportunities)
    assert zipped_file(site, "api/v1/form-rules.json") <= RULES + RULES_OF_AN_ENTRY * entries


def test_the_style_sheet_and_the_font_are_small(site):
    assert zipped_file(site, "static/css/site.css") <= 10_000
    assert (site.root / "static/fonts/atkinson-hyperlegible-next.woff2").stat().st_size <= 20_480
    assert (site.root / "static/fonts/OFL.txt").is_file()


def test_one_style_sheet_is_served_and_one_for_lists_on_other_sites(site):
    names = sorted(path.name for path in (site.root / "static/css").iterdir())
    assert names == ["embed.css", "site.css"]


def test_two_builds_of_one_day_are_the_same_to_the_byte(site, tmp_path):
    again = build_site(tmp_path / "output", site.project, site.today)

    def contents(built):
        return {
            path.relative_to(built.root).as_posix(): path.read_bytes()
            for path in built.root.rglob("*")
            if path.is_file()
        }

    first, second = contents(site), contents(again)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
