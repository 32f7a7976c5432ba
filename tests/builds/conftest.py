"""What the tests of whole builds share: the small edition."""

from tests.support.small import edition, sources

__all__ = ["edition", "sources"]
