"""A reviewer sees what changes, in words, and what to look at first."""

import json
import re
import subprocess
from argparse import Namespace
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from catalogue.model.opportunity import Apply
from catalogue.problems.problem import HOLD, Problem
from catalogue.schema.field_types import Closing
from contributing import subcommands
from contributing.issue_forms.event import pull_request_event
from contributing.markdown_quoting import in_cell, in_code, in_fence, in_words
from contributing.review.comparison import EntryChange, FactChange, changes_between
from contributing.review.flags import PullRequest, flags_of
from contributing.review.repository import (
    FileChange,
    GitError,
    changed_files,
    common_start,
    write_entries,
)
from contributing.review.review_page import MOST_BYTES, Review, as_html, as_markdown, review_of
from tests.contributing.conftest import TODAY, copy_of

MARBLES = "content/opportunities/marble-advisers.md"
LONDON = (
    "north-central-london",
    "north-east-london",
    "south-east-london",
    "west-london",
)


# What changes


def test_a_change_is_told_fact_by_fact_in_words(existing):
    base = existing.catalogue
    entry = next(one for one in base.opportunities if one.slug == "marble-advisers")
    terms = base.vocabularies
    changed = replace(
        entry,
        title="Another name",
        deadline=Closing(moment=TODAY),
        format=(terms["formats"]["online"], terms["formats"]["post"]),
        payment=terms["payments"]["paid"],
        apply=Apply(url="https://new.nhs.uk/x"),
        body="## New\n\nWords.",
    )
    others = tuple(one for one in base.opportunities if one.slug != "marble-advisers")
    (change,) = changes_between(base, replace(base, opportunities=(*others, changed)))
    assert (change.what, change.path, change.title) == ("changed", MARBLES, "Another name")
    assert change.alliances == set(LONDON)
    told = {fact.label: (fact.before, fact.now) for fact in change.facts}
    assert told["Title"] == (entry.title, "Another name")
    assert told["Closes"][1] == "22 November 2026"
    assert told["How you take part"][1] == "Online; By post"
    assert told["Money"][1] == "Payment for your time"
    assert told["Words below the facts"] == ("Not stated", "## New\n\nWords.")
    assert change.new_links == ("https://new.nhs.uk/x",)
    assert "Summary" not in told


def test_nothing_is_told_of_what_stays(existing):
    assert changes_between(existing.catalogue, existing.catalogue) == ()


def test_what_comes_and_what_goes_is_told(existing):
    base = existing.catalogue
    fewer = replace(base, opportunities=base.opportunities[1:])
    (gone,) = changes_between(base, fewer)
    (come,) = changes_between(fewer, base)
    assert (gone.what, come.what) == ("removed", "added")
    assert {fact.now for fact in gone.facts} == {"Not stated"}
    assert {fact.before for fact in come.facts} == {"Not stated"}
    assert (gone.columns, come.columns) == (("Before",), ("Now",))
    assert gone.rows == tuple((fact.label, fact.before) for fact in gone.facts)
    assert come.rows == tuple((fact.label, fact.now) for fact in come.facts)
    assert come.sentence == f"{base.opportunities[0].title} was added."


def test_an_alliance_is_compared_to_its_last_part(existing):
    base = existing.catalogue
    alliance = base.alliances["wessex"]
    contact = {**alliance.contact, "email": "new@wessex.nhs.uk"}
    alliances = {**base.alliances, "wessex": replace(alliance, contact=contact)}
    (change,) = changes_between(base, replace(base, alliances=alliances))
    assert change.path == "data/alliances/wessex.yaml"
    assert [fact.label for fact in change.facts] == ["Contact: email"]
    assert change.facts[0].now == "new@wessex.nhs.uk"


# Flags


def entry_change(path=MARBLES, what="changed", facts=(), alliances=LONDON, links=()):
    return EntryChange(
        what=what,
        path=path,
        slug="marble-advisers",
        title="A panel",
        alliances=frozenset(alliances),
        facts=tuple(
            FactChange(label=label, before=before, now=now) for label, before, now in facts
        ),
        new_links=tuple(links),
    )


def codes(files=(), entries=(), problems=(), **more):
    change = PullRequest(
        files=tuple(files),
        entries=tuple(entries),
        problems=tuple(problems),
        known_hosts=frozenset({"nhs.uk"}),
        **more,
    )
    return [(flag.severity, flag.code) for flag in flags_of(change)]


def changed(*paths, status="M"):
    return [FileChange(status=status, path=path) for path in paths]


# R1301
@pytest.mark.parametrize(
    "path", [".github/workflows/x.yml", "tasks.py", "plugins/x.py", "theme/x.css", ".ci/run"]
)
def test_code_beside_entries_is_held(path):
    assert codes(changed(path, MARBLES)) == [("hold", "R-WORKFLOW")]
    assert codes(changed(path)) == [("note", "R-CODE")]


@pytest.mark.parametrize("path", ["docs/maintainers.md", "README.md", "LICENSE", MARBLES])
def test_words_are_no_code(path):
    assert codes(changed(path, MARBLES)) == []


# R1306
def test_many_deletions_are_held():
    many = [f"content/opportunities/e-{number}.md" for number in range(6)]
    assert codes(changed(*many, status="D")) == [("hold", "R-DELETE")]
    assert codes(changed(*many[:5], status="D")) == [("note", "R-DELETE-ONE")]
    for path in ("data/alliances/wessex.yaml", "content/alliances/wessex.md"):
        assert codes(changed(path, status="D")) == [("hold", "R-DELETE")]


# R1310
@pytest.mark.parametrize(
    "path",
    [
        ".gitattributes",
        "content/.gitattributes",
        ".gitmodules",
        ".mailmap",
        ".githooks/pre-commit",
        "content/hooks/post-checkout",
    ],
)
def test_files_that_hide_changes_are_refused(path):
    assert ("reject", "R-GITATTR") in codes(changed(path, status="A"))
    assert ("reject", "R-GITATTR") not in codes(changed(path, status="D"))


@pytest.mark.parametrize("mode", ["120000", "160000"])
def test_links_and_submodules_are_refused(mode):
    file = FileChange(status="A", path="content/opportunities/x.md", mode=mode)
    assert codes([file]) == [("reject", "R-LINK")]


def test_what_is_built_or_installed_is_refused():
    for path in ("output/index.html", ".venv/lib/x.py"):
        assert ("reject", "R-MADE") in codes(changed(path, status="A"))
        assert ("reject", "R-MADE") not in codes(changed(path, status="D"))


def test_a_file_that_can_be_run_is_held():
    file = FileChange(status="M", path=MARBLES, mode="100755")
    assert codes([file]) == [("hold", "R-MODE")]


@pytest.mark.parametrize(
    "path", [".github/CODEOWNERS", "CODEOWNERS", "requirements.txt", "requirements-dev.txt"]
)
def test_what_guards_the_rest_is_held(path):
    assert ("hold", "R-GUARD") in codes(changed(path))


def test_each_change_of_a_page_is_held():
    for status in "AMD":
        path = "content/pages/guides/costs.md"
        assert ("hold", "R-PAGE") in codes(changed(path, status=status))


def test_many_new_entries_are_held():
    many = [f"content/opportunities/e-{number}.md" for number in range(6)]
    assert codes(changed(*many, status="A")) == [("hold", "R-MANY")]
    assert codes(changed(*many[:5], status="A")) == []
    assert codes(changed(*many)) == []


def test_many_entries_that_somebody_looked_at_again_are_held():
    moved = ("Checked", "1 May 2026", "1 December 2026")
    looks = [entry_change(path=f"e-{number}.md", facts=[moved]) for number in range(6)]
    assert codes((), looks) == [("hold", "R-LOOKED")]
    assert codes((), looks[:5]) == []


# R1313
@pytest.mark.parametrize(
    ("problem", "words"),
    [("asks-for-money", ""), ("asks-for-documents", ""), ("", "Write to us on WhatsApp")],
)
def test_a_newcomer_who_asks_for_something_is_held(problem, words):
    problems = [problem_at(MARBLES, problem)] if problem else []
    entries = [entry_change(facts=[("How to start, in words", "", words)])]
    assert ("hold", "R-FIRST") in codes((), entries, problems, is_newcomer=True)
    assert ("hold", "R-FIRST") not in codes((), entries, problems)
    assert ("hold", "R-FIRST") not in codes((), [], problems, is_newcomer=True)


def problem_at(path, code):
    return Problem(path=path, line=1, column=1, code=code, message="x", fix="y", severity=HOLD)


# R1315
def test_a_change_beside_another_on_main_is_held():
    mine = entry_change(facts=[("Title", "a", "b")])
    theirs = entry_change(path="content/opportunities/gravel-hub.md")
    assert codes((), [mine], moved_on=(theirs,)) == [("hold", "R-CONFLICT")]
    elsewhere = entry_change(path="content/opportunities/x.md", alliances=["wessex"])
    assert codes((), [mine], moved_on=(elsewhere,)) == []
    everywhere = replace(mine, alliances=frozenset(["all"]))
    assert codes((), [everywhere], moved_on=(replace(elsewhere, alliances={"all"}),)) == []


def test_a_change_cannot_settle_its_own_questions():
    assert codes(changed("data/known.yaml", MARBLES)) == [("hold", "R-KNOWN")]
    assert codes(changed("data/known.yaml")) == []


def test_new_websites_and_contacts_are_held():
    links = ["https://nhs.uk/x", "https://evilnhs.uk/y"]
    found = codes((), [entry_change(facts=[("Title", "a", "b")], links=links)])
    assert found == [("hold", "R-HOST")]
    fact = ("E-mail to start", "a@nhs.uk", "b@nhs.uk")
    assert codes((), [entry_change(facts=[fact])]) == [("hold", "R-CONTACT")]
    assert codes((), [entry_change(facts=[fact], what="added")]) == []


def test_words_about_money_are_told():
    assert codes((), [entry_change(facts=[("Summary", "We meet.", "We pay £25.")])]) == [
        ("note", "R-MONEY")
    ]
    assert codes((), [entry_change(facts=[("Summary", "We pay £20.", "We pay £25.")])]) == []


def test_the_weightiest_comes_first():
    files = [*changed(MARBLES, "tasks.py", "data/known.yaml"), *changed(".mailmap", status="A")]
    assert [weight for weight, _ in codes(files)] == ["reject", "hold", "hold"]


# Git


def git(folder, *words):
    name = ["-c", "user.name=x", "-c", "user.email=x@x.example", "-c", "core.hooksPath=/nowhere"]
    run = subprocess.run(
        ["git", *name, *words], cwd=folder, capture_output=True, text=True, check=True
    )
    return run.stdout.strip()


@pytest.fixture(scope="module")
def story(sample, tmp_path_factory):
    """A project with a branch that changes entries while main moves on."""
    folder = copy_of(sample, tmp_path_factory.mktemp("story"))
    git(folder, "init", "-q", "-b", "main", "--template=")
    # What would hide a file from an archive hides nothing from us.
    (folder / ".gitattributes").write_text("content export-ignore\n", encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "first")
    git(folder, "switch", "-q", "-c", "change")
    path = folder / MARBLES
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub("^title: .*", "title: A new name", text, flags=re.M), encoding="utf-8")
    (folder / "content/opportunities/broken.md").write_text("---\ntitle: x\n---\n")
    (folder / "content/opportunities/quick-stones.md").unlink()
    (folder / "content/opportunities/evil.md").symlink_to("/etc/hostname")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "change")
    git(folder, "switch", "-q", "main")
    other = folder / "content/opportunities/later-stones.md"
    text = other.read_text(encoding="utf-8")
    other.write_text(re.sub("^title: .*", "title: Moved on", text, flags=re.M), encoding="utf-8")
    git(folder, "commit", "-q", "-a", "-m", "main moves on")
    git(folder, "switch", "-q", "change")
    return folder


def test_git_tells_what_changed(story):
    assert [(one.status, one.mode, one.path) for one in changed_files(story, "main")] == [
        ("A", "100644", "content/opportunities/broken.md"),
        ("A", "120000", "content/opportunities/evil.md"),
        ("M", "100644", MARBLES),
        ("D", "000000", "content/opportunities/quick-stones.md"),
    ]


def test_what_is_not_committed_yet_counts_too(story):
    gone, new = (
        story / "content/alliances/cheshire-and-merseyside.md",
        story / "content/opportunities/x.md",
    )
    text = gone.read_bytes()
    gone.unlink()
    new.write_text("new", encoding="utf-8")
    new.chmod(0o600)
    (story / "notes.txt").write_text("of nobody else's business", encoding="utf-8")
    try:
        found = {(one.status, one.mode, one.path) for one in changed_files(story, "main")}
        flags = {flag.code for flag in review_of(story, TODAY, "main").flags}
    finally:
        gone.write_bytes(text)
        new.unlink()
        (story / "notes.txt").unlink()
    assert "notes.txt" not in {path for _, _, path in found}
    assert {
        ("A", "100644", "content/opportunities/x.md"),
        ("D", "000000", "content/alliances/cheshire-and-merseyside.md"),
    } <= found
    assert "R-DELETE" in flags


def test_work_with_another_beginning_cannot_be_compared(story):
    git(story, "branch", "-f", "alone", git(story, "commit-tree", "-m", "alone", "HEAD^{tree}"))
    with pytest.raises(GitError, match="'alone' and what stands here have no commit in common"):
        changed_files(story, "alone")


def test_the_files_of_a_commit_are_written_whole_and_no_link_among_them(story, tmp_path):
    write_entries(story, "change", tmp_path)
    assert (tmp_path / MARBLES).read_bytes() == (story / MARBLES).read_bytes()
    names = [path.name for path in (tmp_path / "content/opportunities").iterdir()]
    assert "broken.md" in names
    assert "evil.md" not in names
    assert not [path for path in tmp_path.rglob("*") if path.is_symlink()]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("unheard-of", "there is no branch and no commit called 'unheard-of' here"),
        ("--output=x", "'--output=x' is not the name of a commit"),
        ("", "'' is not the name of a commit"),
    ],
)
def test_an_unknown_commit_is_told(story, name, said):
    with pytest.raises(GitError) as raised:
        changed_files(story, name)
    assert str(raised.value) == said
    assert common_start(story, name, "HEAD") is None


@pytest.fixture(scope="module")
def review(story):
    return review_of(story, TODAY, "main", editor="https://code.example/me/site/edit/change")


def test_a_review_holds_all_there_is_to_know(review):
    found = {flag.code for flag in review.flags}
    assert {"R-LINK", "R-DELETE-ONE", "R-CONFLICT"} <= found
    whats = {change.path: change.what for change in review.changes}
    assert whats == {MARBLES: "changed", "content/opportunities/quick-stones.md": "removed"}
    assert "content/opportunities/broken.md" in review.unread
    assert not review.may_pass


def test_an_entry_with_a_mistake_was_not_removed(story):
    path = "content/opportunities/old-network.md"
    text = (story / path).read_text(encoding="utf-8")
    (story / path).write_text(text.replace("payment: not_stated", "payment: pebbles"), "utf-8")
    try:
        review = review_of(story, TODAY, "main")
    finally:
        (story / path).write_text(text, encoding="utf-8")
    assert path in review.unread
    assert path not in {change.path for change in review.changes}
    assert f"` {path} ` has to be put right first, so it is not compared yet." in as_markdown(
        review
    )


def test_the_page_is_whole_and_asks_nobody(review):
    page = BeautifulSoup(as_html(review), "html5lib")
    assert page.find("h1").get_text() == "Report on a change"
    assert not page.find_all(["script", "img", "link", "iframe", "object"])
    addresses = {link["href"].partition("#")[0] for link in page.find_all("a")}
    assert "https://code.example/me/site/edit/change/content/opportunities/broken.md" in addresses
    rows = [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in page.select("tr")]
    assert ["Title", rows[1][1], "A new name"] in rows
    assert ["What", "Before"] in rows
    assert "Not stated" not in {cells[1] for cells in rows if len(cells) == 2}
    policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_a_problem_leads_to_its_help_once_the_site_has_an_address(review):
    more = "https://site.example/help/"
    with_help = replace(review, help_at=more)
    links = [link["href"] for link in BeautifulSoup(as_html(with_help), "html5lib").find_all("a")]
    codes = {problem.code for problem in review.problems}
    assert {f"{more}{code}/" for code in codes} <= set(links)
    assert all(f"({more}{code}/)" in as_markdown(with_help) for code in codes)
    assert "/help/" not in as_html(review) + as_markdown(review)


def test_the_summary_says_the_same(review):
    text = as_markdown(review)
    assert "**Refuse** (R-LINK)" in text
    assert "| Title |" in text
    assert "\n| | Before | Now |\n| --- | --- | --- |\n" in text
    assert "\n| | Before |\n| --- | --- |\n" in text
    assert "` A new name `" in text
    assert "/edit/change/content/opportunities/broken.md#L" in text


NASTY = "<script>alert(1)</script> @everyone | ``` \u202e ::error::x"


def nasty_review():
    problem = Problem(
        path="content/opportunities/x.md", line=3, column=1, code="x", message=NASTY, fix=NASTY
    )
    change = entry_change(facts=[("Title", NASTY, NASTY + "!")])
    return Review(
        flags=(), changes=(change,), problems=(problem,), unread=(NASTY,), checked=1, editor=""
    )


def test_nothing_of_a_file_is_taken_as_html():
    page = BeautifulSoup(as_html(nasty_review()), "html5lib")
    assert not page.find_all("script")
    assert "U+202E" in page.get_text()
    assert "\u202e" not in page.get_text()


def test_nothing_of_a_file_is_taken_as_markdown():
    text = as_markdown(nasty_review())
    assert "\u202e" not in text
    outside = re.sub(r"(`+) .*? \1", "", text)
    assert "<script" not in outside
    assert "@everyone" not in outside


def test_a_summary_is_cut_before_github_refuses_it():
    fact = ("Summary", "", "é" * 100)
    entry = entry_change(facts=[fact] * 6000)
    review = Review(flags=(), changes=(entry,), problems=(), unread=(), checked=1)
    text = as_markdown(review)
    assert len(text.encode()) <= MOST_BYTES
    assert text.endswith("The file report.html holds all of it.\n")
    assert review.may_pass


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a `b` c", "`` a `b` c ``"),
        ("two\n\nlines", "` two lines `"),
        ("\u202e", "` U+202E `"),
        ("x" * 400, f"` {'x' * 299}… `"),
    ],
)
def test_words_in_code_end_where_they_end(words, shown):
    assert in_code(words) == shown


def test_words_in_other_places_are_harmless():
    assert in_cell("a|b") == "` a\\|b `"
    assert in_fence("a\n````\nb\n") == "`````text\na\n````\nb\n`````"
    assert in_words("[x](y) @a #1 www.x.example") == (
        "&#91;x&#93;&#40;y&#41; <span>@</span>a <span>#</span>1 www&#46;x.example"
    )


# The command


def test_the_command_writes_both(story, tmp_path, capsys):
    event = tmp_path / "event.json"
    head = {"repo": {"html_url": "https://code.example/me/site"}, "ref": "my branch"}
    asked = {"pull_request": {"author_association": "NONE", "head": head}}
    event.write_text(json.dumps(asked), encoding="utf-8")
    options = Namespace(
        base="main", out=str(tmp_path / "r.html"), summary=str(tmp_path / "s.md"), event=str(event)
    )
    assert subcommands.report(story, TODAY, options) == 1
    assert "Report on a change" in (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "/edit/my%20branch/" in (tmp_path / "s.md").read_text(encoding="utf-8")
    assert "Written: " in capsys.readouterr().out


def test_an_event_without_a_pull_request_is_no_fault(tmp_path):
    path = tmp_path / "event.json"
    path.write_text("{}", encoding="utf-8")
    assert not pull_request_event(path).is_newcomer
    path.write_text('{"pull_request": {"head": null}}', encoding="utf-8")
    with pytest.raises(ValueError, match="does not tell of a pull request"):
        pull_request_event(path)
