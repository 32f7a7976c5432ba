"""The frame of a page is sent without the indentation of its templates; what stands in the page is as it was."""

from instrumentarium.mkdocs_plugin.page_elements import unindented

CODE = "<pre>\n  first\n    second\n</pre>"


def test_the_frame_alone_is_unindented() -> None:
    """Before the text and after it."""
    page = f"<html>\n  <head>\n\n    <meta>\n  <article class='x'>\n  {CODE}\n  </article>\n    <footer>\n"
    assert unindented(page) == f"<html>\n<head>\n<meta>\n<article class='x'>\n  {CODE}\n  </article>\n<footer>\n"


def test_a_page_without_a_frame_is_left_alone() -> None:
    """All of it may be code: a template of the edition's own."""
    assert unindented(f"<html>\n  {CODE}\n</html>") == f"<html>\n  {CODE}\n</html>"
