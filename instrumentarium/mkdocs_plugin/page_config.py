"""Sets MkDocs, the theme and the extensions of Markdown to an Edition and a language of it."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from instrumentarium import themes
from instrumentarium.mkdocs_plugin.session import STYLE_SHEET
from instrumentarium.model.edition import Language


def set_language(config: MkDocsConfig, language: Language, /) -> None:
    """Set what they write in pages themselves to ``language``."""
    strings = language.strings
    config.site_name, config.site_description = strings.site.name, strings.site.description
    config.theme["language"], config.theme["direction"] = language.code, language.direction
    config.mdx_configs["footnotes"] = {"BACKLINK_TITLE": language.interface.labels.back_to_text, "UNIQUE_IDS": False}


def set_site(config: MkDocsConfig, root: Path, pages: Iterable[str], /) -> None:
    """Set the pages, and the theme: the edition's own folder and the engine's before Material, one style sheet.

    Without a repository no page has a link to edit, which would lead nowhere.
    """
    config.nav = [f"{name}.md" for name in pages]
    config.extra_css = [STYLE_SHEET]
    ours = [str(folder) for folder in themes.folders(root)]
    config.theme.dirs[:] = [*ours, *(folder for folder in config.theme.dirs if folder not in ours)]
    if not config.repo_url:
        config.edit_uri = None
