"""The catalogue as an SQLite database: all that the server needs, in one file that is never written again.

Tables of the edition (tables.py), and beside them:

    edition      key, value: what the edition is called, where it is, who keeps it
    items        what can be harvested: every document there is or was, with its datestamp
    versions     all that the ledger knows: when each document changed
    sets, memberships
    metadata     each document in each format, as text; `tei` is the document itself, `html` its reading text
    units        the citable units of each document, in order
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from lxml import etree

from teiedition.catalogue import name
from teiedition.files import unwritable
from teiedition.publish import crosswalks, ledger, tables
from teiedition.publish.step import Step
from teiedition.publish.tables import TABLES, Document, Row

FORMAT = "2"
"""Of the database; the server refuses others."""

_NUMBERS = {"words": "integer", "quantity": "real", "at_least": "real", "at_most": "real"}
_KEYS = {"documents": ", primary key (id)"}


def _create(table: str) -> str:
    columns = ", ".join(f'"{column}" {_NUMBERS.get(column, "text")}' for column in TABLES[table].columns)
    return f"create table {table} ({columns}{_KEYS.get(table, '')});\n"


SCHEMA = f"""
pragma page_size = 8192;
create table edition (key text primary key, value text) without rowid;
create table items (id text primary key, datestamp text, deleted integer) without rowid;
create table versions (document text, datestamp text, content text, sets text);
create table sets (spec text primary key, kind text, label text) without rowid;
create table memberships (spec text, document text, primary key (spec, document)) without rowid;
create table metadata (document text, prefix text, text text);
create table units (
    document text, position integer, name text, level integer, type text, title text, path text,
    primary key (document, position)
) without rowid;
create table entities (ref text primary key, kind text, label text, dates text, description text);
{"".join(map(_create, TABLES))}"""
INDEXES = """
create unique index metadata_document on metadata (document, prefix);
create index memberships_document on memberships (document, spec);
create index versions_document on versions (document);
create index units_name on units (document, name);
create index mentions_ref on mentions (ref, document);
create index mentions_document on mentions (document);
create index persons_ref on persons (ref);
create index citations_document on citations (document);
"""
_TEXTS = (*crosswalks.FORMATS, "html")


def database(step: Step) -> bytes:
    """The bytes of the database; the same documents and the same ledger give the same bytes.

    The step's parameters: `edition` (JSON), `ledger` (its text), `sets` (JSON: spec → label).
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "catalogue.sqlite"
        try:
            _write(path, step)
        except sqlite3.OperationalError as error:
            raise unwritable(path, OSError(str(error))) from error
        return path.read_bytes()


def _write(path: Path, step: Step) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(f"pragma journal_mode = off; pragma synchronous = off; {SCHEMA}")
        connection.execute("begin")
        _fill(connection, step)
        connection.execute("commit")
        connection.executescript(INDEXES)


def _fill(connection: sqlite3.Connection, step: Step) -> None:
    parameters = dict(step.parameters)
    _insert(connection, "edition", sorted(json.loads(parameters["edition"]).items()))
    known = ledger.of_text(parameters["ledger"])
    labels = json.loads(parameters["sets"])
    _insert(
        connection,
        "versions",
        ((v.document, v.datestamp, v.content, " ".join(v.sets)) for v in known.versions),
    )
    _insert(connection, "items", ((v.document, v.datestamp, int(v.deleted)) for v in known.current.values()))
    memberships = sorted({(spec, v.document) for v in known.current.values() for spec in v.sets})
    _insert(connection, "memberships", memberships)
    specs = dict.fromkeys(spec for spec, _ in memberships)
    _insert(
        connection,
        "sets",
        ((spec, spec.split(":")[0], labels.get(spec, spec.partition(":")[2])) for spec in specs),
    )
    _insert(connection, "entities", _entities(step.context))
    for document in tables.documents_of(step):
        _insert_document(connection, document)


def _insert_document(connection: sqlite3.Connection, document: Document) -> None:
    bundle = crosswalks.read(document.bundle, "units", *_TEXTS)
    _insert(connection, "metadata", ((document.id, prefix, bundle[prefix]) for prefix in _TEXTS))
    _insert(connection, "units", _units(document.id, bundle["units"]))
    for table, definition in TABLES.items():
        _insert(connection, table, definition.rows(document))


def _units(document: str, rows: list[list[str]]) -> Iterator[Row]:
    for position, (unit, level, kind, path, title, _) in enumerate(rows):
        yield document, position, unit, int(level), kind, title, path


def _entities(context: str) -> Iterator[Row]:
    for entity in etree.fromstring(context).iter(name("entity")):
        yield [entity.get(fact) for fact in ("ref", "kind", "label", "dates", "description")]


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    found = list(rows)
    if found:
        connection.executemany(f"insert into {table} values ({', '.join('?' * len(found[0]))})", found)
