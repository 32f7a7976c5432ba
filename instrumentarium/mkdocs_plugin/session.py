"""One build of the site: everything that is read and decided before a page is built."""

import gc
import logging
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from instrumentarium import load, themes
from instrumentarium.exports import assets
from instrumentarium.exports.precompression import compress
from instrumentarium.exports.registry import Exports
from instrumentarium.exports.typesetting import TypesettingError, is_covered
from instrumentarium.mkdocs_plugin import patches, scripts
from instrumentarium.mkdocs_plugin.changes import Reads, Snapshot, changed_pages
from instrumentarium.mkdocs_plugin.config import site_info, unfit_settings
from instrumentarium.mkdocs_plugin.staging import StagingArea, write
from instrumentarium.mkdocs_plugin.style_sheet import StyleSheet
from instrumentarium.model.download import Download
from instrumentarium.model.edition import Edition
from instrumentarium.model.site import SiteInfo
from instrumentarium.presentation import moved
from instrumentarium.presentation.components import Renderer
from instrumentarium.presentation.view import View
from instrumentarium.sources.diagnostics import Diagnostic, SourceErrors

STYLE_SHEET = "assets/css/site.css"
_STATIC_TEMPLATES = ("404.html", "sitemap.xml")


@dataclass(frozen=True, kw_only=True)
class BuildSession:
    """One build of the site; it does not change while languages are built.

    ``edition`` has the drafts that are built among its languages, ``published`` only those that are published.
    ``pages`` are those to build, by language, ``codes`` the languages that have any, the source language first
    where it is one of them; ``files`` are all downloads, ``files_before`` those of the build before;
    ``style_sheet`` what the style sheet is made of; ``static_templates`` the pages that are written once for all
    languages; ``resources`` what is put back when the build ends. ``warnings`` counts what has been logged.
    ``finish`` is done to the site before it is published: nothing to a preview, whose assets no browser keeps.
    """

    root: Path
    edition: Edition
    published: Edition
    site: SiteInfo
    snapshot: Snapshot
    pages: Mapping[str, frozenset[str]]
    codes: Sequence[str]
    workers: int
    files: Sequence[Download]
    files_before: Sequence[Download]
    style_sheet: StyleSheet
    static_templates: frozenset[str]
    renderer: Renderer
    staging: StagingArea
    warnings: utils.CountHandler
    started: float
    resources: ExitStack
    finish: Sequence[Callable[[Path], object]]

    @property
    def seconds(self) -> float:
        """How long the build has taken so far."""
        return time.monotonic() - self.started

    def known_to(self, code: str, /) -> Edition:
        """Return the Edition that the pages of a language know: those of a published one know of no draft."""
        return self.published if code in self.published.languages else self.edition

    def builds_all(self, code: str, /) -> bool:
        """Whether all pages of a language are built."""
        return self.pages[code] == set(self.edition.languages[code].pages)

    @property
    def builds_everything(self) -> bool:
        """Whether all pages of all languages are built."""
        return all(map(self.builds_all, self.edition.languages))

    @cached_property
    def unsent(self) -> frozenset[Path]:
        """The style sheets and scripts that are sent only as a part of others."""
        every = _scripts(self.root)
        return frozenset((*self.style_sheet.own, *(every[path] for path in scripts.parts(every))))

    def write_files(self, code: str, /) -> None:
        """Write the files of a language that is built, beside its pages."""
        view, old = View(edition=self.edition, language=self.edition.languages[code], path=""), self.edition.moved
        every = {file.path: file.content for file in self._changed_files}
        own = {file.path: file.content for file in self._changed_files if file.language == code}
        own.update([*moved.pages(view, old, self.renderer), *moved.files(view, old, every)])
        write(self.staging.of(code), own)

    @cached_property
    def _changed_files(self) -> list[Download]:
        """The files that the site does not have as they are."""
        before = {} if self.builds_everything else {file.path: file.content for file in self.files_before}
        return [file for file in self.files if before.get(file.path) != file.content]

    def publish(self, style_sheet: bytes, /) -> None:
        """Publish the languages that were built as the site, with its other files."""
        files = {file.path: file.content for file in self._changed_files if file.language not in self.codes}
        files |= {STYLE_SHEET: style_sheet, **dict(scripts.sent(_scripts(self.root)))}
        files |= dict(assets.loaded(self._changed_files))
        self.staging.publish(
            self.edition.source.code, self.codes, files, everything=self.builds_everything, finish=self.finish
        )

    def publish_assets(self, styled: Callable[[StyleSheet], bytes], /) -> bool:
        """Publish the assets where nothing else changed since this build; return whether that was so."""
        now = Snapshot.of(self.root)
        if not now.only_assets_changed(self.snapshot):
            return False
        overrides = self.root / "overrides"
        files = [path for path in map(Path, now.assets) if path not in self.style_sheet.own]
        saved = {path.relative_to(overrides).as_posix(): path.read_bytes() for path in files if path.suffix != ".js"}
        saved |= {STYLE_SHEET: styled(self.style_sheet), **dict(scripts.sent(_scripts(self.root)))}
        write(self.staging.site, saved)
        return True

    def close(self) -> None:
        """Clear away what was being built, and put back what was changed for it."""
        self.resources.close()


def begin(
    config: MkDocsConfig, exports: Exports, previous: BuildSession | None, reads: Reads, /, *, is_preview: bool
) -> BuildSession:
    """Read the sources and make the files to download; raises Abort with all errors.

    ``previous`` is the build before, where there was one, ``reads`` what each page read of the facts when it was
    last built. Drafts are built where ``is_preview`` or the host says so.
    """
    if faults := list(unfit_settings(config)):
        raise Abort("\n".join(faults))
    started, root = time.monotonic(), Path(config.config_file_path).parent
    with _kept_unless_it_fails() as resources:
        resources.enter_context(patches.quiet())
        resources.enter_context(_uncollected(is_preview=is_preview))
        warnings, snapshot, style_sheet = _counted_warnings(resources), Snapshot.of(root), _style_sheet(config)
        own = config.plugins["languages"].config
        site = site_info(config, is_preview=is_preview)
        try:
            published, check = load.unchecked(root)
            has_drafts = is_preview or bool(own.drafts)
            edition = published.with_drafts() if has_drafts else published
            with exports.making(published, site, processes=own.workers, has_drafts=has_drafts) as made:
                check()
                style_sheet.read()
                files = made()
        except SourceErrors as errors:
            raise Abort(str(errors)) from None
        except TypesettingError as error:
            raise Abort(_unset(error, edition)) from None
        if previous and previous.snapshot.frame == snapshot.frame:
            pages = changed_pages(edition, files, previous.edition, previous.files, reads)
        else:
            pages = {code: frozenset(language.pages) for code, language in edition.languages.items()}
        source = edition.source.code
        # Assets come with the source language's build; a picture may be saved after the page that shows it.
        has_new_assets = previous is not None and previous.snapshot.assets != snapshot.assets
        codes = [code for code, names in pages.items() if names or (code == source and has_new_assets)] or [source]
        staging = StagingArea(Path(config.site_dir))
        resources.callback(staging.close)
        return BuildSession(
            root=root,
            edition=edition,
            published=published,
            site=site,
            snapshot=snapshot,
            pages=pages,
            codes=sorted(codes, key=lambda code: code != source),
            workers=own.workers,
            files=files,
            files_before=previous.files if previous else (),
            style_sheet=style_sheet,
            static_templates=frozenset({*config.theme.static_templates, *_STATIC_TEMPLATES}),
            renderer=load.renderer(root),
            staging=staging,
            warnings=warnings,
            started=started,
            resources=resources,
            finish=[] if is_preview else [assets.name_by_content, *[compress] * bool(own.compress)],
        )


@contextmanager
def _kept_unless_it_fails() -> Iterator[ExitStack]:
    """Give a stack of what is put back when the build ends: at once, where the block ends with an error."""
    resources = ExitStack()
    try:
        yield resources
    except BaseException:
        resources.close()
        raise


@contextmanager
def _uncollected(*, is_preview: bool) -> Iterator[None]:
    """Keep Python from looking for garbage in what is read for a build: it stays until the build ends.

    Where that is the end of the process, too, Python need not look through it a last time.
    """
    gc.disable()
    try:
        yield
    finally:
        if not is_preview:
            gc.freeze()
        gc.enable()


def _unset(error: TypesettingError, edition: Edition) -> str:
    """Return what is wrong with a text that cannot be set, with the place of the letters that no font has."""
    for language in edition.languages.values() if error.letters else ():
        for unit in language.units.values() if is_covered(language) else ():
            if unit.key.page in ("note", "strings", "interface") and error.letters in unit.text:
                message = f"the PDF's fonts lack '{error.letters}'; write it in other letters"
                return str(Diagnostic(f"docs/{language.code}/{unit.key.file}", unit.line, 1, message))
    return f"the PDF cannot be made: {error}"


def _style_sheet(config: MkDocsConfig) -> StyleSheet:
    """Return what the style sheet is made of: Material's, the engine's sheets and then the edition's, the scripts."""
    root = Path(config.config_file_path).parent
    return StyleSheet(
        theme=next(path for folder in config.theme.dirs for path in Path(folder).glob("assets/stylesheets/main.*.css")),
        own=tuple(themes.file(root, str(name)) for name in (*themes.SHEETS, *config.extra_css)),
        scripts=tuple(path for _, path in sorted(_scripts(root).items())),
    )


def _scripts(root: Path) -> Mapping[str, Path]:
    return themes.files(root, "**/*.js")


def _counted_warnings(resources: ExitStack) -> utils.CountHandler:
    """Return what counts the warnings that are logged until the build ends."""
    counter, logger = utils.CountHandler(), logging.getLogger("mkdocs")
    counter.setLevel(logging.WARNING)
    logger.addHandler(counter)
    resources.callback(logger.removeHandler, counter)
    return counter
