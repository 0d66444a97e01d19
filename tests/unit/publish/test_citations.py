"""Citations as files: each format readable by those whom it is for, with the facts of the header."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from edition import document, write_edition
from teiedition import config
from teiedition.build import build

ID = "1954-07-08-odd"


@pytest.fixture
def cited(tmp_path: Path) -> Path:
    """The folder with the citation of a document whose title has what formats use for themselves."""
    edition = write_edition(tmp_path / "edition")
    title = "Tides &amp; {other} 100% things \\ said_by #1"
    (edition / "tei" / f"{ID}.xml").write_text(document(ID, title, "1954-07-08", "<p>Low water.</p>"))
    build(config.load(edition), ("site",), jobs=1)
    return edition / "build" / "site" / "cite" / ID


def test_csl_json_has_the_facts(cited: Path) -> None:
    (item,) = json.loads((cited / f"{ID}.json").read_text())
    assert item["title"] == "Tides & {other} 100% things \\ said_by #1"
    assert item["issued"] == {"date-parts": [[1954, 7, 8]]}
    assert (item["archive"], item["archive_location"]) == ("Harbour Archive", "HA 1/1954-07-08")
    assert item["container-title"] == "Harbour papers" and "URL" not in item


def test_ris_is_lines_of_tags_from_type_to_end(cited: Path) -> None:
    lines = (cited / f"{ID}.ris").read_bytes().decode().split("\r\n")
    assert lines[0] == "TY  - UNPB" and lines[-2:] == ["ER  - ", ""]
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])
    assert "DA  - 1954/07/08/" in lines


def test_bibtex_keeps_its_braces_and_commands_to_itself(cited: Path) -> None:
    text = (cited / f"{ID}.bib").read_text()
    bare = re.sub(r"\\[&%$#_{}]", "", text)
    assert text.startswith(f"@misc{{{ID},") and bare.count("{") == bare.count("}")
    assert r"\& other 100\% things \textbackslash  said\_by \#1" in text
    assert not re.search(r"[&%#_$]", bare)
