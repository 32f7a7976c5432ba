"""The command `instrumentarium`: a thin layer over functions that return what it prints and writes."""

import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import click

from instrumentarium import command_line, git, load, locales, writing
from instrumentarium.exports import addresses, json_schemas
from instrumentarium.model.edition import Edition, Language
from instrumentarium.model.unit import GAP, pin_of
from instrumentarium.sources import pins, reader
from instrumentarium.sources.diagnostics import SourceErrors, counted
from instrumentarium.sources.tree import PUBLISHED, pins_file
from instrumentarium.translation import engine_words, history, interchange, scaffold, status
from instrumentarium.translation.interchange import FORMATS, report
from instrumentarium.translation.interchange.importing import imported, language_problems

_ROOT = command_line.ROOT
_LANGUAGE = command_line.LANGUAGE


@click.group(cls=command_line.Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="instrumentarium", message="%(prog)s %(version)s")
def main() -> None:
    """Check, translate and publish the edition."""


def _edition(root: Path) -> Edition:
    """Return the edition, with its drafts; print the errors of its sources and stop where it has any."""
    click.echo("Reading the sources …", err=True)
    try:
        return load.edition(root).with_drafts()
    except SourceErrors as faults:
        _stop(str(faults))


def _unchecked(root: Path, instead: Mapping[str, str] | None = None) -> Edition:
    """Return the edition, with its drafts, whatever rules it breaks, where it can be read."""
    click.echo("Reading the sources …", err=True)
    try:
        return load.unchecked(root, instead)[0].with_drafts()
    except SourceErrors as faults:
        _stop(str(faults))


def _language(edition: Edition, code: str) -> Language:
    if code == edition.source.code:
        known = ", ".join(other for other in edition.languages if other != code)
        _stop(f"'{code}' is the source language; the translations are {known}")
    if code not in edition.languages:
        _stop(f"docs/{code}/ cannot be read; `instrumentarium check {code}` tells what is to mend")
    return edition.languages[code]


def _stop(message: str) -> NoReturn:
    raise command_line.Stop(message)


def _write(files: Mapping[Path, str]) -> None:
    for path, text in files.items():
        writing.write(path, text.encode())
        click.echo(path)


@main.command()
@_LANGUAGE(required=False)
@click.option("--strict", is_flag=True, help="Fail for warnings, too.")
@_ROOT
def check(language: str | None, root: Path, *, strict: bool) -> None:
    r"""Check the sources: all of them but drafts, or those of LANGUAGE alone.

    Errors stop the build; what a warning is about reads badly or is missing. Each cause is told once, where it is
    mended.

    \b
    Example: instrumentarium check fr
    """
    click.echo("Reading the sources …", err=True)
    found = load.diagnostics(root, language)
    for fault in found:
        click.echo(fault)
    if found:
        click.echo(counted(found), err=True)
    else:
        click.echo(f"{language or 'everything'}: all in order")
    if (strict and found) or any(fault.severity == "error" for fault in found):
        sys.exit(1)


@main.command("status")
@_LANGUAGE(required=False)
@click.option("--diff", is_flag=True, help="Show what changed in the source of each stale unit, from git's history.")
@click.option("--json", "as_json", is_flag=True, help="The same as data/translations.json on the site.")
@_ROOT
def tell_status(language: str | None, root: Path, *, diff: bool, as_json: bool) -> None:
    r"""Tell what is done, stale and missing: of every language, or of LANGUAGE with the place of each.

    \b
    Example: instrumentarium status fr --diff
    """
    edition = _edition(root)
    one = None if language is None else _language(edition, language)
    if as_json:
        click.echo(json.dumps(status.of_edition(edition, only=language), indent=2, ensure_ascii=False))
    elif one is None:
        for line in status.overview(edition):
            click.echo(line)
    else:
        stale = [key for key, state in status.states(edition.source, one).items() if state == "stale"]
        pinned = {key: one.pins[key] for key in stale if key in one.pins}
        earlier = history.earlier_texts(root, edition.source.code, pinned) if diff else None
        for line in status.detail(edition.source, one, earlier):
            click.echo(line)


@main.command()
@_LANGUAGE()
@click.argument("what", required=False)
@_ROOT
def sync(language: str, what: str | None, root: Path) -> None:
    r"""Say that LANGUAGE now says what the source says: all of it, or a page, a paragraph, a sentence or a key.

    \b
    Examples: instrumentarium sync fr
              instrumentarium sync fr about
              instrumentarium sync fr p3s1

    \b
    Where pins.yml has been merged from two branches and is not whole, it is mended first: the pins of both are joined.
    Without WHAT that is all that is done.
    """
    path = pins_file(language)
    files = {
        file.relative_to(root).as_posix(): file.read_text("utf-8", "replace") for file in root.glob(pins_file("*"))
    }
    merged = {file: text for file, text in files.items() if pins.is_conflicted(text)}
    edition = _unchecked(root, {file: pins.text(pins.joined(text, {})[0]) for file, text in merged.items()})
    one = _language(edition, language)
    texts = status.source_texts(edition.source, one)
    keys = status.selected(texts, what)
    if not keys:
        near = " or ".join(key for key in texts if key.name == what)
        mend = f"did you mean {near}?" if near else f"name one as `instrumentarium status {language}` does"
        _stop(f"there is no page, paragraph, sentence or key '{what}'; {mend}")
    if path in merged:
        found, disputed = pins.joined(merged[path], {key: pin_of(text) for key, text in texts.items()})
        one = replace(one, pins=found)
        click.echo(f"the pins of both branches are joined; not the same in both were {len(disputed)}")
        for key in disputed:
            click.echo(f"  {key}: {'that of the source of today is kept' if key in found else 'dropped'}")
        keys = keys if what else []
    new = status.synced(edition.source, one, keys)
    changed = sum(new.get(key) != one.pins.get(key) for key in keys)
    _write({root / path: pins.text(new)})
    if keys:
        click.echo(f"{changed} of {len(keys)} synced")


@main.command("new-language")
@click.argument("code", callback=command_line.a_new_language)
@_ROOT
def new_language(code: str, root: Path) -> None:
    r"""Start a translation: the folder docs/CODE, with every page and string in place and a gap for each.

    CODE is the language's code of two or three letters, with its script or region where it needs one. The
    language is a draft: `mkdocs serve` shows it, the site does not publish it before its strings.yml says
    `status: translation`.

    \b
    Examples: instrumentarium new-language uk
              instrumentarium new-language sr-Latn
    """
    folder = root / "docs" / code
    if folder.exists():
        _stop(f"{folder} is there already; see `instrumentarium status {code}`")
    edition = _edition(root)
    if code in edition.pages:
        _stop(f"the address {code}/ is that of the page '{code}'; give the page another name first")
    source = edition.source
    files = dict(scaffold.scaffold(source, reader.texts_for(root, source.code, code), code))
    files["pins.yml"] = pins.text(scaffold.pins(source, code))
    writing.write_folder(folder, files)
    for name in files:
        click.echo(folder / name)
    click.echo(f"Fill the gaps ({GAP}) and run `instrumentarium status {code}`.")


@main.command()
@_LANGUAGE()
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="xliff", help="xliff (1.2) unless given.")
@click.option("--output", type=click.Path(path_type=Path), help="LANGUAGE.xlf, .po or -omegat unless given.")
@_ROOT
def export(language: str, form: str, output: Path | None, root: Path) -> None:
    r"""Write LANGUAGE as a file for a translator's own tool: XLIFF, PO, or the folder of a project of OmegaT.

    \b
    Examples: instrumentarium export fr --format po
              instrumentarium export fr --format omegat
    """
    edition = _unchecked(root)
    one = _language(edition, language)
    path = output or Path(f"{language}{FORMATS[form]}")
    if form == "omegat" and path.exists():
        _stop(f"{path} is there already; take its translations first, then move it away")
    for name, content in interchange.exported(edition, one, form, git.build_date(root)).items():
        writing.write(path / name, content)
    click.echo(path)


@main.command("import")
@_LANGUAGE()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Tell what would be done, and write nothing.")
@_ROOT
def import_(language: str, file: Path, root: Path, *, dry_run: bool) -> None:
    r"""Put the translations of FILE (XLIFF or PO) into the folder of LANGUAGE, and tell what became of each.

    What was translated from the source of today is written and synced; what was translated from an earlier one is
    written and stays stale. What is unfinished or fuzzy, or still says what the source says, is left alone.

    \b
    Example: instrumentarium import fr fr.xlf --dry-run
    """
    try:
        returned = interchange.returned(file.read_bytes())
    except Exception as error:
        _stop(f"{file}: cannot be read ({error}); give a file that `instrumentarium export` wrote")
    edition = _unchecked(root)
    one, source = _language(edition, language), edition.source
    if problems := list(language_problems(returned, source, one)):
        mend = f"give a file that `instrumentarium export {language}` wrote"
        _stop("\n".join(f"{file}: {problem}, and nothing is imported; {mend}" for problem in problems))
    texts = reader.texts(root, language)
    result = imported(edition, one, texts, reader.texts_for(root, source.code, language), returned)
    folder = root / "docs" / language
    changed = {folder / name: text for name, text in result.texts.items()}
    if result.pins != one.pins:
        changed[folder / "pins.yml"] = pins.text(result.pins)
    if dry_run:
        click.echo("\n".join(["Nothing is written. To be changed:", *map(str, changed)]))
    else:
        _write(changed)
    for line in report.lines(result.outcomes):
        click.echo(line)
    if result.texts:
        click.echo(f"`instrumentarium check {language}` tells what in them is to mend.")


@main.command()
@_ROOT
def release(root: Path) -> None:
    r"""Add every address that is new to data/published.yml; from then on `check` fails when one would be lost.

    \b
    Example: instrumentarium release
    """
    click.echo("Reading the sources …", err=True)
    try:
        published, new = load.release(root)
    except SourceErrors as errors:
        _stop(str(errors))
    _write({root / PUBLISHED: addresses.text(published)})
    click.echo(f"{new} new addresses")


@main.command("schema")
@_ROOT
def write_schema(root: Path) -> None:
    r"""Write the JSON Schemas of data/schema/ from the model.

    \b
    Example: instrumentarium schema
    """
    _write({root / "data" / "schema" / f"{name}.json": text for name, text in json_schemas.texts().items()})


@main.command()
@click.argument("language", required=False)
@click.option("--sync", "what", metavar="KEY", help="Say that a word, or `all`, says what English says.")
def interface(language: str | None, what: str | None) -> None:
    r"""Tell how far the interface's words are that come with the engine; for those who work on the engine.

    \b
    Examples: instrumentarium interface fr
              instrumentarium interface fr --sync labels.card
    """
    codes = [code for code in locales.languages() if code != locales.SOURCE and language in (None, code)]
    if not codes:
        _stop(f"the engine has no words in '{language}'; it has them in {', '.join(locales.languages())}")
    for code in codes:
        if (
            what
            and what != "all"
            and what not in {name for key in engine_words.states(code) for name in (key, key.name)}
        ):
            _stop(f"there is no word '{what}'; name one as `instrumentarium interface {code}` does, or `all`")
        if what:
            now = engine_words.synced(code, None if what == "all" else what)
            _write({locales.pins_file(code): pins.text(now)})
        found = engine_words.states(code)
        left = [f"  {key.name} {state}" for key, state in found.items() if state != "done"]
        click.echo("\n".join([f"{code}  {status.told(status.counts(found))}", *(left if language else ())]))
