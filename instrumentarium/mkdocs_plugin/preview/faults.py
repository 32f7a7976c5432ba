"""Why a build failed, as a person reads it: `file:line:column: what; how to mend it`, a text for each cause."""

import logging
import re
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from mkdocs.exceptions import Abort, BuildError, ConfigurationError
from mkdocs.plugins import get_plugin_logger

from instrumentarium import load
from instrumentarium.exports.typesetting import TypesettingError
from instrumentarium.sources.diagnostics import Diagnostic, SourceErrors
from instrumentarium.sources.tree import CONFIG

_SETTING = re.compile(r"Config value '(\w+)'")
_MACROS = "macros.py"


class Collector(logging.Handler):
    """Collects what is logged as a warning or an error, without objects that another process may not know."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Collect a record."""
        record.msg, record.args, record.exc_info = record.getMessage(), None, None
        self.records.append(record)


def of_build(build: Callable[[], object], root: Path, /) -> tuple[str, ...]:
    """Build what stands below ``root``; return what stopped it, a text for each cause.

    What comes from no file of the edition is a defect: its traceback is logged, too.
    """
    collected, logger = Collector(), logging.getLogger("mkdocs")
    logger.addHandler(collected)
    try:
        build()
    except (Exception, SystemExit) as error:
        logged = [record.msg for record in collected.records]
        return tuple(dict.fromkeys(_causes(error, logged, root)))
    finally:
        logger.removeHandler(collected)
    return ()


def located(error: BaseException, root: Path, /) -> str | None:
    """Return what is wrong in a template or in macros.py; None where the error comes from neither."""
    return next((str(found) for one in _from_the_first(error) if (found := _located(one, root))), None)


def _causes(error: BaseException, logged: Sequence[str], root: Path) -> Sequence[str]:
    """Return the causes of an error; ``logged`` are the warnings and errors that were logged before it."""
    for one in _from_the_first(error):
        if isinstance(one, SourceErrors):
            return [*map(str, one.diagnostics)]
        if isinstance(one, ConfigurationError):
            return _of_settings(one, root)
    if text := located(error, root):
        return [text]
    for one in _from_the_first(error):
        if isinstance(one, TypesettingError):
            return [str(error)]
        if isinstance(one, BuildError):
            return str(one).splitlines()
    if isinstance(error, SystemExit):
        # "Aborted with 2 warnings in strict mode!" and the like: what was logged says which.
        is_told = isinstance(error, Abort) and not error.message.startswith("Aborted with")
        return str(error).splitlines() if is_told or not logged else [_with_place(text, root) for text in logged]
    get_plugin_logger("languages").error("".join(traceback.format_exception(error)))
    return [f"{type(error).__name__}: {error}; the terminal tells where"]


def _from_the_first(error: BaseException | None) -> Iterator[BaseException]:
    """Yield the errors that led to one, the first of them first, and that one last."""
    if error is not None:
        yield from _from_the_first(error.__cause__ or error.__context__)
        yield error


def _located(error: BaseException, root: Path) -> Diagnostic | None:
    what = f"{type(error).__name__}: {getattr(error, 'message', None) or getattr(error, 'msg', None) or error}"
    mend = "correct this line, or what it calls"
    if isinstance(error, SyntaxError) and error.filename == str(root / _MACROS):
        return Diagnostic(_MACROS, error.lineno or 1, error.offset or 1, f"{what}; {mend}")
    frames = traceback.extract_tb(error.__traceback__)
    for frame in reversed(frames):
        path = Path(frame.filename)
        is_ours = path.is_relative_to(root / "overrides") or (path == root / _MACROS and frame is frames[-1])
        if is_ours:
            return Diagnostic(path.relative_to(root).as_posix(), frame.lineno or 1, 1, f"{what}; {mend}")
    return None


def _of_settings(error: ConfigurationError, root: Path) -> Sequence[str]:
    """Return what is wrong with mkdocs.yml: as the reader of the sources tells it, where it does."""
    try:
        load.unchecked(root)
    except SourceErrors as errors:
        return [*map(str, errors.diagnostics)]
    return [str(Diagnostic(CONFIG, 1, 1, str(error)))]


def _with_place(text: str, root: Path) -> str:
    """Return what MkDocs says of a setting with the place of that setting in mkdocs.yml; any other text as it is."""
    setting = _SETTING.match(text)
    if not setting:
        return text
    lines = (root / CONFIG).read_text(encoding="utf-8").splitlines()
    line = next((number for number, line in enumerate(lines, 1) if line.startswith(f"{setting[1]}:")), 1)
    return str(Diagnostic(CONFIG, line, 1, text))
