"""The meetings as a feed: Atom (RFC 4287).

Of an entry, the day is known on which it changed; the seconds that stand beside it keep the order of the meetings, for
readers that sort by nothing else.
"""

from datetime import UTC, datetime, time, timedelta
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
    meetings = view.facts.meetings
    moments = [_changed(view, one.source) + timedelta(seconds=index) for index, one in enumerate(meetings)]
    itself = [_E.link(rel="self", href=view.address(view.path), type=MEDIA_TYPE)] if view.is_published else []
    feed = _E.feed(
        {f"{XML}lang": language.code},
        _E.id(uuid_of(view.facts, language.code, "timeline").urn),
        _E.title(f"{page.title} – {view.strings.site.name}"),
        _E.subtitle(f"{page.description} ({view.standing()})"),
        _updated(max(_changed(view), *moments)),
        _E.author(_E.name(view.strings.site.name)),
        _E.rights(view.strings.site.rights),
        _page(view, view.url("timeline")),
        *itself,
        *(_entry(view, meeting, moment) for meeting, moment in reversed([*zip(meetings, moments, strict=True)])),
    )
    return written_in_ascii(feed)


def _entry(view: FileView, meeting: Meeting, moment: datetime) -> Any:
    words, shown = view.words("meetings", meeting), view.told_in("meetings", meeting)
    sentence, where = shown.note.sentences[meeting.source], view.where(meeting.source)
    lang = {f"{XML}lang": shown.code}
    said_in = {} if shown is view.language else lang
    untranslated = [] if shown is view.language else [f"{view.labels.shown_in_source} ({shown.code})"]
    return _E.entry(
        _E.id(uuid_of(view.facts, view.language.code, meeting.id).urn),
        _E.title(said_in, f"{words.name} ({view.meeting_date(meeting)})"),
        _updated(moment),
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


def _changed(view: FileView, place: str = "") -> datetime:
    """Return when the sentence at a place last changed in the view's language, or anything where none is given.

    That is the day of a version; of what has changed since, the date of the build: with that alone, whatever is built
    anew would come to readers as new.
    """
    edition, code, built = view.edition, view.language.code, view.site.build_date
    if view.is_changed and (not place or place in edition.unreleased.get(code, ())):
        return built
    days = [one.date for one in edition.releases if not place or place in one.texts.get(code, ())]
    return datetime.combine(days[-1], time(), UTC) if days else built


def _updated(moment: datetime) -> Any:
    return _E.updated(moment.strftime("%Y-%m-%dT%H:%M:%SZ"))


def _page(view: FileView, address: str) -> Any:
    return _E.link(rel="alternate", href=address, type="text/html", hreflang=view.language.code)
