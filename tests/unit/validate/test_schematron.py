"""Rules in ISO Schematron: which are asked, of what, and what they say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from teiedition import tree
from teiedition.errors import InputError
from teiedition.model import Problem
from teiedition.validate.schematron import Rules

Asked = Callable[[str, str], list[Problem]]
SCH = """<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">
<ns prefix="t" uri="urn:t"/>{}</schema>"""


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    """What rules say of a document."""

    def ask(rules: str, document: str) -> list[Problem]:
        schema, path = tmp_path / "rules.sch", tmp_path / "document.xml"
        schema.write_text(SCH.format(rules))
        path.write_text(f'<r xmlns="urn:t">\n{document}\n</r>')
        return Rules(schema).check(tree.parse(path.read_bytes(), path), path)

    return ask


def test_failed_assertion_has_place_name_and_words(asked: Asked) -> None:
    rules = """<pattern id="p"><rule context="t:a">
      <assert test="@n" id="numbered">no  number on <name/></assert></rule></pattern>"""
    [problem] = asked(rules, "<a n='1'/>\n  <a/>")
    assert (problem.line, problem.column, problem.rule) == (3, 3, "rules/numbered")
    assert (problem.message, problem.severity, problem.subject) == ("no number on a", "error", "a")


def test_report_speaks_where_its_test_holds(asked: Asked) -> None:
    rules = """<pattern><rule context="t:a/@n">
      <report test=". > 5" role="warning">n is <value-of select="."/></report></rule></pattern>"""
    [problem] = asked(rules, "<a n='1'/><a n='7'/>")
    assert (problem.message, problem.severity, problem.subject) == ("n is 7", "warning", "@n")


def test_only_the_first_rule_of_a_pattern_counts(asked: Asked) -> None:
    rules = """<pattern><rule context="t:a[@n]"><assert test="false()">first</assert></rule>
      <rule context="t:a"><assert test="false()">second</assert></rule></pattern>
      <pattern><rule context="t:*"><assert test="not(self::t:a)">other</assert></rule></pattern>"""
    said = [problem.message for problem in asked(rules, "<a n='1'/><a/>")]
    assert sorted(said) == ["first", "other", "other", "second"]


def test_variables_of_schema_pattern_and_rule(asked: Asked) -> None:
    rules = """<let name="all" value="count(//t:a)"/><pattern><let name="first" value="//t:a[1]/@n"/>
      <rule context="t:a"><let name="own" value="@n"/>
      <assert test="$own = $first"><value-of select="$own, $first, $all"/></assert></rule></pattern>"""
    assert [problem.message for problem in asked(rules, "<a n='1'/><a n='2'/>")] == ["2 1 2"]


def test_a_variable_of_a_pattern_is_known_in_others_unless_they_have_one_of_that_name(asked: Asked) -> None:
    rules = """<pattern><let name="most" value="count(//t:a)"/><let name="own" value="'one'"/>
      <key xmlns="http://www.w3.org/1999/XSL/Transform" name="numbered" match="t:a" use="@n"/>
      <rule context="t:r"><assert test="false()"><value-of select="$own"/></assert></rule></pattern>
      <pattern><let name="own" value="'two'"/><rule context="t:a[key('numbered', '2') is .]">
      <assert test="false()"><value-of select="$own, $most"/></assert></rule></pattern>"""
    assert [problem.message for problem in asked(rules, "<a n='1'/><a n='2'/>")] == ["one", "two 2"]


def test_abstract_patterns_and_rules(asked: Asked) -> None:
    rules = """<pattern abstract="true" id="needs"><rule context="$what">
        <assert test="$part">$what needs $part</assert></rule></pattern>
      <pattern is-a="needs" id="one">
        <param name="what" value="t:a"/><param name="part" value="t:b"/></pattern>
      <pattern><rule abstract="true" id="numbered"><assert test="@n">number!</assert></rule>
      <rule context="t:b"><extends rule="numbered"/></rule></pattern>"""
    assert [problem.message for problem in asked(rules, "<a/><b/>")] == ["t:a needs t:b", "number!"]


def test_diagnostics_are_the_remedy(asked: Asked) -> None:
    rules = """<pattern><rule context="t:a">
        <assert test="false()" diagnostics="d">two</assert></rule></pattern>
      <diagnostics><diagnostic id="d">Count <value-of select="'again'"/>.</diagnostic></diagnostics>"""
    [problem] = asked(rules, "<a/>")
    assert problem.remedy == "Count again."


def test_the_default_phase_is_run(tmp_path: Path) -> None:
    schema, path = tmp_path / "rules.sch", tmp_path / "document.xml"
    schema.write_text(
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2" defaultPhase="soft">'
        '<phase id="soft"><active pattern="two"/></phase>'
        '<pattern id="one"><rule context="a"><assert test="false()">one</assert></rule></pattern>'
        '<pattern id="two"><rule context="a"><assert test="false()">two</assert></rule></pattern></schema>'
    )
    path.write_text("<a/>")
    said = Rules(schema).check(tree.parse(path.read_bytes(), path), path)
    assert [problem.message for problem in said] == ["two"]


def test_xslt_functions_and_newer_xpath(tmp_path: Path) -> None:
    schema, path = tmp_path / "rules.sch", tmp_path / "document.xml"
    schema.write_text(
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3" '
        'xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><ns prefix="f" uri="urn:f"/>'
        '<xsl:function name="f:twice"><xsl:param name="n"/><xsl:sequence select="2 * $n"/></xsl:function>'
        '<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/><pattern><rule context="a">'
        '<assert test="let $n := xs:integer(@n) return f:twice($n) = map{1: 4}(1)">no</assert>'
        "</rule></pattern></schema>"
    )
    path.write_text("<r><a n='2'/><a n='3'/></r>")
    assert len(Rules(schema).check(tree.parse(path.read_bytes(), path), path)) == 1


def test_a_test_that_fails_to_run_is_told_and_stops_nothing(asked: Asked) -> None:
    rules = """<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>
      <pattern><rule context="t:a">
        <assert test="xs:date(@n) lt xs:date('1961-07-11')" id="early">late</assert></rule></pattern>"""
    found = asked(rules, "<a n='1962-01-01'/><a n='soon'/><a n='1960-01-01'/>")
    assert [problem.severity for problem in found] == ["error", "warning"]
    assert found[1].message.startswith("this rule can't be asked here")


def test_rules_within_a_grammar(tmp_path: Path) -> None:
    grammar, path = tmp_path / "grammar.rng", tmp_path / "document.xml"
    grammar.write_text(
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:s="http://purl.oclc.org/dsdl/schematron">'
        '<start><element name="a"><s:rule context="a"><s:assert test="@n">number!</s:assert></s:rule>'
        '<optional><attribute name="n"/></optional><empty/></element></start></grammar>'
    )
    path.write_text("<a/>")
    [problem] = Rules(grammar).check(tree.parse(path.read_bytes(), path), path)
    assert problem.message == "number!"


def test_parts_come_from_the_same_folder_only(tmp_path: Path, asked: Asked) -> None:
    (tmp_path / "part.sch").write_text(
        '<pattern xmlns="http://purl.oclc.org/dsdl/schematron"><rule context="*:a">'
        '<assert test="@n">in part</assert></rule></pattern>'
    )
    assert [problem.message for problem in asked('<include href="part.sch"/>', "<a/>")] == ["in part"]
    for elsewhere in ("http://example.org/part.sch", "../part.sch"):
        with pytest.raises(InputError, match="only files in the folder"):
            asked(f'<include href="{elsewhere}"/>', "<a/>")


def test_wrong_xpath_names_the_schema(asked: Asked) -> None:
    with pytest.raises(InputError, match=r"rules\.sch: Schematron: a rule is not right"):
        asked('<pattern><rule context="t:a"><assert test="@n =">x</assert></rule></pattern>', "<a/>")


@pytest.mark.parametrize(
    ("context", "found"),
    [
        ("t:a", ["a"]),
        ("t:a[@n = ']' or contains(., '[')]", ["a"]),
        ("t:a/@n | t:b/@n", ["@n", "@n"]),
        ("attribute::n", ["@n", "@n"]),
        ("t:b/text()", ["b"]),
        ("comment()", ["a"]),
        (".[. is /*]", ["r"]),
    ],
)
def test_a_context_may_be_any_node(context: str, found: list[str], asked: Asked) -> None:
    rules = f"""<pattern><rule context="{context}"><report test="true()">here</report></rule></pattern>
      <pattern><rule context="t:none/@n | t:none/@m"><report test="true()">never</report></rule></pattern>"""
    said = asked(rules, "<a n=']'>[<!-- remark --></a><b n='2'>text</b>")
    assert [problem.subject for problem in said] == found


@pytest.mark.parametrize(("depth", "rule"), [(90, "rules/end"), (110, "rules")])
def test_elements_too_deep_in_one_another_are_told_with_their_place(
    depth: int, rule: str, asked: Asked
) -> None:
    rules = '<pattern><rule context="t:end"><report id="end" test="true()">found</report></rule></pattern>'
    [problem] = asked(rules, "\n".join(["<a>"] * depth + ["<end/>"] + ["</a>"] * depth))
    assert problem.rule == rule
    if rule == "rules":
        assert problem.line == 101 and "deep" in problem.message and problem.remedy
