"""What the commands share: the folder of the edition, a language of it, and the end of one that cannot go on."""

import errno
from functools import partial
from pathlib import Path
from typing import IO, Any

import click
from click.shell_completion import CompletionItem

from instrumentarium.model import language_code
from instrumentarium.sources import reader


class Stop(click.ClickException):
    """Ends a command with one message and exit code 1."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message."""
        click.echo(self.message, file=file)


class Commands(click.Group):
    """Commands that tell in one message what cannot be read or written."""

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
