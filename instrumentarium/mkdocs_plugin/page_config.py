"""Sets MkDocs, the theme and the extensions of Markdown to a language of the Edition."""

from mkdocs.config.defaults import MkDocsConfig

from instrumentarium.model.edition import Language


def set_language(config: MkDocsConfig, language: Language, /) -> None:
    """Set what they write in pages themselves to ``language``."""
    strings = language.strings
    config.site_name, config.site_description = strings.site.name, strings.site.description
    config.theme["language"], config.theme["direction"] = language.code, language.direction
    config.mdx_configs["footnotes"] = {"BACKLINK_TITLE": language.interface.labels.back_to_text, "UNIQUE_IDS": False}
