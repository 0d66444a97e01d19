"""`validate`: files in, problems out, whatever state the files are in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from teiedition.errors import InputError
from teiedition.validate import render, validate

SCHEMA = """<element name="TEI" ns="http://www.tei-c.org/ns/1.0" xmlns="http://relaxng.org/ns/structure/1.0">
  <oneOrMore><element name="p"><optional><attribute name="ref"/></optional><text/></element></oneOrMore>
</element>"""


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    path = tmp_path / "schema.rng"
    path.write_text(SCHEMA)
    return path


def tei(path: Path, body: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f'<TEI xmlns="http://www.tei-c.org/ns/1.0">\n{body}\n</TEI>')
    return path


def test_valid_file_has_no_problems(tmp_path: Path, schema: Path) -> None:
    assert validate([tei(tmp_path / "a.xml", "<p>Text</p>")], schema=schema) == []


def test_problems_of_a_folder_come_by_file_and_line(tmp_path: Path, schema: Path) -> None:
    folder = tmp_path / "tei"
    tei(folder / "b.xml", '<p ref="#x"/>\n<q/>')
    tei(folder / "a.xml", "<p>\n<p>")
    (folder / "c.xml").write_text("")
    problems = validate([folder], schema=schema)
    assert [(p.file.name, p.line, p.rule) for p in problems] == [
        ("a.xml", 4, "not-well-formed"),
        ("b.xml", 2, "reference"),
        ("b.xml", 3, "grammar/unknown-element"),
        ("c.xml", 1, "not-well-formed"),
    ]


def test_missing_file_stops(tmp_path: Path, schema: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        validate([tmp_path / "gone.xml"], schema=schema)


def test_json_names_the_file_as_text(tmp_path: Path, schema: Path) -> None:
    path = tei(tmp_path / "a.xml", "<q/>")
    [item] = json.loads(render(validate([path], schema=schema), "json"))["problems"]
    assert (item["file"], item["line"]) == (str(path), 2)


UNSAFE = {
    '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]>': "&x; is not declared in the document itself",
    '<!DOCTYPE TEI SYSTEM "http://example.org/tei.dtd">': "a file on the web, and nothing is fetched",
    "<!DOCTYPE TEI [<!ENTITY a 'aaaaaaaaaa'>"
    + "".join(f"<!ENTITY {two} '{f'&{one};' * 20}'>" for one, two in zip("abcdefg", "bcdefgx", strict=True))
    + "]>": "more text than is safe",
}


@pytest.mark.parametrize("declaration", UNSAFE)
def test_nothing_outside_a_document_is_read_for_it(tmp_path: Path, schema: Path, declaration: str) -> None:
    path = tmp_path / "a.xml"
    path.write_text(f'{declaration}<TEI xmlns="http://www.tei-c.org/ns/1.0"><p>&x;</p></TEI>')
    [problem] = validate([path], schema=schema)
    assert problem.rule == "not-well-formed"
    assert UNSAFE[declaration] in problem.message


def test_inclusions_are_told_and_not_carried_out(tmp_path: Path, schema: Path) -> None:
    include = '<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>'
    problems = validate([tei(tmp_path / "a.xml", f"<p>{include}</p>")], schema=schema)
    assert [(problem.rule, problem.severity) for problem in problems] == [
        ("inclusion", "warning"),
        ("grammar/unknown-element", "error"),
    ]
    assert "root:" not in render(problems, "json")


def test_many_files_give_what_each_gives_alone(tmp_path: Path, schema: Path) -> None:
    folder = tmp_path / "tei"
    for number in range(230):
        tei(folder / f"{number:03}.xml", "<q/>" if number % 100 == 7 else f'<p ref="#p{number}">Text</p>')
    together = validate([folder], schema=schema)
    alone = [problem for path in sorted(folder.iterdir()) for problem in validate([path], schema=schema)]
    assert together == alone
    assert len(together) == 230


def test_sources_have_to_be_accounted_for(tmp_path: Path) -> None:
    sources, path = tmp_path / "sources", tmp_path / "minutes.xml"
    sources.mkdir()
    (sources / "letter.txt").write_text(
        "The ferry was late again, and the warden wrote about it at length.\n"
    )
    text = (Path(__file__).parent / "minutes.xml").read_text()
    path.write_text(text.replace("<availability", '<idno type="source">letter</idno>\n<availability'))
    assert validate([path]) == []
    assert "fidelity" in {problem.rule for problem in validate([path], sources=sources)}


SLIPS = {
    "<p><hi></p>": "</p> can't stand here: hi, which begins in line 2, is still open",
    "<p>": "</TEI> can't stand here: p, which begins in line 2, is still open",
    "<p>&nbsp;</p>": "&nbsp; is not declared in the document itself",
    "<p a=1/>": "not well-formed XML",
}


@pytest.mark.parametrize("body", SLIPS)
def test_what_is_not_well_formed_is_said_plainly(tmp_path: Path, schema: Path, body: str) -> None:
    [problem] = validate([tei(tmp_path / "a.xml", body)], schema=schema)
    assert (problem.rule, problem.line in (2, 3)) == ("not-well-formed", True)
    assert SLIPS[body] in problem.message


def test_too_many_open_elements_are_counted(tmp_path: Path, schema: Path) -> None:
    [problem] = validate([tei(tmp_path / "a.xml", "<p>" * 300 + "</p>" * 300)], schema=schema)
    assert problem.rule == "not-well-formed" and "256 elements are open" in problem.message
