"""Identifiers and what points at them: each is declared once, and every pointer arrives.

Pointers are TEI's `teidata.pointer` attributes (TEI P5, chapter 16.2): `#id` names something in the same
file or in an authority file, `other.xml#id` something in another file, `prefix:rest` something that
a `prefixDef` of the header explains. Web addresses are not followed.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast
from urllib.parse import unquote

from lxml import etree

from teiedition import tree
from teiedition.model import Problem

POINTERS = (
    "ref", "who", "target", "corresp", "resp", "wit", "sameAs", "copyOf", "next", "prev", "synch", "exclude",
    "select", "ana", "decls", "hand", "source", "facs", "change", "spanTo", "parts", "toWhom", "active",
    "passive", "mutual", "scribeRef", "rendition", "ed", "edRef", "datingPoint", "calendar", "period",
)  # fmt: skip
"""Attributes whose value is a list of pointers wherever TEI allows them."""

_EXAMPLES = "http://www.tei-c.org/ns/Examples"
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")

_find_ids = etree.XPath(f"//@xml:id[namespace-uri(..)!='{_EXAMPLES}']", smart_strings=True)
_find_pointers = etree.XPath(
    f"//@*[{' or '.join(f'name()={name!r}' for name in POINTERS)}][namespace-uri(..)!='{_EXAMPLES}']"
)
_find_prefixes = etree.XPath("//tei:prefixDef", namespaces=tree.NS)


@dataclass(frozen=True, slots=True)
class Pointer:
    """One target of a pointing attribute: where it stands and what it says."""

    line: int
    element: str
    attribute: str
    value: str


@dataclass(frozen=True, slots=True)
class Identifier:
    """One `xml:id`: where it is declared, and whether others may point at it from outside."""

    value: str
    line: int
    public: bool


@dataclass(frozen=True, slots=True)
class Document:
    """What one file declares and what it points at."""

    path: Path
    identifiers: tuple[Identifier, ...]
    pointers: tuple[Pointer, ...]
    prefixes: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """A `prefixDef`'s name → the patterns and replacements that expand a pointer with that prefix."""


def gather(root: tree.Element, path: Path) -> Document:
    """Collect the identifiers and pointers of a document, examples of encoding left out."""
    return Document(path, tuple(_identifiers(root)), tuple(_pointers(root)), _prefixes(root))


def check(documents: Sequence[Document], authorities: Sequence[Document]) -> list[Problem]:
    """Problems with the identifiers and pointers of `documents`, which may also point at `authorities`."""
    own = {document.path.resolve() for document in documents}
    others = [entry for entry in authorities if entry.path.resolve() not in own]
    everything = [*documents, *others]
    shared = {item.value for entry in authorities for item in entry.identifiers}
    index = {entry.path.resolve(): {item.value for item in entry.identifiers} for entry in everything}
    problems = [problem for document in documents for problem in _repeated_within(document)]
    problems += _repeated_across(documents, others, {entry.path.resolve() for entry in authorities})
    for document in documents:
        problems += _unresolved(document, index, shared)
    return problems


def _all(found: etree.XPath, root: tree.Element) -> list[Any]:
    return cast("list[Any]", found(root))


def _identifiers(root: tree.Element) -> Iterator[Identifier]:
    for value in _all(_find_ids, root):
        element = value.getparent()
        yield Identifier(str(value), element.sourceline or 0, element is root)


def _pointers(root: tree.Element) -> Iterator[Pointer]:
    for value in _all(_find_pointers, root):
        element = value.getparent()
        for target in value.split():
            yield Pointer(element.sourceline or 0, tree.local(element), value.attrname, target)


def _prefixes(root: tree.Element) -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for element in _all(_find_prefixes, root):
        name = element.get("ident", "")
        rule = element.get("matchPattern", ""), element.get("replacementPattern", "")
        found[name] = (*found.get(name, ()), rule)
    return found


def _repeated_within(document: Document) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for item in document.identifiers:
        if item.value in first:
            yield _repeated(document.path, item, f"line {first[item.value]}", "error")
        first.setdefault(item.value, item.line)


def _repeated_across(
    documents: Sequence[Document], others: Sequence[Document], authorities: set[Path]
) -> Iterator[Problem]:
    """Authority entries and documents are named from outside; other identifiers may recur elsewhere."""
    first: dict[str, tuple[Path, int]] = {}
    documents = sorted(documents, key=lambda document: document.path.resolve() not in authorities)
    for entry in (*others, *documents):
        authority = entry.path.resolve() in authorities
        for item in entry.identifiers:
            earlier = first.get(item.value)
            if earlier and earlier[0] != entry.path:
                yield _repeated(entry.path, item, f"{earlier[0]}, line {earlier[1]}", "error")
            elif authority or item.public:
                first.setdefault(item.value, (entry.path, item.line))


def _repeated(path: Path, item: Identifier, where: str, severity: str) -> Problem:
    return Problem(
        path, item.line, 0, "duplicate-id",
        f'xml:id "{item.value}" is already given at {where}',
        severity, "Give one of the two another identifier, and mend what points at it.", item.value,
    )  # fmt: skip


def _unresolved(document: Document, index: Mapping[Path, set[str]], shared: set[str]) -> Iterator[Problem]:
    local = index[document.path.resolve()]
    for pointer in document.pointers:
        for value in _expanded(pointer.value, document.prefixes):
            fault = _fault(value, document.path, local, index, shared)
            if fault:
                yield _dangling(document.path, pointer, *fault)


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


def _fault(
    value: str, path: Path, local: set[str], index: Mapping[Path, set[str]], shared: set[str]
) -> tuple[str, Iterable[str]] | None:
    """Why a pointer does not arrive, with the identifiers it may have meant; None if it does arrive."""
    file, _, fragment = value.partition("#")
    if _ABSOLUTE.match(file) or "(" in fragment:
        return None
    if not file:
        known = local | shared
        return None if fragment in known else ("no such xml:id in this file or the authority files", known)
    target = (path.parent / unquote(file)).resolve()
    if target not in index:
        return None if target.is_file() else ("there is no such file", ())
    return None if not fragment or fragment in index[target] else (f"no such xml:id in {file}", index[target])


def _dangling(path: Path, pointer: Pointer, reason: str, known: Iterable[str]) -> Problem:
    near = difflib.get_close_matches(pointer.value.rpartition("#")[2], list(known), n=3, cutoff=0.75)
    stem = pointer.value.rpartition("#")[0] + "#"
    return Problem(
        path, pointer.line, 0, "reference",
        f'{pointer.element}/@{pointer.attribute} points at "{pointer.value}": {reason}',
        remedy=f'Did you mean "{stem}{near[0]}"?' if near else "Add the entry, or mend the pointer.",
        subject=pointer.value, allowed=tuple(stem + name for name in near),
    )  # fmt: skip
