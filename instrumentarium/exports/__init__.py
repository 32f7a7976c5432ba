"""The files that can be taken away from the site: each a pure function of an Edition and a language."""

from instrumentarium.exports.common import common_files
from instrumentarium.exports.registry import files_beside

__all__ = ["common_files", "files_beside"]
