"""What grammars allow: every kind of pattern and name class, and the ways to put grammars together."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from teiedition.validate.relaxng import Grammar

MakeGrammar = Callable[[str], Grammar]

A = '<element name="a"><empty/></element>'
B = '<element name="b"><empty/></element>'
VERDICTS = {
    "group": (
        f"{A}{B}", ["<a/><b/>", " <a/>\n<b/> <!-- x -->"], ["<b/><a/>", "<a/>", "x<a/><b/>", "<a/><b/><b/>"],
    ),
    "choice": (f"<choice>{A}{B}</choice>", ["<a/>", "<b/>"], ["", "<a/><b/>"]),
    "optional": (f"<optional>{A}</optional>", ["", " ", "<a/>"], ["<a/><a/>", "x"]),
    "repeated": (f"<oneOrMore>{A}</oneOrMore>", ["<a/>", "<a/><a/><a/>"], ["", "<b/>"]),
    "any number": (f"<zeroOrMore>{A}</zeroOrMore>", ["", "<a/><a/>"], ["<a/><b/>"]),
    "interleave": (
        f"<interleave>{A}<group>{B}{B}</group></interleave>", ["<b/><a/><b/>", "<a/><b/><b/>"], ["<a/><b/>"],
    ),
    "mixed": (f"<mixed>{A}{B}</mixed>", ["x<a/>y<b/>z", "<a/><b/>"], ["x<b/>y<a/>"]),
    "text": ("<text/>", ["", "x", "x<!-- c -->y", "<?p i?>"], ["<a/>"]),
    "empty": ("<empty/>", ["", " ", "<!-- c -->"], ["x", "<a/>"]),
    "not allowed": (f"<choice>{A}<notAllowed/></choice>", ["<a/>"], [""]),
    "data": ('<data type="integer"/>', ["12", " 12 ", "1<!-- c -->2"], ["", "x", "1 2"]),
    "value": ("<value>in bud</value>", ["in bud", "  in  bud "], ["inbud", ""]),
    "value of a type": ('<value type="integer">12</value>', ["12", "+12", "012"], ["13", "12.0"]),
    "string": ('<value type="string"> x</value>', [" x"], ["x"]),
    "list": (
        '<list><data type="integer"/><zeroOrMore><value>x</value></zeroOrMore></list>',
        ["1", "1 x", " 1\nx x "], ["", "x", "1 y"],
    ),
    "data without": (
        '<data type="token"><except><choice><value>x</value><value>y</value></choice></except></data>',
        ["z", ""], ["x", " y "],
    ),
    "empty or data": ('<choice><empty/><data type="integer"/></choice>', ["", " ", "1"], ["x"]),
    "any name": (
        "<oneOrMore><element><anyName><except><name>a</name></except></anyName><empty/></element></oneOrMore>",
        ["<b/>", '<c xmlns="urn:y"/>'], ["<a/>"],
    ),
    "names of a namespace": (
        '<element><nsName ns="urn:x"><except><name ns="urn:x">a</name></except></nsName><empty/></element>',
        ['<b xmlns="urn:x"/>'], ["<b/>", '<a xmlns="urn:x"/>'],
    ),
    "choice of names": (
        "<element><choice><name>a</name><name>x:b</name></choice><empty/></element>",
        ["<a/>", '<b xmlns="urn:x"/>'], ["<b/>"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", VERDICTS)
def test_content(grammar: MakeGrammar, kind: str) -> None:
    pattern, good, bad = VERDICTS[kind]
    made = grammar(f'<element name="r">{pattern}</element>')
    said = {content: made.valid(etree.fromstring(f"<r>{content}</r>")) for content in (*good, *bad)}
    assert said == dict.fromkeys(good, True) | dict.fromkeys(bad, False)


ATTRIBUTES = {
    "required": ('<attribute name="n"/>', ['n=""', 'n="x"'], ["", 'm="x"', 'n="x" m="x"']),
    "of a type": ('<attribute name="n"><data type="integer"/></attribute>', ['n=" 1 "'], ['n="x"', 'n=""']),
    "empty": ('<attribute name="n"><empty/></attribute>', ['n=""', 'n=" "'], ['n="x"']),
    "one of two": (
        '<choice><attribute name="n"/><attribute name="m"/></choice>', ['n=""', 'm=""'], ["", 'n="" m=""'],
    ),
    "in any order": ('<attribute name="n"/><attribute name="m"/>', ['n="" m=""', 'm="" n=""'], ['n=""']),
    "with a namespace": ('<attribute name="x:n"/>', ['x:n=""'], ['n=""']),
    "of any name": (
        '<zeroOrMore><attribute><anyName/></attribute></zeroOrMore>', ["", 'n="" x:m="" xml:id="i"'], [],
    ),
    "qualified name": (
        '<attribute name="n"><data type="QName"/></attribute>', ['n="x:a"', 'n="a"'], ['n="y:a"'],
    ),
    "value of a qualified name": ('<attribute name="n"><value type="QName">x:a</value></attribute>',
                                  ['n="x:a"'], ['n="a"']),
}  # fmt: skip


@pytest.mark.parametrize("kind", ATTRIBUTES)
def test_attributes(grammar: MakeGrammar, kind: str) -> None:
    pattern, good, bad = ATTRIBUTES[kind]
    made = grammar(f'<element name="r">{pattern}<empty/></element>')
    said = {tag: made.valid(etree.fromstring(f'<r xmlns:x="urn:x" {tag}/>')) for tag in (*good, *bad)}
    assert said == dict.fromkeys(good, True) | dict.fromkeys(bad, False)


def test_content_depends_on_an_attribute(grammar: MakeGrammar) -> None:
    made = grammar(
        f'<element name="r"><choice><group><attribute name="k"><value>a</value></attribute>{A}</group>'
        f'<group><attribute name="k"><value>b</value></attribute>{B}</group></choice></element>'
    )
    documents = ('<r k="a"><a/></r>', '<r k="b"><b/></r>', '<r k="a"><b/></r>')
    assert [made.valid(etree.fromstring(text)) for text in documents] == [True, True, False]


def test_one_name_with_two_contents(grammar: MakeGrammar) -> None:
    inner = '<element name="i">{}</element>'.format
    made = grammar(f'<element name="r">{inner(A)}{inner(B)}</element>')
    assert made.valid(etree.fromstring("<r><i><a/></i><i><b/></i></r>"))
    assert not made.valid(etree.fromstring("<r><i><b/></i><i><a/></i></r>"))


def test_definitions_are_combined(grammar: MakeGrammar) -> None:
    made = grammar(
        "<grammar><start><element name='r'><ref name='x'/><ref name='y'/></element></start>"
        f"<define name='x' combine='choice'>{A}</define><div><define name='x'>{B}</define></div>"
        f"<define name='y' combine='interleave'>{A}</define>"
        f"<define name='y' combine='interleave'>{B}</define>"
        "</grammar>"
    )
    documents = ("<r><b/><b/><a/></r>", "<r><a/><a/><b/></r>", "<r><a/><a/></r>")
    assert [made.valid(etree.fromstring(text)) for text in documents] == [True, True, False]


def test_grammar_within_a_grammar(grammar: MakeGrammar) -> None:
    made = grammar(
        "<grammar><start><grammar><start><element name='r'><ref name='c'/><parentRef name='c'/></element>"
        f"</start><define name='c'>{A}</define></grammar></start><define name='c'>{B}</define></grammar>"
    )
    assert made.valid(etree.fromstring("<r><a/><b/></r>"))


def test_files_are_included_and_overridden(tmp_path: Path, grammar: MakeGrammar) -> None:
    xmlns = 'xmlns="http://relaxng.org/ns/structure/1.0"'
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "base.rng").write_text(
        f"<grammar {xmlns} ns='urn:n'><start><element name='r'><ref name='c'/><externalRef href='b.rng'/>"
        f"</element></start><define name='c'>{A}</define></grammar>"
    )
    (tmp_path / "parts" / "b.rng").write_text(f"<element {xmlns} name='b'><empty/></element>")
    made = grammar(
        "<grammar><include href='parts/base.rng'>"
        "<define name='c'><element name='c'><empty/></element></define></include></grammar>"
    )
    assert made.valid(etree.fromstring("<r xmlns='urn:n'><c xmlns=''/><b xmlns='urn:n'/></r>"))


LETTERS = {"a": A, "b": B, "c": '<element name="c"><empty/></element>'}


def _joined(two: tuple[tuple[str, str], tuple[str, str]]) -> tuple[str, str]:
    (one, first), (other, second) = two
    return one + other, f"<group>{first}{second}</group>"


def _either(two: tuple[tuple[str, str], tuple[str, str]]) -> tuple[str, str]:
    (one, first), (other, second) = two
    return f"(?:{one}|{other})", f"<choice>{first}{second}</choice>"


def _times(inner: tuple[str, str], sign: str) -> tuple[str, str]:
    name = {"*": "zeroOrMore", "+": "oneOrMore", "?": "optional"}[sign]
    return f"(?:{inner[0]}){sign}", f"<{name}>{inner[1]}</{name}>"


expressions = st.recursive(
    st.sampled_from(sorted(LETTERS.items())),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(_joined),
        st.tuples(inner, inner).map(_either),
        st.builds(_times, inner, st.sampled_from("*+?")),
    ),
    max_leaves=8,
)
"""Regular expressions over a, b, c, each as Python's and as RELAX NG."""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(expression=expressions, words=st.lists(st.text("abc", max_size=6), min_size=1, max_size=8))
def test_content_is_matched_as_a_regular_expression(
    grammar: MakeGrammar, expression: tuple[str, str], words: list[str]
) -> None:
    made = grammar(f'<element name="r">{expression[1]}</element>')
    for word in words:
        root = etree.fromstring("<r>" + "".join(f"<{letter}/>" for letter in word) + "</r>")
        assert made.valid(root) == bool(re.fullmatch(expression[0], word))
        assert bool(made.faults(root)) != made.valid(root)


def test_a_grammar_that_doubles_with_every_step_is_no_trap(grammar: MakeGrammar) -> None:
    """Patterns that blow up if they are expanded, and an element that fits them in very many ways."""
    nested = A
    for _ in range(40):
        nested = f"<optional>{nested}</optional><optional>{nested if len(nested) < 200 else A}</optional>"
    inter = "".join(f"<optional>{LETTERS[letter]}</optional>" for letter in "abc" * 5)
    made = grammar(f'<element name="r"><group>{nested}</group><interleave>{inter}</interleave></element>')
    assert made.valid(etree.fromstring("<r>" + "<a/><b/><c/>" * 4 + "</r>"))
    assert not made.valid(etree.fromstring("<r>" + "<a/><b/><c/>" * 30 + "</r>"))
