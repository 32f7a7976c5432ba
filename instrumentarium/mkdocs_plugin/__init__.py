"""The MkDocs plugin `languages`."""
