"""Content models: TEI's notation and embedded RELAX NG, read into patterns.

TEI Guidelines 22.5 (content models); RELAX NG for older releases, whose models are written in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lxml import etree

from teiedition.odd.foreign import RNG, settled
from teiedition.odd.index import EXPANSIONS, Index, visible_name
from teiedition.odd.pattern import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    Choice,
    Data,
    Foreign,
    Interleave,
    ListOf,
    Pattern,
    Ref,
    Value,
    choice,
    repeat,
    sequence,
)
from teiedition.odd.specs import Spec
from teiedition.tree import TEI, Element, local, tag

_LIMITS: dict[str, tuple[int, int | None]] = {
    "sequenceOptional": (0, 1),
    "sequenceOptionalRepeatable": (0, None),
    "sequenceRepeatable": (1, None),
}
_DATATYPES = frozenset((
    "string", "boolean", "decimal", "float", "double", "duration", "dateTime", "time", "date", "gYearMonth",
    "gYear", "gMonthDay", "gDay", "gMonth", "hexBinary", "base64Binary", "anyURI", "QName", "NOTATION",
    "normalizedString", "token", "language", "NMTOKEN", "NMTOKENS", "Name", "NCName", "ID", "IDREF", "IDREFS",
    "ENTITY", "ENTITIES", "integer", "nonPositiveInteger", "negativeInteger", "long", "int", "short", "byte",
    "nonNegativeInteger", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte", "positiveInteger",
))  # fmt: skip
"""XML Schema Part 2, section 3."""
_MANY = 400
"""From so many repetitions on a limit is taken for none, as TEI's own processor does."""


class Models:
    """Reads the content models of one schema."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.wildcards: dict[str, Element] = {}
        """Pattern name → the `anyElement` that it stands for."""
        self._datatypes: dict[tuple[str, str], Pattern] = {}

    def element_content(self, spec: Spec) -> Pattern:
        """What an element may hold."""
        values = spec.element.find(tag("valList"))
        if values is not None and values.get("type") == "closed":
            return self.values(values, spec)
        return sequence(self._children(spec.element.find(tag("content")), spec))

    def macro_content(self, spec: Spec) -> Pattern:
        """What a macro or a datatype stands for. Older ones list their alternatives side by side."""
        values = spec.element.find(tag("valList"))
        if values is not None and values.get("type") == "closed":
            return self.values(values, spec)
        content = spec.element.find(tag("content"))
        found = list(self._children(content, spec))
        side_by_side = content is not None and any(
            child.tag in (f"{{{RNG}}}text", f"{{{RNG}}}ref") for child in content.iterchildren()
        )
        return choice(found) if side_by_side else sequence(found)

    def values(self, values: Element, spec: Spec) -> Pattern:
        """A list of values."""
        items = (item for item in values.iterchildren(tag("valItem")) if item.get("mode") != "delete")
        found = tuple(Value(visible_name(item), self.index.words(item)) for item in items)
        return Choice(found) if len(found) > 1 else found[0] if found else EMPTY

    def data(self, reference: Element, spec: Spec, restriction: str = "") -> Pattern:
        """The values of a `dataRef`: an XML Schema datatype, or one of TEI's."""
        own = reference.get("restriction", "")
        if reference.get("name"):
            if reference.get("name") not in _DATATYPES:
                raise spec.fault(
                    f"there is no datatype {reference.get('name')!r} in XML Schema",
                    reference,
                    "A dataRef has @name for a datatype of XML Schema, @key for one of the TEI.",
                )
            stated = reference.iterchildren(tag("dataFacet"))
            facets = tuple((item.get("name", ""), item.get("value", "")) for item in stated)
            pattern = own or restriction
            return Data(reference.get("name", ""), facets or ((("pattern", pattern),) if pattern else ()))
        key = reference.get("key", "")
        if (key, own) not in self._datatypes:
            self._datatypes[key, own] = TEXT  # a datatype that refers to itself ends here
            self._datatypes[key, own] = self._named_data(key, own)
        return self._datatypes[key, own]

    def _named_data(self, key: str, restriction: str) -> Pattern:
        named = self.index.find(key)
        if named is None:
            return TEXT
        values = named.element.find(tag("valList"))
        if values is not None and values.get("type") == "closed":
            return self.values(values, named)
        content = named.element.find(tag("content"))
        single = [child for child in content if is_part(child)] if content is not None else []
        if len(single) == 1 and single[0].tag == tag("dataRef"):
            return self.data(single[0], named, restriction)
        return self.macro_content(named)

    def _children(self, parent: Element | None, spec: Spec) -> Iterator[Pattern]:
        for child in parent if parent is not None else ():
            if isinstance(child, etree._ProcessingInstruction) and child.target == "NameList":
                yield choice(Ref(self.index.pattern_name(other)) for other in self.index.of_kind("element"))
            elif is_part(child):
                yield self.model(child, spec)

    def model(self, element: Element, spec: Spec) -> Pattern:
        """One part of a content model."""
        if element.tag.startswith(f"{{{RNG}}}"):
            return self._rng(element, spec)
        least, most = occurrence(element, spec)
        return repeat(self._tei(element, spec), least, most)

    def _tei(self, element: Element, spec: Spec) -> Pattern:
        match local(element):
            case "sequence":
                return self._sequence(element, spec)
            case "alternate":
                return choice(self._children(element, spec))
            case "elementRef" | "macroRef":
                return Ref(self._name(element, "key"))
            case "classRef":
                return self._class(element)
            case "dataRef":
                return self.data(element, spec)
            case "textNode":
                return TEXT
            case "empty":
                return EMPTY
            case "valList":
                return self.values(element, spec)
            case "anyElement":
                name = f"anyElement_{spec.ident}_{len(self.wildcards) + 1}"
                known = (other for other, wildcard in self.wildcards.items() if wildcard is element)
                name = next(known, name)
                self.wildcards[name] = element
                return Ref(name)
            case other:
                raise spec.fault(
                    f"a content model can't hold {other}",
                    element,
                    "It holds sequence, alternate, references, dataRef, textNode or anyElement.",
                )

    def _sequence(self, element: Element, spec: Spec) -> Pattern:
        children = [child for child in element if is_part(child)]
        found = sequence(self._children(element, spec))
        if element.get("preserveOrder") == "false":
            return Interleave(tuple(self._children(element, spec)))
        only_data = children and all(child.tag == tag("dataRef") for child in children)
        return ListOf(found) if only_data else found

    def _name(self, element: Element, attribute: str) -> str:
        content = next(element.iterancestors(tag("content")), None)
        automatic = content is None or content.get("autoPrefix") != "false"
        return self.index.reference(element.get(attribute, ""), automatic)

    def _class(self, element: Element) -> Pattern:
        key, expand = element.get("key", ""), element.get("expand", "")
        wanted, unwanted = element.get("include", "").split(), element.get("except", "").split()
        if not (expand or wanted or unwanted):
            return Ref(self._name(element, "key"))
        members = [
            spec
            for spec in self.index.members.get(key, ())
            if (spec.ident in wanted if wanted else spec.ident not in unwanted)
        ]
        return self.expansion(key, expand, members)

    def class_content(self, ident: str, expand: str = "") -> Pattern:
        """What a class stands for in content models; a class within it is expanded in the same way."""
        return self.expansion(ident, expand, self.index.members.get(ident, ()), suffix=expand)

    def expansion(self, key: str, expand: str, members: list[Spec] | tuple[()], suffix: str = "") -> Pattern:
        """The members of a class one after another, or one of them, by `classRef/@expand`."""
        each = [self._member(spec, key, suffix) for spec in members]
        if expand not in EXPANSIONS[1:]:
            return choice(each) if each else NOT_ALLOWED
        if not each and expand == "sequenceRepeatable":
            return NOT_ALLOWED
        least, most = _LIMITS.get(expand, (1, 1))
        return sequence(repeat(member, least, most) for member in each)

    def _member(self, spec: Spec, key: str, suffix: str) -> Pattern:
        name = self.index.pattern_name(spec)
        if spec.kind == "class":
            return Ref(f"{name}_{suffix}" if suffix else name)
        member = next((item for item in spec.element.iter(tag("memberOf")) if item.get("key") == key), None)
        least, most = occurrence(member, spec, "min", "max") if member is not None else (1, 1)
        return repeat(Ref(name), least, most)

    def _rng(self, element: Element, spec: Spec) -> Pattern:
        inner = partial(self._children, element, spec)
        match local(element):
            case "ref":
                return Ref(self._name(element, "name"))
            case "text":
                return TEXT
            case "empty":
                return EMPTY
            case "notAllowed":
                return NOT_ALLOWED
            case "group":
                return sequence(inner())
            case "choice":
                return choice(inner())
            case "interleave":
                return Interleave(tuple(inner()))
            case "mixed":
                return Interleave((TEXT, sequence(inner())))
            case "optional":
                return repeat(sequence(inner()), 0, 1)
            case "zeroOrMore":
                return repeat(sequence(inner()), 0, None)
            case "oneOrMore":
                return repeat(sequence(inner()), 1, None)
            case "list":
                return ListOf(sequence(inner()))
            case "value":
                return Value(element.text or "", type=element.get("type", ""))
            case "data" if element.find(f"{{{RNG}}}except") is None:
                params = element.iterchildren(f"{{{RNG}}}param")
                return Data(
                    element.get("type", ""), tuple((item.get("name", ""), item.text or "") for item in params)
                )
            case _:
                copy = settled(element)
                for reference in copy.iter(f"{{{RNG}}}ref"):
                    reference.set("name", self.index.reference(reference.get("name", "")))
                return Foreign(copy)


def is_part(node: Element) -> bool:
    """Whether a node is part of a model, not a comment or an annotation in another vocabulary."""
    return isinstance(node.tag, str) and node.tag.startswith((f"{{{TEI}}}", f"{{{RNG}}}"))


def occurrence(
    element: Element, spec: Spec, least_name: str = "minOccurs", most_name: str = "maxOccurs"
) -> tuple[int, int | None]:
    """The fewest and the most times that something occurs; 1 where it is not stated, None for no limit."""
    try:
        least = int(element.get(least_name, "1"))
        stated = element.get(most_name, str(max(least, 1)) if least_name == "min" else "1").strip()
        most = None if stated == "unbounded" else int(stated)
    except ValueError:
        remedy = f'{most_name} may be "unbounded".'
        raise spec.fault(f"{local(element)}: its limits are not numbers", element, remedy) from None
    if least < 0 or (most is not None and most < least):
        raise spec.fault(
            f"{local(element)} occurs at least {least} times and at most {most}",
            element,
            f"{most_name} is 1 where it is not stated; it can't be below {least_name}.",
        )
    return min(least, _MANY), None if most is not None and most - least >= _MANY else most
