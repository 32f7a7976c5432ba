"""Translations: how far they are, new ones, and exchange with translators' tools."""
