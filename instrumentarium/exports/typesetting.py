"""Typst, as the exporters call it: with the fonts that come in its wheel and none of the machine's."""

import hashlib
import os
import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

import typst
from babel.numbers import format_decimal

from instrumentarium.exports.json_text import json_bytes
from instrumentarium.model.edition import Language

# The fonts have every letter of the languages that are written so; of others, some or none.
_SCRIPTS = {"Latn", "Grek", "Cyrl"}
_PLAIN = b"#set document(title: [.])\n#sys.inputs.data"

known: dict[str, bytes] = {}
"""What has been typeset in this process, by all that it was made of: a preview typesets only what is new."""

PDFStandard = Literal["a-2a", "ua-1"]


class TypesettingError(Exception):
    """Typst cannot set a text: in the fonts of its wheel a letter is missing."""

    @property
    def letters(self) -> str:
        """The text that no font has; "" where Typst complains of something else."""
        found = re.search('the text `"(.+?)"` could not be displayed', str(self))
        return found[1] if found else ""


@cache
def _compiler() -> typst.Compiler:
    os.environ.setdefault("RAYON_NUM_THREADS", "1")  # a process for each processor, not a thread in each of them, too
    return typst.Compiler(font_paths=typst.Fonts(include_system_fonts=False), ignore_system_fonts=True)


@cache
def _template(name: str) -> bytes:
    folder = files("instrumentarium.exports").joinpath("typst")
    return b"\n".join(folder.joinpath(f"{part}.typ").read_bytes() for part in ("pictures", name))


@lru_cache(maxsize=64)
def is_covered(language: Language, /) -> bool:
    """Whether the fonts have the letters of a language: of one that they lack there is no PDF and no picture.

    They are taken to have them where it is written in a script that they cover: a letter that they lack is then a
    fault of the text.
    """
    if language.script in _SCRIPTS:
        return True
    months, digits = (
        language.locale.months["format"]["wide"].values(),
        format_decimal(1234567890, locale=language.locale),
    )
    words = (language.strings.language.name, language.interface.model_dump_json(), *months, digits)
    texts = [*words, *(unit.text for unit in language.units.values())]
    try:
        _compiler().compile(input=_PLAIN, format="pdf", sys_inputs={"data": "\n".join(texts)}, pdf_standards=["a-2a"])
    except typst.TypstError:
        return False
    return True


def typeset(
    template: str,
    data: Mapping[str, Any],
    format: Literal["pdf", "png"],
    /,
    *,
    standards: Sequence[PDFStandard] = (),
) -> bytes:
    """Return a document that a template of ``typst/`` makes of ``data``; of a picture, its first page.

    Raises TypesettingError where the text cannot be set, for want of a letter in the fonts.
    """
    text = json_bytes(data).decode()
    key = hashlib.sha256(repr((template, text, format, standards)).encode()).hexdigest()
    if key in known:
        return known[key]
    try:
        made = _compiler().compile(
            input=_template(template),
            format=format,
            sys_inputs={"data": text},
            pdf_standards=list(standards),
            ppi=72,
        )
    except typst.TypstError as error:
        raise TypesettingError(error.message) from None
    pages = made if isinstance(made, list) else [made]
    assert pages[0] is not None
    known[key] = pages[0]
    return pages[0]
