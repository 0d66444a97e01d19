"""The parts of a `schemaSpec` in one row, groups and references to groups resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from teiedition.errors import InputError
from teiedition.odd.documents import file_of, line_of, load
from teiedition.odd.origin import beside
from teiedition.tree import XML_ID, Element, local, tag

_GROUPS = (tag("specGrp"), tag("schemaSpec"))


@dataclass(frozen=True, slots=True)
class Item:
    """A part of a schema specification and the file it stands in."""

    element: Element
    file: Path

    def fault(self, message: str, remedy: str | None = None) -> InputError:
        """The error for something wrong with this part, at its line."""
        name = self.element.get("ident") or self.element.get("key") or self.element.get("target") or ""
        where = f"{local(self.element)} {name!r}" if name else local(self.element)
        return InputError(f"{where}: {message}", self.file, line_of(self.element), remedy=remedy)


def items(file: Path, group: Element, within: tuple[Element, ...] = ()) -> Iterator[Item]:
    """The parts of a `schemaSpec` or `specGrp`, with what its `specGrpRef`s point at in their places.

    A `specGrpRef` that points at nothing in its own file stays as it is.
    """
    for child in group.iterchildren(tag=None):
        if not isinstance(child.tag, str):
            continue
        if child.tag in _GROUPS:
            yield from items(file, child, (*within, group))
        elif child.tag == tag("specGrpRef"):
            yield from _referred(Item(child, file_of(child, file)), (*within, group))
        else:
            yield Item(child, file_of(child, file))


def _referred(item: Item, within: tuple[Element, ...]) -> Iterator[Item]:
    name, _, fragment = item.element.get("target", "").partition("#")
    file = beside(name, item.file) if name else item.file
    root = load(file)
    group = root if not fragment else next((e for e in root.iter() if e.get(XML_ID) == fragment), None)
    if group is None:
        yield item
        return
    if group in within:
        raise item.fault("leads back to itself", "A specGrp can't hold itself, by whatever way.")
    if group.tag in _GROUPS:
        yield from items(file, group, within)
    else:
        for inner in group.iter(tag("specGrp")):
            yield from items(file, inner, within)
