"""The model: what an edition is made of, frozen and typed; knows no file and no MkDocs."""
