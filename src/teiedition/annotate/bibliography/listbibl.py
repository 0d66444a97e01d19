"""Works as a TEI `listBibl`: a `biblStruct` each, with a link to every place that cites it."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from teiedition import tree
from teiedition.annotate.bibliography.works import Name, Work

LEVELS = {"article": "j", "chapter": "m", "report": "s"}
"""The level of the title in which a work of a kind appeared."""

UNPUBLISHED = ("thesis", "paper", "archival", "document")


def element(works: Iterable[Work]) -> tree.Element:
    """The bibliography of an edition (TEI P5 #COBICOR): one entry a work."""
    root = etree.Element(tree.tag("listBibl"), nsmap={None: tree.TEI})  # type: ignore[dict-item]
    for work in works:
        entry = etree.SubElement(root, tree.tag("biblStruct"), {tree.XML_ID: work.id, "type": work.kind})
        _describe(entry, work)
        for place in work.cited:
            note = etree.SubElement(entry, tree.tag("note"), {"type": "cited"})
            target = f"{place.document}.xml" + (f"#{place.anchor}" if place.anchor else "")
            _leaf(note, "ref", place.pages or place.document, target=target)
    return root


def _describe(entry: tree.Element, work: Work) -> None:
    hosted = work.kind in LEVELS and bool(work.host)
    if hosted:
        analytic = etree.SubElement(entry, tree.tag("analytic"))
        _named(analytic, "author", work.authors)
        _leaf(analytic, "title", work.title, level="a")
    monogr = etree.SubElement(entry, tree.tag("monogr"))
    if not hosted:
        _named(monogr, "author", work.authors)
    _named(monogr, "editor", work.editors)
    _named(monogr, "editor", work.translators, role="translator")
    if hosted:
        _leaf(monogr, "title", work.host, level=LEVELS[work.kind])
    elif len(monogr) or work.title:
        _leaf(monogr, "title", work.title or work.shelfmark, level=_level(work))
    if work.shelfmark:
        shelf = ", ".join(part for part in (work.archive, work.collection, work.shelfmark) if part)
        _leaf(monogr, "idno", shelf, type="shelfmark")
    _imprint(monogr, work)
    for unit, number in work.scopes.items():
        if unit and (unit != "page" or hosted):
            _leaf(monogr, "biblScope", number, unit=unit)


def _level(work: Work) -> str:
    if work.kind in UNPUBLISHED:
        return "u"
    return "j" if work.kind == "periodical" else "m"


def _imprint(monogr: tree.Element, work: Work) -> None:
    imprint = etree.SubElement(monogr, tree.tag("imprint"))
    for name in work.places:
        _leaf(imprint, "pubPlace", name)
    for name in work.publishers:
        _leaf(imprint, "publisher", name)
    dating = {name: value for name, value in work.date.items() if name not in ("cert", "precision")}
    _leaf(imprint, "date", work.year or "n.d.", **dating)


def _named(parent: tree.Element, element_name: str, names: Iterable[Name], **attributes: str) -> None:
    for name in names:
        ref = {"ref": f"#{name.ref}"} if name.ref else {}
        _leaf(parent, element_name, name.full, **attributes, **ref)


def _leaf(parent: tree.Element, name: str, text: str, **attributes: str) -> None:
    etree.SubElement(parent, tree.tag(name), attributes).text = text
