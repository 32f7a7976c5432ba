"""Commands that give a translation to translators' own tools, and take it back."""

from pathlib import Path

import click

from instrumentarium import git, writing
from instrumentarium.cli import common
from instrumentarium.sources import pins, reader
from instrumentarium.translation import interchange
from instrumentarium.translation.interchange import FORMATS, report
from instrumentarium.translation.interchange.importing import imported, language_problems
from instrumentarium.translation.interchange.returned import UnfitFileError


@common.main.command()
@common.LANGUAGE()
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="xliff", help="xliff (1.2) unless given.")
@click.option("--output", type=click.Path(path_type=Path), help="LANGUAGE.xlf, .po or -omegat unless given.")
@common.ROOT
def export(language: str, form: str, output: Path | None, root: Path) -> None:
    r"""Write LANGUAGE as a file for a translator's own tool: XLIFF, PO, or the folder of a project of OmegaT.

    \b
    Examples: instrumentarium export fr --format po
              instrumentarium export fr --format omegat
    """
    edition = common.unchecked(root)
    one = common.translation(edition, language)
    path = output or Path(f"{language}{FORMATS[form]}")
    if form == "omegat" and path.exists():
        common.stop(f"{path} is there already; take its translations first, then move it away")
    for name, content in interchange.exported(edition, one, form, git.build_date(root)).items():
        writing.write(path / name, content)
    click.echo(path)


@common.main.command("import")
@common.LANGUAGE()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Tell what would be done, and write nothing.")
@common.ROOT
def import_(language: str, file: Path, root: Path, *, dry_run: bool) -> None:
    r"""Put the translations of FILE (XLIFF or PO) into the folder of LANGUAGE, and tell what became of each.

    What was translated from the source of today is written and synced; what was translated from an earlier one is
    written and stays stale. What is unfinished or fuzzy, or still says what the source says, is left alone.

    \b
    Example: instrumentarium import fr fr.xlf --dry-run
    """
    try:
        returned = interchange.returned(file.read_bytes())
    except UnfitFileError as error:
        common.stop(f"{file}: {error}, and nothing is imported; give a file that `instrumentarium export` wrote")
    edition = common.unchecked(root)
    one, source = common.translation(edition, language), edition.source
    if problems := list(language_problems(returned, source, one)):
        mend = f"give a file that `instrumentarium export {language}` wrote"
        common.stop("\n".join(f"{file}: {problem}, and nothing is imported; {mend}" for problem in problems))
    texts = reader.texts(root, language)
    result = imported(edition, one, texts, reader.texts_for(root, source, language), returned)
    folder = root / "docs" / language
    changed = {folder / name: text for name, text in result.texts.items()}
    if result.pins != one.pins:
        changed[folder / "pins.yml"] = pins.text(result.pins)
    if dry_run:
        click.echo("\n".join(["Nothing is written. To be changed:", *map(str, changed)]))
    else:
        common.write(changed)
    for line in report.lines(result.outcomes):
        click.echo(line)
    if result.texts:
        click.echo(f"`instrumentarium check {language}` tells what in them is to mend.")
