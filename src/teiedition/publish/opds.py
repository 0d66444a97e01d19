"""The catalogue of the edition's books for reading apps: `data/opds.xml` (OPDS 1.2), `data/opds.json` (2.0).

The edition comes first, then its documents in order of date, with what can be downloaded of each. So many
are on a page; the next pages are `opds-2.xml` and so on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree

from teiedition.catalogue import Catalogue, name, volumes
from teiedition.harvest.identifiers import identifier
from teiedition.publish import identity
from teiedition.publish.assets import Assets
from teiedition.publish.ledger import BEGINNING, Ledger
from teiedition.publish.step import Step
from teiedition.tree import Element

PAGE = 100
"""Books on a page of the catalogue."""
FORMATS = {"epub": ("epub", "application/epub+zip"), "print": ("pdf", "application/pdf")}
"""The outputs that are books, those that fit any screen first: ending and media type."""
SHEETS = {"xml": "crosswalks/opds.xsl", "json": "crosswalks/opds-json.xsl"}


def steps(catalogue: Catalogue, ledger: Ledger, assets: Assets) -> Iterator[Step]:
    """One step for each page of the catalogue in each of its formats; none where no books are made."""
    if not FORMATS.keys() & set(catalogue.config.outputs):
        return
    context, books = catalogue.context("list"), list(_books(catalogue, ledger))
    pages = [books[start : start + PAGE] for start in range(0, len(books), PAGE)]
    for number, page in enumerate(pages, 1):
        source = _page(catalogue, ledger, page, number, len(pages), len(books))
        for suffix, sheet in SHEETS.items():
            stem = "opds" if number == 1 else f"opds-{number}"
            yield Step(f"data/{stem}.{suffix}", "transform", source, "", assets.stylesheet(sheet), context)


def _page(
    catalogue: Catalogue, ledger: Ledger, books: Sequence[Element], number: int, pages: int, total: int
) -> str:
    facts = {
        "id": f"tag:{_host(catalogue)},1970:books", "newest": ledger.newest or BEGINNING,
        "page": str(number), "pages": str(pages), "total": str(total), "size": str(PAGE),
    }  # fmt: skip
    root = etree.Element(name("books"), facts)
    root.extend(books)
    return etree.tostring(root, encoding="unicode")


def _books(catalogue: Catalogue, ledger: Ledger) -> Iterator[Element]:
    """A `c:book` each: the volumes of the edition, then the documents."""
    config, count = catalogue.config, len(volumes(catalogue.records))
    for number in range(1, count + 1):
        id, title = (
            ("edition", config.title) if count == 1 else (f"edition-{number}", f"{config.title} ({number})")
        )
        whole = _book(catalogue, id, title, ledger.newest or BEGINNING, "index.html", config.language)
        for editor in config.editors:
            etree.SubElement(whole, name("author")).text = editor
        if config.description:
            etree.SubElement(whole, name("abstract")).text = config.description
        yield whole
    for id, record in catalogue.records.items():
        if id in ledger.current:
            title, language = record.get("title", id), record.get("lang") or config.language
            book = _book(catalogue, id, title, ledger.current[id].datestamp, f"{id}.html", language)
            for fact in ("when", "genre"):
                if value := record.get(fact):
                    book.set(fact, value)
            for person in record.iterchildren(name("person")):
                if person.get("role") in ("author", "sender"):
                    etree.SubElement(book, name("author")).text = person.text
            book.extend(deepcopy(record.findall(name("abstract"))))
            yield book


def _book(catalogue: Catalogue, id: str, title: str, datestamp: str, page: str, language: str) -> Element:
    facts = {
        "identifier": identifier(_host(catalogue), id), "title": title, "datestamp": datestamp,
        "page": page, "lang": language,
    }  # fmt: skip
    book = etree.Element(name("book"), facts)
    for output, (suffix, media_type) in FORMATS.items():
        if output in catalogue.config.outputs:
            etree.SubElement(book, name("file"), type=media_type, path=f"{output}/{id}.{suffix}")
    return book


def _host(catalogue: Catalogue) -> str:
    return identity.facts(catalogue.config)["identifier"]
