"""Typst, as the exporters call it: with the fonts that come in its wheel and none of the machine's."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import typst

known: dict[str, bytes] = {}
"""What has been typeset in this process, by all that it was made of: a preview typesets only what is new."""

PDFStandard = Literal["a-2a", "ua-1"]


class TypesettingError(Exception):
    """Typst cannot set a text: in the fonts of its wheel a letter is missing."""


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(font_paths=typst.Fonts(include_system_fonts=False), ignore_system_fonts=True)


@cache
def _template(name: str) -> bytes:
    return files("instrumentarium.exports").joinpath(f"typst/{name}.typ").read_bytes()


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
    text = json.dumps(data, ensure_ascii=False)
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
