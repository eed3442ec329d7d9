"""Somebody adds an entry by answering questions, with mistakes on the way."""

import builtins
import subprocess
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from catalogue.loader import load
from catalogue.model.opportunity import Opportunity
from catalogue.schema.facts import facts_of
from catalogue.schema.tables import ALLIANCE
from contributing import subcommands
from contributing.entry_file.choices import Chosen, choices_for, chosen_from
from contributing.entry_file.entry_types import ALLIANCE_TYPE, opportunity_type
from contributing.entry_file.fact_questions import IN_TERMINAL, asked_in
from contributing.new_entry.dialogue import Dialogue, Stopped
from tests.contributing.conftest import ROOT, TODAY

OPPORTUNITY = facts_of(Opportunity)
ENTRY_TYPES = {"opportunity": opportunity_type(OPPORTUNITY), "alliance": ALLIANCE_TYPE}
(WHO_FOR,) = (fact for fact in OPPORTUNITY if fact.name == "who_for")

AREA = "Which area is it for?"
LAST = "Press Enter to write it"


class Person:
    """Answers a question by its words; Enter for every other; may change an answer later."""

    def __init__(self, answers):
        self.answers = {words: list(said) for words, said in answers.items()}
        self.heard = []
        self.asked = []

    def say(self, text):
        self.heard.append(text)

    def ask(self, prompt):
        question = self.question()
        self.asked.append(question)
        assert len(self.asked) < 120, self.heard[-5:]
        for words, answers in self.answers.items():
            if words in question and answers:
                return answers.pop(0)
        return ""

    def question(self):
        """The words that were said since the last question that stands by itself."""
        questions = [text for text in self.heard if text.startswith("\n") or LAST in text]
        return questions[-1].strip().split("\n")[0] if questions else ""

    @property
    def all_heard(self):
        return "\n".join(self.heard)


GOOD = {
    "What is it called?": ["Leaflet testers: the second round"],
    "Who runs it?": ["Wessex Cancer Alliance"],
    AREA: ["Wessex"],
    "What kind of thing": ["Readers' panel"],
    "What does a person do?": ["You read draft leaflets and say what is not clear."],
    "Who can take part?": ["1, carers (unpaid)"],
    "Which public web pages": ["https://www.invented.example/testers"],
    "How did you check?": ["1"],
}


def talk(existing, answers, entry_type="opportunity"):
    person = Person(answers)
    dialogue = Dialogue(
        entry_type=ENTRY_TYPES[entry_type], existing=existing, ask=person.ask, say=person.say
    )
    return person, dialogue


def test_an_entry_comes_out_that_passes_the_check(existing):
    person, dialogue = talk(existing, GOOD)
    finished = dialogue.run()
    slug, values = finished.slug, finished.values
    assert slug == "wessex-leaflet-testers-the-second-round"
    assert values == {
        "title": "Leaflet testers: the second round",
        "organiser": "Wessex Cancer Alliance",
        "alliances": ["wessex"],
        "kind": "readers_panel",
        "summary": "You read draft leaflets and say what is not clear.",
        "who_for": ["patients", "carers"],
        "sources": ["https://www.invented.example/testers"],
        "checked": {"on": "2026-11-22", "how": "live-page"},
    }
    assert ENTRY_TYPES["opportunity"].problems_of(values, slug, existing) == []
    assert "This does not work yet" not in person.all_heard
    assert 'title: "Leaflet testers: the second round"' in person.all_heard


def test_mistakes_are_told_without_the_names_of_a_file(existing):
    mistakes = {
        "What is it called?": ["TBC", *GOOD["What is it called?"]],
        "On which day": ["31/3/26", "22 November 2026"],
    }
    person, dialogue = talk(existing, GOOD | mistakes)
    dialogue.run()
    for words in (
        "'TBC' says nothing.\n  What to do: look it up or ask the organiser, as this is needed",
        "'31/3/26' is not a date we can read.\n  What to do: if this is what is meant, "
        "write 2026-03-31",
    ):
        assert f"This does not work yet: {words}" in person.all_heard


def test_mistakes_are_told_at_once_and_mended_by_answering_again(existing):
    mistakes = {
        "What is it called?": ["x", *GOOD["What is it called?"]],
        AREA: ["Westeros", "Pebble Aliance of Wessex", "1, 21", "Pebble Alliance of Wessex"],
        "What kind of thing": ["1, 2", "banquet", "15"],
        "Which public web pages": [
            "http://invented.example/testers",
            *GOOD["Which public web pages"],
        ],
        "On which day": ["31/3/27", "1 January 2027", "22 November 2026"],
        "Do you know more: dates": ["perhaps", "y"],
        "When does it open?": ["1/3/2027"],
        "When does it close?": ["1/2/2027", "Monday 31 May 2027"],
    }
    person, dialogue = talk(existing, GOOD | mistakes)
    finished = dialogue.run()
    slug, values = finished.slug, finished.values
    assert ENTRY_TYPES["opportunity"].problems_of(values, slug, existing) == []
    assert values["opens"] == "2027-03-01"
    assert values["deadline"] == "2027-05-31"
    heard = person.all_heard
    assert heard.count("This does not work yet") == 5
    for words in (
        "'Westeros' is not in the list. Give its number.",
        "'Pebble Aliance of Wessex' is not in the list. Did you mean 17 (Wessex)? Give its number.",
        "Give alliances, or Anywhere in England alone.",
        "Give 1 number.",
        "31/3/27",
        "We write that as 2027-05-31.",
        "Type y for yes",
    ):
        assert words in heard


def test_whatever_is_known_can_be_said(existing):
    more = {
        "Do you know": ["y"] * len(IN_TERMINAL),
        "Which web page does": ["https://www.invented.example/testers/join"],
        "Which e-mail": ["involvement@invented.example"],
        "What does a person do to start": ["Fill in a short form."],
        "When does it close?": ["ongoing"],
        "When does a meeting start?": ["2027-03-01 14:00", "2027-04-01 14:00"],
        "When does it end?": ["2027-03-01 16:00"],
        "How does a person take part?": ["online, by phone"],
        "How much time does it take?": ["1"],
        "Is a person paid?": ["2"],
        "Which costs": ["1, 2"],
        "Are there rules": ["You are 16 or over."],
        "How wide": ["local"],
    }
    _, dialogue = talk(existing, GOOD | more)
    finished = dialogue.run()
    slug, values = finished.slug, finished.values
    assert ENTRY_TYPES["opportunity"].problems_of(values, slug, existing) == []
    assert values["apply"] == {
        "url": "https://www.invented.example/testers/join",
        "email": "involvement@invented.example",
        "how": "Fill in a short form.",
    }
    assert values["sessions"] == [
        {"starts": "2027-03-01 14:00", "ends": "2027-03-01 16:00"},
        {"starts": "2027-04-01 14:00"},
    ]
    assert values["format"] == ["online", "phone"]
    assert values["expenses"] == ["travel", "care"]


def test_a_rule_between_facts_is_put_right_before_the_end(existing):
    values = {
        "Do you know more: dates": ["y"],
        "Do you know more: money": ["y"],
        "When does it open?": [""],
        "Is a person paid?": ["unpaid", "expenses_only"],
        "Which costs": ["travel", ""],
    }
    person, dialogue = talk(existing, GOOD | values)
    finished = dialogue.run()
    slug, values = finished.slug, finished.values
    assert ENTRY_TYPES["opportunity"].problems_of(values, slug, existing) == []
    assert "this says that a person is not paid, but costs are paid back" in person.all_heard


def test_a_near_duplicate_is_shown(existing):
    twin = {
        "What is it called?": ["A patient and carer panel for West Yorkshire"],
        "Who runs it?": ["West Yorkshire and Harrogate Cancer Alliance"],
        AREA: ["West Yorkshire and Harrogate"],
    }
    other = next(one for one in existing.catalogue.opportunities if one.slug == "shore-panel")
    twin["What is it called?"] = [other.title + "s"]
    person, dialogue = talk(existing, GOOD | twin)
    with pytest.raises(Stopped):
        dialogue.run()
    assert f"{other.title} (content/opportunities/shore-panel.md)" in person.all_heard
    person, dialogue = talk(existing, GOOD | twin | {"Is yours another one?": ["y"]})
    assert dialogue.run().values["title"] == other.title + "s"


def test_a_line_can_be_changed_before_it_is_written(existing):
    change = {
        LAST: ["titel", "title", ""],
        "What is it called?": ["Leaflet testers", "Letter testers"],
        "Name of the file?": ["Bad Name", "shore-panel", "letter-testers.md"],
    }
    person, dialogue = talk(existing, GOOD | change)
    finished = dialogue.run()
    slug, values = finished.slug, finished.values
    assert (slug, values["title"]) == ("letter-testers", "Letter testers")
    assert "did you mean 'title'?" in person.all_heard
    assert person.all_heard.count("Use a name that is not there yet") == 2


def test_help_is_given_and_a_required_answer_is_asked_for(existing):
    person, dialogue = talk(existing, GOOD | {"Who runs it?": ["?", "", "Wessex Cancer Alliance"]})
    dialogue.run()
    assert "who runs it, in words. For example: Kent and Medway Cancer Alliance" in person.all_heard
    assert "We need this one." in person.all_heard


@pytest.mark.parametrize(
    "question", ["What is it called?", "Do you know", "Name of the file?", LAST]
)
def test_stop_ends_it_anywhere(existing, question):
    _, dialogue = talk(existing, GOOD | {question: ["stop"]})
    with pytest.raises(Stopped):
        dialogue.run()


ALLIANCE_ANSWERS = {
    "Its full name": ["Middle Earth Cancer Alliance"],
    "The name ONS uses": ["Middle Earth"],
    "Its ONS code": ["E5600", "E56000099"],
    "Its name in ONS lists": [""],
    "Its name": ["North East and Yorkshire", "", "NHS Middle Earth ICB", ""],
    "The trust's name": ["Middle Earth NHS Trust"],
    "Its ODS code": ["", "", "RZZ"],
    "How its alliance is known": ["its own page"],
    "The area in plain words": ["The middle."],
    "Its councils": ["Middle", ""],
    "Residents in Census 2021": ["1000"],
    "Its website": ["https://www.invented.example/"],
    "The picture": ["leaf"],
    "Three colours": ["1, 2", "1, 2, 4"],
    "How did you check?": ["1"],
    "Where it is, in one plain sentence": ["It covers the middle."],
}


def test_an_alliance_can_be_added(project, monkeypatch, capsys):
    person = Person(ALLIANCE_ANSWERS)
    monkeypatch.setattr(builtins, "input", person.ask)
    monkeypatch.setattr(subcommands, "_say", person.say)
    assert subcommands.new(project, TODAY, Namespace(what="alliance")) == 0, person.all_heard
    assert (project / "data/alliances/middle-earth.yaml").is_file()
    assert (project / "content/alliances/middle-earth.md").read_text(encoding="utf-8") == (
        "---\ntitle: Middle Earth Cancer Alliance\nsummary: It covers the middle.\n---\n"
    )
    found = load(project, TODAY).problems
    assert [one for one in found if "middle-earth" in one.path] == []


def test_the_file_is_written_and_checked(project, monkeypatch, capsys):
    person = Person(GOOD)
    monkeypatch.setattr(builtins, "input", person.ask)
    monkeypatch.setattr(subcommands, "_say", person.say)
    before = load(project, TODAY)
    assert subcommands.new(project, TODAY, Namespace(what="opportunity")) == 0
    after = load(project, TODAY)
    assert after.checked == before.checked + 1
    assert after.problems == before.problems
    written = project / "content/opportunities/wessex-leaflet-testers-the-second-round.md"
    assert b"\r" not in written.read_bytes()
    assert "Written: content/opportunities/" in person.all_heard


def test_a_file_that_is_there_already_is_not_written_over(project, monkeypatch):
    person = Person(ALLIANCE_ANSWERS)
    monkeypatch.setattr(builtins, "input", person.ask)
    monkeypatch.setattr(subcommands, "_say", person.say)
    page = project / "content/alliances/middle-earth.md"
    page.write_text("An older page.", encoding="utf-8")
    with pytest.raises(FileExistsError, match=r"content/alliances/middle-earth\.md already"):
        subcommands.new(project, TODAY, Namespace(what="alliance"))
    assert page.read_text(encoding="utf-8") == "An older page."
    assert not (project / "data/alliances/middle-earth.yaml").exists()


@pytest.mark.parametrize(("ending", "status"), [(EOFError, 2), ("stop", 1)])
def test_nothing_is_written_when_the_answers_end(project, monkeypatch, capsys, ending, status):
    answers = iter(["Leaflet testers", "Wessex Cancer Alliance", ending])

    def answer(_prompt):
        said = next(answers)
        if said is EOFError:
            raise EOFError
        return said

    monkeypatch.setattr(builtins, "input", answer)
    before = sorted(project.rglob("*"))
    assert subcommands.new(project, TODAY, Namespace(what="opportunity")) == status
    assert sorted(project.rglob("*")) == before
    assert "Nothing was written." in capsys.readouterr().out


def test_every_fact_is_asked_for_once():
    first = ENTRY_TYPES["opportunity"].asked_first
    optional = [fact for fact in OPPORTUNITY if not fact.required]
    later = [fact for section in IN_TERMINAL for fact in asked_in(section.parts, optional)]
    asked = [fact.name for fact in (*first, *later)]
    assert sorted(asked) == sorted(fact.name for fact in OPPORTUNITY)


def test_every_example_of_the_table_is_accepted(existing):
    entry_type = ENTRY_TYPES["opportunity"]
    examples = {fact.name: fact.example for fact in entry_type.facts if fact.required}
    assert all(examples.values())
    assert entry_type.problems_with("title", {"title": examples["title"]}, existing) == []


@pytest.mark.parametrize("text", ["1, 3", "1 3", "1;3", "1 and 3", "patients, family_friends"])
def test_several_can_be_chosen_in_many_ways(existing, text):
    choices = choices_for("who_for", WHO_FOR, existing.catalogue)
    assert chosen_from(text, choices) == Chosen(codes=("patients", "family_friends"), unknown=())


def test_a_label_that_holds_a_comma_is_one_choice(existing):
    choices = choices_for("who_for", WHO_FOR, existing.catalogue)
    assert chosen_from("People with cancer, or who have had it", choices).codes == ("patients",)


def test_pictures_and_colours_can_be_chosen(existing):
    patch = next(field for field in ALLIANCE if field.name == "patch").type.facts
    motifs, colours = (choices_for(f"patch.{one.name}", one, existing.catalogue) for one in patch)
    assert chosen_from("Two people", motifs).codes == ("two-people",)
    assert chosen_from("gold, Pine and sage", colours).codes == ("pine", "gold", "sage")


def test_the_command_works_through_a_pipe(project, tmp_path):
    answers = "\n".join(
        [
            "Leaflet testers",
            "Wessex Cancer Alliance",
            "17",
            "15",
            "You read draft leaflets and say what is not clear.",
            "1,2",
            "https://www.invented.example/testers",
            "",
            "",
            "1",
            *[""] * (3 + len(IN_TERMINAL) + 2),
        ]
    )
    options = ["--today", "2026-11-22", "new", "opportunity"]
    run = subprocess.run(
        [sys.executable, "-m", "contributing", "--root", str(project), *options],
        input=answers + "\n",
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONPATH": str(ROOT / "plugins"), "PYTHONUTF8": "1"},
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert Path(project / "content/opportunities/wessex-leaflet-testers.md").is_file()
    assert run.stderr == ""
