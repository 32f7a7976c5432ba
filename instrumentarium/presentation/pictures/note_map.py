"""A map of the note: each sentence a bar as long as its words, with what rests on it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from instrumentarium.model.edition import Facts
from instrumentarium.model.note import Note, Paragraph, Sentence
from instrumentarium.model.records import Record
from instrumentarium.presentation.pictures.box import Box

_GAP = 4
# The lists whose records are marked below the sentence that they rest on.
SECTIONS = ("meetings", "instruments", "conditions")


@dataclass(frozen=True, kw_only=True)
class Bar:
    """A sentence, the records that rest on it by their lists, and the questions that it leads to."""

    sentence: Sentence
    words: int
    box: Box
    marks: Sequence[tuple[str, Box]]
    resting: Mapping[str, Sequence[Record]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Row:
    """A paragraph or a question: where its number stands, and its sentences."""

    paragraph: Paragraph
    y: float
    bars: Sequence[Bar]


@dataclass(frozen=True, kw_only=True)
class MapPicture:
    """A drawing of the note; upright for narrow screens. ``pages`` are those that begin inside, with their place."""

    is_upright: bool
    width: float
    height: float
    rows: Sequence[Row]
    pages: Sequence[tuple[int, Box]]


def draw(note: Note, facts: Facts, /, *, is_upright: bool) -> MapPicture:
    """Return the drawing of the note in a language: the bars are as long as its own words."""
    margin, breadth = 28, 300 if is_upright else 690
    counts = {one.id: len(one.text.split()) for paragraph in note.body for one in paragraph.sentences}
    resting, starts, y = _resting(facts), facts.page_starts(), 6.0
    if is_upright:
        most = max((sum(map(len, records.values())) for records in resting.values()), default=0)
        scale = (breadth - margin - 8 - 9 * most) / max(counts.values(), default=1)
    else:
        rows = (paragraph.sentences for paragraph in note.body)
        scale = min(
            ((breadth - margin - _GAP * len(row)) / max(1, sum(counts[one.id] for one in row)) for row in rows),
            default=1,
        )
    found, pages = list[Row](), list[tuple[int, Box]]()
    for paragraph in note.body:
        if (page := starts.get(paragraph.id)) and found:
            pages.append((page, Box(x=0, y=y, width=breadth, height=0)))
            y += 10
        x, top, bars = float(margin), y, list[Bar]()
        for one in paragraph.sentences:
            if (page := starts.get(one.id)) is not None:
                pages.append((page, Box(x=x - _GAP / 2, y=y - 2, width=0, height=30)))
            length = round(max(counts[one.id] * scale, 6), 1)
            box = Box(x=round(x, 1), y=y, width=length, height=14)
            own = resting.get(one.id, {})
            bars.append(
                Bar(
                    sentence=one,
                    words=counts[one.id],
                    box=box,
                    marks=list(_marks(own, box, is_upright=is_upright)),
                    resting=own,
                )
            )
            if is_upright:
                y += 18
            else:
                x += length + _GAP
        found.append(Row(paragraph=paragraph, y=top + 11, bars=bars))
        y += 6 if is_upright else 38
    return MapPicture(is_upright=is_upright, width=breadth, height=y, rows=found, pages=pages)


def _resting(facts: Facts) -> Mapping[str, Mapping[str, Sequence[Record]]]:
    """Return the records that rest on each sentence, by its id and their lists, and the questions that it leads to."""
    found = dict[str, dict[str, list[Record]]]()
    for section in SECTIONS:
        for record in getattr(facts, section):
            found.setdefault(record.source, {}).setdefault(section, []).append(record)
    for question in facts.questions:
        for place in question.sentences:
            found.setdefault(place, {}).setdefault("questions", []).append(question)
    return found


def _marks(resting: Mapping[str, Sequence[Record]], box: Box, *, is_upright: bool) -> Iterator[tuple[str, Box]]:
    """Yield a mark for each record: below the bar, or behind it where the drawing is upright."""
    sections = [section for section, records in resting.items() for _ in records]
    for index, section in enumerate(sections):
        if is_upright:
            yield section, Box(x=round(box.x + box.width + 5 + 9 * index, 1), y=box.y + 4, width=7, height=7)
        else:
            yield section, Box(x=round(box.x + 9 * index, 1), y=box.y + 18, width=7, height=7)
