"""A grammar written as XML Schema 1.0, as far as that can say it.

Never stricter than the RELAX NG: where XML Schema can't say what a grammar says, it says less. Elements
of other namespaces are taken as they come; text is allowed anywhere in an element that allows any;
attributes that exclude each other are all optional.
"""

from __future__ import annotations

from collections.abc import Iterator

from teiedition.odd import foreign
from teiedition.odd.grammar import Grammar
from teiedition.odd.particles import ANYTHING, OTHER, Particles
from teiedition.odd.pattern import (
    Attribute,
    Choice,
    ElementOf,
    Empty,
    Foreign,
    NotAllowed,
    Pattern,
    Ref,
    Repeat,
    Seq,
    parts,
)
from teiedition.odd.text import escape, quoteattr
from teiedition.odd.values import Values
from teiedition.tree import XML

_XS = "http://www.w3.org/2001/XMLSchema"
_ANY_AT_ALL = '<xs:anyAttribute processContents="lax"/>'
_ANY_ATTRIBUTE = '<xs:anyAttribute namespace="##other" processContents="lax"/>'
_ANY = (
    '<xs:any namespace="##other" processContents="lax"/>',
    '<xs:any namespace="##local" processContents="lax"/>',
)


def write(grammar: Grammar) -> bytes:
    """The grammar as one XML Schema document, for the schema's own namespace."""
    return _Document(grammar).written()


class _Document:
    """What has to be known while a document is written."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.namespace = grammar.schema.namespace
        self.particles = Particles(grammar, self._is_own)
        self.values = Values(grammar)
        self.shared: dict[Pattern, str] = {}
        """Alternatives that many elements have → the name under which they are written once."""

    def _is_own(self, element: ElementOf) -> bool:
        return element.namespace in ("", self.namespace)

    def written(self) -> bytes:
        by_name: dict[str, list[ElementOf]] = {}
        for element in self.grammar.elements().values():
            if self._is_own(element):
                by_name.setdefault(element.name, []).append(element)
        bodies = {name: self._element(name, elements) for name, elements in sorted(by_name.items())}
        groups = list(self._attribute_groups())
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f"<!-- {self.grammar.schema.provenance} -->",
            f'<xs:schema xmlns:xs="{_XS}" xmlns={quoteattr(self.namespace)}',
            f"  targetNamespace={quoteattr(self.namespace)}",
            '  elementFormDefault="qualified">',
            f' <xs:import namespace="{XML}" schemaLocation="http://www.w3.org/2001/xml.xsd"/>',
            *self.values.definitions(),
            *(line for group in groups for line in group),
            *(line for alternatives, name in self.shared.items() for line in self._group(name, alternatives)),
            *(line for body in bodies.values() for line in body),
            "</xs:schema>\n",
        ]
        return "\n".join(lines).encode()

    def _element(self, name: str, elements: list[ElementOf]) -> list[str]:
        """An element; where several patterns share a name, it allows what any of them allows."""
        if len(elements) > 1:
            return [f" <xs:element name={quoteattr(name)}/>"]
        element = elements[0]
        inner = [*_note(element.note, "  "), *self._type(element)]
        return [f" <xs:element name={quoteattr(name)}>", *inner, " </xs:element>"]

    def _type(self, element: ElementOf) -> Iterator[str]:
        attributes = [f"   {line}" for line in self._attributes(element.attributes)]
        simple = self.values.content(element.content)
        if simple is not None:
            yield "  <xs:complexType>"
            yield "   <xs:simpleContent>"
            yield f"    <xs:extension base={quoteattr(simple)}>"
            yield from (f"  {line}" for line in attributes)
            yield "    </xs:extension>"
            yield "   </xs:simpleContent>"
        else:
            mixed = ' mixed="true"' if self.particles.has_text(element.content) else ""
            yield f"  <xs:complexType{mixed}>"
            yield from self._model(self.particles.of(element.content), "   ")
            if self.particles.has_foreign_attributes(element.content):
                attributes = [line for line in attributes if "anyAttribute" not in line] + [
                    f"   {_ANY_AT_ALL}"
                ]
            yield from attributes
        yield "  </xs:complexType>"

    def _model(self, model: Pattern, indent: str) -> list[str]:
        """The content of a type: a sequence, a choice or a group."""
        if isinstance(model, Empty):
            return []
        if isinstance(model, NotAllowed):
            return [f"{indent}<xs:choice/>"]
        if isinstance(model, Ref):
            return [f"{indent}<xs:sequence>", *self._particle(model, indent + " "), f"{indent}</xs:sequence>"]
        if isinstance(model, Repeat) and isinstance(model.part, Ref):
            return [f"{indent}<xs:sequence>", *self._particle(model, indent + " "), f"{indent}</xs:sequence>"]
        return self._particle(model, indent)

    def _particle(self, model: Pattern, indent: str, occurs: str = "") -> list[str]:
        match model:
            case Repeat(part, least, most):
                limit = "unbounded" if most is None else str(most)
                if occurs:
                    inner = self._particle(model, indent + " ")
                    return [f"{indent}<xs:sequence{occurs}>", *inner, f"{indent}</xs:sequence>"]
                stated = f' minOccurs="{least}"' if least != 1 else ""
                stated += f' maxOccurs="{limit}"' if limit != "1" else ""
                return self._particle(part, indent, stated)
            case Ref() if model == ANYTHING:
                return [f'{indent}<xs:any namespace="##any" processContents="lax"{occurs}/>']
            case Ref() if model == OTHER:
                inner = [f"{indent} {wildcard}" for wildcard in _ANY]
                return [f"{indent}<xs:choice{occurs}>", *inner, f"{indent}</xs:choice>"]
            case Ref(name):
                element = self.grammar.patterns[name]
                local = element.name if isinstance(element, ElementOf) else name
                return [f"{indent}<xs:element ref={quoteattr(local)}{occurs}/>"]
            case Choice(inner_parts):
                if len(inner_parts) > 8 and all(isinstance(part, Ref) for part in inner_parts):
                    name = self.shared.setdefault(model, f"alternatives-{len(self.shared) + 1}")
                    return [f"{indent}<xs:group ref={quoteattr(name)}{occurs}/>"]
                return self._compound("choice", inner_parts, indent, occurs)
            case Seq(inner_parts):
                return self._compound("sequence", inner_parts, indent, occurs)
        return []

    def _compound(self, name: str, inner: tuple[Pattern, ...], indent: str, occurs: str) -> list[str]:
        lines = [line for part in inner for line in self._particle(part, indent + " ")]
        return [f"{indent}<xs:{name}{occurs}>", *lines, f"{indent}</xs:{name}>"]

    def _group(self, name: str, alternatives: Pattern) -> list[str]:
        inner = self._compound("choice", parts(alternatives), "  ", "")
        return [f" <xs:group name={quoteattr(name)}>", *inner, " </xs:group>"]

    def _attribute_groups(self) -> Iterator[list[str]]:
        """The attributes of classes, and each of them on its own."""
        for name, pattern in self.grammar.patterns.items():
            if ".attribute" in name and not isinstance(pattern, ElementOf):
                inner = [f"  {line}" for line in self._attributes(pattern)]
                yield [f" <xs:attributeGroup name={quoteattr(name)}>", *inner, " </xs:attributeGroup>"]

    def _attributes(self, pattern: Pattern) -> list[str]:
        """The attributes of a pattern, one line each; the wildcard stands last, as XML Schema asks."""
        found: dict[str, str] = {}
        for name, line in self._attribute_lines(pattern, required=True):
            several = f"<xs:attribute name={quoteattr(name)}/>" if name else _ANY_AT_ALL
            found[name] = line if found.get(name, line) == line else several
        wildcard = found.pop("", None)
        return [*found.values(), *([wildcard] if wildcard else [])]

    def _attribute_lines(self, pattern: Pattern, required: bool) -> Iterator[tuple[str, str]]:
        """Name and declaration of each attribute; no name for "any of another namespace"."""
        match pattern:
            case Ref(name) if name in self.grammar.patterns:
                yield f"#{name}", f"<xs:attributeGroup ref={quoteattr(name)}/>"
            case Ref(name):
                given = foreign.attributes(name, self.grammar.foreign)
                yield "", _ANY_ATTRIBUTE if all(item.get("ns") for item in given) else _ANY_AT_ALL
            case Foreign():
                yield "", _ANY_AT_ALL
            case Attribute():
                yield self._attribute(pattern, required)
            case Repeat(part, least, _):
                yield from self._attribute_lines(part, required and least > 0)
            case Choice(inner):
                for part in inner:
                    yield from self._attribute_lines(part, required=False)
            case _:
                for part in parts(pattern):
                    yield from self._attribute_lines(part, required)

    def _attribute(self, attribute: Attribute, required: bool) -> tuple[str, str]:
        use = ' use="required"' if required else ""
        if attribute.namespace == XML:
            return f"xml:{attribute.name}", f'<xs:attribute ref="xml:{attribute.name}"{use}/>'
        if attribute.namespace:
            return "", _ANY_ATTRIBUTE
        kind = self.values.attribute(attribute.value)
        return attribute.name, f"<xs:attribute name={quoteattr(attribute.name)}{kind}{use}/>"


def _note(note: str, indent: str) -> list[str]:
    if not note:
        return []
    return [f"{indent}<xs:annotation><xs:documentation>{escape(note)}</xs:documentation></xs:annotation>"]
