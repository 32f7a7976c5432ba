"""Publishes a note of the Council of the EU as an open multilingual edition: a site, its data, its files."""
