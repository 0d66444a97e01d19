"""What a reader's line has to carry for a page."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from lxml import html

from edition import ANNA, document, write_edition
from teiedition import config
from teiedition.build import build

WORDS = "The dredger lay in the mud of the eastern basin and waited for the flood. " * 20
PARAGRAPH = f"<p>{WORDS}{ANNA} saw it.<note place='foot'>A note on the dredger.</note></p>"
LIMIT, SCRIPTS = 60_000, 20_000


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a document of 3,000 words."""
    folder = write_edition(tmp_path_factory.mktemp("long"))
    (folder / "tei" / "long.xml").write_text(document("long", "Long", "1954-01-02", PARAGRAPH * 11))
    build(config.load(folder), outputs=("site",))
    return folder / "build/site/long.html"


def weight(path: Path) -> int:
    """Bytes on the line, compressed as every server does it."""
    return len(gzip.compress(path.read_bytes()))


def test_a_page_of_3000_words_is_light(page: Path) -> None:
    tree = html.parse(page).getroot()
    assert len(tree.find(".//main").text_content().split()) > 3000
    sheets = [page.parent / link.get("href", "") for link in tree.iterfind(".//link[@rel='stylesheet']")]
    scripts = [page.parent / script.get("src", "") for script in tree.iterfind(".//script[@src]")]
    assert len(sheets) == 1 and scripts
    assert sum(map(weight, scripts)) < SCRIPTS
    assert weight(page) + sum(map(weight, sheets)) + sum(map(weight, scripts)) < LIMIT
