"""Questions: what people are asked for each fact of a way to take part, in plain words.

The dialogue, the forms on GitHub, the replies and the report for reviewers all use these words.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Question(NamedTuple):
    """One fact: its short name, the question for it, and what helps to answer."""

    label: str
    words: str
    hint: str = ""


class Part(NamedTuple):
    """Facts that are asked for together, once somebody says that they know about them."""

    words: str
    names: tuple[str, ...]


QUESTIONS: Final[dict[str, Question]] = {
    "title": Question(
        label="Title",
        words="What is it called?",
        hint="The name that the organiser uses. For example: Patient panel",
    ),
    "organiser": Question(
        label="Organiser",
        words="Who runs it?",
        hint="The organisation, not a person. For example: Kent and Medway Cancer Alliance",
    ),
    "alliances": Question(
        label="Alliances",
        words="Which area is it for?",
        hint="Choose one alliance or more, or anywhere in England.",
    ),
    "kind": Question(label="Kind", words="What kind of thing is it?"),
    "summary": Question(
        label="Summary",
        words="What does a person do?",
        hint="1 or 2 plain sentences, with an example of a task. "
        "For example: You read draft leaflets and say what is not clear.",
    ),
    "who_for": Question(label="Who it is for", words="Who can take part?"),
    "eligibility": Question(
        label="Rules on who can join",
        words="Are there rules on who can join?",
        hint="In the organiser's words: age, dates, place of treatment, type of cancer.",
    ),
    "cancer_types": Question(
        label="Types of cancer",
        words="Is it for some types of cancer only?",
        hint="Leave this out when it is for any type.",
    ),
    "stages": Question(
        label="Where somebody is with cancer",
        words="Is it for people at one stage only?",
        hint="Leave this out when it is for any stage.",
    ),
    "format": Question(label="How you take part", words="How does a person take part?"),
    "place": Question(
        label="Place", words="Where does it happen?", hint="A town or a building is enough."
    ),
    "commitment": Question(label="How much time", words="How much time does it take?"),
    "time": Question(
        label="Time in words",
        words="How much time, in the organiser's words?",
        hint="For example: 2 hours, 4 times a year.",
    ),
    "term": Question(
        label="For how long", words="For how long?", hint="For example: 2 years, then you choose."
    ),
    "payment": Question(label="Money", words="Is a person paid?"),
    "payment_detail": Question(
        label="Money in words",
        words="What is paid, in the organiser's words?",
        hint="For example: £25 an hour, and train fares.",
    ),
    "expenses": Question(label="Costs paid", words="Which costs are paid back?"),
    "support": Question(label="Help", words="What help is there?"),
    "apply": Question(label="How to start", words="How does a person start?"),
    "apply.url": Question(
        label="Page to start from",
        words="Which web page does a person start from?",
        hint="Copy it from the top of the browser. It starts with https://",
    ),
    "apply.email": Question(
        label="E-mail to start",
        words="Which e-mail address does a person write to?",
        hint="A team's shared address only, never one person's.",
    ),
    "apply.phone": Question(
        label="Phone to start",
        words="Which phone number does a person ring?",
        hint="An organisation's number, never one person's mobile.",
    ),
    "apply.post": Question(label="Post to start", words="Which postal address is there?"),
    "apply.how": Question(
        label="How to start, in words",
        words="What does a person do to start, in words?",
        hint="For example: fill in a short form. You are asked for your name and postcode.",
    ),
    "opens": Question(
        label="Opens", words="When does it open?", hint="Leave this out when it is open now."
    ),
    "deadline": Question(
        label="Closes",
        words="When does it close?",
        hint="A date such as 2026-12-01, or the word ongoing. Leave this out when you do not know.",
    ),
    "dates_note": Question(
        label="Dates in words", words="Is there more to say about dates?", hint="In words."
    ),
    "sessions": Question(label="Meetings", words="Are there meetings with a date?"),
    "sessions.starts": Question(
        label="Meeting starts",
        words="When does a meeting start?",
        hint="For example: 2027-03-01 14:00",
    ),
    "sessions.ends": Question(label="Meeting ends", words="When does it end?"),
    "sessions.place": Question(label="Meeting place", words="Where is it?"),
    "sources": Question(
        label="Sources",
        words="Which public web pages say so?",
        hint="One address a line. Each starts with https://",
    ),
    "checked": Question(label="Checked", words="When and how was this checked?"),
    "checked.on": Question(
        label="Checked on", words="On which day did you look?", hint="For example: 2026-11-22"
    ),
    "checked.how": Question(label="Checked how", words="How did you check?"),
    "checked.page_date": Question(
        label="Date of the page",
        words="Which date does the page give for itself?",
        hint="For example: 2026-09-30, 2026-09 or 2026.",
    ),
    "checked.page_age": Question(
        label="Age of the page",
        words="How old is the page, if it gives no exact date?",
        hint="For example: about 2024",
    ),
    "checked.basis": Question(label="How its date is known", words="How do you know its date?"),
    "scope": Question(label="How wide", words="How wide an area is it for?"),
    "led_by": Question(label="Who leads it", words="Does the alliance run it, or a partner?"),
    "confidence": Question(label="How sure", words="How sure are you of all this?"),
    "to_confirm": Question(
        label="Still to confirm", words="What does somebody still have to confirm?"
    ),
    "outcome": Question(
        label="What happened next",
        words="What happened because of it?",
        hint="Say what changed, or that it is not known yet.",
    ),
    "closed": Question(
        label="Closed",
        words="When was it closed?",
        hint="A date such as 2026-12-01, or yes when the day is not known.",
    ),
    "moved_to": Question(
        label="Moved to",
        words="Which entry took its place?",
        hint="The file name without .md. For example: km-cap",
    ),
}

PARTS: Final = (
    Part(words="how to start", names=("apply",)),
    Part(words="dates: when it opens, closes or meets", names=("opens", "deadline", "dates_note")),
    Part(words="meetings that have a date", names=("sessions",)),
    Part(words="how, where and how long", names=("format", "place", "commitment", "time", "term")),
    Part(words="money", names=("payment", "payment_detail", "expenses")),
    Part(words="help for people who take part", names=("support",)),
    Part(words="rules on who can join", names=("eligibility", "cancer_types", "stages")),
    Part(
        words="how wide it is, who leads it and how sure you are",
        names=("scope", "led_by", "confidence", "to_confirm"),
    ),
    Part(words="how it ended", names=("outcome", "closed", "moved_to")),
)

# The form in the browser: the questions that have to be answered come first.
NEEDED: Final = (
    Part(words="What is it, and who runs it?", names=("title", "organiser", "kind", "alliances")),
    Part(words="What does a person do?", names=("summary",)),
    Part(words="Who can take part?", names=("who_for", "eligibility")),
    Part(
        words="How much time does it take, and where?",
        names=("commitment", "time", "format", "place"),
    ),
    Part(
        words="How does a person start?",
        names=("apply.url", "apply.email", "apply.phone", "apply.post", "apply.how"),
    ),
    Part(words="By when?", names=("deadline", "opens")),
)
PROOF: Final = Part(
    words="Where did you find this?", names=("sources", "checked.how", "checked.on")
)
HELPFUL: Final = (
    Part(words="Money", names=("payment", "payment_detail", "expenses")),
    Part(words="Help for people who take part", names=("support",)),
    Part(words="Types of cancer, and stages", names=("cancer_types", "stages")),
    Part(words="More about time and dates", names=("term", "dates_note")),
    Part(
        words="Meetings that have a date",
        names=("sessions.starts", "sessions.ends", "sessions.place"),
    ),
    Part(
        words="How old the page is",
        names=("checked.page_date", "checked.page_age", "checked.basis"),
    ),
    Part(
        words="How wide it is, and how sure you are",
        names=("scope", "led_by", "confidence", "to_confirm"),
    ),
    Part(words="How it ended", names=("outcome", "closed", "moved_to")),
)


def label_of(name: str) -> str:
    """The short name of a fact, or its own name with spaces where it has no question."""
    question = QUESTIONS.get(name)
    return question.label if question else name.replace("_", " ").replace(".", ", ").capitalize()
