"""The tables for spreadsheets: the workbook, and the data package that says what the columns of the CSV files are."""

import io
import json
import shutil
from datetime import datetime, time
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package
from openpyxl import Workbook, load_workbook

from instrumentarium.model.edition import Edition
from tests.support import building, expected
from tests.support.pages import beside
from tests.support.sources import edit

from .conftest import Files

TABLES = ("meetings", "instruments", "terms")


def _workbook(edition: Edition, files: Files, code: str) -> Workbook:
    return load_workbook(io.BytesIO(files[beside(edition, code, "data/tables.xlsx")]))


def _table(edition: Edition, files: Files, code: str, table: str) -> Any:
    return json.loads(files[beside(edition, code, f"data/{table}.json")])[table]


def test_the_workbook_says_what_json_says(edition: Edition, files: Files) -> None:
    """Sheet by sheet, row by row and field by field, under the headings of the CSV files."""
    for code, language in edition.languages.items():
        book = _workbook(edition, files, code)
        pages = [language.pages[page].title for page in ("timeline", "instruments", "glossary")]
        assert book.sheetnames == [*pages, language.interface.labels.card]
        for table, sheet in zip(TABLES, book.worksheets, strict=False):
            header, *lines = sheet.iter_rows(values_only=True)
            first, _, _ = files[beside(edition, code, f"data/{table}.csv")].decode("utf-8-sig").partition("\r\n")
            assert ",".join(map(str, header)) == first.replace('"', "")
            fields = [str(cell).rpartition("[")[2].removesuffix("]") for cell in header]
            rows = [{name: _cell(value) for name, value in row.items()} for row in _table(edition, files, code, table)]
            assert [dict(zip(fields, map(_said, line), strict=True)) for line in lines] == rows


def _cell(value: Any) -> Any:
    return ("; ".join(value) if isinstance(value, list) else value) or (False if value is False else None)


def _said(value: Any) -> Any:
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return value.date().isoformat() if isinstance(value, datetime) else value


def test_a_day_is_a_day(edition: Edition, files: Files) -> None:
    """What has no day is text; what is true or false is that."""
    for code in edition.languages:
        meetings = _workbook(edition, files, code).worksheets[0]
        days = {meetings.cell(row, 1).value: meetings.cell(row, 2) for row in range(2, meetings.max_row + 1)}
        assert days.pop("2024-12-unhcr-iom-breakfast").value == "2024-12"
        assert len(days) == len(edition.facts.meetings) - 1
        assert {(cell.is_date, cell.number_format) for cell in days.values()} == {(True, "yyyy-mm-dd")}
        terms = _workbook(edition, files, code).worksheets[2]
        assert {
            type(cell.value) for column in terms.iter_cols() for cell in column[1:] if "[stale]" in column[0].value
        } == {bool}


def test_a_sheet_is_ready_to_be_read(edition: Edition, files: Files) -> None:
    """Its headings are bold and stay in sight, each with a filter; no formula is in it."""
    for code in edition.languages:
        for sheet in _workbook(edition, files, code).worksheets[:3]:
            assert sheet.freeze_panes == "A2"
            assert sheet.auto_filter.ref == sheet.dimensions
            assert all(cell.font.bold for cell in sheet[1])
            assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_the_workbook_says_what_it_is(edition: Edition, files: Files, address: str) -> None:
    """In its properties, and on the last sheet: the note, the status of its text, the licence, the address."""
    for code, language in edition.languages.items():
        book, labels = _workbook(edition, files, code), language.interface.labels
        title, view = expected.title(language), building.view(edition, code)
        assert book.properties.title == title
        assert book.custom_doc_props["Language"].value == code
        told = dict(book.worksheets[-1].iter_rows(values_only=True))
        assert told == {
            labels.subject: title,
            labels.author: view.author(),
            labels.register_number: labels.unknown,
            labels.date: view.written(),
            labels.language: language.strings.language.name,
            labels.this_text: expected.standing(edition, language),
            labels.licence: "CC BY 4.0 · https://creativecommons.org/licenses/by/4.0/",
            **({labels.address: address + beside(edition, code)} if address else {}),
        }


def test_the_csv_files_are_as_their_package_says(edition: Edition, built: Path, files: Files, address: str) -> None:
    """In every language: read by it, they have the values of the JSON files, with their types."""
    for code, language in edition.languages.items():
        package = Package(str(built / beside(edition, code, "data/datapackage.json")))
        report = package.validate()
        assert report.valid, report.flatten(["title", "message"])
        assert package.title == language.strings.site.name
        assert package.homepage == (address + beside(edition, code) if address else None)
        assert (package.custom["language"], package.custom["schema_version"]) == (code, "1.0")
        assert package.resource_names == list(TABLES)
        for table in TABLES:
            resource = package.get_table_resource(table)
            fields = {field.name: field.custom for field in resource.schema.fields}
            rows = [
                {fields[name]["field"]: _parted(value, fields[name].get("delimiter")) for name, value in row.items()}
                for row in resource.read_rows()
            ]
            assert rows == _table(edition, files, code, table)
            assert all(field.description and field.title for field in resource.schema.fields)


def _parted(value: Any, delimiter: str | None) -> Any:
    return (value.split(delimiter) if value else []) if delimiter else value


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("2024-07-22-jha-informal,2024-07-22,", "2024-07-22-jha-informal,22.7.2024,", "constraint-error"),
        ("2024-09-16-coreper,2024", "2024-07-22-jha-informal,2024", "primary-key"),
        (",reported,", ",postponed,", "constraint-error"),
        ("Datum [date]", "Dag [date]", "incorrect-label"),
    ],
)
def test_a_package_can_find_fault(built: Path, tmp_path: Path, before: str, after: str, fault: str) -> None:
    """With a date, an id, a status, a column."""
    shutil.copytree(built / "data", tmp_path / "data")
    edit(tmp_path / "data/meetings.csv", before, after)
    faults = Package(str(tmp_path / "data/datapackage.json")).validate().flatten(["type"])
    assert fault in {type for (type,) in faults}
