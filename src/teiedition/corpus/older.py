"""Texts in TEI without its namespace, and in TEI P4, read as TEI P5.

P4 had no namespace, ids without a prefix, pointers without `#`, and attributes that held the editor's reading
(TEI P5, "Migrating from P4 to P5"). What has the same name in both means the same.
"""

from __future__ import annotations

import re

from lxml import etree

from teiedition import tree
from teiedition.tree import Element

_ROOT = re.compile(rb"<(TEI|teiCorpus)(\.2)?[\s>]")
_RENAMED = {"TEI.2": "TEI", "teiCorpus.2": "teiCorpus", "xref": "ref", "xptr": "ptr", "dateRange": "date"}
_PRINCIPAL = {"id": tree.XML_ID, "lang": tree.XML_LANG}
_POINTERS = ("target", "corresp", "who", "resp", "wit", "hand", "ana", "next", "prev", "rend-ref")
_PAIRS = {
    ("sic", "corr"): "corr",
    ("corr", "sic"): "sic",
    ("orig", "reg"): "reg",
    ("reg", "orig"): "orig",
    ("abbr", "expan"): "expan",
    ("expan", "abbr"): "abbr",
}
"""Of an element, the attribute that held the other reading, and the element that holds it now."""


def is_p4(data: bytes) -> bool | None:
    """Is this TEI P4, or TEI that only lacks its namespace? None where it is no TEI at all."""
    found = _ROOT.search(data[:65_536])
    return bool(found[2]) if found else None


def modernised(root: Element) -> Element:
    """The same text in the names of TEI P5. `root` is changed."""
    p4 = str(root.tag).endswith(".2")
    for element in root.iter(etree.Element):
        name = str(element.tag)
        if name.startswith("{"):
            continue
        element.tag = tree.tag(_RENAMED.get(name, name))
        if p4:
            _modernise_attributes(element)
    if p4:
        for (name, attribute), other in _PAIRS.items():
            for element in list(root.iter(tree.tag(name))):
                if element.get(attribute):
                    _pair(element, attribute, other)
    etree.cleanup_namespaces(root)
    return root


def _modernise_attributes(element: Element) -> None:
    for old, new in _PRINCIPAL.items():
        if principal := element.attrib.pop(old, ""):
            element.set(new, str(principal))
    element.attrib.pop("TEIform", "")
    if (address := element.attrib.pop("url", "")) and not element.get("target"):
        element.set("url" if tree.local(element) in ("graphic", "figure") else "target", str(address))
    for name in _POINTERS:
        if value := element.get(name):
            element.set(name, " ".join(_pointer(part) for part in value.split()))


def _pointer(value: str) -> str:
    return f"#{value}" if re.fullmatch(r"[A-Za-z_][\w.-]*", value) else value


def _pair(element: Element, attribute: str, other: str) -> None:
    """`<sic corr="b">a</sic>` → `<choice><sic>a</sic><corr>b</corr></choice>`"""
    parent = element.getparent()
    if parent is None:
        return
    choice, reading = etree.Element(tree.tag("choice")), etree.Element(tree.tag(other))
    reading.text = str(element.attrib.pop(attribute))
    choice.tail, element.tail = element.tail, None
    parent.replace(element, choice)
    choice.extend([element, reading])
