"""Rules for the settings of mkdocs.yml without which pages are published as they are written."""

from collections.abc import Iterator, Mapping
from typing import Any

from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.tree import CONFIG, SourceTree
from instrumentarium.sources.yaml_positions import Document

_MODULE = "instrumentarium.mkdocs_plugin.macros"
# With anything else, a call that nothing answers is published as it stands.
_OF_MACROS = {"on_undefined": "strict", "on_error_fail": True}
_WRITTEN = {
    "languages": "- languages",
    "macros": f"- macros: {{modules: [{_MODULE}], on_undefined: strict, on_error_fail: true}}",
}


def plugins_are_there(tree: SourceTree) -> Iterator[Diagnostic]:
    """The plugins are there that build the languages and answer the calls of pages, which must not fail unseen."""
    yield from plugin_problems(tree.documents[CONFIG])


def plugin_problems(config: Document, /) -> Iterator[Diagnostic]:
    """Yield what is wrong with the plugins that mkdocs.yml names."""
    found = config.value.get("plugins") if isinstance(config.value, Mapping) else None
    place, named = config.place(("plugins",), of_key=True), dict(_named(found))
    if missing := [name for name in _WRITTEN if name not in named]:
        names = " and ".join(f"'{name}'" for name in missing)
        lines = " and ".join(f"'{_WRITTEN[name]}'" for name in missing)
        what = f"plugins {names} are" if len(missing) > 1 else f"plugin {names} is"
        yield Diagnostic(CONFIG, *place, f"the {what} missing; add {lines}")
    for setting, wanted in _OF_MACROS.items() if "macros" in named else ():
        if _mapping(named["macros"]).get(setting) != wanted:
            message = f"the plugin 'macros' is not set to '{setting}: {str(wanted).lower()}'; write it there"
            yield Diagnostic(CONFIG, *place, message)


def _named(plugins: Any) -> Iterator[tuple[str, Any]]:
    """Yield each plugin with its settings, of a list or of a mapping, as MkDocs takes both."""
    for entry in plugins if isinstance(plugins, list) else [plugins]:
        yield from entry.items() if isinstance(entry, Mapping) else [(str(entry), None)]


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


ERRORS = (plugins_are_there,)
