"""The MkDocs plugin `languages`; no other room imports MkDocs."""

from instrumentarium.mkdocs_plugin.plugin import Languages

__all__ = ["Languages"]
