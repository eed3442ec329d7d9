"""What people send in a form becomes one checked file, or plain words on what is wrong."""

import json
import random
import string
from argparse import Namespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.loader import load, opportunity_in
from catalogue.parsing.front_matter import read_document
from contributing import subcommands
from contributing.entry_file.writer import value_of
from contributing.issue_forms.answers import MOST_CHARACTERS, answers_from, form_of
from contributing.issue_forms.event import issue_event
from contributing.issue_forms.forms import forms_for
from contributing.issue_forms.intake import proposal_for
from contributing.issue_forms.reply import reply_to
from tests.contributing.conftest import TODAY

AGREED = """- [X] It stands on a public page, and holds no details of a person.
- [x] You may use my words. They may be copied under the licence CC BY 4.0."""

ANSWERS = {
    "What is it called?": "Leaflet testers",
    "Who runs it?": "Wessex Cancer Alliance",
    "Which area is it for?": "Wessex",
    "What kind of thing is it?": "Readers' panel",
    "What does a person do?": "You read draft leaflets\nand say what is not clear.",
    "Who can take part?": "- [X] People with cancer, or who have had it\n- [ ] Family and friends",
    "Which public web pages say so?": "https://www.invented.example/testers",
    "Which web page does a person start from?": "_No response_",
    "When does it close?": "31 March 2027",
    "How do you know?": "I run it, or work for the organiser",
    "Before you send": AGREED,
}


def body(answers):
    """The text that GitHub makes of a filled form."""
    return "\n\n".join(f"### {label}\n\n{text}" for label, text in answers.items())


def new(existing, **changes):
    """What becomes of the form above with some answers changed, by the start of the question."""
    answers = dict(ANSWERS)
    for start, text in changes.items():
        label = next(
            label for label in ANSWERS if label.casefold().startswith(start.replace("_", " "))
        )
        answers[label] = text
    return proposal_for(body(answers), existing)


def codes(proposal):
    return [one.problem.code for one in proposal.findings]


def words(proposal):
    return "\n".join(f"{one.label} {one.problem.message}" for one in proposal.findings)


def facts(text):
    return value_of(read_document(text.encode(), "", front_matter=True).root)


def test_a_good_form_becomes_a_file_that_passes_the_check(existing):
    proposal = new(existing)
    assert proposal.findings == ()
    assert proposal.is_ready
    assert proposal.path == "content/opportunities/wessex-leaflet-testers.md"
    assert facts(proposal.text) == {
        "title": "Leaflet testers",
        "organiser": "Wessex Cancer Alliance",
        "alliances": ["wessex"],
        "kind": "readers_panel",
        "summary": "You read draft leaflets and say what is not clear.",
        "who_for": ["patients"],
        "deadline": "2027-03-31",
        "sources": ["https://www.invented.example/testers"],
        "checked": {"on": "2026-11-22", "how": "organiser"},
    }
    vocabularies = existing.catalogue.vocabularies
    entry, found = opportunity_in(
        proposal.text.encode(), "wessex-leaflet-testers", proposal.path, vocabularies, TODAY
    )
    assert entry is not None
    assert found == []


def test_line_ends_of_a_browser_make_no_difference(existing):
    with_cr = proposal_for(body(ANSWERS).replace("\n", "\r\n"), existing)
    assert with_cr == new(existing)


# Q1001
def test_an_empty_answer_is_asked_for(existing):
    proposal = new(existing, what_does="_No response_")
    assert codes(proposal) == ["no-answer"]
    assert "What does a person do? there is no answer yet" in words(proposal)
    assert not proposal.is_ready


def test_a_question_that_was_deleted_is_asked_again(existing):
    answers = {label: text for label, text in ANSWERS.items() if "know" not in label}
    del answers["Who can take part?"]
    proposal = proposal_for(body(answers), existing)
    assert {one.label for one in proposal.findings} == {"How do you know?", "Who can take part?"}


def test_boxes_without_a_tick_are_asked_for(existing):
    proposal = new(existing, who_can="- [ ] Carers (unpaid)", before="- [ ] It stands")
    assert codes(proposal) == ["no-answer", "no-answer"]
    assert {one.label for one in proposal.findings} == {"Who can take part?", "Before you send"}


# Q1005
def test_marks_of_yaml_and_of_shells_stay_what_was_written(existing):
    title = "Panel: \"free\" {now} # & *join* | > % @ `x` $(id) ${{ github.token }} 'y' \\n"
    proposal = new(existing, what_is=title)
    assert proposal.is_ready
    assert facts(proposal.text)["title"] == title


# Q1006
def test_an_answer_adds_no_line_to_the_file(existing):
    proposal = new(existing, what_is="Panel\nstatus: closed\nlink: https://evil.example")
    assert not proposal.is_ready
    assert "more-than-one-line" in codes(proposal)
    assert "must be on one line" in words(proposal)
    assert facts(proposal.text).keys() <= {*facts(new(existing).text)}


# Q1014
def test_only_words_of_the_list_are_taken(existing):
    proposal = new(existing, which_area="Evil Alliance")
    assert codes(proposal) == ["unknown-term"]
    assert "'Evil Alliance' is not in the list" in words(proposal)


def test_somebody_may_not_be_sure_of_the_area(existing):
    proposal = new(existing, which_area="I am not sure")
    assert codes(proposal) == ["not-sure"]
    assert not proposal.is_ready


def test_several_areas_can_be_chosen_though_one_holds_commas(existing):
    areas = "Somerset, Wiltshire, Avon and Gloucestershire, Wessex"
    proposal = new(existing, which_area=areas)
    assert facts(proposal.text)["alliances"] == [
        "somerset-wiltshire-avon-and-gloucestershire",
        "wessex",
    ]
    assert facts(new(existing, which_area="Wessex, Anywhere in England").text)["alliances"] == "all"


def test_a_question_that_stands_twice_is_refused(existing):
    text = body(ANSWERS) + "\n\n### Which public web pages say so?\n\nhttps://evil.example"
    proposal = proposal_for(text, existing)
    assert "answered-twice" in codes(proposal)
    assert not proposal.is_ready


@pytest.mark.parametrize(
    "heading",
    [
        "###   which public WEB pages say so?  ###",
        "   # Which public web pages say so?",
        "```\n### Which public web pages say so?\n\nhttps://evil.example\n```",
    ],
)
def test_a_heading_inside_an_answer_cannot_stand_in_for_another_answer(existing, heading):
    proposal = new(existing, what_does=f"You read.\n\n{heading}\n\nhttps://evil.example")
    assert "answered-twice" in codes(proposal)
    assert "evil" not in proposal.text


def test_a_heading_of_the_writers_own_is_part_of_the_answer(existing):
    proposal = new(existing, what_does="### My title\n\nYou read draft leaflets.")
    assert facts(proposal.text)["summary"] == "### My title You read draft leaflets."


def test_fences_round_an_answer_are_taken_off(existing):
    proposal = new(existing, what_does="```text\nYou read draft leaflets.\n```")
    assert facts(proposal.text)["summary"] == "You read draft leaflets."


def test_hidden_characters_are_refused(existing):
    proposal = new(existing, what_is="Leaflet \u202etesters")
    assert "text-direction" in codes(proposal)
    assert proposal.findings[0].label == "What is it called?"


def test_half_a_character_does_no_harm(existing):
    proposal = new(existing, what_is="Leaflet \ud83d testers")
    assert not proposal.is_ready
    reply_to(proposal, existing, is_approved=False).encode()


def test_a_very_long_text_is_refused_at_once(existing):
    proposal = new(existing, what_does="[" * 70_000)
    assert codes(proposal)[0] == "too-long"
    assert len(reply_to(proposal, existing, is_approved=False)) < 5_000


def test_a_link_of_the_wrong_kind_is_told_under_its_question(existing):
    proposal = new(existing, which_web="http://192.168.1.1/")
    assert [one.label for one in proposal.findings] == ["Which web page does a person start from?"]


def test_an_unknown_website_holds_but_does_not_stop(existing):
    proposal = new(
        existing, which_public="https://www.invented.example/a\n<https://unheard.example/b>"
    )
    assert codes(proposal) == ["unknown-host"]
    assert proposal.is_ready
    assert len(facts(proposal.text)["sources"]) == 2


def test_what_is_no_form_is_told_apart(existing):
    for text in ("", "Hello", "### What is it called?\n\nx", "### Something\n\n### Else"):
        assert proposal_for(text, existing) is None


def test_each_form_is_told_by_its_headings(existing):
    for form in forms_for(existing.catalogue).values():
        text = body({box.label: "x" for box in form.boxes})
        assert form_of(text, forms_for(existing.catalogue).values()) == form


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=30), max_size=12), st.randoms(use_true_random=False))
def test_no_text_makes_the_reader_fail(existing, pieces, chance):
    labels = list(ANSWERS)
    text = "\n".join(f"### {chance.choice(labels)}\n{piece}" for piece in pieces)
    proposal = proposal_for(text, existing)
    reply = reply_to(proposal, existing, is_approved=False)
    reply.encode()
    assert proposal is None or not proposal.is_ready


# Entries that are there already


def about(label_and_text, entry="marble-advisers"):
    how = "How do you know?" if label_and_text else "How do you know that it is right?"
    answers = {"Which way to take part?": entry, **label_and_text}
    answers |= {how: "I read the page on the web today", "Before you send": AGREED}
    return body(answers)


def marbles(existing):
    return (existing.root / "content/opportunities/marble-advisers.md").read_text(encoding="utf-8")


def test_still_right_moves_the_day_of_the_check_and_nothing_else(existing):
    proposal = proposal_for(about({}), existing)
    assert proposal.is_ready
    old, new = marbles(existing).split("\n"), proposal.text.split("\n")
    assert [line for line in new if line not in old] == ["  how: live-page"]
    assert len(old) == len(new)
    assert proposal.values == {"checked": {"on": "2026-11-22", "how": "live-page"}}


def test_a_closed_entry_gets_its_day(existing):
    text = about(
        {
            "What happened?": "It has closed",
            "When was it closed?": "1 May 2026",
            "What happened because of it?": "Not known yet.",
            "Which public web page says so?": "https://www.invented.example/closed",
        }
    )
    proposal = proposal_for(text, existing)
    now = facts(proposal.text)
    assert proposal.is_ready
    assert now["closed"] == "2026-05-01"
    assert now["outcome"] == "Not known yet."
    assert now["sources"][-1] == "https://www.invented.example/closed"
    order = list(now)
    assert order.index("checked") < order.index("outcome") < order.index("closed")


def test_a_page_that_has_gone_closes_nothing(existing):
    proposal = proposal_for(about({"What happened?": "Its page has gone"}), existing)
    now = facts(proposal.text)
    assert "closed" not in now
    assert now["to_confirm"].endswith("Its page had gone on 22 November 2026. "
                                      "Find the new page, or close the entry.")  # fmt: skip
    assert now["checked"] == facts(marbles(existing))["checked"]


@pytest.mark.parametrize(
    ("part", "right", "name", "value"),
    [
        ("Title", "A new name: better", "title", "A new name: better"),
        ("Closes", "1/12/2027", "deadline", "2027-12-01"),
        ("Closes", "Ongoing", "deadline", "ongoing"),
        ("Kind", "Survey", "kind", "survey"),
        (
            "Who it is for",
            "Carers (unpaid), family_friends",
            "who_for",
            ["carers", "family_friends"],
        ),
        ("Alliances", "Anywhere in England", "alliances", "all"),
        ("Alliances", "Wessex", "alliances", ["wessex"]),
    ],
)
def test_a_correction_changes_one_fact(existing, part, right, name, value):
    proposal = proposal_for(
        about({"Which part is wrong?": part, "What is right?": right}), existing
    )
    assert proposal.is_ready, words(proposal)
    before, now = facts(marbles(existing)), facts(proposal.text)
    assert now[name] == value
    assert {key for key in now if now[key] != before.get(key)} == {name}


@pytest.mark.parametrize(
    ("part", "right"),
    [
        ("Organiser", "Society of Marbles (reports to the invented board of stones)"),
        ("Who it is for", "carers, patients"),
        ("How much time", "not_stated"),
    ],
)
def test_what_an_entry_says_already_is_not_written_again(existing, part, right):
    proposal = proposal_for(
        about({"Which part is wrong?": part, "What is right?": right}), existing
    )
    assert codes(proposal) == ["already-so"]
    assert not proposal.is_ready


def test_a_correction_reaches_into_a_group(existing):
    text = about(
        {"Which part is wrong?": "How to start, in words", "What is right?": "Ring\nthem."}
    )
    now = facts(proposal_for(text, existing).text)
    before = facts(marbles(existing))
    assert now["apply"] == {**before.get("apply", {}), "how": "Ring them."}


def test_a_correction_outside_the_list_is_refused(existing):
    text = about({"Which part is wrong?": "Kind", "What is right?": "Banquet"})
    proposal = proposal_for(text, existing)
    assert codes(proposal) == ["unknown-term"]
    assert not proposal.is_ready


def test_a_correction_with_a_mistake_is_told_under_our_question(existing):
    text = about({"Which part is wrong?": "Closes", "What is right?": "some day"})
    proposal = proposal_for(text, existing)
    assert [one.label for one in proposal.findings] == ["When does it close?"]


def test_somebody_who_is_not_sure_is_read_by_a_person(existing):
    text = about({"Which part is wrong?": "I am not sure", "What is right?": "It moved."})
    proposal = proposal_for(text, existing)
    assert not proposal.is_ready
    assert "is not known yet" in words(proposal)


def test_an_entry_that_was_not_found_is_told(existing):
    proposal = proposal_for(about({}, entry="marble-adviser"), existing)
    assert codes(proposal) == ["unknown-entry"]
    assert "did you mean 'marble-advisers'?" in proposal.findings[0].problem.fix


def contact(what, value, alliance="Wessex"):
    return body(
        {
            "Which alliance?": alliance,
            "What is new?": what,
            "What is it now?": value,
            "Which public web page says so?": "https://www.invented.example/contact",
            "How do you know?": "I run it, or work for the organiser",
            "Before you send": AGREED,
        }
    )


def test_a_new_contact_goes_into_the_file_of_the_alliance(existing):
    proposal = proposal_for(
        contact("The team's e-mail address", "involvement@invented.example"), existing
    )
    assert proposal.is_ready, words(proposal)
    assert proposal.path == "data/alliances/wessex.yaml"
    now = value_of(read_document(proposal.text.encode(), "", front_matter=False).root)
    before = (existing.root / proposal.path).read_bytes()
    before = value_of(read_document(before, "", front_matter=False).root)
    assert now["contact"]["email"] == "involvement@invented.example"
    assert now["contact"]["sources"][-1] == "https://www.invented.example/contact"
    assert {key for key in now if now[key] != before[key]} == {"contact"}


def test_a_wrong_contact_is_refused(existing):
    proposal = proposal_for(contact("The website", "javascript:alert(1)"), existing)
    assert not proposal.is_ready
    assert proposal_for(contact("The website", "https://a.nhs.uk", "Mordor"), existing).path == ""


def test_an_accessibility_problem_is_for_a_person(existing):
    text = body({"Which page?": "Home", "What was hard?": "Reading it.", "What do you use?": "x"})
    proposal = proposal_for(text, existing)
    assert proposal.findings == ()
    assert not proposal.is_ready
    assert "A person reads this" in reply_to(proposal, existing, is_approved=False)


# The reply


def test_the_reply_shows_the_entry_in_words(existing):
    reply = reply_to(new(existing), existing, is_approved=False)
    assert "This is how the entry will look" in reply
    assert "| Alliances | ` Wessex ` |" in reply
    assert "| Checked how | ` The organiser told us ` |" in reply
    assert "| Closes | ` 31 March 2027 ` |" in reply
    assert "deadline: 2027-03-31" in reply


@pytest.mark.parametrize("title", ["2027-02-30", "20270101", "2027-W01-1"])
def test_the_reply_takes_no_title_for_a_day(existing, title):
    reply = reply_to(new(existing, what_is=title), existing, is_approved=False)
    assert f"| Title | ` {title} ` |" in reply


def test_the_reply_lets_no_mark_of_markdown_through(existing):
    title = "Hello @everyone ``` | #1 < >"
    reply = reply_to(new(existing, what_is=title), existing, is_approved=False)
    shown = title.replace("|", "\\|")
    assert f"| ```` {shown} ```` |" in reply
    assert f'````text\n---\ntitle: "{title}"' in reply


def test_the_reply_tells_what_is_needed_and_hides_what_was_refused(existing):
    reply = reply_to(
        new(existing, what_is="Panel\u202e", when_does="soon", which_public="ftp://evil.example/"),
        existing,
        is_approved=False,
    )
    assert "3 things are needed" in reply
    assert "**What is it called?**" in reply
    assert "2026-12-01" in reply
    assert "evil" not in reply.split("What we understood")[1]
    assert "<details>" not in reply


def test_the_reply_names_answers_as_the_form_does(existing):
    entry = new(existing, who_runs="TBC", when_does="31/3/27")
    reply = reply_to(entry, existing, is_approved=False)
    assert (
        "- **Who runs it?** 'TBC' says nothing. "
        "What to do: look it up or ask the organiser, as this is needed.\n"
    ) in reply
    assert (
        "- **When does it close?** '31/3/27' is not a date we can read. "
        "What to do: if this is what is meant, write 2027-03-31.\n"
    ) in reply


def test_the_reply_says_when_the_text_changed_after_approval(existing):
    assert "changed after it was approved" in reply_to(new(existing), existing, is_approved=True)
    assert "changed after" not in reply_to(new(existing), existing, is_approved=False)


@pytest.mark.parametrize(
    ("question", "detail"),
    [
        ("what_does", "Ring Bob on 07700 900 123 to tell him of your tests."),
        ("which_area", "bob.smith1961@example.com"),
        ("when_does", "07700 900 123"),
    ],
)
def test_the_reply_repeats_no_details_of_a_person(existing, question, detail):
    proposal = new(existing, **{question: detail})
    reply = reply_to(proposal, existing, is_approved=False)
    assert not proposal.is_ready
    for part in ("07700", "900 123", "bob.smith1961", "Bob"):
        assert part not in reply
    assert "please delete them from your text above" in reply


def test_a_contact_of_one_person_is_refused(existing):
    text = contact("The team's e-mail address", "bob.smith1961@gmail.com")
    proposal = proposal_for(text, existing)
    assert not proposal.is_ready
    assert "bob.smith1961" not in reply_to(proposal, existing, is_approved=False)


def test_what_is_no_form_is_answered(existing):
    assert "could not read this as one of our forms" in reply_to(None, existing, is_approved=False)


# The commands


def event(tmp_path, text, action="opened", labels=("new listing",)):
    path = tmp_path / "event.json"
    issue = {"number": 7, "body": text, "labels": [{"name": name} for name in labels]}
    path.write_text(json.dumps({"action": action, "issue": issue}), encoding="utf-8")
    return path


def options(tmp_path, *args, **kwargs):
    return Namespace(event=str(event(tmp_path, *args, **kwargs)), out=str(tmp_path / "out"))


def test_the_reply_is_written(project, tmp_path):
    assert subcommands.issue_report(project, TODAY, options(tmp_path, body(ANSWERS))) == 0
    assert "how the entry will look" in (tmp_path / "out").read_text(encoding="utf-8")


def test_an_issue_of_another_kind_gets_no_reply(project, tmp_path, capsys):
    assert (
        subcommands.issue_report(project, TODAY, options(tmp_path, "A bug", labels=("code",))) == 0
    )
    assert not (tmp_path / "out").exists()


def test_an_issue_with_the_label_of_a_form_that_is_none_is_answered(project, tmp_path):
    assert subcommands.issue_report(project, TODAY, options(tmp_path, "Hello")) == 0
    assert "could not read" in (tmp_path / "out").read_text(encoding="utf-8")


def test_an_issue_edited_after_approval_is_told(project, tmp_path):
    later = options(tmp_path, body(ANSWERS), action="edited", labels=("approved",))
    subcommands.issue_report(project, TODAY, later)
    assert "changed after it was approved" in (tmp_path / "out").read_text(encoding="utf-8")


def test_the_file_is_written_where_the_project_keeps_it(project, tmp_path):
    given = options(tmp_path, body(ANSWERS), action="labeled", labels=("approved",))
    assert subcommands.issue_to_file(project, TODAY, given) == 0
    written = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    relative = "content/opportunities/wessex-leaflet-testers.md"
    assert [path.relative_to(tmp_path / "out").as_posix() for path in written] == [relative]
    (project / relative).write_bytes(written[0].read_bytes())
    assert load(project, TODAY).problems == ()


@pytest.mark.parametrize("text", ["Hello", body(ANSWERS | {"What is it called?": "_No response_"})])
def test_no_file_is_written_while_something_is_wrong(project, tmp_path, text):
    assert subcommands.issue_to_file(project, TODAY, options(tmp_path, text)) == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"issue": 3}', '{"issue": {"number": "x"}}'])
def test_an_event_that_is_no_issue_is_refused(tmp_path, text):
    path = tmp_path / "event.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"event\.json does not tell of an issue"):
        issue_event(path)


def test_an_issue_without_a_text_is_read(tmp_path):
    path = tmp_path / "event.json"
    path.write_text('{"action": "opened", "issue": {"number": 3, "body": null}}', encoding="utf-8")
    assert issue_event(path).body == ""


def test_the_longest_text_that_is_read_is_read_quickly(existing):
    chance = random.Random(7)
    text = "".join(chance.choices(string.printable, k=MOST_CHARACTERS))
    form = forms_for(existing.catalogue)["new-listing"]
    assert answers_from(text, form).troubles
