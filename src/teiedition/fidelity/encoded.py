"""The words of TEI documents as they stand for a source: running text, and what stands beside it.

A `Part` is a stretch of text whose characters follow each other in the source, if they come from it:
the running text of a document; a footnote; a running head (`fw`); a field of the header; an address in
`@target` or `@url`. Left out is what an editor put beside the source's words (`corr`, `reg`, `expan`,
`rdg`), and the header's elements that say again what the text says (`correspDesc`, `respStmt` …).
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from teiedition import tree
from teiedition.fidelity.counted import Counted, of_text

BESIDE = frozenset({
    "corr", "reg", "expan", "ex", "rdg",
})  # fmt: skip
RESTATING = frozenset({
    "respStmt", "funder", "sponsor", "principal", "msDesc", "correspDesc", "particDesc",
    "settingDesc", "creation", "encodingDesc", "textClass", "revisionDesc", "extent", "relatedItem",
    "listRelation", "listWit",
})  # fmt: skip
VERBATIM = frozenset({"abstract", "notesStmt"})
"""Elements of the header whose fields, if they are the source's words, are nothing else; so is a citation."""
NOTE_PLACES = frozenset({"foot", "end", "bottom", "margin"})
PARTING = frozenset({
    "p", "ab", "head", "div", "div1", "div2", "div3", "lg", "l", "list", "item", "label", "sp",
    "speaker", "stage", "opener", "closer", "salute", "signed", "dateline", "byline", "table",
    "row", "cell", "quote", "floatingText", "titlePage", "docTitle", "titlePart", "docAuthor",
    "docDate", "docImprint", "argument", "epigraph", "postscript", "trailer", "text", "front",
    "body", "back", "group", "listBibl", "figure", "cit", "address", "addrLine",
})  # fmt: skip
"""Elements at whose begin and end a word begins or ends."""
BREAKS = frozenset({"lb", "pb", "cb", "gb", "milestone"})
"""So do these, unless they say that they break a word."""
MARKING = frozenset({
    "supplied", "note", "sic", "unclear", "gap", "desc", "ref", "ptr", "orig", "add", "del", "surplus",
    "secl", "damage", "stage", "space", "choice", "figure", "figDesc", "label", "num",
})  # fmt: skip
"""Elements that may stand for a square bracket."""


@dataclass
class Part:
    """`kind` is flow, note, fw, header or address; `file` counts the documents."""

    kind: str
    file: int
    n: str = ""
    """A note's printed number or sign."""
    anchor: tuple[Part, int] | None = None
    """Where the note's mark stands: the part, and the offset in its raw text."""
    raw: list[str] = field(default_factory=list)
    length: int = 0
    edges: list[int] = field(default_factory=list)
    """Raw offsets at which an element begins or ends that may stand for a bracket."""
    origins: list[tuple[int, int, bool]] = field(default_factory=list)
    """(raw offset, line in the file, whether somebody takes responsibility for the words)."""
    verbatim: bool = False
    """Whether a header field is there for the source's own words: abstract, note, citation."""
    counted: Counted = field(default_factory=lambda: of_text(""))
    start: int = 0
    """Where the part begins in the characters of all documents together."""

    @property
    def end(self) -> int:
        return self.start + len(self.counted.core)

    def add(self, text: str, line: int = 0, attributed: bool = False) -> None:
        """Append raw text that stands in the given line of the file."""
        if text:
            self.origins.append((self.length, line, attributed))
            self.raw.append(unicodedata.normalize("NFC", text))
            self.length += len(self.raw[-1])

    def part_words(self) -> None:
        """Say that a word ends here."""
        if self.raw and self.raw[-1] != "\n":
            self.raw.append("\n")
            self.length += 1

    def origin(self, at: int) -> tuple[int, bool]:
        """The line of a character of the part's core, and whether somebody is responsible for it."""
        place = self.counted.place(at)
        offset, line, attributed = self.origins[bisect_left(self.origins, (place + 1,)) - 1]
        return line + self.counted.text.count("\n", offset, place), attributed


def parts(files: Sequence[tree.TeiFile]) -> list[Part]:
    """The parts of all documents: the running texts first, in the order given, then what stands beside."""
    found: list[Part] = []
    for number, file in enumerate(files):
        _Reader(number, found).read(file.root)
    for part in found:
        part.counted = of_text("".join(part.raw))
    return sorted((part for part in found if part.counted.core), key=lambda part: part.kind != "flow")


class _Reader:
    def __init__(self, file: int, found: list[Part]) -> None:
        self.file, self.found = file, found

    def new(self, kind: str, n: str = "", anchor: tuple[Part, int] | None = None) -> Part:
        self.found.append(Part(kind, self.file, n, anchor))
        return self.found[-1]

    def read(self, root: tree.Element) -> None:
        for child in root.iter(tree.tag("text"), tree.tag("teiHeader"), tree.tag("standOff")):
            parent = child.getparent()
            if tree.local(child) != "text":
                self.header(child, False)
            elif parent is None or tree.local(parent) != "group":
                self.element(child, self.new("flow"), False)

    def header(self, element: tree.Element, verbatim: bool) -> None:
        """A field is the outermost element that holds words of its own."""
        name = tree.local(element)
        if not name or name in RESTATING:
            return
        verbatim = verbatim or name in VERBATIM or element.get("type") == "citation"
        first = len(self.found)
        if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
            self.element(element, self.new("header"), False)
            self.found[first].verbatim = verbatim
            return
        self.addresses(element)
        for child in element:
            self.header(child, verbatim)

    def addresses(self, element: tree.Element) -> None:
        for name in ("target", "url"):
            value = element.get(name, "")
            if "://" in value or value.startswith("mailto:"):
                self.new("address").add(value)

    def element(self, element: tree.Element, part: Part, attributed: bool) -> None:
        name = tree.local(element)
        if not name or name in BESIDE:
            return
        attributed = attributed or element.get("resp") is not None
        inner = self.inner(element, name, part)
        if name in MARKING:
            part.edges.append(part.length)
        parts = name in PARTING or (name in BREAKS and element.get("break") != "no")
        if inner is part and parts:
            part.part_words()
        line = _line(element)
        inner.add(element.text or "", line, attributed)
        self.addresses(element)
        for child in element:
            self.element(child, inner, attributed)
            inner.add(child.tail or "", _line(child), attributed)
        if inner is part and parts:
            part.part_words()
        if name in MARKING:
            inner.edges.append(inner.length)

    def inner(self, element: tree.Element, name: str, part: Part) -> Part:
        """The part to which an element's words belong."""
        if part.kind == "header":
            return part
        if name == "note" and element.get("place") in NOTE_PLACES:
            return self.new("note", element.get("n", ""), (part, part.length))
        return self.new("fw") if name == "fw" else part


def _line(element: tree.Element) -> int:
    return cast("int | None", element.sourceline) or 0
