"""Reads the source files of an edition, with the place of everything in them."""
