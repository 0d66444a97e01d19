"""Word files (.docx).

package.py    the parts and their relations, styles    inline.py  the inside of a paragraph
numbering.py  the labels that Word prints              blocks.py  paragraphs, lists, tables
notes.py      footnotes, endnotes, comments
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from teiedition.model import Source, Span
from teiedition.sources.archive import Archive
from teiedition.sources.composer import Composer
from teiedition.sources.docx.blocks import Blocks
from teiedition.sources.docx.notes import Notes
from teiedition.sources.docx.package import Package, W
from teiedition.tree import Element

_FURNITURE = (("header", "header"), ("footer", "footer"))
_LAYOUT_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "FILENAME", "DATE", "TIME"})


def read(path: Path, data: bytes) -> Source:
    """A Word file's text and all that it says about it.

    Headers and footers stand at the end, each wording once; their page numbers, which Word computes, are
    left out. Pages are those that the writer broke by hand.
    """
    archive = Archive(data, path)
    package = Package(archive)
    body = package.part(package.main).find(W + "body")
    if body is None:
        raise archive.damaged("it has no body")
    composer, notes = Composer(), Notes(package)
    blocks = Blocks(composer, package, notes)
    blocks.body(body)
    notes.unreferred()
    blocks.body(body.makeelement(W + "body"))
    pages = _pages([opened.start for opened in blocks.inline.breaks], composer.length)
    _furniture(package, blocks, body)
    composer.spans += pages
    return composer.source(path, "docx", "If it holds pictures of pages, have their text recognised (OCR).")


def _furniture(package: Package, blocks: Blocks, body: Element) -> None:
    """Write the headers and footers that sections refer to, each wording once."""
    said: set[str] = set()
    blocks.inline.silent_fields = _LAYOUT_FIELDS
    for relation in package.relations(package.main).values():
        kind = dict(_FURNITURE).get(relation.kind)
        if kind and relation.target in package.archive.names:
            root = package.part(relation.target)
            wording = " ".join("".join(map(str, root.itertext())).split())
            if wording and wording not in said:
                said.add(wording)
                blocks.inline.part = relation.target
                with blocks.composer.span("furniture", kind):
                    blocks.body(root)


def _pages(breaks: list[int | None], end: int) -> list[Span]:
    borders = [0, *sorted({at for at in breaks if at}), end]
    if len(borders) < 3:
        return []
    return [Span(a, b, "page", str(n)) for n, (a, b) in enumerate(pairwise(borders), 1) if a < b]
