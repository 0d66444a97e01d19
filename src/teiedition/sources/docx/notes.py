"""Footnotes, endnotes and comments: their marks as printed, and their texts, waiting for their place."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from teiedition.sources.docx.package import Package, W, local, value
from teiedition.sources.numerals import FORMATS, decimal, integer
from teiedition.tree import Element

_DEFAULT = {"footnote": "decimal", "endnote": "lowerRoman"}
_PLACE = {"footnote": "foot", "endnote": "end"}


@dataclass(frozen=True)
class Waiting:
    """Text that stands outside the running text: the kind and value of its span, its blocks, its part."""

    kind: str
    value: str
    element: Element
    part: str
    author: str = ""


class Notes:
    """The notes of a document, in the order in which the text refers to them."""

    def __init__(self, package: Package) -> None:
        self.waiting: deque[Waiting] = deque()
        self.texts: dict[tuple[str, str], tuple[Element, str]] = {}
        self.count = {"footnote": 0, "endnote": 0}
        self.write: dict[str, Callable[[int], str]] = {}
        settings = package.beside("settings")
        for kind, part in (("footnote", "footnotes"), ("endnote", "endnotes"), ("comment", "comments")):
            self._load(package, kind, part)
        for kind, style in _DEFAULT.items():
            properties = None if settings is None else settings[1].find(W + f"{kind}Pr")
            self._number(kind, properties, style)

    def section(self, properties: Element) -> None:
        """Heed how a section numbers its notes; where each section counts anew, begin again."""
        for kind in _DEFAULT:
            own = properties.find(W + f"{kind}Pr")
            if own is not None:
                self._number(kind, own, "")
                if value(own, "numRestart") == "eachSect":
                    self.count[kind] = 0

    def refer(self, kind: str, identifier: str, printed: bool) -> tuple[str, str]:
        """A reference: the mark to print (none where the text has its own) and the note's id."""
        mark = ""
        if printed:
            self.count[kind] += 1
            mark = self.write[kind](self.count[kind])
        name = f"{_PLACE[kind]}{identifier}"
        self._await("note", kind, identifier, name)
        return mark, name

    def comment(self, identifier: str) -> str:
        """A comment's mark: the comment waits for its place; its id."""
        name = f"comment{identifier}"
        self._await("comment", "comment", identifier, name)
        return name

    def _await(self, span: str, kind: str, identifier: str, name: str) -> None:
        found = self.texts.pop((kind, identifier), None)
        if found:
            author = found[0].get(W + "author", "") if kind == "comment" else ""
            self.waiting.append(Waiting(span, name, *found, author))

    def unreferred(self) -> None:
        """Let the notes and comments wait that no text refers to: they too are words of the source."""
        for kind, identifier in list(self.texts):
            name = f"{_PLACE.get(kind, kind)}{identifier}"
            self._await("comment" if kind == "comment" else "note", kind, identifier, name)

    def _number(self, kind: str, properties: Element | None, default: str) -> None:
        style = value(properties, "numFmt") or default
        if style:
            self.write[kind] = FORMATS.get(style, decimal)
        start = value(properties, "numStart")
        if start:
            self.count[kind] = integer(start, 1) - 1

    def _load(self, package: Package, kind: str, part: str) -> None:
        found = package.beside(part)
        for element in found[1] if found else ():
            # the separators above the notes are notes of a type of their own
            if local(element) == kind and element.get(W + "type", "normal") == "normal" and found:
                self.texts[kind, element.get(W + "id", "")] = (element, found[0])
