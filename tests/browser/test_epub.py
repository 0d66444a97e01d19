"""The pages of an e-book, in the engine that most reading systems show them with."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from playwright.sync_api import Browser

from teiedition.cli import main

from .conftest import HERE, Visitor, served

NIGHT = "html, body { background: #161616 !important; color: #dddddd !important }"
"""What reading systems do at night."""
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
"""WCAG 2.2 AA. Landmarks of a page, which axe also asks for, are the reading system's part."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked book of River Papers."""
    folder = tmp_path_factory.mktemp("river-book")
    shutil.copytree(HERE / "edition", folder / "papers")
    result = CliRunner().invoke(main, ["build", "--edition", str(folder / "papers"), "--only", "epub"])
    assert result.exit_code == 0, result.output
    with zipfile.ZipFile(folder / "papers" / "build" / "epub" / "edition.epub") as book:
        book.extractall(folder / "book")
    return folder / "book" / "EPUB"


@pytest.fixture
def reader(browser: Browser, pages: Path) -> Iterator[Visitor]:
    """A visitor of the book's pages; the test fails if one had any fault."""
    (pages / "favicon.ico").touch()  # which a browser asks for
    with served(pages) as address:
        visitor = Visitor(browser, address)
        yield visitor
        for context in browser.contexts:
            context.close()
    assert visitor.faults == []


def names(pages: Path) -> list[str]:
    found = sorted(path.name for path in pages.glob("*.xhtml"))
    assert len(found) >= 8
    return found


@pytest.mark.parametrize("night", [False, True])
def test_axe_finds_nothing_to_better(reader: Visitor, pages: Path, night: bool) -> None:
    for name in names(pages):
        page = reader.open(name, width=390)
        if night:
            page.add_style_tag(content=NIGHT)
        found = Axe().run(page, options=RULES).response["violations"]
        assert found == [], f"{name}: {[(each['id'], each['nodes'][0]['html']) for each in found]}"
        page.context.close()


@pytest.mark.parametrize("width", [320, 768])
def test_nothing_is_wider_than_the_page(reader: Visitor, pages: Path, width: int) -> None:
    for name in names(pages):
        page = reader.open(name, width=width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        page.context.close()


def test_a_note_and_its_mark_lead_to_each_other(reader: Visitor, pages: Path) -> None:
    name = next(name for name in names(pages) if "doc-noteref" in (pages / name).read_text())
    page = reader.open(name)
    mark = page.locator("[role=doc-noteref]").first
    mark.click()
    note = page.locator(":target")
    assert note.get_attribute("role") == "doc-footnote"
    note.locator("[role=doc-backlink]").click()
    assert page.evaluate("location.hash") == f"#{mark.get_attribute('id')}"


def test_from_the_contents_to_a_document_to_a_person_and_back(reader: Visitor) -> None:
    page = reader.open("nav.xhtml")
    page.locator("#toc").get_by_role("link", name="Minutes of a Talk on the Quay").first.click()
    page.get_by_role("link", name="Orla Varga").first.click()
    assert page.locator("h1").inner_text() == "People"
    page.locator('dt:has-text("Orla Varga") ~ dd a').first.click()
    assert page.locator("section.document").count() == 1
