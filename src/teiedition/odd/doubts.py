"""What in an ODD is without effect, and most likely a slip: told as warnings, with what may be meant.

TEI's own processor passes over these without a word; so documents mean the same under both, but the
author of an ODD should know.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator

from teiedition.model import Problem
from teiedition.odd.documents import line_of
from teiedition.odd.flatten import Item
from teiedition.odd.foreign import RNG
from teiedition.odd.index import EXPANSIONS
from teiedition.odd.merge import definitions
from teiedition.tree import Element, local, tag

_NAMES = {
    tag("elementRef"): "key",
    tag("classRef"): "key",
    tag("macroRef"): "key",
    tag("dataRef"): "key",
    tag("memberOf"): "key",
    tag("attRef"): "class",
    f"{{{RNG}}}ref": "name",
}
"""Elements that name a specification, and the attribute in which they do."""


def warning(item: Item, message: str, remedy: str, at: Element | None = None) -> Problem:
    """A warning at the line of `at`, or of the item itself."""
    line = line_of(item.element if at is None else at) or 0
    return Problem(item.file, line, 0, "odd", message, "warning", remedy)


def likely(name: str, known: Collection[str]) -> str:
    """What to do about a name that is not known: the name that it comes closest to."""
    close = difflib.get_close_matches(name, list(known), 1, 0.6)
    return (
        f"Did you mean {close[0]!r}?" if close else "Check its spelling against the TEI that is customised."
    )


def of_values(item: Item, old: Element) -> Iterator[Problem]:
    """Lists of values that are left out: without a @mode, or where TEI itself changes what is inherited."""
    inherited = {
        definition.get("ident")
        for definition in definitions(old)
        if definition.get("mode") == "change" and definition.find(f"{tag('valList')}[@mode]") is None
    }
    for attribute in definitions(item.element):
        values, name = attribute.find(tag("valList")), attribute.get("ident")
        if attribute.get("mode") != "change" or values is None:
            continue
        if not values.get("mode"):
            message = f"the list of values of @{name} has no @mode and is left out"
            yield warning(item, message, 'Write mode="replace" or "change" on this valList.', values)
        elif values.get("mode") == "change":
            yield from _of_changed_values(item, values, old, name)
        elif values.get("mode") != "delete" and name in inherited:
            message = f"the values of @{name} are left out: TEI itself changes an inherited attribute here"
            yield warning(item, message, 'Write mode="replace" on the attDef, with its datatype.', values)


def _of_changed_values(item: Item, values: Element, old: Element, name: str | None) -> Iterator[Problem]:
    known = {value.get("ident") for value in old.iter(tag("valItem"))}
    before = next((item for item in definitions(old) if item.get("ident") == name), old)
    if not values.get("type") and before.find(f"{tag('valList')}[@type='closed']") is not None:
        message = f"the list of values of @{name} is closed no longer, since it states no @type"
        yield warning(item, message, 'Write type="closed" on this valList.', values)
    for value in values.iterchildren(tag("valItem")):
        if not value.get("mode") and known and value.get("ident") not in known:
            message = f"the value {value.get('ident')!r} of @{name} has no @mode and is left out"
            yield warning(item, message, 'Write mode="add" on this valItem.', value)


def of_references(item: Item, known: Collection[str], prefix: str) -> Iterator[Problem]:
    """Names of elements, classes, macros and datatypes that are specified nowhere, with `prefix` or not."""
    for element in item.element.iter(*_NAMES):
        name = element.get(_NAMES[str(element.tag)], "")
        base, _, suffix = name.rpartition("_")
        name = base if suffix in EXPANSIONS else name.removeprefix(prefix)
        if name and name not in known and element.get("mode") != "delete":
            yield warning(item, f"{local(element)}: there is no {name!r}", likely(name, known), element)
