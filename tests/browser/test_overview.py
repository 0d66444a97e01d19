"""The whole edition at a glance, in a real browser: drawings that lead on, and tables of the same."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import Visitor
from .test_site import assert_accessible

PAGES = ("overview.html", "overview-timeline.html")


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


def test_every_link_of_a_drawing_and_its_table_arrives(visitor: Visitor) -> None:
    for path in PAGES:
        page = visitor.open(path, script=False)
        addresses = page.locator("main a").evaluate_all(
            "all => [...new Set(all.map(a => new URL(a.getAttribute('href'), location).href))]"
        )
        assert addresses
        for address in addresses:
            assert_arrives(page, address)


def assert_arrives(page: Page, address: str) -> None:
    answer = page.goto(address)
    assert answer is None or answer.ok, address
    if "#" in address:
        assert page.locator(f"[id='{address.split('#')[1]}']").count() == 1, address


def test_the_menu_leads_to_the_overview_and_on(visitor: Visitor) -> None:
    page = visitor.open("index.html", script=False)
    page.get_by_role("link", name="Overview").click()
    page.locator(".parts").get_by_role("link", name="Timeline").click()
    expect(page.locator("header.site [aria-current]")).to_have_text("Overview")
    page.locator(".drawing").get_by_role("link", name="1931").click()
    expect(page.locator("tr:target")).to_contain_text("Minutes of a Talk on the Quay")
    page.locator("tr:target").get_by_role("link", name="Minutes of a Talk on the Quay").click()
    expect(page.locator("h1")).to_contain_text("Minutes of a Talk on the Quay")
