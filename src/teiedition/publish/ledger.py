"""The ledger: when each document's record last changed, and which documents there once were.

A file of lines, `data/ledger.tsv`, published with the data and read again by the next build: document,
datestamp, digest of the content (empty: deleted), sets. It is the only memory that a build has. So a
harvester is told of every change once, by a datestamp that comes from a change of content and stays.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path

from teiedition.errors import InputError
from teiedition.files import read_bytes

FILE = "ledger.tsv"
HEAD = "document\tdatestamp\tcontent\tsets"
_FORM = "%Y-%m-%dT%H:%M:%SZ"
BEGINNING = "1970-01-01T00:00:00Z"
"""The datestamp of what was there before anybody kept a ledger, and does not say when it changed."""


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A state of a document: since when, the digest of its content (empty once deleted), its sets."""

    document: str
    datestamp: str
    content: str
    sets: tuple[str, ...] = ()

    @property
    def deleted(self) -> bool:
        """Is the document gone?"""
        return not self.content


@dataclass(frozen=True)
class Ledger:
    """All versions of all documents, ordered by document and time."""

    versions: tuple[Version, ...] = ()

    @cached_property
    def current(self) -> Mapping[str, Version]:
        """The last version of each document."""
        return {version.document: version for version in self.versions}

    @cached_property
    def newest(self) -> str:
        """The last datestamp; the empty string in an empty ledger."""
        return max((version.datestamp for version in self.versions), default="")

    def advanced(
        self,
        present: Mapping[str, tuple[str, tuple[str, ...]]],
        kept: Collection[str],
        moment: datetime,
        first: Callable[[str], str],
    ) -> Ledger:
        """The ledger after a build that publishes `present`: digest of content and sets by document.

        What is new or changed gets the datestamp `moment`, or a second more than the newest, so that
        time never runs backwards; in an empty ledger, what `first` says of the document. A document
        neither present nor `kept` (there, but broken for now) is deleted from `moment` on.
        """
        stamp = moment.strftime(_FORM)
        if self.newest >= stamp:
            stamp = (parsed(self.newest) + timedelta(seconds=1)).strftime(_FORM)
        added = []
        for document, (content, sets) in present.items():
            last = self.current.get(document)
            if last is None or last.content != content:
                when = stamp if self.versions else min(first(document), stamp)
                added.append(Version(document, when, content, sets))
        for document, last in self.current.items():
            if not last.deleted and document not in present and document not in kept:
                added.append(Version(document, stamp, "", last.sets))
        return Ledger(tuple(sorted((*self.versions, *added)))) if added else self

    def text(self) -> str:
        """The ledger as the content of its file."""
        lines = (f"{v.document}\t{v.datestamp}\t{v.content}\t{' '.join(v.sets)}\n" for v in self.versions)
        return HEAD + "\n" + "".join(lines)


def read(paths: Iterable[Path]) -> Ledger:
    """The ledger in the files that are there, taken together. Raises InputError at a line that is none."""
    versions: set[Version] = set()
    for path in paths:
        if path.is_file():
            versions.update(_parsed(read_bytes(path).decode("utf-8", "replace"), path))
    return Ledger(tuple(sorted(versions)))


def of_text(text: str) -> Ledger:
    """The ledger that `Ledger.text` wrote."""
    return Ledger(tuple(_parsed(text, Path(FILE))))


def _parsed(text: str, path: Path) -> Iterable[Version]:
    head, *lines = text.splitlines() or [""]
    if head != HEAD:
        raise InputError("does not begin like a ledger", path, 1, remedy=_REMEDY)
    for number, line in enumerate(lines, 2):
        fields = line.split("\t")
        try:
            document, stamp, content, sets = fields
            parsed(stamp)
        except ValueError:
            raise InputError(f"is no line of a ledger: {line[:60]!r}", path, number, remedy=_REMEDY) from None
        yield Version(document, stamp, content, tuple(sets.split()))


_REMEDY = "Put the last good copy back; it is published as data/ledger.tsv. Harvesters rely on its dates."


def parsed(stamp: str) -> datetime:
    """A datestamp as a moment. Raises ValueError."""
    return datetime.strptime(stamp, _FORM).replace(tzinfo=UTC)


def moment(ahead: float) -> datetime:
    """The datestamp for what a build publishes `ahead` seconds from now: SOURCE_DATE_EPOCH, else the clock.

    It must not be earlier than the publication: whoever harvests meanwhile would never be told.
    """
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.now(UTC) + timedelta(seconds=ahead + 0.999)


def in_time(ledger: Ledger) -> bool:
    """Is the newest datestamp still to come, or does the clock not matter?"""
    return bool(os.environ.get("SOURCE_DATE_EPOCH")) or parsed(ledger.newest) >= datetime.now(UTC)


def of_day(day: str) -> str:
    """The datestamp of a document that says the day of its last change: a year, a month or a day.

    SOURCE_DATE_EPOCH goes before it; without either, BEGINNING.
    """
    if os.environ.get("SOURCE_DATE_EPOCH"):
        return moment(0).strftime(_FORM)
    parts = day.split("-")
    try:
        year, month, date = (int(parts[place]) if place < len(parts) else 1 for place in range(3))
        return datetime(year, month, date).strftime(_FORM)
    except ValueError:
        return BEGINNING


def last_change(days: Iterable[str]) -> str:
    """The datestamp of a book of documents: when they last changed, as they say themselves in `days`, so that
    the same text gives the same book."""
    return max(map(of_day, days))
