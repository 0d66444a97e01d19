"""Plain text and Markdown: the characters as they stand; form feeds tell the pages."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from teiedition.errors import InputError
from teiedition.model import Source, Span
from teiedition.sources.decoding import decode


def read(path: Path, data: bytes) -> Source:
    """A `.txt` or `.md` file. Markdown's signs stay in the text.

    A form feed, which programs that copy text out of PDFs put between pages, becomes the border of two
    `page` spans, numbered from 1, and a space.
    """
    text, encoding = decode(data, path)
    if not text.strip():
        raise InputError("is empty: it holds white space only", path, remedy="Put the source's text into it.")
    return Source(path, text.replace("\f", " "), path.suffix[1:].lower(), _pages(text), encoding=encoding)


def _pages(text: str) -> tuple[Span, ...]:
    borders = [-1, *(match.start() for match in re.finditer("\f", text)), len(text)]
    if len(borders) == 2:
        return ()
    pages = [(start + 1, end) for start, end in pairwise(borders)]
    return tuple(
        Span(start, end, "page", str(number))
        for number, (start, end) in enumerate(pages, 1)
        if text[start:end].strip()
    )
