"""Rebuilding the table: right or not at all, and the same every time."""

from __future__ import annotations

import json
import shutil

import pytest

from geography.lookup.prepared import FOLDER, load_prepared
from geography.making import rebuild
from geography.making.postcode_directory import open_directory
from geography.making.postcode_table import postcodes_from
from geography.making.rebuild import (
    RebuildError,
    changes,
    disagreements,
    main,
    rebuilt,
    report,
    table_text,
)
from geography.making.sources import load_alliances, load_table
from tests.geography.conftest import HEADER, ROOT


@pytest.fixture
def rows(directory):
    return list(open_directory(str(directory)).rows(lambda share: None))


@pytest.fixture
def project(tmp_path):
    """A copy of the repository's geography, to be written to; its one hospital is in Leeds."""
    folder = tmp_path / "project" / FOLDER
    shutil.copytree(ROOT / FOLDER, folder)
    (folder / "hospitals.csv").write_text(
        "hospital,postcode,trust,trust_ods,list\nInvented,LS1 4AP,A Trust,RAA,2024\n",
        encoding="utf-8",
    )
    (folder / "hospital_names.csv").write_text("name,also\n", encoding="utf-8")
    return tmp_path / "project"


def test_the_table_of_a_small_directory(rows, rule, zones):
    table, gathered = rebuilt(rows, rule, zones, "Nov 2025")
    assert table["vintage"] == "ONSPD Nov 2025; Cancer Alliances April 2024"
    assert table["whole"] == {
        "26": "HG1",
        "30": "LS1",
        "31": "SK13",
        "S": "EH1",
        "W": "CF10",
    }
    assert table["mixed"] == {"SN1": {"": "34", "1": {"": "33", "34": "AA"}}}
    assert (gathered.outside, gathered.without_district) == (2, 1)
    postcodes = postcodes_from(table)
    assert [postcodes.keys(one) for one in ("SN1 1AA", "HG1 1AA", "HG1 9AA", "SK13 8AA")] == [
        ("34", "33"),
        ("26", "30"),
        ("26",),
        ("31",),
    ]


def test_the_order_of_the_rows_makes_no_difference(rows, rule, zones):
    forwards, _ = rebuilt(rows, rule, zones, "Nov 2025")
    backwards, _ = rebuilt(rows[::-1], rule, zones, "Nov 2025")
    assert table_text(forwards) == table_text(backwards)


def test_a_table_that_is_wrong_for_one_postcode_is_not_accepted(rows, rule, zones, monkeypatch):
    table, gathered = rebuilt(rows, rule, zones, "Nov 2025")
    table["whole"]["34"] = table["whole"].pop("30")
    assert disagreements(table, gathered) == ["LS14AP", "LS14AQ"]
    monkeypatch.setattr(rebuild, "membership", lambda tree: {"whole": {}, "mixed": {}})
    with pytest.raises(RebuildError, match=r"wrong for \d+ postcodes, the first LS14AP"):
        rebuilt(rows, rule, zones, "Nov 2025")


def test_a_wrong_zone_is_found_too(rows, rule, zones):
    table, gathered = rebuilt(rows, rule, zones, "Nov 2025")
    for zone in table["overlaps"]:
        zone["mixed"], zone["whole"] = {}, {}
    assert sorted(disagreements(table, gathered)) == ["HG11AA", "SK138AA", "SN11AA", "SN12AA"]


def test_an_unknown_district_stops_it_and_nothing_is_written(directory, project, capsys):
    before = (project / FOLDER / "postcodes.json").read_bytes()
    file = directory / "Data" / "ONSPD_NOV_2025_UK.csv"
    file.write_text(
        f"{HEADER}\nXX1 1AA,E06000099,1,2\nXX1 1AB,E06000099,1,2\nYY1 1AA,N09000003,1,2\n",
        encoding="utf-8",
    )
    assert main(["--from", str(directory), "--root", str(project)]) == 2
    said = capsys.readouterr().err
    assert (
        "E06000099 (2 postcodes, such as XX11AA), N09000003 (1 postcodes, such as YY11AA)" in said
    )
    assert "A council was reorganised" in said
    assert (project / FOLDER / "postcodes.json").read_bytes() == before


def test_the_command_writes_the_table_and_says_what_changed(directory, project, capsys):
    assert main(["--from", str(directory), "--root", str(project)]) == 0
    out, err = capsys.readouterr()
    assert "West Yorkshire and Harrogate: 2 postcodes, 0 new here, 0 gone to others" in out
    assert "every postcode agrees with the rule" in out
    assert err.endswith(" 100%\n")
    assert load_table(project)["vintage"] == "ONSPD Nov 2025; Cancer Alliances April 2024"
    assert [line.name for line in load_prepared(project).hospitals[0].lines] == ["Invented"]


def test_without_a_directory_only_what_is_prepared_is_made_anew(project, capsys):
    table = (project / FOLDER / "postcodes.json").read_bytes()
    assert main(["--root", str(project)]) == 0
    assert capsys.readouterr().out == f"{project / FOLDER / 'prepared.json'} written\n"
    assert (project / FOLDER / "postcodes.json").read_bytes() == table
    assert [trust.name for trust in load_prepared(project).trusts] == ["A Trust"]


def test_a_hospital_outside_england_is_an_error(project, capsys):
    file = project / FOLDER / "hospitals.csv"
    file.write_text(file.read_text("utf-8").replace("LS1 4AP", "CF10 1AA"), encoding="utf-8")
    assert main(["--root", str(project)]) == 2
    assert "Invented: CF10 1AA is not a postcode in England" in capsys.readouterr().err


def test_a_source_that_cannot_be_read_is_an_error(project, capsys):
    assert main(["--from", "nowhere", "--root", str(project)]) == 2
    assert "nowhere is not a folder" in capsys.readouterr().err


def test_changes_are_told_alliance_by_alliance(rows, rule, zones):
    _, gathered = rebuilt(rows, rule, zones, "Nov 2025")
    old = {"whole": {"33": "LS1 SN1", "31": "SK13", "26": "HG1", "W": "CF10"}, "mixed": {}}
    assert report(changes(old, gathered), load_alliances(ROOT)) == [
        "Humber and North Yorkshire: 2 postcodes, 0 new here, 0 gone to others",
        "West Yorkshire and Harrogate: 2 postcodes, 2 new here "
        "(2 from Somerset, Wiltshire, Avon and Gloucestershire), 0 gone to others",
        "East Midlands: 1 postcodes, 0 new here, 0 gone to others",
        "Somerset, Wiltshire, Avon and Gloucestershire: 1 postcodes, 0 new here, 4 gone to others",
        "Thames Valley: 2 postcodes, 2 new here "
        "(2 from Somerset, Wiltshire, Avon and Gloucestershire), 0 gone to others",
        "Scotland: 1 postcodes, 1 new here (1 not in the table before), 0 gone to others",
        "Wales: 1 postcodes, 0 new here, 0 gone to others",
    ]


def test_the_committed_table_is_written_as_the_command_writes_it():
    text = (ROOT / FOLDER / "postcodes.json").read_text(encoding="utf-8")
    assert table_text(json.loads(text)) == text
