"""The dashboard: one page, the state of every document, its problems with excerpts."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from teiedition.model import Problem
from teiedition.validate import validate
from teiedition.validate.dashboard import dashboard


def words(node: html.HtmlElement) -> str:
    """The text of a part of the page, white space folded."""
    return " ".join(node.text_content().split())


def test_every_document_has_its_state(tmp_path: Path) -> None:
    good = (Path(__file__).parent / "minutes.xml").read_text()
    (tmp_path / "a.xml").write_text(good.replace("<list>", '<lst n="&lt;">').replace("</list>", "</lst>"))
    (tmp_path / "b.xml").write_text(
        good.replace('xml:id="d1958', 'xml:id="e1958').replace('"high">See', '"low">See')
    )
    (tmp_path / "c.xml").write_text("<TEI")
    page = html.fromstring(dashboard([tmp_path], validate([tmp_path]), title="The Marsh Papers"))
    assert words(page.find(".//h1")) == "The Marsh Papers"
    summary = [words(item) for item in page.find_class("summary")[0]]
    assert summary == ["3 documents", "1 without an error", "2 errors", "0 warnings", "0 notes"]
    rows = [[words(cell) for cell in row] for row in page.find_class("documents")[0].findall("tbody/tr")]
    assert [row[1:] for row in rows] == [
        ["1 error", "1958-03-04", "4, 2 unresolved", "1, all placed", "named"],
        ["1 error", "undated", "none", "none", "not named"],
        ["no problem", "1958-03-04", "4, 2 unresolved", "1, 1 not placed for certain", "named"],
    ]
    [section, broken] = page.findall(".//section")
    assert "lst is not an element of this schema" in words(section)
    assert section.find(".//pre/mark").text == "<lst"
    assert page.find(".//tbody//a").get("href") == f"#{section.get('id')}"


def test_a_problem_of_a_source_has_a_place_too(tmp_path: Path) -> None:
    problem = Problem(tmp_path / "letter.txt", 3, 0, "fidelity", "lost words \x00 here", "warning")
    page = html.fromstring(dashboard([tmp_path], [problem]))
    assert "lost words \ufffd here" in words(page.find(".//section"))


def test_an_edition_without_problems(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text((Path(__file__).parent / "minutes.xml").read_text())
    page = html.fromstring(dashboard([tmp_path], []))
    assert page.findall(".//section") == []
    assert words(page.find(".//h1")) == "The state of the edition"
