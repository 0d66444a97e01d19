"""The whole edition at a glance, in a real browser: drawings that lead on, and tables of the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, expect

from teiedition.cli import main

from .conftest import Visitor, served
from .test_site import assert_accessible

ROOT = Path(__file__).parents[2]
PAGES = (
    "overview.html",
    "overview-timeline.html",
    "overview-quantities.html",
    "overview-network.html",
    "overview-map.html",
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the specimen edition."""
    out = tmp_path_factory.mktemp("whole")
    result = CliRunner().invoke(main, ["build", "--edition", str(ROOT), "--only", "site", "--out", str(out)])
    assert result.exit_code == 0, result.output
    return out / "site"


@pytest.fixture
def visitor(browser: Browser, whole: Path) -> Iterator[Visitor]:
    """A visitor to it; the test fails if a page had any fault."""
    with served(whole) as address:
        visitor = Visitor(browser, address)
        yield visitor
        for context in browser.contexts:
            context.close()
    assert visitor.faults == []


@pytest.mark.parametrize(
    ("width", "scheme"), [(360, "light"), (360, "dark"), (1440, "light"), (1440, "dark")]
)
def test_axe_finds_nothing_to_better_in_drawings(visitor: Visitor, width: int, scheme: str) -> None:
    for path in PAGES:
        page = visitor.open(path, width=width, scheme=scheme, reduced_motion="reduce")
        assert_accessible(page, path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_drawings_are_accessible_in_forced_colours(visitor: Visitor) -> None:
    for path in PAGES:
        assert_accessible(visitor.open(path, forced_colors="active"), path)


def test_every_link_of_a_drawing_and_its_table_arrives(visitor: Visitor, whole: Path) -> None:
    for path in PAGES:
        page = visitor.open(path, script=False)
        links = set(page.locator("main a").evaluate_all("all => all.map(link => link.getAttribute('href'))"))
        assert links
        for link in links:
            file, _, place = link.partition("#")
            target = (whole / (file or path)).read_text()
            assert not place or f'id="{place}"' in target, link


def test_the_menu_leads_to_the_overview_and_on(visitor: Visitor) -> None:
    page = visitor.open("index.html", script=False)
    page.get_by_role("link", name="Overview").click()
    page.locator(".parts").get_by_role("link", name="Timeline").click()
    expect(page.locator("header.site [aria-current]")).to_have_text("Overview")
    page.locator(".drawing").get_by_role("link", name="1959").press("Enter")
    page.locator("tr:target").get_by_role("link", name="Memorandum of Conversation").first.click()
    expect(page.locator("h1")).to_contain_text("Memorandum")


def test_a_table_of_figures_is_sorted_by_its_heads(visitor: Visitor) -> None:
    page = visitor.open("overview-quantities.html")
    years = page.locator("table.overview tbody tr td:nth-child(2)")
    made = years.all_inner_texts()
    page.get_by_role("button", name="Year").click()
    assert years.all_inner_texts() == sorted(made) != made
    page.get_by_role("button", name="Year").click()
    assert years.all_inner_texts() == sorted(made, reverse=True)
    expect(page.get_by_role("columnheader", name="Year")).to_have_attribute("aria-sort", "descending")
