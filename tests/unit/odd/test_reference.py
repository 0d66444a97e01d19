"""Reference pages: what they say of a schema, and of how an edition uses it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from teiedition.odd import compile_odd

from .conftest import MODULES, RELEASE, Compile, Write

LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="d1"><body>
  <p n="1">The ferry left <hi rend="bold">at noon</hi>.</p><p>It came back.</p></body></TEI>"""


def said(page: str, ident: str) -> str:
    """What a page says of a specification, white space folded."""
    article = etree.HTML(page).find(f".//article[@id='{ident}']")
    return " ".join(" ".join(article.itertext()).split())


@pytest.fixture
def page(odd: Write, tmp_path: Path) -> str:
    """Pages of a schema whose edition has one letter."""
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/d1.xml").write_text(LETTER, encoding="utf-8")
    (tmp_path / "letters/broken.xml").write_text("<TEI", encoding="utf-8")
    path = odd(
        MODULES,
        outside='<?teiedition documents="letters"?><div><head>Rules</head><p>Use <gi>p</gi>.</p></div>',
    )
    return compile_odd(path, RELEASE).reference


def test_an_element_is_described(page: str) -> None:
    text = said(page, "p")
    assert "paragraph" in text
    assert "marks a paragraph" in text
    assert "May contain macro.paragraph" in text
    assert "Stands wherever these may stand model.pLike" in text
    assert "From att.global : @rend, @xml:id, @n" in text


def test_an_attribute_is_described(page: str) -> None:
    assert "@key required NCName" in said(page, "name")
    assert "@calendar one of the listed values julian gregorian" in said(page, "date")


def test_a_content_model_is_shown(page: str) -> None:
    assert "head ?, item {2,4}" in said(page, "list")


def test_a_class_names_its_members(page: str) -> None:
    assert "Members hi , name , date , old" in said(page, "model.phrase")


def test_the_prose_leads_to_elements(page: str) -> None:
    guidelines = etree.HTML(page).find(".//section[@id='guidelines']")
    assert " ".join(guidelines.itertext()).split() == ["Rules", "Use", "p", "."]
    assert guidelines.find(".//a").get("href") == "#p"


def test_use_in_the_edition_is_counted_and_shown(page: str) -> None:
    assert "2 in 1 of 1 documents: d1 (2)" in said(page, "p")
    assert '<hi rend="bold">at noon</hi>' in said(page, "hi")
    assert "d1.xml, line 2" in said(page, "hi")
    assert "not used so far" in said(page, "old")


def test_pages_need_no_edition(compiled: Compile) -> None:
    assert "In this edition" not in said(compiled("").reference, "p")


def test_words_come_in_the_language_asked_for(odd: Write) -> None:
    french = compile_odd(odd(MODULES, attributes='docLang="fr"'), RELEASE)
    assert "un paragraphe" in said(french.reference, "p")
    assert "un paragraphe" in french.rng.decode()


def test_the_words_of_the_tei_can_be_left_out(odd: Write) -> None:
    own = '<elementSpec ident="p" mode="change"><desc>Our own words.</desc></elementSpec>'
    silent = compile_odd(odd(MODULES + own, outside='<?teiedition prose="own"?>'), RELEASE)
    written = silent.rng + silent.xsd + silent.schematron + silent.reference.encode()
    assert b"Our own words." in written
    assert b"marks a paragraph" not in written
    assert b"what kind" not in written
    assert b"needs a type" not in written
