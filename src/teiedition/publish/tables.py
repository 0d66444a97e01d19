"""The catalogue as tables: an SQLite database, and the same rows as CSV."""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from lxml import etree

from teiedition import tree
from teiedition.catalogue import name
from teiedition.files import read_bytes
from teiedition.publish.step import Step
from teiedition.tree import Element

Row = Sequence[str | int | None]

DOCUMENTS = ("id", "title", "genre", "date", "language", "words", "source", "repository", "shelfmark", "pages", "abstract")
MENTIONS = ("document", "kind", "ref", "at", "speaker", "before", "name", "after")
SCHEMA = f"""
create table documents ({", ".join(DOCUMENTS)}, primary key (id));
create table entities (ref primary key, kind, label, dates, description);
create table mentions ({", ".join(MENTIONS)});
create table persons (document, role, ref, name);
create table dates (document, at, "when", "from", "to", not_before, not_after, text);
create table measures (document, at, type, quantity real, unit, commodity, at_least real, at_most real, text);
create table links (document, type, target, at);
create index mentions_ref on mentions (ref, document);
create index mentions_document on mentions (document);
create index persons_ref on persons (ref);
"""


def database(step: Step) -> bytes:
    """The catalogue as the bytes of an SQLite database; the same records give the same bytes."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(SCHEMA)
    for record in _records(step):
        for table, rows in _ROWS.items():
            _insert(connection, table, rows(record))
    _insert(connection, "entities", _entities(step))
    connection.commit()
    connection.execute("vacuum")
    data = connection.serialize()
    connection.close()
    return data


def documents_csv(step: Step) -> bytes:
    """One row a document."""
    return _csv(DOCUMENTS, (row for record in _records(step) for row in _documents(record)))


def mentions_csv(step: Step) -> bytes:
    """One row a mention."""
    return _csv(MENTIONS, (row for record in _records(step) for row in _mentions(record)))


def _records(step: Step) -> Iterator[Element]:
    for line in str(step.source).splitlines():
        yield tree.parse(read_bytes(Path(line)), Path(line))


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    found = list(rows)
    if found:
        connection.executemany(f"insert into {table} values ({', '.join('?' * len(found[0]))})", found)


def _csv(heads: Sequence[str], rows: Iterable[Row]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")  # RFC 4180
    writer.writerow(heads)
    writer.writerows(rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode()  # spreadsheets take it for UTF-8 by this mark


def _documents(record: Element) -> Iterator[Row]:
    get = record.get
    source = record.find(name("source"))
    where = [source.get(fact) if source is not None else None for fact in ("id", "repository", "shelfmark", "pages")]
    abstract = record.findtext(name("abstract"))
    yield get("id"), get("title"), get("genre"), get("when"), get("lang"), int(get("words", "0")), *where, abstract


def _mentions(record: Element) -> Iterator[Row]:
    for mention in record.iterchildren(name("mention")):
        facts = [mention.get(fact) for fact in ("kind", "ref", "at", "speaker")]
        yield record.get("id"), *facts, *(mention.findtext(name(part)) for part in ("before", "name", "after"))


def _attributes(local: str, *facts: str) -> Callable[[Element], Iterator[Row]]:
    def rows(record: Element) -> Iterator[Row]:
        for child in record.iterchildren(name(local)):
            text = [] if local == "link" else [child.text]
            yield record.get("id"), *(child.get(fact) for fact in facts), *text

    return rows


def _entities(step: Step) -> Iterator[Row]:
    for entity in etree.fromstring(step.context).iter(name("entity")):
        yield [entity.get(fact) for fact in ("ref", "kind", "label", "dates", "description")]


_ROWS: dict[str, Callable[[Element], Iterator[Row]]] = {
    "documents": _documents,
    "mentions": _mentions,
    "persons": _attributes("person", "role", "ref"),
    "dates": _attributes("date-mention", "at", "when", "from", "to", "notBefore", "notAfter"),
    "measures": _attributes("measure", "at", "type", "quantity", "unit", "commodity", "atLeast", "atMost"),
    "links": _attributes("link", "type", "target", "at"),
}
