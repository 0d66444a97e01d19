"""Citation trees that a document declares in its header."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from teiedition.publish.citestructure import Declared, declared

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><encodingDesc>{declaration}</encodingDesc></teiHeader>
  <text><body>
    <div n="1"><head>The mole</head><p>Stones.</p><sp><p>Who?</p></sp><p>Sand.</p></div>
    <div n="2"><p>Mud.</p></div>
  </body></text></TEI>"""
CHAPTERS = """<refsDecl><citeStructure unit="chapter" match="/TEI/text/body/div" use="@n">
  <citeData property="http://purl.org/dc/terms/title" use="head"/>
  <citeStructure unit="paragraph" match="p" use="position()" delim="."/>
  <citeStructure unit="speech" match="sp" use="concat('s', position())" delim=":"/>
</citeStructure></refsDecl>"""
LINES = """<refsDecl n="lines">
  <citeStructure unit="line" match="//tei:p" use="count(preceding::p) + 1"/></refsDecl>"""


def of(declaration: str) -> Declared:
    return declared(etree.fromstring(TEI.format(declaration=declaration)))


def named(found: Declared, tree: str) -> list[tuple[str, int, str, str]]:
    return [(unit.name, unit.level, unit.type, unit.title) for unit in found.trees[tree]]


def test_units_are_named_by_the_parts_of_their_references_in_the_documents_order() -> None:
    assert named(of(CHAPTERS), "tree1") == [
        ("1", 1, "chapter", "The mole"),
        ("1.1", 2, "paragraph", ""),
        ("1:s1", 2, "speech", ""),
        ("1.2", 2, "paragraph", ""),
        ("2", 1, "chapter", ""),
        ("2.1", 2, "paragraph", ""),
    ]


def test_a_place_is_the_number_of_the_element(tmp_path: Path) -> None:
    root = etree.fromstring(TEI.format(declaration=CHAPTERS))
    elements = list(root.iter("*"))
    found = {unit.name: elements[unit.place - 1] for unit in declared(root).trees["tree1"]}
    assert found["1.2"].text == "Sand." and found["2"].get("n") == "2"


def test_several_trees_go_by_their_names() -> None:
    found = of(CHAPTERS + LINES)
    assert list(found.trees) == ["tree1", "lines"]
    assert [unit.name for unit in found.trees["lines"]] == ["1", "2", "3", "4"]


def test_without_a_declaration_there_is_no_tree() -> None:
    assert of("") == Declared() == of("<refsDecl><p>In words only.</p></refsDecl>")


@pytest.mark.parametrize("function", ["doc", "collection", "doc-available"])
def test_no_other_file_is_read(tmp_path: Path, function: str) -> None:
    (tmp_path / "secret.xml").write_text("<secret/>")
    address = (tmp_path / "secret.xml").as_uri()
    found = of(
        f"""<refsDecl><citeStructure unit="x" match="//p[{function}('{address}')]" use="1"/></refsDecl>"""
    )
    assert not found.trees and f"{function}() is not used in a document" in found.messages[0]


@pytest.mark.parametrize("expression", ["//p[", "nonsense(1)", "//unknown:p"])
def test_an_expression_that_is_none_is_named(expression: str) -> None:
    found = of(f"""<refsDecl><citeStructure unit="x" match="{expression}" use="1"/></refsDecl>""")
    assert not found.trees and found.messages[0].startswith("citeStructure: ")


def test_of_two_passages_of_one_name_the_first_can_be_cited() -> None:
    found = of("""<refsDecl><citeStructure unit="p" match="//p" use="'x'"/></refsDecl>""")
    assert len(found.trees["tree1"]) == 1
    assert found.messages == ["citeStructure: more than one passage is named x"]
