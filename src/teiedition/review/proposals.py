"""What the program proposed in a document, and nobody has decided on yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from teiedition.annotate.elements import NAMES, RESP
from teiedition.annotate.frame import is_standoff
from teiedition.annotate.markup import Element
from teiedition.annotate.scan import Scan

QUOTING = frozenset(["q", "quote", "said", "rs"])
"""Marks that may hold others which are decided on by themselves; what other marks hold is part of them."""
MENTIONS = NAMES | {"date", "time", "measure", "num", "bibl", "q", "foreign", "ref", "roleName"}
"""Marks that leave plain text behind when they are taken away; a note would not."""
AROUND = 90
"""How many characters of the text are shown on either side."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A mark of the program's in one document.

    `at` is the place of its start-tag in the file, counted in characters, `line` from 1. `attributes` are
    TEI's, without `@resp` and `@cert`; `cert` is "high", "medium" or "low". `candidates` are the `@ref`s that
    an ambiguous name may have. `words` are the reading text, `before` and `behind` what stands around it.
    """

    at: int
    line: int
    element: str
    words: str
    before: str
    behind: str
    attributes: Mapping[str, str]
    cert: str
    candidates: tuple[str, ...] = ()

    @property
    def is_name(self) -> bool:
        """Whether it names or refers to somebody or something, so that it can have a `@ref`."""
        return self.element in NAMES

    @property
    def can_be_rejected(self) -> bool:
        """Whether its tags can simply be taken away."""
        return self.element in MENTIONS


def proposals(scan: Scan) -> Iterator[Proposal]:
    """The proposals of a document in the order of the file."""
    candidates = _candidates(scan)
    content = scan.text.content
    for element in marks(scan):
        attributes = dict(element.attributes)
        block = scan.text.block_at(element.start)
        first, last = (block.start, block.end) if block else (element.start, element.end)
        yield Proposal(
            at=element.open_start,
            line=scan.xml.count("\n", 0, element.open_start) + 1,
            element=element.name,
            words=content[element.start : element.end],
            before=content[max(first, element.start - AROUND) : element.start],
            behind=content[element.end : min(last, element.end + AROUND)],
            cert=attributes.pop("cert", ""),
            candidates=candidates.get(attributes.get("xml:id", ""), ()),
            attributes={name: value for name, value in attributes.items() if name not in ("resp", "xml:id")},
        )


def marks(scan: Scan) -> Iterator[Element]:
    """The elements that are proposals: the program's marks that are no part of another one."""
    for element in scan.elements:
        if element.start >= 0 and is_own(element) and not _is_part(element):
            yield element


def is_own(element: Element) -> bool:
    """Whether the program answers for this element, by its `@resp`."""
    return RESP in element.raw and element.attributes.get("resp") == RESP


def _is_part(element: Element) -> bool:
    return any(is_own(outer) and outer.name not in QUOTING for outer in element.ancestors())


def _candidates(scan: Scan) -> dict[str, tuple[str, ...]]:
    """The `@ref`s that the open questions of a document name, by the `xml:id` of the mention."""
    found: dict[str, tuple[str, ...]] = {}
    for element in scan.elements:
        if element.name == "certainty" and element.parent and is_standoff(element.parent):
            values = element.attributes
            target = values.get("target", "").removeprefix("#")
            found[target] = (*found.get(target, ()), values.get("assertedValue", ""))
    return found
