"""The metadata of an Akoma Ntoso document: work, expression, manifestation, and what it refers to.

IRIs follow the naming convention (AKN-NC 1.0); what they are made of is in data/note.yml.
"""

import re
from collections.abc import Mapping
from typing import Any

from langcodes import Language as Tag
from lxml.builder import ElementMaker

from instrumentarium.exports.file_view import FileView
from instrumentarium.model.dating import Dating
from instrumentarium.model.document import Citation, NoteMetadata
from instrumentarium.model.fields import has_day
from instrumentarium.model.records import Entity

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
E = ElementMaker(namespace=_NAMESPACE, nsmap={None: _NAMESPACE})

# The inline element that names a body, and its class, by what the body is.
CLASSES: Mapping[Entity, tuple[Any, Any]] = {
    "organisation": (E.organization, E.TLCOrganization),
    "role": (E.role, E.TLCRole),
    "concept": (E.concept, E.TLCConcept),
}


def meta(view: FileView, /) -> Any:
    """Return the document's metadata; no number or date in it that the note does not give."""
    card, edition = view.facts.note, view.edition
    is_source, us = view.language is edition.source, card.short_name
    known = written_on(view.facts.dating) or [(view.site.build_date.date().isoformat(), "notAfter")]
    work = card.iri or work_iri(card.kind, card.authors[0], known[0][0], _number(card))
    expression = f"{work}/{alpha3(view.language.code)}@"
    release, changed = edition.release, view.changed_on() or view.site.build_date.date()
    today = E.FRBRdate(date=changed.isoformat(), name="edition")
    return E.meta(
        E.identification(
            E.FRBRWork(
                *_iris(f"{work}/!main", work),
                E.FRBRalias(value=view.title(), name="title"),
                *(E.FRBRdate(date=date, name=name) for date, name in known),
                *(E.FRBRauthor(href=f"#{author}") for author in card.authors),
                E.FRBRcountry(value="eu"),
                E.FRBRsubtype(value=card.kind),
                *([E.FRBRnumber(value=card.register_number)] if card.register_number else []),
            ),
            E.FRBRExpression(
                *_iris(f"{expression}/!main", expression),
                today,
                *(E.FRBRauthor(href=f"#{author}") for author in (card.authors if is_source else [us])),
                *([E.FRBRversionNumber(value=str(release.version))] if release else []),
                E.FRBRlanguage(language=alpha3(view.language.code)),
                *([] if is_source else [_translation(view, f"{work}/{alpha3(card.language)}@")]),
            ),
            E.FRBRManifestation(
                *_iris(f"{expression}/!main.xml", f"{expression}.xml"),
                E(today.tag, dict(today.attrib)),
                E.FRBRauthor(href=f"#{us}"),
                E.FRBRformat(value="application/akn+xml"),
            ),
            source=f"#{us}",
        ),
        E.references(*_references(view), source=f"#{us}"),
    )


def written_on(dating: Dating, /) -> list[tuple[str, str]]:
    """Return (day, what it is): the document's own day, or else one that stands for its date, and its bounds.

    The first is what programs take for the date of the work. The format has days alone: of a month it is the first,
    as it is of the year in an IRI.
    """
    if dating.date and has_day(dating.date):
        return [(dating.date, "document")]
    days = (
        (dating.day, "inferred" if dating.is_inferred else "document"),
        (dating.earliest, "notBefore"),
        (dating.latest, "notAfter"),
    )
    return [(day.isoformat(), name) for day, name in days if day]


def work_iri(kind: str, author: str, date: str, number: str, /) -> str:
    """Return the IRI of a work: what sort of document it is, whose, its year, and its number."""
    return "/".join(("/akn/eu/doc", kind, author, date[:4], number))


def cited_work(citation: Citation, /) -> str:
    """Return the IRI of a document that the note cites, in the form that the note's own has."""
    return work_iri(citation.kind, citation.body, citation.date, _component(citation.number))


def _number(card: NoteMetadata) -> str:
    """Return what tells the document from others of its year: its number, or the edition's short name."""
    return _component(card.register_number) if card.register_number else card.short_name


def _component(number: str) -> str:
    """Return a number as part of an IRI, in which a slash parts: "7123/32 ADD 1" is 7123-32-add-1."""
    return re.sub(r"[^a-z0-9]+", "-", number.lower()).strip("-")


def alpha3(code: str, /) -> str:
    """Return a language's code of three letters (ISO 639-2/T), as the naming convention has it: "por".

    The script and the region, of which it does not speak, follow: else two expressions would have one IRI.
    """
    _, *subtags = code.split("-")
    return "-".join([Tag.get(code).to_alpha3(), *subtags])


def _iris(this: str, uri: str) -> list[Any]:
    return [E.FRBRthis(value=this), E.FRBRuri(value=uri)]


def _translation(view: FileView, source: str) -> Any:
    return E.FRBRtranslation(
        href=source,
        fromLanguage=alpha3(view.edition.source.code),
        authoritative="false",
        by=f"#{view.facts.note.short_name}",
    )


def _references(view: FileView) -> list[Any]:
    words = view.strings
    bodies = [
        CLASSES[view.facts.body_kinds[body.kind]][1](
            eId=body.id, href=f"{view.url('glossary')}#{body.id}", showAs=words.bodies[body.id].name
        )
        for body in view.facts.bodies
    ]
    us = E.TLCOrganization(eId=view.facts.note.short_name, href=view.url("about"), showAs=words.site.name)
    sentences = view.language.note.sentences
    cited = [
        E.activeRef(eId=one.id, href=cited_work(one), showAs=sentences[one.source].text)
        for one in view.facts.note.cites
    ]
    return [*cited, *bodies, us]
