"""The crosswalks: each document made into its bundle (bundles.py), by one stylesheet in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path

from lxml import etree

from teiedition.catalogue import Catalogue, Entity, name
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
        context = _context(catalogue, id, deepcopy(edition))
        yield Step(
            f"{FOLDER}/{id}.txt", "crosswalk", path, id, sheet, context, watched=(catalogue.files[id],)
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
