"""The edition's letters as one CMIF file, which correspSearch and its like harvest.

The Correspondence Metadata Interchange Format is TEI: a `correspDesc` a letter
(https://github.com/TEI-Correspondence-SIG/CMIF).
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Mapping
from pathlib import Path

from teiedition.catalogue import Catalogue
from teiedition.publish import identity
from teiedition.publish.assets import Assets
from teiedition.publish.ledger import BEGINNING, Ledger
from teiedition.publish.step import Step

CORRESPONDENTS = ("sender", "addressee")


def steps(
    catalogue: Catalogue, bundles: Mapping[str, Path], ledger: Ledger, assets: Assets
) -> Iterator[Step]:
    """The step that makes `data/cmif.xml` of the letters' bundles, if there are letters."""
    letters = [id for id in bundles if _is_letter(catalogue, id)]
    if not letters:
        return
    config = catalogue.config
    changed = max(ledger.current[id].datestamp if id in ledger.current else BEGINNING for id in letters)
    parameters = (
        ("contact", json.loads(identity.facts(config)["admin"])[0]),
        ("day", changed[:10]),
        ("edition-id", f"edition-{uuid.uuid5(uuid.NAMESPACE_URL, config.base_url or config.title)}"),
    )
    source = "\n".join(str(bundles[id]) for id in letters)
    sheet = assets.stylesheet("crosswalks/cmif.xsl")
    yield Step("data/cmif.xml", "letters", source, "", sheet, catalogue.context("list"), parameters)


def _is_letter(catalogue: Catalogue, id: str) -> bool:
    return any(
        catalogue.records[id].find(f"{{*}}person[@role='{role}']") is not None for role in CORRESPONDENTS
    )
