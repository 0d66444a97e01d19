"""The edition as tables: the rows that a document adds to each, and files of them for other programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from teiedition.catalogue import name
from teiedition.edtf import written_as
from teiedition.publish import bundles
from teiedition.publish.bundles import Bundle
from teiedition.publish.step import Step
from teiedition.tree import Element

Row = Sequence[str | int | float | None]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns (those of numbers named as well), and the rows that a document adds to it."""

    columns: tuple[str, ...]
    rows: Callable[[Element, Bundle], Iterator[Row]]
    numbers: tuple[str, ...] = ()


def rows_of(record: Element, bundle: Bundle) -> dict[str, list[Row]]:
    """The rows that a document adds to each table, from its record and its bundle."""
    return {name: list(table.rows(record, bundle)) for name, table in TABLES.items()}


def csv_file(step: Step) -> bytes:
    """The table that the step's parameter names, as CSV (RFC 4180)."""
    name = dict(step.parameters)["table"]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(TABLES[name].columns)
    for rows in bundles.parts(step, name):
        writer.writerows(rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode()  # spreadsheets take it for UTF-8 by this mark


def parquet_file(step: Step) -> bytes:
    """The table that the step's parameter names, as Parquet: text columns, and numbers as doubles."""
    import pyarrow
    from pyarrow import parquet

    name = dict(step.parameters)["table"]
    rows = [row for found in bundles.parts(step, name) for row in found]
    columns = {}
    for place, column in enumerate(TABLES[name].columns):
        values = [row[place] for row in rows]
        if column in TABLES[name].numbers:
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


def _documents(record: Element, _: Bundle) -> Iterator[Row]:
    get = record.get
    source = record.find(name("source"))
    where = [
        source.get(fact) if source is not None else None
        for fact in ("id", "repository", "shelfmark", "pages")
    ]
    abstract = record.findtext(name("abstract"))
    yield (
        get("id"),
        get("title"),
        get("genre"),
        get("when"),
        get("lang"),
        int(get("words", "0")),
        *where,
        abstract,
        _edtf(record.find(name("date"))),
    )


def _edtf(date: Element | None) -> str | None:
    """A date as EDTF, which says in one cell what TEI says in several attributes."""
    dating = {} if date is None else {str(key): str(value) for key, value in date.attrib.items()}
    return written_as(dating) or None


def _mentions(record: Element, _: Bundle) -> Iterator[Row]:
    for mention in record.iterchildren(name("mention")):
        facts = [mention.get(fact) for fact in ("kind", "ref", "at", "speaker")]
        yield (
            record.get("id"),
            *facts,
            *(mention.findtext(name(part)) for part in ("before", "name", "after")),
        )


def _citations(record: Element, bundle: Bundle) -> Iterator[Row]:
    for row in bundle["cited"]:
        yield record.get("id"), *row


def _attributes(local: str, *facts: str) -> Callable[[Element, Bundle], Iterator[Row]]:
    def rows(record: Element, _: Bundle) -> Iterator[Row]:
        for child in record.iterchildren(name(local)):
            text = [] if local == "link" else [child.text]
            yield record.get("id"), *(child.get(fact) for fact in facts), *text

    return rows


TABLES = {
    "documents": Table(
        ("id", "title", "genre", "date", "language", "words", "source", "repository", "shelfmark", "pages",
         "abstract", "edtf"),
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
