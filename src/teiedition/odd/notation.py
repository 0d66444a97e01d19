"""Content models and values in a few signs and words, as reference pages show them."""

from __future__ import annotations

from collections.abc import Iterator

from teiedition.odd.pattern import (
    AnyElement,
    Attribute,
    Choice,
    Data,
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
    parts,
)
from teiedition.tree import XML

_SIGNS: dict[type[Pattern], str] = {Seq: ", ", Choice: " | ", Interleave: " & "}
_MANY = {(0, 1): "?", (0, None): "*", (1, None): "+"}


def model(pattern: Pattern, within: bool = False) -> Iterator[str | Ref]:
    """A content model in the compact notation of RELAX NG: signs, and the names that it refers to."""
    match pattern:
        case Ref():
            yield pattern
        case Seq() | Choice() | Interleave():
            yield "(" if within else ""
            for place, part in enumerate(pattern.parts):
                yield _SIGNS[type(pattern)] if place else ""
                yield from model(part, within=True)
            yield ")" if within else ""
        case Repeat(part, least, most):
            yield from model(part, within=True)
            yield _MANY.get((least, most), f"{{{least},{'' if most is None else most}}}")
        case Text():
            yield "text"
        case Empty():
            yield "empty"
        case NotAllowed():
            yield "nothing"
        case AnyElement() | Foreign():
            yield "elements of other vocabularies"
        case _:
            yield types(pattern)


def types(pattern: Pattern) -> str:
    """The kinds of values that a pattern allows, in a few words each."""
    return " or ".join(dict.fromkeys(_types(pattern)))


def _types(pattern: Pattern) -> Iterator[str]:
    match pattern:
        case Data(name, facets):
            forms = [value for facet, value in facets if facet == "pattern"]
            yield f"{name} of the form {forms[0]}" if forms else name
        case Value():
            yield "one of the listed values"
        case ListOf(part):
            yield f"list of: {types(part)}"
        case Text():
            yield "text"
        case _:
            for part in parts(pattern):
                yield from _types(part)


def listed(pattern: Pattern) -> Iterator[Value]:
    """The values that a pattern names one by one."""
    if isinstance(pattern, Value):
        yield pattern
    for part in parts(pattern):
        yield from listed(part)


def label(attribute: Attribute) -> str:
    """An attribute's name as people write it."""
    return f"xml:{attribute.name}" if attribute.namespace == XML else attribute.name
