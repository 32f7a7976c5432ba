"""What the XML formats share: how a tree becomes the bytes of a file."""

from typing import Any

from lxml import etree

XML = "{http://www.w3.org/XML/1998/namespace}"


def written(root: Any, /, *, indented: bool = True) -> bytes:
    """Return a tree as a file in UTF-8; indentation is for trees whose text has no mixed content."""
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=indented)
    return content


def written_in_ascii(root: Any, /) -> bytes:
    """Return a tree as a file that any encoding of a server's choice leaves as it is: other letters by their numbers.

    For trees whose text has no mixed content.
    """
    declaration, content = b"<?xml version='1.0' encoding='UTF-8'?>\n", etree.tostring(root, pretty_print=True)
    return declaration + bytes(content)


def laid_out(root: Any, prose: str, /) -> Any:
    """Put elements on lines of their own, down to those of the name ``prose``, whose white space is text."""
    if root.tag != prose and len(root):
        root.text = root.text or "\n"
        for child in root:
            child.tail = child.tail or "\n"
            laid_out(child, prose)
    return root
