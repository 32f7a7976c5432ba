"""The settings of the plugin `languages` in mkdocs.yml, and what is wrong with those of MkDocs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.base import Config
from mkdocs.config.config_options import Choice, ListOfItems, SubConfig, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs_static_i18n.config import I18nPluginConfig, I18nPluginLanguage

from instrumentarium import git
from instrumentarium.model.site import SiteInfo
from instrumentarium.presentation import reporting


class LanguageConfig(I18nPluginLanguage):
    """static-i18n's settings of a language, whose code has been judged: static-i18n knows no hsb and no es-419."""

    locale = Type(str)


class LanguagesConfig(I18nPluginConfig):
    """static-i18n's settings, with our defaults; the languages themselves are found, not configured."""

    docs_structure = Choice(["folder"], default="folder")
    fallback_to_default = Type(bool, default=False)
    reconfigure_material = Type(bool, default=False)
    reconfigure_search = Type(bool, default=False)
    languages = ListOfItems(SubConfig(LanguageConfig), default=[])
    # How many languages are built at a time; 0: one for each processor.
    workers = Type(int, default=0)
    # Where readers report errors: a form or a mail address; "": nowhere.
    contact_url = Type(str, default="")
    # Whether drafts are built, too, for others to preview: true, or 1, as an environment variable may say it.
    drafts = Type(int, default=False)
    # Whether files are also written compressed, beside themselves, for servers that send those: true, or 1.
    compress = Type(int, default=False)

    def validate(self) -> Any:
        """Validate without asking for languages: they are not known before the sources are read."""
        return Config.validate(self)


def configured(code: str, /, *, is_default: bool) -> LanguageConfig:
    """Return static-i18n's configuration of a language."""
    language = LanguageConfig()
    language.load_dict({"locale": code, "name": code, "default": is_default})
    unfit, _ = language.validate()
    assert not unfit, unfit
    return language


def site_info(config: MkDocsConfig, /, *, is_preview: bool) -> SiteInfo:
    """Return where and when the site is published, and by whom."""
    return SiteInfo(
        url=config.site_url or "",
        build_date=git.build_date(Path(config.config_file_path).parent),
        contact=config.plugins["languages"].config.contact_url,
        is_preview=is_preview,
    )


def unfit_settings(config: MkDocsConfig, /) -> Iterator[str]:
    """Yield what is wrong with each setting that will not do: addresses that are none, pages that are no folders."""
    if not config.use_directory_urls:
        yield "use_directory_urls: the addresses of pages are folders (note/), which others link to; set it to true"
    for name in ("site_url", "repo_url", "edit_uri"):
        value = str(config[name] or "")
        allowed = ("", "http", "https") if name == "edit_uri" else ("http", "https")
        if value and urlsplit(value.strip()).scheme.lower() not in allowed:
            yield f"{name} (${name.upper()}): '{value}' is no web address; begin it with https://"
    if wrong := reporting.fault(config.plugins["languages"].config.contact_url):
        yield f"contact_url ($CONTACT_URL): {wrong}"
