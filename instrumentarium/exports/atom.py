"""The meetings as a feed: Atom (RFC 4287).

Its entries are published together, so that they share the moment at which they changed: there is no other to tell.
"""

from datetime import UTC, datetime, time
from typing import Any

from lxml.builder import ElementMaker

from instrumentarium.exports.file_view import FileView
from instrumentarium.exports.identifiers import uuid_of
from instrumentarium.exports.xml import XML, written_in_ascii
from instrumentarium.model.records import Meeting
from instrumentarium.model.text import Borrowed

_NAMESPACE = "http://www.w3.org/2005/Atom"
_E = ElementMaker(namespace=_NAMESPACE, nsmap={None: _NAMESPACE})
MEDIA_TYPE = "application/atom+xml"


def timeline_atom(view: FileView, /) -> bytes:
    """Return an entry for each meeting, the latest first; the ids are those of the texts in the language."""
    language, page = view.language, view.language.pages["timeline"]
    itself = [_E.link(rel="self", href=view.address(view.path), type=MEDIA_TYPE)] if view.is_published else []
    feed = _E.feed(
        {f"{XML}lang": language.code},
        _E.id(uuid_of(view.facts, language.code, "timeline").urn),
        _E.title(f"{page.title} – {view.strings.site.name}"),
        _E.subtitle(f"{page.description} ({view.status()})"),
        _updated(view),
        _E.author(_E.name(view.strings.site.name)),
        _E.rights(view.strings.site.rights),
        _page(view, view.url("timeline")),
        *itself,
        *(_entry(view, meeting) for meeting in reversed(view.facts.meetings)),
    )
    return written_in_ascii(feed)


def _entry(view: FileView, meeting: Meeting) -> Any:
    words, shown = view.words("meetings", meeting), view.told_in("meetings", meeting)
    sentence, where = shown.note.sentences[meeting.source], view.where(meeting.source)
    lang = {f"{XML}lang": shown.code}
    said_in = {} if shown is view.language else lang
    untranslated = [] if shown is view.language else [f"{view.labels.shown_in_source} ({shown.code})"]
    return _E.entry(
        _E.id(uuid_of(view.facts, view.language.code, meeting.id).urn),
        _E.title(said_in, f"{words.name} ({view.meeting_date(meeting)})"),
        _updated(view),
        _page(view, f"{view.url('timeline')}#{meeting.id}"),
        _E.link(rel="related", href=view.link(meeting.source), title=where),
        _E.summary(said_in, words.summary),
        _E.content(lang, "\n\n".join([sentence.text, *untranslated]), type="text"),
        _category(view, meeting.status),
    )


def _category(view: FileView, status: str) -> Any:
    label = view.language.kinds[status]
    said_in = {f"{XML}lang": view.edition.source.code} if isinstance(label, Borrowed) else {}
    return _E.category(said_in, term=status, label=label)


def _updated(view: FileView) -> Any:
    """Return when the edition changed: the day of its version; of what is changed since, the date of the build.

    With the latter alone, whatever is built anew would come to readers as new.
    """
    release = view.edition.release
    moment = view.site.build_date
    if release and not view.is_changed:
        moment = datetime.combine(release.date, time(), UTC)
    return _E.updated(moment.strftime("%Y-%m-%dT%H:%M:%SZ"))


def _page(view: FileView, address: str) -> Any:
    return _E.link(rel="alternate", href=address, type="text/html", hreflang=view.language.code)
