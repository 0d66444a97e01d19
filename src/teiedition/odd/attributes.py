"""The attributes of elements: their own, and those they have from classes, with what overrides what.

TEI Guidelines 23.8: an element takes the attributes of its classes and of their classes; a definition
on the element changes, replaces or deletes the inherited one of the same name.
"""

from __future__ import annotations

from collections.abc import Iterator

from teiedition.odd.content import Models, is_part, occurrence
from teiedition.odd.index import Index, is_model, memberships, visible_name
from teiedition.odd.merge import change_attribute, definitions
from teiedition.odd.pattern import (
    EMPTY,
    TEXT,
    Attribute,
    Choice,
    Data,
    ListOf,
    Pattern,
    Ref,
    Seq,
    choice,
    repeat,
    sequence,
)
from teiedition.odd.specs import Spec
from teiedition.tree import XML, Element, tag

_Origin = tuple[Spec, Element]
"""The class that defines an attribute, and the definition."""
_PARTS = (tag("attDef"), tag("attRef"), tag("attList"))
_KNOWN_PREFIXES = {"xml": XML, "xlink": "http://www.w3.org/1999/xlink"}


class Attributes:
    """Works out the attributes of one schema's elements and classes."""

    def __init__(self, index: Index, models: Models) -> None:
        self.index = index
        self.models = models
        self._inherited: dict[str, dict[str, _Origin]] = {}

    def class_own(self, spec: Spec) -> dict[str, Element]:
        """The attributes that a class itself defines, by name."""
        found = (item for item in definitions(spec.element) if item.get("mode") != "delete")
        return {name: item for item in found if not (name := item.get("ident", "")).startswith("xmlns")}

    def inherited(self, ident: str, within: tuple[str, ...] = ()) -> dict[str, _Origin]:
        """All that a class gives: name → the class that defines it, and the definition."""
        if ident in self._inherited:
            return self._inherited[ident]
        spec = self.index.find(ident)
        if spec is None or spec.kind != "class" or is_model(spec) or ident in within:
            return {}
        found = {name: (spec, definition) for name, definition in self.class_own(spec).items()}
        for key in memberships(spec.element):
            for name, origin in self.inherited(key, (*within, ident)).items():
                found.setdefault(name, origin)
        for reference in spec.element.iter(tag("attRef")):
            found.update({n: o for n, o in self._referred(reference).items() if n not in found})
        self._inherited[ident] = found
        return found

    def of_element(self, spec: Spec) -> Pattern:
        """An element's attributes, as references to its classes' where nothing overrides them."""
        stated = {item.get("ident", ""): item for item in spec.element.iter(tag("attDef"))}
        taken, met = set(stated), set[str]()
        found: list[Pattern] = []
        for key in memberships(spec.element):
            given = self.inherited(key)
            met.update(given)
            new = {name: origin for name, origin in given.items() if name not in taken}
            if new and len(new) == len(given):
                found.append(Ref(f"{self._class_name(key)}.attributes"))
            else:
                found.extend(self.reference(origin, name) for name, (origin, _) in new.items())
            taken.update(given)
        inherited: dict[str, _Origin] = {}
        for key in reversed(memberships(spec.element)):
            inherited.update(self.inherited(key))
        for part in spec.element.iterchildren(tag("attList")):
            found.extend(self._list(part, spec, inherited, taken))
        return sequence(found)

    def of_class(self, spec: Spec) -> Pattern:
        """All that a class gives, as references to single attributes and to its classes' attributes."""
        own = self.class_own(spec)
        taken = set(own)
        found: list[Pattern] = []
        for key in memberships(spec.element):
            given = self.inherited(key)
            new = {name: origin for name, origin in given.items() if name not in taken}
            if new and len(new) == len(given):
                found.append(Ref(f"{self._class_name(key)}.attributes"))
            else:
                found.extend(self.reference(origin, name) for name, (origin, _) in new.items())
            taken.update(given)
        found.extend(self.reference(spec, name) for name in own)
        rest = self.inherited(spec.ident)
        found.extend(self.reference(origin, name) for name, (origin, _) in rest.items() if name not in taken)
        found.extend(
            Ref(item.get("name", "")) for item in spec.element.iter(tag("attRef")) if _is_foreign(item)
        )
        return sequence(found)

    def reference(self, spec: Spec, name: str) -> Ref:
        """The pattern that stands for one attribute of a class."""
        return Ref(f"{self.index.pattern_name(spec)}.attribute.{name.replace(':', '')}")

    def single(self, definition: Element, spec: Spec) -> Pattern:
        """One attribute, optional unless it is required."""
        name, namespace = _qualified(definition, spec)
        attribute = Attribute(
            name=name,
            namespace=namespace,
            value=self.value(definition, spec),
            default=" ".join((definition.findtext(tag("defaultVal")) or "").split()),
            note=self.index.words(definition),
        )
        return attribute if definition.get("usage") == "req" else repeat(attribute, 0, 1)

    def value(self, definition: Element, spec: Spec) -> Pattern:
        """The values that an attribute may have."""
        datatype = definition.find(tag("datatype"))
        one = self._one_value(definition, datatype, spec)
        if datatype is None or one == TEXT:
            return one
        least, most = occurrence(datatype, spec)
        return repeat(one, least, 1) if most == 1 else ListOf(repeat(one, least, most))

    def _one_value(self, definition: Element, datatype: Element | None, spec: Spec) -> Pattern:
        values = definition.find(tag("valList"))
        kind = values.get("type", "open") if values is not None else "open"
        if values is not None and kind == "closed":
            return self.models.values(values, spec)
        stated = sequence(self._datatype(datatype, spec))
        if values is not None and kind == "semi":
            listed = self.models.values(values, spec)
            rest = Data("Name") if stated in (EMPTY, Ref("data.enumerated")) else stated
            return choice((listed, rest))
        return stated if stated != EMPTY else TEXT

    def _datatype(self, datatype: Element | None, spec: Spec) -> Iterator[Pattern]:
        for child in datatype if datatype is not None else ():
            if is_part(child):
                is_data = child.tag == tag("dataRef")
                yield self.models.data(child, spec) if is_data else self.models.model(child, spec)

    def _list(
        self, part: Element, spec: Spec, inherited: dict[str, _Origin], taken: set[str]
    ) -> Iterator[Pattern]:
        """The attributes that an element's own list gives; `org="choice"` makes them alternatives."""
        found: list[Pattern] = []
        for item in part.iterchildren(*_PARTS):
            if item.tag == tag("attList"):
                found.extend(self._list(item, spec, inherited, taken))
            elif item.tag == tag("attRef") and _is_foreign(item):
                found.append(Ref(item.get("name", "")))
            elif item.tag == tag("attRef"):
                given = self._referred(item)
                found.extend(
                    self.reference(origin, name) for name, (origin, _) in given.items() if name not in taken
                )
                taken.update(given)
            else:
                found.extend(self._stated(item, spec, inherited.get(item.get("ident", ""))))
        if part.get("org") == "choice" and found:
            yield Choice(tuple(found))
        elif part.get("org") == "group" and len(found) > 1:
            yield Seq(tuple(found))
        else:
            yield from found

    def _stated(self, definition: Element, spec: Spec, origin: _Origin | None) -> Iterator[Pattern]:
        mode = definition.get("mode", "")
        if mode == "delete" or definition.get("ident", "").startswith("xmlns"):
            return
        if origin is None:
            if mode != "change":
                yield self.single(definition, spec)
        elif mode in ("change", "add"):
            yield self.single(change_attribute(origin[1], definition), spec)
        else:
            yield self.single(definition, spec)

    def _referred(self, reference: Element) -> dict[str, _Origin]:
        """What an `attRef` points at: one attribute of a class, or all of them."""
        key, name = reference.get("class", ""), reference.get("name", "")
        if not key and ".attribute." in name:
            key, _, name = name.partition(".attribute.")
        given = self.inherited(key)
        if not name:
            return given
        return {n: o for n, o in given.items() if name in (n, n.replace(":", ""))}

    def _class_name(self, ident: str) -> str:
        spec = self.index.find(ident)
        return self.index.pattern_name(spec) if spec else ident


def _is_foreign(reference: Element) -> bool:
    """Whether an `attRef` names a pattern of another grammar rather than a class."""
    return not reference.get("class") and ".attribute." not in reference.get("name", "")


def _qualified(definition: Element, spec: Spec) -> tuple[str, str]:
    """An attribute's local name and its namespace."""
    name = visible_name(definition)
    namespace = definition.get("ns", "")
    prefix, colon, rest = name.partition(":")
    if not colon:
        return name, namespace
    known = namespace or _KNOWN_PREFIXES.get(prefix) or definition.nsmap.get(prefix)
    if not known:
        raise spec.fault(
            f"the attribute {name!r} has a prefix that stands for no namespace",
            definition,
            "Declare the prefix in the ODD, or give the attDef an @ns.",
        )
    return rest, known
