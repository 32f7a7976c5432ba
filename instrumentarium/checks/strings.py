"""Rules for strings.yml: words for every record, no gaps, known placeholders, the right status."""

import difflib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from string import Formatter
from typing import Any

from instrumentarium.model.interface import PLACEHOLDERS
from instrumentarium.model.records import RecordKind
from instrumentarium.model.unit import GAP
from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.tree import PACKAGED, SourceTree, interface_file, strings_file
from instrumentarium.sources.yaml_positions import Path


def gaps_are_filled(tree: SourceTree) -> Iterator[Diagnostic]:
    """No gap is left in the source language, which stands in for gaps of others."""
    for unit in tree.source.units.values() if tree.source else ():
        if unit.is_gap:
            file = f"docs/{tree.facts.note.language}/{unit.key.file}"
            yield Diagnostic(file, unit.line, 1, f"a gap: write '{unit.key}' in this language")


def records_have_words(tree: SourceTree) -> Iterator[Diagnostic]:
    """Every record has its words in the source language, and all words belong to a record."""
    source = tree.facts.note.language
    for kind, records in tree.facts.records():
        section, ids = kind.section, [record.id for record in records]
        words = {code: tree.documents[strings_file(code)].value.get(section) or {} for code in tree.languages}
        misnamed = {code: _misnamed(own, ids) for code, own in words.items()}
        codes = {source, *tree.translations}
        everywhere = {
            named: id
            for named, id in misnamed.get(source, {}).items()
            if len(codes) > 1 and all(misnamed[code].get(named) == id for code in codes)
        }
        for named, id in everywhere.items():
            message = f"no language has words for '{id}', all have them for '{named}'; correct the id"
            found = tree.at(kind.path, (section, ids.index(id), "id"), message).about((section, id))
            yield replace(found, languages=frozenset(codes))
        for code, own in words.items():
            for named in [name for name in own if name not in ids]:
                found = _strange(tree, code, kind, named, misnamed[code].get(named))
                yield found if named not in everywhere else found.about((section, named), (section, everywhere[named]))
            lacking = sorted(set(ids) - {*own, *misnamed[code].values()})
            for id in lacking if code == source else ():  # what others lack is shown in the source language
                message = f"'{id}' of {kind.path} has no words here; add an entry '{id}'"
                found = tree.at(strings_file(code), (section,), message, of_key=True)
                yield found.about((section, id, "words"))


def kinds_have_names(tree: SourceTree) -> Iterator[Diagnostic]:
    """Every kind and format that data/ declares has its name in the source language, and every name is of one."""
    declared = {id: section for section, ids in tree.facts.kinds.items() for id in ids}
    source = tree.facts.note.language
    for code in tree.languages:
        file = strings_file(code)
        own = tree.documents[file].value.get("kinds") or {}
        misnamed = _misnamed(own, declared)
        for named in [name for name in own if name not in declared]:
            message = f"data/ declares no kind or format '{named}'; take the name out, or declare it"
            if meant := misnamed.get(named):
                message = f"data/ declares '{meant}', not '{named}'; correct the one or the other"
            found = tree.at(file, ("kinds", named), message, of_key=True)
            yield found.about(("kinds", named), ("kinds", meant or named))
        for id in sorted(set(declared) - {*own, *misnamed.values()}) if code == source else ():
            message = f"'{id}' of {declared[id]} has no name here; add it"
            yield tree.at(file, ("kinds",), message, of_key=True).about(("kinds", id))


def _strange(tree: SourceTree, code: str, kind: RecordKind, named: str, meant: str | None) -> Diagnostic:
    """Return what is wrong with words that are no record's, but likely meant for another one."""
    message = f"{kind.path} has no record '{named}'; take the entry out or add the record"
    if meant:
        message = f"{kind.path} has no record '{named}', and '{meant}' has no words here; correct the one or the other"
    ids = Counter(record.id for record in getattr(tree.facts, kind.section))
    repeated = [(kind.section, id) for id, count in ids.items() if count > 1]
    found = tree.at(strings_file(code), (kind.section, named), message, of_key=True)
    return found.about((kind.section, meant or named), (kind.section, named), *repeated)


def _misnamed(words: Collection[str], ids: Collection[str]) -> dict[str, str]:
    """Return the record without words that an id of words which is no record's is likely meant for, by that id."""
    left, pairs = set(ids) - set(words), dict[str, str]()
    strange = [name for name in words if name not in ids]
    for name in strange:
        close = difflib.get_close_matches(name, left, 1) or (left if len(left) == len(strange) == 1 else ())
        for id in close:
            pairs[name] = id
            left = left - {id}
    return pairs


def placeholders_are_known(tree: SourceTree) -> Iterator[Diagnostic]:
    """An interface word has the placeholders that the site fills, {n} and the like, and no other."""
    for file, strings in interface_files(tree):
        for section, name, choices in PLACEHOLDERS:
            allowed = [set(choice.split()) for choice in choices]
            value = (strings.get(section) or {}).get(name, "")
            forms: dict[Path, str] = {(section, name): value}
            if isinstance(value, dict):
                forms = {(section, name, category): form for category, form in value.items()}
            for path, text in forms.items():
                found = _placeholders(str(text))
                if text in ("", GAP):
                    continue
                # A plural form may leave its number out: Arabic's one and two say it themselves.
                if found is None or not (found in allowed or (len(path) == 3 and found <= set().union(*allowed))):
                    wanted = ", or ".join(", ".join(f"{{{one}}}" for one in choice.split()) for choice in choices)
                    message = f"the placeholders of '{name}' are {wanted}; write them so"
                    yield tree.at(file, path, message)


def interface_files(tree: SourceTree) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the path and the content of each file with interface words: the engine's, and those in folders."""
    for code in tree.languages:
        for file in (f"{PACKAGED}{code}.yml", interface_file(code)):
            if file in tree.documents:
                yield file, tree.documents[file].value


def _placeholders(text: str) -> set[str] | None:
    """Return the names in braces; None where the braces are not well-formed."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return None


def status_fits_the_language(tree: SourceTree) -> Iterator[Diagnostic]:
    """The status of the source language is `source`, and that of no other language is."""
    if tree.facts.note.language not in tree.page_names:
        return
    for code, language in tree.languages.items():
        status = language.strings.language.status
        if (code == tree.facts.note.language) != (status == "source"):
            wanted = "source" if code == tree.facts.note.language else "translation"
            message = f"status '{status}' should be '{wanted}'; the text received is in '{tree.facts.note.language}'"
            yield tree.at(strings_file(code), ("language", "status"), message)


ERRORS = (records_have_words, kinds_have_names, gaps_are_filled, placeholders_are_known, status_fits_the_language)
