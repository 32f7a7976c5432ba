"""The code of a language: the one place that judges it, wherever it is given, and what CLDR knows of it.

A code is a language tag (BCP 47) of two or three letters, with a script and a region where the language
needs them, in the letters' case that the standard recommends: ``uk``, ``hsb``, ``sr-Latn``, ``pt-BR``. So no two
codes differ in their letters' case alone, and none is lost on file systems that do not tell it apart.
"""

import re
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from langcodes import standardize_tag

PATTERN = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"
"""What every code looks like; not all that looks so is the code of a language."""

_SHAPE = re.compile(r"[a-z]{2,3}([-_][a-z]{4})?([-_]([a-z]{2}|[0-9]{3}))?", re.IGNORECASE | re.ASCII)

# The first month where CLDR knows of a language, and has no words of it yet.
_NO_MONTH = "M01"

# British English and European Portuguese (Interinstitutional Style Guide); CLDR's own are others.
_VARIETIES = {"en": "en-GB", "pt": "pt-PT"}


class UnfitCodeError(ValueError):
    """Raised where a text is not the code of a language that a site can have; it says why.

    ``spelling`` is how the code is written where that is all that is wrong with it, "" otherwise.
    """

    def __init__(self, reason: str, spelling: str = "") -> None:
        self.spelling = spelling
        super().__init__(reason)


@cache
def locale(code: str, /) -> Locale:
    """Return the CLDR locale of a language, in the variety that the institutions write.

    Raises UnfitCodeError where there is no such language, it is written otherwise, or CLDR has no data of it.
    """
    if not _SHAPE.fullmatch(code):
        example = "such as uk, sr-Latn or pt-BR"
        raise UnfitCodeError(f"'{code}' is not the code of a language, {example}")
    spelling = standardize_tag(code.replace("_", "-"))
    found = _in_cldr(_VARIETIES.get(spelling, spelling))
    if found is None:
        parent = spelling.partition("-")[0]
        but = f", but has those of '{parent}'" if parent != spelling and _in_cldr(parent) else ""
        what = "dates, numbers and plural forms come from CLDR, which lacks those of"
        raise UnfitCodeError(f"{what} '{spelling}'{but}")
    if spelling != code:
        raise UnfitCodeError(f"the language '{code}' is written '{spelling}'", spelling)
    return found


def _in_cldr(tag: str) -> Locale | None:
    """Return CLDR's locale of a language tag; None where CLDR has none, one of something else, or no months for it."""
    language, *subtags = tag.split("-")
    try:
        found = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
    # Babel takes the nearest that CLDR has: for German in Cyrillic letters, German.
    if found.language != language or not {found.script, found.territory} >= set(subtags):
        return None
    return found if found.months["format"]["wide"][1] != _NO_MONTH else None


def name(code: str, within: Locale | None = None, /) -> str:
    """Return the language's own name for itself: "українська", "português (Brasil)"; "" where CLDR has none.

    Or its name ``within`` another language: "Ukrainian".
    """
    return Locale.parse(code, sep="-").get_display_name(within) or ""


def parents(code: str, /) -> list[str]:
    """Return a code and those that are less exact, in that order: pt-BR, pt."""
    parts = code.split("-")
    return ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]


def script(found: Locale, /) -> str:
    """Return the script (ISO 15924) of a locale, where it is not said the likely one: "Latn" for French."""
    return str(found.script or _likely(found)[1])


def territory(found: Locale, /) -> str:
    """Return the territory of a locale, where it is not said that where it is mostly spoken: "FR" for French."""
    return str(found.territory or _likely(found)[2])


def _likely(found: Locale) -> list[str]:
    """Return the language, the script and the territory that CLDR takes for likely."""
    likely = get_global("likely_subtags")
    parts = likely.get(str(found)) or likely.get(found.language) or f"{found.language}_Latn_001"
    return str(parts).split("_")
