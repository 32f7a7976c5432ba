"""What a page may call, as MkDocs Macros asks for it: each component, in the language of the page that calls it."""

from typing import Any

from instrumentarium.presentation.components import MACROS, usage


def define_env(env: Any) -> None:
    """Give every component to the pages; MkDocs Macros calls this."""
    languages = env.conf.plugins["languages"]

    for name, component in MACROS.items():

        def macro(*arguments: Any, component: Any = component, **named: Any) -> str:
            html: str = languages.component(component, env.page, *arguments, **named)
            return html

        macro.__doc__ = usage(component)
        env.macro(macro, name)
