"""What a search moves in an edition of many documents, and how long its index takes to make.

    python benchmarks/search.py [--documents 10000]

So many invented pages are indexed as the build indexes those of documents, all of them and again with one of
them changed. Chromium without a window, which knows nothing of the site, opens the search page of a small
edition with this index, once for each query. Prints kilobytes by kind: once as a server without compression
sends them (Pagefind's own files are compressed all the same), and together also with the scripts compressed.
"""

from __future__ import annotations

import argparse
import gzip
import shutil
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browser.conftest import BROWSERS, FLAGS, HERE, served  # noqa: E402
from browser.invented import Invention, write_index, write_packs, write_pages  # noqa: E402
from teiedition import config  # noqa: E402
from teiedition.build import build  # noqa: E402

KINDS = {"pf_meta": "list", "pf_index": "words", "pf_filter": "facets", "pf_fragment": "documents"}
COLUMNS = ("script", "list", "words", "facets", "documents", "together", "compressed")


def queries() -> dict[str, str]:
    """What is searched for, by what kind of search it is."""
    invented = Invention()
    rare, ordinary, other, person = (
        invented.words[3000], invented.words[300], invented.words[500], invented.persons[40],
    )  # fmt: skip
    named = person.replace(" ", "+")
    return {
        "a rare word": f"q={rare}",
        "an ordinary word": f"q={ordinary}",
        "a word in every document": "q=the",
        "two words": f"q={ordinary}+{other}",
        "the same among frequent ones": f"q=the+{ordinary}+of+the+{other}",
        "a phrase of ordinary words": f"q=%22{ordinary}+{other}%22",
        "a phrase of frequent words": "q=%22that+was+in%22",
        "a word in a year": f"q={ordinary}&year=1961",
        "a word, and a person": f"q={ordinary}&person={named}",
        "a word that somebody says": f"q={ordinary}&speaker={named}",
        "a person": f"person={named}",
        "a word that is not there": "q=xyzzyx",
    }


def main() -> None:
    """Make pages and index, search, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        site = _site(Path(name), options.documents)
        program = next(found for name in BROWSERS if (found := shutil.which(name)))
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        _say("", COLUMNS)
        with served(site) as address:
            _visit(browser, address, "", site)
            for kind, query in queries().items():
                _visit(browser, address, query, site, kind)
        browser.close()


def _site(folder: Path, documents: int) -> Path:
    """A site with an index of so many pages; says how long that takes."""
    shutil.copytree(HERE / "edition", folder / "edition")
    build(replace(config.load(folder / "edition"), build=folder / "build"), outputs=("site",))
    site, pages = folder / "build" / "site", write_pages(folder / "pages", documents)
    shutil.rmtree(site / "pagefind")
    for what in ("all pages", "one page changed"):
        start = time.perf_counter()
        packs = write_packs(folder / "packs", pages)
        words = time.perf_counter() - start
        write_index(site, packs)
        together = time.perf_counter() - start
        sys.stdout.write(f"{what}: words read in {words:.1f} s, index made in {together - words:.1f} s\n")
        changed = sorted(pages.values())[documents // 2]
        changed.write_text(changed.read_text("utf-8").replace("</h1>", " again</h1>"), "utf-8")
    return site


def _visit(browser: Browser, address: str, query: str, site: Path, kind: str = "the page itself") -> None:
    """Search, and say what was fetched; without a query, what the page loads."""
    context = browser.new_context()
    page = context.new_page()
    fetched: list[str] = []
    page.on("response", lambda answer: fetched.append(answer.url.removeprefix(address).partition("?")[0]))
    page.goto(f"{address}search.html?{query}")
    if query:
        _wait(page)
    page.wait_for_load_state("networkidle")
    files = [site / url for url in fetched if url.startswith("pagefind/") == bool(query)]
    context.close()
    sizes: Counter[str] = Counter()
    for file in files:
        content = file.read_bytes()
        sizes[KINDS.get(file.suffix.lstrip("."), "script")] += len(content)
        sizes["together"] += len(content)
        sizes["compressed"] += len(content if file.suffix.startswith(".p") else gzip.compress(content))
    _say(kind, [f"{sizes[name] / 1000:.1f}" for name in COLUMNS])


def _wait(page: Page) -> None:
    expect(page.locator(".state")).not_to_have_text("Searching …", timeout=60_000)


def _say(kind: str, values: tuple[str, ...] | list[str]) -> None:
    sys.stdout.write(f"{kind:<32}" + "".join(f"{value:>12}" for value in values) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
