"""The tables, the whole edition and the state of the translations: JSON by its schema, CSV beside it."""

import csv
import io
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from instrumentarium.model.edition import Edition
from tests.support import expected
from tests.support.pages import beside

from .conftest import Files

TABLES = ("meetings", "instruments", "terms")


def _validator(files: Files, name: str) -> Draft202012Validator:
    schema = json.loads(files[f"data/schema/{name}.json"])
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def _table(edition: Edition, files: Files, code: str, table: str) -> Any:
    return json.loads(files[beside(edition, code, f"data/{table}.json")])


@pytest.mark.parametrize("table", TABLES)
def test_a_table_keeps_to_its_schema(edition: Edition, files: Files, table: str, address: str) -> None:
    """In every language; it says where the schema is, and how its texts are to be taken."""
    validator = _validator(files, f"{table}-table")
    for code, language in edition.languages.items():
        content = _table(edition, files, code, table)
        validator.validate(content)
        assert content["language"] == code
        assert content["status"] == expected.status(language)
        relative = "schema" if code == "nl" else "../../data/schema"
        assert content["$schema"] == f"{f'{address}data/schema' if address else relative}/{table}-table.json"


@pytest.mark.parametrize(
    ("name", "path"), [("edition", "data/edition.json"), ("translations", "data/translations.json")]
)
def test_common_json_keeps_to_its_schema(files: Files, name: str, path: str) -> None:
    """The whole edition and the state of every translation."""
    _validator(files, name).validate(json.loads(files[path]))


def test_a_schema_can_find_fault(files: Files) -> None:
    """A sentence without its id is not in order."""
    content = json.loads(files["data/edition.json"])
    del content["languages"]["nl"]["note"]["paragraphs"][0]["sentences"][0]["id"]
    (error,) = _validator(files, "edition").iter_errors(content)
    assert "'id' is a required property" in error.message


@pytest.mark.parametrize("table", TABLES)
def test_csv_says_what_json_says(edition: Edition, files: Files, table: str) -> None:
    """Row by row and field by field; a list is joined, what is null is empty."""
    for code in edition.languages:
        rows = _table(edition, files, code, table)[table]
        content = files[beside(edition, code, f"data/{table}.csv")]
        assert content.startswith(b"\xef\xbb\xbf"), "a spreadsheet knows UTF-8 by its mark"
        header, *lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
        fields = [cell.rpartition("[")[2].removesuffix("]") for cell in header]
        assert sorted(fields) == sorted(rows[0])
        assert len(lines) == len(rows) == len(getattr(edition.facts, table))
        for line, row in zip(lines, rows, strict=True):
            assert dict(zip(fields, line, strict=True)) == {name: _cell(value) for name, value in row.items()}


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "; ".join(value) if isinstance(value, list) else value


@pytest.mark.parametrize("table", TABLES)
def test_a_heading_is_in_the_language(edition: Edition, files: Files, table: str) -> None:
    """With the field's name beside it: "Datum [date]"."""
    headings = {}
    for code, language in edition.languages.items():
        content = files[beside(edition, code, f"data/{table}.csv")].decode("utf-8-sig")
        headings[code] = next(csv.reader(io.StringIO(content, newline="")))
        assert headings[code][0] == f"{language.interface.labels.identifier} [id]"
        assert all(cell.partition(" [")[0].strip() for cell in headings[code])
    assert headings["nl"] != headings["bg"] != headings["el"]


def test_what_is_not_known_is_null(edition: Edition, files: Files) -> None:
    """The number and the date of the note, the body and the day of the breakfast."""
    whole = json.loads(files["data/edition.json"])
    assert (whole["note"]["register_number"], whole["note"]["date"]) == (None, None)
    for code in edition.languages:
        rows = {row["id"]: row for row in _table(edition, files, code, "meetings")["meetings"]}
        breakfast = rows["2024-12-unhcr-iom-breakfast"]
        assert (breakfast["body"], breakfast["body_name"], breakfast["date"]) == (None, None, "2024-12")
        assert breakfast["part_of_month"] == "early"


@pytest.mark.parametrize("table", TABLES)
def test_a_row_rests_on_its_sentence(edition: Edition, files: Files, table: str) -> None:
    """The quote is in the sentence, and the address is the record's."""
    pages = {"meetings": "timeline", "instruments": "instruments", "terms": "glossary"}
    for code in edition.languages:
        for row in _table(edition, files, code, table)[table]:
            assert row["quote"], (code, row["id"])
            assert row["quote"] in row["text"]
            assert row["address"].endswith(f"{pages[table]}/#{row['id']}")


def test_the_whole_edition_has_every_record_in_every_language(edition: Edition, files: Files) -> None:
    """And every page of prose, sentence by sentence."""
    whole = json.loads(files["data/edition.json"])
    assert list(whole["languages"]) == list(edition.languages)
    for code, language in whole["languages"].items():
        for kind, records in edition.facts.records():
            assert list(language[kind.section]) == [record.id for record in records] or kind.section in (
                "bodies",
                "terms",
            )
            assert set(language[kind.section]) == {record.id for record in records}
        assert set(language["pages"]) == set(edition.languages[code].pages)
        assert language["pages"]["about"]["prose"]
