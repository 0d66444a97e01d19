"""Word and OpenDocument files made by hand, so that a test shows the very XML it is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from teiedition.model import Source
from teiedition.sources import docx, odt

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMESPACES = (
    f'{W} xmlns:r="{OFFICE}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
ROOTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes",
         "comments": "comments", "settings": "settings", "header": "hdr", "footer": "ftr"}  # fmt: skip

WordFile = Callable[..., bytes]
ReadWord = Callable[..., Source]


def build(body: str, files: dict[str, bytes] | None = None, relations: str = "", **parts: str) -> bytes:
    """A Word file with a body and with parts, each given by what is inside its root element."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{OFFICE}/officeDocument"'
            ' Target="word/document.xml"/></Relationships>',
        )
        rels = "".join(
            f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for name in parts
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{PACKAGE}">{rels}{relations}</Relationships>',
        )
        archive.writestr(
            "word/document.xml", f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
        )
        for name, inside in parts.items():
            root = ROOTS[name]
            archive.writestr(f"word/{name}.xml", f"<w:{root} {NAMESPACES}>{inside}</w:{root}>")
        for name, content in (files or {}).items():
            archive.writestr(name, content)
    return packed.getvalue()


@pytest.fixture(scope="session")
def word_file() -> WordFile:
    """Builds a Word file: `word_file(body, footnotes=…, styles=…)`."""
    return build


@pytest.fixture(scope="session")
def word() -> ReadWord:
    """Builds a Word file and reads it."""
    return lambda *args, **parts: docx.read(Path("a.docx"), build(*args, **parts))


ODF = "".join(
    f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
) + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip


def build_odt(
    body: str, automatic: str = "", styles: str = "", files: dict[str, bytes] | None = None
) -> bytes:
    """An OpenDocument text with a body, automatic styles, and the inside of styles.xml."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr(
            "content.xml",
            f"<office:document-content{ODF}><office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        archive.writestr("styles.xml", f"<office:document-styles{ODF}>{styles}</office:document-styles>")
        for name, content in (files or {}).items():
            archive.writestr(name, content)
    return packed.getvalue()


@pytest.fixture(scope="session")
def odt_file() -> WordFile:
    """Builds an OpenDocument text: `odt_file(body, automatic=…, styles=…, files=…)`."""
    return build_odt


@pytest.fixture(scope="session")
def opened() -> ReadWord:
    """Builds an OpenDocument text and reads it."""
    return lambda *args, **parts: odt.read(Path("a.odt"), build_odt(*args, **parts))


@pytest.fixture(scope="session")
def told() -> Callable[..., list[tuple[str, str, str]]]:
    """The spans of a source as (kind, value, text), in their order; of the kinds named, if any are."""

    def spans(source: Source, *kinds: str) -> list[tuple[str, str, str]]:
        return [
            (span.kind, span.value, source.text[span.start : span.end])
            for span in source.spans
            if not kinds or span.kind in kinds
        ]

    return spans
