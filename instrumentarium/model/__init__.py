"""The parts of an edition: frozen, typed values; no file is read here, and nothing of MkDocs is used."""
