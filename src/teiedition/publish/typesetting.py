"""Typst's part: a source becomes a PDF, a drawing a picture."""

from __future__ import annotations

import json
import os
import re
from datetime import UTC, datetime
from functools import cache

import typst

_FAR = re.compile("[\u0530-\u1cff\u2e80-\ua63f\ua6a0-\ufaff\ufb1d-\ufdff\ufe70-\ufefe\U00020000-\U0003ffff]")
LARGE = 1_000_000
"""Characters of Typst source from which on it is a book."""


def is_far(text: str) -> bool:
    """Has it characters of scripts that Typst's own fonts don't have, such as Arabic and Chinese? To try
    without the system's fonts would only give a complaint about each of them."""
    return _FAR.search(text) is not None


def typeset(source: str, system_fonts: bool = False, archival: bool = True) -> bytes:
    """Typst source as the bytes of a PDF. Raises typst.TypstError."""
    pdf = _compiler(system_fonts).compile(
        input=source.encode(), format="pdf", pdf_standards="a-2a" if archival else [], timestamp=timestamp()
    )
    assert isinstance(pdf, bytes)
    if len(source) > LARGE:
        _forget(system_fonts)
    return pdf


def drawn(svg: str, width: int, height: int) -> bytes:
    """A drawing (SVG) as the bytes of a PNG, so many pixels wide and high. Raises typst.TypstError."""
    page = f"#set page(width: {width}pt, height: {height}pt, margin: 0pt)\n"
    picture = f'#image(bytes({json.dumps(svg, ensure_ascii=False)}), format: "svg", width: 100%)'
    png = _compiler(is_far(svg)).compile(input=(page + picture).encode(), format="png", ppi=72)
    assert isinstance(png, bytes)
    return png


def timestamp() -> datetime:
    """The time that outputs carry: SOURCE_DATE_EPOCH, else the first second of 1970; never the clock."""
    return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH") or 0), UTC)


def _forget(system_fonts: bool) -> None:
    """Have Typst let go of a book, which it would keep in memory over its next ten compilations."""
    for _ in range(11):
        _compiler(system_fonts).compile(input=b"", format="pdf")


@cache
def _compiler(system_fonts: bool) -> typst.Compiler:
    return typst.Compiler(font_paths=typst.Fonts(include_system_fonts=system_fonts))
