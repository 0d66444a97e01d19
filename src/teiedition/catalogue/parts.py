"""The pages of a document that is too long for one: `ID.html`, and a part each in `ID/`.

Where a text is divided its record says (`c:part`, made by `xslt/modules/dividing.xsl`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from teiedition.catalogue.vocabulary import element, name
from teiedition.tree import Element

_LETTERS = ("p", "h", "i", "s", "n", "l")
"""The letters of numbered blocks; `c:part` has how many of each stand before it (modules/anchors.xsl)."""


def parts(record: Element) -> list[str]:
    """The names of a document's parts; the first has none. Empty where the document is one page."""
    return [part.get("name", "") for part in record.iterchildren(name("part"))]


def pages(record: Element) -> list[str]:
    """The paths of a document's pages in the site, in order."""
    return [path(record.get("id", ""), part) for part in parts(record) or [""]]


def path(id: str, part: str) -> str:
    """The page of a part: `ID.html` for the first, `ID/NAME.html` for the others."""
    return f"{id}/{part}.html" if part else f"{id}.html"


def lines(record: Element, current: str) -> Iterator[Element]:
    """What a page is told of the parts: a `c:part` each, the one that it shows with `current`."""
    for part in record.iterchildren(name("part")):
        facts = {key: part.get(key, "") for key in ("name", "place", "title", "of")}
        yield element("part", **facts, current="true" if facts["name"] == current else "")


def places(record: Element) -> str:
    """A script by which a link to `ID.html#ANCHOR` finds the part with the anchor (site/js/parts.js)."""
    found = [
        {
            "page": path(record.get("id", ""), part.get("name", "")),
            "before": {letter: int(part.get(letter, "0")) for letter in _LETTERS},
            "ids": part.get("ids", "").split(),
        }
        for part in record.iterchildren(name("part"))
    ]
    return f"globalThis.places = {json.dumps(found, ensure_ascii=False, separators=(',', ':'))};\n"
