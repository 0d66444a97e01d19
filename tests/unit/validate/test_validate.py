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
