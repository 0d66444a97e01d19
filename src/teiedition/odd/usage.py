"""How an edition's own files use the elements of a schema: how often, where, and for example how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from teiedition import tree
from teiedition.errors import InputError
from teiedition.tree import XML, Element, local

_CONSIDERED = 12
"""So many occurrences of an element are looked at for an example."""
_LARGE = 60
"""An example with more elements than this is shown with its children closed."""
_WISHED, _LONGEST = 160, 700
"""How many characters an example has at best, and at most."""


@dataclass(frozen=True, slots=True)
class Example:
    """An element as it stands in a file."""

    text: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Usage:
    """What the files of an edition use. Keys are names as lxml writes them."""

    documents: int = 0
    counts: Mapping[str, Counter[str]] = field(default_factory=dict)
    """Element → file → how often."""
    examples: Mapping[str, Example] = field(default_factory=dict)


def gather(folder: Path | None) -> Usage:
    """The usage in all TEI files of a folder and its subfolders; none where there is no folder."""
    counts: dict[str, Counter[str]] = {}
    examples: dict[str, Example] = {}
    seen: dict[str, int] = {}
    documents = 0
    for file in sorted(folder.rglob("*.xml")) if folder else ():
        try:
            root = tree.read(file).root
        except InputError:
            continue  # not TEI, or broken: `validate` speaks of that
        documents, stem = documents + 1, file.stem
        for element in root.iter(etree.Element):
            name = str(element.tag)
            used = counts.setdefault(name, Counter())
            used[stem] += 1
            seen[name] = seen.get(name, 0) + 1
            if seen[name] <= _CONSIDERED:
                _consider(examples, name, element, file)
    return Usage(documents, counts, examples)


def _consider(examples: dict[str, Example], name: str, element: Element, file: Path) -> None:
    text = _shown(element)
    known = examples.get(name)
    if known is None or _awkwardness(text) < _awkwardness(known.text):
        line: int = element.sourceline or 0  # type: ignore[assignment]
        examples[name] = Example(text, file.name, line)


def _awkwardness(text: str) -> int:
    return abs(len(text) - _WISHED)


def _shown(element: Element) -> str:
    """The element as XML without namespace declarations; a large one with its children closed."""
    if sum(1 for _ in islice(element.iter(), _LARGE)) < _LARGE:
        text = f"{_start(element)}{_content(element)}</{local(element)}>"
        if len(text) <= _LONGEST:
            return text
    children = [child for child in element if isinstance(child.tag, str)]
    closed = [f"\n  {_start(child)}…</{local(child)}>" for child in children[:6]]
    more = "\n  …" if len(children) > 6 or not children else ""
    return f"{_start(element)}{''.join(closed)}{more}\n</{local(element)}>"


def _start(element: Element) -> str:
    attributes = (f" {_name(name)}={quoteattr(str(value))}" for name, value in element.attrib.items())
    return f"<{local(element)}{''.join(attributes)}>"


def _name(name: str | bytes) -> str:
    return str(name).replace(f"{{{XML}}}", "xml:").rpartition("}")[2]


def _content(element: Element) -> str:
    pieces = [escape(element.text or "")]
    for child in element:
        if isinstance(child.tag, str):
            inner = _content(child)
            start = _start(child)
            pieces.append(f"{start}{inner}</{local(child)}>" if inner else f"{start[:-1]}/>")
        pieces.append(escape(child.tail or ""))
    return "".join(pieces)
