"""Identifiers are unique where others point at them, and pointers arrive."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from teiedition import tree
from teiedition.model import Problem
from teiedition.validate import references, validate

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}">\n{body}\n</TEI>'


Found = Callable[..., list[Problem]]


@pytest.fixture
def found(tmp_path: Path) -> Found:
    """The problems of `letter.xml` with a body, beside an authority file and other documents."""

    def check(body: str, *, authority: str = "", others: dict[str, str] | None = None) -> list[Problem]:
        bodies = {"letter.xml": body, **(others or {})}
        entries = {"authority/persons.xml": authority} if authority else {}
        return references.check(_gathered(tmp_path, bodies), _gathered(tmp_path, entries))

    return check


def _gathered(folder: Path, bodies: dict[str, str]) -> list[references.Document]:
    documents = []
    for name, body in bodies.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEI.format(id=path.stem, body=body))
        documents.append(references.gather(tree.parse(path.read_bytes(), path), path))
    return documents


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
def test_pointers_that_arrive_are_silent(found: Found, body: str) -> None:
    assert found(body, authority='<person xml:id="ana"/>', others={"other.xml": '<p xml:id="b"/>'}) == []


def test_unknown_target_names_line_value_and_the_near_miss(found: Found) -> None:
    [problem] = found('\n<persName ref="#anna"/>', authority='<person xml:id="ana"/>')
    assert (problem.line, problem.column, problem.rule) == (3, 11, "reference")
    assert problem.message.startswith('"#anna", in persName/@ref, points at nothing')
    assert problem.remedy == 'Did you mean "#ana"?'


def test_each_of_several_targets_is_looked_up(found: Found) -> None:
    problems = found('<sp who="#ana #bo #cy"/>', authority='<person xml:id="ana"/>')
    assert sorted(problem.subject for problem in problems) == ["#bo", "#cy"]


def test_prefix_that_expands_to_nothing_known(found: Found) -> None:
    definition = '<prefixDef ident="psn" matchPattern="([a-z]+)" replacementPattern="#$1"/>'
    [problem] = found(definition + '<persName ref="psn:bo"/>')
    assert problem.subject == "psn:bo"


def test_missing_file_and_missing_id_in_a_file(found: Found) -> None:
    problems = found('<ref target="gone.xml"/><ref target="other.xml#c"/>', others={"other.xml": "<p/>"})
    said = {problem.subject: problem.message for problem in problems}
    assert "no such file" in said["gone.xml"]
    assert "no such xml:id in other.xml" in said["other.xml#c"]


def test_identifier_twice_in_a_file_names_the_first_place(found: Found) -> None:
    [problem] = found('<p xml:id="a"/>\n<p xml:id="a"/>')
    assert (problem.rule, problem.line, problem.subject) == ("duplicate-id", 3, "a")
    assert "line 2" in problem.message


def test_an_authority_identifier_may_not_be_declared_again(found: Found) -> None:
    [problem] = found('<p xml:id="ana"/>', authority='<person xml:id="ana"/>')
    assert "authority/persons.xml" in problem.message


def test_identifiers_within_documents_may_recur_in_other_documents(found: Found) -> None:
    assert found('<p xml:id="p1"/>', others={"other.xml": '<p xml:id="p1"/>'}) == []


def test_documents_have_identifiers_of_their_own(found: Found) -> None:
    [problem] = found("<p/>", others={"copy/letter.xml": "<p/>"})
    assert (problem.file.parent.name, problem.subject) == ("copy", "letter")


def test_one_missing_entry_is_one_problem_wherever_it_is_pointed_at(found: Found) -> None:
    [problem] = found('<persName ref="#bo"/>\n<sp who="#bo #letter"/>\n<sp who="#letter #bo"/>')
    assert (problem.line, problem.message.endswith("(and in lines 3, 4)")) == (2, True)


def test_drafts_below_the_authority_folder_are_not_the_authority_yet(tmp_path: Path) -> None:
    drafts = tmp_path / "authority" / "candidates"
    drafts.mkdir(parents=True)
    people = '<standOff><listPerson><person xml:id="new-name"/></listPerson></standOff>'
    (drafts / "persons.xml").write_text(f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{people}</TEI>')
    text = '<text><body><p><persName ref="#new-name"/></p></body></text>'
    document = tmp_path / "letter.xml"
    document.write_text(f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{text}</TEI>')
    found = validate([document], authority=tmp_path / "authority")
    assert any(problem.rule == "reference" and "#new-name" in problem.message for problem in found)
