"""What is peculiar to single languages: the interface's words and pages, the order of letters, quotation marks."""

from pathlib import Path

SOURCE = "en"
"""The language from which the interface's words are translated."""


def words_file(code: str, /) -> Path:
    """Return the file with the interface's words in a language; it is not there for every language.

    A variety of a language has the words of that, where it is written in the same letters: ``de-AT`` those of ``de``.
    """
    folder, (language, *subtags) = Path(__file__).parent, code.split("-")
    own, is_variety = folder / f"{code}.yml", [len(one) for one in subtags] in ([2], [3])
    return folder / f"{language}.yml" if is_variety and not own.is_file() else own


def pages_folder(code: str, /) -> Path:
    """Return the folder with the engine's pages in a language; it is there for the languages that have its words."""
    return Path(__file__).parent / "pages" / words_file(code).stem


def pins_file(code: str, /) -> Path:
    """Return the file with the pins of the interface's words in a language: the hashes of the English ones."""
    return Path(__file__).parent / "pins" / f"{code}.yml"


def languages() -> list[str]:
    """Return the codes of the languages that have the interface's words."""
    return sorted(path.stem for path in Path(__file__).parent.glob("*.yml"))
