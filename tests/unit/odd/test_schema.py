"""The project's own schema: compiled as committed, documented throughout, and a part of the TEI."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import xmlschema
from lxml import etree

from teiedition import tree
from teiedition.odd import Compiled, compile_odd

from .languages import Grammar, excess

A = "{http://relaxng.org/ns/compatibility/annotations/1.0}"
R = "{http://relaxng.org/ns/structure/1.0}"


@pytest.fixture(scope="session")
def compiled(root: Path, shared: Path) -> Compiled:
    """The project's schema, compiled anew."""
    return compile_odd(root / "schema/teiedition.odd", shared / "tei/p5subset.xml")


@pytest.mark.parametrize("ending", ["rng", "xsd", "sch", "html"])
def test_what_is_committed_is_what_the_odd_compiles_to(
    ending: str, compiled: Compiled, root: Path, tmp_path: Path
) -> None:
    compiled.write(tmp_path)
    anew = (tmp_path / f"teiedition.{ending}").read_text(encoding="utf-8")
    committed = (root / f"schema/teiedition.{ending}").read_text(encoding="utf-8")
    assert without_use(anew) == without_use(committed)


def without_use(page: str) -> str:
    """Reference pages without what they say of the edition's files, which change for themselves."""
    return re.sub(r'<section class="use">.*?</section>', "", page, flags=re.DOTALL)


def test_the_odd_has_no_fault(compiled: Compiled) -> None:
    assert [str(warning) for warning in compiled.warnings] == []


def test_every_element_is_documented(root: Path) -> None:
    grammar = etree.parse(root / "schema/teiedition.rng")
    named = [element for element in grammar.iter(f"{R}element") if element.get("name")]
    assert len(named) > 250
    assert [element.get("name") for element in named if not element.findtext(f"{A}documentation")] == []


def test_what_it_allows_the_tei_allows(root: Path, shared: Path) -> None:
    ours, tei = Grammar(root / "schema/teiedition.rng"), Grammar(shared / "tei/reference/tei_all.rng")
    assert excess(ours, tei) == []


def test_it_allows_the_encoded_documents(root: Path, shared: Path) -> None:
    grammar = etree.RelaxNG(etree.parse(root / "schema/teiedition.rng"))
    files = [*shared.glob("gold/dev/*.xml"), *shared.glob("authority/*.xml"), *root.glob("tei/**/*.xml")]
    assert [file.name for file in files if not grammar.validate(etree.parse(file))] == []


def test_xml_schema_allows_them_too(root: Path, shared: Path) -> None:
    schema = xmlschema.XMLSchema10(str(root / "schema/teiedition.xsd"))
    for file in [*shared.glob("gold/dev/*.xml"), *shared.glob("authority/persons.xml")]:
        schema.validate(str(file))


def test_reference_pages_say_what_an_element_is_for_and_how_it_is_used(root: Path) -> None:
    page = etree.HTML((root / "schema/teiedition.html").read_text(encoding="utf-8"))
    article = page.find(".//article[@id='persName']")
    text = " ".join("".join(article.itertext()).split())
    assert "A person's name as it stands" in text
    assert "@key, @ref" in text
    assert article.findtext(".//section[@class='use']//pre/code").startswith("<persName")


def test_written_whole(root: Path, tmp_path: Path) -> None:
    content = Compiled("x", b"<rng/>", b"<xsd/>", b"<sch/>", "<html>")
    assert sorted(path.name for path in content.write(tmp_path / "new")) == [
        "x.html",
        "x.rng",
        "x.sch",
        "x.xsd",
    ]
    assert (tmp_path / "new/x.rng").read_bytes() == b"<rng/>"
    assert tree.parse((root / "schema/teiedition.sch").read_bytes(), root).get("queryBinding") == "xslt2"
