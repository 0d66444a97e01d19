"""The facets by which documents are found: kind, year, persons, places, organisations, who speaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from teiedition.catalogue import KINDS, C, Catalogue, name
from teiedition.tree import Element

SHOWN = 60
"""So many values of a facet are listed; an index or a list of documents has them all."""


def page(catalogue: Catalogue) -> str:
    """The source of the page on which things are found: a `c:facet` each, values by number of documents."""
    counts = {"speaker": Counter[str](), "genre": Counter[str](), "year": Counter[str]()}
    for record in catalogue.records.values():
        counts["speaker"].update(_speakers(record))
        counts["genre"].update(filter(None, [record.get("genre")]))
        counts["year"].update(filter(None, [_year(record)]))
    found = [_facet("speaker", list(_entities(catalogue, counts["speaker"])))]
    for kind in KINDS:
        of_kind = {
            ref: len(catalogue.mentions[ref])
            for ref, entity in catalogue.entities.items()
            if entity.kind == kind
        }
        found.append(_facet(kind, list(_entities(catalogue, Counter(of_kind)))))
    for facet in ("genre", "year"):
        found.append(_facet(facet, [_value(label, number) for label, number in counts[facet].items()]))
    root = etree.Element(name("search"), nsmap={"c": C})
    root.extend(facet for facet in found if len(facet))
    return etree.tostring(root, encoding="unicode")


def _speakers(record: Element) -> set[str]:
    """The ids of those who speak in the document's turns."""
    turns = {mention.get("speaker", "") for mention in record.iterchildren(name("mention"))}
    labels = {m.get("ref", "") for m in record.iterchildren(name("mention")) if m.get("label")}
    return (turns | labels) - {""}


def _year(record: Element) -> str:
    when = record.get("when", "")
    return when[:5] if when.startswith("-") else when[:4]


def _entities(catalogue: Catalogue, documents: Counter[str]) -> Iterator[Element]:
    for ref, number in documents.items():
        if entity := catalogue.entities.get(ref):
            yield _value(entity.label, number, kind=entity.kind, ref=ref)


def _value(label: str, documents: int, **more: str) -> Element:
    return etree.Element(name("value"), {"label": label, "documents": str(documents), **more})


def _facet(facet: str, values: list[Element]) -> Element:
    """The commonest values; years are all there, in their order."""
    element = etree.Element(name("facet"), name=facet, values=str(len(values)))
    if facet == "year":
        values.sort(key=lambda value: int(value.get("label", "0")))
    else:
        values.sort(key=lambda value: (-int(value.get("documents", "0")), value.get("label", "").casefold()))
        values = values[:SHOWN]
    element.extend(values)
    return element
