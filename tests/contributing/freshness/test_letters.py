"""A letter tells an organiser all that we say, and asks whether it is right."""

from datetime import timedelta

from catalogue.model.opportunity import Apply
from catalogue.schema.field_types import Area, Closing
from contributing.freshness.asking_order import asking_order
from contributing.freshness.letters import letter_to
from contributing.freshness.organisers import organisers_to_ask
from project.settings import SiteSettings
from tests.contributing.conftest import TODAY
from tests.contributing.freshness.answers import with_entries

KENT = Area(slugs=("kent-and-medway",))
FILLED_IN = SiteSettings(
    address="https://site.example",
    mailbox="team@site.example",
    owner="Volunteers of Example",
)


def letter(catalogue, name, settings=FILLED_IN):
    organisers = {one.name: one for one in organisers_to_ask(catalogue, TODAY)}
    return letter_to(organisers[name], catalogue, TODAY, settings)


def test_the_letter_tells_every_fact_and_every_gap(existing):
    apply = Apply(email="stones@invented.example")
    catalogue = with_entries(
        existing, {"organiser": "Society", "apply": apply, "alliances": KENT, "place": "The hall"}
    )
    text = letter(catalogue, "Society")
    assert text.startswith("To: stones@invented.example (e-mail)\nSubject: Is what we say")
    assert "\n\nDear team at Society,\n\nWe are volunteers." in text
    assert "We are not part of the NHS" in text
    assert "The site is run by Volunteers of Example.\nYou can see it at https://site.exam" in text
    assert "You can simply answer this message" in text
    assert "please write to team@site.example\n" in text
    assert "We list 1 way to take part that you run." in text
    told = text[text.index("1. Marble") : text.index("Please give us")]
    assert told == (
        "1. Marble Advisory Group (MAG) for pebbles\n"
        "   Our page: https://site.example/opportunities/marble-advisers-1/\n"
        "\n"
        "   What we say:\n"
        "   * Organiser: Society\n"
        "   * Alliances: Kent and Medway\n"
        "   * Kind: Board or committee\n"
        "   * Summary: You give your view on plans for marbles. You advise the invented board that "
        "looks after them.\n"
        "   * Who it is for: People with cancer, or who have had it; Carers (unpaid)\n"
        "   * Rules on who can join: You own a marble, or you have lost one. We have not seen the "
        "rules for joining.\n"
        "   * Types of cancer: Any cancer\n"
        "   * Where somebody is with cancer: Any time\n"
        "   * Place: The hall\n"
        "   * E-mail to start: stones@invented.example\n"
        "   * Sources: https://www.invented.example/marbles\n"
        "   * Checked: 22 November 2026, in a saved copy of the page\n"
        "   * How its date is known: The page has no date. It speaks of marbles, so it is not very "
        "old.\n"
        "   * How wide: Part of an alliance, or several\n"
        "   * Who leads it: A partner\n"
        "   * How sure: Partly clear\n"
        "\n"
        "   What we do not know: how you take part; how much time; time in words; for how long; "
        "money; money in words; costs paid; help; page to start from; phone to start; post to "
        "start; how to start, in words; opens; closes; dates in words; meetings; languages.\n"
        "\n"
        "   What we still have to find out: Check that the group still exists. The copy we read "
        "did not say how to join.\n"
        "\n"
        "   Your answer:\n"
        "   [ ] RIGHT\n"
        "   [ ] CHANGED. What is different:\n"
        "   [ ] ENDED. Since when:\n"
        "\n"
    )


def test_every_declared_fact_is_in_a_letter(existing):
    text = letter(with_entries(existing, {"organiser": "Society"}), "Society").casefold()
    for fact in existing.catalogue.facts:
        labels = [part.label for part in fact.type.parts] or [fact.label]
        ours = fact.part in ("page", "sure", "end") or fact.name in ("title", "to_confirm")
        if fact.name not in ("checked", "sessions") and not ours:
            assert all(label.casefold() in text for label in labels), fact.name


def test_a_site_without_settings_names_none(existing):
    text = letter(with_entries(existing, {"organiser": "Society"}), "Society", SiteSettings())
    assert "Our page" not in text
    assert "The site is run by" not in text
    assert "write to" not in text.replace("have to write to a group", "")


def test_a_letter_through_an_alliance_asks_to_pass_it_on(existing):
    entry = {"organiser": "Society", "alliances": KENT, "apply": None}
    text = letter(with_entries(existing, entry), "Society")
    assert text.startswith("To: through Pebble Alliance of Kent and Medway: ")
    assert "Dear team at Pebble Alliance of Kent and Medway,\n\nThis is for: Society." in text
    assert "that they run." in text


def test_an_alliance_is_asked_for_its_contacts_and_for_what_is_missing(existing):
    text = letter(existing.catalogue, "Pebble Alliance of Kent and Medway")
    contact = existing.catalogue.alliances["kent-and-medway"].contact
    assert f"* Website: {contact['website']}\n" in text
    assert "Your page on our site: https://site.example/alliances/kent-and-medway/\n" in text
    assert "Is anything missing?" in text
    partner = {"organiser": "Society", "alliances": KENT}
    text = letter(with_entries(existing, partner), "Pebble Alliance of Kent and Medway")
    assert "* Marble Advisory Group (MAG) for pebbles (Society)\n" in text
    assert "that you run" not in text


def test_a_contact_that_is_not_known_is_said_to_be(existing):
    catalogue = with_entries(existing)
    bare = [one for one in organisers_to_ask(catalogue, TODAY) if not one.ways]
    assert bare
    assert "To: not known to us" in letter_to(bare[0], catalogue, TODAY, FILLED_IN)
    assert "* Phone: not known to us" in letter_to(bare[0], catalogue, TODAY, FILLED_IN)


def test_the_letter_asks_what_came_of_what_ended(existing):
    ended = {"organiser": "Society", "deadline": Closing(moment=TODAY - timedelta(days=60))}
    text = letter(with_entries(existing, ended, {"organiser": "Society"}), "Society")
    assert "We list 1 way to take part" in text
    assert "(ended on 23 September 2026). What came of it: not known to us\n" in text


def test_the_table_says_whom_to_ask_how_and_where_the_letter_is(existing):
    catalogue = with_entries(
        existing,
        {"organiser": "Society | Stones", "apply": Apply(email="stones@invented.example")},
        {"organiser": "Marbles", "alliances": Area(), "apply": None},
    )
    organisers = organisers_to_ask(catalogue, TODAY)
    table = asking_order(organisers, catalogue.vocabularies, TODAY)
    lines = table.splitlines()
    assert "nobody has confirmed 2 entries of 2 organisers" in table
    assert lines[4].startswith("|  | Whom to ask | Entries | From a page with no date |")
    assert lines[6] == (
        "| 1 | Marbles | 1 | 1 | 0 | 0 | 0 | not known to us (look for one on "
        "https://www.invented.example/marbles) | [marbles.txt](marbles.txt) |"
    )
    assert lines[7] == (
        "| 2 | Society \\| Stones | 1 | 1 | 0 | 0 | 0 | stones@invented.example (e-mail) | "
        "[society-stones.txt](society-stones.txt) |"
    )
    assert len(lines) == 8 + len(catalogue.alliances)
