"""What programs for editing XML need to find a schema: an OASIS XML catalog, and settings for VS Code.

oXygen, and in VS Code the extensions XML (Red Hat) and Scholarly XML, follow the `xml-model` instructions
of a document. The catalog (OASIS XML Catalogs 1.1, section 7) serves documents that name the schema at
another address than it has here, and documents in the namespace of the TEI that name none.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from lxml import etree

from teiedition.files import write_whole
from teiedition.tree import TEI

CATALOG = "urn:oasis:names:tc:entity:xmlns:xml:catalog"
_EXTENSIONS = ("redhat.vscode-xml", "raffazizzi.sxml")
_ENDINGS = (".rng", ".sch", ".xsd")


def write(grammar: Path, edition: Path) -> tuple[list[Path], list[str]]:
    """Write the catalog beside a grammar (and the rules and definitions of its name), and the settings.

    `edition` is the folder that people open in VS Code; the settings go to `.vscode` there. What is there
    already is never changed. Returns the files written, and for each file that was kept and says
    something else, a sentence with what it would need.
    """
    catalog = grammar.with_name("catalog.xml")
    setting = {"xml.catalogs": [Path(os.path.relpath(catalog, edition)).as_posix()]}
    advice = {"recommendations": list(_EXTENSIONS)}
    files = {
        catalog: (_catalog(grammar), f"entries for {grammar.name}"),
        edition / ".vscode/settings.json": (_json(setting), json.dumps(setting)[1:-1]),
        edition / ".vscode/extensions.json": (_json(advice), json.dumps(advice)[1:-1]),
    }
    written, kept = [], []
    for path, (content, need) in files.items():
        if not path.exists():
            write_whole(path, content)
            written.append(path)
        elif path.read_bytes() != content.encode():
            kept.append(f"kept {path} as it is; editors find this schema if it has {need}")
    return written, kept


def _catalog(grammar: Path) -> str:
    root = etree.fromstring(f'<catalog xmlns="{CATALOG}" prefer="public"/>')
    for name, attributes in _entries(grammar):
        etree.SubElement(root, f"{{{CATALOG}}}{name}", attributes)
    etree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{etree.tostring(root, encoding="unicode")}\n'


def _entries(grammar: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """A catalog's entries: the namespace, then the names of the files at whatever address."""
    yield "uri", {"name": TEI, "uri": quote(grammar.name)}
    for ending in _ENDINGS:
        file = grammar.with_suffix(ending)
        if file.is_file():
            name = quote(file.name)
            yield "uriSuffix", {"uriSuffix": f"/{name}", "uri": name}
            yield "systemSuffix", {"systemIdSuffix": f"/{name}", "uri": name}


def _json(content: dict[str, list[str]]) -> str:
    return json.dumps(content, indent=2) + "\n"
