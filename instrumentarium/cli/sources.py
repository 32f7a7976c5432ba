"""Commands for the sources: check them, keep their addresses, write their schemas."""

import sys
from pathlib import Path

import click

from instrumentarium import load
from instrumentarium.cli import common
from instrumentarium.exports import addresses, json_schemas
from instrumentarium.sources.diagnostics import SourceErrors, counted
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
@common.ROOT
def release(root: Path) -> None:
    r"""Add every address that is new to data/published.yml; from then on `check` fails when one would be lost.

    \b
    Example: instrumentarium release
    """
    click.echo("Reading the sources …", err=True)
    try:
        published, new = load.release(root)
    except SourceErrors as errors:
        common.stop(str(errors))
    common.write({root / PUBLISHED: addresses.text(published)})
    click.echo(f"{new} new addresses")


@common.main.command("schema")
@common.ROOT
def write_schema(root: Path) -> None:
    r"""Write the JSON Schemas of data/schema/ from the model.

    \b
    Example: instrumentarium schema
    """
    common.write({root / "data" / "schema" / f"{name}.json": text for name, text in json_schemas.texts().items()})
