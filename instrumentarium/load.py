"""The Edition of a folder, or everything that is wrong with its sources, all at once."""

from pathlib import Path

from instrumentarium import checks
from instrumentarium.model.edition import Edition
from instrumentarium.sources.diagnostics import Diagnostic, SourceErrors
from instrumentarium.sources.reader import Reader
from instrumentarium.sources.tree import SourceTree


def edition(root: Path, /) -> Edition:
    """Return the Edition below ``root``; raises SourceErrors with every error of its sources."""
    reader = Reader(root)
    tree = reader.tree()
    found = reader.without_drafts([*reader.diagnostics, *(checks.run(checks.ERRORS, tree) if tree else ())])
    if found or tree is None:
        raise SourceErrors(found)
    return _edition(reader, tree)


def diagnostics(root: Path, /, language: str | None = None) -> list[Diagnostic]:
    """Return the errors and warnings below ``root``: those of one language, or all but those of drafts."""
    reader = Reader(root)
    tree = reader.tree()
    found = {*reader.diagnostics, *(checks.run((*checks.ERRORS, *checks.WARNINGS), tree) if tree else ())}
    if language is None:
        return sorted(reader.without_drafts(found))
    return sorted(diagnostic for diagnostic in found if diagnostic.file.startswith(f"docs/{language}/"))


def _edition(reader: Reader, tree: SourceTree) -> Edition:
    return Edition(
        facts=tree.facts,
        pages=tree.nav,
        languages={code: language for code, language in tree.languages.items() if not language.is_draft},
        drafts={code: language for code, language in tree.languages.items() if language.is_draft},
        files=reader.published_files(tree.facts),
    )
