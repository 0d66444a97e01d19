"""Rules that specifications imply without writing them: Schematron for what no grammar can say."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from teiedition.odd.contexts import SCH, members, prefix_of
from teiedition.odd.index import Index, visible_name
from teiedition.odd.specs import Spec
from teiedition.tree import Element, tag


def patterns(index: Index) -> Iterator[Element]:
    """A Schematron pattern for each rule that follows from the specifications of a schema."""
    for spec in index.schema.specs.by_ident.values():
        for item in spec.element.iter(tag("elementSpec"), tag("attDef"), tag("valItem")):
            if item.get("validUntil"):
                yield from _deprecated(item, spec, index)
        for item in spec.element.iter(tag("anyElement")):
            if item.get("require"):
                yield _required_namespaces(item, spec, index)
        for item in spec.element.iter(tag("paramList")):
            yield from _parameters(item, spec)


def _pattern(name: str, context: str, kind: str, test: str, message: str, role: str = "error") -> Element:
    pattern = etree.Element(f"{{{SCH}}}pattern", {"id": name})
    rule = etree.SubElement(pattern, f"{{{SCH}}}rule", {"context": context})
    etree.SubElement(rule, f"{{{SCH}}}{kind}", {"test": test, "role": role}).text = message
    return pattern


def _deprecated(item: Element, spec: Spec, index: Index) -> Iterator[Element]:
    """`validUntil`: an element, an attribute or a value that TEI is going to give up."""
    owners = [spec] if spec.kind == "element" else list(members(spec.ident, index))
    elements = " | ".join(f"{prefix_of(owner, index)}:{visible_name(owner.element)}" for owner in owners)
    attribute = next((outer for outer in (item, *item.iterancestors()) if outer.tag == tag("attDef")), None)
    if not elements or (item.tag == tag("valItem") and attribute is None):
        return
    name = visible_name(attribute) if attribute is not None else ""
    if item.tag == tag("valItem"):
        test, thing = f"@{name} = '{item.get('ident')}'", f'the value "{item.get("ident")}" of @{name}'
    elif attribute is not None:
        test, thing = f"@{name}", f"the attribute @{name}"
    else:
        test, thing = "true()", f"the element {item.get('ident')}"
    identifier = "-".join(part for part in (spec.ident, name.replace(":", ""), "deprecated") if part)
    message = f"TEI is going to give up {thing} on {item.get('validUntil')}."
    yield _pattern(identifier, elements, "report", test, message, "warning")


def _required_namespaces(item: Element, spec: Spec, index: Index) -> Element:
    """`anyElement/@require`: everything within is of those namespaces."""
    allowed = [*item.get("require", "").split(), index.schema.namespace]
    listed = ", ".join(f"'{uri}'" for uri in allowed)
    context = f"{prefix_of(spec, index)}:{visible_name(spec.element)}"
    message = f"What stands within {spec.ident} belongs to one of the namespaces {listed}."
    test = f"descendant::*[not(namespace-uri() = ({listed}))]"
    return _pattern(f"{spec.ident}-required-namespaces", context, "report", test, message)


def _parameters(item: Element, spec: Spec) -> Iterator[Element]:
    """`paramList`: the parameters that a behaviour of the processing model takes."""
    value = item.getparent()
    names = [parameter.get("ident", "") for parameter in item.iterchildren(tag("paramSpec"))]
    if value is None or value.tag != tag("valItem") or not names:
        return
    behaviour = value.get("ident", "")
    context = f"tei:param[parent::tei:model/@behaviour='{behaviour}']"
    test = " or ".join(f"@name='{name}'" for name in names)
    message = f"The behaviour {behaviour} takes the parameters {', '.join(names)}."
    yield _pattern(f"{spec.ident}-parameters-{behaviour}", context, "assert", test, message)
