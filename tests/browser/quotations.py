"""Quotations made from a note: literal ones, altered ones, and sentences that are not in it."""

import random
import re
from collections.abc import Callable
from typing import NamedTuple

from instrumentarium.exports.plain_text import plain_text
from instrumentarium.model.edition import Edition

NEGATIONS = {
    "nl": "niet geen zonder",
    "en": "not no without",
    "bg": "не няма без",
    "el": "δεν μην χωρίς",
    "ga": "ní gan nach",
    "hu": "nem ne nincs",
    "mt": "ma mhux mingħajr",
}
"""Words of negation, in the languages of the test."""

_WORD = re.compile(r"[^\W\d_]{3,}")


class Maker:
    """Makes quotations of the sentences of a language, in every way that people do."""

    def __init__(self, edition: Edition, code: str) -> None:
        self.code, self.random = code, random.Random(code)  # the same at each run
        self.sentences = [one.text for one in edition.languages[code].note.numbered()]
        self.words = [word for one in self.sentences for word in _WORD.findall(one)]
        units = edition.languages[code].units.values()
        prose = [plain_text(one.text) for one in units if one.key.page in ("about", "data", "translations")]
        self.elsewhere = [one for one in prose if len(one.split()) > 7]

    def any(self) -> str:
        """Return a sentence as it stands."""
        return self.random.choice(self.sentences)

    def two(self) -> tuple[str, str]:
        """Return two sentences that follow each other."""
        at = self.random.randrange(len(self.sentences) - 1)
        return self.sentences[at], self.sentences[at + 1]

    def capitals(self) -> str:
        """Return a sentence in capitals, or in small letters."""
        return self.random.choice((str.upper, str.lower))(self.any())

    def marks(self) -> str:
        """Return a sentence in quotation marks, with those in it of the same kind."""
        begin, end = self.random.choice(('""', "''", "«»", "„“", "‘’"))
        return f"{begin}{re.sub('[“„«]', begin, re.sub('[”»“]', end, self.any()))}{end}"

    def signs(self) -> str:
        """Return a sentence with other dashes, more spaces, a line break, and a soft hyphen."""
        text = re.sub(r"([^\W\d_]{4})([^\W\d_]{4})", "\\1\u00ad\\2", self.any(), count=1)
        return re.sub(r"\s*–\s*", " - ", text).replace(" ", "  ", 2).replace(" ", "\n", 1)

    def unstopped(self) -> str:
        """Return a sentence without its full stop."""
        return self.any().removesuffix(".")

    def half(self) -> str:
        """Return the first or the second half of a sentence."""
        words = self.any().split(" ")
        middle = len(words) // 2
        return " ".join(self.random.choice((words[:middle], words[middle:])))

    def both(self) -> str:
        """Return two sentences that follow each other, as one text."""
        return " ".join(self.two())

    def changed(self) -> str:
        """Return a sentence with another word in the place of one."""
        text = self.any()
        old = self.random.choice(list(_WORD.finditer(text)))
        new: str = self.random.choice([one for one in self.words if one.lower() != old[0].lower()])
        return text[: old.start()] + new + text[old.end() :]

    def shortened(self) -> str:
        """Return a sentence without one of its words."""
        words = self.any().split(" ")
        del words[self.random.randrange(len(words))]
        return " ".join(words)

    def lengthened(self) -> str:
        """Return a sentence with one word more."""
        words = self.any().split(" ")
        words.insert(self.random.randrange(1, len(words)), self.random.choice(self.words))
        return " ".join(words)

    def affirmed(self) -> str:
        """Return a sentence without its negation; "" where the note has none."""
        negations = re.compile(rf"\b(?:{'|'.join(NEGATIONS[self.code].split())})\b ?", re.IGNORECASE)
        negative = [one for one in self.sentences if negations.search(one)]
        return negations.sub("", self.random.choice(negative), count=1) if negative else ""

    def joined(self) -> str:
        """Return two sentences as one, with a comma between them."""
        first, second = self.two()
        return f"{first.rstrip('.?;')}, {second[0].lower()}{second[1:]}"

    def mixed(self) -> str:
        """Return the first half of a sentence with the second half of another."""
        first, second = (one.split(" ") for one in self.random.sample(self.sentences, 2))
        return " ".join((*first[: len(first) // 2], *second[len(second) // 2 :]))

    def absent(self) -> str:
        """Return a sentence of another page of the site."""
        return self.random.choice(self.elsewhere)


_Ways = dict[str, Callable[[Maker], str]]

LITERAL: _Ways = {
    "as it stands": Maker.any,
    "capitals": Maker.capitals,
    "marks": Maker.marks,
    "signs": Maker.signs,
    "full stop": Maker.unstopped,
    "half": Maker.half,
    "two sentences": Maker.both,
}
ALTERED: _Ways = {
    "changed": Maker.changed,
    "shortened": Maker.shortened,
    "lengthened": Maker.lengthened,
    "negation": Maker.affirmed,
    "joined": Maker.joined,
    "mixed": Maker.mixed,
}
ABSENT: _Ways = {"not in it": Maker.absent}


class Quotation(NamedTuple):
    """A quotation, how it was made, what is right to say of it, and the language that has it."""

    text: str
    kind: str
    verdict: str
    language: str


def quotations(edition: Edition, code: str, number: int, /) -> list[Quotation]:
    """Return so many quotations for a reader of a language, of all kinds by turns, other languages among them."""
    own, others = Maker(edition, code), [Maker(edition, other) for other in edition.languages if other != code]
    found: list[Quotation] = []
    while len(found) < number:
        for verdict, ways in (("literal", LITERAL), ("altered", ALTERED), ("absent", ABSENT)):
            made = ((kind, make(own)) for kind, make in ways.items())
            found += (Quotation(text, kind, verdict, code) for kind, text in made if text)
        other = own.random.choice(others)
        found.append(Quotation(other.any(), "another language", "literal", other.code))
    return found[:number]
