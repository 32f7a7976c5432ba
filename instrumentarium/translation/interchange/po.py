"""PO, the format of gettext: our key is the context of each entry.

See https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html. Each plural form is an entry of its
own, named by its category: CLDR's categories are more than those that gettext's programs know of a language.
"""

import re
from dataclasses import replace
from datetime import datetime

from babel.plural import to_gettext
from translate.storage.pypo import pofile, pounit

from instrumentarium.model.edition import Language
from instrumentarium.model.unit import UnitKey
from instrumentarium.translation.interchange import tags
from instrumentarium.translation.interchange.returned import Returned, ReturnedUnit, UnfitFileError, UnitState
from instrumentarium.translation.interchange.segments import Segment


def written(segments: list[Segment], source: Language, language: Language, date: datetime, /) -> bytes:
    """Return a language as PO; ``date`` is that of the sources, so that the same sources give the same bytes."""
    store: pofile = pofile()
    moment, name = date.strftime("%Y-%m-%d %H:%M+0000"), language.strings.language.name
    store.updateheader(
        add=True,
        Project_Id_Version="instrumentarium",
        Report_Msgid_Bugs_To="",
        POT_Creation_Date=moment,
        PO_Revision_Date=moment,
        Last_Translator=", ".join(language.strings.language.reviewers) or "instrumentarium",
        Language_Team=name,
        Language=tags.in_gettext(language.code),
        MIME_Version="1.0",
        Content_Type="text/plain; charset=UTF-8",
        Content_Transfer_Encoding="8bit",
        Plural_Forms=_plural_forms(language),
        X_Generator="instrumentarium",
        X_Source_Language=tags.in_gettext(source.code),
        X_Last_Unit=segments[-1].key if segments else "",
    )
    store.header().markfuzzy(present=False)
    for segment in segments:
        store.addunit(_unit(segment))
    return bytes(store)


def _plural_forms(language: Language) -> str:
    """Return CLDR's rule in gettext's terms, which has no ``e``: the exponent of a number such as 1M."""
    return re.sub(r"\be\b", "0", to_gettext(language.locale.plural_form))


def _unit(segment: Segment) -> pounit:
    unit = pounit(segment.source)
    unit.setcontext(segment.key)
    unit.target = segment.target
    english = [f"English: {segment.english}"] if segment.english else []
    unit.addnote("\n".join([*segment.note, *english]), origin="developer")
    unit.addlocation(f"{segment.file}:{segment.line}" if segment.line else segment.file)
    if segment.keeps_placeholders:
        unit.settypecomment("python-brace-format")
    unit.markfuzzy(segment.state == "stale")
    return unit


def read(content: bytes, /) -> Returned:
    """Return what a PO file says; UnfitFileError where it is none that has our keys."""
    store = pofile.parsestring(content)
    units = [unit for unit in store.units if unit.getcontext() and not unit.isheader() and not unit.isobsolete()]
    if not units:
        raise UnfitFileError("it is neither XLIFF nor PO with a key as the context of each entry")
    header = store.parseheader()
    *whole, last = map(_returned, units)
    if _is_cut(last, content, is_end=str(header.get("X-Last-Unit", "")) in {"", *map(pounit.getcontext, store.units)}):
        last = replace(last, state="unfinished")
    return Returned(
        sources=frozenset({str(header.get("X-Source-Language", ""))}),
        targets=frozenset({str(header.get("Language", ""))}),
        units=(*whole, last),
    )


def _is_cut(last: ReturnedUnit, content: bytes, *, is_end: bool) -> bool:
    """Whether the last translation of a file may go on in lines that were lost.

    A line that goes on ends with a space, or else at a hyphen or a quotation mark; then it is not known, and where
    the entries do not go on to the last that was exported (``is_end``), no text of several lines is trusted.
    """
    goes_on = last.target[-1:].isspace() and not last.source[-1:].isspace()
    has_several_lines = content.rstrip().rpartition(b"\n")[2].startswith(b'"')
    return last.state == "translated" and (goes_on or (has_several_lines and not is_end))


def _returned(unit: pounit) -> ReturnedUnit:
    target = str(unit.target or "")
    state: UnitState = "unfinished" if unit.isfuzzy() else "translated"
    return ReturnedUnit(
        key=UnitKey(unit.getcontext()),
        source=str(unit.source),
        target=target,
        state=state if target.strip() else "gap",
    )
