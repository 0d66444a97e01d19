"""Volumes of documents or letters in one file, taken apart into documents with titles and dates of their own.

What is left of the volume, its front, headings and back, has a link in the place of each document.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import cast

from lxml import etree

from teiedition import tree
from teiedition.tree import Element

_KINDS = frozenset(["document", "letter", "charter"])
_DIVISIONS = tuple(map(tree.tag, ("div", "div1", "div2", "div3", "div4", "div5")))
_NAMES = tuple(map(tree.tag, ("persName", "placeName", "orgName")))
_DATES = ("when", "from", "to", "notBefore", "notAfter", "when-iso")
_POINTERS = ("target", "corresp", "ref", "who", "ana", "facs", "next", "prev", "sameAs")
_FEWEST = 3


def taken_apart(root: Element, stem: str, most_words: int) -> dict[str, Element]:
    """The documents of a volume of more than `most_words` words, by their ids; first the volume without them.

    Empty where the text is shorter, or does not consist of documents. `root` is changed.
    """
    texts = root.findall("tei:text", tree.NS)
    documents = _documents(texts[0]) if len(texts) == 1 and most_words else []
    if len(documents) < _FEWEST or _count(texts[0]) <= most_words:
        return {}
    if 2 * sum(map(_count, documents)) < _count(texts[0]):
        return {}
    ids = _ids(documents, stem)
    owner = {id: own for own, document in ids.items() for id in _own_ids(document)}
    made = {id: _document(root, document, stem) for id, document in ids.items()}
    for id, document in ids.items():
        _leave_link(document, id)
    for id, document in ids.items():
        body = made[id].find("tei:text/tei:body", tree.NS)
        if body is not None:
            body.attrib.update(document.attrib)
            body.text = document.text
            body.extend(list(document))
    whole = {stem: root, **made}
    for text in whole.values():
        _point(text, owner, stem)
    return whole


def _documents(text: Element) -> list[Element]:
    """The outermost divisions that are documents."""
    found = [division for division in text.iter(*_DIVISIONS) if _is_document(division)]
    return [document for document in found if not any(map(_is_document, document.iterancestors(*_DIVISIONS)))]


def _is_document(division: Element) -> bool:
    return division.get("type") in _KINDS and division.find("tei:head", tree.NS) is not None


def _count(element: Element) -> int:
    return len(tree.words(element).split())


def _ids(documents: list[Element], stem: str) -> dict[str, Element]:
    found: dict[str, Element] = {}
    for number, document in enumerate(documents, 1):
        own = document.get(tree.XML_ID) or document.get("n") or str(number)
        found[f"{stem}-{own}" if f"{stem}-{own}" not in found else f"{stem}-{own}-{number}"] = document
    return found


def _own_ids(document: Element) -> list[str]:
    return [id for element in document.iter(etree.Element) if (id := element.get(tree.XML_ID))]


def _document(root: Element, document: Element, volume: str) -> Element:
    """A TEI document around a division, still without its words: with its heading as title, and its date."""
    whole = etree.Element(root.tag)
    whole.attrib.update({name: value for name, value in root.attrib.items() if name != tree.XML_ID})
    header = root.find("tei:teiHeader", tree.NS)
    whole.append(deepcopy(header) if header is not None else etree.Element(tree.tag("teiHeader")))
    header = whole[0]
    titles = _descended(header, "fileDesc", "titleStmt")
    for title in titles.iterchildren(tree.tag("title")):
        title.attrib.pop("type", "")
        title.set("level", "s")
    for title in list(titles.iterchildren(tree.tag("title")))[1:]:
        titles.remove(title)
    own = etree.Element(tree.tag("title"), {"level": "a", "type": "main"})
    own.text = _heading(document)
    titles.insert(0, own)
    profile = _descended(header, "profileDesc")
    for creation in profile.findall("tei:creation", tree.NS):
        profile.remove(creation)
    if (date := _date(document)) is not None:
        creation = etree.Element(tree.tag("creation"))
        creation.append(date)
        profile.insert(0, creation)
    source = etree.SubElement(_descended(header, "fileDesc", "sourceDesc"), tree.tag("bibl"))
    host = etree.SubElement(source, tree.tag("relatedItem"), {"type": "host", "target": f"{volume}.xml"})
    if n := document.get("n"):
        host.set("n", n)
    etree.SubElement(etree.SubElement(whole, tree.tag("text")), tree.tag("body"))
    return whole


def _descended(place: Element, *names: str) -> Element:
    """The element at the end of a path of names, which is made where it is missing."""
    for name in names:
        below = place.find(tree.tag(name))
        place = etree.SubElement(place, tree.tag(name)) if below is None else below
    return place


def _heading(document: Element) -> str:
    head = document.find("tei:head", tree.NS)
    if head is None:
        return ""
    pieces = cast("list[str]", head.xpath(".//text()[not(ancestor::tei:note)]", namespaces=tree.NS))
    return " ".join("".join(pieces).split())


def _date(document: Element) -> Element | None:
    """The date that a document gives itself where letters do, or in its heading."""
    for place in ("dateline", "opener", "head", "closer"):
        for part in document.iter(tree.tag(place)):
            for date in part.iter(tree.tag("date")):
                if any(date.get(name) for name in _DATES):
                    found = deepcopy(date)
                    found.tail = None
                    found.attrib.pop(tree.XML_ID, "")
                    return found
    return None


def _leave_link(document: Element, id: str) -> None:
    parent = document.getparent()
    if parent is None:
        return
    link = etree.Element(tree.tag("p"))
    ref = etree.SubElement(link, tree.tag("ref"), {"target": f"{id}.xml"})
    ref.text = _heading(document)
    link.tail, document.tail = document.tail, None
    parent.replace(document, link)


def _point(text: Element, owner: Mapping[str, str], volume: str) -> None:
    """Have pointers within the volume name the file in which their target is now."""
    own = set(_own_ids(text))
    for item in text.iter(tree.tag("item")):
        for listed in item.iter(*_NAMES):
            if (id := listed.get(tree.XML_ID)) and not listed.get("ref"):
                listed.set("ref", f"#{id}")  # others may mean it from their files now
    for element in text.iter(etree.Element):
        for name in _POINTERS:
            value = element.get(name)
            if value and value.startswith("#") and value[1:] not in own:
                element.set(name, f"{owner.get(value[1:], volume)}.xml{value}")
