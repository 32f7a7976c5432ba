"""A language's folder to and from the formats of translators' own tools: XLIFF 1.2 and gettext PO.

A unit of the exchanged file has our key as its id (XLIFF) or context (PO).
"""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Mapping
from datetime import datetime

from instrumentarium.model.edition import Edition, Language
from instrumentarium.translation.interchange import omegat, po, xliff
from instrumentarium.translation.interchange.returned import Returned, UnfitFileError
from instrumentarium.translation.interchange.segments import segments

FORMATS: Mapping[str, str] = {"xliff": ".xlf", "po": ".po", "omegat": "-omegat"}
"""What each format puts after the language's code to name its file, or the folder of a project."""


def exported(edition: Edition, language: Language, form: str, date: datetime, /) -> Mapping[str, bytes]:
    """Return a language in one of the formats: files by path below the folder of a project, or one whose path is ""."""
    found, source = segments(edition, language), edition.source
    if form == "omegat":
        return omegat.project(found, source, language)
    if form == "po":
        return {"": po.written(found, source, language, date)}
    return {"": xliff.written(found, source, language)}


def returned(content: bytes, /) -> Returned:
    """Return what a translator's file says; UnfitFileError where it is neither XLIFF nor PO, or is not whole."""
    is_xml = content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or content.lstrip(BOM_UTF8 + b" \t\r\n").startswith(b"<")
    try:
        return xliff.read(content) if is_xml else po.read(content)
    except UnfitFileError:
        raise
    except Exception as error:
        raise UnfitFileError(_why_unreadable(content.replace(b"\0", b""))) from error


def _why_unreadable(content: bytes) -> str:
    """Return why a parser fails, which tells it in its own words: of files in UTF-16, each second byte is left out."""
    for form, sign in (("XLIFF", b"<xliff"), ("PO", b"msgid")):
        if sign in content:
            return f"it is {form} that is cut or damaged"
    return "it is neither XLIFF nor PO"
