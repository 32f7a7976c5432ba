"""What a page may call, as MkDocs Macros asks for it: each component, in the language of the page that calls it."""

from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from instrumentarium.checks import settings
from instrumentarium.presentation.components import MACROS, usage
from instrumentarium.sources import yaml_positions
from instrumentarium.sources.tree import CONFIG


def define_env(env: Any) -> None:
    """Give every component to the pages; MkDocs Macros calls this."""
    languages = env.conf.plugins.get("languages")
    if languages is None:
        raise PluginError("\n".join(_problems(Path(env.conf.config_file_path))))

    for name, component in MACROS.items():

        def macro(*arguments: Any, component: Any = component, **named: Any) -> str:
            html: str = languages.component(component, env.page, *arguments, **named)
            return html

        macro.__doc__ = usage(component)
        env.macro(macro, name)


def _problems(config: Path) -> list[str]:
    document, _ = yaml_positions.parse(config.read_text(encoding="utf-8-sig"), CONFIG)
    assert document is not None
    return [str(problem) for problem in settings.plugin_problems(document)]
