"""The works that an edition cites, in three formats."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from edition import document, write_edition
from teiedition import config
from teiedition.build import build
from teiedition.validate import validate

CITING = (
    '<p>The lamp was bought.<note place="foot" n="1"><bibl xml:id="bibl-maas-1931"><author>Ada Maas</author>, '
    '<title level="m">Lamps of the Baltic</title> (<pubPlace>Riga</pubPlace>: <publisher>Quay Press</publisher>, '
    '<date when="1931">1931</date>), <biblScope unit="page" from="12" to="13">12-13</biblScope></bibl>.</note></p>'
)


def test_a_cited_book_stands_in_the_bibliography_in_each_format(tmp_path: Path) -> None:
    edition = write_edition(tmp_path)
    (edition / "tei/1954-01-01-note.xml").write_text(
        document("1954-01-01-note", "Note", "1954-01-01", CITING)
    )
    build(replace(config.load(edition), outputs=("site", "data")), jobs=1)
    data = edition / "build/data"
    (item,) = json.loads((data / "bibliography.json").read_text())
    assert item["title"] == "Lamps of the Baltic" and item["author"] == [{"family": "Maas", "given": "Ada"}]
    assert "Quay Press" in (data / "bibliography.bib").read_text()
    assert not [problem for problem in validate([data / "bibliography.xml"]) if problem.severity == "error"]
    assert "1954-01-01-note.xml#bibl-maas-1931" in (data / "bibliography.xml").read_text()
