"""What a file is by its first bytes, so that a wrong suffix is told and not read as noise."""

from __future__ import annotations

import re
from pathlib import Path

from teiedition.errors import InputError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# first bytes → name for people, suffix; the first that fits counts
_SIGNATURES: tuple[tuple[re.Pattern[bytes], str, str], ...] = (
    (re.compile(rb".{0,1024}%PDF-\d", re.S), "a PDF file", ".pdf"),
    (re.compile(rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.text", re.S),
     "an OpenDocument text", ".odt"),
    (re.compile(rb"PK\x03\x04.*word/", re.S), "a Word document (.docx)", ".docx"),
    (re.compile(rb"PK(\x03\x04|\x05\x06)"), "a zip archive", ".zip"),
    (re.compile(_OLE + rb".*E\0n\0c\0r\0y\0p\0t\0(i\0o\0n\0|e\0d\0)", re.S),
     "a password-protected Office document", ""),
    (re.compile(_OLE), "a Word document of before 2007 (.doc) or another old Office file", ".doc"),
    (re.compile(rb"\{\\rtf"), "a rich text file (.rtf)", ".rtf"),
    (re.compile(rb"(\xef\xbb\xbf)?\s*<(!doctype html|html[\s>])", re.I), "an HTML page", ".html"),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*"), "an image", ""),
    (re.compile(rb"\x1f\x8b|BZh[1-9]1AY|7z\xbc\xaf|\xfd7zXZ"), "a compressed archive", ""),
)  # fmt: skip
_REMEDY = {
    ".doc": "Open it in Word or LibreOffice and save it as .docx.",
    ".rtf": "Open it in Word or LibreOffice and save it as .docx.",
    ".zip": "Unpack it and name the files in it.",
}
_ENDING = {".docx": (".docx", ".zip"), ".odt": (".odt", ".zip"), ".pdf": (".pdf",)}


def name(data: bytes) -> str:
    """What the bytes are, with the article ("a PDF file"); the empty string where no signature tells."""
    return next((name for pattern, name, _ in _SIGNATURES if pattern.match(data)), "")


def suffix(data: bytes) -> str:
    """The suffix that belongs to the bytes; the empty string where no signature tells."""
    return next((suffix for pattern, _, suffix in _SIGNATURES if pattern.match(data)), "")


def agree(path: Path, data: bytes) -> None:
    """Raise InputError unless the bytes can be what the file's suffix promises."""
    if not data.strip():
        raise InputError("is empty", path, remedy="Put the source's text into it, or leave it out.")
    promised, found, kind = path.suffix.lower(), suffix(data), name(data)
    wanted = _ENDING.get(promised)
    if "password" in kind:
        raise InputError(f"is {kind}", path, remedy="Open it with its password and save it without one.")
    if wanted and found not in wanted:
        what = f"is {kind}" if kind else "is damaged or something else"
        raise InputError(f"{what}, though its name ends in {promised}", path, remedy=_remedy(path, found))
    if not wanted and kind and found != promised:
        raise InputError(f"is {kind}, though its name ends in {promised}", path, remedy=_remedy(path, found))


def _remedy(path: Path, found: str) -> str:
    if found in _REMEDY:
        return _REMEDY[found]
    return f"Rename it to {path.stem}{found}" if found else "Get a sound copy, or save it anew."
