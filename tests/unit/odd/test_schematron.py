"""The Schematron that comes of an ODD: what each rule is asked of, by where its constraint stands."""

from __future__ import annotations

import pytest
from lxml import etree

from teiedition.odd import compile_odd

from .conftest import MODULES, RELEASE, Compile, Write
from .rules import broken

SCH = "{http://purl.oclc.org/dsdl/schematron}"
ASSERT = '<sch:assert test="normalize-space()">says nothing</sch:assert>'


def constraint(inner: str, attributes: str = 'scheme="schematron"') -> str:
    return f'<constraintSpec ident="c" {attributes}><constraint>{inner}</constraint></constraintSpec>'


def on_element(inner: str, attributes: str = 'scheme="schematron"') -> str:
    return f'<elementSpec ident="hi" mode="change">{constraint(inner, attributes)}</elementSpec>'


def contexts(schematron: bytes, pattern: str = "c") -> list[str]:
    """What the rules of a pattern are asked of."""
    root = etree.fromstring(schematron)
    return [rule.get("context") for rule in root.iterfind(f"{SCH}pattern[@id='{pattern}']/{SCH}rule")]


WRAPPED = {
    "of an element": (on_element(ASSERT), "tei:hi"),
    "of its attribute": (
        '<elementSpec ident="hi" mode="change"><attList><attDef ident="n" mode="change">'
        f"{constraint(ASSERT)}</attDef></attList></elementSpec>",
        "tei:hi/@n",
    ),
    "of a class": (
        f'<classSpec ident="att.typed" type="atts" mode="change">{constraint(ASSERT)}</classSpec>',
        "tei:name | tei:list",
    ),
    "of a class's attribute": (
        '<classSpec ident="att.typed" type="atts" mode="change"><attList><attDef ident="type" mode="change">'
        f"{constraint(ASSERT)}</attDef></attList></classSpec>",
        "tei:name/@type | tei:list/@type",
    ),
    "of an element under another name": (
        on_element(ASSERT).replace("<constraintSpec", "<altIdent>stress</altIdent><constraintSpec"),
        "tei:stress",
    ),
    "a rule that names its own": (
        on_element(f'<sch:rule context="tei:p/tei:hi">{ASSERT}</sch:rule>'),
        "tei:p/tei:hi",
    ),
    "a rule that names nothing": (on_element(f"<sch:rule>{ASSERT}</sch:rule>"), "tei:hi"),
    "of the schema": (constraint(ASSERT), "/*"),
}


@pytest.mark.parametrize("case", WRAPPED)
def test_a_bare_assertion_is_asked_of_what_it_stands_in(case: str, compiled: Compile) -> None:
    parts, expected = WRAPPED[case]
    assert contexts(compiled(parts).schematron) == [expected]


def test_the_rule_finds_what_breaks_it(compiled: Compile) -> None:
    schematron = compiled(on_element(ASSERT)).schematron
    document = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><body><p><hi>{}</hi></p></body></TEI>'
    assert broken(schematron, document.format("")) == ["c"]
    assert broken(schematron, document.format("x")) == []


def test_patterns_are_kept_and_lets_come_first(compiled: Compile) -> None:
    pattern = f'<sch:pattern id="own"><sch:rule context="tei:p">{ASSERT}</sch:rule></sch:pattern>'
    bare = f'<sch:let name="text" value="normalize-space()"/>{ASSERT}'
    schematron = etree.fromstring(compiled(on_element(pattern + bare)).schematron)
    assert [item.get("id") for item in schematron.iterfind(f"{SCH}pattern")] == ["subtyped", "own", "c"]
    rule = schematron.find(f"{SCH}pattern[@id='c']/{SCH}rule")
    assert [child.tag for child in rule] == [f"{SCH}let", f"{SCH}assert"]


def test_namespaces_are_declared(odd: Write) -> None:
    own = (
        '<elementSpec ident="cell" ns="urn:cell" mode="add" xmlns:c="urn:cell">'
        f'<classes><memberOf key="model.phrase"/></classes>{constraint(ASSERT)}</elementSpec>'
        f'<constraintSpec ident="d" scheme="schematron"><constraint><sch:ns prefix="k" uri="urn:k"/>'
        f'<sch:rule context="k:x">{ASSERT}</sch:rule></constraint></constraintSpec>'
    )
    schematron = compile_odd(odd(MODULES + own), RELEASE).schematron
    declared = {item.get("prefix"): item.get("uri") for item in etree.fromstring(schematron).iter(f"{SCH}ns")}
    assert (declared["c"], declared["k"], declared["tei"]) == (
        "urn:cell",
        "urn:k",
        "http://www.tei-c.org/ns/1.0",
    )
    assert contexts(schematron) == ["c:cell"]


def test_the_query_language_is_what_the_rules_need(compiled: Compile) -> None:
    assert etree.fromstring(compiled(on_element(ASSERT)).schematron).get("queryBinding") == "xslt2"
    newer = on_element(ASSERT, 'scheme="schematron" queryBinding="xslt3"')
    assert etree.fromstring(compiled(newer).schematron).get("queryBinding") == "xslt3"


def test_keys_and_functions_of_xslt_are_kept(compiled: Compile) -> None:
    key = '<xsl:key xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="k" match="tei:p" use="@n"/>'
    root = etree.fromstring(compiled(on_element(key + ASSERT)).schematron)
    assert root.find("{http://www.w3.org/1999/XSL/Transform}key").get("name") == "k"


def test_rules_of_other_languages_and_schemes_are_left_out(compiled: Compile) -> None:
    assert contexts(compiled(on_element(ASSERT, 'scheme="private"')).schematron) == []
    assert contexts(compiled(on_element(ASSERT, 'scheme="schematron" xml:lang="fr"')).schematron) == []
    assert contexts(compiled(on_element(ASSERT, 'scheme="isoschematron"')).schematron) == ["tei:hi"]


def test_a_rule_can_be_deleted(compiled: Compile) -> None:
    deletion = '<constraintSpec ident="subtyped" mode="delete"/>'
    deleted = f'<classSpec ident="att.typed" type="atts" mode="change">{deletion}</classSpec>'
    assert contexts(compiled("").schematron, "subtyped") == ["tei:*[@subtype]"]
    assert contexts(compiled(deleted).schematron, "subtyped") == []


def test_what_is_to_be_given_up_is_warned_of(compiled: Compile) -> None:
    change = (
        '<elementSpec ident="name" mode="change"><attList>'
        '<attDef ident="key" mode="replace" validUntil="2030-01-01"/></attList></elementSpec>'
    )
    document = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><name key="k"/></TEI>'
    assert broken(compiled(change).schematron, document) == ["name-key-deprecated"]


def test_namespaces_that_other_vocabularies_must_have(compiled: Compile) -> None:
    content = '<content><anyElement require="urn:x"/></content>'
    change = f'<elementSpec ident="foreign" mode="change">{content}</elementSpec>'
    schematron = compiled('<moduleRef key="extra"/>' + change).schematron
    document = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><foreign><y xmlns="urn:{}"/></foreign></TEI>'
    assert broken(schematron, document.format("y")) == ["foreign-required-namespaces"]
    assert broken(schematron, document.format("x")) == []
