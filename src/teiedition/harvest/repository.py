"""The catalogue database, opened for reading (its tables: publish/database.py)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote

from teiedition.errors import InputError

FORMAT = "4"
"""Of the database; one of another format is refused."""


@dataclass(frozen=True, slots=True)
class Item:
    """A document as it is harvested: since when it is what it is, and whether it is gone."""

    id: str
    datestamp: str
    deleted: bool


@dataclass(frozen=True, slots=True)
class Selection:
    """Which items: changed from and until (datestamps, both included), in a set; all if empty."""

    start: str = ""
    end: str = ""
    set: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A citable unit. `place` is the number of its element among all of the document, from 1.

    `parent` is the name of the unit that it lies in, empty at the first level.
    """

    name: str
    level: int
    type: str
    title: str
    place: int
    parent: str = ""


class Repository:
    """An edition's catalogue, whole and unchanging: once opened, it stays though its file be replaced.

    May be used by several threads. Raises InputError where the file is none or of another format.
    """

    def __init__(self, path: Path) -> None:
        if sqlite3.threadsafety != 3:
            raise InputError("needs an SQLite library that is safe for threads", path)
        try:
            address = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
            self._connection = sqlite3.connect(address, uri=True, check_same_thread=False)
            self._connection.execute("pragma trusted_schema = off")
            self.edition: Mapping[str, str] = dict(self._connection.execute("select key, value from edition"))
        except sqlite3.Error as error:
            raise InputError(
                f"is no catalogue: {error}", path, remedy="Run `teiedition build` first."
            ) from None
        if self.edition.get("format") != FORMAT:
            raise InputError(
                "was made by another version of teiedition", path, remedy="Run `teiedition build` again."
            )

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @property
    def host(self) -> str:
        """The namespace of the edition's identifiers."""
        return self.edition["identifier"]

    @property
    def version(self) -> str:
        """A name for all that the catalogue says; another catalogue has another."""
        return self.edition["version"]

    @cached_property
    def formats(self) -> Mapping[str, tuple[str, str]]:
        """The formats of metadata: prefix → namespace and schema."""
        found: Mapping[str, tuple[str, str]] = json.loads(self.edition["formats"])
        return found

    @cached_property
    def earliest(self) -> str:
        """The earliest datestamp."""
        return str(self._one("select min(datestamp) from items") or "1970-01-01T00:00:00Z")

    @cached_property
    def newest(self) -> str:
        """The newest datestamp."""
        return str(self._one("select max(datestamp) from items") or "1970-01-01T00:00:00Z")

    def items(self, selection: Selection, after: str, limit: int) -> list[Item]:
        """The first `limit` items of a selection whose ids come after `after`, in order of their ids."""
        source, conditions, values = _condition(selection)
        columns = "i.id, i.datestamp, i.deleted"
        sql = f"select {columns} from {source} where i.id > ? {conditions} order by i.id limit ?"
        rows = self._connection.execute(sql, (after, *values, limit))
        return [Item(id, stamp, bool(deleted)) for id, stamp, deleted in rows]

    def count(self, selection: Selection) -> int:
        """How many items a selection has."""
        source, conditions, values = _condition(selection)
        return int(self._one(f"select count(*) from {source} where true {conditions}", *values))

    def item(self, id: str) -> Item | None:
        """The item of a document, also of one that is gone."""
        row = self._connection.execute(
            "select id, datestamp, deleted from items where id = ?", (id,)
        ).fetchone()
        return Item(row[0], row[1], bool(row[2])) if row else None

    def text(self, document: str, prefix: str) -> str | None:
        """A document in a format of metadata, in TEI (`tei`), or its reading text (`html`)."""
        found = self._one("select text from metadata where document = ? and prefix = ?", document, prefix)
        return None if found is None else str(found)

    def sets(self, after: str, limit: int) -> list[tuple[str, str]]:
        """The first `limit` sets after the set `after`: specification and label."""
        sql = "select spec, label from sets where spec > ? order by spec limit ?"
        return [(spec, label) for spec, label in self._connection.execute(sql, (after, limit))]

    def set_kinds(self) -> list[str]:
        """The kinds of sets, which are sets themselves."""
        return [
            kind
            for (kind,) in self._connection.execute("select spec from sets where spec = kind order by spec")
        ]

    def set_count(self, kind: str) -> int:
        """How many sets of a kind there are."""
        return int(self._one("select count(*) from sets where kind = ? and spec <> kind", kind))

    def sets_page(self, kind: str, limit: int, offset: int) -> list[str]:
        """Some of the sets of a kind."""
        sql = "select spec from sets where kind = ? and spec <> kind order by spec limit ? offset ?"
        return [spec for (spec,) in self._connection.execute(sql, (kind, limit, offset))]

    def live_count(self, spec: str) -> int:
        """How many documents there are now, in all or in a set."""
        source, conditions, values = _condition(Selection(set=spec))
        return int(self._one(f"select count(*) from {source} where not i.deleted {conditions}", *values))

    def live_page(self, selection: Selection, limit: int, offset: int) -> list[str]:
        """Some of the documents of a selection that are there now."""
        source, conditions, values = _condition(selection)
        sql = f"select i.id from {source} where not i.deleted {conditions} order by i.id limit ? offset ?"
        return [id for (id,) in self._connection.execute(sql, (*values, limit, offset))]

    def set_label(self, spec: str) -> str | None:
        """What people call a set; None if there is none."""
        found = self._one("select label from sets where spec = ?", spec)
        return None if found is None else str(found)

    def sets_of(self, document: str) -> list[str]:
        """The sets that a document is in; the kinds above them go without saying."""
        rows = self._connection.execute(
            "select spec from memberships where document = ? and spec like '%:%' order by spec", (document,)
        )
        return [spec for (spec,) in rows]

    def sets_of_each(self, documents: Sequence[str]) -> Mapping[str, Sequence[str]]:
        """The sets of many documents at once, as `sets_of` gives those of one."""
        found: dict[str, list[str]] = {document: [] for document in documents}
        sql = (
            "select document, spec from memberships where document in (select value from json_each(?))"
            " and spec like '%:%' order by document, spec"
        )
        for document, spec in self._connection.execute(sql, (json.dumps(documents),)):
            found[document].append(spec)
        return found

    def head(self, document: str) -> Mapping[str, str] | None:
        """The row of a document in the table of documents; None if there is no such document now."""
        cursor = self._connection.execute("select * from documents where id = ?", (document,))
        row = cursor.fetchone()
        if row is None:
            return None
        return {
            name[0]: value for name, value in zip(cursor.description, row, strict=True) if value is not None
        }

    def trees(self, document: str) -> Sequence[str]:
        """The names of the citation trees of a document, that of the default empty and first."""
        sql = "select tree from units where document = ? group by tree order by min(position)"
        return [tree for (tree,) in self._connection.execute(sql, (document,))]

    def units(self, document: str, tree: str = "") -> Sequence[Unit]:
        """The citable units of a document in one of its trees, in their order."""
        rows = self._connection.execute(
            "select name, level, type, coalesce(title, ''), place from units"
            " where document = ? and tree = ? order by position",
            (document, tree),
        )
        return list(_with_parents(rows))

    def _one(self, sql: str, *values: object) -> Any:
        row = self._connection.execute(sql, values).fetchone()
        return row[0] if row else None


def _condition(selection: Selection) -> tuple[str, str, list[str]]:
    """Tables, further conditions and their values for a selection."""
    source, conditions, values = "items i", "", []
    if selection.set:
        source = "memberships m join items i on i.id = m.document"
        conditions, values = "and m.spec = ?", [selection.set]
    if selection.start:
        conditions, values = f"{conditions} and i.datestamp >= ?", [*values, selection.start]
    if selection.end:
        conditions, values = f"{conditions} and i.datestamp <= ?", [*values, selection.end]
    return source, conditions, values


def _with_parents(rows: Iterator[tuple[str, int, str, str, int]]) -> Iterator[Unit]:
    above: list[str] = []
    for name, level, kind, title, place in rows:
        del above[level - 1 :]
        yield Unit(name, level, kind, title, place, above[-1] if above else "")
        above.append(name)
