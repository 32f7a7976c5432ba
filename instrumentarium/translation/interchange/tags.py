"""Codes of languages as the files of other tools have them: BCP 47 in XLIFF, gettext's own in PO."""

import langcodes

from instrumentarium.model.edition import Language

_SCRIPTS = {"Latn": "latin", "Cyrl": "cyrillic", "Arab": "arabic", "Deva": "devanagari"}
"""The modifiers by which gettext names a script."""


def in_gettext(code: str, /) -> str:
    """Return a code as gettext writes it: ``pt_BR``, ``sr@latin``, ``zh_Hant``."""
    tag = langcodes.Language.get(code)
    modifier = _SCRIPTS.get(tag.script or "")
    parts = (tag.language, None if modifier else tag.script, tag.territory)
    return "_".join(filter(None, parts)) + (f"@{modifier}" if modifier else "")


def is_same(tag: str, code: str, /) -> bool:
    """Whether a code that a file gives is that of a language, however it is written: ``pt_BR`` is ``pt-BR``."""
    return _parsed(tag) is not None and _parsed(tag) == _parsed(code)


def is_of(tag: str, language: Language, /) -> bool:
    """Whether a code that a file gives names a language: as its folder, or with the region of its variety."""
    locale = language.locale
    variety = _parsed("-".join(filter(None, (locale.language, locale.script, locale.territory))))
    found = _parsed(tag)
    if found is None or variety is None:
        return False
    return is_same(tag, language.code) or (found.territory is not None and found.maximize() == variety.maximize())


def _parsed(tag: str) -> langcodes.Language | None:
    """Return a code, of BCP 47 or of gettext; None where it is none."""
    base, _, modifier = tag.strip().partition("@")
    script = next((script for script, name in _SCRIPTS.items() if name == modifier), None)
    try:
        found = langcodes.Language.get(base.partition(".")[0])
    except ValueError:
        return None
    if not script:
        return found
    return langcodes.Language.make(language=found.language, script=script, territory=found.territory)
