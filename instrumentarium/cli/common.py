"""What the commands share: the edition and a language of it, what they write, and the end of one that cannot go on."""

import errno
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import IO, Any, NoReturn

import click
from click.shell_completion import CompletionItem

from instrumentarium import load, writing
from instrumentarium.model import language_code
from instrumentarium.model.edition import Edition, Language
from instrumentarium.sources import reader
from instrumentarium.sources.diagnostics import SourceErrors


class Stop(click.ClickException):
    """Ends a command with one message and exit code 1."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message."""
        click.echo(self.message, file=file)


class Commands(click.Group):
    """Commands that tell in one message what cannot be read or written."""

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Take a command; in its raw docstring, click's mark before lines to be kept is two characters."""
        cmd.help = (cmd.help or "").replace(r"\b", "\b")
        super().add_command(cmd, name)

    def invoke(self, ctx: click.Context) -> Any:
        """Call the command; what the machine refuses is told without a traceback."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever reads the output has enough: click ends quietly
                raise
            what = f"{error.filename}: {error.strerror}" if error.filename else str(error)
            raise Stop(f"{what}; see that it can be read and written, and run the command again") from None


def _of_an_edition(_context: click.Context, _parameter: click.Parameter, root: Path) -> Path:
    """Return the root where it holds an edition."""
    if _is_root(root):
        return root
    here = root.absolute()
    above = next(filter(_is_root, here.parents), None)
    there = above or "the folder of an edition"
    raise Stop(f"there is no data/ and docs/ in {here}; go to {there}, or name it with --root")


def _is_root(folder: Path) -> bool:
    return all((folder / name).is_dir() for name in ("data", "docs"))


ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    callback=_of_an_edition,
    is_eager=True,  # the other parameters are judged by what it holds
    help="The folder that holds data/ and docs/; this one unless given.",
)


SITE = click.option(
    "--site",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("site"),
    help="The folder of the built site; 'site' where it is not said.",
)


def _a_language(context: click.Context, _parameter: click.Parameter, code: str | None) -> str | None:
    """Return the code of a language that has a folder; None where none is asked for."""
    known = reader.languages(context.params["root"]) if code is not None else []
    if code is None or code in known:
        return code
    what, start = f"there is no language '{code}'", ""
    try:
        language_code.locale(code)
        start = f", and `instrumentarium new-language {code}` starts it"
    except language_code.UnfitCodeError as error:
        if error.spelling in known:
            what = str(error)
    raise Stop(f"{what}; there are {', '.join(known)}{start}")


def a_new_language(_context: click.Context, _parameter: click.Parameter, code: str) -> str:
    """Return the code where a language can be named so."""
    try:
        language_code.locale(code)
    except language_code.UnfitCodeError as error:
        mend = f"give that: `instrumentarium new-language {error.spelling}`" if error.spelling else "give another code"
        raise Stop(f"{error}; {mend}") from None
    return code


def _completed(context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Return the codes that the shell may put for what is typed of a language."""
    root = context.params.get("root") or Path()
    return [CompletionItem(code) for code in reader.languages(root) if code.startswith(begun)]


LANGUAGE = partial(click.argument, "language", callback=_a_language, shell_complete=_completed)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="instrumentarium", message="%(prog)s %(version)s")
def main() -> None:
    """Check, translate and publish the edition."""


def stop(message: str, /) -> NoReturn:
    """End the command with a message and exit code 1."""
    raise Stop(message)


def edition(root: Path, /) -> Edition:
    """Return the edition, with its drafts; print the errors of its sources and stop where it has any."""
    click.echo("Reading the sources …", err=True)
    try:
        return load.edition(root).with_drafts()
    except SourceErrors as faults:
        stop(str(faults))


def unchecked(root: Path, /, instead: Mapping[str, str] | None = None) -> Edition:
    """Return the edition, with its drafts, whatever rules it breaks, where it can be read."""
    click.echo("Reading the sources …", err=True)
    try:
        return load.unchecked(root, instead)[0].with_drafts()
    except SourceErrors as faults:
        stop(str(faults))


def translation(edition: Edition, code: str, /) -> Language:
    """Return a translation of the edition; stop where there is none."""
    if code == edition.source.code:
        known = ", ".join(other for other in edition.languages if other != code)
        stop(f"'{code}' is the source language; the translations are {known}")
    if code not in edition.languages:
        stop(f"docs/{code}/ cannot be read; `instrumentarium check {code}` tells what is to mend")
    return edition.languages[code]


def write(files: Mapping[Path, str], /) -> None:
    """Write files, and tell which: all of them first, for whoever reads what is told may stop before its end."""
    for path, text in files.items():
        writing.write(path, text.encode())
    for path in files:
        click.echo(path)
