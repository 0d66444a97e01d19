"""Data: `data/…`, what machines take: the catalogue, tables, the site map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from teiedition.catalogue import KINDS, Catalogue
from teiedition.publish.assets import Assets
from teiedition.publish.step import Step


def steps(catalogue: Catalogue, documents: Mapping[str, Path], assets: Assets) -> Iterator[Step]:
    """The records go in as a list of their files, whose names change with their content."""
    records = "\n".join(str(catalogue.files[id]) for id in catalogue.records)
    entities = "".join(catalogue.index(kind) for kind in KINDS)
    for name in ("catalogue.sqlite", "documents.csv", "mentions.csv"):
        yield Step(f"data/{name}", name, records, context=f"<all>{entities}</all>")
    pages, sheet = catalogue.sitemap(), assets.stylesheet("sitemap.xsl")
    yield Step("data/sitemap.xml", "transform", pages, "", sheet, catalogue.context("list"))
