"""One template environment for all languages; stock makes one, and compiles every template, for each."""

import jinja2
from mkdocs.theme import Theme


def share(theme: Theme, /) -> None:
    """Let a theme make its environment once.

    After the first language the environment lists no files: those of the theme are in that
    language's room already, and listing the thousands of its icons again takes longest of all.
    """
    make = theme.get_env
    shared: list[jinja2.Environment] = []

    def environment() -> jinja2.Environment:
        if not shared:
            shared.append(make())
        else:
            shared[0].list_templates = lambda *_, **__: []  # type: ignore[method-assign]
        return shared[0]

    theme.get_env = environment  # type: ignore[method-assign]
