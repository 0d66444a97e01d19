"""The site as the edition's own server sends it: nothing that its security policy forbids is needed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from server import served
from teiedition.serve import application

from .conftest import Visitor

PAGES = ("", "documents.html", "persons.html", "persons/orla.html", "about.html", "1931-03-02-talk.html")


@pytest.fixture
def guest(browser: Browser, site: Path) -> Iterator[Visitor]:
    """A visitor of the served site; the test fails if the policy, or anything else, stopped something."""
    with served(application(site.parent)) as address:
        guest = Visitor(browser, f"{address}/")
        yield guest
        for context in browser.contexts:
            context.close()
    assert guest.faults == []


def test_every_kind_of_page_works_under_the_policy(guest: Visitor) -> None:
    for path in PAGES:
        page = guest.open(path)
        assert page.locator("main h1").count() == 1
        family = page.evaluate("getComputedStyle(document.body).fontFamily")
        assert family and page.evaluate("document.styleSheets.length") >= 1
        page.wait_for_timeout(100)


def test_the_list_is_narrowed_under_the_policy(guest: Visitor) -> None:
    page = guest.open("persons.html")
    page.get_by_label("Narrow the list").fill("varga")
    assert page.locator(".entities li:visible .label").all_inner_texts() == ["Orla Varga"]


def test_the_search_finds_under_the_policy(guest: Visitor) -> None:
    page = guest.open("search.html?q=quay")
    expect(page.locator("main")).to_contain_text("Minutes of a Talk on the Quay", timeout=15_000)


def test_an_address_without_a_page_leads_to_the_search(guest: Visitor) -> None:
    page = guest.open("persons/nobody/at-home.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no such page")
    page.get_by_label("Words to find").fill("quay")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("main")).to_contain_text("Minutes of a Talk on the Quay", timeout=15_000)
    guest.faults[:] = [fault for fault in guest.faults if "404" not in fault]
