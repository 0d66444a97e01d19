"""The grammar of a schema: every pattern under its name, what can't be met taken out.

What a customisation leaves out (an element, a class) leaves gaps in content models. A gap is not a
fault: it goes, and what it stood in closes up, so that `(head?, gap, p+)` is `(head?, p+)`. A class
that is there but has no members can't be satisfied. Both follow TEI's own processor.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from teiedition.odd import foreign
from teiedition.odd.attributes import Attributes
from teiedition.odd.content import Models
from teiedition.odd.flatten import Item
from teiedition.odd.index import EXPANSIONS, Index, is_model, visible_name
from teiedition.odd.pattern import (
    EMPTY,
    TEXT,
    AnyElement,
    Attribute,
    Choice,
    ElementOf,
    Foreign,
    Interleave,
    ListOf,
    Pattern,
    Ref,
    Repeat,
    Seq,
    choice,
    names,
    repeat,
    sequence,
)
from teiedition.odd.schema import Schema
from teiedition.odd.specs import Spec
from teiedition.tree import TEI, Element

EXAMPLES = "http://www.tei-c.org/ns/Examples"
_EXCEPTIONS = f"{TEI} teix:egXML"
"""What an `anyElement` is not, where nothing is stated (TEI Guidelines, `schemaSpec/@defaultExceptions`)."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """All patterns of a schema that its documents can use."""

    schema: Schema
    index: Index
    start: tuple[str, ...]
    patterns: Mapping[str, Pattern]
    foreign: Mapping[str, tuple[Element, ...]]
    """Definitions of other grammars, which are taken over as they are written."""

    def elements(self) -> dict[str, ElementOf]:
        """The elements, by the name of their pattern."""
        return {name: pattern for name, pattern in self.patterns.items() if isinstance(pattern, ElementOf)}


def build(schema: Schema) -> Grammar:
    """The grammar that a schema's specifications make."""
    index = Index(schema)
    models = Models(index)
    patterns = _patterns(index, models)
    external = foreign.beside_own(foreign.definitions(schema.external), patterns)
    defined = {*patterns, *external}
    closed = {name: _close(pattern, defined) for name, pattern in patterns.items()}
    start = _start(schema, index, defined)
    used = _used(start, closed, external)
    return Grammar(
        schema,
        index,
        start,
        {name: pattern for name, pattern in closed.items() if name in used},
        {name: elements for name, elements in external.items() if name in used},
    )


def _patterns(index: Index, models: Models) -> dict[str, Pattern]:
    attributes = Attributes(index, models)
    found: dict[str, Pattern] = {}
    for spec in index.schema.specs.by_ident.values():
        name = index.pattern_name(spec)
        if spec.kind == "element":
            found[name] = _element(spec, index, models, attributes)
        elif spec.kind in ("macro", "datatype"):
            found[name] = models.macro_content(spec)
        elif is_model(spec):
            found[name] = models.class_content(spec.ident)
            found.update((f"{name}_{e}", models.class_content(spec.ident, e)) for e in EXPANSIONS)
        else:
            found[f"{name}.attributes"] = attributes.of_class(spec)
            for own, definition in attributes.class_own(spec).items():
                found[attributes.reference(spec, own).name] = attributes.single(definition, spec)
    found.update((name, _wildcard(name, element, index.schema)) for name, element in models.wildcards.items())
    return found


def _element(spec: Spec, index: Index, models: Models, attributes: Attributes) -> ElementOf:
    return ElementOf(
        name=visible_name(spec.element),
        namespace=spec.element.get("ns", ""),
        content=models.element_content(spec),
        attributes=attributes.of_element(spec),
        note=index.words(spec.element),
    )


def _wildcard(name: str, element: Element, schema: Schema) -> AnyElement:
    stated = element.get("except") or schema.element.get("defaultExceptions") or _EXCEPTIONS
    scope = {"teix": EXAMPLES} | {prefix: uri for prefix, uri in schema.element.nsmap.items() if prefix}
    scope |= {prefix: uri for prefix, uri in element.nsmap.items() if prefix}
    but = []
    for word in dict.fromkeys(stated.split()):
        prefix, colon, local = word.partition(":")
        but.append((scope[prefix], local) if colon and prefix in scope else (word, ""))
    return AnyElement(name, tuple(but))


def _start(schema: Schema, index: Index, defined: set[str]) -> tuple[str, ...]:
    stated = (schema.element.get("start") or "TEI teiCorpus").split()
    found = tuple(dict.fromkeys(index.reference(name) for name in stated if index.reference(name) in defined))
    if not found:
        raise _no_start(schema, stated)
    return found


def _no_start(schema: Schema, stated: list[str]) -> Exception:
    bare = not any(spec.kind == "element" for spec in schema.specs.by_ident.values())
    return Item(schema.element, schema.file).fault(
        f"no document can begin: there is no {' or '.join(stated)} in the schema",
        'Say what it is made of: <moduleRef key="tei"/>, <moduleRef key="core"/> and so on.'
        if bare
        else "Include that element, or name in @start one that is included.",
    )


def _close(pattern: Pattern, defined: set[str]) -> Pattern:
    closed = _without_gaps(pattern, defined)
    return EMPTY if closed is None else closed


def _without_gaps(pattern: Pattern, defined: set[str]) -> Pattern | None:
    """The pattern without references to what is not defined; None where nothing at all is left of it."""
    match pattern:
        case Ref(name):
            return pattern if name in defined else None
        case Repeat(part, least, most):
            kept = _without_gaps(part, defined)
            return None if kept is None else repeat(kept, least, most)
        case ListOf(part):
            return ListOf(_close(part, defined))
        case Attribute():
            return replace(pattern, value=_without_gaps(pattern.value, defined) or TEXT)
        case ElementOf():
            content, attributes = _close(pattern.content, defined), _close(pattern.attributes, defined)
            return replace(pattern, content=content, attributes=attributes)
        case Seq(parts):
            return sequence(_kept(parts, defined))
        case Choice(parts):
            return choice(_kept(parts, defined))
        case Interleave(parts):
            kept_parts = _kept(parts, defined)
            return Interleave(tuple(kept_parts)) if len(kept_parts) > 1 else sequence(kept_parts)
    return pattern


def _kept(parts: tuple[Pattern, ...], defined: set[str]) -> list[Pattern]:
    closed = (_without_gaps(part, defined) for part in parts)
    return [part for part in closed if part is not None]


def _used(
    start: tuple[str, ...], patterns: Mapping[str, Pattern], external: Mapping[str, tuple[Element, ...]]
) -> set[str]:
    """The names that can be reached from the elements that begin a document."""
    used: set[str] = set()
    waiting = list(start)
    while waiting:
        name = waiting.pop()
        if name in used:
            continue
        used.add(name)
        if name in patterns:
            waiting.extend(names(patterns[name]))
        for element in external.get(name, ()):
            waiting.extend(names(Foreign(element)))
    return used
