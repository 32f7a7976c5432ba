"""What makes forms of words in each language, for the search: which needs no dictionary, but has to know an ending."""

from collections.abc import Mapping
from configparser import ConfigParser
from functools import cache
from importlib.resources import files


@cache
def of(code: str, /) -> Mapping[str, str]:
    """Return what is known of a language, each a list with spaces between; empty where nothing is.

    All is plain: in small letters, without accents. ``endings`` are sets of endings that go together, with ``;``
    between them: two words are forms of one that have such endings after the same stem, which has three letters at
    least, or as many as the set begins with; ``-`` is no ending. ``exceptions`` are groups of forms that no set tells,
    with commas; ``apart`` are words that look like forms of others and are none;
    ``beginnings`` are pairs of what a word begins with and what inflection makes of it ("c:ch"; ":ge" is put before
    it); ``links`` join the parts of a compound, and are left out of a language that makes none; ``small`` are the
    words of the grammar, which hardly say what a reader looks for.
    """
    file = files("instrumentarium.locales").joinpath(f"forms/{code.partition('-')[0]}.ini")
    if not file.is_file():
        return {}
    parser = ConfigParser(delimiters=("=",), interpolation=None)
    parser.read_string(file.read_text(encoding="utf-8"))
    return {name: " ".join(words.split()) for name, words in parser["forms"].items()}
