"""The catalogue as an SQLite database: all that the server needs, in one file that is never written again.

Tables of the edition (tables.py), and beside them:

    edition      key, value: what the edition is called, where it is, who keeps it
    items        what can be harvested: every document there is or was, with its datestamp
    versions     all that the ledger knows: when each document changed
    sets, memberships
    metadata     each document in each format, as text; `tei` is the document itself, `html` its reading text
    units        the citable units of each document, tree by tree, in order
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
from teiedition.files import digest, unwritable
from teiedition.harvest.repository import FORMAT
from teiedition.publish import bundles, crosswalks, ledger, sets
from teiedition.publish.bundles import Bundle
from teiedition.publish.step import Step
from teiedition.publish.tables import TABLES, Row

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
    document text, position integer, tree text, name text, level integer, type text, title text,
    place integer,
    primary key (document, position)
) without rowid;
create table entities (ref text primary key, kind text, label text, dates text, description text);
{"".join(map(_create, TABLES))}"""
INDEXES = """
create unique index metadata_document on metadata (document, prefix);
create index memberships_document on memberships (document, spec);
create index versions_document on versions (document);
create index units_tree on units (document, tree);
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
    version = digest(FORMAT, parameters["edition"], parameters["ledger"])[:16]
    facts = {"format": FORMAT, "version": version, "formats": json.dumps(crosswalks.FORMATS)}
    _insert(connection, "edition", sorted((json.loads(parameters["edition"]) | facts).items()))
    known = ledger.of_text(parameters["ledger"])
    labels = json.loads(parameters["sets"])
    _insert(
        connection,
        "versions",
        ((v.document, v.datestamp, v.content, " ".join(v.sets)) for v in known.versions),
    )
    here = set(bundles.parts(step, "id"))
    items = [version for version in known.current.values() if version.deleted or version.document in here]
    _insert(connection, "items", ((item.document, item.datestamp, int(item.deleted)) for item in items))
    specs = {(spec, item.document) for item in items for spec in item.sets}
    memberships = sorted(specs | {(spec.split(":")[0], document) for spec, document in specs})
    _insert(connection, "memberships", memberships)
    _insert(
        connection, "sets", (_set(spec, labels) for spec in dict.fromkeys(spec for spec, _ in memberships))
    )
    _insert(connection, "entities", _entities(step.context))
    for file in str(step.source).splitlines():
        _insert_document(connection, bundles.read(file, "id", "units", *_TEXTS, *TABLES))


def _set(spec: str, labels: dict[str, str]) -> Row:
    kind, _, key = spec.partition(":")
    return spec, kind, labels.get(spec, key) if key else sets.KINDS[kind]


def _insert_document(connection: sqlite3.Connection, bundle: Bundle) -> None:
    id = bundle["id"]
    _insert(connection, "metadata", ((id, prefix, bundle[prefix]) for prefix in _TEXTS))
    _insert(connection, "units", _units(id, bundle["units"]))
    for table in TABLES:
        _insert(connection, table, bundle[table])


def _units(document: str, rows: list[list[str]]) -> Iterator[Row]:
    for position, row in enumerate(rows):
        yield document, position, *row


def _entities(context: str) -> Iterator[Row]:
    for entity in etree.fromstring(context).iter(name("entity")):
        yield [entity.get(fact) for fact in ("ref", "kind", "label", "dates", "description")]


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    found = list(rows)
    if found:
        connection.executemany(f"insert into {table} values ({', '.join('?' * len(found[0]))})", found)
