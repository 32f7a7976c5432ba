"""Commands for the sources: check them, keep their addresses, write their schemas."""

import datetime
import re
import sys
from pathlib import Path

import click

from instrumentarium import load, writing
from instrumentarium.cli import common
from instrumentarium.exports import addresses, assets, json_schemas, offline_site
from instrumentarium.exports import offline as offline_copies
from instrumentarium.model.unit import GAP
from instrumentarium.sources import releases, text_files
from instrumentarium.sources.diagnostics import SourceErrors, counted
from instrumentarium.sources.new_edition.files import new_edition
from instrumentarium.sources.tree import PUBLISHED


@common.main.command()
@common.LANGUAGE(required=False)
@click.option("--strict", is_flag=True, help="Fail for warnings, too.")
@common.ROOT
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


@common.main.command()
@click.option(
    "--keep",
    "old",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of the site that stands at the host: what its pages load is copied into the new one.",
)
@common.SITE
@common.ROOT
def release(root: Path, old: Path | None, site: Path) -> None:
    r"""Record a version of the edition, and its addresses; from then on `check` fails when one would be lost.

    Where anything changed since the last version, data/releases/ gets a file with the texts that are new in it;
    data/published.yml gets every address that is new.

    After the build, --keep lets a page of the release before find what it loads late: the search, a second language.

    \b
    Example: instrumentarium release
    Example: instrumentarium release --keep ../old-site
    """
    if old:
        try:
            click.echo(f"{site / assets.FOLDER / assets.keep(old, site)}")
        except FileNotFoundError as error:
            common.stop(f"{error.filename or error}: there is no site with assets that their content names")
        return
    click.echo("Reading the sources …", err=True)
    try:
        published, new, version = load.release(root, datetime.datetime.now().astimezone().date())
    except SourceErrors as errors:
        common.stop(str(errors))
    record = {root / releases.file(version.version): releases.text(version)} if version else {}
    common.write({root / PUBLISHED: addresses.text(published), **record})
    click.echo(f"version {version.version}" if version else "nothing changed since the last version")
    click.echo(f"{new} new addresses")


@common.main.command("schema")
@common.ROOT
def write_schema(root: Path) -> None:
    r"""Write the JSON Schemas of data/schema/ from the model.

    \b
    Example: instrumentarium schema
    """
    common.write({root / "data" / "schema" / f"{name}.json": text for name, text in json_schemas.texts().items()})


@common.main.command("new-edition")
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("language", callback=common.a_new_language)
@click.option("--name", help="The name of the site; that of the folder unless given.")
@click.option("--text", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="The text received.")
def start_edition(folder: Path, language: str, name: str | None, text: Path | None) -> None:
    r"""Start the edition of another document: FOLDER, with a note.md in LANGUAGE made from the text received.

    The text is divided into sentences as well as a program can; `instrumentarium check` tells what is still to write.

    \b
    Example: instrumentarium new-edition night-trains fr --name "Night trains" --text received.txt
    """
    if folder.exists() and any(folder.iterdir()):
        common.stop(f"{folder} is there already, and not empty; name another folder")
    short_name = re.sub(r"[^a-z0-9]+", "-", folder.resolve().name.lower()).strip("-") or "edition"
    received, faults = text_files.decode(text.read_bytes(), str(text)) if text else ("", [])
    if faults:
        common.stop("\n".join(map(str, faults)))
    files = new_edition(language, short_name, name or folder.resolve().name, received or "")
    schemas = {f"data/schema/{name}.json": schema for name, schema in json_schemas.texts().items()}
    if folder.exists():
        folder.rmdir()
    writing.write_folder(folder, {**files, **schemas})
    for path in files:
        click.echo(folder / path)
    click.echo(f"Fill the gaps ({GAP}); `instrumentarium check` tells where, `mkdocs serve` shows the site.")


@common.main.command()
@common.LANGUAGE(required=False)
@common.SITE
@common.ROOT
def offline(language: str | None, root: Path, site: Path) -> None:
    r"""Add to a built site a copy of it in each language, or in LANGUAGE: a ZIP file, to be read without a server.

    The pages with the files to download offer those that there are. The next build makes a site without them.

    \b
    Example: instrumentarium offline
    Example: instrumentarium offline fr
    """
    edition = common.edition(root)
    try:
        built = offline_site.read(site, edition)
    except FileNotFoundError:
        common.stop(f"there is no site in {site}; `mkdocs build` makes it, or name its folder with --site")
    if language and language not in built.languages:
        common.stop(f"the site in {site} has no pages of '{language}'; build it again")
    renderer = load.renderer(root)
    for path, copy in offline_copies.copies(built, [language] if language else built.languages, renderer):
        writing.write(site / path, copy)
        click.echo(site / path)
    sizes = {f"{offline_site.FOLDER}/{one.name}": one.stat().st_size for one in (site / offline_site.FOLDER).iterdir()}
    for path, page in offline_copies.offered(built, sizes, renderer):
        if page != built.files[path]:
            writing.write(site / path, page)
