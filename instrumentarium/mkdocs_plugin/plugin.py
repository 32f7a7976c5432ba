"""The MkDocs plugin `languages`: mkdocs-static-i18n, with the faults mended that readers would meet.

Languages are the folders of docs/; mkdocs.yml names none. Each language is built in a room of its
own, two at a time where the platform can fork, and the rooms become the site only when every one of
them is done: a fault leaves the site that stood before as it was.
"""

import logging
import time
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs import plugins, utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs_macros.plugin import MacrosPlugin
from mkdocs_static_i18n.plugin import I18n

from instrumentarium import environment, stylesheets, workers
from instrumentarium.exports import json_ld
from instrumentarium.exports.file_view import views
from instrumentarium.exports.typesetting import TypesettingError
from instrumentarium.mkdocs_plugin import patches
from instrumentarium.mkdocs_plugin.changes import Snapshot
from instrumentarium.mkdocs_plugin.config import LanguagesConfig, configured
from instrumentarium.mkdocs_plugin.page_config import speak
from instrumentarium.mkdocs_plugin.staging import Rooms
from instrumentarium.model.edition import PAGES, Edition, Language
from instrumentarium.model.site import Release, moment_of
from instrumentarium.presentation import notices, urls
from instrumentarium.presentation.components import Renderer
from instrumentarium.presentation.view import View
from instrumentarium.sources import reader
from instrumentarium.sources.diagnostics import Faults
from instrumentarium.takeaways import Takeaways
from instrumentarium.translation import status

log = plugins.get_plugin_logger("languages")


class Languages(I18n):
    """Builds the Edition's languages; each method says what it mends."""

    config_class = LanguagesConfig
    config_scheme = LanguagesConfig._schema
    config: LanguagesConfig
    edition: Edition
    rooms: Rooms
    building: bool
    serving = False
    snapshot = Snapshot.of_nothing()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Live through `mkdocs serve`, so as to know what has changed since the last build."""
        self.serving = command == "serve"
        self.takeaways = Takeaways()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Show what stood before when a save is at fault; stock answers nothing until it is mended."""
        build = server.builder

        def build_or_tell() -> None:
            try:
                build()
            except Abort as fault:
                log.error(f"nothing is shown of this save:\n{fault}")

        server.builder = build_or_tell
        return server

    @plugins.event_priority(100)
    def _begin(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the sources before anything is written, and speak the language before others ask for it."""
        if not self.building:
            self._begin_site(config)
        config.site_dir = str(self.rooms.of(self.current_language))
        code, source = self.current_language, self.edition.source
        self.states = self.all_states.get(code, {})
        self.stale = status.stale_sentences(source, self.language)
        # 404.html and sitemap.xml speak all languages: they are written once, with the original.
        config.theme.static_templates = self.static_templates if code == source.code else set()
        speak(config, self.edition, self.language, self.stale)
        return config

    @plugins.event_priority(-100)
    def _configure(self, config: MkDocsConfig) -> MkDocsConfig:
        """Let static-i18n configure, and MkDocs Macros only once.

        Macros would ask git and import its modules for each language; our macros ask the page, so
        nothing that it could learn anew matters.
        """
        config = super().on_config(config)
        config.plugins.events["config"][:] = [
            event
            for event in config.plugins.events["config"]
            if not isinstance(getattr(event, "__self__", None), MacrosPlugin)
        ]
        return config

    on_config = plugins.CombinedEvent(_begin, _configure)

    def _begin_site(self, config: MkDocsConfig) -> None:
        root = Path(config.config_file_path).parent
        self.new_snapshot = Snapshot.of(root)
        try:
            edition = reader.read(root)
        except Faults as faults:
            raise Abort(str(faults)) from None
        # A draft is previewed, never published.
        self.edition = edition.with_drafts() if self.serving else edition
        self.started = time.monotonic()
        source = self.edition.source.code
        self.config.languages = [configured(code, is_default=code == source) for code in self.edition.languages]
        self.all_states = {
            code: status.states(self.edition.source, language)
            for code, language in {**self.edition.languages, **self.edition.drafts}.items()
            if code != source
        }
        self.round = self._round(source)
        self.current_language = self.round[0]
        self.release = Release(address=config.site_url or "", moment=moment_of(root))
        # A server's threads hold locks that a fork would copy: while serving, only the first build forks.
        self.may_fork = self.config.parallel and not (self.serving and self.snapshot)
        try:
            self.files = self.takeaways.make(self.edition, self.round, self.release, fork=self.may_fork)
        except TypesettingError as fault:
            raise Abort(f"the PDF cannot be made: {fault}") from None
        self.rooms = Rooms(Path(config.site_dir))
        self.warnings = utils.CountHandler()
        self.warnings.setLevel(logging.WARNING)
        logging.getLogger("mkdocs").addHandler(self.warnings)
        patches.hush()
        self._views: dict[str, View] = {}
        self.static_templates = set(config.theme.static_templates)
        self.renderer = Renderer(root / "overrides" / "components")
        environment.share(config.theme)
        self.stylesheets = stylesheets.bundled(root / "overrides", config.extra_css)
        config.extra_css = [stylesheets.BUNDLE]
        if not config.repo_url:
            config.edit_uri = None

    def _round(self, source: str) -> list[str]:
        """Return the languages to build, the original's first: all, or those alone that were changed."""
        codes = [source, *(code for code in self.edition.languages if code != source)]
        changed = self.new_snapshot.languages_changed_since(self.snapshot)
        return [code for code in codes if changed is None or code in changed] or codes

    @property
    def language(self) -> Language:
        """The language being built."""
        return self.edition.languages[self.current_language]

    @plugins.event_priority(-100)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Leave the other languages' files alone; stock makes a copy of each for each language."""
        prefix = f"{self.current_language}/"
        ours = [file for file in files if file.src_uri.startswith(prefix) and file.is_documentation_page()]
        if self.current_language == self.edition.source.code:
            docs = Path(config.docs_dir)
            ours += [file for file in files if not Path(file.abs_src_path or docs).is_relative_to(docs)]
        i18n_files: Files = super().on_files(Files(ours), config)
        return i18n_files

    def reconfigure_files_alternates(self, *_: Any) -> None:
        """Make no alternates: a page has the same path in every language, see ``alternates``."""

    @plugins.event_priority(50)
    def on_template_context(self, context: Any, template_name: str, config: MkDocsConfig) -> Any:
        """Give 404.html and sitemap.xml all languages; stock gives those built so far."""
        return {**context, "language": self.language, "edition": self.edition, "page_names": PAGES[1:]}

    @plugins.event_priority(50)
    def on_page_context(self, context: Any, page: Page, config: MkDocsConfig, nav: Any) -> Any:
        """Give the page its language, its view of the Edition, and its place in the other languages."""
        context = super().on_page_context(context, page, config, nav)
        return {
            **context,
            "language": self.language,
            "edition": self.edition,
            "view": self._views[page.file.src_uri],
            "is_stale": notices.is_stale(PurePosixPath(page.file.src_uri).stem, self.states),
            "alternates": list(urls.alternates(self.edition, self.current_language, page.url)),
            "path": urls.path(self.edition, self.current_language, page.url),
            "linked_data": self._linked_data(page),
            "language_root": urls.folder(urls.prefix(self.edition, self.current_language), page.url),
        }

    def _linked_data(self, page: Page) -> str:
        path = urls.path(self.edition, self.current_language, page.url)
        view = views(self.edition, self.language, self.release)(path)
        return json_ld.of_page(view, PurePosixPath(page.file.src_uri).stem, self.files)

    def view(self, page: Page, files: Files, /) -> View:
        """Return the Edition as that page shows it: what the macros and templates see."""
        if page.file.src_uri not in self._views:

            def url(name: str) -> str:
                file = files.get_file_from_path(f"{name}.md")
                if file is None:
                    raise PluginError(f"{page.file.src_uri}: there is no page '{name}'")
                return str(file.url_relative_to(page.file))

            self._views[page.file.src_uri] = View(
                edition=self.edition,
                language=self.language,
                url=url,
                root=urls.folder("", page.url),
                stale=self.stale,
                states=self.all_states,
                files=self.files,
                release=self.release,
            )
        return self._views[page.file.src_uri]

    @plugins.event_priority(60)
    def _mark(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Show how far the translation of the page is, before its macros are called."""
        view = self.view(page, files)
        name = PurePosixPath(page.file.src_uri).stem
        entry = self.language.pages[name]
        page.meta["title"], page.meta["description"] = entry.title, entry.description
        return notices.marked(markdown, name, view, self.states, self.renderer)

    on_page_markdown = plugins.CombinedEvent(_mark, I18n.on_page_markdown)

    @plugins.event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Build the other languages, then let the rooms become the site."""
        if self.building:
            return
        built = workers.Built(
            code=self.current_language, pages=len(self._views), seconds=time.monotonic() - self.started
        )
        self._tell(1, built)
        self.building = True
        others = workers.build(self, config, self.round[1:], fork=self.may_fork)
        try:
            failures = [self._tell(number, built) for number, built in enumerate(others, 2)]
        finally:
            self.building = False
        if any(failures):
            raise PluginError("\n".join(filter(None, failures)))
        if not (config.strict and self.warnings.get_counts()):
            self._publish(config)
        self._end(config)

    def _tell(self, number: int, built: workers.Built) -> str | None:
        """Say that a language is done, and whatever its build had to say; return its failure."""
        total = len(self.round)
        log.info(f"[{number:>{len(str(total))}}/{total}] {built.code}  {built.pages} pages  {built.seconds:.1f} s")
        for record in built.records:
            logging.getLogger(record.name).handle(record)
        return built.failure

    def _publish(self, config: MkDocsConfig) -> None:
        files = {file.path: file.content for file in self.files if file.language in (None, *self.round)}
        files[stylesheets.BUNDLE] = self.stylesheets
        everything = len(self.round) == len(self.edition.languages)
        self.rooms.publish(self.edition.source.code, self.round, files, everything=everything)
        self.snapshot = self.new_snapshot

    def _end(self, config: MkDocsConfig) -> None:
        config.site_dir = str(self.rooms.site)
        log.info(
            f"{len(self.round)} of {len(self.edition.languages)} languages in {time.monotonic() - self.started:.1f} s"
        )
        self._close()

    def on_build_error(self, error: Exception, **_: Any) -> None:
        """Clear away what was being built; the site that stood before still stands."""
        self.building = False
        if hasattr(self, "rooms"):
            self._close()

    def _close(self) -> None:
        logging.getLogger("mkdocs").removeHandler(self.warnings)
        self.rooms.close()
