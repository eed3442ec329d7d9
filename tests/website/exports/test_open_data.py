"""Open data: the values of an entry, and a table that a spreadsheet cannot run."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.model.opportunity import Opportunity
from catalogue.problems.origin import Origin
from catalogue.schema.facts import facts_of
from tests.invented import SITE, TODAY, apply, entry, listing, meeting
from website.exports import open_data

FACTS = facts_of(Opportunity)


def item(**values):
    return json.loads(open_data.as_json(open_data.opportunity_item(listing(entry(**values)), SITE)))


def row(**values):
    (one,) = csv.DictReader(io.StringIO(open_data.as_csv([item(**values)], FACTS), newline=""))
    return one


def test_an_entry_has_the_names_of_its_file_and_five_more():
    assert item(deadline=date(2026, 11, 30)) == {
        "slug": "reader-panel",
        "status": "closing_soon",
        "confirmed": True,
        "url": f"{SITE}/opportunities/reader-panel/",
        "title": "Read a leaflet",
        "organiser": "An invented trust",
        "alliances": ["wessex"],
        "kind": "readers_panel",
        "summary": "You read a leaflet. You say what is not clear.",
        "who_for": ["patients"],
        "cancer_types": ["any"],
        "stages": ["any"],
        "deadline": "2026-11-30",
        "sources": ["https://www.example.nhs.uk/panel"],
        "checked": {"on": "2026-11-20", "how": "live-page"},
        "led_by": "partner",
        "left_out": ["cancer_types", "stages", "led_by"],
    }


def test_what_a_file_says_is_not_left_out():
    origin = Origin(path="x", places={"cancer_types": (9, 1), "stages": (10, 1), "led_by": (11, 1)})
    assert "left_out" not in item(origin=origin)
    assert item(origin=Origin(path="x", places={"stages": (9, 1)}))["left_out"] == [
        "cancer_types",
        "led_by",
    ]


@pytest.mark.parametrize(
    ("values", "name", "written"),
    [
        ({"alliances": "all"}, "alliances", "all"),
        ({"deadline": "ongoing"}, "deadline", "ongoing"),
        ({"deadline": datetime(2026, 11, 30, 17)}, "deadline", "2026-11-30 17:00"),
        ({"closed": "yes"}, "closed", "yes"),
        ({"closed": date(2026, 11, 1)}, "closed", "2026-11-01"),
        (
            {"sessions": (meeting(datetime(2026, 12, 3, 14), place="Hull"),)},
            "sessions",
            [{"starts": "2026-12-03 14:00", "place": "Hull"}],
        ),
        ({"apply": apply(phone="01632 960 000")}, "apply", {"phone": "01632 960 000"}),
    ],
)
def test_values_are_written_as_in_a_file(values, name, written):
    assert item(**values)[name] == written


def test_a_collection_says_its_day_and_licence():
    whole = open_data.collection([item()], TODAY)
    assert list(whole) == ["generated", "licence", "count", "items"]
    assert (whole["generated"], whole["count"]) == ("2026-11-22", 1)


@pytest.mark.parametrize(
    "written",
    [
        "=1+2",
        "+44 1632 960 000",
        "-1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\nx",
        "  =1+2",
        "＝1+2",
        "＋1",
        "－1",
        "＠x",
        '=HYPERLINK("https://x.example","x")',
    ],
)
def test_a_spreadsheet_runs_no_cell(written):
    one = row(title=written, place=written, apply=apply(phone=written))
    assert one["title"] == one["place"] == one["apply_phone"] == f"'{written}"


@pytest.mark.parametrize(
    "written", ['Say "yes", then go', "one\ntwo", "a;b", "5 - 6 = ?", "'quoted'", "Æ “x”"]
)
def test_other_cells_come_back_as_they_were(written):
    assert row(title=written)["title"] == written


@given(st.lists(st.text("ab ,;\"'\r\n=@Æ“ı＝\t", max_size=6), min_size=3, max_size=3))
def test_any_words_come_back_from_the_table_unless_a_spreadsheet_would_run_them(texts):
    title, place, apply_to = texts
    table = open_data.as_csv(
        [item(title=title, place=place, apply=apply(how=apply_to)), item()], FACTS
    )
    rows = list(csv.reader(io.StringIO(table, newline="")))
    assert len(rows) == 3
    for written, name in zip(texts, ("title", "place", "apply_how"), strict=True):
        cell = rows[1][open_data.columns(FACTS).index(name)]
        risky = written.lstrip(" ").startswith(open_data.RUN_BY_SPREADSHEETS)
        assert cell == (f"'{written}" if risky else written)


def test_lists_groups_and_meetings_fit_in_a_row():
    one = row(
        alliances=("wessex", "peninsula"),
        apply=apply(email="team@example.nhs.uk"),
        sessions=(
            meeting(datetime(2026, 12, 3, 14), datetime(2026, 12, 3, 16), "Town hall"),
            meeting(date(2026, 12, 9)),
        ),
    )
    assert one["alliances"] == "wessex; peninsula"
    assert one["apply_email"] == "team@example.nhs.uk"
    assert one["checked_on"] == "2026-11-20"
    assert one["sessions"] == "2026-12-03 14:00 to 2026-12-03 16:00, Town hall; 2026-12-09"


def test_every_fact_but_the_text_below_has_a_column():
    values = {
        **dict.fromkeys(("eligibility", "place", "time", "term", "payment_detail"), "x"),
        **dict.fromkeys(("dates_note", "to_confirm", "outcome", "moved_to", "body"), "x"),
        "opens": date(2026, 1, 1),
        "deadline": date(2026, 12, 1),
        "sessions": (meeting(date(2026, 12, 9)),),
        "format": ("online",),
        "expenses": ("travel",),
        "payment": "unpaid",
        "commitment": "one_off_short",
        "apply": apply(url="https://x.example/", how="Ask."),
        "closed": "yes",
    }
    flat = {
        f"{name}_{part}" if isinstance(value, dict) else name
        for name, value in item(**values).items()
        for part in (value if isinstance(value, dict) else [""])
    }
    assert flat - set(open_data.columns(FACTS)) == {"body", "left_out"}
