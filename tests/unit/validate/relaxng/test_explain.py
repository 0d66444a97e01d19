"""Explanations: one fault for each cause, the guilty thing named first, with what is allowed and a remedy."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree

from teiedition.validate.relaxng import Fault, Grammar

MakeGrammar = Callable[[str], Grammar]

LETTER = """<grammar ns="urn:letter">
  <start><element name="letter">
    <ref name="head"/>
    <optional><ref name="place"/></optional>
    <element name="body"><oneOrMore><ref name="block"/></oneOrMore></element>
    <optional><element name="close"><text/></element></optional>
  </element></start>
  <define name="head"><element name="head">
    <attribute name="when"><data type="date"/></attribute>
    <optional><attribute name="kind">
      <choice><value>private</value><value>official</value></choice>
    </attribute></optional>
    <element name="from"><text/></element>
    <element name="to"><text/></element>
  </element></define>
  <define name="block" combine="choice"><element name="para"><zeroOrMore><choice>
    <text/>
    <ref name="place"/>
    <element name="number"><data type="integer"/></element>
  </choice></zeroOrMore></element></define>
  <define name="block" combine="choice"><element name="list">
    <oneOrMore><element name="item"><text/></element></oneOrMore>
  </element></define>
  <define name="place"><element name="place"><text/></element></define>
</grammar>"""
HEAD = '<head when="1961-07-11"><from/><to/></head>'
BODY = "<body><para/></body>"


@pytest.fixture
def faults(grammar: MakeGrammar) -> Callable[[str], list[Fault]]:
    """The faults of a letter with this content."""
    made = grammar(LETTER)
    return lambda content: made.faults(etree.fromstring(f'<letter xmlns="urn:letter">{content}</letter>'))


Faults = Callable[[str], list[Fault]]

ONE = [
    (HEAD + "<bdy><para/></bdy>", "unknown-element", "bdy is not an element", "Did you mean body?"),
    (HEAD + "<Body><para/></Body>", "unknown-element", "Body is not an element", "Did you mean body?"),
    (HEAD + "<zzz/>" + BODY, "unknown-element", "zzz is not an element", "Drop the tags"),
    (HEAD + '<body xmlns=""/>', "namespace", "body is in no namespace", 'Give xmlns="urn:letter"'),
    (HEAD, "missing-element", "letter lacks body", "Add body."),
    (BODY, "missing-element", "letter lacks head before body", "Add head."),
    ('<head when="1961-07-11"/>' + BODY, "missing-element", "head lacks from and to", "Add from and to."),
    (HEAD + "<body/>", "missing-element", "body lacks list or para", "Add list or para."),
    (BODY + HEAD, "order", "body is out of order in letter: it must stand after head", "Move it after head."),
    (HEAD + "<close/>" + BODY, "order", "close is out of order in letter", "Move it after body."),
    (HEAD + HEAD + BODY, "repeated-element", "head stands in letter a second time", "Join the two"),
    (HEAD + "<item/>" + BODY, "misplaced-element", "item can't stand in letter", "It can stand in list."),
    (
        HEAD + "<body><para/><place/><place/></body>",
        "misplaced-element", "place can't stand in body (so with the next)", "up into letter",
    ),
    (
        HEAD + "<body><para><place/></para><place/></body>",
        "misplaced-element", "place can't stand in body", "Put it in a para.",
    ),
    (
        HEAD + "<body>stray<para>words</para></body>",
        "text", 'body can\'t contain text directly, as it does with "stray"', "Put it in a para.",
    ),
    (
        HEAD + "<body><para><number>1o</number></para></body>",
        "text-value", 'number contains "1o", not a whole number such as 12', "",
    ),
    (HEAD.replace("when", "wen") + BODY, "unknown-attribute", "@wen is not an attribute", "mean @when?"),
    (HEAD.replace("when", 'zz="" when') + BODY, "unknown-attribute", "@zz is not an attribute", "Drop it"),
    (
        HEAD.replace("1961-07-11", "1961-7-11") + BODY,
        "attribute-value", '@when of head is "1961-7-11", not a date such as', 'Did you mean "1961-07-11"?',
    ),
    (
        HEAD.replace("when", 'kind="offical" when') + BODY,
        "attribute-value", '@kind of head is "offical", not "private" or "official"', 'mean "official"?',
    ),
    (
        HEAD.replace(' when="1961-07-11"', "") + BODY,
        "missing-attribute", "head lacks the attribute @when", "Add it: a date such as 1961-07-11.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("content", "kind", "message", "remedy"), ONE)
def test_one_slip_is_one_fault(faults: Faults, content: str, kind: str, message: str, remedy: str) -> None:
    [fault] = faults(content)
    assert (fault.kind, fault.message[: len(message)]) == (kind, message)
    assert remedy in fault.remedy


def test_slips_in_several_places_are_all_told(faults: Faults) -> None:
    found = faults('<head when="x"><from/></head><bdy><para><number/><plce/></para><list/></bdy>')
    assert sorted(fault.kind for fault in found) == [
        "attribute-value", "missing-element", "missing-element", "text-value",
        "unknown-element", "unknown-element",
    ]  # fmt: skip


def test_what_is_allowed_is_listed_nearest_first(faults: Faults) -> None:
    [fault] = faults(HEAD.replace("when=", 'kind="Private" when=') + BODY)
    assert fault.allowed == ("private", "official")
    [fault] = faults(HEAD + "<body><zzz/><list><item/></list></body>")
    assert set(fault.allowed) == {"list", "para"}


def test_root_elements(grammar: MakeGrammar) -> None:
    made = grammar(LETTER)
    said = {
        "<leter xmlns='urn:letter'/>": "Did you mean letter?",
        "<letter/>": 'Give xmlns="urn:letter"',
        "<para xmlns='urn:letter'/>": "Put it in one of them.",
    }
    for text, remedy in said.items():
        [fault] = made.faults(etree.fromstring(text))
        assert remedy in fault.remedy


def test_long_content_with_one_slip_is_explained_too(faults: Faults) -> None:
    [fault] = faults(HEAD + "<body>" + "<para/>" * 3000 + "<head/>" + "<para/>" * 3000 + "</body>")
    assert fault.message == "head can't stand in body"
