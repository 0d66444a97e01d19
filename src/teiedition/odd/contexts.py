"""What a rule is asked of, in XPath: elements by name with the prefix of their namespace."""

from __future__ import annotations

from collections.abc import Iterator

from teiedition.odd.grammar import EXAMPLES
from teiedition.odd.index import Index, visible_name
from teiedition.odd.specs import Spec
from teiedition.tree import TEI, Element, tag

SCH = "http://purl.oclc.org/dsdl/schematron"
PREFIXES = {
    "tei": TEI,
    "teix": EXAMPLES,
    "xs": "http://www.w3.org/2001/XMLSchema",
    "rng": "http://relaxng.org/ns/structure/1.0",
    "rna": "http://relaxng.org/ns/compatibility/annotations/1.0",
    "sch": SCH,
    "xsl": "http://www.w3.org/1999/XSL/Transform",
}
"""Prefixes that rules may use without declaring them, as in TEI's own releases."""


def context(item: Element, spec: Spec, index: Index) -> str:
    """What bare assertions are asked of."""
    definition = next(item.iterancestors(tag("attDef")), None)
    owners = [spec] if spec.kind == "element" else list(members(spec.ident, index))
    steps = [f"{prefix_of(owner, index)}:{visible_name(owner.element)}" for owner in owners]
    if definition is not None:
        steps = [f"{step}/@{visible_name(definition)}" for step in steps]
    return " | ".join(steps) or "/.."


def members(ident: str, index: Index, seen: frozenset[str] = frozenset()) -> Iterator[Spec]:
    """The elements of a class and of the classes in it."""
    for member in index.members.get(ident, ()):
        if member.kind == "element":
            yield member
        elif member.ident not in seen:
            yield from members(member.ident, index, seen | {ident})


def prefix_of(spec: Spec, index: Index) -> str:
    namespace = spec.element.get("ns") or index.schema.namespace
    for ns in index.schema.element.iter(f"{{{SCH}}}ns"):
        if ns.get("uri") == namespace:
            return ns.get("prefix", "")
    known = {uri: prefix for prefix, uri in PREFIXES.items()}
    declared = {uri: prefix for prefix, uri in spec.element.nsmap.items() if prefix}
    return known.get(namespace) or declared.get(namespace) or f"ns-{spec.ident}"
