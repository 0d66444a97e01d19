"""Identifiers and what points at them: each is declared once, and every pointer arrives.

Pointers are TEI's `teidata.pointer` attributes (TEI P5, chapter 16.2): `#id` names something in the same
file or in an authority file, `other.xml#id` something in another file, `prefix:rest` something that
a `prefixDef` of the header explains. Web addresses are not followed.

Every element of every document comes through `gather`, so it keeps values only; a file in which something
is wrong is read again for the places.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast
from urllib.parse import unquote

from teiedition import tree
from teiedition.files import read_bytes
from teiedition.model import Problem
from teiedition.validate.places import Place, places

POINTERS = (
    "ref", "who", "target", "corresp", "resp", "wit", "sameAs", "copyOf", "next", "prev", "synch", "exclude",
    "select", "ana", "decls", "hand", "source", "facs", "change", "spanTo", "parts", "toWhom", "active",
    "passive", "mutual", "scribeRef", "rendition", "ed", "edRef", "datingPoint", "calendar", "period",
)  # fmt: skip
"""Attributes whose value is a list of pointers wherever TEI allows them."""

_GATHERED = frozenset((*POINTERS, tree.XML_ID))
_EXAMPLES = "{http://www.tei-c.org/ns/Examples}"
_PREFIX = tree.tag("prefixDef")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True, slots=True)
class Document:
    """What one file declares and what it points at."""

    path: Path
    key: Path
    """The path that stays the same however the file is named."""
    name: str
    """The `xml:id` of its root element."""
    identifiers: tuple[str, ...]
    pointers: frozenset[str]
    """Whole values of attributes; one may be several pointers."""
    prefixes: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """A `prefixDef`'s name → the patterns and replacements that expand a pointer with that prefix."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the edition declares: identifiers by file, and those of the authority files together."""

    files: Mapping[Path, frozenset[str]]
    shared: frozenset[str]
    near: frozenset[str]
    """The pointers that arrive in the authority files: their identifiers with `#` before."""


def gather(root: tree.Element, path: Path) -> Document:
    """Collect the identifiers and pointers of a document, examples of encoding left out."""
    identifiers: list[str] = []
    pointers: set[str] = set()
    prefixes: dict[str, tuple[tuple[str, str], ...]] = {}
    items: list[tuple[str, str]]
    for node in root.iter("*"):
        items = node.items()  # type: ignore[assignment]  # read from XML, they are text
        for name, value in items:
            if name in _GATHERED and not node.tag.startswith(_EXAMPLES):
                if name == tree.XML_ID:
                    identifiers.append(value)
                else:
                    pointers.add(value)
    for node in root.iter(_PREFIX):
        prefix = node.get("ident", "")
        rule = node.get("matchPattern", ""), node.get("replacementPattern", "")
        prefixes[prefix] = (*prefixes.get(prefix, ()), rule)
    name = root.get(tree.XML_ID, "")
    return Document(path, path.resolve(), name, tuple(identifiers), frozenset(pointers), prefixes)


def check(documents: Sequence[Document], authorities: Sequence[Document]) -> list[Problem]:
    """Problems with the identifiers and pointers of `documents`, which may also point at `authorities`."""
    everything = {entry.key: entry for entry in (*authorities, *documents)}
    shared = frozenset(value for entry in authorities for value in entry.identifiers)
    known = Known(
        {path: frozenset(entry.identifiers) for path, entry in everything.items()},
        shared,
        frozenset(f"#{value}" for value in shared),
    )
    public = _public(everything.values(), {entry.key for entry in authorities})
    problems: list[Problem] = []
    for document in documents:
        repeated = _repeated(document, public)
        dangling = dict(_dangling(document, known))
        if repeated or dangling:
            problems += _Finder(document.path, repeated, dangling).problems()
    return problems


def _public(entries: Iterable[Document], authorities: set[Path]) -> dict[str, Document]:
    """The identifiers by which files name things in other files, and the first file that declares each.

    These are authority entries and documents. A paragraph's identifier may recur in another document.
    """
    found: dict[str, Document] = {}
    for entry in sorted(entries, key=lambda entry: entry.key not in authorities):
        for value in entry.identifiers:
            if entry.key in authorities or value == entry.name:
                found.setdefault(value, entry)
    return found


def _repeated(document: Document, public: Mapping[str, Document]) -> dict[str, Path]:
    """The identifiers of a document that are declared before, and where."""
    found: dict[str, Path] = {}
    seen: set[str] = set()
    for value in document.identifiers:
        if value in seen:
            found[value] = document.path
        elif public.get(value, document).key != document.key:
            found[value] = public[value].path
        seen.add(value)
    return found


def _dangling(document: Document, known: Known) -> Iterator[tuple[str, tuple[str, Iterable[str]]]]:
    """The pointers that do not arrive, each with the reason and the identifiers that may have been meant."""
    targets = {target for value in document.pointers - known.near for target in value.split()}
    for target in targets - known.near:
        for form in _expanded(target, document.prefixes):
            fault = _fault(form, document.key, known)
            if fault:
                yield target, fault


def _expanded(value: str, prefixes: Mapping[str, tuple[tuple[str, str], ...]]) -> list[str]:
    """What a pointer stands for, after the header's prefix definitions (TEI P5, 16.2.3)."""
    prefix, colon, rest = value.partition(":")
    if not colon or prefix not in prefixes:
        return [value]
    for pattern, replacement in prefixes[prefix]:
        try:
            match = re.fullmatch(pattern, rest)
        except re.error:
            return []
        if match:
            return [_filled(replacement, match)]
    return []


def _filled(replacement: str, match: re.Match[str]) -> str:
    groups = dict(enumerate((match.group(0), *match.groups(""))))
    return re.sub(r"\$(\d)", lambda found: groups.get(int(found.group(1)), ""), replacement)


def _fault(value: str, path: Path, known: Known) -> tuple[str, Iterable[str]] | None:
    """Why a pointer does not arrive; None if it does."""
    file, _, fragment = value.partition("#")
    if _ABSOLUTE.match(file) or "(" in fragment:
        return None
    if not file:
        if fragment in known.shared or fragment in known.files[path]:
            return None
        return "no such xml:id in this file or the authority files", known.files[path] | known.shared
    target = (path.parent / unquote(file)).resolve()
    if target not in known.files:
        return None if target.is_file() else ("there is no such file", ())
    if not fragment or fragment in known.files[target]:
        return None
    return f"no such xml:id in {file}", known.files[target]


class _Finder:
    """A file read again, to say where in it something is."""

    def __init__(
        self, path: Path, repeated: Mapping[str, Path], dangling: Mapping[str, tuple[str, Iterable[str]]]
    ) -> None:
        self._path, self._repeats, self._dangles = path, repeated, dangling
        root = tree.parse(read_bytes(path), path)
        self._places = places(path, root)
        self._ids: dict[str, list[Place]] = {value: [] for value in repeated}
        self._pointers: dict[str, list[tuple[str, Place]]] = {target: [] for target in dangling}
        for node in root.iter("*"):
            if not node.tag.startswith(_EXAMPLES):
                self._note(node)

    def _note(self, node: tree.Element) -> None:
        for name, value in cast("list[tuple[str, str]]", node.items()):
            if name == tree.XML_ID and value in self._ids:
                self._ids[value].append(self._places.of(node, f"@{name}"))
            elif name in _GATHERED:
                for target in self._pointers.keys() & value.split():
                    place = self._places.of(node, f"@{name}")
                    self._pointers[target].append((f"{tree.local(node)}/@{name}", place))

    def problems(self) -> Iterator[Problem]:
        """The problems with these identifiers and pointers."""
        for value, other in self._repeats.items():
            yield self._repeated(value, other)
        for target, (reason, known) in self._dangles.items():
            yield self._dangling(target, reason, known)

    def _repeated(self, value: str, other: Path) -> Problem:
        first, *more = self._ids[value]
        where = f"line {first[0]}" if other == self._path else f"{other}"
        return Problem(
            self._path, *(more[0] if more and other == self._path else first), "duplicate-id",
            f'"{value}" is an xml:id twice; it is already given in {where}',
            remedy="Give one of the two another identifier, and mend what points at it.", subject=value,
        )  # fmt: skip

    def _dangling(self, target: str, reason: str, known: Iterable[str]) -> Problem:
        stem, _, fragment = target.rpartition("#")
        near = difflib.get_close_matches(fragment, list(known), n=3, cutoff=0.75)
        (attribute, place), *more = self._pointers[target]
        lines = sorted({line for _, (line, _) in more} - {place[0]})
        again = f" (and in line{'s' * (len(lines) > 1)} {_listed(lines)})" if lines else ""
        return Problem(
            self._path, *place, "reference",
            f'"{target}", in {attribute}, points at nothing: {reason}{again}',
            remedy=f'Did you mean "{stem}#{near[0]}"?' if near else "Add the entry, or mend the pointer.",
            subject=target, allowed=tuple(f"{stem}#{name}" for name in near),
        )  # fmt: skip


def _listed(lines: Sequence[int]) -> str:
    shown = ", ".join(map(str, lines[:5]))
    return f"{shown} and {len(lines) - 5} others" if len(lines) > 5 else shown
