"""One specification changed by another, as `mode="change"` asks (TEI Guidelines 23.3.1).

Each function takes the old specification and the change and returns a new element; neither is touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import copy, deepcopy

from lxml import etree

from teiedition.tree import Element, tag

_Change = Callable[[Element, Element], Element]
_PARTS = (tag("attDef"), tag("attRef"), tag("attList"))
_WHOLE = (
    "altIdent",
    "equiv",
    "gloss",
    "desc",
    "content",
    "dataRef",
    "stringVal",
    "exemplum",
    "remarks",
    "listRef",
)
"""Parts that a change replaces as a whole where it has them, and leaves where it has none."""
_WHOLE_OF_ATTRIBUTE = (
    "altIdent",
    "equiv",
    "gloss",
    "desc",
    "constraintSpec",
    "datatype",
    "defaultVal",
    "remarks",
)


def change_spec(old: Element, new: Element, deleted: frozenset[str]) -> Element:
    """`old` with the changes of `new`; memberships of `deleted` classes are left out."""
    spec = _shell(old)
    for name in ("ns", "prefix"):
        if name in new.attrib:
            spec.set(name, new.get(name, ""))
    for name in _WHOLE:
        _copy(spec, new.findall(tag(name)) or old.findall(tag(name)))
    _values_as_content(spec, old, new)
    spec.append(_classes(old, new, deleted))
    _copy(spec, _named(old, new, "constraintSpec", lambda _, changed: changed))
    spec.append(_attributes(old, new))
    return spec


def change_attribute(old: Element, new: Element) -> Element:
    """An attribute definition with the changes of another. It keeps the old one's own mode."""
    attribute = _shell(old)
    usage = new.get("usage") or old.get("usage")
    if usage:
        attribute.set("usage", usage)
    for name in _WHOLE_OF_ATTRIBUTE:
        _copy(attribute, new.findall(tag(name)) or old.findall(tag(name)))
    values = change_values(old.find(tag("valList")), new.find(tag("valList")))
    _copy(attribute, [] if values is None else [values])
    return attribute


def change_values(old: Element | None, new: Element | None) -> Element | None:
    """A list of values changed by another, by the mode of the new one.

    A new list that states no mode changes nothing, nor does a new value in a changed list; and a list
    that replaces another takes over its mode, none where there was no other. So TEI's own processor
    has it, and what is written for that must mean the same here (`customise` warns where it matters).
    """
    mode = "" if new is None else new.get("mode", "")
    if mode == "delete":
        return None
    if new is None or mode not in ("add", "replace", "change"):
        return old
    if mode != "change":
        return _with_mode_of(old, new)
    if old is None:
        return new
    known = {item.get("ident") for item in old.iterchildren(tag("valItem"))}
    stated = _shell(new)
    items = new.iterchildren(tag("valItem"))
    _copy(stated, [item for item in items if item.get("mode") or item.get("ident") in known])
    values = _shell(new)
    _copy(values, _named(old, stated, "valItem", _change_value))
    return values


def _with_mode_of(old: Element | None, new: Element) -> Element:
    values = deepcopy(new)
    values.attrib.pop("mode", "")
    if old is not None and old.get("mode"):
        values.set("mode", old.get("mode", ""))
    return values


def _change_value(old: Element, new: Element) -> Element:
    item = _shell(old)
    for name in ("altIdent", "equiv", "gloss", "desc"):
        _copy(item, new.findall(tag(name)) or old.findall(tag(name)))
    return item


def _values_as_content(spec: Element, old: Element, new: Element) -> None:
    """A list of values as the content of an element: the new one, whatever its mode, or the old."""
    found = new.find(tag("valList"))
    found = old.find(tag("valList")) if found is None else found
    if found is not None and found.get("mode") != "delete":
        _copy(spec, [found])


def _classes(old: Element, new: Element, deleted: frozenset[str]) -> Element:
    """The classes that an element belongs to: the new ones, and the old ones that a change leaves."""
    changed, before = new.find(tag("classes")), old.find(tag("classes"))
    kept = [] if before is None else list(before.iterchildren(tag("memberOf")))
    if changed is not None:
        stated = list(changed.iterchildren(tag("memberOf")))
        keys = {item.get("key") for item in stated}
        rest = kept if changed.get("mode") == "change" else []
        kept = [item for item in stated if item.get("mode") != "delete"]
        kept += [item for item in rest if item.get("key") not in keys]
    classes = etree.Element(tag("classes"))
    _copy(classes, [item for item in kept if item.get("key") not in deleted])
    return classes


def _attributes(old: Element, new: Element) -> Element:
    """The attribute lists of both: what is added first, then the old ones as they were changed.

    Where an element's new list is a choice, TEI's own processor makes the old attributes part of it.
    """
    changes = {item.get("ident"): item for item in definitions(new)}
    known = {item.get("ident") for item in definitions(old)}
    merged = etree.Element(tag("attList"))
    for part in new.iterchildren(tag("attList")):
        if part.get("org") and new.tag == tag("elementSpec"):
            merged.set("org", part.get("org", ""))
        for item in part.iterchildren(*_PARTS):
            if item.tag != tag("attDef") or item.get("ident") not in known:
                merged.append(deepcopy(item))
    for part in old.iterchildren(tag("attList")):
        kept = deepcopy(part)
        for item in list(kept.iter(tag("attDef"))):
            change, parent = changes.get(item.get("ident")), item.getparent()
            if change is not None and parent is not None:
                parent.replace(item, _changed(item, change))
        merged.extend([kept] if kept.get("org") else list(kept))
    return merged


def definitions(spec: Element) -> Iterator[Element]:
    """The attribute definitions of a specification, in nested lists too."""
    for part in spec.iterchildren(tag("attList")):
        yield from part.iter(tag("attDef"))


def _changed(old: Element, new: Element) -> Element:
    return change_attribute(old, new) if new.get("mode") == "change" else deepcopy(new)


def _named(old: Element, new: Element, name: str, change: _Change) -> list[Element]:
    """Parts told apart by their @ident: the old ones, changed, replaced or deleted, then the added."""
    changes = {item.get("ident"): item for item in new.iterchildren(tag(name))}
    found = []
    for item in old.iterchildren(tag(name)):
        new_item = changes.pop(item.get("ident"), None)
        if new_item is None:
            found.append(item)
        elif new_item.get("mode") != "delete":
            found.append(change(item, new_item) if new_item.get("mode", "change") == "change" else new_item)
    return found + [item for item in changes.values() if item.get("mode") != "delete"]


def _shell(element: Element) -> Element:
    """The element without its content, with its namespaces and the line it stands at."""
    shell = copy(element)
    del shell[:]
    shell.text = shell.tail = None
    return shell


def _copy(parent: Element, items: list[Element]) -> None:
    parent.extend([deepcopy(item) for item in items])
