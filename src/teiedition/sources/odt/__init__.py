"""OpenDocument texts (.odt).

styles.py  what styles say, and the labels of lists    reader.py  the contents
"""

from __future__ import annotations

from pathlib import Path

from teiedition.errors import InputError
from teiedition.model import Source
from teiedition.sources.archive import Archive
from teiedition.sources.composer import Composer
from teiedition.sources.odt.blocks import Blocks
from teiedition.sources.odt.styles import OFFICE, STYLE, Styles
from teiedition.sources.odt.words import Words
from teiedition.tree import Element

_MANIFEST = "META-INF/manifest.xml"


def read(path: Path, data: bytes) -> Source:
    """An OpenDocument text's words and all that it says about them.

    Headers and footers stand at the end, each wording once; pages are those broken by hand.
    """
    archive = Archive(data, path)
    if "META-INF/manifest.xml" in archive.names and b"encryption-data" in archive.contents(
        "META-INF/manifest.xml"
    ):
        raise InputError("is password-protected", path, remedy="Save it without a password.")
    content = archive.xml("content.xml")
    styles = archive.xml("styles.xml") if "styles.xml" in archive.names else content.makeelement("none")
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise archive.damaged("it is no text document")
    composer, looks = Composer(), Styles(styles, content)
    blocks = Blocks(composer, looks, Words(composer, archive, looks, content))
    blocks.blocks(body)
    pages = composer.pages([opened.start for opened in blocks.breaks])
    _furniture(blocks, styles)
    composer.spans += pages
    return composer.source(path, "odt", "If it holds pictures of pages, have their text recognised (OCR).")


def _furniture(blocks: Blocks, styles: Element) -> None:
    """Write the headers and footers of the pages, each wording once."""
    said: set[str] = set()
    for element in (child for page in styles.iter(f"{STYLE}master-page") for child in page):
        kind = next((kind for kind in ("header", "footer") if str(element.tag).startswith(STYLE + kind)), "")
        wording = " ".join("".join(map(str, element.itertext())).split())
        if kind and wording and wording not in said:
            said.add(wording)
            blocks.composer.end_block()
            with blocks.composer.span("furniture", kind):
                blocks.blocks(element)
