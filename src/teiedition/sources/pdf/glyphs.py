"""The characters of PDF pages and where they stand, by way of PDFium. Alone imports pypdfium2.

Units are points (1/72 inch); y grows upwards. Text that stands on its side is turned upright page by page.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from teiedition.errors import EnvironmentFault, InputError

PAGES = 20_000
PAGE_CHARACTERS = 200_000
_BOLD, _ITALIC = ("bold", "black", "heavy", "semibold", "demi"), ("italic", "oblique", "slanted")
_ITALIC_FLAG, _FORCE_BOLD_FLAG = 1 << 6, 1 << 18  # PDF 1.7, table 123


@dataclass(frozen=True, slots=True)
class Look:
    """How a run of characters is set. `angle` is in degrees, a multiple of 90."""

    size: float
    bold: bool
    italic: bool
    angle: int


@dataclass(slots=True)
class Glyph:
    """A character: the width that it takes up, the height of its ink, and its base line."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    base: float
    look: Look


@dataclass(frozen=True)
class Sheet:
    """A page: its upright characters in the file's order, those set across, and its size."""

    glyphs: list[Glyph]
    across: str
    width: float
    height: float
    pictures: bool
    """Whether pictures cover most of it."""
    unmapped: int
    """How many characters the page's fonts don't tell."""


def sheets(data: bytes, path: Path) -> Iterator[Sheet]:
    """The pages of a PDF file, one at a time.

    Raises InputError for a file that is damaged, protected or without end.
    """
    try:
        import pypdfium2
    except ImportError as error:
        raise EnvironmentFault(
            f"reading {path.name} needs the library pypdfium2, which can't be loaded ({error})",
            "Install it: pip install pypdfium2",
        ) from None
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError(
                "is password-protected", path, remedy="Open it with its password and save it without one."
            ) from None
        raise _damaged(path, str(error)) from None
    try:
        if not 0 < count <= PAGES:
            raise _damaged(path, f"it has {count} pages")
        for number in range(count):
            yield _sheet(document, number, path)
    finally:
        document.close()


def _damaged(path: Path, why: str) -> InputError:
    return InputError(f"is damaged: {why}", path, remedy="Get a sound copy, or print it to PDF anew.")


def _sheet(document: Any, number: int, path: Path) -> Sheet:
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        page = document[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise _damaged(path, f"page {number + 1}: {error}") from None
    count = text.count_chars()
    if count > PAGE_CHARACTERS:
        raise _damaged(path, f"page {number + 1} has {count} characters")
    glyphs, unmapped = _glyphs(pdfium, text.raw, count)
    width, height = page.get_size()
    angles = Counter(glyph.look.angle for glyph in glyphs)
    upright = angles.most_common(1)[0][0] if angles else 0
    across = "".join(glyph.text for glyph in glyphs if glyph.look.angle != upright)
    if upright % 180 and page.get_rotation() % 180 == 0:
        width, height = height, width
    glyphs = [_turned(glyph, upright, width, height) for glyph in glyphs if glyph.look.angle == upright]
    return Sheet(glyphs, across, width, height, _pictured(pdfium, page), unmapped)


def _glyphs(pdfium: Any, text: Any, count: int) -> tuple[list[Glyph], int]:
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    loose = pdfium.FS_RECTF()
    looks: dict[int | None, Look] = {}
    glyphs: list[Glyph] = []
    unmapped = 0
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text, index)
        owner = pdfium.FPDFText_GetTextObject(text, index)
        if not owner or (code == 0x20 and pdfium.FPDFText_IsGenerated(text, index)):
            continue  # PDFium's own spaces and line ends
        unmapped += pdfium.FPDFText_HasUnicodeMapError(text, index) == 1
        key = ctypes.cast(owner, ctypes.c_void_p).value
        if key not in looks:
            looks[key] = _look(pdfium, text, index, owner)
        if 0xD800 <= code < 0xDC00:  # the first half of a character beyond U+FFFF
            low = pdfium.FPDFText_GetUnicode(text, index + 1)
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
        elif 0xDC00 <= code < 0xE000:
            continue
        if not pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top):
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, index, loose)
        if looks[key].angle == 0 and loose.right > loose.left:
            left.value, right.value = loose.left, loose.right
        box = (left.value, right.value, bottom.value, top.value)
        glyphs.append(Glyph(_character(code), box[0], box[1], box[2], box[3], y.value, looks[key]))
    return glyphs, unmapped


def _character(code: int) -> str:
    """A character as people write it: PDFium's sign for a hyphen at a line's end, and glued letters."""
    if code in (0x2, 0xFFFE):
        return "-"
    character = chr(code) if 0 < code < 0x110000 else "\ufffd"
    return unicodedata.normalize("NFKC", character) if 0xFB00 <= code <= 0xFB06 else character


def _look(pdfium: Any, text: Any, index: int, owner: Any) -> Look:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    size = pdfium.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
    name, flags = ctypes.create_string_buffer(256), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, index, name, 256, flags)
    words = name.value.decode("utf-8", "replace").lower()
    bold = any(word in words for word in _BOLD) or bool(flags.value & _FORCE_BOLD_FLAG)
    italic = any(word in words for word in _ITALIC) or bool(flags.value & _ITALIC_FLAG)
    angle = round(math.degrees(math.atan2(matrix.b, matrix.a)) / 90) * 90 % 360
    return Look(size or 1.0, bold or pdfium.FPDFText_GetFontWeight(text, index) >= 600, italic, angle)


def _turned(glyph: Glyph, angle: int, width: float, height: float) -> Glyph:
    """A glyph of a page (of that upright size) whose text runs at an angle, as if it ran to the right."""
    left, right, bottom, top = glyph.left, glyph.right, glyph.bottom, glyph.top
    if angle == 90:
        left, right, bottom, top = bottom, top, height - right, height - left
    elif angle == 180:
        left, right, bottom, top = width - right, width - left, height - top, height - bottom
    elif angle == 270:
        left, right, bottom, top = width - top, width - bottom, left, right
    else:
        return glyph
    return Glyph(glyph.text, left, right, bottom, top, bottom, glyph.look)


def _pictured(pdfium: Any, page: Any) -> bool:
    width, height = page.get_size()
    for picture in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=2):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) > 0.5 * width * height:
            return True
    return False
