"""What a page may call: {{ timeline() }}, {{ sentence("p2s1") }}, and so on.

Each is a component of ``instrumentarium.render``, said in the language of the page that calls it.
"""

from pathlib import Path
from typing import Any

from instrumentarium.render import MACROS, Renderer, usage
from instrumentarium.view import View


def define_env(env: Any) -> None:
    """Give every component to the pages; MkDocs Macros calls this."""
    renderer = Renderer(Path(env.project_dir) / "overrides" / "components")

    def view_of_page() -> View:
        # Asks the page, not the configuration: that may still be the language built before.
        view: View = env.conf.plugins["languages"].view(env.page, env.variables["files"])
        return view

    for name, component in MACROS.items():

        def macro(*arguments: Any, component: Any = component, **named: Any) -> str:
            return renderer.render(component, view_of_page(), *arguments, **named)

        macro.__doc__ = usage(component)
        env.macro(macro, name)
