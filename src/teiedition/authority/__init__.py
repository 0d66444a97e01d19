"""Authority files: the persons, places and organisations that an edition knows.

A folder holds TEI files with `person`, `place` and `org` entries (TEI P5, chapter 14) and, for a start,
tables in CSV. Folders within it are not read, so that drafts can wait in `candidates/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from teiedition.authority import table, tei
from teiedition.authority.entry import KINDS, Entry, Form, Occupation
from teiedition.authority.glossary import without_doubles
from teiedition.authority.lasting import lasting
from teiedition.authority.lists import completed
from teiedition.authority.spelling import normal
from teiedition.errors import InputError

__all__ = ["KINDS", "Authority", "Entry", "Form", "Occupation", "load", "normal"]

READERS = {".xml": tei.read, ".csv": table.read}


@dataclass(frozen=True, eq=False)
class Authority:
    """All entries of an edition, by id."""

    entries: Mapping[str, Entry]

    def candidates(self, name: str, kind: str | None = None) -> tuple[Entry, ...]:
        """The entries that `name` may stand for, in the order of the files; `kind` as in `Entry.kind`.

        Case, accents, hyphens, apostrophes and white space do not count. Titles that the authority
        knows from its own forms ("Premier") are left off the front when the whole is not found.
        """
        parts = normal(name).split()
        for start in range(len(parts) or 1):
            if start and parts[start - 1] not in self._role_words:
                break
            found = self._by_form.get(" ".join(parts[start:]), ())
            if kind is not None:
                found = tuple(entry for entry in found if entry.kind == kind)
            if found:
                return found
        return ()

    @cached_property
    def _by_form(self) -> Mapping[str, tuple[Entry, ...]]:
        found: dict[str, dict[str, Entry]] = {}
        for entry in self.entries.values():
            for form in entry.forms:
                found.setdefault(normal(form.text), {})[entry.id] = entry
        return {form: tuple(entries.values()) for form, entries in found.items() if form}

    @cached_property
    def _role_words(self) -> frozenset[str]:
        roles = {form.role for entry in self.entries.values() for form in entry.forms if form.role}
        return frozenset(word for role in roles for word in normal(role).split())


def load(folder: Path) -> Authority:
    """Read every authority file in `folder`.

    Raises InputError for a missing folder, a file that can't be read, an entry that can't be pointed
    at (no id, or one used twice); file and line are named.
    """
    if not folder.is_dir():
        raise InputError("there is no such folder", folder, remedy="Name the folder of the authority files.")
    paths = sorted(path for path in folder.iterdir() if path.suffix.lower() in READERS)
    with lasting():
        read = [entry for path in paths for entry in READERS[path.suffix.lower()](path)]
        return Authority(_unique(completed(without_doubles(read))))


def with_found(known: Authority, files: Iterable[Path]) -> Authority:
    """An authority with the entries of TEI files that nobody prepared as authority files.

    What can't be read or pointed at is left out; of several entries with one id the first is taken.
    """
    entries = dict(known.entries)
    for path in files:
        try:
            found = list(tei.read(path, strict=False))
        except InputError:
            continue
        for entry in found:
            entries.setdefault(entry.id, entry)
    return Authority(entries)


def _unique(entries: Iterable[Entry]) -> Mapping[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in entries:
        if (other := found.setdefault(entry.id, entry)) is not entry:
            raise InputError(
                f"the id {entry.id!r} is used twice; the first is in {other.file.name}, line {other.line}",
                entry.file, entry.line, remedy="Give one of the two entries another id.",
            )  # fmt: skip
    return found
