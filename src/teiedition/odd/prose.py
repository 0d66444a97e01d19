"""The words of a specification, as plain text: what a thing is called, and what it is for."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from teiedition.tree import XML_LANG, Element, local, tag

_QUOTED = {"gi": "<{}>", "att": "@{}", "val": '"{}"', "q": "“{}”", "mentioned": "“{}”", "soCalled": "‘{}’"}


def gloss(spec: Element, language: str) -> str:
    """What a thing's name stands for, in the language asked for."""
    return _first(spec, "gloss", language)


def desc(spec: Element, language: str) -> str:
    """What a thing is for, in the language asked for, or in English, or as it stands."""
    return _first(spec, "desc", language)


def note(spec: Element, language: str) -> str:
    """Gloss and description in one, as schemas carry them for editors."""
    short, long = gloss(spec, language), desc(spec, language)
    return f"({short}) {long}".strip() if short else long


def _first(spec: Element, name: str, language: str) -> str:
    found = list(spec.iterchildren(tag(name)))
    for wanted in (language, "en"):
        for item in found:
            stated = item.get(XML_LANG, wanted)
            if stated == wanted or stated.startswith(f"{wanted}-"):
                return plain(item)
    return plain(found[0]) if found else ""


def plain(element: Element) -> str:
    """An element's text with white space folded; names of elements and attributes marked as such."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if not isinstance(child, etree._Comment | etree._ProcessingInstruction):
            shape = "…" if local(child) == "value-of" else _QUOTED.get(local(child), "{}")
            yield shape.format("".join(_pieces(child)))
        yield child.tail or ""
