"""A grammar written as RELAX NG in XML (ISO/IEC 19757-2)."""

from __future__ import annotations

from lxml import etree

from teiedition.odd.grammar import Grammar
from teiedition.odd.pattern import (
    AnyElement,
    Attribute,
    Choice,
    Data,
    ElementOf,
    Empty,
    Foreign,
    Interleave,
    ListOf,
    NotAllowed,
    Pattern,
    Ref,
    Repeat,
    Seq,
    Text,
    Value,
)
from teiedition.odd.text import escape, quoteattr
from teiedition.tree import XML, Element

RNG = "http://relaxng.org/ns/structure/1.0"
_XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
_REPEATS = {(0, 1): "optional", (0, None): "zeroOrMore", (1, None): "oneOrMore"}
_A = "http://relaxng.org/ns/compatibility/annotations/1.0"


def write(grammar: Grammar) -> bytes:
    """The grammar as a RELAX NG document, its patterns in the order of the specifications."""
    schema = grammar.schema
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<!-- {schema.provenance} -->",
        f'<grammar xmlns="{RNG}" xmlns:a="{_A}"',
        f"         datatypeLibrary={quoteattr(_XSD)} ns={quoteattr(schema.namespace)}>",
        " <start>",
        *_choice([Ref(name) for name in grammar.start], "  "),
        " </start>",
    ]
    for name, pattern in grammar.patterns.items():
        body = _lines(pattern, "  ")
        lines += [f" <define name={quoteattr(name)}>", *body, " </define>"]
    for elements in grammar.foreign.values():
        lines += [f" {_raw(element)}" for element in elements]
    lines.append("</grammar>\n")
    return "\n".join(lines).encode()


def _lines(pattern: Pattern, indent: str) -> list[str]:
    inner = indent + " "
    match pattern:
        case Empty():
            return [f"{indent}<empty/>"]
        case NotAllowed():
            return [f"{indent}<notAllowed/>"]
        case Text():
            return [f"{indent}<text/>"]
        case Ref(name):
            return [f"{indent}<ref name={quoteattr(name)}/>"]
        case Data(type, facets):
            return _data(type, facets, indent)
        case Value(text, note, type):
            kind = f" type={quoteattr(type)}" if type else ""
            return [f"{indent}<value{kind}>{escape(text)}</value>", *_note(note, indent)]
        case Seq(parts):
            return _wrapped("group", [line for part in parts for line in _lines(part, inner)], indent)
        case Choice(parts):
            return _choice(list(parts), indent)
        case Interleave(parts):
            return _wrapped("interleave", [line for part in parts for line in _lines(part, inner)], indent)
        case ListOf(part):
            return _wrapped("list", _lines(part, inner), indent)
        case Repeat():
            return _repeat(pattern, indent)
        case Attribute():
            return _attribute(pattern, indent)
        case ElementOf():
            return _element(pattern, indent)
        case AnyElement(name, but):
            return _wildcard(name, but, indent)
        case Foreign(element):
            return [indent + _raw(element)]


def _wrapped(name: str, lines: list[str], indent: str, attributes: str = "") -> list[str]:
    return [f"{indent}<{name}{attributes}>", *lines, f"{indent}</{name}>"]


def _choice(parts: list[Pattern], indent: str) -> list[str]:
    if len(parts) == 1:
        return _lines(parts[0], indent)
    return _wrapped("choice", [line for part in parts for line in _lines(part, indent + " ")], indent)


def _repeat(pattern: Repeat, indent: str) -> list[str]:
    """RELAX NG has no counts: `least` copies, then optional ones nested in each other, or `zeroOrMore`."""
    single = _REPEATS.get((pattern.least, pattern.most))
    if single:
        return _wrapped(single, _flat(pattern.part, indent + " "), indent)
    inner = indent + " "
    lines = [line for _ in range(pattern.least) for line in _lines(pattern.part, inner)]
    if pattern.most is None:
        return _wrapped(
            "group", [*lines, *_wrapped("zeroOrMore", _flat(pattern.part, inner + " "), inner)], indent
        )
    optional: list[str] = []
    for _ in range(pattern.most - pattern.least):
        optional = _wrapped("optional", [*_lines(pattern.part, inner + " "), *optional], inner)
    return _wrapped("group", [*lines, *optional], indent)


def _flat(pattern: Pattern, indent: str) -> list[str]:
    """A sequence needs no group of its own in an element that is one already."""
    if isinstance(pattern, Seq):
        return [line for part in pattern.parts for line in _lines(part, indent)]
    return _lines(pattern, indent)


def _data(type: str, facets: tuple[tuple[str, str], ...], indent: str) -> list[str]:
    if not facets:
        return [f"{indent}<data type={quoteattr(type)}/>"]
    lines = [f"{indent} <param name={quoteattr(name)}>{escape(value)}</param>" for name, value in facets]
    return _wrapped("data", lines, indent, f" type={quoteattr(type)}")


def _attribute(pattern: Attribute, indent: str) -> list[str]:
    name = f"xml:{pattern.name}" if pattern.namespace == XML else pattern.name
    space = f" ns={quoteattr(pattern.namespace)}" if pattern.namespace not in ("", XML) else ""
    default = f" a:defaultValue={quoteattr(pattern.default)}" if pattern.default else ""
    lines = [*_note(pattern.note, indent + " ")]
    if not isinstance(pattern.value, Text):
        lines += _lines(pattern.value, indent + " ")
    return _wrapped("attribute", lines, indent, f" name={quoteattr(name)}{space}{default}")


def _element(pattern: ElementOf, indent: str) -> list[str]:
    space = f" ns={quoteattr(pattern.namespace)}" if pattern.namespace else ""
    inner = indent + " "
    lines = [*_note(pattern.note, inner), *_flat(pattern.content, inner)]
    if not isinstance(pattern.attributes, Empty):
        lines += _flat(pattern.attributes, inner)
    return _wrapped("element", lines, indent, f" name={quoteattr(pattern.name)}{space}")


def _wildcard(name: str, but: tuple[tuple[str, str], ...], indent: str) -> list[str]:
    """Any element but those, with any attributes and any content of the same kind."""
    excepted = "".join(
        f"<name ns={quoteattr(space)}>{escape(local)}</name>" if local else f"<nsName ns={quoteattr(space)}/>"
        for space, local in but
    )
    return [
        f"{indent}<element>",
        f"{indent} <anyName><except>{excepted}</except></anyName>",
        f"{indent} <zeroOrMore><attribute><anyName/></attribute></zeroOrMore>",
        f"{indent} <zeroOrMore><choice><text/><ref name={quoteattr(name)}/></choice></zeroOrMore>",
        f"{indent}</element>",
    ]


def _note(note: str, indent: str) -> list[str]:
    return [f"{indent}<a:documentation>{escape(note)}</a:documentation>"] if note else []


def _raw(element: Element) -> str:
    return etree.tostring(element, encoding="unicode")
