"""The files to download: a module for each format, named after it; ``registry`` lists them."""
