"""Reading TEI files safely, and the few XML facts that everybody needs.

Untrusted XML never reaches the network or the file system: no external entity, no external document
type, no XInclude; entities of the internal subset are expanded within libxml2's limits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.entities import html5
from pathlib import Path
from typing import Any, cast

from lxml import etree

from teiedition.errors import InputError
from teiedition.files import read_bytes

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"
XML_ID = f"{{{XML}}}id"
XML_LANG = f"{{{XML}}}lang"
NS = {"tei": TEI}

Element = etree._Element


@dataclass(frozen=True, slots=True)
class TeiFile:
    """A TEI file, read: its root element, whose `sourceline`s are the file's."""

    path: Path
    root: Element

    @property
    def id(self) -> str:
        """The document's identifier: the file's stem."""
        return self.path.stem

    def text(self) -> str:
        """The document as XML text without a document type declaration, fit for `saxon`."""
        return etree.tostring(self.root, encoding="unicode")


def parse(data: bytes, file: Path) -> Element:
    """Parse XML bytes that came from `file`. Raises InputError with line and column.

    A document type declaration outside the file is never read; the characters that it would name, such as
    `&eacute;`, are those of HTML.
    """
    if _DOCTYPE.search(data[:65_536]):
        data = _self_contained(data)
    internal: Any = "internal"  # the stubs know only the older values of this option
    parser = etree.XMLParser(
        resolve_entities=internal, no_network=True, load_dtd=False, huge_tree=False, collect_ids=False
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        reason = (error.msg or "not XML").split(", line ")[0]
        raise InputError(
            f"not well-formed XML: {reason}",
            file,
            line,
            column,
            "Mend the markup at this place; see the line above it too.",
        ) from None


_DOCTYPE = re.compile(rb"<!DOCTYPE\s+([^\s\[>]+)[^\[>]*(?:\[(.*?)\]\s*)?>", re.DOTALL)
_ENTITY = re.compile(rb"""<!ENTITY\s+([\w.-]+)\s+(?:"[^"]*"|'[^']*')\s*>""")
_REFERENCE = re.compile(rb"&([A-Za-z][\w.-]*);")


def _self_contained(data: bytes) -> bytes:
    """XML whose document type declares the entities that it uses, and no more; lines stay where they were.

    Where it uses one that nobody knows it is returned as it is.
    """
    found = _DOCTYPE.search(data)
    used = {name.decode() for name in _REFERENCE.findall(data)}
    if found is None:
        return data
    own = {entity[1].decode(): entity[0].decode() for entity in _ENTITY.finditer(found[2] or b"")}
    known = own | {name: _character(name) for name in used - own.keys() if f"{name};" in html5}
    if used - known.keys():
        return data
    declared = "".join(known.values()).encode()
    lines = b"\n" * (found[0].count(b"\n") - declared.count(b"\n"))
    return (
        data[: found.start()]
        + b"<!DOCTYPE "
        + found[1]
        + b" ["
        + declared
        + b"]>"
        + lines
        + data[found.end() :]
    )


def _character(name: str) -> str:
    value = "".join(f"&#38;#{ord(letter)};" for letter in html5[f"{name};"])
    return f'<!ENTITY {name} "{value}">'


def read(path: Path) -> TeiFile:
    """Read a TEI file. Raises InputError when it is missing, not well-formed, or not TEI."""
    data = read_bytes(path)
    if not data.strip():
        raise InputError(
            "is empty", path, remedy="A TEI file has a TEI element at least; restore or delete it."
        )
    root = parse(data, path)
    if not isinstance(root.tag, str) or etree.QName(root).namespace != TEI:
        raise InputError(
            f"is not TEI: its root element is {root.tag}", path, cast("int | None", root.sourceline),
            remedy=f'Expected TEI or teiCorpus in the namespace "{TEI}".',
        )  # fmt: skip
    return TeiFile(path, root)


def tag(name: str) -> str:
    """The name of a TEI element as lxml writes it."""
    return f"{{{TEI}}}{name}"


def local(element: Element) -> str:
    """An element's name without its namespace; the empty string for comments and the like."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def words(element: Element | None) -> str:
    """The text of an element with white space folded; the empty string for None."""
    return " ".join("".join(map(str, element.itertext())).split()) if element is not None else ""
