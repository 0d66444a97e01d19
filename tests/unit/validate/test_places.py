"""Lines and columns, to the character, whatever stands before."""

from __future__ import annotations

from pathlib import Path

import pytest

from teiedition import tree
from teiedition.validate.places import places

DOCUMENT = """<?xml version="1.0"?>
<!-- a comment -->
<r>
  <a one="1"
     xml:id="x" two="é &gt; 2">é text<b/> tail<!-- c --> more</a>
  <?pi?><c

/>\tlast
</r>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_places(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.xml"
    text = DOCUMENT.replace('"1.0"', '"1.0" encoding="iso-8859-1"') if encoding == "iso-8859-1" else DOCUMENT
    path.write_bytes(text.encode(encoding))
    root = tree.parse(path.read_bytes(), path)
    a, b, c = root.iterdescendants("a", "b", "c")
    where = places(path, root)
    assert {
        "r": where.of(root), "end": where.of(root, "end"), "a": where.of(a), "one": where.of(a, "@one"),
        "id": where.of(a, f"@{tree.XML_ID}"), "two": where.of(a, "@two"), "text": where.of(a, "text"),
        "b": where.of(b), "tail": where.of(b, "tail"), "c": where.of(c), "last": where.of(c, "tail"),
    } == {
        "r": (3, 1), "end": (9, 1), "a": (4, 3), "one": (4, 6), "id": (5, 6), "two": (5, 17), "text": (5, 32),
        "b": (5, 38), "tail": (5, 43), "c": (6, 9), "last": (8, 4),
    }  # fmt: skip


def test_an_encoding_that_expat_lacks_leaves_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes('<?xml version="1.0" encoding="Shift_JIS"?>\n<r>\n<日/></r>'.encode("shift_jis"))
    root = tree.parse(path.read_bytes(), path)
    assert places(path, root).of(root[0]) == (3, 0)
