"""What the engine's tests share: the small edition."""

from tests.support.small import edition, sources

__all__ = ["edition", "sources"]
