"""Material's search, with an index for each language; stock has one for all."""

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig


def speak(config: MkDocsConfig, code: str, /) -> None:
    """Let the search take words apart as the language does."""
    plugin = config.plugins.get("material/search")
    if plugin is None:
        return
    file = f"assets/javascripts/lunr/min/lunr.{code}.min.js"
    known = code == "en" or any((Path(folder) / file).exists() for folder in config.theme.dirs)
    plugin.config.lang = [code if known else "en"]
    # English trimming leaves nothing of a Greek or Bulgarian word.
    plugin.config.pipeline = ["stopWordFilter"] if known else []


def localise_index(room: Path, prefix: str, /) -> None:
    """Give the entries of a language's index addresses below the language's folder."""
    index = room / "search" / "search_index.json"
    if prefix:
        text = index.read_text(encoding="utf-8")
        index.write_text(re.sub(rf'"location":"{prefix}', '"location":"', text), encoding="utf-8")
