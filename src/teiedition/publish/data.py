"""Data: `data/…`, what machines take: the catalogue, tables, linked data, lists of changes.

It is all made of the bundles that the crosswalks made of each document. What carries datestamps comes last
in a build, because they are those of the publication.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from teiedition.catalogue import KINDS, Catalogue, name
from teiedition.config import Config
from teiedition.files import digest
from teiedition.publish import changes, identity, letters, opds
from teiedition.publish.assets import Assets
from teiedition.publish.ledger import FILE, Ledger
from teiedition.publish.sets import sets_of
from teiedition.publish.step import FileDigests, Step

TABLES = {
    "documents": "documents",
    "mentions": "mentions",
    "quantities": "measures",
    "citations": "citations",
}
"""The tables published as files of their own: name of the file → table."""
BEACONS = ("gnd", "viaf", "wikidata")
"""The authority files for which a BEACON list is published, if persons are identified in them."""


@dataclass(frozen=True)
class Contents:
    """What a build publishes of its documents: their bundles, their sets, and digests of all that."""

    catalogue: Catalogue
    bundles: Mapping[str, Path]
    sets: Mapping[str, Mapping[str, str]]
    digests: Mapping[str, tuple[str, tuple[str, ...]]]


def contents(catalogue: Catalogue, bundles: Mapping[str, Path], digest_of: FileDigests) -> Contents:
    """Gather what is published; a document without a bundle is left out."""
    entities = catalogue.entities
    here = {id: bundles[id] for id in catalogue.records if id in bundles}
    sets = {id: sets_of(catalogue.records[id], entities) for id in here}
    digests = {id: (digest(digest_of(path), *sets[id]), tuple(sets[id])) for id, path in here.items()}
    return Contents(catalogue, here, sets, digests)


def undated(found: Contents, assets: Assets) -> Iterator[Step]:
    """The files of `data/` that carry no datestamps: tables, linked data, the site map."""
    yield from _tables(found)
    yield from _linked(found, assets)
    yield from _lists(found, assets)


def dated(found: Contents, ledger: Ledger, assets: Assets) -> Iterator[Step]:
    """The files of `data/` that carry datestamps: ledger, catalogue, feeds of changes, books, letters."""
    yield Step(f"data/{FILE}", "copy", ledger.text())
    yield _catalogue(found, ledger)
    yield from changes.steps(found.catalogue, ledger, assets)
    yield from opds.steps(found.catalogue, ledger, assets)
    yield from letters.steps(found.catalogue, found.bundles, ledger, assets)


def _bundles(found: Contents) -> str:
    """The bundles' files, by which a step reads them; a file's name changes with what is in it."""
    return "\n".join(map(str, found.bundles.values()))


def _catalogue(found: Contents, ledger: Ledger) -> Step:
    entities = "".join(found.catalogue.index(kind) for kind in KINDS)
    labels = {spec: label for sets in found.sets.values() for spec, label in sets.items()}
    parameters = (
        ("edition", json.dumps(identity.facts(found.catalogue.config))),
        ("ledger", ledger.text()),
        ("sets", json.dumps(labels, sort_keys=True)),
    )
    name, context = "catalogue.sqlite", f"<all>{entities}</all>"
    return Step(f"data/{name}", name, _bundles(found), context=context, parameters=parameters)


def _tables(found: Contents) -> Iterator[Step]:
    source = _bundles(found)
    for stem, table in TABLES.items():
        for kind in ("csv", "parquet") if importlib.util.find_spec("pyarrow") else ("csv",):
            yield Step(f"data/{stem}.{kind}", kind, source, parameters=(("table", table),))


def _linked(found: Contents, assets: Assets) -> Iterator[Step]:
    """Linked data: the edition as RDF, persons as BEACON, pictures as IIIF manifests."""
    catalogue, context = found.catalogue, found.catalogue.context("list")
    entities = _entities(catalogue)
    sheet = assets.stylesheet("crosswalks/resources.xsl")
    for kind in ("ttl", "jsonld"):
        yield Step(
            f"data/edition.{kind}", kind, _bundles(found), "", sheet, context, (("entities", entities),)
        )
    for authority in BEACONS:
        if f'type="{authority}"' in entities.lower():
            sheet = assets.stylesheet("crosswalks/beacon.xsl")
            name, which = f"data/beacon-{authority}.txt", (("authority", authority),)
            yield Step(name, "transform", entities, "", sheet, context, which)
    for id in found.bundles:
        if catalogue.records[id].get("pictures") and catalogue.config.base_url:
            name, part = f"data/iiif/{id}.json", (("part", "manifest"),)
            yield Step(name, "part", found.bundles[id], id, parameters=part)


def _entities(catalogue: Catalogue) -> str:
    """Every entity with its authority entry."""
    root = etree.fromstring(catalogue.index("person"))
    del root[:]
    for entity in catalogue.entities.values():
        line = etree.SubElement(root, name("entity"), kind=entity.kind, ref=entity.ref, label=entity.label)
        if entity.entry is not None:
            line.append(deepcopy(entity.entry))
    return etree.tostring(root, encoding="unicode")


def _lists(found: Contents, assets: Assets) -> Iterator[Step]:
    catalogue, context = found.catalogue, found.catalogue.context("list")
    yield Step(
        "data/sitemap.xml", "transform", catalogue.sitemap(), "", assets.stylesheet("sitemap.xsl"), context
    )
    yield Step("data/robots.txt", "copy", identity.robots(catalogue.config, "../data/sitemap.xml"))
    yield Step("data/openapi.json", "copy", _interface(catalogue.config))


def _interface(config: Config) -> str:
    """The description of all that is served (OpenAPI 3.1), under the edition's own name and address."""
    described = json.loads(Path(__file__).with_name("openapi.json").read_text("utf-8"))
    described["info"]["title"] = config.title
    described["servers"] = [{"url": identity.beside(config, "")}]
    return json.dumps(described, ensure_ascii=False, indent=1)
