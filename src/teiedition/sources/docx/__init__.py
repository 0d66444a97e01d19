"""Word files (.docx).

package.py    the parts and their relations, styles    inline.py  the inside of a paragraph
numbering.py  the labels that Word prints              blocks.py  paragraphs, lists, tables
notes.py      footnotes, endnotes, comments
"""

from __future__ import annotations

from pathlib import Path

from teiedition.model import Source
from teiedition.sources.archive import Archive
from teiedition.sources.composer import Composer
from teiedition.sources.docx.blocks import Blocks
from teiedition.sources.docx.notes import Notes
from teiedition.sources.docx.package import Package, Relation, W

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
    pages = composer.pages([opened.start for opened in blocks.inline.breaks])
    _furniture(package, composer, notes)
    composer.spans += pages
    return composer.source(path, "docx", "If it holds pictures of pages, have their text recognised (OCR).")


def _furniture(package: Package, composer: Composer, notes: Notes) -> None:
    """Write the headers and footers that sections refer to, each wording once."""
    said: set[str] = set()
    for relation in package.relations(package.main).values():
        if relation.kind in ("header", "footer") and relation.target in package.archive.names:
            wording = " ".join("".join(_written(package, Composer(), notes, relation).pieces).split())
            if wording and wording not in said:
                said.add(wording)
                composer.end_block()
                with composer.span("furniture", relation.kind):
                    _written(package, composer, notes, relation)


def _written(package: Package, composer: Composer, notes: Notes, relation: Relation) -> Composer:
    """What was written of a header or footer, into `composer`."""
    blocks = Blocks(composer, package, notes)
    blocks.inline.part, blocks.inline.silent_fields = relation.target, _LAYOUT_FIELDS
    blocks.body(package.part(relation.target))
    return composer
