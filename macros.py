"""What a page may call: {{ timeline() }}, {{ sentence("p2s1") }}, and so on: the engine's components.

A macro of this edition's own would stand here, beside them.
"""

from instrumentarium.mkdocs_plugin.macros import define_env

__all__ = ["define_env"]
