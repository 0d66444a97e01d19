"""The edition as tables: the rows that a document adds to each, and files of them for other programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from teiedition import tree
from teiedition.catalogue import name
from teiedition.files import read_bytes
from teiedition.publish import crosswalks
from teiedition.publish.step import Step
from teiedition.tree import Element

Row = Sequence[str | int | float | None]


@dataclass(frozen=True, slots=True)
class Document:
    """A document as tables are given it: its record, and the file of its bundle."""

    record: Element
    bundle: Path

    @property
    def id(self) -> str:
        """The document's identifier."""
        return self.record.get("id", "")


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns (those of numbers named as well), and the rows that a document adds to it."""

    columns: tuple[str, ...]
    rows: Callable[[Document], Iterator[Row]]
    numbers: tuple[str, ...] = ()


def documents_of(step: Step) -> Iterator[Document]:
    """The documents that a step's source lists: a line each with the files of record and bundle."""
    for line in str(step.source).splitlines():
        record, _, bundle = line.partition("\t")
        yield Document(tree.parse(read_bytes(Path(record)), Path(record)), Path(bundle))


def csv_file(step: Step) -> bytes:
    """The table that the step's parameter names, as CSV (RFC 4180)."""
    table = TABLES[dict(step.parameters)["table"]]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.columns)
    for document in documents_of(step):
        writer.writerows(table.rows(document))
    return b"\xef\xbb\xbf" + text.getvalue().encode()  # spreadsheets take it for UTF-8 by this mark


def parquet_file(step: Step) -> bytes:
    """The table that the step's parameter names, as Parquet: text columns, and numbers as doubles."""
    import pyarrow
    from pyarrow import parquet

    table = TABLES[dict(step.parameters)["table"]]
    rows = [row for document in documents_of(step) for row in table.rows(document)]
    columns = {}
    for place, column in enumerate(table.columns):
        values = [row[place] for row in rows]
        if column in table.numbers:
            columns[column] = pyarrow.array([_number(value) for value in values], pyarrow.float64())
        else:
            columns[column] = pyarrow.array(values, pyarrow.string())
    sink = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), sink, compression="zstd")
    return sink.getvalue()


def _number(value: str | int | float | None) -> float | None:
    try:
        return float(value) if value is not None else None
    except ValueError:
        return None


def _documents(document: Document) -> Iterator[Row]:
    get = document.record.get
    source = document.record.find(name("source"))
    where = [
        source.get(fact) if source is not None else None
        for fact in ("id", "repository", "shelfmark", "pages")
    ]
    abstract = document.record.findtext(name("abstract"))
    yield (
        get("id"),
        get("title"),
        get("genre"),
        get("when"),
        get("lang"),
        int(get("words", "0")),
        *where,
        abstract,
    )


def _mentions(document: Document) -> Iterator[Row]:
    for mention in document.record.iterchildren(name("mention")):
        facts = [mention.get(fact) for fact in ("kind", "ref", "at", "speaker")]
        yield document.id, *facts, *(mention.findtext(name(part)) for part in ("before", "name", "after"))


def _citations(document: Document) -> Iterator[Row]:
    for row in crosswalks.read(document.bundle, "citations")["citations"]:
        yield document.id, *row


def _attributes(local: str, *facts: str) -> Callable[[Document], Iterator[Row]]:
    def rows(document: Document) -> Iterator[Row]:
        for child in document.record.iterchildren(name(local)):
            text = [] if local == "link" else [child.text]
            yield document.id, *(child.get(fact) for fact in facts), *text

    return rows


TABLES = {
    "documents": Table(
        ("id", "title", "genre", "date", "language", "words", "source", "repository", "shelfmark", "pages",
         "abstract"),
        _documents, ("words",),
    ),
    "mentions": Table(("document", "kind", "ref", "at", "speaker", "before", "name", "after"), _mentions),
    "persons": Table(("document", "role", "ref", "name"), _attributes("person", "role", "ref")),
    "dates": Table(
        ("document", "at", "when", "from", "to", "not_before", "not_after", "text"),
        _attributes("date-mention", "at", "when", "from", "to", "notBefore", "notAfter"),
    ),
    "measures": Table(
        ("document", "at", "type", "quantity", "unit", "commodity", "at_least", "at_most", "text"),
        _attributes("measure", "at", "type", "quantity", "unit", "commodity", "atLeast", "atMost"),
        ("quantity", "at_least", "at_most"),
    ),
    "links": Table(("document", "type", "target", "at"), _attributes("link", "type", "target", "at")),
    "citations": Table(
        ("document", "at", "id", "type", "corresp", "author", "title", "date", "place", "publisher", "scope",
         "shelfmark", "text"),
        _citations,
    ),
}  # fmt: skip
"""The tables by name; each is a table of the catalogue."""
