"""Reading source files of every accepted format into `Source`s.

text.py    .txt .md                decoding.py   bytes → characters
docx/      .docx                   signature.py  what a file is by its first bytes
odt/       .odt                    archive.py    zip files and the XML in them, within limits
html/      .html                   composer.py   text and spans, put together piece by piece
pdf/       .pdf
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from teiedition.errors import InputError
from teiedition.files import read_bytes
from teiedition.model import Source
from teiedition.sources import docx, html, odt, pdf, signature, text

MAX_BYTES = 256 * 1024 * 1024

READERS: dict[str, Callable[[Path, bytes], Source]] = {
    ".txt": text.read,
    ".md": text.read,
    ".docx": docx.read,
    ".odt": odt.read,
    ".html": html.read,
    ".pdf": pdf.read,
}
ACCEPTED = " ".join(READERS)


def read(path: Path) -> Source:
    """Read a source file of any accepted format; the suffix says which, and the contents must agree.

    Raises InputError, with the remedy, for a file that is missing, empty, too large, damaged, protected,
    of another format, or without text; EnvironmentFault when a format's library is not installed.
    """
    reader = READERS.get(path.suffix.lower())
    if path.is_file() and path.stat().st_size > MAX_BYTES:
        raise InputError(
            f"is larger than {MAX_BYTES >> 20} MB", path, remedy="Split it into a file for each source."
        )
    data = read_bytes(path)
    if reader is None:
        raise InputError(
            f"{signature.name(data) or f'a “{path.suffix or path.name}” file'} is not accepted as a source",
            path,
            remedy=_rename(path, data) or f"Save it in one of these formats: {ACCEPTED}",
        )
    signature.agree(path, data)
    try:
        return reader(path, data)
    except RecursionError:
        raise InputError(
            "is nested too deep to be read", path, remedy="Save it anew from its program, or as plain text."
        ) from None


def discover(paths: Iterable[Path]) -> list[Path]:
    """The source files that `paths` name: files as they are, folders by the sources in them and below.

    Sorted within a folder; hidden files, Word's lock files and files of other formats are left out there.
    Raises InputError for a path that does not exist, a folder without sources, and two sources with one
    stem, since headers name their source by its stem.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found_inside = inside(path)
            if not found_inside:
                raise InputError("holds no sources", path, remedy=f"Accepted formats: {ACCEPTED}")
            found.update(dict.fromkeys(found_inside))
        elif path.exists():
            found[path] = None
        else:
            raise InputError("there is no such file or folder", path, remedy="Check the name and the folder.")
    stems: dict[str, Path] = {}
    for path in found:
        other = stems.setdefault(path.stem, path)
        if other is not path:
            raise InputError(
                f"has the same name as {other}, and a document names its source by that name", path,
                remedy="Rename one of them, or leave one out if both carry the same text.",
            )  # fmt: skip
    return list(found)


def inside(folder: Path) -> list[Path]:
    """The source files in a folder and below, sorted; hidden and lock files are left out."""
    found = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith((".", "~$")) and Path(name).suffix.lower() in READERS:
                found.append(Path(parent, name))
    return sorted(found)


def _rename(path: Path, data: bytes) -> str:
    suffix = signature.suffix(data)
    return f"Rename it to {path.stem}{suffix}" if suffix in READERS else ""
