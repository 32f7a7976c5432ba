"""The workbook, whatever the titles of an edition's pages and however long its texts are."""

import io
from dataclasses import replace

import pytest
from openpyxl import Workbook, load_workbook

from instrumentarium.exports.file_view import FileView
from instrumentarium.exports.xlsx import tables_xlsx
from instrumentarium.model.edition import Edition

LONG = "Meetings of the working group and of the committee"


def _workbook(edition: Edition, **titles: str) -> Workbook:
    """Return the English workbook of the edition with other titles of pages."""
    english = edition.languages["en"]
    pages = {name: replace(page, title=titles.get(name, page.title)) for name, page in english.pages.items()}
    view = FileView(edition=edition, language=replace(english, pages=pages), path="en/data/tables.xlsx")
    return load_workbook(io.BytesIO(tables_xlsx(view)))


@pytest.mark.parametrize(
    ("timeline", "instruments", "glossary", "names"),
    [
        ("Meetings", "Tools", "Terms", ["Meetings", "Tools", "Terms"]),
        # Marks that the format forbids, a name that Excel keeps for itself, the same name twice.
        ("'Who/when?'", "History", "[Terms]: *", ["Who when", "instruments 3", "Terms"]),
        (LONG, LONG + ", too", LONG.upper(), [LONG[:31].strip(), "instruments 3", "terms 4"]),
        ("Terms", "/", "terms", ["Terms", "instruments 3", "terms 4"]),
    ],
)
def test_a_sheet_has_a_name_that_spreadsheets_take(
    edition: Edition, timeline: str, instruments: str, glossary: str, names: list[str]
) -> None:
    """As much of the page's title as they take; a name of its own where that is no name, or taken."""
    found = _workbook(edition, timeline=timeline, instruments=instruments, glossary=glossary).sheetnames
    assert found == [*names, edition.languages["en"].interface.labels.card]


def test_text_is_text(edition: Edition) -> None:
    """What looks like a formula, a number or an address; a row is never higher than spreadsheets take."""
    english, id = edition.languages["en"], edition.facts.terms[0].id
    terms = {name: one for name, one in english.strings.terms.items() if name != id}
    for told in ("=1+1", "{=1+1}", "+1", "007", "https://host.invalid/", "_x0041_", "long " * 2000):
        term = english.strings.terms[id].model_copy(update={"definition": told})
        strings = english.strings.model_copy(update={"terms": {**terms, id: term}})
        view = FileView(edition=edition, language=replace(english, strings=strings), path="en/data/tables.xlsx")
        sheet = load_workbook(io.BytesIO(tables_xlsx(view))).worksheets[2]
        cells = {cell.value: cell for cell in sheet[2]}
        assert told in cells, told
        assert (cells[told].data_type, cells[told].hyperlink) == ("s", None)
        assert (400 < (sheet.row_dimensions[2].height or 0) < 409.5) == told.startswith("long")
