"""The rules of a schema: ISO Schematron (ISO/IEC 19757-3) out of its `constraintSpec`s.

What is written: one `schema` with the query language that the rules need (`xslt2`, or `xslt3` where a
constraint says so), the `ns` declarations, XSLT keys and functions, and a `pattern` for each constraint.
A constraint that gives bare assertions gets the rule that its place implies: an element's are asked of
that element, an attribute's of that attribute, a class's of its members.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from teiedition.odd import implied
from teiedition.odd.contexts import PREFIXES, SCH, context, prefix_of
from teiedition.odd.grammar import Grammar
from teiedition.odd.index import Index
from teiedition.odd.specs import Spec
from teiedition.tree import TEI, XML_LANG, Element, local, tag

XSLT = "http://www.w3.org/1999/XSL/Transform"
_SCHEMES = ("schematron", "isoschematron", None)


@dataclass(frozen=True, slots=True)
class _Rule:
    """A constraint and what its bare assertions are asked of."""

    spec: Element
    constraint: Element
    owner: Spec | None
    context: str

    @property
    def name(self) -> str:
        return self.spec.get("ident", "constraint")


def write(grammar: Grammar) -> bytes:
    """The rules of a schema as a Schematron document. Patterns are named after their constraints."""
    index = grammar.index
    rules = list(_rules(grammar))
    root = etree.fromstring(f'<schema xmlns="{SCH}" xmlns:xsl="{XSLT}"/>')
    root.set("queryBinding", "xslt3" if any(_needs_xslt3(rule) for rule in rules) else "xslt2")
    root.append(etree.Comment(f" {index.schema.provenance} "))
    etree.SubElement(root, f"{{{SCH}}}title").text = f"Rules of {index.schema.ident}"
    prefixes = _declared(rules, index)
    for prefix, uri in prefixes.items():
        etree.SubElement(root, f"{{{SCH}}}ns", {"prefix": prefix, "uri": uri})
    for rule in rules:
        root.extend([deepcopy(item) for item in rule.constraint.iter(f"{{{XSLT}}}*") if _is_global(item)])
    taken: set[str] = set()
    for rule in rules:
        for pattern in _patterns(rule):
            _name(pattern, taken)
            root.append(pattern)
    for pattern in implied.patterns(index):
        _name(pattern, taken)
        root.append(pattern)
    etree.indent(root, " ")
    etree.cleanup_namespaces(root, keep_ns_prefixes=["xsl"])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _rules(grammar: Grammar) -> Iterator[_Rule]:
    """All constraints in the schema's order: of specifications, of their attributes, of the schema."""
    index = grammar.index
    used = {name.partition(".attribute")[0] for name in grammar.patterns}
    for spec in index.schema.specs.by_ident.values():
        if spec.kind == "class" and index.pattern_name(spec) not in used:
            continue  # nothing in the schema has to do with it
        for item in spec.element.iter(tag("constraintSpec")):
            if item.get("scheme") in _SCHEMES and item.get("mode") != "delete" and _spoken(item, index):
                for constraint in item.iterchildren(tag("constraint")):
                    yield _Rule(item, constraint, spec, context(item, spec, index))
    for item in index.schema.constraints:
        if item.get("scheme") in _SCHEMES and item.get("mode") != "delete" and _spoken(item, index):
            for constraint in item.iterchildren(tag("constraint")):
                yield _Rule(item, constraint, None, "/*")


def _spoken(item: Element, index: Index) -> bool:
    """Rules come in several languages at times; those of the schema's own, or of none, are kept."""
    return item.get(XML_LANG, index.schema.language) == index.schema.language


def _declared(rules: list[_Rule], index: Index) -> dict[str, str]:
    """Prefix → namespace: those that are always there, those declared, those that contexts need."""
    found = {prefix: uri for prefix, uri in PREFIXES.items() if prefix != "xsl"}
    for rule in rules:
        if rule.owner is not None and (rule.owner.element.get("ns") or index.schema.namespace != TEI):
            found[prefix_of(rule.owner, index)] = rule.owner.element.get("ns") or index.schema.namespace
        for ns in rule.constraint.iter(f"{{{SCH}}}ns"):
            found[ns.get("prefix", "")] = ns.get("uri", "")
    used = {prefix for rule in rules for prefix in _used_prefixes(rule)}
    for rule in rules:
        for prefix, uri in rule.constraint.nsmap.items():
            if prefix in used and prefix != "xsl":
                found.setdefault(prefix, uri)
    return found


def _used_prefixes(rule: _Rule) -> set[str]:
    expressions = (value for element in rule.constraint.iter() for value in element.attrib.values())
    return {found for value in expressions for found in re.findall(r"([A-Za-z_][\w.-]*):", str(value))}


def _needs_xslt3(rule: _Rule) -> bool:
    stated = (*rule.constraint.iterancestors(), *rule.constraint.iter())
    return any(item.get("queryBinding") == "xslt3" for item in stated)


def _is_global(item: Element) -> bool:
    parent = item.getparent()
    return parent is not None and parent.tag == tag("constraint")


def _patterns(rule: _Rule) -> Iterator[Element]:
    """The patterns of a constraint: as written, or made of its rules, or of its bare assertions."""
    children = list(rule.constraint.iterchildren(f"{{{SCH}}}*"))
    kinds: dict[str, list[Element]] = {}
    for item in children:
        kinds.setdefault(local(item), []).append(item)
    for item in (*kinds.get("pattern", ()), *kinds.get("diagnostics", ())):
        yield _copied(item, rule)
    lets = kinds.get("let", [])
    if "rule" in kinds:
        pattern = etree.Element(f"{{{SCH}}}pattern", {"id": rule.name})
        pattern.extend([_copied(item, rule) for item in (*lets, *kinds["rule"])])
        yield pattern
    if "assert" in kinds or "report" in kinds:
        pattern = etree.Element(f"{{{SCH}}}pattern", {"id": rule.name})
        bare = etree.SubElement(pattern, f"{{{SCH}}}rule", {"context": rule.context})
        bare.extend([_copied(item, rule) for item in children if local(item) in ("let", "assert", "report")])
        yield pattern


def _copied(item: Element, rule: _Rule) -> Element:
    copy = deepcopy(item)
    copy.tail = None
    for inner in copy.iter(f"{{{SCH}}}rule"):
        if not inner.get("context") and inner.get("abstract") != "true":
            inner.set("context", rule.context)
    return copy


def _name(pattern: Element, taken: set[str]) -> None:
    """Give a pattern an id that no other has."""
    name = base = pattern.get("id") or "rule"
    number = 1
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    taken.add(name)
    pattern.set("id", name)
