"""What is published of each document for machines, made in one pass over it: `crosswalks/ID.txt`.

A bundle is a file of lines, each the name of a part, a tab, and the part as JSON: `oai_dc mods marcxml mets
oai_openaire tei html turtle jsonld` and, where the document is a letter or has pictures, `letter` and
`manifest`, each a text; `units` and `citations`, each a list of rows. So one part can be read without the
others. Bundles are not published; the catalogue and the files of `data/` are made of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from lxml import etree

from teiedition.catalogue import Catalogue, Entity, name
from teiedition.files import read_bytes
from teiedition.publish.assets import Assets
from teiedition.publish.step import Step
from teiedition.tree import Element, tag

FOLDER = "crosswalks"
FORMATS = {
    "oai_dc": ("http://www.openarchives.org/OAI/2.0/oai_dc/", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"),
    "tei": ("http://www.tei-c.org/ns/1.0", "https://tei-c.org/release/xml/tei/custom/schema/xsd/tei_all.xsd"),
    "mods": ("http://www.loc.gov/mods/v3", "http://www.loc.gov/standards/mods/v3/mods-3-7.xsd"),
    "marcxml": ("http://www.loc.gov/MARC21/slim", "http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd"),
    "mets": ("http://www.loc.gov/METS/", "http://www.loc.gov/standards/mets/mets.xsd"),
    "oai_openaire": (
        "http://namespace.openaire.eu/schema/oaire/", "https://www.openaire.eu/schema/repo-lit/4.0/openaire.xsd",
    ),
}  # fmt: skip
"""The formats of metadata: prefix → namespace and schema."""


def steps(catalogue: Catalogue, documents: Mapping[str, Path], assets: Assets) -> Iterator[Step]:
    """One step a document."""
    edition = etree.fromstring(catalogue.context("data"))
    etree.strip_elements(edition, name("page"))  # a page about the edition is no news of its documents
    sheet = assets.stylesheet("crosswalks/records.xsl")
    for id, path in documents.items():
        yield Step(
            f"{FOLDER}/{id}.txt", "crosswalk", path, id, sheet, _context(catalogue, id, deepcopy(edition))
        )


def _context(catalogue: Catalogue, id: str, root: Element) -> str:
    """What a description says of other things: the edition, related documents, whom the text names."""
    record = catalogue.records[id]
    root.set("id", id)
    for kind, there, _ in catalogue.links.get(id, ()):
        title = catalogue.records[there].get("title", "")
        etree.SubElement(root, name("related"), type=kind, id=there, title=title)
    refs = dict.fromkeys(node.get("ref", "") for node in record.iterchildren(name("mention"), name("person")))
    root.extend(described(catalogue.entities[ref]) for ref in refs if ref in catalogue.entities)
    return etree.tostring(root, encoding="unicode")


def described(entity: Entity) -> Element:
    """An entity by its name, with what other authority files call it (`tei:idno`)."""
    element = etree.Element(name("entity"), kind=entity.kind, ref=entity.ref, label=entity.label)
    if entity.entry is not None:
        element.extend(deepcopy(idno) for idno in entity.entry.iterchildren(tag("idno")))
    return element


def written(parts: Mapping[str, Any]) -> bytes:
    """A bundle as the bytes of its file."""
    return "".join(f"{key}\t{json.dumps(parts[key], ensure_ascii=False)}\n" for key in sorted(parts)).encode()


def read(file: Path, *wanted: str) -> dict[str, Any]:
    """The parts `wanted` of a bundle; all if none is named. A part that the document has not is missing."""
    lines = (line.partition(b"\t") for line in read_bytes(file).splitlines())
    return {
        key.decode(): json.loads(value) for key, _, value in lines if not wanted or key.decode() in wanted
    }
