"""What the XML formats share: how a tree becomes the bytes of a file."""

from typing import Any

from lxml import etree

XML = "{http://www.w3.org/XML/1998/namespace}"


def written(root: Any, /, *, indented: bool = True) -> bytes:
    """Return a tree as a file in UTF-8; indentation is for trees whose text has no mixed content."""
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=indented)
    return content


def laid_out(root: Any, prose: str, /) -> Any:
    """Put elements on lines of their own, down to those of the name ``prose``, whose white space is text."""
    if root.tag != prose and len(root):
        root.text = root.text or "\n"
        for child in root:
            child.tail = child.tail or "\n"
            laid_out(child, prose)
    return root
