"""The MkDocs plugin `languages`, on top of mkdocs-static-i18n: its hooks, each with what it changes.

Languages are the folders of docs/; mkdocs.yml names none. MkDocs builds the source language; when that is
done, each other language is built in the same way, in a fork where there is one, and then all of them
become the site in one step: a fault leaves the site that stood before as it was.
"""

import logging
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

import jinja2
from mkdocs import plugins
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs_static_i18n.plugin import I18n

from instrumentarium import themes, workers
from instrumentarium.exports.file_view import site_view
from instrumentarium.exports.registry import Exports
from instrumentarium.mkdocs_plugin import patches, session
from instrumentarium.mkdocs_plugin.config import LanguagesConfig, configured
from instrumentarium.mkdocs_plugin.language_build import LanguageBuild, LinkedAsset, build_language
from instrumentarium.mkdocs_plugin.page_config import set_language, set_site
from instrumentarium.mkdocs_plugin.preview import faults
from instrumentarium.mkdocs_plugin.preview.banner import Banner
from instrumentarium.mkdocs_plugin.standing import Built, Standing
from instrumentarium.presentation.components import Component

log = plugins.get_plugin_logger("languages")


class Languages(I18n):
    """Builds the languages of an Edition."""

    config_class = LanguagesConfig
    config_scheme = LanguagesConfig._schema
    config: LanguagesConfig
    building: bool
    """Whether a language is built inside the build of the site (static-i18n's own name)."""

    def __init__(self) -> None:
        super().__init__()
        self.is_preview = False
        self.session: session.BuildSession | None = None
        self.build: LanguageBuild
        # What a preview keeps from one build to the next.
        self._exports = Exports()
        self._last: session.BuildSession | None = None
        self._environment: jinja2.Environment | None = None
        self._standing = Standing()
        self._errors: tuple[str, ...] = ()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Note whether this is `mkdocs serve`; a plugin that has this hook is kept between the builds of a preview."""
        self.is_preview = command == "serve"
        if self.is_preview:
            patches.serve_a_first_fault(self._build_first)

    def _build_first(self, build: Callable[[], None], config: MkDocsConfig) -> None:
        self._errors = self._faults(build, _root(config))
        if self._errors:
            lines = "\n".join(self._errors)
            log.error(f"nothing can be shown yet:\n{lines}")

    def _faults(self, build: Callable[[], None], root: Path) -> tuple[str, ...]:
        """Build; return what stopped it. Nothing of that build is left for the next one, however it ended."""
        try:
            return faults.of_build(build, root)
        finally:
            self._end()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Build again only what changed; show what stood before when a save is at fault, and what is wrong with it."""
        root, build = _root(config), server.builder
        rebuild = workers.apart(lambda: self._faults(partial(self._build_what_changed, build), root))
        banner = Banner(root)
        banner.saved(self._errors, epoch=server._visible_epoch)
        patches.keep_serving(server, rebuild, banner)
        patches.show_banner(server, banner)
        patches.watch_closely(server)
        return server

    def _build_what_changed(self, build: Callable[[], None]) -> None:
        if not (self._last and self._last.publish_assets(self._standing.styled)):
            build()

    @plugins.event_priority(100)
    def _begin(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the sources before anything is written, and set MkDocs to the language before other plugins use it."""
        if self.session is None:
            self._begin_session(config)
        assert self.session is not None
        self.build = LanguageBuild(self.session, self.current_language)
        config.site_dir = str(self.session.staging.of(self.current_language))
        # 404.html and sitemap.xml hold all languages: they are written once, with the source language.
        config.theme.static_templates = set(self.session.static_templates) if self.build.is_source else set()
        set_language(config, self.build.language)
        return config

    on_config = plugins.CombinedEvent(_begin, I18n.on_config)

    def _begin_session(self, config: MkDocsConfig) -> None:
        self.session = session.begin(
            config, self._exports, self._last, self._standing.reads, is_preview=self.is_preview
        )
        source = self.session.edition.source.code
        self.config.languages = [configured(code, is_default=code == source) for code in self.session.edition.languages]
        self.current_language = self.session.codes[0]
        kept = self._environment if self._last and self._last.snapshot.frame == self.session.snapshot.frame else None
        set_site(config, self.session.root, self.session.edition.pages)
        self._environment = patches.share_environment(config.theme, kept, themes.files(self.session.root, "**/*"))
        self.session.resources.enter_context(patches.pages_from(self._files, self._is_wanted))

    def _files(self, config: MkDocsConfig) -> Files:
        return self.build.files(config)

    def _is_wanted(self, page: Page) -> bool:
        return self.build.is_wanted(page)

    @plugins.event_priority(-100)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Take the assets once, with the source language, and without the style sheets and scripts that are one."""
        unsent, is_source = self.build.session.unsent, self.build.is_source
        assets = [file for file in files if not file.is_documentation_page()]
        ours = [file for file in assets if Path(str(file.abs_src_path)) not in unsent]
        i18n_files: Files = super().on_files(
            Files([*files.documentation_pages(), *(ours if is_source else ())]), config
        )
        self.build.supply(i18n_files)
        for file in () if is_source else ours:
            i18n_files.append(LinkedAsset(file.src_uri, config.docs_dir, config.site_dir, config.use_directory_urls))
        return i18n_files

    def reconfigure_files_alternates(self, *_: Any) -> None:
        """Make no alternates, as static-i18n would: a page has the same path in every language."""

    @plugins.event_priority(-100)
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Name the pages, also those that are not built now."""
        titled: Navigation = super().on_nav(nav, config, files)
        for page in titled.pages:
            page.title = self.build.title(page)
        return titled

    def on_env(self, env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Escape what our templates write, as Material's do not expect; leave the lines of their tags out of pages."""
        super().on_env(env, config, files)
        ours = themes.folders(_root(config))
        env.trim_blocks = env.lstrip_blocks = True
        env.autoescape = cache(lambda name: bool(name) and any((folder / str(name)).is_file() for folder in ours))
        return env

    @plugins.event_priority(50)
    def on_template_context(self, context: Any, template_name: str, config: MkDocsConfig) -> Any:
        """Give 404.html and sitemap.xml all languages that are published, and the view of the site."""
        view = site_view(self.build.session.published, self.build.session.site, template_name)
        return {**context, "language": view.language, "edition": view.edition, "view": view}

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Give the texts of the source language in 404.html their language."""
        return self.build.told(output)

    @plugins.event_priority(60)
    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Mark how far the translation of a page is, before its macros are called."""
        return self.build.markdown(markdown, page)

    def component(self, component: Component, page: Page, /, *arguments: Any, **named: Any) -> str:
        """Render a component for a page; return its placeholder in Markdown."""
        return self.build.component(component, page, *arguments, **named)

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Set the HTML of components into the page, after Markdown."""
        return self.build.content(html, page)

    @plugins.event_priority(50)
    def on_page_context(self, context: Any, page: Page, config: MkDocsConfig, nav: Any) -> Any:
        """Give the page its language, its view of the Edition, and its address in the other languages."""
        return {**super().on_page_context(context, page, config, nav), **self.build.context(page)}

    @plugins.event_priority(-100)
    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Note what the finished page has, and hold that of the note against its source."""
        output = self.build.told(output)
        self.build.elements.add(output)
        if faults := list(self.build.unproved(output, page)):
            raise PluginError("\n".join(f"{page.file.src_uri}: {fault}" for fault in faults))
        return output

    @plugins.event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Build the other languages, then publish all of them as the site."""
        assert self.session is not None
        self.session.write_files(self.current_language)
        if self.building:
            return
        current, done = self.session, [self.build.built(seconds=self.session.seconds)]
        self._tell(1, done[0])
        self.building, failures = True, []
        try:
            build = partial(build_language, self, config)
            with (
                patches.macros_configured(config),
                workers.spread(build, current.codes[1:], workers=current.workers) as results,
            ):
                for number, built in enumerate(results, 2):
                    self._tell(number, built)
                    done.append(built)
                    failures += [built.failure] if built.failure else []
        finally:
            self.building = False
        if failures:
            raise PluginError("\n".join(dict.fromkeys(failures)))
        if not (config.strict and current.warnings.get_counts()):
            for built in done:
                self._standing.add(built, is_whole=current.builds_all(built.code))
            current.publish(self._standing.styled(current.style_sheet))
            self._last = current
        config.site_dir = str(current.staging.site)
        log.info(f"{len(current.codes)} of {len(current.edition.languages)} languages in {current.seconds:.1f} s")
        self._end()

    def _tell(self, number: int, built: Built) -> None:
        """Log that a language is done, and the warnings and errors of its build."""
        assert self.session is not None
        total = len(self.session.codes)
        log.info(f"[{number:>{len(str(total))}}/{total}] {built.code}  {len(built.pages)} pages  {built.seconds:.1f} s")
        for record in built.records:
            logging.getLogger(record.name).handle(record)

    def on_build_error(self, error: Exception, **_: Any) -> None:
        """Clear away what was being built; a language that fails inside the build of the site leaves that to it."""
        if not self.building:
            self._end()

    def _end(self) -> None:
        if self.session is not None:
            self.session.close()
        self.session = None


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent
