"""Lets MkDocs, the theme and the extensions of Markdown speak a language of the Edition."""

from collections.abc import Mapping

from mkdocs.config.defaults import MkDocsConfig

from instrumentarium.model.edition import Edition, Language
from instrumentarium.presentation import links


def speak(config: MkDocsConfig, edition: Edition, language: Language, stale: Mapping[str, str], /) -> None:
    """Set what they say themselves; ``stale`` are the originals of the sentences that are stale, by id."""
    strings = language.strings
    config.site_name, config.site_description = strings.site.name, strings.site.description
    config.theme["language"], config.theme["direction"] = language.code, language.direction
    config.mdx_configs["instrumentarium.sentences"] = {
        "links": links.of_note(edition, language),
        "labels": strings.labels.model_dump(),
        "pages": {page.holds[0]: page.number for page in edition.facts.card.pages if page.holds},
        "stale": stale,
        "foreign": {id: one.language for id, one in language.note.sentences.items() if one.language},
        "source": edition.source.code,
        "original": "" if language is edition.source else "../../note/",
    }
    config.mdx_configs["footnotes"] = {"BACKLINK_TITLE": strings.labels.back_to_text, "UNIQUE_IDS": False}
