"""An editor's decisions, made in the file's own text: what they do not concern stays byte for byte.

What is accepted loses `@resp` and `@cert` and is the edition's own from then on; what is rejected loses its
tags, and its words stay. `annotate` takes both for an editor's work and undoes neither (`annotate.memory`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from teiedition.annotate import frame
from teiedition.annotate.elements import RESP
from teiedition.annotate.insert import written
from teiedition.annotate.markup import ATTRIBUTE, Edit, Element, apply, attributes
from teiedition.annotate.scan import Scan
from teiedition.review.proposals import is_own, marks

_OWN = re.compile(rf"""\s+(?:resp=(?:"{RESP}"|'{RESP}')|cert=(?:"[^"]*"|'[^']*'))""")
"""What the program writes into its tags to say that they are proposals."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What an editor decided on the proposal whose start-tag stands `at` this place of the file.

    Of what is kept, `element` and `attributes` say how it is to be marked up; None leaves them as proposed.
    """

    at: int
    kept: bool
    element: str | None = None
    attributes: Mapping[str, str] | None = None


def decided(scan: Scan, decisions: Iterable[Decision]) -> str:
    """The file with these decisions made. Raises KeyError where no proposal stands at a decision's place."""
    by_place = {element.open_start: element for element in marks(scan)}
    parts = _parts(scan)
    edits: list[Edit] = []
    answered: set[str] = set()
    gone: set[str] = set()
    concerned: set[Element] = set()
    for decision in decisions:
        element = by_place[decision.at]
        own = [element, *parts.get(element, ())]
        concerned.update(own)
        answered.add(element.attributes.get("xml:id", ""))
        if decision.kept:
            edits += _kept(scan, own, decision)
        else:
            gone |= {f"#{item.attributes['xml:id']}" for item in own if "xml:id" in item.attributes}
            edits += _without_tags(own)
    edits += _without_pointers(scan, gone, concerned) if gone else ()
    edits += frame.undo(scan, _questions(scan, answered - {""}))
    return apply(scan.xml, edits)


def attributes_in(words: str) -> dict[str, str] | None:
    """Attributes as an editor writes them (`when="1961-03"`); None where something else stands there."""
    found = attributes(words)
    well_named = all(re.fullmatch(r"(?:xml:)?[A-Za-z][\w.-]*", name) for name in found)
    sound = well_named and not ATTRIBUTE.sub("", words).strip()
    return found if sound else None


def _kept(scan: Scan, own: list[Element], decision: Decision) -> Iterator[Edit]:
    element, *parts = own
    name = scan.prefix + (decision.element or element.name)
    yield Edit(element.open_start, element.open_end, f"<{name}{_attributes(element, decision.attributes)}>")
    yield Edit(element.close_start, element.close_end, f"</{name}>")
    if decision.element not in (None, element.name):
        yield from _without_tags(parts)  # a person's title is no part of a place
        return
    for part in parts:
        start = part.open_start + 1 + len(scan.prefix + part.name)
        yield Edit(start, start + len(part.raw), _OWN.sub("", part.raw))


def _attributes(element: Element, wanted: Mapping[str, str] | None) -> str:
    """The attributes of an accepted mark as they are written; those that stay keep their own spelling."""
    if wanted is None:
        return _OWN.sub("", element.raw)
    stay = {name: value for name, value in element.attributes.items() if name == "xml:id"}
    return "".join(written({**stay, **wanted}))


def _without_tags(elements: Iterable[Element]) -> Iterator[Edit]:
    for element in elements:
        yield Edit(element.open_start, element.open_end, "")
        yield Edit(element.close_start, element.close_end, "")


def _without_pointers(scan: Scan, gone: set[str], concerned: set[Element]) -> Iterator[Edit]:
    """No mark of the program's points at what is gone: no short title at a full citation that was none."""
    for element in scan.elements:
        if is_own(element) and element not in concerned and element.attributes.get("corresp") in gone:
            start = element.open_start + 1 + len(scan.prefix + element.name)
            match = re.search(r"""\s+corresp=(?:"[^"]*"|'[^']*')""", element.raw)
            assert match is not None  # it is among the attributes
            yield Edit(start + match.start(), start + match.end(), "")


def _parts(scan: Scan) -> dict[Element, list[Element]]:
    """The program's own marks within each proposal that are parts of it."""
    whole = set(marks(scan))
    found: dict[Element, list[Element]] = {}
    for element in scan.elements:
        if element.start >= 0 and is_own(element) and element not in whole:
            owner = next((outer for outer in element.ancestors() if outer in whole), None)
            if owner is not None:
                found.setdefault(owner, []).append(element)
    return found


def _questions(scan: Scan, answered: set[str]) -> list[Element]:
    return [
        element
        for element in scan.elements
        if element.name == "certainty"
        and element.parent is not None
        and frame.is_standoff(element.parent)
        and element.attributes.get("target", "").removeprefix("#") in answered
    ]
