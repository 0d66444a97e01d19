"""Identifiers are unique where others point at them, and pointers arrive."""

from __future__ import annotations

from pathlib import Path

import pytest

from teiedition import tree
from teiedition.model import Problem
from teiedition.validate import references

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}">\n{body}\n</TEI>'


def found(body: str, *, authority: str = "", others: dict[str, str] | None = None) -> list[Problem]:
    """The problems of `letter.xml` with this body, beside an authority file and other documents."""
    texts = {"letter.xml": TEI.format(id="letter", body=body)}
    texts |= {name: TEI.format(id=Path(name).stem, body=text) for name, text in (others or {}).items()}
    entries = {"authority/persons.xml": TEI.format(id="persons", body=authority)} if authority else {}
    return references.check(_gathered(texts), _gathered(entries))


def _gathered(texts: dict[str, str]) -> list[references.Document]:
    paths = [(Path("/edition") / name, text) for name, text in texts.items()]
    return [references.gather(tree.parse(text.encode(), path), path) for path, text in paths]


@pytest.mark.parametrize(
    "body",
    [
        '<p xml:id="a"/><ref target="#a"/>',
        '<persName ref="#ana"/>',
        '<ref target="https://example.org/x#y mailto:a@example.org"/>',
        '<ref target="other.xml other.xml#b"/>',
        '<ref target="#range(left,right)"/>',
        '<egXML xmlns="http://www.tei-c.org/ns/Examples"><ref target="#nowhere" xml:id="letter"/></egXML>',
        '<prefixDef ident="psn" matchPattern="([a-z]+)" replacementPattern="#$1"/><persName ref="psn:ana"/>',
    ],
)
def test_pointers_that_arrive_are_silent(body: str) -> None:
    assert found(body, authority='<person xml:id="ana"/>', others={"other.xml": '<p xml:id="b"/>'}) == []


def test_unknown_target_names_line_value_and_the_near_miss() -> None:
    [problem] = found('\n<persName ref="#anna"/>', authority='<person xml:id="ana"/>')
    assert (problem.line, problem.rule, problem.subject) == (3, "reference", "#anna")
    assert 'persName/@ref points at "#anna"' in problem.message
    assert problem.remedy == 'Did you mean "#ana"?'


def test_each_of_several_targets_is_looked_up() -> None:
    problems = found('<sp who="#ana #bo #cy"/>', authority='<person xml:id="ana"/>')
    assert [problem.subject for problem in problems] == ["#bo", "#cy"]


def test_prefix_that_expands_to_nothing_known() -> None:
    definition = '<prefixDef ident="psn" matchPattern="([a-z]+)" replacementPattern="#$1"/>'
    [problem] = found(definition + '<persName ref="psn:bo"/>')
    assert problem.subject == "psn:bo"


def test_missing_file_and_missing_id_in_a_file() -> None:
    problems = found('<ref target="gone.xml"/><ref target="other.xml#c"/>', others={"other.xml": "<p/>"})
    assert "no such file" in problems[0].message
    assert "no such xml:id in other.xml" in problems[1].message


def test_identifier_twice_in_a_file_names_the_first_place() -> None:
    [problem] = found('<p xml:id="a"/>\n<p xml:id="a"/>')
    assert (problem.rule, problem.line, problem.subject) == ("duplicate-id", 3, "a")
    assert "line 2" in problem.message


def test_an_authority_identifier_may_not_be_declared_again() -> None:
    [problem] = found('<p xml:id="ana"/>', authority='<person xml:id="ana"/>')
    assert "authority/persons.xml" in problem.message


def test_identifiers_within_documents_may_recur_in_other_documents() -> None:
    assert found('<p xml:id="p1"/>', others={"other.xml": '<p xml:id="p1"/>'}) == []


def test_documents_have_identifiers_of_their_own() -> None:
    [problem] = found("<p/>", others={"copy/letter.xml": "<p/>"})
    assert (problem.file, problem.subject) == (Path("/edition/copy/letter.xml"), "letter")
