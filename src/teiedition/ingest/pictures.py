"""Pictures that sources held: each stands beside the document that shows it, in a folder of its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape

from teiedition.encode import EncodedDocument
from teiedition.files import write_whole
from teiedition.model import Source


def pictured(document: EncodedDocument, source: Source) -> EncodedDocument:
    """The document with each picture that its source held named by its place beside the document."""
    tei = document.tei
    for name in source.attachments:
        tei = tei.replace(f'<graphic url="{escape(name)}"', f'<graphic url="{_beside(document, name)}"')
    return replace(document, tei=tei)


def _beside(document: EncodedDocument, name: str) -> str:
    """Where a picture of a document's source stands, seen from the document's file."""
    return f"{document.id}/{re.sub(r'[^a-zA-Z0-9._-]+', '-', name).lstrip('.')}"


def write(document: EncodedDocument, source: Source, out: Path) -> Iterator[Path]:
    """Write the pictures that a document shows; one that is there stays as it is, and is not named."""
    for name, data in source.attachments.items():
        place = _beside(document, name)
        if data and f'<graphic url="{place}"' in document.tei and not (out / place).exists():
            write_whole(out / place, data)
            yield out / place
