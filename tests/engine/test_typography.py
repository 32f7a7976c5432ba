"""The quotation marks of each language, the spaces that French wants, and where no printed line ends."""

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


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nl", "op 22_juli 2024, 12_leden en punt 5 (a)"),
        ("fr", "le 1er_décembre, le 16_septembre et la page 3"),
        ("mt", "il-5_ta’ Ottubru, sal-31_ta’ Diċembru"),
        ("el", "στις 14_Νοεμβρίου 2024"),
        ("ar", "في 22_يوليو 2024"),
        ("cs", "Dne 5._a_6._září v_Brně, i_v_16_zemích; bod a) k_2024"),
        ("sk", "V_tejto súvislosti 16._septembra o_tom"),
        ("en", "I see a house"),
    ],
)
def test_what_stands_on_one_line(code: str, text: str) -> None:
    """The day with its month in every language; a letter with its word only where printers hold it for a fault."""
    assert typography.unbroken(text.replace("_", " "), code).replace("\u00a0", "_") == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("22. července 2024 – i v 16 zemích", ["22. července", "i v 16 zemích"]),
        ("« Le\u00a01er mai »", ["Le\u00a01er mai"]),
        ("Bez", []),
        ("", []),
    ],
)
def test_runs_are_the_text(text: str, kept: list[str]) -> None:
    """With its own spaces; every second one is what stands on one line."""
    runs = typography.runs(text, "cs")
    assert "".join(runs) == text
    assert runs[1::2] == kept
