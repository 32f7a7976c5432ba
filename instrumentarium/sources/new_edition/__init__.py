"""Starts an edition of another document: its folder, from the text received."""
