"""What an organiser told us is written into the files, or nothing is."""

from argparse import Namespace

import pytest

from catalogue.loader import load
from catalogue.model.evidence import is_confirmed
from contributing import subcommands
from contributing.__main__ import main
from tests.contributing.conftest import TODAY

MARBLES = "content/opportunities/marble-advisers.md"
NETWORK = "content/opportunities/old-network.md"


def run(project, *slugs, on="2026-11-22", settings=(), ended=False):
    options = Namespace(slugs=slugs, on=on, set=list(settings), ended=ended)
    return subcommands.confirmed(project, TODAY, options)


def text_of(project, path=MARBLES):
    return (project / path).read_text(encoding="utf-8")


def entry(project, slug):
    loaded = load(project, TODAY)
    return next(one for one in loaded.catalogue.opportunities if one.slug == slug)


def test_entries_are_confirmed_and_lose_the_age_of_the_old_copy(project, capsys):
    before = text_of(project)
    assert run(project, "marble-advisers", "old-network", on="20 November 2026") == 0
    assert text_of(project) == before.replace(
        "  on: 2026-11-22\n  how: stored-copy\n"
        "  basis: The page has no date. It speaks of marbles, so it is not very old.\n",
        "  on: 2026-11-20\n  how: organiser\n",
    )
    assert "page_age" not in text_of(project, NETWORK)
    for slug in ("marble-advisers", "old-network"):
        assert is_confirmed(entry(project, slug).checked, TODAY)
    told = capsys.readouterr().out
    assert f"{MARBLES}:\n" in told
    assert "\n-  how: stored-copy\n" in told
    assert "\n+  how: organiser\n" in told
    assert "2 entries confirmed on 20 November 2026.\n" in told
    assert "old-network keeps its doubt: Ask whether anybody still writes letters.\n" in told
    assert "run this again with --set to_confirm=\n" in told


def test_facts_change_and_everything_else_stays(project, capsys):
    before = text_of(project)
    changes = (
        "apply.email=marbles@invented.example",
        "who_for=[patients, public]",
        "payment=",
        "to_confirm=",
        "time=2 hours: or more",
    )
    assert run(project, "marble-advisers", settings=changes) == 0
    wanted = before
    for old, new in (
        ("who_for: [patients, carers]", "who_for: [patients, public]"),
        ("commitment: not_stated\n", 'commitment: not_stated\ntime: "2 hours: or more"\n'),
        ("payment: not_stated\n", "apply:\n  email: marbles@invented.example\n"),
        ("  how: stored-copy\n", "  how: organiser\n"),
    ):
        assert old in wanted
        wanted = wanted.replace(old, new)
    lines = [one for one in wanted.splitlines() if not one.startswith(("  basis", "to_confirm"))]
    assert text_of(project).splitlines() == lines
    assert "doubt" not in capsys.readouterr().out


def test_a_part_of_a_group_goes_and_with_the_last_one_the_group(project):
    assert run(project, "old-network", settings=["apply.url="]) == 0
    assert "apply" not in text_of(project, NETWORK)


def test_an_entry_that_ended_gets_the_day(project):
    assert run(project, "old-network", ended=True) == 0
    assert "\nclosed: 2026-11-22\n---" in text_of(project, NETWORK)
    assert entry(project, "old-network").closed_on == TODAY


def test_somebody_who_looked_at_the_live_page_can_say_so(project):
    assert run(project, "marble-advisers", settings=["checked.how=live-page"]) == 0
    assert "  on: 2026-11-22\n  how: live-page\nscope" in text_of(project)


def test_a_mistake_in_one_of_them_writes_none(project, capsys):
    before = (text_of(project), text_of(project, NETWORK))
    wrong = ["deadline=31 March 2027", "who_for=patients", "sources="]
    assert run(project, "marble-advisers", "old-network", settings=wrong) == 1
    assert (text_of(project), text_of(project, NETWORK)) == before
    told = capsys.readouterr().out
    assert told.startswith("Nothing was written.")
    assert "fix: write deadline: 2027-03-31\n" in told
    assert "fix: write who_for: [patients]\n" in told
    assert "missing-field" in told
    assert '--set "who_for=[patients, carers]"' in told


def test_a_list_that_cannot_be_read_is_judged_as_the_words_that_it_is(project, capsys):
    assert run(project, "marble-advisers", settings=["who_for=[patients, carers"]) == 1
    assert "who_for must be a list" in capsys.readouterr().out


def test_what_a_maintainer_has_to_look_at_is_written_and_told(project, capsys):
    assert (
        run(project, "marble-advisers", settings=["apply.url=https://www.unheard.example/a"]) == 0
    )
    assert "unknown-host" in capsys.readouterr().out
    assert "unheard.example" in text_of(project)


def test_what_a_file_says_already_is_told(project, capsys):
    assert run(project, "marble-advisers") == 0
    assert run(project, "marble-advisers") == 0
    assert f"{MARBLES} says this already.\n" in capsys.readouterr().out


def test_a_day_too_long_ago_is_written_and_said_not_to_count(project, capsys):
    assert run(project, "marble-advisers", on="2026-05-01") == 0
    assert "so it does not count any more" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["marble-adviser", "--on", "2026-11-22"],
            "there is no entry 'marble-adviser'. Did you mean 'marble-advisers'? Its name is that "
            "of its file in content/opportunities/.",
        ),
        (
            ["marble-advisers", "--on", "2026-11-23"],
            "--on: 23 November 2026 has not come yet. Give the day on which they told you.",
        ),
        (
            ["marble-advisers", "--on", "soon"],
            "--on: 'soon' is not a date. Write it like 2026-11-30.",
        ),
        (
            ["marble-advisers", "--on", "2026-11-22", "--set", "place"],
            "--set: 'place' has no value. Write place=…",
        ),
        (
            ["marble-advisers", "--on", "2026-11-22", "--set", "apply.mail=x"],
            "--set: there is no fact called 'apply.mail'. Did you mean 'apply.email'? Facts are: "
            "title, organiser",
        ),
        (
            ["marble-advisers", "--on", "2026-11-22", "--set", "sessions.place=x"],
            "--set: sessions is a list. Give all of it: sessions=[…]",
        ),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_sentence(project, capsys, words, said):
    before = text_of(project)
    options = ["--root", str(project), "--today", TODAY.isoformat(), "confirmed", *words]
    assert main(options) == 2
    assert capsys.readouterr().err.startswith(f"This could not run: {said}")
    assert text_of(project) == before


def test_a_file_without_facts_is_refused(project):
    (project / MARBLES).write_text("Words alone.\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"cannot be read\. python3 tasks.py check says why"):
        run(project, "marble-advisers")
