"""The note on new ways to prevent and counter irregular migration, as an open multilingual edition."""
