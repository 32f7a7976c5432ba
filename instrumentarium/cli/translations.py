"""Commands for translations: how far they are, what is up to date, new ones."""

import json
from dataclasses import replace
from pathlib import Path

import click

from instrumentarium import locales, writing
from instrumentarium.cli import common
from instrumentarium.model.unit import GAP, pin_of
from instrumentarium.sources import pins, reader
from instrumentarium.sources.tree import pins_file
from instrumentarium.translation import engine_words, history, scaffold, status


@common.main.command("status")
@common.LANGUAGE(required=False)
@click.option("--diff", is_flag=True, help="Show what changed in the source of each stale unit, from git's history.")
@click.option("--json", "as_json", is_flag=True, help="The same as data/translations.json on the site.")
@common.ROOT
def tell_status(language: str | None, root: Path, *, diff: bool, as_json: bool) -> None:
    r"""Tell what is done, stale and missing: of every language, or of LANGUAGE with the place of each.

    \b
    Example: instrumentarium status fr --diff
    """
    edition = common.edition(root)
    one = None if language is None else common.translation(edition, language)
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


@common.main.command()
@common.LANGUAGE()
@click.argument("what", required=False)
@common.ROOT
def sync(language: str, what: str | None, root: Path) -> None:
    r"""Say that LANGUAGE now says what the source says: all of it, or a page, a paragraph, a sentence or a key.

    \b
    Examples: instrumentarium sync fr
              instrumentarium sync fr about
              instrumentarium sync fr p3s1

    \b
    Where pins.yml is not whole, it is mended first: the pins of two branches that were merged are joined, and of a file
    that was cut those are kept that can be read. Without WHAT that is all that is done.
    """
    path = pins_file(language)
    broken = _broken_pins(root)
    edition = common.unchecked(root, {file: pins.text(pins.joined(text, {})[0]) for file, text in broken.items()})
    one = common.translation(edition, language)
    texts = status.source_texts(edition.source, one)
    keys = status.selected(status.states(edition.source, one), what)
    if not keys:
        near = " or ".join(key for key in texts if key.name == what)
        mend = f"did you mean {near}?" if near else f"name one as `instrumentarium status {language}` does"
        common.stop(f"there is no page, paragraph, sentence or key '{what}'; {mend}")
    if path in broken:
        found, disputed = pins.joined(broken[path], {key: pin_of(text) for key, text in texts.items()})
        one = replace(one, pins=found)
        if pins.is_conflicted(broken[path]):
            click.echo(f"the pins of both branches are joined; not the same in both were {len(disputed)}")
        else:
            click.echo(f"{len(found)} pins could be read and are kept; what has none is stale")
        for key in disputed:
            click.echo(f"  {key}: {'that of the source of today is kept' if key in found else 'dropped'}")
        keys = keys if what else []
    new = status.synced(edition.source, one, keys)
    changed = sum(new.get(key) != one.pins.get(key) for key in keys)
    common.write({root / path: pins.text(new)})
    if keys:
        click.echo(f"{changed} of {len(keys)} synced")


def _broken_pins(root: Path) -> dict[str, str]:
    """Return the text of every pins.yml that is not whole; of one that is no UTF-8, the readers tell."""
    paths = {path.relative_to(root).as_posix(): path for path in root.glob(pins_file("*"))}
    files = {file: path.read_text("utf-8-sig", "replace") for file, path in paths.items()}
    return {
        file: text
        for file, text in files.items()
        if pins.is_conflicted(text) or (pins.broken_line(text) and "\ufffd" not in text)
    }


@common.main.command("new-language")
@click.argument("code", callback=common.a_new_language)
@common.ROOT
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
        common.stop(f"{folder} is there already; see `instrumentarium status {code}`")
    edition = common.edition(root)
    if code in edition.pages:
        common.stop(f"the address {code}/ is that of the page '{code}'; give the page another name first")
    source = edition.source
    files = dict(scaffold.scaffold(source, reader.texts_for(root, source, code), code))
    files["pins.yml"] = pins.text(scaffold.pins(source, code))
    writing.write_folder(folder, files)
    for name in files:
        click.echo(folder / name)
    click.echo(f"Fill the gaps ({GAP}) and run `instrumentarium status {code}`.")


@common.main.command()
@click.argument("language", required=False)
@click.option("--sync", "what", metavar="KEY", help="Say that a word, or `all`, says what English says.")
def interface(language: str | None, what: str | None) -> None:
    r"""Tell how far the interface's words are that come with the engine; for those who work on the engine.

    \b
    Examples: instrumentarium interface fr
              instrumentarium interface fr --sync labels.card
    """
    translations = [code for code in locales.languages() if code != locales.SOURCE]
    codes = [code for code in translations if language in (None, code)]
    if not codes:
        is_source = language == locales.SOURCE
        what = "is what its words are translated from" if is_source else "is no language of the engine's words"
        common.stop(f"'{language}' {what}; the translations are {', '.join(translations)}")
    words = engine_words.states(codes[0])
    if what not in (None, "all", *words, *(key.name for key in words)):
        common.stop(f"there is no word '{what}'; name one as `instrumentarium interface {codes[0]}` does, or `all`")
    for code in codes:
        if what:
            now = engine_words.synced(code, None if what == "all" else what)
            common.write({locales.pins_file(code): pins.text(now)})
        found = engine_words.states(code)
        left = [f"  {key.name} {state}" for key, state in found.items() if state != "done"]
        click.echo("\n".join([f"{code}  {status.told(status.counts(found))}", *(left if language else ())]))
