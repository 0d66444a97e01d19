"""Writes `tei/sources/yuvcheva-lecture.docx`, the specimen's one source in a word processor's format.

    python tests/specimen/make_docx.py [FILE]

The file holds what editors' typescripts hold: styles, footnotes, bold and italic, a table, a
numbered list, a comment. It is written part by part with the standard library alone, and with fixed
times, so that it is the same, byte for byte, whenever it is made. Part names and elements are those
of ECMA-376, Office Open XML, part 1 (WordprocessingML).
"""

from __future__ import annotations

import re
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from lecture import BLOCKS, COMMENTS, FOOTNOTES, PROPERTIES, Block

TARGET = Path(__file__).parents[2] / "tei" / "sources" / "yuvcheva-lecture.docx"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip archive can state."""

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

PARTS = ("styles", "numbering", "footnotes", "comments")
STYLES = {"Title": "Title", "Heading1": "heading 1", "Quote": "Quote", "ListNumber": "List Number"}
MARKUP = re.compile(r"(\*\*.+?\*\*|_.+?_|\[\^\d+\]|\{\d+\|.+?\})")
"""In `lecture`: **bold**, _italic_, a footnote's mark [^1], and {0|words that comment 0 is about}."""


def run(text: str, properties: str = "") -> str:
    """One run of characters with the same formatting."""
    formatting = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{formatting}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def commented(number: str, text: str) -> str:
    """A stretch of text with the marks of the comment that is about it."""
    return (
        f'<w:commentRangeStart w:id="{number}"/>{runs(text)}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def runs(text: str) -> str:
    """The runs of a text with the light markup of `lecture`."""
    return "".join(_piece(piece) for piece in MARKUP.split(text) if piece)


def _piece(piece: str) -> str:
    if piece.startswith("**"):
        return run(piece.strip("*"), "<w:b/>")
    if piece.startswith("_"):
        return run(piece.strip("_"), "<w:i/>")
    if piece.startswith("[^"):
        mark = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        return f'<w:r>{mark}<w:footnoteReference w:id="{piece[2:-1]}"/></w:r>'
    if piece.startswith("{"):
        return commented(*piece[1:-1].split("|", 1))
    return run(piece)


def paragraph(text: str, style: str = "") -> str:
    """One paragraph; a style of `ListNumber` also joins the one numbered list."""
    numbering = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if style == "ListNumber" else ""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/>{numbering}</w:pPr>' if style else ""
    return f"<w:p>{properties}{runs(text)}</w:p>"


def table(rows: tuple[tuple[str, ...], ...]) -> str:
    """A table whose first row is its heading."""
    grid = "<w:gridCol/>" * len(rows[0])
    heading = "<w:trPr><w:tblHeader/></w:trPr>"
    lines = (
        f"<w:tr>{heading if row is rows[0] else ''}"
        + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row)
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"


def body(blocks: tuple[Block, ...]) -> str:
    """`document.xml`: paragraphs and tables in their order."""
    content = "".join(
        table(block) if isinstance(block, tuple) else paragraph(*_styled(block)) for block in blocks
    )
    return f"{DECLARATION}<w:document {W}><w:body>{content}<w:sectPr/></w:body></w:document>"


def _styled(block: str) -> tuple[str, str]:
    style, separator, text = block.partition(": ")
    return (text, style) if separator and style in STYLES else (block, "")


def styles() -> str:
    """`styles.xml`: the default style and those in use."""
    rows = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in STYLES.items()
    )
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    return f"{DECLARATION}<w:styles {W}>{normal}{rows}</w:styles>"


def numbering() -> str:
    """`numbering.xml`: one list, numbered 1., 2., 3."""
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    )
    return (
        f'{DECLARATION}<w:numbering {W}><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def footnotes() -> str:
    """`footnotes.xml`: the two separators that word processors keep there, then the notes."""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    notes = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>{runs(" " + text)}</w:p></w:footnote>'
        for number, text in enumerate(FOOTNOTES, start=1)
    )
    return f"{DECLARATION}<w:footnotes {W}>{separators}{notes}</w:footnotes>"


def comments() -> str:
    """`comments.xml`: each comment with its author and date."""
    rows = "".join(
        f'<w:comment w:id="{number}" w:author="{author}" w:date="{date}" w:initials="{initials}">'
        f"{paragraph(text)}</w:comment>"
        for number, (author, initials, date, text) in enumerate(COMMENTS)
    )
    return f"{DECLARATION}<w:comments {W}>{rows}</w:comments>"


def core() -> str:
    """`core.xml`: title, author and fixed dates."""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{PROPERTIES['title']}</dc:title><dc:creator>{PROPERTIES['creator']}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{PROPERTIES["created"]}</dcterms:created>'
        "</cp:coreProperties>"
    )


def content_types() -> str:
    """`[Content_Types].xml`: what each part of the package is."""
    overrides = {f"/word/{part}.xml": f"{WORD}.{part}+xml" for part in PARTS}
    overrides["/word/document.xml"] = f"{WORD}.document.main+xml"
    overrides["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    rows = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in sorted(overrides.items())
    )
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">{defaults}{rows}</Types>'


def relationships(targets: tuple[tuple[str, str], ...]) -> str:
    """A `.rels` part: (type, target) for each part pointed to."""
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def package() -> dict[str, str]:
    """Every part of the file by its name, in the order in which it is stored."""
    top = (
        (f"{OFFICE}/officeDocument", "word/document.xml"),
        (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    )
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(top),
        "docProps/core.xml": core(),
        "word/document.xml": body(BLOCKS),
        "word/_rels/document.xml.rels": relationships(
            tuple((f"{OFFICE}/{part}", f"{part}.xml") for part in PARTS)
        ),
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/footnotes.xml": footnotes(),
        "word/comments.xml": comments(),
    }


def write(target: Path) -> None:
    """Write the package to `target`."""
    with zipfile.ZipFile(target, "w") as archive:
        for name, part in package().items():
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_STORED
            entry.create_system = 3
            archive.writestr(entry, part)


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
