"""Grammars that are wrong, or that lead elsewhere: one clear error, with the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from teiedition.errors import InputError
from teiedition.validate.relaxng import Grammar

FAULTS = {
    '<ref name="gone"/>': 'nothing is defined as "gone"',
    "<choice/>": '"choice" is empty',
    "<attribut/>": 'there is no pattern "attribut"',
    '<data type="datum"/>': 'no datatype "datum"',
    '<value type="date">soon</value>': '"soon" is not a date',
    '<element name="y:a"><empty/></element>': 'prefix "y" is not declared',
    "<element><group/><empty/></element>": "can't stand where a name is wanted",
    '<externalRef href="http://example.org/x.rng"/>': "only files in the folder of the schema",
    '<externalRef href="../x.rng"/>': "only files in the folder of the schema",
    '<externalRef href="file:///etc/passwd"/>': "only files in the folder of the schema",
    '<externalRef href="grammar.rng"/>': "refers back to itself",
    '<externalRef href="gone.rng"/>': "no such file",
    "<externalRef/>": 'needs the attribute "href"',
}


@pytest.mark.parametrize("body", FAULTS)
def test_fault_names_file_and_line(tmp_path: Path, body: str) -> None:
    path = tmp_path / "grammar.rng"
    path.write_text(
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0"\n'
        ' datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><start>\n'
        f"<group>{body}</group></start></grammar>"
    )
    with pytest.raises(InputError) as caught:
        Grammar(path)
    assert FAULTS[body] in str(caught.value)
    assert caught.value.line == 3 or "gone.rng" in body


GRAMMARS = {
    '<start><ref name="a"/></start><define name="a"><ref name="b"/></define>'
    '<define name="b"><ref name="a"/></define>': "contains itself",
    "<start><text/></start><start><empty/></start>": '"combine" does not say how',
    '<define name="a"><text/></define>': "has no start",
    '<start combine="choice"><text/></start><start combine="interleave"><text/></start>': '"combine"',
    "<text/>": "can't stand in \"grammar\"",
}  # fmt: skip


@pytest.mark.parametrize("body", GRAMMARS)
def test_definitions_that_do_not_fit_together(tmp_path: Path, body: str) -> None:
    path = tmp_path / "grammar.rng"
    path.write_text(f'<grammar xmlns="http://relaxng.org/ns/structure/1.0">{body}</grammar>')
    with pytest.raises(InputError, match=GRAMMARS[body]):
        Grammar(path)


def test_entities_and_other_xml_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "grammar.rng"
    path.write_text("<schema/>")
    with pytest.raises(InputError, match="root element is schema"):
        Grammar(path)
    bomb = "".join(f'<!ENTITY e{number} "{f"&e{number - 1};" * 20}">' for number in range(1, 9))
    path.write_text(f'<!DOCTYPE grammar [<!ENTITY e0 "x">{bomb}]><grammar>&e8;</grammar>')
    with pytest.raises(InputError, match="not well-formed"):
        Grammar(path)
