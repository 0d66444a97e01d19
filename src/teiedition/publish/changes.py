"""What changed when, for those who follow the edition: Atom and ResourceSync."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy

from lxml import etree

from teiedition.catalogue import Catalogue, name
from teiedition.harvest.identifiers import identifier
from teiedition.publish import identity
from teiedition.publish.assets import Assets
from teiedition.publish.ledger import BEGINNING, Ledger, Version
from teiedition.publish.step import Step
from teiedition.tree import Element

LATEST = 50
"""So many changes are in the Atom feed."""


def steps(catalogue: Catalogue, ledger: Ledger, assets: Assets) -> Iterator[Step]:
    """The feeds; each is made by a stylesheet of its own."""
    context = catalogue.context("list")
    host = identity.facts(catalogue.config)["identifier"]
    current = sorted(
        ledger.current.values(), key=lambda version: (version.datestamp, version.document), reverse=True
    )
    latest = _changes(catalogue, ledger, current[:LATEST], host)
    yield Step("data/atom.xml", "transform", latest, "", assets.stylesheet("crosswalks/atom.xsl"), context)
    sheet = assets.stylesheet("crosswalks/resourcesync.xsl")
    nothing = etree.tostring(etree.Element(name("changes")), encoding="unicode")
    capabilities = {
        "description": nothing,
        "capabilitylist": nothing,
        "resourcelist": _changes(catalogue, ledger, current, host),
        "changelist": _changes(catalogue, ledger, ledger.versions, host),
    }
    for capability, source in capabilities.items():
        parameters = (("capability", capability),)
        yield Step(f"data/resourcesync/{capability}.xml", "transform", source, "", sheet, context, parameters)


def _changes(catalogue: Catalogue, ledger: Ledger, versions: Sequence[Version], host: str) -> str:
    oldest = min((version.datestamp for version in ledger.versions), default=BEGINNING)
    root = _root("changes", host, ledger, oldest=oldest)
    numbers: dict[str, int] = {}
    for version in versions:
        numbers[version.document] = numbers.get(version.document, 0) + 1
        record = catalogue.records.get(version.document)
        title = record.get("title", "") if record is not None else version.document
        change = _line(root, "change", version.document, host, title, version.datestamp)
        change.set("version", str(numbers[version.document]))
        if version.deleted:
            change.set("deleted", "true")
        elif record is not None:
            change.extend(deepcopy(record.findall(name("abstract"))))
    return etree.tostring(root, encoding="unicode")


def _root(local: str, host: str, ledger: Ledger, **more: str) -> Element:
    facts: Mapping[str, str] = {
        "id": f"tag:{host},1970:{local}",
        "newest": ledger.newest or BEGINNING,
        **more,
    }
    return etree.Element(name(local), dict(facts))


def _line(root: Element, local: str, id: str, host: str, title: str, datestamp: str) -> Element:
    facts = {"id": id, "identifier": identifier(host, id), "title": title, "datestamp": datestamp}
    return etree.SubElement(root, name(local), facts)
