"""The settings of the plugin `languages` in mkdocs.yml."""

from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.config_options import Choice, ListOfItems, SubConfig, Type
from mkdocs_static_i18n.config import I18nPluginConfig, I18nPluginLanguage


class LanguagesConfig(I18nPluginConfig):
    """static-i18n's settings, with ours as the defaults; the languages themselves are found."""

    docs_structure = Choice(["folder"], default="folder")
    fallback_to_default = Type(bool, default=False)
    reconfigure_material = Type(bool, default=False)
    reconfigure_search = Type(bool, default=False)
    languages = ListOfItems(SubConfig(I18nPluginLanguage), default=[])
    parallel = Type(bool, default=True)

    def validate(self) -> Any:
        """Validate without asking for languages: they are not known before the sources are read."""
        return Config.validate(self)


def configured(code: str, /, *, is_default: bool) -> I18nPluginLanguage:
    """Return a language as static-i18n wants it configured."""
    language = I18nPluginLanguage()
    language.load_dict({"locale": code, "name": code, "default": is_default})
    language.validate()
    return language
