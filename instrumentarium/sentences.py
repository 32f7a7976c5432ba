"""The Markdown extension that gives paragraphs and sentences their ids, numbers and links.

In a paragraph that ends with an id of the note (``{: #p2 }``) each source line is a sentence and
becomes ``<span class="sentence" id="p2s1">``; the lines of ``{: #head }`` become a list of labels
and texts. Without settings it gives ids alone.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from instrumentarium.presentation.links import Link, segments
from instrumentarium.sources.note_parser import HEAD

_NUMBERED = re.compile(r"([pq])(\d+)")
_MARKER = re.compile(r"^\d+\)\s+")


class SentencesExtension(Extension):
    """Registers the processor; its settings say it in the language of the page."""

    def __init__(self, **settings: Any) -> None:
        self.config = {
            "links": [{}, "The links of each sentence, by its id, as weave.of_note gives them."],
            "labels": [{}, "paragraph, question, sentence, sentence_link and original_page, in the language."],
            "pages": [{}, "The page of the original, by the id of the paragraph that begins it."],
            "stale": [{}, "The original of each sentence that is stale, by its id."],
            "foreign": [{}, "The language of each sentence that is not the page's, by its id."],
            "source": ["", "The language of the original."],
            "original": ["", "The address of the original's page of the note; empty on that page itself."],
        }
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:
        """Run after attr_list (8), which reads the ids, and before toc (5) and MkDocs, which read the links."""
        md.treeprocessors.register(SentencesProcessor(md, self.getConfigs()), "sentences", 6)
        # After MkDocs (0), which knows the pages of this language alone.
        md.treeprocessors.register(OriginalProcessor(md, self.getConfigs()), "original", -10)


class SentencesProcessor(Treeprocessor):
    """Divides the paragraphs of the note into sentences."""

    def __init__(self, md: Markdown, settings: Mapping[str, Any]) -> None:
        super().__init__(md)
        self.links: Mapping[str, list[Link]] = settings["links"]
        self.labels: Mapping[str, str] = settings["labels"]
        self.pages: Mapping[str, int] = settings["pages"]
        self.stale: Mapping[str, str] = settings["stale"]
        self.foreign: Mapping[str, str] = settings["foreign"]
        self.source: str = settings["source"]

    def run(self, root: Element) -> None:
        """Rewrite every paragraph that has an id of the note."""
        for index, element in reversed(list(enumerate(root))):
            id = element.get("id", "")
            if element.tag != "p":
                continue
            if id == "head":
                _rewrite_head(element)
            elif _NUMBERED.fullmatch(id):
                self._rewrite_paragraph(element, id)
                if id in self.pages:
                    root.insert(index, self._page_mark(self.pages[id]))

    def _rewrite_paragraph(self, element: Element, id: str) -> None:
        lines = list(_lines(element))
        kind, number = ("question" if id[0] == "q" else "paragraph"), id[1:]
        name = self.labels.get(kind, "{n}").format(n=number)
        _empty(element)
        element.set("class", "paragraph")
        mark = SubElement(element, "a", {"class": "paragraph__number", "href": f"#{id}", "aria-label": name})
        mark.text = number
        for index, (text, marks) in enumerate(lines, 1):
            span = SubElement(element, "span", {"class": "sentence", "id": f"{id}s{index}"})
            span.tail = "\n"
            if kind == "question" and index == 1:
                text, marks = _without_marker(text, marks)
            self._fill(span, text, marks)
            place = self.labels.get("sentence", "{n}").format(n=index)
            label = f"{self.labels.get('sentence_link', '')} ({name}, {place})"
            SubElement(span, "a", {"class": "sentence__link", "href": f"#{id}s{index}", "aria-label": label})
            self._mark(element, span)

    def _mark(self, paragraph: Element, span: Element) -> None:
        """Say of a sentence that it is in another language, or stale: then with the original beside it."""
        id = span.get("id", "")
        if id in self.foreign:
            span.set("lang", self.foreign[id])
        if id in self.stale:
            span.set("class", "sentence sentence--stale")
            note = SubElement(paragraph, "span", {"class": "stale", "role": "note"})
            note.text = f"{self.labels.get('stale_sentence', '')} "
            SubElement(note, "q", {"lang": self.source}).text = self.stale[id]
            note.tail = "\n"

    def _fill(self, span: Element, text: str, marks: list[tuple[int, Element]]) -> None:
        """Put the text into the span, its phrases as links and its footnote marks in their places."""
        links, waiting, position = self.links.get(span.get("id", ""), []), list(marks), 0
        for piece, link in segments(text, links):
            end = position + len(piece)
            if link is not None:
                kind = "term" if link.is_term else "record"
                attributes = {"class": kind, "href": f"{link.page}.md#{link.anchor}", "title": link.title}
                SubElement(span, "a", attributes).text = piece
            else:
                while waiting and waiting[0][0] < end:
                    offset, mark = waiting.pop(0)
                    split = max(offset - position, 0)
                    _append_text(span, piece[:split])
                    span.append(mark)
                    piece, position = piece[split:], position + split
                _append_text(span, piece)
            position = end
        for _, mark in waiting:
            span.append(mark)

    def _page_mark(self, number: int) -> Element:
        mark = Element("p", {"class": "original-page"})
        mark.text = self.labels.get("original_page", "{n}").format(n=number)
        return mark


class OriginalProcessor(Treeprocessor):
    """Gives each paragraph of a translation a link to the same paragraph of the original."""

    def __init__(self, md: Markdown, settings: Mapping[str, Any]) -> None:
        super().__init__(md)
        self.settings = settings

    def run(self, root: Element) -> None:
        """Add the link after the paragraph's number."""
        address, source = self.settings["original"], self.settings["source"]
        for element in root.iter("p") if address else ():
            id = element.get("id", "")
            if _NUMBERED.fullmatch(id):
                name = f"{self.settings['labels'].get('original', '')} ({source}): {element[0].get('aria-label')}"
                attributes = {"class": "paragraph__original", "href": f"{address}#{id}", "hreflang": source}
                link = Element("a", {**attributes, "aria-label": name, "title": name})
                link.text = source
                element.insert(1, link)


def _lines(element: Element) -> Iterator[tuple[str, list[tuple[int, Element]]]]:
    """Yield each line of a paragraph: its text, and the elements in it with their offsets."""
    text, marks = "", list[tuple[int, Element]]()
    for piece in [element.text or "", *element]:
        if isinstance(piece, Element):
            tail, piece.tail = piece.tail or "", None
            marks.append((len(text), piece))
            piece = tail
        *ended, rest = piece.split("\n")
        for line in ended:
            yield (text + line).rstrip(), marks
            text, marks = "", []
        text += rest
    yield text.rstrip(), marks


def _without_marker(text: str, marks: list[tuple[int, Element]]) -> tuple[str, list[tuple[int, Element]]]:
    cut = len(text) - len(_MARKER.sub("", text))
    return text[cut:], [(offset - cut, mark) for offset, mark in marks]


def _rewrite_head(element: Element) -> None:
    lines = [text for text, _ in _lines(element)]
    _empty(element)
    element.tag = "dl"
    element.set("class", "note-head")
    for id, line in zip(HEAD, lines, strict=False):
        label, colon, text = line.partition(":")
        row = SubElement(element, "div", {"id": id})
        SubElement(row, "dt").text = label + colon
        SubElement(row, "dd").text = text.strip()


def _empty(element: Element) -> None:
    element.text = None
    for child in list(element):
        element.remove(child)


def _append_text(element: Element, text: str) -> None:
    if not text:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def makeExtension(**settings: Any) -> SentencesExtension:
    """Return the extension, as Python-Markdown asks for it by the module's name."""
    return SentencesExtension(**settings)
