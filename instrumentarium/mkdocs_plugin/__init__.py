"""The MkDocs plugin `languages`: all that knows MkDocs."""

from instrumentarium.mkdocs_plugin.plugin import Languages

__all__ = ["Languages"]
