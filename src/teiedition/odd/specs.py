"""The specifications of a TEI release or of a customisation: elements, classes, macros, datatypes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from lxml import etree

from teiedition import tree
from teiedition.errors import InputError
from teiedition.odd.documents import line_of, load, read
from teiedition.tree import Element, tag

KINDS = {
    tag("elementSpec"): "element",
    tag("classSpec"): "class",
    tag("macroSpec"): "macro",
    tag("dataSpec"): "datatype",
}
"""The elements that specify something, and what people call it."""

_PROSE = ("desc", "gloss", "remarks", "exemplum", "valDesc", "listRef", "constraintSpec")
"""What explains a specification; rules are among it, since they speak to people in their messages."""


@dataclass(frozen=True, slots=True)
class Spec:
    """One specification and the file that wrote it; for a changed one, the ODD that changed it."""

    element: Element
    file: Path
    own: bool = False
    """Whether the customisation wrote or changed it, rather than taking it over."""

    @property
    def ident(self) -> str:
        """The name that ODDs call it by."""
        return self.element.get("ident", "")

    @property
    def kind(self) -> str:
        """`element`, `class`, `macro` or `datatype`."""
        return KINDS[str(self.element.tag)]

    @property
    def module(self) -> str:
        """The module it belongs to; empty where it says none."""
        return self.element.get("module", "")

    def fault(self, message: str, at: Element | None = None, remedy: str | None = None) -> InputError:
        """The error for something wrong with this specification, at the line of `at`."""
        place = at if at is not None else self.element
        line = line_of(place) or line_of(self.element)
        return InputError(f"{self.kind} {self.ident!r}: {message}", self.file, line, remedy=remedy)


@dataclass(frozen=True, slots=True)
class Specs:
    """Specifications by name and by module, both in the order in which they were written."""

    file: Path
    edition: str = ""
    """What the source says of its version, e.g. `4.9.0a`."""
    by_ident: dict[str, Spec] = field(default_factory=dict)
    by_module: dict[str, list[Spec]] = field(default_factory=dict)


def gather(file: Path, specs: Iterable[Spec], edition: str = "") -> Specs:
    """Specifications put in order by name and by module."""
    found = Specs(file, edition)
    for spec in specs:
        found.by_ident[spec.ident] = spec
        found.by_module.setdefault(spec.module, []).append(spec)
    return found


@cache
def _without_prose(file: Path, _time: int) -> Element:
    root = read(file)
    etree.strip_elements(root, *map(tag, _PROSE), with_tail=False)
    return root


def release(file: Path, prose: bool = True) -> Specs:
    """The specifications of a TEI release (its p5subset.xml) or of a compiled ODD.

    With `prose` false they come without the words that explain them.
    """
    root = load(file) if prose else _without_prose(file, file.stat().st_mtime_ns)
    found = [Spec(item, file) for item in root.iter(*KINDS) if item.get("mode") != "delete"]
    if not found:
        raise InputError(
            "holds no TEI specifications",
            file,
            line_of(root) or 1,
            remedy="Name the p5subset.xml of a TEI release; it lies in the release's folder xml/tei/odd.",
        )
    stated = root.find(f".//{tag('editionStmt')}/{tag('edition')}")
    return gather(file, found, _version(stated))


def _version(edition: Element | None) -> str:
    for item in edition.iter(tag("ref")) if edition is not None else ():
        if item.text and item.text[0].isdigit():
            return item.text
    return tree.words(edition)[:40]
