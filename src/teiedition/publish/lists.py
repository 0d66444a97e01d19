"""The site's lists of persons, places, organisations, works, sources, archives: pages and CSV.

A list's file has the facts that its page shows, one row an entry, in the page's order.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping

from lxml import etree

from teiedition.annotate.bibliography import bibtex, csl
from teiedition.catalogue import KINDS, Catalogue
from teiedition.catalogue import lists as pages
from teiedition.tree import Element

_ENTITY = ("ref", "filed", "dates", "description", "mentions", "documents")
_TITLE = ("label", "host", "year")
_HOLDING = ("id", "label", "documents", "shelfmarks", "pages", "from", "to")
COLUMNS = {
    **dict.fromkeys(KINDS.values(), _ENTITY),
    "works": ("id", "kind", "authors", *_TITLE, "archive", "shelfmark", "citations", "documents"),
    "sources": _HOLDING,
    "archives": _HOLDING,
}  # fmt: skip
"""The columns of each file: attributes of the list's entries."""
_HEADS = {"ref": "id", "filed": "name", "label": "title"}


def lists(catalogue: Catalogue) -> dict[str, str]:
    """The source of each list, by its name; of works, sources and archives only where there are any."""
    found = {plural: catalogue.index(kind) for kind, plural in KINDS.items()}
    if catalogue.works:
        found["works"] = pages.bibliography(catalogue)
    for kind in ("source", "archive"):
        if getattr(catalogue, f"{kind}s"):
            found[f"{kind}s"] = pages.holdings(catalogue, kind)
    return found


def entries(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The path and the source of the page of each work, source and archive."""
    for cited in catalogue.works.values():
        yield cited.path, pages.work(catalogue, cited)
    for holding in (*catalogue.sources.values(), *catalogue.archives.values()):
        yield holding.path, pages.holding(catalogue, holding)


def files(catalogue: Catalogue, sources: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The files beside the lists: the name and the content of each."""
    for name, source in sources.items():
        yield f"{name}.csv", table(name, source)
    if works := [cited.work for cited in catalogue.works.values()]:
        yield "works.bib", bibtex.text(works)
        yield "works.json", json.dumps(csl.items(works), ensure_ascii=False, indent=1) + "\n"


def table(name: str, source: str) -> str:
    """A list as CSV (RFC 4180); the mark before it tells spreadsheets that it is UTF-8."""
    columns = COLUMNS[name]
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow([_HEADS.get(column, column) for column in columns])
    for entry in etree.fromstring(source):
        writer.writerow([entry.get(column) or _instead(entry, column) for column in columns])
    return "\ufeff" + made.getvalue()


def _instead(entry: Element, column: str) -> str:
    """A name that is filed as it is written stands in the entry once."""
    return entry.get("label", "") if column == "filed" else ""
