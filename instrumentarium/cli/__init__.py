"""The command `instrumentarium`: a thin layer over functions that return what it prints and writes."""

from instrumentarium.cli import exchange, sources, translations
from instrumentarium.cli.common import main

__all__ = ["exchange", "main", "sources", "translations"]
