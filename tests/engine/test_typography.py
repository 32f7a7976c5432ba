"""The quotation marks of each language, and the spaces that French wants."""

import pytest

from instrumentarium.locales import typography


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Er sagt „ja“."),
        ("pl", "Mówi „tak”."),
        ("da", "Han siger »ja«."),
        ("sv", "Han säger ”ja”."),
        ("ar", "قال “نعم”."),
        ("fr", "Il dit : «\u00a0oui\u00a0»\u00a0!".replace(" :", "\u00a0:")),
        ("fr", "![La carte](../assets/map.png)"),
        ("pt-BR", "Ele diz “sim”."),
        ("sr-Latn", "Kaže „da”."),
        ("zh-Hant", "他說「是」。"),
        ("en", "1) He says “yes (or ‘no’)”, and it’s [not] said."),
    ],
)
def test_nothing_is_told_of_what_is_right(code: str, text: str) -> None:
    """Each language by its own rules; the bracket after a question's number is none."""
    assert list(typography.problems(text, code)) == []


@pytest.mark.parametrize(
    ("code", "text", "marks"),
    [
        ("de", "Er sagt “ja”.", "“”"),
        ("en", "He says „yes“.", "„“"),
        ("da", "Han siger «ja».", "«»"),
        ("sv", "Han säger ”ja.", "”"),
        ("zh-Hant", "他說“是”。", "“”"),
        ("pt", "Ele diz “sim”.", "“”"),
        ("fr", "Il dit oui ! Non ; quoi?", "!;?"),
        ("fr", "Il dit: «oui»", ":«»"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(code: str, text: str, marks: str) -> None:
    """Each mark where it stands."""
    assert "".join(sorted((text[offset] for offset, _ in typography.problems(text, code)), key=text.index)) == marks
