"""The interface's words that come with the engine: whole, and of the English words of today."""

import pytest

from instrumentarium import locales
from instrumentarium.model.interface import Counts, Kinds, ThemeLabels
from instrumentarium.model.labels import Labels
from instrumentarium.translation import engine_words


def test_the_engine_has_the_official_languages() -> None:
    """All 24."""
    assert len(locales.languages()) == 24


@pytest.mark.parametrize("code", [code for code in locales.languages() if code != locales.SOURCE])
def test_every_word_is_translated_from_the_word_of_today(code: str) -> None:
    """None is missing, none is stale."""
    assert {key: state for key, state in engine_words.states(code).items() if state != "done"} == {}


def test_a_word_that_is_changed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the English word is another one, the others are stale."""
    monkeypatch.setattr(engine_words, "pin_of", lambda text: f"another {text}")
    assert set(engine_words.states("fr").values()) == {"stale"}


@pytest.mark.parametrize("model", [Labels, ThemeLabels, Counts, Kinds])
def test_a_translator_knows_where_a_word_stands(model: type[Labels]) -> None:
    """Every word has a description, which names its placeholders."""
    for name, field in model.model_fields.items():
        assert field.description, name
