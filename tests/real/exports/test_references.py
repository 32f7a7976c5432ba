"""The date that is inferred, in every file that gives one: marked as inferred, whatever reads it."""

import json

import bibtexparser
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from instrumentarium.model.edition import Edition
from tests.support import building, expected
from tests.support.pages import beside

from .conftest import Files


def test_a_reference_says_that_its_date_is_inferred(edition: Edition, files: Files) -> None:
    """BibTeX by brackets, biblatex by a question mark, RIS beside the month; all of them in words."""
    for code, language in edition.languages.items():
        view = building.view(edition, code)
        written, version = view.written(), view.version().removesuffix(".")
        (entry,) = bibtexparser.loads(files[beside(edition, code, "note.bib")].decode()).entries
        assert (entry["date"], entry["year"]) == ("2024-12?", "[2024]")
        assert "month" not in entry
        assert entry["note"] == f"{expected.status(language)}. {version}. {written}"
        assert entry["title"] == f"{{{expected.title(language)}}}"
        (record,) = rispy.loads(files[beside(edition, code, "note.ris")].decode())
        assert record["year"] == record["date"] == f"2024/12//{written}"
        assert record["notes"] == [expected.status(language), view.version(), written]


def test_csl_says_what_bibtex_says(edition: Edition, files: Files) -> None:
    """The same fields, with the date as uncertain; a processor of citation styles writes author, year and title."""
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    for code, language in edition.languages.items():
        (entry,) = bibtexparser.loads(files[beside(edition, code, "note.bib")].decode()).entries
        items = json.loads(files[beside(edition, code, "note.csl.json")])
        author, title = building.view(edition, code).author(), expected.title(language)
        assert items == [
            {
                "id": entry["ID"],
                "type": "document",
                "author": [{"literal": author}],
                "title": title,
                "issued": {"date-parts": [[2024, 12]], "circa": True},
                "language": code,
                "note": entry["note"],
                **({"URL": entry["url"]} if "url" in entry else {}),
            }
        ]
        bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        bibliography.register(Citation([CitationItem(entry["ID"])]))
        (written,) = map(str, bibliography.bibliography())
        assert written.startswith(f"{author} (2024) “{title}”.")
        assert written.endswith(f"Available at: {entry['url']}." if "url" in entry else "”.")


def test_babel_knows_the_language(edition: Edition, files: Files) -> None:
    """By the names of LaTeX's package, not by codes."""
    names = {
        code: bibtexparser.loads(files[beside(edition, code, "note.bib")].decode()).entries[0]["langid"]
        for code in edition.languages
    }
    assert list(names.values()) == [
        *("bulgarian", "spanish", "czech", "danish", "ngerman", "estonian", "greek", "english", "french", "irish"),
        *("croatian", "italian", "latvian", "lithuanian", "hungarian", "maltese", "dutch", "polish", "portuguese"),
        *("romanian", "slovak", "slovene", "finnish", "swedish"),
    ]


def test_data_say_that_the_date_is_inferred(edition: Edition, files: Files) -> None:
    """With its bounds and its sentences; as ISO 8601-2 writes what is not certain."""
    whole = json.loads(files["data/edition.json"])
    assert whole["note"]["date"] is None
    assert whole["dating"] == {
        "date": "2024-12",
        "inferred": True,
        "earliest": "2024-12-01",
        "latest": "2024-12-11",
        "sources": ["p4s1", "p3s1"],
        "edtf": "2024-12?",
    }
    catalogue = json.loads(files["data/index.json"])
    (note,) = (one for one in catalogue["datasets"] if one["@id"].endswith("#note"))
    assert note["created"] == {"@value": "2024-12?", "@type": "edtf:EDTF"}
    assert "issued" not in note
    assert "December 2024 (inferred; before 11 December 2024)" in files["llms.txt"].decode()


def test_a_term_is_verified_only_with_evidence(edition: Edition, files: Files) -> None:
    """The source language's own are: they stand in the text received."""
    for code, language in edition.languages.items():
        terms = json.loads(files[beside(edition, code, "data/terms.json")])["terms"]
        for term in terms:
            evidence = language.strings.terms[term["id"]].evidence
            assert (term["evidence"], term["verified"]) == (evidence, code == "nl" or evidence is not None)
        assert {term["id"] for term in terms if term["general"]} == {
            *("jha-council", "third-country", "non-paper", "european-council"),
        }
