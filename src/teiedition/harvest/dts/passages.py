"""Passages cut out of documents. What is cut is the catalogue's own text, parsed for each request."""

from __future__ import annotations

from lxml import etree

from teiedition.harvest.repository import Unit
from teiedition.tree import TEI, XML_LANG, Element

DTS = "https://w3id.org/api/dts#"
XHTML = "{http://www.w3.org/1999/xhtml}"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_BLOCKS = frozenset(
    XHTML + name
    for name in (
        "p",
        "div",
        "h2",
        "li",
        "ul",
        "tr",
        "table",
        "section",
        "aside",
        "blockquote",
        "article",
        "br",
    )
)

Ends = tuple[Unit, Unit] | None
"""The first and the last unit of a passage; None for the whole document."""


def tei(document: str, ends: Ends) -> bytes:
    """The document as it is, or a passage of it in `dts:wrapper` in a TEI element."""
    if ends is None:
        return _DECLARATION + document.encode()
    root = etree.fromstring(document)
    elements = list(root.iter("*"))
    first, last = (elements[unit.place - 1] for unit in ends)
    result = etree.fromstring(f'<TEI xmlns="{TEI}"/>')
    languages = (node.get(XML_LANG) for node in (first, *first.iterancestors()))
    if language := next(filter(None, languages), None):
        result.set(XML_LANG, language)
    wrapper = etree.SubElement(result, f"{{{DTS}}}wrapper", nsmap={"dts": DTS})
    wrapper.extend(_cut(first, last))
    return _DECLARATION + etree.tostring(result, encoding="utf-8")


def html(page: str, ends: Ends) -> bytes:
    """The reading text as a page of HTML, or a page with a passage of it."""
    root = etree.fromstring(page)
    article = root.find(f".//{XHTML}article")
    assert article is not None
    if ends is not None:
        found = _cut(*(_named(article, unit) for unit in ends))
        del article[:]
        article.text = None
        article.extend(found)
    for element in root.iter(f"{XHTML}*"):
        element.tag = etree.QName(element).localname
    etree.strip_attributes(root, "data-n")
    etree.cleanup_namespaces(root)
    return etree.tostring(root, method="html", encoding="utf-8", doctype="<!DOCTYPE html>")


def text(page: str, ends: Ends) -> bytes:
    """The reading text without markup: a paragraph a line, an empty line between two."""
    article = etree.fromstring(page).find(f".//{XHTML}article")
    assert article is not None
    pieces: list[str] = []
    for element in [article] if ends is None else _cut(*(_named(article, unit) for unit in ends)):
        _gather(element, pieces)
        pieces.append("\n")
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return ("\n\n".join(line for line in lines if line) + "\n").encode()


def _named(article: Element, unit: Unit) -> Element:
    """What stands for a unit in the reading text. Raises LookupError if nothing does."""
    found = article.xpath(".//*[@data-n = $place]", place=str(unit.place))
    if not isinstance(found, list) or not found or not isinstance(found[0], Element):
        raise LookupError(unit.name)
    return found[0]


def _cut(first: Element, last: Element) -> list[Element]:
    """What lies from the beginning of `first` to the end of `last`: whole elements, and parts of those that
    hold one end of the passage. The document is left without the rest of it."""
    last.tail = None
    if first is last:
        return [first]
    above = list(first.iterancestors())
    common = next(node for node in last.iterancestors() if node is first or node in above)
    if common is first:  # `last` lies within `first`
        return [_without(first, last, before=False)]
    head, tail = _child_of(common, first), _child_of(common, last)
    children = list(common)
    tail.tail = None
    return [
        _without(head, first, before=True),
        *children[children.index(head) + 1 : children.index(tail)],
        _without(tail, last, before=False),
    ]


def _child_of(parent: Element, node: Element) -> Element:
    return next(node for node in (node, *node.iterancestors()) if node.getparent() is parent)


def _without(whole: Element, end: Element, before: bool) -> Element:
    """`whole` without what lies before, or after, its descendant `end`."""
    node = end
    while node is not whole:
        parent = node.getparent()
        assert parent is not None
        for sibling in list(node.itersiblings(preceding=before)):
            parent.remove(sibling)
        if before:
            parent.text = None
        else:
            node.tail = None
        node = parent
    return whole


def _gather(element: Element, pieces: list[str]) -> None:
    """The words of an element, with a line's end around each block."""
    block = element.tag in _BLOCKS
    pieces.append("\n" if block else "")
    pieces.append((element.text or "").replace("\n", " "))
    for child in element:
        _gather(child, pieces)
        pieces.append((child.tail or "").replace("\n", " "))
    pieces.append("\n" if block else "")
