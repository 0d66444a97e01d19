"""Data: `data/…`, what machines take: the catalogue, tables, linked data, lists of changes.

These steps come last in a build. They are made of the bundles that the crosswalks made of each document,
and of the ledger, whose datestamps are those of the publication.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from teiedition.catalogue import KINDS, Catalogue
from teiedition.files import digest
from teiedition.publish import changes, crosswalks, identity
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


def steps(found: Contents, ledger: Ledger, assets: Assets) -> Iterator[Step]:
    """All files of `data/`. Records and bundles go in as lists of files, named by what is in them."""
    catalogue = found.catalogue
    yield Step(f"data/{FILE}", "copy", ledger.text())
    yield from _tables(found, ledger)
    yield from _linked(found, assets)
    yield from _lists(found, assets)
    yield from changes.steps(catalogue, ledger, assets)


def _tables(found: Contents, ledger: Ledger) -> Iterator[Step]:
    records = [str(found.catalogue.files[id]) for id in found.bundles]
    both = [f"{record}\t{bundle}" for record, bundle in zip(records, found.bundles.values(), strict=True)]
    entities = "".join(found.catalogue.index(kind) for kind in KINDS)
    labels = {spec: label for sets in found.sets.values() for spec, label in sets.items()}
    parameters = (
        ("edition", json.dumps(identity.facts(found.catalogue.config))), ("ledger", ledger.text()),
        ("sets", json.dumps(labels, sort_keys=True)),
    )  # fmt: skip
    yield Step(
        "data/catalogue.sqlite", "catalogue.sqlite", "\n".join(both), context=f"<all>{entities}</all>",
        parameters=parameters,
    )  # fmt: skip
    kinds = ("csv", "parquet") if importlib.util.find_spec("pyarrow") else ("csv",)
    for name, table in TABLES.items():
        source = "\n".join(both if table == "citations" else records)
        for kind in kinds:
            yield Step(f"data/{name}.{kind}", kind, source, parameters=(("table", table),))


def _linked(found: Contents, assets: Assets) -> Iterator[Step]:
    """Linked data: the edition as RDF, its letters as CMIF, persons as BEACON, pictures as IIIF manifests."""
    catalogue, context = found.catalogue, found.catalogue.context("list")
    bundles = "\n".join(map(str, found.bundles.values()))
    entities = _entities(catalogue)
    sheet = assets.stylesheet("crosswalks/resources.xsl")
    for kind in ("ttl", "jsonld"):
        yield Step(f"data/edition.{kind}", kind, bundles, "", sheet, context, (("entities", entities),))
    letters = [
        id for id in found.bundles if catalogue.records[id].find("{*}person[@role='sender']") is not None
    ]
    if letters:
        facts = identity.facts(catalogue.config)
        parameters = (("contact", json.loads(facts["admin"])[0]), ("day", _day(found, letters)))
        source = "\n".join(str(found.bundles[id]) for id in letters)
        sheet = assets.stylesheet("crosswalks/cmif.xsl")
        yield Step("data/cmif.xml", "letters", source, "", sheet, context, parameters)
    for authority in BEACONS:
        if f'type="{authority}"' in entities.lower():
            sheet = assets.stylesheet("crosswalks/beacon.xsl")
            yield Step(
                f"data/beacon-{authority}.txt",
                "transform",
                entities,
                "",
                sheet,
                context,
                (("authority", authority),),
            )
    for id in found.bundles:
        if catalogue.records[id].get("pictures") and catalogue.config.base_url:
            yield Step(
                f"data/iiif/{id}.json", "part", found.bundles[id], id, parameters=(("part", "manifest"),)
            )


def _day(found: Contents, letters: list[str]) -> str:
    days = [found.catalogue.records[id].get("changed", "") for id in letters]
    return max(days) or "1970-01-01"


def _entities(catalogue: Catalogue) -> str:
    root = etree.fromstring(catalogue.index("person"))
    del root[:]
    root.extend(crosswalks.described(entity) for entity in catalogue.entities.values())
    return etree.tostring(root, encoding="unicode")


def _lists(found: Contents, assets: Assets) -> Iterator[Step]:
    catalogue, context = found.catalogue, found.catalogue.context("list")
    yield Step(
        "data/sitemap.xml", "transform", catalogue.sitemap(), "", assets.stylesheet("sitemap.xsl"), context
    )
    base = catalogue.config.base_url.rstrip("/")
    site_map = f"Sitemap: {base}/data/sitemap.xml\n" if base else ""
    yield Step("data/robots.txt", "copy", f"User-agent: *\nDisallow:\n{site_map}")
