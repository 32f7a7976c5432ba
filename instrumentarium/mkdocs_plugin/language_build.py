"""The build of one language: the views of its pages, and the HTML of their components."""

import gc
import logging
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, cast

from markupsafe import escape
from mkdocs.commands.build import build as build_site
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc

from instrumentarium.exports import json_ld
from instrumentarium.exports.file_view import FileView
from instrumentarium.mkdocs_plugin.page_elements import PageElements, unindented
from instrumentarium.mkdocs_plugin.preview import faults
from instrumentarium.mkdocs_plugin.session import BuildSession
from instrumentarium.mkdocs_plugin.standing import Built
from instrumentarium.model.edition import Facts
from instrumentarium.model.note import Heading
from instrumentarium.presentation import borrowed, components, moved, naming, notices, proof, reporting, urls
from instrumentarium.presentation.components import Component
from instrumentarium.presentation.inputs import RecordedFacts
from instrumentarium.presentation.view import View
from instrumentarium.sources import text_files
from instrumentarium.sources.tree import page_file

# The placeholder for HTML that is set in after Markdown has run: a comment, which Markdown leaves as it is.
_SLOT = "<!--html {}-->"
_SLOTS = re.compile(r"<!--html (\d+)-->")
# In the list of contents, a paragraph stands below a heading of any level.
_PARAGRAPH = 7
# Where a page has none of these, MkDocs Macros need not read it.
_MACRO = re.compile(r"\{[{%#]")
_IDS = re.compile(r'\sid="([^"]+)"')


class LinkedAsset(File):
    """A file of overrides/assets/ that pages may link to: the site has it once, from the source language's build."""

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 (MkDocs's own signature)
        """Leave it where it is."""


class LanguageBuild:
    """The build of one language in a session."""

    def __init__(self, session: BuildSession, code: str, /) -> None:
        self.session = session
        self.language, self.edition = session.edition.languages[code], session.known_to(code)
        states = View(edition=self.edition, language=self.language, path="").states
        self._stale, self._missing = (notices.pages_with(state, states) for state in ("stale", "missing"))
        self.elements = PageElements(session.style_sheet.asked)
        self._views: dict[str, View] = {}
        self._html: list[str] = []

    @property
    def is_source(self) -> bool:
        """Whether it is the source language."""
        return self.language is self.session.edition.source

    @cached_property
    def _own_files(self) -> set[str]:
        """The files of the language to download, by their paths below its folder."""
        folder = urls.prefix(self.session.edition, self.language.code)
        own = (file.path for file in self.session.files if file.language == self.language.code)
        return {path.removeprefix(folder) for path in own}

    def built(self, **known: Any) -> Built:
        """Return what was built, with what else is known of it."""
        pages = {name: cast(RecordedFacts, view.facts).read for name, view in self._views.items()}
        return Built(code=self.language.code, pages=pages, elements=self.elements.tree, **known)

    def files(self, config: MkDocsConfig, /) -> Files:
        """Return the language's pages, as MkDocs names their files: below docs/."""
        paths = (f"{self.language.code}/{name}.md" for name in self.language.pages)
        return Files([File(path, config.docs_dir, config.site_dir, config.use_directory_urls) for path in paths])

    def supply(self, files: Files, /) -> None:
        """Give the engine's Markdown, or the source language's, to pages that the folder lacks: not edited there."""
        for file in files.documentation_pages():
            name = PurePosixPath(file.src_uri).stem
            if name in self.language.supplied:
                file.content_string, file.generated_by = self.language.supplied[name], "languages"
            elif self.language.pages[name].is_missing:
                file.content_string, file.generated_by = self._markdown(name), "languages"

    def _markdown(self, name: str) -> str:
        """Return the Markdown of a page in the source language, with its front matter."""
        source = self.session.edition.source
        if name in source.supplied:
            return source.supplied[name]
        path = self.session.root / page_file(source.code, name)
        return path.read_text(encoding="utf-8-sig")

    def is_wanted(self, page: Page, /) -> bool:
        """Whether a page has to be built: in a preview, it stands already where nothing of it changed."""
        return _name(page) in self.session.pages[self.language.code]

    def title(self, page: Page, /) -> str:
        """Return the title of a page."""
        return self.language.pages[_name(page)].title

    def view(self, page: Page, /) -> View:
        """Return the Edition as that page shows it."""
        name, session = _name(page), self.session
        if name not in self._views:
            self._views[name] = View(
                edition=replace(self.edition, facts=cast(Facts, RecordedFacts(self.edition.facts))),
                language=self.language,
                path=page.url,
                site=session.site,
                files=session.files,
            )
        return self._views[name]

    def markdown(self, markdown: str, page: Page, /) -> str:
        """Return a page's Markdown before its macros are called, with notices where its translation is not done."""
        name, view = _name(page), self.view(page)
        page.title = name  # MkDocs Macros would run what it found in the real one
        if name == "note":
            return self.component(components.note, page)
        markdown = text_files.without_comments(markdown)
        if name in self._missing and not self._is_whole(name):
            source = text_files.without_comments(text_files.body(self._markdown(name))[0])
            markdown = notices.completed(markdown, source, name, view)
        page.meta["render_macros"] = bool(_MACRO.search(markdown))
        if name not in self._stale | self._missing:
            return markdown
        return notices.marked(markdown, name, view, self.session.renderer, self._keep)

    def _is_whole(self, name: str) -> bool:
        """Whether a page lacks no section, whatever it shows: it is the engine's, or the source language's."""
        return name in self.language.packaged_pages or self.language.pages[name].is_missing

    def component(self, component: Component, page: Page, /, *arguments: Any, **named: Any) -> str:
        """Render a component; return the placeholder that its HTML replaces after Markdown has run."""
        return self._keep(self.session.renderer.render(component, self.view(page), *arguments, **named))

    def _keep(self, html: str) -> str:
        self._html.append(html)
        return _SLOT.format(len(self._html) - 1)

    def content(self, html: str, page: Page, /) -> str:
        """Return a page's HTML with its components in their places; set its title and its ids for MkDocs."""
        meta = self.language.pages[_name(page)]
        page.title, page.meta["title"], page.meta["description"] = meta.title, meta.title, meta.description
        whole, view = _SLOTS.sub(lambda slot: self._html[int(slot[1])], html), self.view(page)
        path = urls.path(view.edition, self.language.code, page.url)
        whole = moved.with_aliases(whole, path, view.edition.moved, self.session.renderer, view)
        page.present_anchor_ids = (page.present_anchor_ids or set()) | set(_IDS.findall(whole))
        if _name(page) == "note":
            page.toc = self._contents_of_note()
        return whole

    def _contents_of_note(self) -> TableOfContents:
        note = self.language.note
        title: Any = {"level": 1, "id": note.title.id, "name": escape(note.title.text), "children": []}
        above = [title]
        for part in note.parts:
            level = note.levels.get(part.id, _PARAGRAPH)
            name = part.text if isinstance(part, Heading) else naming.name_of_paragraph(self.language, part.id)
            token = {"level": level, "id": part.id, "name": escape(name), "children": []}
            while above[-1]["level"] >= level:
                above.pop()
            above[-1]["children"].append(token)
            above.append(token)
        return get_toc([title])

    def told(self, output: str, /) -> str:
        """Return a finished page in which the texts of the source language say which language they are in."""
        return borrowed.told(unindented(output), self.session.edition.source, self.language)

    def unproved(self, output: str, page: Page, /) -> Iterator[str]:
        """Yield each sentence that the finished page of the note does not show as the source has it."""
        if _name(page) == "note":
            yield from proof.unproved(output, self.language.note)

    def context(self, page: Page, /) -> dict[str, Any]:
        """Return what the templates of the frame need besides what MkDocs gives them."""
        code, name, view = self.language.code, _name(page), self.view(page)
        edition = view.edition
        return {
            "language": self.language,
            "edition": edition,
            "view": view,
            "is_stale": name in self._stale,
            "is_missing": name in self._missing,
            "pages": list(urls.navigation(edition, code, name, page.url)),
            "alternates": list(urls.alternates(self.session.published, code, page.url)),
            "choices": list(urls.alternates(self.session.edition, code, page.url)),
            "own_files": self._own_files,
            "path": urls.path(edition, code, page.url),
            "linked_data": json_ld.of_page(self._file_view(page), name, self.session.files),
            "language_root": urls.folder(urls.prefix(edition, code), page.url),
            **self._reporting(page),
        }

    def _reporting(self, page: Page) -> dict[str, str]:
        """Return where an error in the page is reported, and where its sentences are reported and mended."""
        strings, url = self.language.strings, urls.page(self.edition, self.language.code, _name(page))
        report = reporting.template(self.session.site.contact, strings.site.name)
        lines = (sentence.line for sentence in self.language.note.numbered())
        return {
            "report": report,
            "report_page": reporting.filled(
                report,
                place=f"{page.title} ({_name(page)})",
                language=f"{strings.language.name} ({self.language.code})",
                text="",
                address=page.canonical_url or url,
            ),
            "lines": " ".join(map(str, lines)) if reporting.opens_at_a_line(page.edit_url or "") else "",
        }

    def _file_view(self, page: Page) -> FileView:
        view = self.view(page)
        return FileView(edition=view.edition, language=self.language, path=page.url, site=view.site)


def build_language(plugin: Any, config: MkDocsConfig, code: str, /) -> Built:
    """Build a language inside the build of the site; a failure is not raised, but returned."""
    started, failure = time.monotonic(), None
    logger, collected, strict = logging.getLogger("mkdocs"), faults.Collector(), config.strict
    handlers, logger.handlers, config.strict = logger.handlers, [collected], False
    plugin.current_language = code
    gc.enable()  # pages leave garbage, unlike what was read for them
    try:
        build_site(config)
    except (Exception, SystemExit) as error:
        failure = faults.located(error, plugin.build.session.root) or f"{code}: {error}"
    finally:
        logger.handlers, config.strict = handlers, strict
    build: LanguageBuild = plugin.build
    return build.built(seconds=time.monotonic() - started, records=tuple(collected.records), failure=failure)


def _name(page: Page) -> str:
    return PurePosixPath(page.file.src_uri).stem
