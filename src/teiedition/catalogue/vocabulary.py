"""The catalogue's vocabulary as lxml writes it; it stands in docs/architecture.md."""

from __future__ import annotations

import re
import unicodedata
from copy import deepcopy

from lxml import etree

from teiedition.tree import Element

C = "urn:teiedition:catalogue"


def name(local: str) -> str:
    """An element name of the catalogue's vocabulary, as lxml writes it."""
    return f"{{{C}}}{local}"


def element(local: str, text: str | None = None, **attributes: str) -> Element:
    """An element with those of the attributes that are not empty."""
    made = etree.Element(
        name(local), {key: value for key, value in attributes.items() if value}, nsmap={"c": C}
    )
    made.text = text
    return made


def head_line(local: str, record: Element, **more: str) -> Element:
    """An element that leads to a document: its id, title and date."""
    facts = {key: record.get(key, "") for key in ("id", "title", "when")}
    return element(local, **facts, **more)


def head(record: Element) -> Element:
    """A record without its mentions and the like: what a list shows."""
    made = element("document", **{str(key): str(value) for key, value in record.attrib.items()})
    made.extend(
        deepcopy(child) for child in record.iterchildren(*map(name, ("date", "source", "abstract", "person")))
    )
    return made


def text(made: Element) -> str:
    """An element as XML."""
    return etree.tostring(made, encoding="unicode")


def sortable(label: str) -> str:
    """A title as it is filed: in small letters, without an article before it."""
    folded = label.casefold()
    for article in ("the ", "a ", "an "):
        folded = folded.removeprefix(article)
    return folded


def slug(label: str) -> str:
    """A name as part of an address: its letters and digits in any script, hyphens between."""
    bare = "".join(c for c in unicodedata.normalize("NFD", label.casefold()) if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", bare)).strip("-") or "unnamed"
