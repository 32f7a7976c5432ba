"""Rules for what records rest on: the sentence, the quote from it, the forms of a term."""

from collections.abc import Iterator, Mapping

from instrumentarium.checks.facts import lists
from instrumentarium.model.edition import Language
from instrumentarium.model.note import Sentence
from instrumentarium.model.phrases import find_phrase
from instrumentarium.model.place import Place
from instrumentarium.model.records import Record, RecordKind
from instrumentarium.model.unit import GAP
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.tree import SourceTree, note_file, strings_file
from instrumentarium.sources.yaml_faults import CURLY
from instrumentarium.sources.yaml_positions import Path
from instrumentarium.translation.status import told_in

_Phrases = Mapping[str, tuple[str, ...]]
"""Phrases of which a sentence has one, by language."""


def sources_exist(tree: SourceTree) -> Iterator[Diagnostic]:
    """The sentence that a record names is a sentence of the note."""
    if (source := tree.source) is None:
        return
    extent = ", ".join(paragraph.sentences[-1].id for paragraph in source.note.body) + " as their last"
    for kind, records in lists(tree):
        for index, record in enumerate(records):
            wanted: list[tuple[Path, Place]] = [(("source",), record.source)]
            wanted += [(("sentences", number), place) for number, place in enumerate(getattr(record, "sentences", ()))]
            for field, place in wanted:
                if place not in source.note.sentences:
                    message = f"the note has no sentence '{place}'; its paragraphs have {extent}"
                    found = tree.at(kind.path, (kind.section, index, *field), message)
                    yield found.about((kind.section, record.id, *map(str, field)), ("note", place.paragraph))


def sources_say_the_quotes(tree: SourceTree) -> Iterator[Diagnostic]:
    """The sentence that a record names is the one that its quotes, or a term's forms, stand in."""
    code, misplaced = tree.facts.note.language, dict[str, list[tuple[str, str, Diagnostic]]]()
    for kind, index, record in _records(tree):
        phrases, paragraph = _phrases(tree, kind.section, record), record.source.paragraph
        if other := _other_sentence(tree, record, phrases):
            message = f"'{phrases[code][0]}' does not stand in sentence {record.source}, but in {other}"
            place = tree.at(kind.path, (kind.section, index, "source"), f"{message}; correct the source")
            found = place.about((kind.section, record.id), ("note", paragraph))
            misplaced.setdefault(paragraph, []).append((record.id, other, found))
    for paragraph, records in misplaced.items():
        if len(records) == 1 or tree.source is None:
            yield records[0][2]
            continue
        # The sentences of a paragraph were divided or joined.
        listed = ", ".join(f"{id} in {other}" for id, other, _ in records)
        message = f"records of '{paragraph}' stand in other sentences than they say: {listed}"
        line = tree.source.note.by_id[paragraph].line if paragraph in tree.source.note.by_id else 1
        mend = "put the sentences back, or correct the source of each"
        yield Diagnostic(note_file(code), line, 1, f"{message}; {mend}").about(("note", paragraph))


def _other_sentence(tree: SourceTree, record: Record, phrases: _Phrases) -> str | None:
    """Return the sentence that has in most languages what that of a record lacks in the source language."""
    source = tree.source
    if source is None or source.code not in phrases or _is_said(phrases[source.code], record.source, source):
        return None
    for place in source.note.sentences:
        saying = [code for code in phrases if _is_said(phrases[code], place, tree.languages[code])]
        if source.code in saying and 2 * len(saying) > len(phrases):
            return place
    return None


def _is_said(phrases: tuple[str, ...], place: str, language: Language) -> bool:
    sentence = language.note.sentences.get(place)
    return sentence is not None and any(find_phrase(phrase, sentence.text) is not None for phrase in phrases)


def _records(tree: SourceTree) -> Iterator[tuple[RecordKind, int, Record]]:
    for kind, records in tree.facts.records():
        for index, record in enumerate(records):
            yield kind, index, record


def _phrases(tree: SourceTree, section: str, record: Record) -> _Phrases:
    """Return the quote of a record, or the forms of a term, in each language that the record is shown in."""
    found = {}
    for code, language in tree.languages.items():
        if _is_told(tree, language, section, record):
            words = getattr(language.strings, section)[record.id]
            found[code] = tuple(words.forms) if section == "terms" else (words.quote,)
    return found


def _is_told(tree: SourceTree, language: Language, section: str, record: Record) -> bool:
    if record.source not in language.note.sentences or record.id not in getattr(language.strings, section):
        return False  # other rules tell that
    return told_in(tree.source or language, language, section, record) is language


def told_records(tree: SourceTree, language: Language, /) -> Iterator[tuple[str, Record, Sentence]]:
    """Yield the section of each record that is shown in that language, the record, and its sentence."""
    for kind, _, record in _records(tree):
        if _is_told(tree, language, kind.section, record):
            yield kind.section, record, language.note.sentences[record.source]


def sources_come_first(tree: SourceTree) -> Iterator[Diagnostic]:
    """A body or a term rests on the first place of the note that names it, be it a line of the head."""
    if (source := tree.source) is None:
        return
    texts = sorted(source.note.lines(), key=lambda text: text.id.kind == "footnote")
    for kind, index, record in _records(tree):
        phrases = _names(source, record.id) if kind.section in ("bodies", "terms") else set[str]()
        first = next(
            (one.id for one in texts if any(find_phrase(name, one.text) is not None for name in phrases)), None
        )
        if first not in (None, record.source) and record.source in source.note.sentences:
            message = f"'{record.id}' is named in {first} already; correct the source"
            place = tree.at(kind.path, (kind.section, index, "source"), message)
            yield place.about((kind.section, record.id), ("note", record.source.paragraph))


def _names(language: Language, id: str) -> set[str]:
    """Return the phrases by which a language names a body or a term, which may be one and the same."""
    body, term = language.strings.bodies.get(id), language.strings.terms.get(id)
    return {*([body.name, body.quote] if body else []), *([term.name, *term.forms] if term else [])}


def quotes_are_literal(tree: SourceTree) -> Iterator[Diagnostic]:
    """The quote of a record, and what says where a meeting is, are phrases of its sentence, letter for letter."""
    for code, language in tree.languages.items():
        for section, record, sentence in told_records(tree, language):
            words = getattr(language.strings, section)[record.id]
            for field in ("quote", "location"):
                quote = getattr(words, field, None)
                if quote in (None, "", GAP) or find_phrase(quote, sentence.text) is not None:
                    continue
                message = f"'{quote}' does not stand in sentence {record.source}; quote it letter for letter"
                if find_phrase(" ".join(quote.split()), " ".join(sentence.text.split())) is not None:
                    spaces = "other spaces, no-break or not, than in"
                    message = f"'{quote}' has {spaces} sentence {record.source}; copy it from there"
                if quote.startswith(CURLY) and find_phrase(quote[1:-1], sentence.text) is not None:
                    message = f'{quote[0]}…{quote[-1]} are not quotation marks of YAML; take them out, or write "…"'
                place = tree.at(strings_file(code), (section, record.id, field), message)
                yield place.about((section, record.id, field), ("note", record.source.paragraph))


def places_of_meetings_are_parallel(tree: SourceTree) -> Iterator[Diagnostic]:
    """A translation says where a meeting is only where the source language does."""
    source = tree.source
    for code, language in tree.translations.items() if source else ():
        for section, record, _ in told_records(tree, language):
            words = getattr(language.strings, section)[record.id]
            own = getattr(source and source.strings, section).get(record.id)
            if getattr(words, "location", None) and not getattr(own, "location", None):
                message = "the source language does not say where; take it out, or add it there"
                place = tree.at(strings_file(code), (section, record.id, "location"), message)
                yield place.about((section, record.id, "location"))


def quotes_do_not_overlap(tree: SourceTree) -> Iterator[Diagnostic]:
    """Two quotes of meetings or instruments in a sentence have no word in common: each becomes a link."""
    for code, language in tree.languages.items():
        taken: list[tuple[str, int, int, str]] = []
        for section, record, sentence in told_records(tree, language):
            if section not in ("meetings", "instruments"):
                continue
            quote = getattr(language.strings, section)[record.id].quote
            if (start := find_phrase(quote, sentence.text)) is None:
                continue
            end = start + len(quote)
            for source, other_start, other_end, other in taken:
                if source == record.source and other != record.id and start < other_end and other_start < end:
                    message = f"this quote overlaps that of '{other}' in sentence {source}; shorten one of them"
                    place = tree.at(strings_file(code), (section, record.id, "quote"), message)
                    yield place.about((section, record.id, "overlap"), ("note", record.source.paragraph))
            taken.append((record.source, start, end, record.id))


def term_forms_occur(tree: SourceTree) -> Iterator[Diagnostic]:
    """Every form of a term occurs in the note, and one of them in the term's sentence."""
    for code, language in tree.languages.items():
        note = tree.notes.get(code, language.note)  # its own sentences, none in the place of what is missing
        whole = "\n".join(sentence.text for sentence in note.sentences.values())
        for section, term, sentence in told_records(tree, language):
            if section != "terms" or GAP in language.strings.terms[term.id].forms:
                continue
            words, path = language.strings.terms[term.id], ("terms", term.id, "forms")
            nowhere = [number for number, form in enumerate(words.forms) if find_phrase(form, whole) is None]
            if nowhere:
                listed = ", ".join(f"'{words.forms[number]}'" for number in nowhere)
                subject = f"the form {listed} stands" if len(nowhere) == 1 else f"the forms {listed} stand"
                message = f"{subject} nowhere in the note; take it out or correct it"
                yield _of_term(tree.at(strings_file(code), (*path, nowhere[0]), message), term)
            elif all(find_phrase(form, sentence.text) is None for form in words.forms):
                message = f"no form of '{words.name}' stands in sentence {term.source}; add the form it has there"
                yield _of_term(tree.at(strings_file(code), path, message), term)


def _of_term(place: Diagnostic, term: Record) -> Diagnostic:
    return place.about(("terms", term.id, "forms"), ("note", term.source.paragraph))


ERRORS = (
    sources_exist,
    sources_say_the_quotes,
    quotes_are_literal,
    places_of_meetings_are_parallel,
    quotes_do_not_overlap,
    term_forms_occur,
)

WARNINGS = (sources_come_first,)
