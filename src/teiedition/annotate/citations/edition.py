"""The documents of an edition as citations may name them, read from their headers."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

from teiedition import tree
from teiedition.annotate.citations.links import Documents, KnownDocument
from teiedition.errors import InputError

_HEADER = "tei:teiHeader/tei:fileDesc"
_SHELFMARK = f"{_HEADER}/tei:sourceDesc/tei:msDesc/tei:msIdentifier/tei:idno"


def read(paths: Iterable[Path]) -> list[tree.TeiFile]:
    """The TEI files at `paths`; one that can't be read is not a document yet and is left out."""
    files = []
    for path in sorted(paths):
        with contextlib.suppress(InputError):
            files.append(tree.read(path))
    return files


def documents(files: Iterable[tree.TeiFile]) -> Documents:
    """The table of the edition's documents. A file without a title can't be cited and is left out."""
    return Documents(known for file in files if (known := _known(file)).title)


def _known(file: tree.TeiFile) -> KnownDocument:
    root = file.root
    host = root.find(f"{_HEADER}/tei:sourceDesc//tei:relatedItem[@type='host']", tree.NS)
    position = tree.words(root.find(f"{_HEADER}/tei:sourceDesc//tei:biblScope[@unit='document']", tree.NS))
    date = root.find("tei:teiHeader/tei:profileDesc/tei:creation/tei:date", tree.NS)
    return KnownDocument(
        file=file.path.name,
        title=tree.words(root.find(f"{_HEADER}/tei:titleStmt/tei:title", tree.NS)),
        date=date.get("when", "") if date is not None else "",
        shelfmark=tree.words(root.find(_SHELFMARK, tree.NS)),
        host=host.get("target", "") if host is not None else "",
        position=int(position) if position.isdigit() else 0,
    )
