"""The output folder: what may be replaced, what counts as whole, and the swap."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from sitebuild import output
from sitebuild.output import OutputError


@pytest.fixture
def project(tmp_path):
    """A project with two opportunities and one alliance."""
    for name in ("opportunities/a", "opportunities/b", "alliances/x"):
        path = tmp_path / f"project/content/{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("---\n---\n", encoding="utf-8")
    return tmp_path / "project"


def make_site(folder, text="new"):
    """A whole site for that project."""
    for name in ("index", "404"):
        put(folder / f"{name}.html", text)
    put(folder / "sitemap.xml", text)
    put(folder / ".well-known/security.txt", text)
    for name, slugs in {"opportunities": ["a", "b"], "alliances": ["x"]}.items():
        items = [{"slug": slug} for slug in slugs]
        put(folder / f"api/v1/{name}.json", json.dumps({"items": items}))
        for slug in slugs:
            put(folder / f"{name}/{slug}/index.html", text)
            put(folder / f"api/v1/{name}/{slug}.json", "{}")
    return folder


def put(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_whole_site_has_no_faults(project, tmp_path):
    assert output.faults(make_site(tmp_path / "site"), project) == []


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("index.html", "index.html is missing"),
        ("404.html", "404.html is missing"),
        ("sitemap.xml", "sitemap.xml is missing"),
        ("opportunities/b/index.html", "no page was made for 1 of the opportunities: b"),
        ("alliances/x/index.html", "no page was made for 1 of the alliances: x"),
        (
            "api/v1/opportunities/a.json",
            "api/v1/opportunities/ holds 1 records for 2 items",
        ),
        ("api/v1/alliances.json", "api/v1/alliances.json cannot be read"),
    ],
)
def test_a_missing_file_is_a_fault(project, tmp_path, path, fault):
    site = make_site(tmp_path / "site")
    (site / path).unlink()
    assert output.faults(site, project) == [fault]


def test_an_entry_that_is_not_in_the_list_is_a_fault(project, tmp_path):
    put(project / "content/opportunities/c.md", "---\n---\n")
    faults = output.faults(make_site(tmp_path / "site"), project)
    assert faults == ["3 files in content/opportunities became 2 opportunities"]


def test_a_site_without_entries_is_a_fault(project, tmp_path):
    site = make_site(tmp_path / "site")
    put(site / "api/v1/alliances.json", '{"items": []}')
    assert "there are no alliances" in output.faults(site, project)


def test_a_hidden_file_does_not_belong_in_a_site(project, tmp_path):
    site = make_site(tmp_path / "site")
    put(site / "alliances/.x.swp", "")
    assert output.faults(site, project) == ["alliances/.x.swp does not belong in a site"]


def test_a_symbolic_link_does_not_belong_in_a_site(project, tmp_path):
    site = make_site(tmp_path / "site")
    (site / "secret.txt").symlink_to(tmp_path)
    assert output.faults(site, project) == ["secret.txt does not belong in a site"]


def test_the_new_site_takes_the_place_of_the_old_and_leaves_nothing_beside_it(project, tmp_path):
    place = make_site(tmp_path / "out/site", "old")
    put(place / "gone.html", "old")
    with output.staging(place, project) as staged:
        make_site(staged)
        assert (place / "index.html").read_text() == "old"
        output.put_in_place(staged, place)
    assert (place / "index.html").read_text() == "new"
    assert not (place / "gone.html").exists()
    assert [path.name for path in place.parent.iterdir()] == ["site"]


def test_a_failed_build_leaves_the_old_site_and_nothing_beside_it(project, tmp_path):
    place = make_site(tmp_path / "out/site", "old")
    with pytest.raises(RuntimeError), output.staging(place, project) as staged:  # noqa: PT012
        put(staged / "index.html", "half")
        raise RuntimeError
    assert (place / "index.html").read_text() == "old"
    assert [path.name for path in place.parent.iterdir()] == ["site"]


def test_a_swap_that_fails_puts_the_old_site_back(project, tmp_path):
    place = make_site(tmp_path / "out/site", "old")
    with pytest.raises(OutputError, match="could not take the place"):
        output.put_in_place(tmp_path / "out/.site-new-gone", place)
    assert (place / "index.html").read_text() == "old"


def test_a_site_has_the_same_modes_whatever_the_umask(project, tmp_path):
    before = os.umask(0o077)
    try:
        with output.staging(tmp_path / "site", project) as staged:
            output.put_in_place(make_site(staged), tmp_path / "site")
    finally:
        os.umask(before)
    site = tmp_path / "site"
    modes = {(path.is_dir(), path.stat().st_mode & 0o777) for path in (site, *site.rglob("*"))}
    assert modes == {(True, 0o755), (False, 0o644)}


def test_a_site_that_grows_too_large_is_told_of(project, tmp_path, monkeypatch):
    site = make_site(tmp_path / "site")
    (site / "big.csv").write_bytes(b"x" * 2_000)
    assert output.size_warning(site) == []
    monkeypatch.setattr(output, "SIZE_TO_TELL", 2_000)
    monkeypatch.setattr(output, "MEGABYTE", 1_000)
    (told,) = output.size_warning(site)
    assert told.startswith("The site has 2 MB, and GitHub Pages takes up to ")


@pytest.mark.parametrize("name", ["theme/static/x", "content", "Docs/x", ".git/x", ".venv"])
def test_a_site_never_stands_among_the_sources(project, name):
    assert "is among the files of the project" in refused(project / name, project)


def test_every_folder_of_the_repository_is_a_source():
    root = Path(__file__).parents[2]
    run = subprocess.run(
        ["git", "-C", str(root), "ls-files"], capture_output=True, text=True, check=True
    )
    folders = {path.split("/")[0] for path in run.stdout.splitlines() if "/" in path}
    assert {name for name in folders if not output.is_source(name)} == set()


def refused(place, project):
    with pytest.raises(OutputError) as caught, output.staging(place, project):
        pass
    return str(caught.value)


def test_a_folder_that_is_no_site_is_never_replaced(project, tmp_path):
    put(tmp_path / "letters/one.txt", "dear")
    assert "holds other files" in refused(tmp_path / "letters", project)
    assert "holds the project itself" in refused(project, project)
    assert "holds the project itself" in refused(tmp_path, project)
    assert "is not a folder" in refused(tmp_path / "letters/one.txt", project)
    assert (tmp_path / "letters/one.txt").read_text() == "dear"


def test_a_new_or_empty_folder_may_be_used(project, tmp_path):
    for place in (tmp_path / "new/deep", tmp_path):
        place.mkdir(parents=True, exist_ok=True)
    with output.staging(tmp_path / "new/deep", project) as staged:
        output.put_in_place(make_site(staged), tmp_path / "new/deep")
    assert (tmp_path / "new/deep/index.html").is_file()
