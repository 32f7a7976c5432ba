"""Rules for strings.yml: words for every record, no gaps, known placeholders, the right status."""

import difflib
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from string import Formatter

from instrumentarium.model.strings import PLACEHOLDERS
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.tree import SourceTree, strings_file
from instrumentarium.sources.yaml_positions import Path


def gaps_are_filled(tree: SourceTree) -> Iterator[Diagnostic]:
    """No gap is left in a language that is published."""
    for code, language in tree.languages.items():
        for unit in language.units.values():
            if unit.is_gap:
                yield Diagnostic(
                    f"docs/{code}/{unit.key.file}", unit.line, 1, f"a gap: write '{unit.key}' in this language"
                )


def records_have_words(tree: SourceTree) -> Iterator[Diagnostic]:
    """Every record has its words in every language, and all words belong to a record."""
    for kind, records in tree.facts.records():
        ids = [record.id for record in records]
        misnamed = {code: _misnamed(getattr(one.strings, kind.section), ids) for code, one in tree.languages.items()}
        codes = [tree.facts.note.language, *tree.translations]
        everywhere = [pair for pair in misnamed.get(codes[0], ()) if len(codes) > 1]
        everywhere = [pair for pair in everywhere if all(pair in misnamed[code] for code in codes)]
        for named, id in everywhere:
            message = f"no language has words for '{id}', all have them for '{named}'; correct the id"
            found = tree.at(kind.path, (kind.section, ids.index(id), "id"), message).about((kind.section, id))
            yield replace(found, languages=frozenset(codes))
        for code, pairs in misnamed.items():
            words = getattr(tree.languages[code].strings, kind.section)
            for named, id in pairs:
                message = (
                    f"{kind.path} has no record '{named}', and '{id}' has no words here; correct the one or the other"
                )
                found = tree.at(strings_file(code), (kind.section, named), message, of_key=True)
                yield found.about((kind.section, named), (kind.section, id))
            for id in sorted(set(ids) - set(words) - {id for _, id in pairs}):
                message = f"'{id}' of {kind.path} has no words here; add an entry '{id}'"
                place = tree.at(strings_file(code), (kind.section,), message, of_key=True)
                yield place.about((kind.section, id, "words"))
            for named in [name for name in words if name not in {*ids, *(named for named, _ in pairs)}]:
                message = f"{kind.path} has no record '{named}'; take the entry out or add the record"
                repeated = [(kind.section, id) for id, count in Counter(ids).items() if count > 1]
                found = tree.at(strings_file(code), (kind.section, named), message, of_key=True)
                yield found.about((kind.section, named), *repeated)


def _misnamed(words: Collection[str], ids: Collection[str]) -> list[tuple[str, str]]:
    """Return each id of words that is no record's, with the record without words that it is likely meant for."""
    left, pairs = set(ids) - set(words), []
    strange = [name for name in words if name not in ids]
    for name in strange:
        close = difflib.get_close_matches(name, left, 1) or (left if len(left) == len(strange) == 1 else ())
        for id in close:
            pairs.append((name, id))
            left = left - {id}
    return pairs


def placeholders_are_known(tree: SourceTree) -> Iterator[Diagnostic]:
    """A string has the placeholders that the site fills, {n} and the like, and no other."""
    for code in tree.languages:
        file = strings_file(code)
        strings = tree.documents[file].value
        for section, name, allowed in PLACEHOLDERS:
            value = strings.get(section, {}).get(name, "")
            forms: dict[Path, str] = {(section, name): value}
            if isinstance(value, dict):
                forms = {(section, name, category): form for category, form in value.items()}
            for path, text in forms.items():
                found = _placeholders(str(text))
                # A plural form may leave its number out: Arabic's one and two say it themselves.
                if found is None or not found <= allowed or (len(path) == 2 and found != allowed):
                    wanted = ", ".join(f"{{{one}}}" for one in sorted(allowed))
                    message = f"the placeholders of '{name}' are {wanted}; write them so"
                    yield tree.at(file, path, message)


def _placeholders(text: str) -> set[str] | None:
    """Return the names in braces; None where the braces are not well-formed."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return None


def status_fits_the_language(tree: SourceTree) -> Iterator[Diagnostic]:
    """The status of the source language is `original`, and that of no other language is."""
    if tree.facts.note.language not in tree.page_names:
        return
    for code, language in tree.languages.items():
        status = language.strings.language.status
        if (code == tree.facts.note.language) != (status == "original"):
            wanted = "original" if code == tree.facts.note.language else "translation"
            message = f"status '{status}' should be '{wanted}'; the original is in '{tree.facts.note.language}'"
            yield tree.at(strings_file(code), ("language", "status"), message)


ERRORS = (records_have_words, gaps_are_filled, placeholders_are_known, status_fits_the_language)
