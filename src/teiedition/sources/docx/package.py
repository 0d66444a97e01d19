"""The parts of a Word file: which there are, how they refer to each other, and its styles.

Office Open XML, ECMA-376 part 1: §11 (parts), §17.7 (styles). Files in the strict variant are read by
their transitional names.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from teiedition.sources.archive import Archive
from teiedition.tree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT = {
    b"http://purl.oclc.org/ooxml/officeDocument": b"http://schemas.openxmlformats.org/officeDocument/2006",
    b"http://purl.oclc.org/ooxml/wordprocessingml": b"http://schemas.openxmlformats.org/wordprocessingml/2006",
    b"http://purl.oclc.org/ooxml/drawingml/main": b"http://schemas.openxmlformats.org/drawingml/2006/main",
}
_OFF = ("0", "false", "off", "none")


def local(element: Element) -> str:
    """An element's name without namespace; "" for comments."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value(element: Element | None, *path: str) -> str | None:
    """The `w:val` of the element at a path of `w:` names; None where there is none."""
    for name in path:
        element = None if element is None else element.find(W + name)
    return None if element is None else element.get(W + "val", "")


def switch(element: Element | None, name: str) -> bool | None:
    """An on/off property: True, False, or None where it is not set."""
    found = value(element, name)
    return None if found is None else found not in _OFF


@dataclass(frozen=True)
class Relation:
    """Where a relation of a part leads: a part's name, or an address outside."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True)
class Style:
    """A style: its name for people, and what it and the styles it is based on say, nearest first."""

    identifier: str
    name: str
    kind: str
    chain: tuple[Element, ...] = field(repr=False)

    def property(self, *path: str) -> str | None:
        """The first value along the chain at a path such as ("pPr", "outlineLvl")."""
        found = (value(style, *path) for style in self.chain)
        return next((each for each in found if each is not None), None)


class Package:
    """A Word file's parts, read when they are asked for."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._related: dict[str, dict[str, Relation]] = {}
        relations = self.relations("").values()
        main = next((r.target for r in relations if r.kind == "officeDocument"), "word/document.xml")
        self.main = main

    def part(self, name: str) -> Element:
        """The root element of a part."""
        return self.archive.xml(name, _STRICT)

    def beside(self, kind: str) -> tuple[str, Element] | None:
        """Name and root of the part that the main document has a relation of this kind to."""
        for relation in self.relations(self.main).values():
            if relation.kind == kind and relation.target in self.archive.names:
                return relation.target, self.part(relation.target)
        return None

    def relations(self, part: str) -> Mapping[str, Relation]:
        """The relations of a part ("" for the package): id → relation."""
        if part not in self._related:
            self._related[part] = self._read_relations(part)
        return self._related[part]

    def _read_relations(self, part: str) -> dict[str, Relation]:
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self.archive.names:
            return {}
        return dict(self._relations(folder, self.part(rels)))

    @staticmethod
    def _relations(folder: str, root: Element) -> Iterator[tuple[str, Relation]]:
        for element in root:
            if local(element) == "Relationship":
                target, external = element.get("Target", ""), element.get("TargetMode") == "External"
                if not external:
                    target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                kind = element.get("Type", "").rsplit("/", 1)[-1]
                yield element.get("Id", ""), Relation(kind, target, external)

    @cached_property
    def styles(self) -> Mapping[str, Style]:
        """Styles by id."""
        found = self.beside("styles")
        elements = (
            {style.get(W + "styleId", ""): style for style in found[1].iterfind(W + "style")} if found else {}
        )
        return {identifier: _style(identifier, elements) for identifier in elements}

    @cached_property
    def default_paragraph_style(self) -> str:
        """The id of the style of paragraphs that name none."""
        for identifier, style in self.styles.items():
            if style.kind == "paragraph" and style.chain[0].get(W + "default") in ("1", "true", "on"):
                return identifier
        return ""


def _style(identifier: str, elements: Mapping[str, Element]) -> Style:
    chain: list[Element] = []
    seen: set[str] = set()
    current: str | None = identifier
    while current and current in elements and current not in seen:
        seen.add(current)
        chain.append(elements[current])
        current = value(elements[current], "basedOn")
    return Style(
        identifier, value(chain[0], "name") or identifier, chain[0].get(W + "type", ""), tuple(chain)
    )
