"""How much a search moves: in an edition of some size, from the first byte to the list of what was found."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from .conftest import served
from .invented import Invention, write_index, write_packs, write_pages

DOCUMENTS = 600
RARE, ORDINARY = Invention().words[3000], Invention().words[300]
QUERIES = {
    "a rare word": f"q={RARE}",
    "an ordinary word": f"q={ORDINARY}",
    "a word that stands everywhere": "q=the",
    "words of which some stand everywhere": f"q=the+{ORDINARY}+of+the+{RARE}",
    "a phrase of words that stand everywhere": "q=%22of+the%22",
    "a word in one year": f"q={ORDINARY}&year=1961",
}
LIMIT = 215_000


@pytest.fixture(scope="module")
def large(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with the search page of River Papers and an index of many documents."""
    folder = tmp_path_factory.mktemp("large")
    shutil.copytree(site, folder / "site", ignore=shutil.ignore_patterns("pagefind"))
    pages = write_pages(folder / "pages", DOCUMENTS)
    write_index(folder / "site", write_packs(folder / "packs", pages))
    with served(folder / "site") as address:
        yield address


def moved(browser: Browser, address: str) -> dict[str, int]:
    """The bytes of each file that a search fetches for somebody who never was on the site."""
    context = browser.new_context()
    page = context.new_page()
    sizes: dict[str, int] = {}
    page.on(
        "response", lambda answer: sizes.update({answer.url: int(answer.headers.get("content-length", 0))})
    )
    page.goto(address, wait_until="load")
    expect(page.locator(".state")).to_contain_text("document")
    page.wait_for_load_state("networkidle")
    context.close()
    return {url.rpartition("pagefind/")[2]: size for url, size in sizes.items() if "/pagefind/" in url}


@pytest.mark.parametrize("query", QUERIES)
def test_a_search_moves_little(browser: Browser, large: str, query: str) -> None:
    files = moved(browser, f"{large}search.html?{QUERIES[query]}")
    assert 100_000 < sum(files.values()) < LIMIT, files
