"""What customisations do: an ODD, and documents that its schemas accept or reject."""

from __future__ import annotations

from pathlib import Path

import pytest
import xmlschema
from lxml import etree

from teiedition.odd import compile_odd

from .conftest import DOCUMENT, MODULES, RELEASE, Compile, Write, accepts, accepts_document

CASES = {
    case.get("name"): case for case in etree.parse(Path(__file__).with_name("customisations.xml")).getroot()
}
P = "<p>x</p>"


def inner(element: etree._Element) -> str:
    """What stands in an element, as XML that declares its own namespaces."""
    return (element.text or "") + "".join(etree.tostring(child, encoding="unicode") for child in element)


def bodies(case: str, kind: str) -> list[str]:
    """The contents of `body` that a case says are accepted, or rejected."""
    return [inner(element) for element in CASES[case].iter(f"{{urn:teiedition:test}}{kind}")]


def parts_of(case: str) -> str:
    """What a case's ODD holds."""
    return inner(next(CASES[case].iter("{urn:teiedition:test}odd")))


@pytest.mark.parametrize("case", CASES)
def test_a_customisation(case: str, compiled: Compile) -> None:
    grammar = compiled(parts_of(case)).rng
    assert [body for body in bodies(case, "accepted") if not accepts(grammar, body)] == []
    assert [body for body in bodies(case, "rejected") if accepts(grammar, body)] == []


@pytest.mark.parametrize("case", CASES)
def test_xml_schema_is_never_stricter(case: str, compiled: Compile) -> None:
    schema = xmlschema.XMLSchema10(compiled(parts_of(case)).xsd.decode())
    for body in bodies(case, "accepted"):
        schema.validate(DOCUMENT.format(body))


def test_xml_schema_rejects_most_of_what_the_grammar_rejects(compiled: Compile) -> None:
    found = []
    for case in CASES:
        schema = xmlschema.XMLSchema10(compiled(parts_of(case)).xsd.decode())
        found += [schema.is_valid(DOCUMENT.format(body)) for body in bodies(case, "rejected")]
    assert found.count(False) >= 0.8 * len(found)


BODY = '<elementSpec ident="body" mode="change"><content>{}</content></elementSpec>'
EXPANSIONS = {
    "": ("<hi/>", "<hi/><date/>"),
    "alternation": ("<hi/>", "<hi/><date/>"),
    "sequence": ("<hi/><name key='k'/><date/><old><p/></old>", "<hi/>"),
    "sequenceOptional": ("<hi/><date/>", "<date/><hi/>"),
    "sequenceOptionalRepeatable": ("<hi/><hi/><old><p/></old>", "<date/><hi/>"),
    "sequenceRepeatable": ("<hi/><hi/><name key='k'/><date/><old><p/></old>", "<hi/><date/>"),
}


@pytest.mark.parametrize("expand", EXPANSIONS)
def test_a_class_expands_as_asked(expand: str, compiled: Compile) -> None:
    accepted, rejected = EXPANSIONS[expand]
    stated = f' expand="{expand}"' if expand else ""
    grammar = compiled(BODY.format(f'<classRef key="model.phrase"{stated}/>')).rng
    assert accepts(grammar, accepted)
    assert not accepts(grammar, rejected)


@pytest.mark.parametrize("limit", ['include="hi date"', 'except="name old"'])
def test_a_class_can_be_referred_to_in_part(limit: str, compiled: Compile) -> None:
    grammar = compiled(BODY.format(f'<classRef key="model.phrase" {limit}/>')).rng
    assert accepts(grammar, "<hi/>")
    assert accepts(grammar, "<date/>")
    assert not accepts(grammar, "<name key='k'/>")


def test_modules_include_and_except(odd: Write) -> None:
    some = '<moduleRef key="tei"/><moduleRef key="textstructure"/><moduleRef key="core" include="p hi"/>'
    grammar = compile_odd(odd(some), RELEASE).rng
    assert accepts(grammar, "<p><hi/></p>")
    assert not accepts(grammar, "<p><date/></p>")
    others = '<moduleRef key="tei"/><moduleRef key="textstructure"/><moduleRef key="core" except="hi"/>'
    grammar = compile_odd(odd(others), RELEASE).rng
    assert accepts(grammar, "<p><date/></p>")
    assert not accepts(grammar, "<p><hi/></p>")


def test_specifications_can_be_referred_to_one_by_one(compiled: Compile) -> None:
    assert accepts(compiled('<elementRef key="verse"/>').rng, "<verse>x</verse>")


def test_a_class_can_be_taken_with_some_of_its_attributes(compiled: Compile) -> None:
    grammar = compiled('<classRef key="att.typed" include="type"/>').rng
    assert accepts(grammar, "<p><name key='k' type='t'/></p>")
    assert not accepts(grammar, "<p><name key='k' subtype='t'/></p>")


def test_groups_of_specifications(compiled: Compile, odd: Write) -> None:
    odd('<elementSpec ident="old" mode="delete"/>', name="more.odd")
    outside = (
        '<specGrp xml:id="one"><elementSpec ident="hi" mode="delete"/><specGrpRef target="#two"/></specGrp>'
        '<specGrp xml:id="two"><elementSpec ident="date" mode="delete"/></specGrp>'
        '<specGrp xml:id="unused"><elementSpec ident="name" mode="delete"/></specGrp>'
    )
    grammar = compiled('<specGrpRef target="#one"/>', outside).rng
    assert not accepts(grammar, "<p><hi/></p>")
    assert not accepts(grammar, "<p><date/></p>")
    assert accepts(grammar, "<p><name key='k'/></p>")


GROUP = '<specGrp xmlns="http://www.tei-c.org/ns/1.0"><elementSpec ident="hi" mode="delete"/></specGrp>'


def test_a_group_in_another_file(odd: Write, tmp_path: Path) -> None:
    (tmp_path / "group.xml").write_text(GROUP, encoding="utf-8")
    grammar = compile_odd(odd(MODULES + '<specGrpRef target="group.xml"/>'), RELEASE).rng
    assert not accepts(grammar, "<p><hi/></p>")


def test_an_inclusion_from_another_file(odd: Write, tmp_path: Path) -> None:
    group = GROUP.replace("</specGrp>", "<p>prose</p></specGrp>")
    (tmp_path / "group.xml").write_text(group, encoding="utf-8")
    pointer = "xmlns(t=http://www.tei-c.org/ns/1.0)xpointer(//t:elementSpec)"
    grammar = compile_odd(odd(f'{MODULES}<xi:include href="group.xml" xpointer="{pointer}"/>'), RELEASE).rng
    assert not accepts(grammar, "<p><hi/></p>")


def test_odds_can_be_chained(odd: Write) -> None:
    odd(MODULES + '<elementSpec ident="hi" mode="delete"/>', name="first.odd")
    second = odd(MODULES + '<elementSpec ident="date" mode="delete"/>', attributes='source="first.odd"')
    grammar = compile_odd(second, RELEASE).rng
    assert accepts(grammar, "<p><name key='k'/></p>")
    assert not accepts(grammar, "<p><hi/></p>")
    assert not accepts(grammar, "<p><date/></p>")


def test_what_begins_a_document(compiled: Compile) -> None:
    grammar = compiled("", attributes='start="list p"').rng
    assert accepts_document(grammar, '<p xmlns="http://www.tei-c.org/ns/1.0"/>')
    assert not accepts(grammar, P)


def test_a_namespace_of_its_own(compiled: Compile) -> None:
    grammar = compiled("", attributes='ns="urn:own"').rng
    assert accepts_document(grammar, '<TEI xmlns="urn:own"><body><p/></body></TEI>')
    assert not accepts(grammar, P)


@pytest.mark.parametrize("mode", ["change", "replace", "delete"])
def test_a_change_is_of_the_element_in_its_namespace(mode: str, compiled: Compile) -> None:
    change = '<elementSpec ident="hi" mode="{}" {}><content><empty/></content></elementSpec>'
    ours = compiled(change.format(mode, 'ns="http://www.tei-c.org/ns/1.0"'))
    assert not accepts(ours.rng, "<p><hi>x</hi></p>") and not ours.warnings
    other = compiled(change.format(mode, 'ns="urn:other"'))
    assert accepts(other.rng, "<p><hi>x</hi></p>")
    assert ["another namespace" in str(warning) for warning in other.warnings] == [True]


def test_an_element_of_another_namespace_is_deleted_by_its_name(odd: Write) -> None:
    member = '<classes><memberOf key="model.phrase"/></classes>'
    odd(
        f'{MODULES}<elementSpec ident="x" module="core" ns="urn:other">{member}</elementSpec>',
        name="first.odd",
    )
    kept = compile_odd(odd(MODULES, attributes='source="first.odd"'), RELEASE)
    assert accepts(kept.rng, '<p><x xmlns="urn:other"/></p>')
    without = MODULES + '<elementSpec ident="x" mode="delete"/>'
    deleted = compile_odd(odd(without, attributes='source="first.odd"'), RELEASE)
    assert not accepts(deleted.rng, '<p><x xmlns="urn:other"/></p>') and not deleted.warnings


@pytest.mark.parametrize(
    ("inner", "accepted"),
    [
        ('<x xmlns="urn:x" y="1"><z>text</z></x>', True),
        ('<x xmlns=""/>', True),
        ('<x xmlns="urn:x"><p xmlns="http://www.tei-c.org/ns/1.0"/></x>', False),
        ('<egXML xmlns="http://www.tei-c.org/ns/Examples"/>', False),
        ("<p/>", False),
    ],
)
def test_elements_of_other_vocabularies(inner: str, accepted: bool, compiled: Compile) -> None:
    grammar = compiled('<moduleRef key="extra"/>').rng
    assert accepts(grammar, f"<p><foreign>{inner}</foreign></p>") is accepted


def test_exceptions_of_other_vocabularies(compiled: Compile) -> None:
    change = BODY.replace("body", "foreign").format('<anyElement except="urn:x"/>')
    grammar = compiled(f'<moduleRef key="extra"/>{change}').rng
    assert accepts(grammar, '<p><foreign><y xmlns="urn:y"/></foreign></p>')
    assert not accepts(grammar, '<p><foreign><y xmlns="urn:x"/></foreign></p>')


GRAMMAR = """<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:shape" xmlns:l="urn:link">
  <start><ref name="circle"/></start>
  <include href="parts.rng"><define name="colour"><attribute name="colour"/></define></include>
  <define name="circle">
    <element name="circle"><ref name="colour"/><attribute name="l:href"/><empty/></element>
  </define>
</grammar>"""
PARTS = """<grammar xmlns="http://relaxng.org/ns/structure/1.0">
  <define name="colour"><attribute name="tint"/></define>
</grammar>"""


def test_a_grammar_of_another_vocabulary(compiled: Compile, tmp_path: Path) -> None:
    (tmp_path / "shapes.rng").write_text(GRAMMAR, encoding="utf-8")
    (tmp_path / "parts.rng").write_text(PARTS, encoding="utf-8")
    grammar = compiled(
        '<moduleRef url="shapes.rng" prefix="shape_"><content>'
        '<rng:define name="model.phrase" combine="choice"><rng:ref name="shape_circle"/></rng:define>'
        "</content></moduleRef>"
    ).rng
    circle = '<circle xmlns="urn:shape" xmlns:k="urn:link" k:href="x" {}="red"/>'
    assert accepts(grammar, f"<p>{circle.format('colour')}</p>")
    assert not accepts(grammar, f"<p>{circle.format('tint')}</p>")
    assert accepts(grammar, "<p><hi/></p>")
