"""A catalogue made of records written out in a test, with the authority file of the harbour edition."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from edition import AUTHORITY
from teiedition import authority, config
from teiedition.catalogue import C, Catalogue, ordered


def catalogue_of(folder: Path, *documents: tuple[str, str, str], names: str = AUTHORITY) -> Catalogue:
    """The catalogue of documents given as (id, date, inner XML of the record)."""
    (folder / "tei" / "authority").mkdir(parents=True)
    (folder / "edition.toml").write_text('title = "Harbour papers"\n')
    (folder / "tei" / "authority" / "names.xml").write_text(names)
    start = f'<c:document xmlns:c="{C}" id="{{}}" when="{{}}" title="Title of {{}}">{{}}</c:document>'
    records = [etree.fromstring(start.format(id, when, id, inner)) for id, when, inner in documents]
    entries = authority.load(folder / "tei" / "authority")
    return Catalogue(config.load(folder), ordered(records), {}, entries, {})
