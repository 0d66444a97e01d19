"""Citation trees that a document declares itself: `refsDecl/citeStructure` in its header (TEI P5, 17.2.5.4).

    <refsDecl default="true">
      <citeStructure unit="chapter" match="/TEI/text/body/div" use="@n">
        <citeData property="http://purl.org/dc/terms/title" use="head"/>
        <citeStructure unit="paragraph" match="p" use="position()" delim="."/>
      </citeStructure>
    </refsDecl>

declares chapters `1`, `2`, and in them paragraphs `1.1`, `1.2`. The expressions are XPath 2.0, in which names
without a prefix are TEI's; what would read another file is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from elementpath import ElementPathError, XPath2Parser, XPathContext, XPathToken

from teiedition import tree
from teiedition.tree import Element

_NAMES = {"": tree.TEI, "tei": tree.TEI, "xml": tree.XML}
SITE = "site"
"""The tree that every document has: what the reading site links to. The default where none is declared."""
_READING = frozenset(("doc", "doc-available", "collection", "uri-collection"))
"""Functions that reach beyond the document."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A citable unit: `place` is the number of its element among all of the document, from 1."""

    name: str
    level: int
    type: str
    title: str
    place: int


@dataclass(slots=True)
class Declared:
    """The trees that a document declares, by name; the first is the default. What could not be understood."""

    trees: dict[str, list[Unit]] = field(default_factory=dict)
    messages: list[str] = field(default_factory=list)


def declared(root: Element) -> Declared:
    """The citation trees of a document; none where its header declares none."""
    found = Declared()
    structures = {
        _name(refs, number): refs.findall("tei:citeStructure", tree.NS)
        for number, refs in enumerate(root.iterfind("tei:teiHeader//tei:refsDecl", tree.NS), 1)
    }
    places = {element: place for place, element in enumerate(root.iter("*"), 1)}
    for name, structure in structures.items():
        if structure:
            try:
                units = list(_units(root, root, structure, places, "", 1))
            except (ElementPathError, ValueError) as error:
                found.messages.append(f"citeStructure: {error}")
                continue
            found.trees[name] = list(_unique(units, found.messages))
    return found


def rows(found: Declared, built_in: Sequence[Sequence[str]]) -> list[list[str | int]]:
    """The units of all trees as rows: tree (empty for the default), name, level, type, title, place.

    `built_in` are the rows of the tree that every document has, without the tree; it comes last.
    """
    trees: dict[str, list[list[str | int]]] = {
        name: [[unit.name, unit.level, unit.type, unit.title, unit.place] for unit in units]
        for name, units in found.trees.items()
    }
    trees[SITE] = [
        [name, int(level), kind, title or "", int(place)] for name, level, kind, title, place, *_ in built_in
    ]
    return [
        ["" if number == 0 else name, *row] for number, (name, all) in enumerate(trees.items()) for row in all
    ]


def _name(refs: Element, number: int) -> str:
    return refs.get("n") or refs.get(tree.XML_ID) or f"tree{number}"


def _units(
    root: Element,
    node: Element,
    structures: Sequence[Element],
    places: Mapping[Element, int],
    above: str,
    level: int,
) -> Iterator[Unit]:
    """The units that `structures` find from `node`, in the document's order, each with those below it."""
    found = [
        (element, structure, position, size)
        for structure in structures
        for elements in [_elements(root, node, structure.get("match", ""))]
        for size in [len(elements)]
        for position, element in enumerate(elements, 1)
    ]
    for element, structure, position, size in sorted(found, key=lambda item: places[item[0]]):
        value = _value(root, element, structure.get("use", ""), position, size)
        name = f"{above}{structure.get('delim', '') if level > 1 else ''}{value}"
        if value:
            title = _title(root, element, structure)
            yield Unit(name, level, structure.get("unit", "unit"), title, places[element])
            below = structure.findall("tei:citeStructure", tree.NS)
            yield from _units(root, element, below, places, name, level + 1)


def _title(root: Element, element: Element, structure: Element) -> str:
    for data in structure.findall("tei:citeData", tree.NS):
        if data.get("property", "").rstrip("/").endswith("title"):
            return _value(root, element, data.get("use", ""), 1, 1)
    return ""


def _elements(root: Element, node: Element, expression: str) -> list[Element]:
    results = _evaluated(root, node, expression, 1, 1)
    return [result for result in results if isinstance(result, type(root))]


def _value(root: Element, node: Element, expression: str, position: int, size: int) -> str:
    """The value of an expression as one line of text; nothing where it finds nothing."""
    results = _evaluated(root, node, expression, position, size)
    texts = (tree.words(result) if isinstance(result, type(root)) else str(result) for result in results[:1])
    return " ".join(" ".join(texts).split())


def _evaluated(root: Element, node: Element, expression: str, position: int, size: int) -> list[object]:
    token = _parsed(expression)
    if reading := {part.symbol for part in token.iter()} & _READING:
        raise ValueError(f"{expression}: {', '.join(reading)}() is not used in a document")
    item = root.getroottree() if node is root else node
    results = token.get_results(XPathContext(root.getroottree(), item=item, position=position, size=size))
    return list(results) if isinstance(results, list) else [results]


@cache
def _parsed(expression: str) -> XPathToken:
    return XPath2Parser(_NAMES).parse(expression)


def _unique(units: Sequence[Unit], messages: list[str]) -> Iterator[Unit]:
    """Units whose names can be told apart: of two of one name the first."""
    seen: set[str] = set()
    for unit in units:
        if unit.name not in seen:
            yield unit
        elif (words := f"citeStructure: more than one passage is named {unit.name}") not in messages:
            messages.append(words)
        seen.add(unit.name)
