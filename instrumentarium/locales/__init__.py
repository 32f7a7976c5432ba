"""What is peculiar to single languages: the interface's words, the order of letters, quotation marks."""

from pathlib import Path

SOURCE = "en"
"""The language from which the interface's words are translated."""


def words_file(code: str, /) -> Path:
    """Return the file with the interface's words in a language; it is not there for every language."""
    return Path(__file__).parent / f"{code}.yml"
