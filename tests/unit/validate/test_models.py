"""Which schemas a document is held against: the one given, those that it names, the project's own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from teiedition.errors import InputError
from teiedition.files import digest
from teiedition.validate import validate

RNG = '<element name="{}" xmlns="http://relaxng.org/ns/structure/1.0"><text/></element>'
SCH = (
    '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"><pattern><rule context="a">'
    '<assert test="@n">number!</assert></rule></pattern></schema>'
)
XSD = (
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType>'
    '<xs:sequence><xs:element name="b" type="xs:integer"/></xs:sequence>'
    "</xs:complexType></xs:element></xs:schema>"
)
RELAX = 'schematypens="http://relaxng.org/ns/structure/1.0"'
RULES = 'schematypens="http://purl.oclc.org/dsdl/schematron"'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An edition with two grammars, and an empty cache."""
    (tmp_path / "schema").mkdir()
    (tmp_path / "tei").mkdir()
    (tmp_path / "schema" / "a.rng").write_text(RNG.format("a"))
    (tmp_path / "schema" / "b.rng").write_text(RNG.format("b"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


def rules(folder: Path, *models: str, root: str = "<a/>") -> list[str]:
    """The rules that a document with these xml-model instructions breaks."""
    path = folder / "tei" / "document.xml"
    path.write_text("\n".join([*(f"<?xml-model {model}?>" for model in models), root]))
    return [problem.rule for problem in validate([path])]


def test_named_grammar_is_found_by_its_path(folder: Path) -> None:
    assert rules(folder, f'href="../schema/a.rng" {RELAX}') == []
    assert rules(folder, f"href='../schema/b.rng' {RELAX}") == ["grammar/root-element"]


def test_all_named_schemas_are_used(folder: Path) -> None:
    (folder / "schema" / "own.sch").write_text(SCH)
    models = (f'href="../schema/b.rng" {RELAX}', f'href="../schema/own.sch" {RULES}')
    assert rules(folder, *models) == ["grammar/root-element", "rules"]


def test_rules_that_are_named_and_beside_the_grammar_are_asked_once(folder: Path) -> None:
    (folder / "schema" / "a.sch").write_text(SCH)
    assert rules(folder, f'href="../schema/a.rng" {RELAX}', f'href="../schema/a.sch" {RULES}') == ["rules"]


def test_rules_beside_a_grammar_go_with_it(folder: Path) -> None:
    (folder / "schema" / "a.sch").write_text(SCH)
    assert rules(folder, f'href="../schema/a.rng" {RELAX}') == ["rules"]


def test_rules_within_a_grammar_are_asked_where_the_document_says_so(folder: Path) -> None:
    (folder / "schema" / "both.rng").write_text(
        '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><text/>'
        '<rule context="a" xmlns="http://purl.oclc.org/dsdl/schematron">'
        '<assert test="@n">number!</assert></rule></element>'
    )
    assert rules(folder, f'href="../schema/both.rng" {RELAX}') == []
    assert rules(folder, f'href="../schema/both.rng" {RULES}') == ["rules"]


def test_web_address_is_looked_for_by_name_then_in_the_cache_and_never_fetched(folder: Path) -> None:
    assert rules(folder, f'href="https://example.org/x/a.rng" {RELAX}') == []
    assert rules(folder, f'href="https://example.org/x/gone.rng" {RELAX}') == ["schema"]
    kept = folder / "cache" / "teiedition" / digest("https://example.org/x/gone.rng")[:16] / "gone.rng"
    kept.parent.mkdir(parents=True)
    kept.write_text(RNG.format("b"))
    assert rules(folder, f'href="http://example.org/x/gone.rng" {RELAX}') == ["grammar/root-element"]


def test_document_that_names_none_is_held_against_the_projects_own(folder: Path) -> None:
    assert rules(folder) == ["grammar/root-element"]


def test_given_schema_goes_before_named_ones(folder: Path) -> None:
    path = folder / "tei" / "document.xml"
    path.write_text(f'<?xml-model href="../schema/b.rng" {RELAX}?><a/>')
    assert validate([path], schema=folder / "schema" / "a.rng") == []


def test_schema_of_any_language_can_be_given(folder: Path) -> None:
    path = folder / "tei" / "document.xml"
    path.write_text("<a>\n<b>x</b>\n</a>")
    (folder / "a.xsd").write_text(XSD)
    (folder / "a.sch").write_text(SCH)
    [problem] = validate([path], schema=folder / "a.xsd")
    assert (problem.rule, problem.line, problem.message[:3]) == ("xsd", 2, "b: ")
    [problem] = validate([path], schema=folder / "a.sch")
    assert (problem.rule, problem.message) == ("rules", "number!")


NO_SCHEMAS = {
    "x.rnc": ("element a { text }", "compact RELAX NG"),
    "x.rng": ("<html/>", "the root element html"),
    "x.dtd": ("<!ELEMENT a EMPTY>", "not well-formed"),
    "x.xsd": (
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
        '<xs:include schemaLocation="http://example.org/x.xsd"/></xs:schema>',
        "is not a W3C XML Schema that can be used",
    ),
}


@pytest.mark.parametrize("name", NO_SCHEMAS)
def test_what_is_no_schema_is_refused_in_words(folder: Path, name: str) -> None:
    content, words = NO_SCHEMAS[name]
    (folder / name).write_text(content)
    path = folder / "tei" / "document.xml"
    path.write_text("<a/>")
    with pytest.raises(InputError, match=words):
        validate([path], schema=folder / name)


def test_a_changed_schema_is_read_again(folder: Path) -> None:

    path, schema = folder / "tei" / "document.xml", folder / "schema" / "a.rng"
    path.write_text("<a/>")
    assert validate([path], schema=schema) == []
    schema.write_text(RNG.format("b"))
    os.utime(schema, ns=(1, 1))
    assert [problem.rule for problem in validate([path], schema=schema)] == ["grammar/root-element"]
