"""The command `instrumentarium`: a thin layer over functions that return what it prints."""

import sys
from pathlib import Path

import click

from instrumentarium import schema, sources

_ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("."),
    help="The folder that holds data/ and docs/; this one unless given.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Check, translate and publish the edition."""


@main.command()
@click.argument("language", required=False)
@_ROOT
def check(language: str | None, root: Path) -> None:
    r"""Check the sources: all of them, or those of LANGUAGE alone.

    \b
    Example: instrumentarium check fr
    """
    found = [fault for fault in sources.faults(root) if language is None or fault.file.startswith(f"docs/{language}/")]
    for fault in found:
        click.echo(fault)
    if found:
        click.echo(f"{len(found)} to mend", err=True)
        sys.exit(1)
    click.echo(f"{language or 'everything'}: all in order")


@main.command("schema")
@_ROOT
def write_schema(root: Path) -> None:
    r"""Write the JSON Schemas of data/schema/ from the model.

    \b
    Example: instrumentarium schema
    """
    for name, text in schema.texts().items():
        path = root / "data" / "schema" / f"{name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        click.echo(path)
