"""A machine mends what is untidy and what the check spells out; it never touches a word."""

from argparse import Namespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.loader import load
from catalogue.model.opportunity import Opportunity
from catalogue.parsing.front_matter import read_document
from catalogue.rules.tidiness import tidiness
from catalogue.schema.facts import facts_of
from contributing import subcommands
from contributing.entry_file.entry_types import opportunity_type
from contributing.mending import mended
from tests.nowhere import PATH, TODAY

OPPORTUNITY_TYPE = opportunity_type(facts_of(Opportunity))
SPACES = "  "
ENTRY = f"""---
title: Patient panel
organiser: Wessex Cancer Alliance
alliances: [wessex]
kind: survey
summary: You answer a few questions.
who_for: [patients]
opens: 2027-03-01
deadline: 2027-03-31
sources:
  - https://wessexcanceralliance.nhs.uk/panel
checked:
  on: 2026-11-22
  how: live-page
---

## More

A line with two spaces at its end{SPACES}
stays.
"""


@pytest.fixture(scope="module")
def fix(existing):
    """Mends the text, or the bytes, of an entry."""

    def mend(text):
        data = text if isinstance(text, bytes) else text.encode()
        return mended(data, "patient-panel", OPPORTUNITY_TYPE, existing).decode()

    return mend


def test_a_good_file_stays_as_it_is(fix):
    assert fix(ENTRY) == ENTRY


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("deadline: 2027-03-31", "deadline: 31 March 2027"),
        ("deadline: 2027-03-31", "deadline: Wednesday 31st March 2027"),
        ("deadline: 2027-03-31", "deadline: 31/3/2027"),
        ("deadline: 2027-03-31", "deadline: '31.03.2027'"),
        ("opens: 2027-03-01", "opens: 2027-3-1"),
        ("  on: 2026-11-22", "  on: 22 November 2026"),
        ("  on: 2026-11-22", "\ton: 2026-11-22"),
        ("kind: survey", "\tkind: survey"),
        ("kind: survey", "  kind: survey"),
        ("title: Patient panel", "title: Patient panel   "),
        ("title: Patient panel", "title: “Patient panel”"),
        ("title: Patient panel", "title: ‘Patient panel’"),
        ("title: Patient panel", "title = Patient panel"),
        ("title: Patient panel", "title:Patient panel"),
        ("---\n\n## More", "---  \n\n## More"),
        ("---\ntitle", "--- \ntitle"),
        ("who_for: [patients]", "who_for: patients"),
        ("who_for: [patients]", "who_for: [ patients ]"),
        ("who_for: [patients]", "who_for:\n- patients"),
        ("sources:\n  - https", "sources:\n- https"),
        ("sources:\n  - https", "sources:\n    -  https"),
        ("sources:\n  - https://wessexcanceralliance.nhs.uk/panel",
         "sources: https://wessexcanceralliance.nhs.uk/panel"),
        ("sources:\n  - https://wessexcanceralliance.nhs.uk/panel",
         "sources: [https://wessexcanceralliance.nhs.uk/panel]"),
        ("checked:\n  on: 2026-11-22\n  how: live-page\n",
         "checked:\n  on: 2026-11-22\n  how: live-page\n# done\n".replace("# done\n", "")),
        ("kind: survey\nsummary: You answer a few questions.",
         "summary: You answer a few questions.\nkind: survey"),
    ],
)  # fmt: skip
def test_what_needs_no_guess_is_mended(fix, right, wrong):
    assert right in ENTRY
    assert fix(ENTRY.replace(right, wrong)) == ENTRY


@pytest.mark.parametrize(
    "left",
    [
        "deadline: 31/3/27",
        "deadline: spring 2027",
        "deadline: Monday 31 March 2027",
        "deadline: 30 February 2027",
        "deadline: 1 March 2027 to 31 March 2027",
        "title: “Hello” and “bye”",
        "title: “Hello",
        "title: Patient pannel",
        "summery: You answer.",
        "term: 31/3/2027",
        "kind: Survey",
    ],
)
def test_what_would_be_a_guess_is_left_to_the_check(fix, left):
    name = left.partition(":")[0]
    lines = [left if line.startswith(f"{name}:") else line for line in ENTRY.split("\n")]
    if left not in lines:
        lines.insert(2, left)
    text = "\n".join(lines)
    assert left in fix(text)


def test_marks_inside_the_words_are_kept(fix):
    text = ENTRY.replace("title: Patient panel", 'title: “Patient panel: it’s "ours"”')
    assert 'title: "Patient panel: it’s \\"ours\\""' in fix(text)


def test_the_bytes_of_notepad_are_mended(fix):
    assert fix(b"\xef\xbb\xbf" + ENTRY.replace("\n", "\r\n").encode()) == ENTRY
    assert fix(ENTRY.encode("utf-16")) == ENTRY
    assert fix(ENTRY.rstrip("\n")) == ENTRY
    assert fix(ENTRY + "\n\n\n") == ENTRY


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"\xff\xfe\x00", b"caf\xe9: x\n", b"x" * 200_000, b"no front matter\n"]
)
def test_what_cannot_be_read_is_left(existing, data):
    assert mended(data, "patient-panel", OPPORTUNITY_TYPE, existing) == data


def test_words_in_a_block_are_left(fix):
    block = "eligibility: >\n  deadline: 31/3/2027   \n  “quoted”\n"
    assert block in fix(ENTRY.replace("opens:", f"{block}opens:"))
    lines = block.replace(">", "|")
    joined = 'eligibility: "deadline: 31/3/2027 “quoted”"\n'
    assert joined in fix(ENTRY.replace("opens:", f"{lines}opens:"))


def test_a_date_inside_quoted_words_over_two_lines_is_left(fix):
    words = 'summary: "You answer\n  deadline: 31/3/2027\n  and so on."\n'
    text = ENTRY.replace("summary: You answer a few questions.\n", words)
    assert words in fix(text)


def test_comments_below_the_facts_keep_no_fact_from_its_place(fix):
    text = ENTRY.replace("kind: survey\n", "").replace("sources:", "kind: survey\nsources:")
    text = text.replace("  how: live-page\n", "  how: live-page\n# the end\n")
    assert fix(text) == ENTRY.replace("  how: live-page\n", "  how: live-page\n# the end\n")


def test_a_list_with_a_comment_is_left(fix):
    commented = "who_for: # all of them\n  - patients\n"
    assert commented in fix(ENTRY.replace("who_for: [patients]\n", commented))


def test_comments_stay_above_their_line(fix):
    text = ENTRY.replace("kind: survey\n", "").replace("who_for:", "# why\nkind: survey\nwho_for:")
    assert "[wessex]\n# why\nkind: survey\nsummary:" in fix(text)


def test_one_line_that_cannot_be_mended_keeps_no_other_from_it(fix):
    wrong = ENTRY.replace("deadline: 2027-03-31", "deadline: 31 March 2027")
    wrong = wrong.replace("kind: survey", "\tkind: survey").replace("  on:", "\tbad\n  on:")
    assert fix(wrong) == ENTRY.replace("  on:", "\tbad\n  on:")


@pytest.mark.parametrize("left", ["  on: 2026-11-22\nkind: survey", "checked: today\n  on: x"])
def test_a_part_of_a_group_is_not_moved(fix, left):
    text = f"---\ntitle: Panel\n{left}\n---\n"
    assert fix(text) == text


def test_the_order_stays_while_something_cannot_be_read(fix):
    text = ENTRY.replace("kind: survey\n", "").replace("who_for:", "kind: survey\n@bad\nwho_for:")
    assert fix(text) == text


PIECES = st.lists(
    st.sampled_from(
        [
            "title: Patient panel",
            "title: “Patient panel”  ",
            "deadline: 31/3/2027",
            "deadline: “31/3/2027”",
            "closed: '1 May 2026'",
            "checked:",
            "\ton: 1 May 2026",
            "  how: live-page ",
            "sources:",
            "  - https://a.nhs.uk/\t",
            "- “x”",
            "# note",
            "",
            "summary: >",
            "   folded ",
            "oops",
            '"open',
        ]
    ),
    max_size=9,
)


def test_lines_that_cannot_be_read_are_never_put_into_one(fix):
    text = "---\nsummary: >\n\ton: 1 May 2026\n\ton: 1 May 2026\n- “x”\n---\n"
    assert "\ufffc" not in fix(text)
    assert fix(text).count("on: 1 May 2026") == 2


def letters(text):
    """The letters of a text that no mending may change: those of no date, no mark and no block."""
    return sorted(text.replace("March", "").replace("May", "").translate(DROP))


DROP = {ord(mark): None for mark in "“”‘’'\"\\ \t\n->/0123456789"}


@settings(max_examples=150, deadline=None)
@given(PIECES, st.sampled_from(["\n", "\r\n"]))
def test_mending_again_changes_nothing_and_no_letter_is_lost(fix, lines, end):
    text = end.join(["---", *lines, "---", "Words  ", "below"])
    once = fix(text)
    assert fix(once) == once
    assert letters(once) == letters(text.replace("\r", ""))
    assert once.endswith("---\nWords  \nbelow\n")


def untidiness(text):
    document = read_document(text.encode(), "", front_matter=True)
    return [one.code for one in tidiness(document, facts_of(Opportunity))]


def test_what_is_mended_is_tidy(fix):
    """What the check calls untidy and what is mended are the same."""
    untidy = ENTRY.replace("\n", " \r\n").replace("[patients]", "[ patients ]")
    untidy = "\ufeff" + untidy.replace("kind: survey \r\n", "").replace("## More", "## More\r\n")
    assert untidiness(untidy) == [
        "byte-order-mark",
        "line-ends",
        "spaces-at-line-end",
        "list-style",
    ]
    assert untidiness(fix(untidy)) == []


# The command, on one entry in which nothing is to mend


@pytest.fixture
def entry(nowhere):
    return nowhere.root / PATH


def test_the_command_shows_what_it_changed_and_then_checks(nowhere, entry, capsys):
    good = entry.read_bytes()
    text = good.decode().replace("on: 2026-11-01", "on: 1/11/2026")
    entry.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert subcommands.fix(nowhere.root, TODAY, Namespace(format="text")) == 0
    said = capsys.readouterr().out
    assert "-  on: 1/11/2026\n+  on: 2026-11-01\n" in said
    assert "pebble-panel.md: the mark at the very start (BOM) is taken away" in said
    assert "1 file mended. Lines with - are as they were" in said
    assert "@@" not in said
    assert entry.read_bytes() == good
    assert subcommands.fix(nowhere.root, TODAY, Namespace(format="text")) == 0
    assert "There is nothing that a machine can mend." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("path", "wrong", "right"),
    [
        (
            "data/known.yaml",
            "hosts:\n  - invented.example\n"
            "accepted:\n  - slug: a\n    code: b\n    reason: So: good\n",
            '    reason: "So: good"\n',
        ),
        (
            "data/words.yaml",
            "words:\n  - term: Pebble\n    meaning:A stone.\n",
            "    meaning: A stone.\n",
        ),
        (
            "content/pages/pebbles.md",
            "Title: Pebbles\nSummary: On pebbles.\nSlug: pebbles\nSave_as: pebbles/index.html\n"
            "Url: pebbles/\nTemplate: page\n\n##Grey ones\n\nMany.\n",
            "\n## Grey ones\n",
        ),
    ],
)
def test_other_files_get_the_lines_that_are_spelled_out(nowhere, path, wrong, right):
    nowhere.write(path, wrong)
    subcommands.fix(nowhere.root, TODAY, Namespace(format="text"))
    assert right in (nowhere.root / path).read_text(encoding="utf-8")
    before = (nowhere.root / path).read_bytes()
    subcommands.fix(nowhere.root, TODAY, Namespace(format="text"))
    assert (nowhere.root / path).read_bytes() == before


def test_a_tab_shows_in_what_was_mended(nowhere, entry, capsys):
    entry.write_text(entry.read_text(encoding="utf-8").replace("\nkind:", "\n\tkind:"))
    assert subcommands.fix(nowhere.root, TODAY, Namespace(format="text")) == 0
    said = capsys.readouterr().out
    assert said.startswith("content/opportunities/pebble-panel.md:\n…\n ")
    assert "\n-(Tab)kind: panel_or_forum\n+kind: panel_or_forum\n" in said


def test_the_command_reports_what_it_left(nowhere, entry, capsys):
    entry.write_text(entry.read_text(encoding="utf-8").replace("on: 2026-11-01", "on: 1/11/26"))
    assert subcommands.fix(nowhere.root, TODAY, Namespace(format="text")) == 1
    assert "'1/11/26'" in capsys.readouterr().out
    assert load(nowhere.root, TODAY).problems[0].path == "content/opportunities/pebble-panel.md"
