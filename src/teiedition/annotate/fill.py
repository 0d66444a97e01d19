"""References given to elements that are there already but lack them.

- A speech (`sp`) without `@who` gets that of its speaker label.
- In the header, where names stand as data, a name without `@ref` gets one. In the text an element that is
  there already is left as it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from teiedition.annotate.elements import NAMES
from teiedition.annotate.markup import Element
from teiedition.annotate.memory import Refusal
from teiedition.annotate.scan import Scan
from teiedition.annotate.text import Mark, Text
from teiedition.model import Mention

POINTERS = ("ref", "key", "corresp", "sameAs", "resp", "nymRef")
"""Attributes by which somebody has said who is meant, or that it is not known."""

KINDS = {"persName": "person", "orgName": "org", "placeName": "place"}
"""The `@type` of a `name` by what it names."""


@dataclass(frozen=True, slots=True)
class Fill:
    """An attribute for an element of the file, whose words stand at `start:end` of the text."""

    element: Element
    start: int
    end: int
    name: str
    value: str

    @property
    def code(self) -> str:
        """How the memory calls it."""
        return f"{self.element.name}@{self.name}"


def fills(
    scan: Scan, kept: Iterable[Mention], found: Iterable[Mention], refusals: Iterable[Refusal]
) -> Iterator[Fill]:
    """What can be filled in. `kept` are the mentions that get marked up, `found` those that were found."""
    refused = {(refusal.start, refusal.end, refusal.element) for refusal in refusals}
    for fill in (*_speeches(scan, kept), *_header_names(scan, found)):
        if (fill.start, fill.end, fill.code) not in refused:
            yield fill


def _speeches(scan: Scan, kept: Iterable[Mention]) -> Iterator[Fill]:
    silent = [e for e in scan.elements if e.name == "sp" and e.start >= 0 and "who" not in e.attributes]
    if not silent:
        return
    every: list[Mention | Mark] = [*kept, *scan.text.marks]
    names = [name for name in every if _names(name)]
    order = sorted(range(len(names)), key=lambda number: names[number].start)
    starts = [names[number].start for number in order]
    for element in silent:
        label = sorted(order[bisect_left(starts, element.start) : bisect_left(starts, element.end)])
        refs = [names[at].attributes.get("ref", "") for at in label if names[at].end <= element.end]
        if refs and all(refs):
            yield Fill(element, element.start, element.end, "who", " ".join(dict.fromkeys(refs)))


def _header_names(scan: Scan, found: Iterable[Mention]) -> Iterator[Fill]:
    refs: Mapping[tuple[int, int, str], str] = {
        (mention.start, mention.end, mention.element): mention.attributes["ref"]
        for mention in found
        if _names(mention) and "ref" in mention.attributes
    }
    for mark, element in zip(scan.text.marks, scan.marked, strict=True):
        kinds = KINDS if mark.element == "name" else {mark.element: ""}
        for kind in kinds:
            if (ref := refs.get((mark.start, mark.end, kind))) and _awaits_ref(scan.text, mark):
                yield Fill(element, mark.start, mark.end, "ref", ref)
                if kinds[kind] and "type" not in mark.attributes:
                    yield Fill(element, mark.start, mark.end, "type", kinds[kind])
                break


def _awaits_ref(text: Text, mark: Mark) -> bool:
    """Whether a mark stands in the header, and nobody has said who is meant."""
    block = text.block_at(mark.start)
    return bool(block and block.in_header) and not any(name in mark.attributes for name in POINTERS)


def _names(item: Mention | Mark) -> bool:
    return item.element in NAMES
