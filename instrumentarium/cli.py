"""The command `instrumentarium`: a thin layer over functions that return what it prints and writes."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

import click
from babel import Locale, UnknownLocaleError

from instrumentarium import load, locales
from instrumentarium.exports import addresses, json_schemas
from instrumentarium.model.edition import Edition, Language
from instrumentarium.model.unit import GAP
from instrumentarium.sources import reader
from instrumentarium.sources.diagnostics import SourceErrors
from instrumentarium.sources.tree import PUBLISHED, pins_file
from instrumentarium.sources.units import of_file
from instrumentarium.translation import engine_words, history, interchange, scaffold, status

_ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The folder that holds data/ and docs/; this one unless given.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Check, translate and publish the edition."""


def _edition(root: Path) -> Edition:
    """Return the edition, with its drafts; print the errors of its sources and stop where it has any."""
    click.echo("Reading the sources …", err=True)
    try:
        return load.edition(root).with_drafts()
    except SourceErrors as faults:
        _stop(str(faults))


def _language(edition: Edition, code: str) -> Language:
    if code not in edition.languages or code == edition.source.code:
        known = ", ".join(other for other in edition.languages if other != edition.source.code)
        _stop(f"there is no translation '{code}'; there are {known}")
    return edition.languages[code]


def _stop(message: str) -> NoReturn:
    click.echo(message)
    sys.exit(1)


def _write(files: Mapping[Path, str]) -> None:
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        click.echo(path)


@main.command()
@click.argument("language", required=False)
@_ROOT
def check(language: str | None, root: Path) -> None:
    r"""Check the sources: all of them but drafts, or those of LANGUAGE alone.

    \b
    Example: instrumentarium check fr
    """
    click.echo("Reading the sources …", err=True)
    found = load.diagnostics(root, language)
    for fault in found:
        click.echo(fault)
    if found:
        click.echo(f"{len(found)} to mend", err=True)
        sys.exit(1)
    click.echo(f"{language or 'everything'}: all in order")


@main.command("status")
@click.argument("language", required=False)
@click.option("--diff", is_flag=True, help="Show what changed in the source of each stale unit, from git's history.")
@click.option("--json", "as_json", is_flag=True, help="The same as data/translations.json on the site.")
@_ROOT
def tell_status(language: str | None, root: Path, *, diff: bool, as_json: bool) -> None:
    r"""Tell what is done, stale and missing: of every language, or of LANGUAGE with the place of each.

    \b
    Example: instrumentarium status fr --diff
    """
    edition = _edition(root)
    if as_json:
        click.echo(json.dumps(status.of_edition(edition, only=language), indent=2, ensure_ascii=False))
    elif language is None:
        for line in status.overview(edition):
            click.echo(line)
    else:
        one = _language(edition, language)
        stale = [key for key, state in status.states(edition.source, one).items() if state == "stale"]
        pins = {key: one.pins[key] for key in stale if key in one.pins}
        earlier = history.earlier_texts(root, edition.source.code, pins) if diff else None
        for line in status.detail(edition.source, one, earlier):
            click.echo(line)


@main.command()
@click.argument("language")
@click.argument("what", required=False)
@_ROOT
def sync(language: str, what: str | None, root: Path) -> None:
    r"""Say that LANGUAGE now says what the source says: all of it, or a page, a sentence or a key of it.

    \b
    Examples: instrumentarium sync fr
              instrumentarium sync fr about
              instrumentarium sync fr p3s1
    """
    edition = _edition(root)
    one = _language(edition, language)
    keys = status.selected(status.source_texts(edition.source, one), what)
    if not keys:
        _stop(f"there is no page, sentence or key '{what}'; name one as `instrumentarium status {language}` does")
    pins = status.synced(edition.source, one, keys)
    changed = sum(pins.get(key) != one.pins.get(key) for key in keys)
    _write({root / pins_file(language): status.pins_text(pins)})
    click.echo(f"{changed} of {len(keys)} synced")


@main.command("new-language")
@click.argument("code")
@_ROOT
def new_language(code: str, root: Path) -> None:
    r"""Start a translation: the folder docs/CODE, with every page and string in place and a gap for each.

    CODE is the language's two-letter code. The language is a draft: `mkdocs serve` shows it, the site
    does not publish it before its strings.yml says `status: translation`.

    \b
    Example: instrumentarium new-language uk
    """
    edition = _edition(root)
    try:
        Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        _stop(f"'{code}' is not the code of a language; use its two letters, such as 'uk'")
    folder = root / "docs" / code
    if folder.exists():
        _stop(f"{folder} is there already; see `instrumentarium status {code}`")
    source = edition.source
    files = scaffold.scaffold(source, reader.texts_for(root, source.code, code), code)
    _write({folder / name: text for name, text in files.items()})
    _write({folder / "pins.yml": status.pins_text(scaffold.pins(source, code))})
    click.echo(f"Fill the gaps ({GAP}) and run `instrumentarium status {code}`.")


@main.command()
@click.argument("language")
@click.option("--format", "form", type=click.Choice(["xliff", "po"]), default="xliff", help="xliff (1.2) unless given.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="LANGUAGE.xlf or .po unless given.")
@_ROOT
def export(language: str, form: str, output: Path | None, root: Path) -> None:
    r"""Write LANGUAGE as a file for a translator's own tool.

    \b
    Example: instrumentarium export fr --format po
    """
    edition = _edition(root)
    one = _language(edition, language)
    write = interchange.to_po if form == "po" else interchange.to_xliff
    path = output or Path(f"{language}.{'po' if form == 'po' else 'xlf'}")
    path.write_bytes(write(edition.source, one))
    click.echo(path)


@main.command("import")
@click.argument("language")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_ROOT
def import_(language: str, file: Path, root: Path) -> None:
    r"""Put the translations of FILE (XLIFF or PO) into the folder of LANGUAGE.

    What FILE says alike is not touched. Run `instrumentarium sync` after it for what now says what
    the source says.

    \b
    Example: instrumentarium import fr fr.xlf
    """
    try:
        found = interchange.targets(file.read_bytes())
    except Exception as error:
        _stop(f"{file}: cannot be read ({error}); give a file that `instrumentarium export` wrote")
    texts = reader.texts(root, language) if (root / "docs" / language).is_dir() else {}
    if not texts:
        _stop(f"there is no folder docs/{language}; start it with `instrumentarium new-language {language}`")
    merged = {name: interchange.merged(text, of_file(name, text), found) for name, text in texts.items()}
    changed = {root / "docs" / language / name: text for name, text in merged.items() if text != texts[name]}
    _write(changed)
    click.echo(f"{len(changed)} files changed")


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
        if what:
            pins = engine_words.synced(code, None if what == "all" else what)
            _write({locales.pins_file(code): status.pins_text(pins)})
        found = engine_words.states(code)
        left = [f"  {key.name} {state}" for key, state in found.items() if state != "done"]
        click.echo("\n".join([f"{code}  {status.told(status.counts(found))}", *(left if language else ())]))
