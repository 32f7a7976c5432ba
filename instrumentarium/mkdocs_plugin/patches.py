"""Keeps away what others say of each language's build; ours is said in one line."""

import logging
import re

_SAID = re.compile(
    r"Building (documentation|'\w+' documentation) to directory|Cleaning site|Documentation built|"
    r"\[macros\]|.*Template skipped: 'sitemap.xml'|mkdocs_static_i18n: "
)


class _Hush(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        return record.levelno > logging.INFO or not _SAID.match(record.getMessage())


_HUSH = _Hush()


def hush() -> None:
    """Let MkDocs' handlers tell no more of that; once is enough."""
    for handler in logging.getLogger("mkdocs").handlers:
        handler.addFilter(_HUSH)
