"""PDF files with a text layer (.pdf).

glyphs.py     the characters, by way of PDFium    furniture.py   running heads, page numbers
lines.py      lines in reading order              footnotes.py   notes at the foot
                                                  paragraphs.py  paragraphs, headings
"""

from __future__ import annotations

from pathlib import Path

from teiedition.errors import InputError
from teiedition.model import Source
from teiedition.sources.pdf.document import OCR, Document
from teiedition.sources.pdf.furniture import furniture
from teiedition.sources.pdf.glyphs import sheets
from teiedition.sources.pdf.lines import Line, lines

_SCANNED = 0.2  # of the pages may be pictures without text, such as plates


def read(path: Path, data: bytes) -> Source:
    """The text layer of a PDF file: its lines as they stand, with what their places and sizes tell.

    Running heads and page numbers stand where a page ends, inside a paragraph that goes on. Type set
    across the page stands after the page as furniture. Raises InputError for a file without text layer.
    """
    pages: list[list[Line]] = []
    heights: list[float] = []
    across: list[str] = []
    scanned: list[int] = []
    characters = unmapped = 0
    for number, sheet in enumerate(sheets(data, path)):
        pages.append(lines(sheet, number))
        heights.append(sheet.height)
        across.append(" ".join(sheet.across.split()))
        characters, unmapped = characters + len(sheet.glyphs), unmapped + sheet.unmapped
        scanned += [number + 1] if sheet.pictures and not sheet.glyphs else []
    if not characters:
        raise InputError("has no text layer: its pages are pictures", path, remedy=OCR)
    if len(scanned) > _SCANNED * len(pages):
        raise InputError(f"has no text layer on {len(scanned)} of {len(pages)} pages", path, remedy=OCR)
    if unmapped > 0.2 * characters:
        raise InputError("has fonts that do not tell which letters they draw", path, remedy=OCR)
    return Document(pages, furniture(pages, heights), across).source(path)
