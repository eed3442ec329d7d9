"""The form on /add/: from nothing to a file that passes, in a real browser."""

from __future__ import annotations

import json
import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from catalogue.model.opportunity import Opportunity
from catalogue.schema.facts import facts_of
from contributing.entry_file.choices import choices_for
from contributing.entry_file.entry_types import opportunity_type
from contributing.entry_file.existing_entries import existing_entries
from contributing.entry_file.slugs import slug_for
from contributing.entry_file.writer import entry_text
from tests.browser.looks import LOOKS, barriers, looks_named
from tests.sample import TODAY

OPPORTUNITY = facts_of(Opportunity)

MAILBOX, REPOSITORY = "us@invented.example", "https://code.invented.example/us/site"
SITE = "https://www.invented.example"
ANSWERS = {
    "title": "Pebble readers",
    "organiser": "Society of Nowhere: readers",
    "alliances": ["kent-and-medway"],
    "kind": "survey",
    "summary": "You read draft leaflets and say what is not clear.",
    "who_for": ["patients", "carers"],
    "apply": {"url": f"{SITE}/pebbles", "how": "Fill in a short form."},
    "deadline": "2027-03-31",
    "sources": [f"{SITE}/pebbles"],
    "checked": {"on": "2026-11-20", "how": "live-page"},
}
UNFOLD = "() => document.querySelectorAll('details').forEach((one) => { one.open = true; })"
SHOWN = "#add-result:not([hidden])"


@pytest.fixture
def with_owner(new_page):
    """Opens the page as it is once the owner has filled in a mailbox and a repository."""

    def open_page(address="/add/", **options):
        page = new_page("/404.html", **options)

        def filled(route):
            html = route.fetch().text()
            html = html.replace('data-mailbox=""', f'data-mailbox="{MAILBOX}"')
            html = html.replace('data-repository=""', f'data-repository="{REPOSITORY}"')
            route.fulfill(body=html, content_type="text/html; charset=utf-8")

        page.route(re.compile(r"/add/(\?|$)"), filled)
        page.goto(page.url.removesuffix("/404.html") + address)
        return page

    return open_page


def answer(page, values, within=""):
    """Fill the form in as a person would."""
    page.evaluate(UNFOLD)
    for name, value in values.items():
        full = f"{within}{name}"
        if isinstance(value, dict):
            answer(page, value, f"{full}.")
        elif isinstance(value, list) and page.locator(f"[name='{full}'][type=checkbox]").count():
            for code in value:
                page.check(f"[name='{full}'][value='{code}']")
        elif page.locator(f"select[name='{full}']").count():
            page.select_option(f"[name='{full}']", value)
        else:
            page.fill(f"[name='{full}']", "\n".join([value] if isinstance(value, str) else value))


def check(page, shown=SHOWN):
    page.click("text=Check my answers")
    page.wait_for_selector(shown)


def test_a_file_that_passes_without_an_account(with_owner, sample):
    page = with_owner()
    answer(page, ANSWERS)
    check(page)
    text = page.input_value("#add-text")
    assert text == entry_text(ANSWERS, OPPORTUNITY)
    existing = existing_entries(sample, TODAY)
    assert opportunity_type(OPPORTUNITY).problems_of(ANSWERS, "pebble-readers", existing) == []
    assert page.evaluate("document.activeElement.id") == "add-result-title"

    mail = urlsplit(page.get_attribute("#add-mail", "href"))
    assert (mail.scheme, unquote(mail.path)) == ("mailto", MAILBOX)
    assert parse_qs(mail.query) == {
        "subject": ["A way to take part: Pebble readers"],
        "body": [text.replace("\n", "\r\n").rstrip() + "\r\n"],
    }
    code = urlsplit(page.get_attribute("#add-code", "href"))
    assert code.geturl().startswith(f"{REPOSITORY}/new/main/content/opportunities?")
    assert parse_qs(code.query) == {
        "filename": ["kent-and-medway-pebble-readers.md"],
        "value": [text],
    }


@pytest.mark.parametrize("address", ["/", "/opportunities/"])
def test_the_form_is_one_step_from_where_people_look(new_page, address):
    page = new_page(address)
    page.click("main a:has-text('Add it without an account')")
    page.wait_for_selector("#add-form:not([hidden])")
    assert page.inner_text("h1") == "Add an opportunity"


def test_without_an_owner_two_ways_say_that_they_do_not_work(new_page):
    page = new_page("/add/")
    answer(page, ANSWERS)
    check(page)
    assert not page.is_visible("#add-mail")
    assert not page.is_visible("#add-code")
    assert page.inner_text("#add-mail-note") == (
        "This copy of the site has no mailbox yet, so this way does not work."
    )
    assert page.inner_text("#add-code-note") == (
        "This copy of the site has no place for its files yet, so this way does not work."
    )
    assert page.is_visible("#add-copy")


def test_long_entries_are_copied_and_pasted(with_owner):
    page = with_owner()
    answer(page, ANSWERS | {"eligibility": "Ünïcode " * 95, "outcome": "Ünïcode " * 95})
    check(page)
    mail = page.get_attribute("#add-mail", "href")
    assert len(mail) <= 1900
    assert parse_qs(urlsplit(mail).query)["body"] == ["Please paste the copied text here."]
    assert "paste it into the e-mail" in page.inner_text("#add-mail-note")
    code = page.get_attribute("#add-code", "href")
    assert parse_qs(urlsplit(code).query) == {"filename": ["kent-and-medway-pebble-readers.md"]}
    assert "paste it into the file" in page.inner_text("#add-code-note")


@pytest.mark.parametrize("allowed", [True, False])
def test_the_text_is_copied_or_marked(new_page, allowed):
    page = new_page("/add/", permissions=["clipboard-read", "clipboard-write"] if allowed else [])
    if not allowed:
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject('no'); }")
    answer(page, ANSWERS)
    check(page)
    page.click("#add-copy")
    page.wait_for_selector("#add-copied:not(:empty)")
    text = entry_text(ANSWERS, OPPORTUNITY)
    if allowed:
        assert page.inner_text("#add-copied") == "The text is copied."
        assert page.evaluate("navigator.clipboard.readText()") == text
    else:
        assert page.inner_text("#add-copied").startswith("The text is marked.")
        assert page.evaluate("getSelection().toString()") == text


def test_what_is_wrong_stands_in_a_list_and_beside_each_box(new_page):
    page = new_page("/add/")
    answer(page, {"title": "ab", "deadline": "31 March", "checked": {"on": ""}})
    check(page, "#add-summary:not([hidden])")
    assert page.evaluate("document.activeElement.id") == "add-summary"
    lines = page.locator("#add-summary li").all_inner_texts()
    assert lines[:2] == [
        "What is it called? This has 2 characters; it may have 3 to 150. Say a little more.",
        "Enter who runs it.",
    ]
    about_deadline = (
        "'31 March' is not a date we can read. Write 2027-03-31, or for the year after it: "
        "2028-03-31."
    )
    assert lines[2:] == [
        "Choose what kind of thing it is.",
        "Choose an area, or anywhere in England.",
        "Say what a person does.",
        "Choose who can take part.",
        "Enter the address of a page about it.",
        "Choose how you know.",
        f"When does it close? {about_deadline}",
    ]
    box = page.locator("#deadline")
    assert box.get_attribute("aria-invalid") == "true"
    assert "error-deadline" in box.get_attribute("aria-describedby")
    assert page.inner_text("#error-deadline") == about_deadline
    page.click("#add-summary a:has-text('When does it close?')")
    assert page.evaluate("document.activeElement.id") == "deadline"
    assert not page.is_visible("#add-result")


def test_an_answer_is_checked_as_it_is_given(new_page):
    page = new_page("/add/")
    page.fill("#title", "ab")
    page.press("#title", "Tab")
    page.wait_for_selector("#error-title:not(:empty)")
    assert page.inner_text("#error-organiser") == ""
    said = "Title: This has 2 characters; it may have 3 to 150. Say a little more."
    assert page.inner_text("#add-said") == said
    page.fill("#title", "Pebble readers")
    page.press("#title", "Tab")
    page.wait_for_selector("#error-title:empty", state="attached")
    assert page.get_attribute("#title", "aria-invalid") is None


TAKE_OUT = "Take it out: anything here is public for good."
BESIDE_BOXES = {
    "organiser": (
        "TBC",
        "'TBC' says nothing. Look it up or ask the organiser, as this is needed.",
    ),
    "place": ("TBC", "'TBC' says nothing. Write what you know, or leave this empty."),
    "summary": (
        "Ring 07700 900123 to join in.",
        f"This looks like a personal mobile number. {TAKE_OUT}",
    ),
    "eligibility": (
        "See [the page](https://www.invented.example/x) first.",
        "A link stands among the words of a fact, where it would show as it is typed. "
        "Keep the words only, and put the address where we ask for a web page.",
    ),
    "deadline": (
        "tba",
        "'tba' says nothing. Write the date, or leave this empty and say what is known where we "
        "ask for more about dates.",
    ),
    "apply.url": (
        "mailto:us@nowhere.example",
        "This is not a web page: a web address here starts with https://. "
        "Write an e-mail address or a phone number in its own box below.",
    ),
    "checked.page_date": (
        "spring",
        "'spring' is not a year, a month or a date we can read. "
        "Write a year, or more of a date, such as 2025 or 2025-09-30; for anything less exact use "
        "the next box.",
    ),
}


def test_messages_speak_of_boxes_and_not_of_lines_in_a_file(new_page):
    page = new_page("/add/")
    answer(page, {name: given for name, (given, _) in BESIDE_BOXES.items()})
    answer(page, {"payment": "unpaid", "expenses": ["travel"]})
    check(page, "#add-summary:not([hidden])")
    said = {name: page.inner_text(f"[id='error-{name}']") for name in BESIDE_BOXES}
    assert said == {name: words for name, (_, words) in BESIDE_BOXES.items()}
    errors = " ".join(page.locator(".app-form__error:not(:empty)").all_inner_texts())
    assert (
        "This says that a person is not paid, but costs are paid back. "
        "Choose Expenses paid, or no costs." in errors
    )


def test_what_comes_next_starts_at_the_top_of_a_small_screen(new_page):
    page = new_page("/add/", width=390, height=640)
    top = "(id) => document.getElementById(id).getBoundingClientRect().top"
    check(page, "#add-summary:not([hidden])")
    assert -1 < page.evaluate(top, "add-summary") < 60
    answer(page, ANSWERS)
    check(page)
    assert -1 < page.evaluate(top, "add-result-title") < 60


def test_what_an_entry_does_not_state_is_shown_as_not_stated(new_page):
    page = new_page("/add/?entry=moved-panel&all&fact=payment")
    page.wait_for_selector("#payment:focus")
    assert page.locator("#payment option:checked").inner_text() == "Not stated"
    assert page.locator("#commitment option:checked").text_content() == "Not stated"


def test_what_a_person_will_look_at_is_no_mistake(new_page):
    page = new_page("/add/")
    answer(page, ANSWERS | {"sources": ["https://www.unheard-of.example/x"]})
    check(page)
    said = "A person will look at this: We do not know the website www.unheard-of.example yet."
    assert page.inner_text("#error-sources") == said
    assert page.get_attribute("#sources", "aria-invalid") is None
    assert said in page.inner_text("#add-preview")


def test_a_mistake_that_is_folded_away_is_unfolded(new_page):
    page = new_page("/add/")
    answer(page, ANSWERS)
    page.fill("[id='sessions.0.starts']", "2 March at 2pm")
    page.click("text=Add another meeting")
    assert page.evaluate("document.activeElement.id") == "sessions.1.starts"
    page.fill("[id='sessions.1.starts']", "2027-04-01 14:00")
    page.click("summary:has-text('Meetings that have a date')")
    check(page, "#add-summary:not([hidden])")
    page.click("#add-summary a")
    assert page.evaluate("document.activeElement.id") == "sessions.0.starts"
    page.fill("[id='sessions.0.starts']", "2027-03-02 14:00")
    check(page)
    assert (
        "sessions:\n  - starts: 2027-03-02 14:00\n  - starts: 2027-04-01 14:00\n"
        in page.input_value("#add-text")
    )


def test_words_typed_are_shown_as_words(new_page):
    page = new_page("/add/")
    answer(page, ANSWERS | {"title": "Ada & <3 pebbles", "term": "1 < 2 & 3"})
    check(page)
    assert page.inner_text("#add-preview .app-entry__link") == "Ada & <3 pebbles"
    assert page.locator("#add-preview script").count() == 0


SLUGS = ("pebble-forum", "marble-advisers", "ended-stone-study")
ANSWERS_SHOWN = """(root) => [...root.querySelectorAll('.app-answers__item')].map((item) =>
  [...item.querySelectorAll('dt, .app-answers__value, .app-answers__note')]
    .map((part) => part.textContent.trim()))"""
ROWS_IN_PREVIEW = """(root) => [...root.querySelectorAll('.app-summary__row')]
  .map((row) => [...row.children].map((part) => part.textContent.trim()))"""
ROWS_ON_PAGE = """(root) => [...root.querySelectorAll('p > strong:first-child')]
  .map((strong) => strong.parentNode.textContent.trim().split(': '))"""
CLASSES = """(root) => [...new Set([...root.querySelectorAll('*')]
  .flatMap((one) => [...one.classList]))]"""


@pytest.mark.parametrize("slug", SLUGS)
def test_an_entry_looks_as_it_does_on_the_site(new_page, sample, slug):
    page = new_page(f"/add/?entry={slug}&all&fact=time")
    page.wait_for_selector("[id='time']:focus")
    check(page)
    shown = page.locator("#add-preview").evaluate(ANSWERS_SHOWN)
    rows = page.locator("#add-preview").evaluate(ROWS_IN_PREVIEW)
    classes = set(page.locator("#add-preview").evaluate(CLASSES))
    written = page.input_value("#add-text")
    page.goto(page.url.partition("/add/")[0] + f"/opportunities/{slug}/")
    assert shown == page.locator("main").evaluate(ANSWERS_SHOWN)
    labels = {fact.row for fact in OPPORTUNITY if fact.row}
    on_page = page.locator("main").evaluate(ROWS_ON_PAGE)
    assert [row for row in rows if row[0] in labels] == [row for row in on_page if row[0] in labels]
    row = {
        *("app-entry", "app-entry__title", "app-entry__link", "app-entry__facts"),
        *("app-entry__meta", "app-entry__area", "app-lead"),
    }
    ours = {"app-summary", "app-summary__row", "app-summary__term", "app-summary__value"}
    assert classes - row - ours <= set(page.locator("main").evaluate(CLASSES))
    file = (sample / f"content/opportunities/{slug}.md").read_text(encoding="utf-8")
    assert written.partition("\n\n")[2] == file


# What boxes cannot show: a code for what is not known, a list in an order of its own, and the
# usual value of what a file leaves out.
NOT_IN_BOXES = {
    "commitment": "not_stated",
    "who_for": ["carers", "patients"],
    "cancer_types": ["any"],
    "stages": ["any"],
    "led_by": "partner",
    "left_out": ["stages", "led_by"],
}


def test_a_correction_changes_one_fact_and_leaves_the_rest(new_page):
    page = new_page("/404.html")

    def changed(route):
        route.fulfill(json=route.fetch().json() | NOT_IN_BOXES)

    page.route("**/marble-advisers.json", changed)
    page.goto(page.url.removesuffix("404.html") + "add/?entry=marble-advisers&all&fact=time")
    page.wait_for_selector("[id='time']:focus")
    page.fill("#time", "3 hours a month")
    check(page)
    lines = page.input_value("#add-text").split("\n")
    assert "time: 3 hours a month" in lines
    assert "commitment: not_stated" in lines
    assert "who_for: [carers, patients]" in lines
    assert "cancer_types: [any]" in lines
    assert not [line for line in lines if line.startswith(("stages:", "led_by:"))]
    changes = page.locator("#add-preview ul.app-list li").all_inner_texts()
    assert [line.partition(":")[0] for line in changes] == ["Time in words"]


def test_the_whole_form_tells_what_was_and_what_is_right(with_owner):
    page = with_owner("/add/?entry=marble-advisers&fact=time")
    page.click("#one-whole")
    page.wait_for_selector("[id='time']:focus")
    title = "Marble Advisory Group (MAG) for pebbles"
    assert page.inner_text("#add-title") == f"Put it right: {title}"
    assert page.inner_text("h1") == "Correct an entry"
    assert page.title() == f"Correct an entry: {title} - Your Say in Cancer Care"
    form = page.get_by_role("form", name=f"Put it right: {title}")
    assert form.locator("#time").count() == 1
    was = page.input_value("#time")
    page.fill("#time", "3 hours a month")
    page.fill("#add-note", "I sit on it.")
    check(page)
    line = f"Time in words: {was or 'Not stated'} → 3 hours a month"
    assert page.locator("#add-preview ul.app-list li").first.inner_text() == line
    body = parse_qs(urlsplit(page.get_attribute("#add-mail", "href")).query)["body"][0]
    assert "/opportunities/marble-advisers/" in body.split("\r\n")[0]
    assert body.split("\r\n\r\n")[1:3] == [line, "How do you know? I sit on it."]
    edit = f"{REPOSITORY}/edit/main/content/opportunities/marble-advisers.md"
    assert page.get_attribute("#add-code", "href") == edit
    text = page.input_value("#add-text")
    assert text.startswith(body.replace("\r\n", "\n").strip())
    assert "\n\n---\ntitle: " in text
    assert "time: 3 hours a month\n" in text


def test_a_correction_without_an_owner_is_copied_with_all_that_is_needed(new_page):
    page = new_page(
        "/add/?entry=marble-advisers&all&fact=time",
        permissions=["clipboard-read", "clipboard-write"],
    )
    page.wait_for_selector("[id='time']:focus")
    page.fill("#time", "3 hours a month")
    page.fill("#add-note", "I sit on it.")
    check(page)
    assert not page.is_visible("#add-file")
    page.click("#add-copy")
    page.wait_for_selector("#add-copied:not(:empty)")
    parts = page.evaluate("navigator.clipboard.readText()").split("\n\n")
    origin = page.url.partition("/add/")[0]
    assert parts[0] == f"Page: {origin}/opportunities/marble-advisers/"
    assert parts[1:3] == [
        "Time in words: Not stated → 3 hours a month",
        "How do you know? I sit on it.",
    ]
    assert parts[3].startswith("---\ntitle: Marble Advisory Group")


@pytest.mark.parametrize("allowed", [True, False])
def test_the_file_alone_is_what_goes_to_github(with_owner, sample, allowed):
    page = with_owner(
        "/add/?entry=marble-advisers&all&fact=time",
        permissions=["clipboard-read", "clipboard-write"] if allowed else [],
    )
    if not allowed:
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject('no'); }")
    page.wait_for_selector("[id='time']:focus")
    check(page)
    page.click("#add-file")
    told = page.locator("#add-file-way + [role=status]")
    told.filter(has_text="The text is").wait_for()
    copied = "navigator.clipboard.readText()" if allowed else "getSelection().toString()"
    file = (sample / "content/opportunities/marble-advisers.md").read_text(encoding="utf-8")
    assert page.evaluate(copied) == file


CORRECTIONS = (
    "?entry=marble-advisers&fact=time",
    "?entry=gravel-hub&fact=payment",
    "?entry=gravel-hub&all&fact=sources",
    "?entry=gravel-hub",
    "?alliance=kent-and-medway&fact=E-mail",
)
WIDTHS = [390, pytest.param(1280, marks=pytest.mark.thorough)]
MOVED = """() => new Promise((tell) => {
  new PerformanceObserver((list) =>
    tell(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(tell, 500, 0);
})"""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("asked", CORRECTIONS)
def test_little_moves_while_a_correction_is_filled_in(new_page, asked, width):
    page = new_page(f"/add/{asked}", width=width, height=844)
    page.wait_for_selector("#add-one:not([hidden]), #add-choose:not([hidden]), form :focus")
    assert page.evaluate(MOVED) < 0.05


CONTINUE = "#add-one button:has-text('Continue')"
WRONG = "Is something wrong on this page? Tell us"


def said_in(page):
    """What the preview of a correction says, by its terms."""
    rows = page.locator("#add-preview .app-summary__row").all_inner_texts()
    return dict(row.split("\n", 1) for row in rows)


def test_one_fact_of_an_entry_is_chosen_and_put_right(with_owner):
    page = with_owner("/opportunities/marble-advisers/")
    page.get_by_role("link", name=WRONG).click()
    page.wait_for_selector("#add-choose:not([hidden])")
    title = "Marble Advisory Group (MAG) for pebbles"
    assert page.inner_text(".app-lead") == title
    assert page.inner_text("#choose-stated li:first-child") == f"Title\n{title}"
    page.click("#choose-more summary")
    page.click("#choose-unstated a:has-text('Time in words')")
    page.wait_for_selector("#add-one:not([hidden])")
    assert page.inner_text("h1") == "Suggest a correction"
    assert page.title() == f"Suggest a correction: {title} - Your Say in Cancer Care"
    assert page.inner_text(".app-lead") == f"{title}: time in words"
    assert page.inner_text("#one-now") == "Our page does not say."
    assert not page.is_visible("#one-unknown")
    page.fill("#time", "3 hours a month")
    page.check("text=I have a letter or leaflet")
    page.click(CONTINUE)
    page.wait_for_selector(SHOWN)
    address = page.url.partition("/add/")[0] + "/opportunities/marble-advisers/"
    assert said_in(page) == {
        "Page": f"{title}\n{address}",
        "What is wrong?": "Time in words",
        "It says now": "Not stated",
        "It should be": "3 hours a month",
        "How do you know?": "I have a letter or leaflet",
    }
    mail = parse_qs(urlsplit(page.get_attribute("#add-mail", "href")).query)
    assert mail["subject"] == [f"Something wrong: {title}"]
    assert mail["body"] == [page.input_value("#add-text").replace("\n", "\r\n")]


@pytest.mark.parametrize(
    ("fact", "missing"),
    [
        ("title", "Enter what it should be, or tick that you do not know."),
        ("summary", "Enter what it should be, or tick that you do not know."),
        ("kind", "Choose what it should be, or tick that you do not know."),
        ("who_for", "Choose what it should be, or tick that you do not know."),
        ("time", "Enter what it should be."),
    ],
)
def test_a_correction_is_never_empty(new_page, fact, missing):
    page = new_page(f"/add/?entry=marble-advisers&fact={fact}")
    page.click(CONTINUE)
    page.wait_for_selector("#one-summary:not([hidden])")
    assert page.locator("#one-summary li").all_inner_texts() == [missing]
    assert page.inner_text("#one-field .app-form__error") == missing
    assert page.evaluate("document.activeElement.id") == "one-summary"
    page.click("#one-summary a")
    assert page.evaluate("document.activeElement.id") == fact
    assert not page.is_visible("#add-result")


def test_somebody_may_know_only_that_it_is_wrong(new_page):
    page = new_page("/add/?entry=marble-advisers&fact=kind")
    page.check("text=I do not know, but this one is wrong")
    page.click(CONTINUE)
    page.wait_for_selector(SHOWN)
    assert said_in(page)["It should be"] == "I do not know, but this is wrong."


def test_a_date_in_a_correction_is_said_back(new_page):
    page = new_page("/add/?entry=marble-advisers&fact=deadline")
    page.fill("#deadline", "31/3/27")
    page.click(CONTINUE)
    page.wait_for_selector(SHOWN)
    assert said_in(page)["It should be"] == "31 March 2027"


@pytest.mark.parametrize("box", ["#time", "#one-note"])
def test_a_correction_holds_no_personal_details(new_page, box):
    page = new_page("/add/?entry=marble-advisers&fact=time")
    page.fill("#time", "3 hours a month")
    page.fill(box, "Ring 07700 900123.")
    page.click(CONTINUE)
    page.wait_for_selector("#one-summary:not([hidden])")
    assert "This looks like a personal mobile number." in page.inner_text("#one-summary")


def test_meetings_are_put_right_in_words(new_page):
    page = new_page("/add/?entry=marble-advisers&fact=sessions")
    page.fill("#one-right", "The next meeting is on 1 March 2027.")
    page.click(CONTINUE)
    page.wait_for_selector(SHOWN)
    assert said_in(page)["It should be"] == "The next meeting is on 1 March 2027."


def test_one_fact_of_an_alliance_is_chosen_and_put_right(with_owner):
    page = with_owner("/alliances/kent-and-medway/")
    page.get_by_role("link", name=WRONG).click()
    page.click("#add-choose a:has-text('E-mail')")
    page.wait_for_selector("#add-one:not([hidden])")
    assert page.inner_text("h1") == "Suggest a correction"
    name = "Pebble Alliance of Kent and Medway"
    assert page.inner_text(".app-lead") == f"{name}: E-mail"
    page.click(CONTINUE)
    page.wait_for_selector("#one-summary:not([hidden])")
    assert page.inner_text("#one-summary li").startswith("Enter what it should be")
    page.fill("#one-right", "involvement@invented.example")
    page.click(CONTINUE)
    page.wait_for_selector(SHOWN)
    address = page.url.partition("/add/")[0] + "/alliances/kent-and-medway/"
    said = said_in(page)
    assert (said["Page"], said["What is wrong?"]) == (f"{name}\n{address}", "E-mail")
    form = urlsplit(page.get_attribute("#add-code", "href"))
    assert form.geturl().startswith(f"{REPOSITORY}/issues/new?")
    assert parse_qs(form.query) == {
        "template": ["correction.yml"],
        "entry": [address],
        "wrong": [f"E-mail: {said['It says now']}"],
        "right": ["involvement@invented.example"],
    }


def test_something_else_about_an_alliance_is_told_in_words(new_page):
    page = new_page("/add/?alliance=kent-and-medway")
    page.click("text=Something else is wrong")
    page.wait_for_selector("#add-one:not([hidden])")
    assert not page.is_visible("#one-says")
    page.get_by_label("What is wrong, and what is right?").fill("The map is old.")
    page.click(CONTINUE)
    page.wait_for_selector(SHOWN)
    assert said_in(page)["It should be"] == "The map is old."


@pytest.mark.parametrize(
    "asked",
    [
        "entry=no-such-entry",
        "entry=no-such-entry&fact=time",
        "entry=no-such-entry&all",
        "entry=../../x&fact=title",
        "alliance=no-such-alliance",
    ],
)
def test_what_is_not_there_is_not_corrected(browser, origin, asked):
    page = browser.new_page()
    page.goto(f"{origin}/add/?{asked}")
    page.wait_for_selector("#add-unknown:not([hidden])")
    assert page.inner_text("h1") == "We do not know that page"
    assert page.title() == "We do not know that page - Your Say in Cancer Care"
    assert not page.is_visible("#add-form")
    page.close()


DATES = {
    "deadline": ("31/3/27", "31 March 2027", "2027-03-31"),
    "opens": ("31/03/2027", "31 March 2027", "2027-03-31"),
    "checked.on": ("today", "22 November 2026", "2026-11-22"),
    "checked.page_date": ("september 2025", "September 2025", "2025-09"),
    "sessions.0.starts": ("1 March 2027, 2pm", "1 March 2027 at 2pm", "2027-03-01 14:00"),
}


def test_dates_are_taken_as_people_write_them_and_said_back(new_page):
    page = new_page("/add/")
    assert page.input_value("[id='checked.on']") == "22 November 2026"
    answer(page, ANSWERS)
    for name, (typed, said, _) in DATES.items():
        page.fill(f"[id='{name}']", typed)
        page.press(f"[id='{name}']", "Tab")
        page.wait_for_function(
            "([id, said]) => document.getElementById(id).value === said", arg=[name, said]
        )
        assert page.inner_text("#add-said").endswith(f": {said}")
    check(page)
    text = page.input_value("#add-text")
    assert [written for _, _, written in DATES.values() if written not in text] == []


def test_ongoing_is_taken_with_a_capital(new_page):
    page = new_page("/add/")
    answer(page, ANSWERS | {"deadline": "Ongoing"})
    check(page)
    assert "deadline: ongoing\n" in page.input_value("#add-text")


def test_answers_survive_another_page_and_a_reload(new_page):
    page = new_page("/add/")
    given = {"title": "Pebble readers", "kind": "survey", "alliances": ["kent-and-medway"]}
    answer(page, given | {"deadline": "2027-03-31"})
    page.click("text=Add another meeting")
    page.fill("[id='sessions.1.place']", "Town hall")
    for leave in (page.reload, lambda: (page.goto(page.url + "../"), page.go_back())):
        leave()
        page.wait_for_selector("#add-said:has-text('Your answers from before are still here.')")
        assert page.input_value("#title") == "Pebble readers"
        assert page.input_value("#kind") == "survey"
        assert page.is_checked("[name=alliances][value=kent-and-medway]")
        assert page.input_value("#deadline") == "31 March 2027"
        assert page.input_value("[id='sessions.1.place']") == "Town hall"


STORED = "JSON.stringify([{...localStorage}, {...sessionStorage}])"


def test_answers_are_gone_once_they_are_sent(new_page):
    page = new_page("/add/")
    answer(page, ANSWERS)
    check(page)
    assert "Pebble readers" in page.evaluate(STORED)
    page.click("#add-copy")
    assert page.evaluate(STORED) == "[{},{}]"


def test_nothing_is_kept_on_a_shared_device_and_the_browser_asks(new_page):
    page = new_page("/add/")
    page.fill("#title", "Pebbles")
    assert "Pebbles" in page.evaluate(STORED)
    page.check("text=This is a shared device: keep nothing")
    page.type("#title", "!")
    assert page.evaluate(STORED) == "[{},{}]"
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(page.url + "?again")
    assert asked == ["beforeunload"]


def test_where_nothing_can_be_kept_a_person_is_warned(new_page):
    page = new_page("/add/")
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.type("#title", "Pebble readers")
    page.goto(page.url + "?again")
    assert asked == ["beforeunload"]


def test_without_scripts_the_questions_stand_there(new_page):
    page = new_page("/add/?entry=marble-advisers&fact=time", javascript=False)
    assert not page.is_visible("#add-form")
    assert not page.is_visible("#add-result")
    words = page.inner_text("#add-list")
    for asked in ("What is it called?", "Which web page is about it?", "When does it close?"):
        assert asked in words
    assert page.is_visible("#add-list a[href='/corrections/']")


def test_a_browser_that_cannot_check_shows_the_questions(browser, origin):
    page = browser.new_page()
    page.route("**/form-rules.json", lambda route: route.abort())
    page.goto(f"{origin}/add/")
    page.focus("#title")
    page.wait_for_selector("#add-list:not([hidden])")
    assert page.inner_text("#add-said").startswith("We cannot check answers in this browser.")
    page.close()


@pytest.mark.parametrize("look", LOOKS, ids=looks_named)
@pytest.mark.parametrize("asked", CORRECTIONS)
def test_no_barrier_in_a_correction(new_page, asked, look):
    page = new_page(f"/add/{asked}", width=look.width, scheme=look.scheme)
    page.wait_for_selector("#add-one:not([hidden]), #add-choose:not([hidden]), form :focus")
    assert barriers(page, look) == []


@pytest.mark.parametrize("look", LOOKS, ids=looks_named)
def test_no_barrier_at_any_step(new_page, look):
    """Empty, with mistakes, and with the result."""
    page = new_page("/add/", width=look.width, scheme=look.scheme)
    page.evaluate(UNFOLD)
    assert barriers(page, look) == []
    check(page, "#add-summary:not([hidden])")
    assert barriers(page, look) == []
    answer(page, ANSWERS)
    check(page)
    assert barriers(page, look) == []


def test_the_form_offers_every_choice(new_page, sample):
    existing = existing_entries(sample, TODAY)
    page = new_page("/add/")
    for name in ("kind", "who_for", "alliances", "support"):
        boxes = page.locator(
            f"[name='{name}'][value], [name='{name}'] option[value]:not([value=''])"
        )
        offered = boxes.evaluate_all("(all) => all.map((one) => one.value)")
        (fact,) = (fact for fact in OPPORTUNITY if fact.name == name)
        wanted = choices_for(name, fact, existing.catalogue)
        assert offered == [choice.code for choice in wanted]


def test_the_rules_are_a_file_of_the_site(site):
    rules = json.loads((site.root / "api/v1/form-rules.json").read_text(encoding="utf-8"))
    assert [field["name"] for field in rules["fields"]] == [field.name for field in OPPORTUNITY]


NAMES = (
    ("kent-and-medway", "Pebble readers"),
    ("", "Grŵp Darllen: “Pebbles’ end” & more"),
    ("", "index"),
    ("", "Com1"),
    ("", "مریضوں"),
    ("", "A very long title of a panel that reads leaflets for people with pebbles and stones"),
    ("", "x" * 90),
    ("", "Taken name"),
)


def test_a_new_file_has_the_name_that_the_dialogue_would_give(new_page):
    taken = ("taken-name", "taken-name-2", "kent-and-medway-pebble-readers")
    words = [f"{area} {title}" for area, title in NAMES]
    page = new_page("/add/")
    named = page.evaluate(
        """async ([words, entries]) => {
          const { slugFor } = await import("/static/js/form/entryfile.js");
          const rules = await (await fetch("/api/v1/form-rules.json")).json();
          return words.map((one) => slugFor({ ...rules, entries }, one));
        }""",
        [words, taken],
    )
    assert named == [slug_for(one, taken) for one in words]
