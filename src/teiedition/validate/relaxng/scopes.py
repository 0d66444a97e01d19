"""Grammars and what they define: `include`, `div`, `combine` (RELAX NG specification, 4.7 to 4.18)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast
from urllib.parse import unquote, urlsplit

from lxml import etree

from teiedition import tree
from teiedition.errors import InputError
from teiedition.files import read_bytes
from teiedition.validate.relaxng.patterns import Pattern, Patterns

RNG = "http://relaxng.org/ns/structure/1.0"
_START = ""
"""The name under which a scope keeps its `start`; no definition can have it."""


@dataclass(frozen=True, slots=True)
class Where:
    """What a node inherits from those around it: file, grammar, namespace, datatype library."""

    file: Path
    scope: Scope | None = None
    namespace: str = ""
    library: str = ""
    outer: tuple[Path, ...] = ()
    """The files whose references led to this one."""

    def within(self, node: tree.Element) -> Where:
        """The same for the children of `node`, which may set a namespace or a library."""
        namespace, library = node.get("ns"), node.get("datatypeLibrary")
        if namespace is None and library is None:
            return self
        return replace(
            self,
            namespace=self.namespace if namespace is None else namespace,
            library=self.library if library is None else library,
        )


def _line(node: tree.Element) -> int | None:
    return cast("int | None", node.sourceline)


def fault(message: str, where: Where, node: tree.Element, remedy: str | None = None) -> InputError:
    """The error for something wrong in a grammar."""
    return InputError(f"RELAX NG: {message}", where.file, _line(node), remedy=remedy)


def children(node: tree.Element) -> Iterator[tree.Element]:
    """The child elements that belong to RELAX NG; annotations are left out."""
    return (child for child in node if isinstance(child.tag, str) and child.tag.startswith(f"{{{RNG}}}"))


def kind(node: tree.Element) -> str:
    """What sort of RELAX NG element a node is."""
    return str(etree.QName(node).localname)


class Files:
    """The files that make up a grammar: the first one and what it brings in from its own folder."""

    def __init__(self, main: Path) -> None:
        self._folder = main.resolve().parent
        self._roots: dict[Path, tree.Element] = {}

    def root(self, path: Path) -> tree.Element:
        """The root element of a grammar file, read once."""
        if path not in self._roots:
            root = tree.parse(read_bytes(path), path)
            if etree.QName(root).namespace != RNG:
                name = etree.QName(root).localname
                raise InputError(
                    f"is not a RELAX NG grammar in XML: its root element is {name}", path, _line(root),
                    remedy="Give a .rng file; a compact one (.rnc) has to be converted first, with trang.",
                )  # fmt: skip
            self._roots[path] = root
        return self._roots[path]

    def named(self, node: tree.Element, where: Where) -> Path:
        """The file that a node's `href` names. Raises InputError when it lies elsewhere or is in a circle."""
        href = attribute(node, "href", where)
        parts = urlsplit(href)
        path = (where.file.parent / unquote(parts.path)).resolve()
        if parts.scheme or parts.netloc or not path.is_relative_to(self._folder):
            raise fault(
                f'"{href}" is not read: only files in the folder of the schema are', where, node,
                "Put a copy of it beside the schema and name that.",
            )  # fmt: skip
        if path in (*where.outer, where.file.resolve()):
            raise fault(f'"{href}" refers back to itself', where, node)
        return path


def attribute(node: tree.Element, name: str, where: Where) -> str:
    """An attribute that must be there, white space at its ends dropped."""
    value = node.get(name)
    if value is None:
        raise fault(f'"{kind(node)}" needs the attribute "{name}"', where, node)
    return value.strip()


@dataclass(slots=True, eq=False)
class Scope:
    """One grammar: its definitions by name, each the nodes that make it up, and the patterns made of them."""

    parent: Scope | None
    parts: dict[str, list[tuple[tree.Element, Where]]] = field(default_factory=dict)
    _made: dict[str, Pattern] = field(default_factory=dict)
    _making: set[str] = field(default_factory=set)

    def gather(
        self, grammar: tree.Element, where: Where, files: Files, without: frozenset[str] = frozenset()
    ) -> None:
        """Collect the definitions under a `grammar`, `div` or `include`, but for the names in `without`."""
        where = where.within(grammar)
        for node in children(grammar):
            if kind(node) == "include":
                self._include(node, where, files, without)
            elif kind(node) == "div":
                self.gather(node, where, files, without)
            elif kind(node) in ("define", "start"):
                name = _name(node, where)
                if name not in without:
                    self.parts.setdefault(name, []).append((node, where.within(node)))
            else:
                raise fault(f'"{kind(node)}" can\'t stand in "{kind(grammar)}"', where, node)

    def _include(self, node: tree.Element, where: Where, files: Files, without: frozenset[str]) -> None:
        path = files.named(node, where)
        grammar = files.root(path)
        if kind(grammar) != "grammar":
            raise fault(f"the file included, {path.name}, is not a grammar", where, node)
        inside = replace(where.within(node), file=path, outer=(*where.outer, where.file.resolve()))
        own = Scope(None)
        own.gather(node, where, files)
        self.gather(grammar, inside, files, without | own.parts.keys())
        self.gather(node, where, files, without)

    def start(
        self, make: Callable[[tree.Element, Where], Pattern], patterns: Patterns, where: Where
    ) -> Pattern:
        """The pattern of the grammar's start."""
        if _START not in self.parts:
            raise InputError("RELAX NG: the grammar has no start", where.file)
        return self.pattern(_START, make, patterns)

    def pattern(
        self, name: str, make: Callable[[tree.Element, Where], Pattern], patterns: Patterns
    ) -> Pattern:
        """The pattern of a definition, whose nodes `make` compiles; made once."""
        if name not in self._made:
            parts = self.parts[name]
            if name in self._making:
                raise fault(f'"{name}" contains itself with no element between', parts[0][1], parts[0][0])
            self._making.add(name)
            made = [make(node, where) for node, where in parts]
            self._making.discard(name)
            if self._combine(name) == "interleave":
                self._made[name] = patterns.sequence(made, patterns.interleave)
            else:
                self._made[name] = patterns.choice(made)
        return self._made[name]

    def _combine(self, name: str) -> str | None:
        parts = self.parts[name]
        ways = [node.get("combine", "").strip() for node, _ in parts]
        if len(set(ways) - {""}) > 1 or ways.count("") > 1:
            node, where = parts[-1]
            raise fault(
                f'"{name or "start"}" is defined several times, and "combine" does not say how', where, node
            )
        return max(ways)


def _name(node: tree.Element, where: Where) -> str:
    return attribute(node, "name", where) if kind(node) == "define" else _START
